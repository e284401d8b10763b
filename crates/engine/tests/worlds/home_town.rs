//! Home town, shunning and leaving in whole worlds.

use demerit_engine::{Change, Schedule, World};
use demerit_fixtures::census::{layer, quiet};
use demerit_fixtures::rich::rich_consequences;
use demerit_fixtures::worlds::{
    all_do, gate, of, regime, rule, run, scale, spillover, tiers, watch, world, world_under,
};
use demerit_kernel::{Chance, Tick};
use demerit_regime::{Channel, Gate, Matter, Mechanism, Mechanisms, Parts, Regime, Request, Safeguards, Tie};
use demerit_society::consequences::Consequences;
use demerit_society::consequences::home_town::HomeTown;
use demerit_society::consequences::migration::Migration;
use demerit_society::consequences::shunning::Shunning;
use demerit_society::population::ties::Scope;
use demerit_society::society::SocietyPlan;
use demerit_society::{Deed, Origin};
use std::sync::Arc;

const PERSONS: u32 = 4_000;

/// A share of all is late with a bill in each tick, and everybody wants to travel.
fn travellers(late: f64, consequences: Consequences) -> SocietyPlan {
    let mut plan = quiet();
    all_do(&mut plan, Matter::LateBill, late);
    plan.conduct[Deed::Ask(Request::RailTrip).index()] = demerit_fixtures::census::by_all(0.5);
    plan.watching = vec![watch(Channel::Finance, &[Matter::LateBill], 1.0)];
    plan.consequences = consequences;
    plan
}

/// One late bill brings a sanction, and these gates refuse.
fn harsh(gates: Vec<Gate>) -> Regime {
    regime(Parts {
        scale: scale(0, 600, 800),
        rules: vec![rule(Matter::LateBill, -100)],
        tiers: tiers(&[0, 550], 550),
        gates,
        reads: vec![Channel::Finance],
        ..Parts::default()
    })
}

fn seats() -> Vec<Gate> {
    vec![gate(Request::RailTrip, 0b1, false, 0), gate(Request::AirTrip, 0b1, false, 0)]
}

fn without(world: &World, mechanism: Mechanism) -> World {
    let off = Mechanisms::ALL.with(mechanism, false);
    let society = world.society.switched(off, &Safeguards::default());
    World::new(Arc::new(society), world.schedule.clone(), world.cohort.clone())
}

fn count(world: &World, plane: fn(&demerit_society::state::Planes) -> u32) -> u32 {
    world.chunks().flat_map(|chunk| &chunk.planes).map(plane).sum()
}

#[test]
fn trips_are_lost_by_want_of_patience_or_of_a_room() {
    let home_town = HomeTown { slow: of(0.75) };
    let plan = travellers(0.9, Consequences { home_town: Some(home_town), ..Consequences::default() });
    let tally = run(&mut world(&plan, PERSONS, harsh(seats()), false), 10);
    let refused: u64 = tally.refused[Request::RailTrip.index()].iter().sum();
    // A quarter of the refused; four standard errors.
    let expected = refused as f64 / 4.0;
    assert!(
        (tally.trips_lost as f64 - expected).abs() < 4.0 * f64::sqrt(expected * 0.75),
        "{}",
        tally.trips_lost
    );
    let no_room = [seats(), vec![gate(Request::Deposit, 0b1, false, 0)]].concat();
    let mut held = world(&plan, PERSONS, harsh(no_room), false);
    let mut free = without(&held, Mechanism::HomeTown);
    let tally = run(&mut held, 10);
    assert_eq!(tally.trips_lost, tally.refused[Request::RailTrip.index()].iter().sum::<u64>());
    let tally = run(&mut free, 10);
    assert_eq!(
        (tally.trips_lost, tally.refused[Request::RailTrip.index()].iter().sum::<u64>()),
        (0, refused)
    );
}

/// A society in which points are lost along friendships, which are cut with this chance.
fn friends(cut: Chance) -> SocietyPlan {
    let shunning = Some(Shunning { cut, heals: Chance::ZERO });
    let mut plan = travellers(0.1, Consequences { shunning, ..Consequences::default() });
    plan.layers = vec![layer(Tie::Friend, Scope::City, 5, 1, 1.0)];
    plan
}

fn passed_on(plan: &SocietyPlan) -> (u64, u64) {
    let parts = Parts { spillover: spillover(&[Tie::Friend], 0.5), ..harsh(Vec::new()).into_parts() };
    let mut rules = parts.rules.clone();
    rules.iter_mut().for_each(|rule| rule.spills = true);
    let mut world = world(plan, PERSONS, regime(Parts { rules, ..parts }), false);
    let tally = run(&mut world, 30);
    let by_tie = tally.points_lost.iter().map(|one| one[Origin::Tie.index()]).sum();
    (by_tie, tally.ties_cut)
}

#[test]
fn nothing_goes_along_a_cut_tie() {
    let (whole, none) = passed_on(&friends(Chance::ZERO));
    let (some, cut) = passed_on(&friends(of(0.5)));
    assert!(whole > some && none == 0 && cut > 0, "{whole} {some} {cut}");
    // Everybody has four friends, and all ties of everybody under a sanction are cut: what the first loss
    // sends still goes out, since the sanction falls at the end of the tick, but nothing reaches those who
    // are shunned already and nothing is sent later.
    let (least, all) = passed_on(&friends(Chance::ONE));
    assert!(least < some && all > cut, "{least} {some} {all} {cut}");
}

#[test]
fn ties_heal_when_the_sanction_is_over_and_nobody_is_shunned_without_scars() {
    let shunning = Some(Shunning { cut: of(0.5), heals: of(0.2) });
    let mut plan = travellers(0.5, Consequences { shunning, ..Consequences::default() });
    plan.layers = vec![layer(Tie::Colleague, Scope::Neighbourhood, 6, 1, 1.0)];
    let changes = vec![Change { from: Tick(10), cities: None, regime: 1 }];
    let regimes = vec![harsh(Vec::new()), demerit_fixtures::worlds::null()];
    let mut world = world_under(&plan, PERSONS, Schedule::new("w", regimes, changes), 0);
    for mechanism in [Mechanism::Scarring, Mechanism::Adaptation] {
        let mut still = without(&world, mechanism);
        assert_eq!((run(&mut still, 5).ties_cut, count(&still, |planes| planes.shunned.count())), (0, 0));
    }
    run(&mut world, 10);
    let shunned = count(&world, |planes| planes.shunned.count());
    assert!(shunned > PERSONS * 9 / 10);
    run(&mut world, 5);
    let left = f64::from(count(&world, |planes| planes.shunned.count())) / f64::from(shunned);
    assert!((left - f64::powi(0.8, 5)).abs() < 0.05, "{left}");
}

/// Two cities' worth of persons, of whom those in the first come under the regime at once and all at tick 40.
fn rollout(consequences: Consequences, gates: Vec<Gate>) -> World {
    let mut plan = travellers(0.5, consequences);
    plan.layers = Vec::new();
    let regimes = vec![demerit_fixtures::worlds::null(), harsh(gates)];
    let cities = Some(vec![0]);
    let changes =
        vec![Change { from: Tick(0), cities, regime: 1 }, Change { from: Tick(40), cities: None, regime: 1 }];
    world_under(&plan, 40_000, Schedule::new("w", regimes, changes), 0)
}

fn leaving() -> Consequences {
    let leaving = rich_consequences().migration.expect("some leave in the rich society");
    Consequences {
        migration: Some(Migration { leaves: of(0.1), ..leaving }),
        home_town: Some(HomeTown { slow: Chance::ONE }),
        ..Consequences::default()
    }
}

#[test]
fn who_is_under_a_sanction_leaves_while_there_is_an_elsewhere() {
    let mut world = rollout(leaving(), seats());
    let mut still = without(&world, Mechanism::Adaptation);
    let away = |world: &World| count(world, |planes| planes.away.count());
    let tally = run(&mut world, 30);
    assert!(tally.left > 50 && away(&world) > 50, "{}", tally.left);
    for chunk in world.chunks() {
        for (block, planes) in chunk.planes.iter().enumerate() {
            for lane in planes.away.lanes() {
                let at = block * 1024 + usize::from(lane);
                assert!(!chunk.flags(at).has(demerit_society::Flags::SANCTIONED));
            }
        }
    }
    run(&mut world, 12);
    assert_eq!(away(&world), 0, "everywhere under the regime, everybody is back");
    assert_eq!((run(&mut still, 30).left, away(&still)), (0, 0));
}

#[test]
fn who_is_held_at_home_cannot_leave() {
    let rooms = vec![gate(Request::Home, 0b1, false, 0)];
    let mut world = rollout(leaving(), [seats(), rooms].concat());
    assert_eq!(run(&mut world, 30).left, 0);
}
