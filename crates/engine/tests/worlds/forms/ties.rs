//! Closed forms of what passes along ties: nothing where there are none, and (I − βW)⁻¹b where losses are
//! passed on and on.

use super::{each_seed, seeded};
use crate::collateral::untied;
use demerit_engine::World;
use demerit_fixtures::case::Case;
use demerit_fixtures::census::{by_all, layer, quiet};
use demerit_fixtures::worlds::{lost_by, of, regime, rule, run, scale, spillover, watch};
use demerit_kernel::LANES;
use demerit_regime::{Cap, Channel, Matter, Parts, Regime, Rule, Spillover, Tie};
use demerit_society::Origin;
use demerit_society::conduct::{ConductPlan, Follows};
use demerit_society::population::ties::Scope;
use demerit_society::society::SocietyPlan;

#[test]
fn collateral() {
    let mut case = Case::open("no-ties-no-collateral");
    for (id, (plan, regime)) in
        ["nobody-is-tied", "no-tie-that-carries", "ties-switched-off"].into_iter().zip(untied())
    {
        let [lost, own] = each_seed(|seed| {
            let tally = run(&mut seeded(&plan, 4096, regime.clone(), false, seed), 20);
            [lost_by(&tally, Origin::Tie) as f64, lost_by(&tally, Origin::OwnDeed) as f64]
        });
        assert!(own.iter().all(|&own| own > 0.0), "there is something to pass on");
        case.figure(id, 0.0, &lost);
    }
    case.close();
}

/// Weight of a tie.
const BETA: f64 = 0.04;
/// Steps that a loss travels, and no more.
const REACH: u8 = 4;
/// Points that are lost for the deed.
const POINTS: i16 = 1000;

/// The careless lose points once, in the first tick, and their friends a part of them, and theirs.
fn passing_on() -> (SocietyPlan, Regime) {
    let mut plan = quiet();
    let factors = [0.0, 0.0, 0.0, 1.0];
    let bill = Matter::LateBill;
    plan.conduct[bill.index()] = ConductPlan { follows: Follows::Care, factors, ..by_all(1.0 - 1e-12) };
    plan.watching = vec![watch(Channel::Finance, &[bill], 1.0)];
    // Four in a group, two groups: six friends.
    plan.layers = vec![layer(Tie::Friend, Scope::City, 4, 2, 1.0)];
    let once = Some(Cap { times: 1, window: 10_000 });
    let parts = Parts {
        scale: scale(-30_000, 0, 30_000),
        rules: vec![Rule { spills: true, cap: once, ..rule(bill, -POINTS) }],
        spillover: spillover(&[Tie::Friend], BETA).map(|spilling| Spillover { reach: REACH, ..spilling }),
        reads: vec![Channel::Finance],
        ..Parts::default()
    };
    (plan, regime(parts))
}

/// b + βW(b + βW(b + …)), `steps` deep.
fn passed(friends: &[Vec<u32>], own: &[f64], steps: u32) -> Vec<f64> {
    let mut lost = own.to_vec();
    for _ in 0..steps {
        let of_friends = |one: &Vec<u32>| one.iter().map(|&friend| lost[friend as usize]).sum::<f64>();
        lost = friends.iter().zip(own).map(|(one, own)| own + of(BETA).value() * of_friends(one)).collect();
    }
    lost
}

fn friends(world: &World, persons: u32) -> Vec<Vec<u32>> {
    let of_one = |person: u32| {
        let mut friends = Vec::new();
        let city = world.society.city(person / LANES);
        world.society.ties.each(city, person, Tie::Friend, |friend| friends.push(friend));
        friends
    };
    (0..persons).map(of_one).collect()
}

#[test]
fn spillover_to_its_fixed_point() {
    const PERSONS: u32 = 4096;
    let (plan, regime) = passing_on();
    let [total, steps, each] = each_seed(|seed| {
        let mut world = seeded(&plan, PERSONS, regime.clone(), false, seed);
        let friends = friends(&world, PERSONS);
        run(&mut world, u32::from(REACH) + 3);
        let chunks = || world.chunks().flat_map(|chunk| (0..chunk.persons()).map(move |at| (chunk, at)));
        let own: Vec<f64> = chunks()
            .map(|(chunk, at)| if chunk.habits_of(at).care() == 3 { f64::from(POINTS) } else { 0.0 })
            .collect();
        let lost: Vec<f64> = chunks().map(|(chunk, at)| -f64::from(chunk.score[at])).collect();
        // After 200 steps what is left to pass on is below 10⁻¹⁰⁰: the fixed point.
        let (fixed, short) = (passed(&friends, &own, 200), passed(&friends, &own, u32::from(REACH)));
        let sum = |values: &[f64]| values.iter().sum::<f64>();
        let (mut cross, mut square) = (0.0, 0.0);
        for ((lost, fixed), own) in lost.iter().zip(&fixed).zip(&own) {
            if *own == 0.0 {
                cross += lost * fixed;
                square += fixed * fixed;
            }
        }
        [sum(&lost) / sum(&fixed), sum(&lost) / sum(&short), cross / square]
    });
    let mut case = Case::open("spillover");
    case.figure("fixed-point", 1.0, &total);
    case.figure("four-steps", 1.0, &steps);
    case.figure("each-bystander", 1.0, &each);
    case.close();
}
