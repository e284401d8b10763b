//! The engine against the reference: 2,000 persons over 200 ticks, every field of every person, the mail and
//! the counts after each tick.

use demerit_engine::{Schedule, World, step};
use demerit_kernel::Chance;
use demerit_reference::{Reference, tallies_differ};
use demerit_regime::{ErrorSource, Matter, Mechanism, Regime, Safeguard};
use demerit_scenario::load::{self, Scenario};
use demerit_scenario::word::Word;
use demerit_society::state::events::Cohort;
use demerit_society::watching::Watch;
use demerit_society::{Deed, Lasting, Origin, Society, Tally};
use demerit_study::outside::Disk;
use demerit_worlds::in_memory;
use std::path::Path;
use std::sync::Arc;

const PERSONS: u32 = 2_000;
const TICKS: u32 = 200;

/// Steps both, and fails at the first tick after which they differ, with the first differences.
fn agree(name: &str, society: &Arc<Society>, schedule: &Schedule, ticks: u32) -> Tally {
    let nobody = Arc::new(Cohort::new(0, society.persons, &society.draws));
    let mut world = World::new(Arc::clone(society), schedule.clone(), nobody);
    let mut reference = Reference::new(Arc::clone(society), schedule.clone());
    let mut whole = Tally::default();
    let start = reference.differences(&world);
    assert!(start.is_empty(), "{name}, before the first tick: {}", start[0]);
    for tick in 0..ticks {
        step(&mut world);
        reference.step();
        let differ = reference.differences(&world);
        let (mine, theirs) = (reference.take_tally(), world.take_tally());
        let counts = tallies_differ(&mine, &theirs);
        let told: Vec<String> = differ.iter().take(12).map(ToString::to_string).collect();
        assert!(
            differ.is_empty() && counts.is_empty(),
            "{name}, tick {tick}: {} differences\n{}\n{}",
            differ.len(),
            told.join("\n"),
            counts.join("\n")
        );
        whole.add(&theirs);
    }
    whole
}

fn everything() -> Scenario {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/everything.toml");
    let mut scenario = load::study(path.to_str().unwrap(), &Disk).unwrap();
    let plan = &mut scenario.plan;
    let more = |chance: Chance, times: f64| Chance::from_share((chance.value() * times).min(1.0));
    // Lives are short and restless.
    plan.life.deaths *= 8.0;
    plan.life.divorces *= 20.0;
    plan.life.marriages *= 20.0;
    // What is rare happens, and channels err.
    for (deed, conduct) in Deed::all().zip(&mut plan.conduct) {
        let times = match deed {
            Deed::Act(Matter::UnpaidOrder) => 30.0,
            _ if conduct.rate < 0.5 => 10.0,
            _ => 1.0,
        };
        conduct.rate *= times;
    }
    for watch in &mut plan.watching {
        watch.miss = Chance::from_share(0.1);
        watch.wrong_person = Chance::from_share(0.05);
        watch.wrong_join = Chance::from_share(0.05);
        watch.false_match = Watch::per_tick(0.2);
        watch.clerk = Watch::per_tick(0.2);
    }
    if let Some(one) = &mut plan.identification {
        one.false_match *= 20.0;
        one.false_alarms = 0.5;
    }
    let filing = plan.remedies.filing.as_mut().unwrap();
    (filing.wronged, filing.others) = (Chance::from_share(0.2), Chance::from_share(0.1));
    let correction = plan.remedies.correction.as_mut().unwrap();
    (correction.reaches, correction.exchange) = (Chance::from_share(0.4), Chance::from_share(0.1));
    let leaving = plan.consequences.migration.as_mut().unwrap();
    leaving.leaves = more(leaving.leaves, 20.0).max(Chance::from_share(0.05));
    leaving.returns = Chance::from_share(0.05);
    scenario
}

#[test]
fn the_studies_of_the_catalogue() {
    for study in ["no-dark-corner", "nation"] {
        let scenario = load::study(study, &Disk).unwrap();
        let scenario = in_memory::sized(&scenario, PERSONS, None, scenario.study.seed).unwrap();
        for world in in_memory::worlds(&scenario).unwrap() {
            agree(study, &world.society, &world.schedule, TICKS);
        }
    }
}

/// The first world of a scenario.
fn first(scenario: &Scenario) -> World {
    in_memory::worlds(scenario).unwrap().swap_remove(0)
}

#[test]
fn everything_at_once() {
    let scenario = everything();
    let mut whole = Tally::default();
    for world in in_memory::worlds(&scenario).unwrap() {
        assert!(Mechanism::ALL.into_iter().all(|one| world.society.mechanisms.on(one)));
        whole.add(&agree(&world.schedule.world, &world.society, &world.schedule, TICKS));
    }
    let happened = [
        ("deaths", whole.deaths),
        ("partings", whole.parted),
        ("pairings", whole.paired),
        ("departures", whole.left),
        ("jobs lost", whole.jobs_lost),
        ("ties cut", whole.ties_cut),
        ("posts withheld", whole.withheld[2]),
        ("posts withheld for others", whole.withheld_for_others[2]),
        ("posts muted", whole.muted[2]),
        ("posts roused", whole.roused[2]),
        ("posts for points", whole.played[1]),
        ("posts silenced", whole.silenced[2]),
        ("accounts closed", whole.accounts_closed),
        ("faces mistaken", whole.mistaken_by_looks.iter().sum()),
        ("wrong inferences", whole.inferred.iter().sum::<u64>() - whole.inferred_rightly.iter().sum::<u64>()),
        ("points spilled", whole.points_lost.iter().map(|by_origin| by_origin[5]).sum()),
        ("points fed", whole.fed),
        ("checks", whole.checks),
        ("wrong checks", whole.checks_wrong),
        ("sanctions", whole.sanctions_begun),
        ("wrongs ended", whole.ended_all(Lasting::Wrong)),
        ("listings", whole.listed),
        ("ends of listings", whole.unlisted),
        ("refusals", whole.refused.as_flattened().iter().sum()),
        ("refusals by the list", whole.refused_listed),
        ("privileges", whole.privileged.iter().sum()),
        ("trips lost", whole.trips_lost),
        ("appeals upheld", whole.upheld),
        ("appeals rejected", whole.rejected),
        ("appeals without an answer", whole.silent),
        ("appeals lapsed", whole.lapsed),
        ("corrections undone", whole.corrections_undone),
        ("sanctions stopped", whole.stopped),
        ("acts left undone", whole.deterred.iter().sum()),
    ];
    for (what, count) in happened {
        assert!(count > 0, "there were no {what}: the comparison says nothing about them");
    }
}

#[test]
fn each_mechanism_off() {
    for off in Mechanism::ALL {
        let mut scenario = everything();
        scenario.study.mechanisms.insert(Word(off), false);
        let world = first(&scenario);
        assert!(!world.society.mechanisms.on(off));
        agree(&format!("without {}", off.name()), &world.society, &world.schedule, 80);
    }
}

/// Everything with these sources of error off.
fn without_errors(off: &[ErrorSource]) -> Scenario {
    let mut scenario = everything();
    for world in &mut scenario.study.worlds {
        world.errors = off.iter().map(|&one| (Word(one), false)).collect();
    }
    scenario
}

/// Entries of an origin.
fn entries(tally: &Tally, origin: Origin) -> u64 {
    tally.entries.iter().map(|by_origin| by_origin[origin.index()]).sum()
}

#[test]
fn each_error_off() {
    for off in ErrorSource::ALL {
        let world = first(&without_errors(&[off]));
        let tally = agree(&format!("without the error {off}"), &world.society, &world.schedule, 120);
        for origin in Origin::ERRORS {
            let lost: u64 = tally.points_lost.iter().map(|by_origin| by_origin[origin.index()]).sum();
            let written = entries(&tally, origin);
            if origin.name() != off.name() {
                assert!(written + lost > 0, "nothing by {origin} without the error {off}");
            } else {
                assert_eq!(written, 0, "{off}");
                // What a company's file brings in by its other errors is put down to the join.
                assert!(lost == 0 || off == ErrorSource::WrongJoin, "{lost} points by {off}");
            }
        }
    }
}

#[test]
fn without_errors_the_record_is_true_and_rules_stay() {
    let mut tally = Tally::default();
    for world in in_memory::worlds(&without_errors(&ErrorSource::ALL)).unwrap() {
        tally.add(&agree("without errors", &world.society, &world.schedule, TICKS));
    }
    for origin in Origin::ERRORS {
        assert_eq!(entries(&tally, origin), 0, "{origin}");
    }
    assert_eq!((tally.checks_wrong, tally.corrections_undone), (0, 0));
    assert_eq!(tally.inferred, tally.inferred_rightly);
    assert!(tally.inferred.iter().sum::<u64>() > 0 && tally.checks > 0 && tally.sanctions_begun > 0);
    let wrong: u64 =
        Origin::ERRORS.iter().map(|one| tally.sanction_weeks[one.index()].iter().sum::<u64>()).sum();
    assert_eq!(wrong, 0, "what is wrong without errors is put down to none of them");
}

#[test]
fn each_safeguard_alone() {
    for one in Safeguard::ALL {
        let mut scenario = everything();
        scenario.study.worlds[0].safeguards = vec![Word(one)];
        let world = first(&scenario);
        assert!(world.society.safeguards.on(one));
        agree(&format!("under {one}"), &world.society, &world.schedule, 80);
    }
}

#[test]
fn many_stale_copies() {
    let mut scenario = everything();
    let correction = scenario.plan.remedies.correction.as_mut().unwrap();
    (correction.copies, correction.reaches) = (2, Chance::ZERO);
    correction.exchange = Chance::from_share(0.02);
    for regime in scenario.resolved.values_mut() {
        let mut parts = regime.clone().into_parts();
        if let Some(appeals) = &mut parts.appeals {
            (appeals.capacity_milli, appeals.silence) = (1_000_000, Chance::ZERO);
            (appeals.upheld_wrong, appeals.upheld_right) = (Chance::ONE, Chance::from_share(0.5));
        }
        *regime = Regime::new(&regime.name, &regime.title, parts).unwrap();
    }
    for attribution in [true, false] {
        scenario.study.mechanisms.insert(Word(Mechanism::Attribution), attribution);
        let world = first(&scenario);
        let tally = agree("stale copies", &world.society, &world.schedule, TICKS);
        assert!(tally.corrections_undone > 50, "{}", tally.corrections_undone);
    }
}

#[test]
fn many_neighbourhoods() {
    let mut scenario = in_memory::sized(&everything(), 12_000, None, 3).unwrap();
    // One regime everywhere, so that there are ten neighbourhoods to have a tenth.
    scenario.study.mechanisms.insert(Word(Mechanism::Rollout), false);
    let world = first(&scenario);
    let tally = agree("twelve neighbourhoods", &world.society, &world.schedule, 40);
    assert!(tally.patrolled[1] > 0, "some are among the tenth most watched");
}

#[test]
fn one_person_and_no_rule() {
    for persons in [1, 2, 1024, 1025] {
        let scenario = in_memory::sized(&everything(), persons, None, 1).unwrap();
        for world in in_memory::worlds(&scenario).unwrap() {
            agree(&format!("{persons} persons"), &world.society, &world.schedule, 60);
        }
    }
}

#[test]
fn a_difference_is_found_and_named() {
    let world = first(&everything());
    let mut other = (*world.society).clone();
    other.response.own += 1;
    let mut reference = Reference::new(Arc::new(other), world.schedule.clone());
    let mut world = world;
    let mut differ = Vec::new();
    while differ.is_empty() && reference.tick() < TICKS {
        step(&mut world);
        reference.step();
        differ = reference.differences(&world);
    }
    let one = differ.first().expect("another fear is a difference");
    assert_eq!(one.field, "fear", "{one}");
    assert!(one.of.starts_with("person "), "{one}");
    let values = [&one.reference, &one.engine].map(|text| text.parse::<u8>().unwrap());
    assert_eq!(values[0], values[1] + 1, "{one}");
    // By tallies: what only one of the two counted.
    let mut mine = reference.take_tally();
    assert!(
        tallies_differ(&mine, &world.take_tally()).is_empty(),
        "fear alone moves no count in its first tick"
    );
    let theirs = mine.clone();
    mine.upheld_wrong += 7;
    let told = tallies_differ(&mine, &theirs);
    assert!(told.len() == 1 && told[0].starts_with("upheld_wrong"), "{told:?}");
}
