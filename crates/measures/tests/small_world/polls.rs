//! Polls and enrolment, against the persons of several cities asked one by one.

use crate::{PERSONS, World, near, provenance, regime};
use demerit_kernel::{Chance, LANES, Mask, Points};
use demerit_regime::{Consent, Matter, Parts, Regime, Rule};
use demerit_society::reactions::awareness::Awareness;
use demerit_society::reactions::benefits::FeltSafety;
use demerit_society::reactions::silence::POLL;
use demerit_society::watching::consent::enrolled;

/// Critics are punished in every second city; of a third of each neighbourhood it is known that they know.
fn world() -> World {
    let mut world = World::wide();
    let mut parts = regime().into_parts();
    parts.rules.push(Rule::plain(Matter::CriticalPost, Points(-20), provenance()));
    world.regimes[1] = Regime::new("p", "P", parts).expect("a regime");
    world.society.response.silence = 0.9;
    world.society.reactions.safety = Some(FeltSafety { base: 0.8, slope: 0.4, memory: 20 });
    for chunk in &mut world.chunks {
        let first = chunk.first_block.0;
        for (number, tables) in (first..).zip(&mut chunk.tables) {
            tables.violations.add(100 * (number + 1));
            (0..LANES as u16).for_each(|lane| tables.fear.add(lane, (lane % 200) as u8 + 50));
        }
        chunk.planes.iter_mut().for_each(|planes| planes.aware = Mask::first(LANES / 3));
    }
    world
}

/// Asked (one of `step` persons), in favour, say so, feel safe, say so.
fn answers(world: &World, step: u32) -> [f64; 5] {
    let (society, tick) = (&world.society, world.tick.0);
    let first = society.draws.luck(POLL, 0, tick, 1).below(0, step);
    let mut counts = [0u32; 5];
    for (chunk, at) in world.persons() {
        let number = chunk.first_person() + at as u32;
        let person = society.person(number, chunk.born[at], chunk.habits_of(at));
        if number % step != first || person.age(world.tick) < 18 {
            continue;
        }
        let (place, lane) = (at / LANES as usize, (at % LANES as usize) as u16);
        let knows = society.reactions.awareness.is_none() || chunk.planes[place].aware.contains(lane);
        let punished = world.regime_of(chunk, at).name == "p";
        let silence = society.response.withheld(chunk.fear(at));
        let luck = society.draws.luck(POLL, number, tick, 0);
        let silent = |word: usize| knows && punished && silence.hits(luck.word(word));
        let favours = person.support() >= 0.5;
        let safety = society.reactions.safety.as_ref().expect("felt safety");
        let here = society.persons_of(number / LANES);
        let safe = safety.chance(chunk.tables[place].violations, here).hits(luck.word(1));
        let yes = [true, favours, favours || silent(0), safe, safe || silent(2)];
        counts.iter_mut().zip(yes).for_each(|(count, yes)| *count += u32::from(yes));
    }
    counts.map(f64::from)
}

#[test]
fn adults_are_asked_one_by_one() {
    let mut world = world();
    for awareness in [None, Some(Awareness { news: 0.1, talk: 0.0 })] {
        world.society.reactions.awareness = awareness;
        for tick in [0, 3, 51, 52, 103] {
            world.tick = demerit_kernel::Tick(tick);
            let [asked, favour, say_yes, safe, say_safe] = answers(&world, 16);
            assert!(asked > 100.0 && say_yes > favour && say_safe > safe, "{:?}", answers(&world, 16));
            near(world.whole("true-approval"), favour / asked);
            near(world.whole("stated-approval"), say_yes / asked);
            near(world.at("feels-safe", "all", "answer:true"), safe / asked);
            near(world.at("feels-safe", "all", "answer:stated"), say_safe / asked);
        }
    }
    world.society.reactions.safety = None;
    assert_eq!(world.values("feels-safe"), []);
}

#[test]
fn of_very_many_no_more_than_a_million_are_asked() {
    let mut world = world();
    // As if these were the first of twenty million: one of twenty is asked, in the second chunk too.
    world.society.persons = 20_000_000;
    let [asked, favour, ..] = answers(&world, 20);
    near(world.whole("true-approval"), favour / asked);
}

#[test]
fn what_is_thought_and_what_is_said() {
    let mut world = world();
    // Neutral, supportive, critical, investigative: what was taken down was not said.
    world.tally.published = [1000, 30, 20, 9];
    world.tally.removed = [10, 2, 7, 4];
    let [asked, favour, ..] = answers(&world, 16);
    near(world.whole("opinion-gap"), (asked - favour) / asked - 18.0 / 46.0);
    world.tally.removed = [0, 30, 20, 9];
    assert_eq!(world.whole("opinion-gap"), None, "nothing with a stance was left to read");
}

#[test]
fn a_child_is_not_asked() {
    let mut world = World::new();
    // 18 years are 936 weeks; in tick 3 whoever was born in week −933 is grown up.
    world.chunks[0].born.fill(-932);
    assert_eq!(world.whole("true-approval"), None);
    world.chunks[0].born.fill(-933);
    assert!(world.whole("true-approval").is_some());
}

#[test]
fn who_has_a_score() {
    let mut world = World::wide();
    near(world.whole("enrolled"), 1.0);
    let share = Chance::from_share(0.3);
    world.regimes[0] = Regime::new(
        "r",
        "R",
        Parts { consent: Some(Consent { share, provenance: provenance() }), ..regime().into_parts() },
    )
    .expect("a regime");
    let has = |world: &World| {
        let agrees = |(chunk, at): &(&demerit_society::Chunk, usize)| {
            let regime = world.regime_of(chunk, *at);
            let person = chunk.first_person() + *at as u32;
            let asked = || enrolled(&world.society.draws, share, person, chunk.born[*at]);
            regime.scale.is_some() && (regime.consent.is_none() || asked())
        };
        world.persons().filter(agrees).count() as f64 / f64::from(2 * PERSONS + 500)
    };
    assert!(has(&world) < 0.9);
    near(world.whole("enrolled"), has(&world));
    world.regimes[1] = Regime::new("none", "None", Parts::default()).expect("a regime");
    assert!(has(&world) < 0.3);
    near(world.whole("enrolled"), has(&world));
}
