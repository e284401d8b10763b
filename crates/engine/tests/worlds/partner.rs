//! Partners in whole worlds: who finds whom, who parts, and that nobody asks for standing when the mechanism
//! is off.

use demerit_engine::World;
use demerit_fixtures::census::living;
use demerit_fixtures::rich::rich_consequences;
use demerit_fixtures::worlds::{all_do, events, null, regime, rule, run, scale, tiers, watch, world};
use demerit_kernel::{Chance, LANES};
use demerit_regime::{Channel, Matter, Mechanism, Mechanisms, Parts, Regime, Safeguards};
use demerit_society::consequences::partner::Partners;
use demerit_society::population::life::age_years;
use demerit_society::society::{SocietyPlan, home};
use demerit_society::state::events::EventKind;
use demerit_society::{Chunk, Flags};
use std::sync::Arc;

const PERSONS: u32 = 8_000;

fn figures() -> Partners {
    rich_consequences().partners.expect("the rich society has partners")
}

/// Many part and pair, and in each tick some come under a sanction for good.
fn moving(partners: Partners) -> SocietyPlan {
    let mut plan = living();
    plan.life.deaths = 0.0;
    plan.life.divorces *= 20.0;
    plan.life.marriages *= 20.0;
    all_do(&mut plan, Matter::LateBill, 0.02);
    plan.watching = vec![watch(Channel::Finance, &[Matter::LateBill], 1.0)];
    plan.consequences.partners = Some(partners);
    plan
}

fn harsh() -> Regime {
    regime(Parts {
        scale: scale(0, 600, 800),
        rules: vec![rule(Matter::LateBill, -100)],
        tiers: tiers(&[0, 550], 550),
        reads: vec![Channel::Finance],
        ..Parts::default()
    })
}

fn under(world: &World) -> Vec<bool> {
    world.chunks().flat_map(|chunk| chunk.all_flags().map(|one| one.has(Flags::SANCTIONED))).collect()
}

/// All couples, each once.
fn couples(world: &World) -> Vec<(u32, u32)> {
    let mut all = Vec::new();
    for chunk in world.chunks() {
        for place in 0..chunk.tables.len() as u32 {
            let block = chunk.first_block.0 + place;
            let from = (place * LANES) as usize;
            let to = from + world.society.persons_of(block) as usize;
            let (born, flags) = (&chunk.born[from..to], &chunk.tables[place as usize].flags);
            let new = &chunk.tables[place as usize].marks.couples;
            let home = home(world.society.pattern(block), born, flags, new, block * LANES, world.tick);
            for lane in 0..born.len() as u16 {
                if let Some(other) = home.partner(lane).filter(|&other| lane < other) {
                    all.push((block * LANES + u32::from(lane), block * LANES + u32::from(other)));
                }
            }
        }
    }
    all
}

#[test]
fn the_new_partner_is_of_the_other_sex_of_the_same_years_and_of_the_same_standing_where_nobody_stoops() {
    let strict = Partners { accepts: Chance::ZERO, ..figures() };
    let mut world = world(&moving(strict), PERSONS, harsh(), true);
    let mut paired = [0; 2];
    for _ in 0..60 {
        let before = under(&world);
        run(&mut world, 1);
        for event in events(&mut world) {
            let (EventKind::Paired, Some(other)) = (event.kind, event.other) else { continue };
            let [one, other] = [event.person, other].map(|person| {
                let (chunk, at): (&Chunk, usize) = world.find(person).expect("the person is there");
                (chunk.habits_of(at).sex(), age_years(chunk.born[at], world.tick), before[person as usize])
            });
            assert_ne!(one.0, other.0);
            assert!(one.1.abs_diff(other.1) <= strict.apart + 1);
            assert_eq!(one.2, other.2, "of one standing");
            paired[usize::from(one.2)] += 1;
        }
    }
    assert!(paired.iter().all(|&count| count > 4), "{paired:?}");
}

#[test]
fn couples_of_two_standings_part_more_often_by_the_factor() {
    let mut plan = moving(Partners { parting: 4.0, ..figures() });
    plan.life.marriages = 0.0;
    let mut world = world(&plan, PERSONS, harsh(), true);
    let (mut weeks, mut parted) = ([0.0; 2], [0.0; 2]);
    for _ in 0..70 {
        let before = under(&world);
        let mixed = |one: u32, other: u32| usize::from(before[one as usize] != before[other as usize]);
        for (one, other) in couples(&world) {
            weeks[mixed(one, other)] += 1.0;
        }
        run(&mut world, 1);
        for event in events(&mut world) {
            if let (EventKind::Parted, Some(other)) = (event.kind, event.other) {
                parted[mixed(event.person, other)] += 0.5;
            }
        }
    }
    let part = world.society.hazards.part.value();
    for (kind, factor) in [(0, 1.0), (1, 4.0)] {
        let expected: f64 = weeks[kind] * part * factor;
        assert!(
            (parted[kind] - expected).abs() < 4.0 * expected.sqrt(),
            "{kind}: {} for {expected}",
            parted[kind]
        );
    }
}

#[test]
fn without_regard_the_same_couples_part_and_pair_as_where_there_is_no_regime() {
    let plain = world(&moving(figures()), PERSONS, harsh(), false);
    let off = Mechanisms::ALL.with(Mechanism::Partners, false);
    let society = Arc::new(plain.society.switched(off, &Safeguards::default()));
    let mut still = World::new(society.clone(), plain.schedule.clone(), plain.cohort.clone());
    let mut twin = world(&moving(figures()), PERSONS, null(), false);
    let with_regard = {
        let mut world = plain;
        run(&mut world, 50);
        couples(&world)
    };
    let (one, other) = (run(&mut still, 50), run(&mut twin, 50));
    assert_eq!((one.parted, one.paired), (other.parted, other.paired));
    assert_eq!(couples(&still), couples(&twin));
    assert_ne!(couples(&still), with_regard);
}

#[test]
fn nobody_pairs_where_nobody_parts() {
    let mut plan = moving(figures());
    plan.life.divorces = 0.0;
    let tally = run(&mut world(&plan, PERSONS, harsh(), false), 30);
    assert_eq!((tally.parted, tally.paired), (0, 0));
}
