//! Watching: faces taken for others, joined files, hiding, attention.
//!
//! Counts are held against their expectation within four standard errors; what must be equal is equal bit by
//! bit.

use demerit_engine::World;
use demerit_fixtures::census::{by_all, quiet};
use demerit_fixtures::rich::{rich_parts, rich_society};
use demerit_fixtures::worlds::{
    all_do, entries_by, erring, events, of, regime, rule, run, scale, watch, world,
};
use demerit_regime::{Channel, Matter, Mechanism, Mechanisms, Parts, Regime, Safeguard, Safeguards};
use demerit_society::conduct::{ConductPlan, Follows};
use demerit_society::society::SocietyPlan;
use demerit_society::state::events::EventKind;
use demerit_society::watching::attention::Attention;
use demerit_society::watching::identification::Identification;
use demerit_society::watching::joined_files::JoinedFiles;
use demerit_society::watching::{Coverage, Watch};
use demerit_society::{Deed, Origin, Society, Tally};
use std::collections::HashMap;
use std::sync::Arc;

const PERSONS: u32 = 8_000;
const MATTER: Matter = Matter::TrafficOffence;

fn reads(channel: Channel) -> Regime {
    regime(Parts {
        scale: scale(-30_000, 0, 30_000),
        rules: vec![rule(MATTER, -1)],
        reads: vec![channel],
        ..Parts::default()
    })
}

fn faces() -> Identification {
    // Some 5 in 100 in a city of 5 million.
    Identification {
        false_match: 1e-8,
        looks: [0.6, 0.3, 0.1],
        looks_ratio: 9.0,
        women_ratio: 2.0,
        false_alarms: 0.0,
    }
}

/// Everybody does it now and then, and cameras look at it everywhere.
fn filmed() -> SocietyPlan {
    let mut plan = quiet();
    all_do(&mut plan, MATTER, 0.05);
    plan.watching = vec![watch(Channel::Camera, &[MATTER], 1.0)];
    plan.identification = Some(faces());
    plan
}

#[track_caller]
fn close(what: &str, count: u64, expected: f64) {
    assert!(
        (count as f64 - expected).abs() <= 4.0 * expected.sqrt() + 1.0,
        "{what}: {count} for {expected} ± {}",
        expected.sqrt()
    );
}

#[test]
fn the_wrong_person_is_named_as_often_as_the_gallery_and_the_looks_say() {
    let mut world = world(&filmed(), PERSONS, reads(Channel::Camera), true);
    let tally = run(&mut world, 100);
    let society = Arc::clone(&world.society);
    let recognition = society.recognition.as_ref().expect("faces are recognised");
    let (mut by_looks, mut by_sex) = ([0.0; 3], [0.0; 2]);
    let habits = demerit_fixtures::worlds::habits(&world);
    for person in 0..PERSONS {
        let (looks, sex) = (recognition.looks_of(&society, person), habits[person as usize].sex());
        let city = society.cities.index_of_block(person / 1024);
        // A little less: somebody alike is not found where a city has too few of them.
        let expected = 0.05 * 100.0 * recognition.wrong(city, looks, sex).value();
        by_looks[looks] += expected;
        by_sex[sex as usize] += expected;
    }
    for (&count, expected) in tally.mistaken_by_looks.iter().zip(by_looks) {
        close("looks", count, expected);
    }
    for (&count, expected) in tally.mistaken_by_sex.iter().zip(by_sex) {
        close("sex", count, expected);
    }
    assert!(by_looks[2] / 0.1 > 4.0 * by_looks[0] / 0.6, "the last looks group is mistaken far more often");
    let mut found = 0;
    for event in events(&mut world) {
        if let EventKind::Entered { origin: Origin::WrongPerson, .. } = event.kind {
            let doer = event.other.expect("somebody did it");
            assert_ne!(doer, event.person);
            assert_eq!(recognition.looks_of(&society, doer), recognition.looks_of(&society, event.person));
            assert_eq!(habits[doer as usize].sex(), habits[event.person as usize].sex());
            let city = |person: u32| society.cities.index_of_block(person / 1024);
            assert_eq!(city(doer), city(event.person));
            found += 1;
        }
    }
    assert!(found > 100, "{found}");
}

#[test]
fn false_alarms_fall_on_each_group_by_its_factor() {
    let plan = SocietyPlan {
        identification: Some(Identification { false_match: 0.0, false_alarms: 2.6, ..faces() }),
        ..filmed()
    };
    let plan = SocietyPlan { conduct: quiet().conduct, ..plan };
    let mut world = world(&plan, PERSONS, reads(Channel::Camera), false);
    let tally = run(&mut world, 100);
    let society = Arc::clone(&world.society);
    let recognition = society.recognition.as_ref().expect("faces are recognised");
    let mut expected = [0.0; 3];
    for (person, habits) in (0..PERSONS).zip(demerit_fixtures::worlds::habits(&world)) {
        let looks = recognition.looks_of(&society, person);
        expected[looks] += 100.0 * Watch::per_tick(2.6).value() * recognition.factor(looks, habits.sex());
    }
    for (&count, expected) in tally.mistaken_by_looks.iter().zip(expected) {
        close("alarms", count, expected);
    }
    let whole: u64 = tally.mistaken_by_sex.iter().sum();
    assert_eq!(entries_by(&tally, Origin::WrongPerson), whole);
}

/// The world with these mechanisms off and safeguards in force.
fn switched(plan: &SocietyPlan, regime: &Regime, off: &[Mechanism], safeguards: Safeguards) -> World {
    let mechanisms = off.iter().fold(Mechanisms::ALL, |all, &one| all.with(one, false));
    let mut world = world(plan, PERSONS, regime.switched(mechanisms, &safeguards).expect("a regime"), false);
    let society = world.society.switched(mechanisms, &safeguards);
    world.society = Arc::new(society);
    world
}

fn counted(plan: &SocietyPlan, off: &[Mechanism], safeguards: Safeguards, ticks: u32) -> Tally {
    run(&mut switched(plan, &regime(rich_parts()), off, safeguards), ticks)
}

#[test]
fn a_mechanism_that_is_off_is_quiet_and_leaves_what_is_seen_alone() {
    // Nobody responds, watching included: each error is looked at by itself.
    let plan = crate::twins::unmoved();
    let none = Safeguards::default();
    let whole = counted(&plan, &[], none, 20);
    for (mechanism, origin) in [
        (Mechanism::Identification, Origin::WrongPerson),
        (Mechanism::JoinedFiles, Origin::WrongJoin),
        (Mechanism::ClerkErrors, Origin::Clerk),
    ] {
        let without = counted(&plan, &[mechanism], none, 20);
        assert!(entries_by(&whole, origin) > 0 && entries_by(&without, origin) == 0, "{mechanism}");
        assert_eq!(whole.seen, without.seen, "{mechanism}");
        assert_eq!(whole.deeds, without.deeds, "{mechanism}");
        for other in [Origin::WrongPerson, Origin::WrongJoin, Origin::Clerk] {
            if other != origin {
                // A wrong join that a mistaken face had covered comes to light; nothing else moves.
                assert!(entries_by(&whole, other) <= entries_by(&without, other), "{mechanism}, {other:?}");
            }
        }
    }
    for (mechanism, channel) in [(Mechanism::Cameras, Channel::Camera), (Mechanism::Apps, Channel::App)] {
        let without = counted(&plan, &[mechanism], none, 20);
        assert_eq!(without.entries[channel.index()], [0; Origin::COUNT], "{mechanism}");
        assert_eq!(whole.deeds, without.deeds, "{mechanism}");
    }
    let everything = counted(&plan, &[Mechanism::Observation], none, 20);
    assert_eq!(everything.seen[MATTER.index()], everything.deeds[MATTER.index()]);
}

#[test]
fn a_higher_threshold_mistakes_fewer_and_misses_more() {
    let mut plan = filmed();
    plan.identification = Some(Identification { false_alarms: 1.0, ..faces() });
    let higher = Safeguards::default().with(Safeguard::MatchThreshold);
    let counts = |safeguards| run(&mut switched(&plan, &reads(Channel::Camera), &[], safeguards), 60);
    let (low, high) = (counts(Safeguards::default()), counts(higher));
    let mistaken = |tally: &Tally| tally.mistaken_by_sex.iter().sum::<u64>();
    close("a tenth", mistaken(&high), mistaken(&low) as f64 / 10.0);
    close("a tenth more is missed", high.seen[MATTER.index()], 0.9 * low.seen[MATTER.index()] as f64);
}

#[test]
fn a_namesake_suffers_again_and_again() {
    // One in ten does it every week, the others never.
    let mut plan = quiet();
    let factors = [0.0, 0.0, 0.0, 1e9];
    plan.conduct[MATTER.index()] = ConductPlan { follows: Follows::Care, factors, rate: 1.0, ..by_all(0.0) };
    plan.watching = vec![Watch { wrong_join: of(0.1), ..watch(Channel::Finance, &[MATTER], 1.0) }];
    plan.joined_files = Some(JoinedFiles { group: 8 });
    let mut world = world(&plan, PERSONS, reads(Channel::Finance), true);
    let tally = run(&mut world, 60);
    let society = Arc::clone(&world.society);
    let namesakes = society.namesakes.as_ref().expect("there are namesakes");
    let mut suffered: HashMap<u32, u32> = HashMap::new();
    for event in events(&mut world) {
        if let EventKind::Entered { origin: Origin::WrongJoin, .. } = event.kind {
            assert!(namesakes.same(event.other.expect("somebody did it"), event.person));
            *suffered.entry(event.person).or_default() += 1;
        }
    }
    let all = entries_by(&tally, Origin::WrongJoin);
    close("joined", all, 0.1 * tally.seen[MATTER.index()] as f64 * 59.0 / 60.0);
    // Were they drawn evenly from all, some Poisson share would be hit: here whole groups never are.
    let evenly = f64::from(PERSONS) * -f64::exp_m1(-(all as f64) / f64::from(PERSONS));
    assert!((suffered.len() as f64) < 0.8 * evenly, "{} of {evenly}", suffered.len());
    assert!(suffered.values().any(|&times| times >= 4));
}

#[test]
fn apps_read_all_of_those_who_use_them_and_do_not_hide() {
    let mut plan = quiet();
    all_do(&mut plan, MATTER, 0.2);
    plan.traits.uses_apps = of(1.0);
    plan.watching = vec![Watch { coverage: Coverage::AppUsers, ..watch(Channel::App, &[MATTER], 1.0) }];
    let mut world = world(&plan, PERSONS, reads(Channel::App), false);
    let tally = run(&mut world, 4);
    assert_eq!(tally.seen[MATTER.index()], tally.deeds[MATTER.index()], "nobody hides");
}

/// Two kinds of neighbourhoods: those with an odd number do it, a patrol looks half of the time.
fn patrolled(share: f64) -> (World, SocietyPlan) {
    let mut plan = quiet();
    all_do(&mut plan, MATTER, 0.02);
    plan.watching = vec![erring(watch(Channel::Security, &[MATTER], 0.4), 0.0, 0.2)];
    plan.attention = Some(Attention { share, weeks: 26 });
    (world(&plan, 24 * 1024, reads(Channel::Security), false), plan)
}

fn ratio(tally: &Tally) -> f64 {
    let share = |tenth: usize| tally.patrol_seen[tenth] as f64 / tally.patrolled[tenth] as f64;
    share(1) / share(0)
}

#[test]
fn attention_gathers_where_something_was_found_by_chance() {
    let [even, drawn] = [0.0, 0.9].map(|share| {
        let (mut world, _) = patrolled(share);
        run(&mut world, 30);
        run(&mut world, 70)
    });
    assert_eq!(even.deeds, drawn.deeds);
    // All neighbourhoods do alike, so even watching sees alike everywhere.
    assert!((ratio(&even) - 1.0).abs() < 0.05, "{}", ratio(&even));
    assert!(ratio(&drawn) > 1.08, "{}", ratio(&drawn));
    // Watching moves and hardly grows.
    let seen = |tally: &Tally| tally.seen[MATTER.index()] as f64;
    assert!((seen(&drawn) / seen(&even) - 1.0).abs() < 0.05, "{} {}", seen(&drawn), seen(&even));
    // So do the errors: a quota of entries is met where one looks.
    let errors = |tally: &Tally| entries_by(tally, Origin::Clerk) as f64;
    assert!((errors(&drawn) / errors(&even) - 1.0).abs() < 0.1, "{} {}", errors(&drawn), errors(&even));
}

#[test]
fn without_the_switch_nothing_is_kept_of_the_past() {
    let (_, plan) = patrolled(0.9);
    let mut world =
        switched(&plan, &reads(Channel::Security), &[Mechanism::Attention], Safeguards::default());
    let tally = run(&mut world, 20);
    assert!(world.chunks().flat_map(|chunk| &chunk.tables).all(|tables| tables.past == 0));
    let mut without = plan.clone();
    without.attention = None;
    let mut never = demerit_fixtures::worlds::world(&without, PERSONS, reads(Channel::Security), false);
    assert!(tally == run(&mut never, 20));
    assert_eq!(world.digest(), never.digest());
}

#[test]
fn kinds_that_no_regime_uses_are_not_done_and_change_no_other() {
    let plan = rich_society();
    let all = world(&plan, PERSONS, reads(Channel::Camera), false);
    let used = |matter: Matter| matter == MATTER;
    let fewer: Society = (*all.society).clone().only(used, |_| true);
    let (mut all, mut few) = (all.clone(), all);
    few.society = Arc::new(fewer);
    let (all, few) = (run(&mut all, 20), run(&mut few, 20));
    assert_eq!(few.deeds[Matter::CivicAct.index()], 0);
    assert_eq!(few.deeds[Matter::AlcoholPurchase.index()], 0);
    for deed in Deed::all().filter(|deed| few.deeds[deed.index()] > 0) {
        assert_eq!(all.deeds[deed.index()], few.deeds[deed.index()], "{}", deed.name());
    }
    assert!(few.deeds[Matter::CriticalPost.index()] > 0 && few.deeds[Matter::LateBill.index()] > 0);
    assert_eq!(all.seen, few.seen);
}

#[test]
fn cameras_see_by_their_number_in_each_class_of_city() {
    let mut plan = filmed();
    plan.identification = None;
    plan.watching[0] =
        Watch { coverage: Coverage::CityCameras, miss: of(0.2), ..watch(Channel::Camera, &[MATTER], 1.0) };
    let mut world = world(&plan, PERSONS, reads(Channel::Camera), false);
    let tally = run(&mut world, 60);
    assert_eq!(tally.camera_done.iter().sum::<u64>(), tally.deeds[MATTER.index()]);
    assert_eq!(tally.camera_seen.iter().sum::<u64>(), tally.seen[MATTER.index()]);
    let mut expected = [0.0; 5];
    for city in world.society.cities.all() {
        expected[city.class as usize] += 0.05 * 60.0 * f64::from(city.persons) * city.in_view.value() * 0.8;
    }
    for (&count, expected) in tally.camera_seen.iter().zip(expected) {
        close("seen", count, expected);
    }
    assert_eq!(tally.patrolled[0], tally.deeds[MATTER.index()], "without attention nowhere is watched most");
}
