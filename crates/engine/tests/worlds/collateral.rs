//! Collateral: what people lose because of somebody else is exactly nothing where nobody is tied.
//!
//! Besides, what is passed on is checked against its sum: over one step, with degrees known, no point is lost
//! on the way.

use demerit_engine::{World, step};
use demerit_fixtures::census::{layer, quiet};
use demerit_fixtures::worlds::{
    all_do, events, lost_by, of, regime, rule, run, scale, spillover, watch, world,
};
use demerit_kernel::LANES;
use demerit_regime::{Channel, Matter, Parts, Regime, Rule, Spillover, Tie};
use demerit_society::population::ties::{Home, Scope};
use demerit_society::society::SocietyPlan;
use demerit_society::state::attribution::LossTable;
use demerit_society::state::events::EventKind;
use demerit_society::{Origin, society};

const PERSONS: u32 = 8_000;
const HOUSEHOLD: [Tie; 4] = [Tie::Partner, Tie::Parent, Tie::Child, Tie::Housemate];
const OUTSIDE: [Tie; 4] = [Tie::Kin, Tie::Friend, Tie::Colleague, Tie::Acquaintance];

/// A society in which one deed is done and seen, and a regime that takes `points` for it and passes them on.
fn taken(points: i16, spilling: Option<Spillover>) -> (SocietyPlan, Regime) {
    let mut plan = quiet();
    all_do(&mut plan, Matter::LateBill, 0.02);
    plan.watching = vec![watch(Channel::Finance, &[Matter::LateBill], 1.0)];
    let rules = vec![Rule { spills: true, ..rule(Matter::LateBill, points) }];
    let parts = Parts {
        scale: scale(-30_000, 0, 30_000),
        rules,
        spillover: spilling,
        reads: vec![Channel::Finance],
        ..Parts::default()
    };
    (plan, regime(parts))
}

fn alone(plan: &mut SocietyPlan) {
    plan.households.sizes = [1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];
    // The untilted compositions of one person: 0.6 adults, 0.4 elders.
    plan.households.children = 0.0;
    plan.households.elders = 0.4;
}

/// Three societies in which nobody is tied, by what carries losses, to anybody, each with its regime.
pub(crate) fn untied() -> [(SocietyPlan, Regime); 3] {
    let all = spillover(&Tie::ALL, 1.0);
    // Everybody lives alone and there is no layer.
    let (mut nobody_tied, regime) = taken(-10, all.clone());
    alone(&mut nobody_tied);
    // Ties outside the household carry, and there are none; those of the household carry nothing.
    let (no_layers, household_carries_nothing) = taken(-10, spillover(&OUTSIDE, 1.0));
    // There are layers, but all their ties are switched off.
    let (mut switched_off, _) = taken(-10, None);
    alone(&mut switched_off);
    switched_off.layers = vec![layer(Tie::Friend, Scope::City, 8, 2, 0.0)];
    [(nobody_tied, regime.clone()), (no_layers, household_carries_nothing), (switched_off, regime)]
}

#[test]
fn a_person_tied_to_nobody_loses_nothing_for_anybody() {
    for (plan, regime) in untied() {
        let mut world = world(&plan, PERSONS, regime, true);
        let tally = run(&mut world, 30);
        assert!(lost_by(&tally, Origin::OwnDeed) > 0);
        assert_eq!(lost_by(&tally, Origin::Tie), 0);
        assert!(events(&mut world).iter().all(|event| !matches!(event.kind, EventKind::Spilled { .. })));
        for chunk in world.chunks() {
            assert!(chunk.score.iter().copied().eq(chunk.all_deserved()));
            assert!(chunk.tables.iter().all(|one| one.losses == LossTable::default()));
        }
    }
}

#[test]
fn a_household_alone_is_enough_for_collateral() {
    let (plan, regime) = taken(-10, spillover(&HOUSEHOLD, 1.0));
    let tally = run(&mut world(&plan, PERSONS, regime, false), 30);
    assert!(
        lost_by(&tally, Origin::Tie) > lost_by(&tally, Origin::OwnDeed),
        "a household has more than two members"
    );
}

/// How many ties of these types each person has.
fn degrees(world: &World, ties: &[Tie]) -> Vec<u64> {
    let society = &world.society;
    let mut degrees = Vec::new();
    for chunk in world.chunks() {
        for place in 0..chunk.tables.len() as u32 {
            let block = chunk.first_block.0 + place;
            let from = (place * LANES) as usize;
            let to = from + society.persons_of(block) as usize;
            let (born, flags) = (&chunk.born[from..to], &chunk.tables[place as usize].flags);
            let couples = &chunk.tables[place as usize].marks.couples;
            let home: Home<'_> =
                society::home(society.pattern(block), born, flags, couples, block * LANES, world.tick);
            for lane in 0..born.len() as u16 {
                let mut degree = 0;
                home.each(lane, |tie, _| degree += u64::from(ties.contains(&tie)));
                for &tie in ties {
                    society
                        .ties
                        .each(society.city(block), block * LANES + u32::from(lane), tie, |_| degree += 1);
                }
                degrees.push(degree);
            }
        }
    }
    degrees
}

/// Own points lost times degree in each of `ticks` ticks, and the points lost by ties one tick later.
fn own_and_passed(plan: &SocietyPlan, regime: Regime, ties: &[Tie], ticks: u32) -> Vec<(u64, u64)> {
    let mut world = world(plan, PERSONS, regime, true);
    let degrees = degrees(&world, ties);
    let mut own = Vec::new();
    let mut passed = Vec::new();
    for _ in 0..=ticks {
        step(&mut world);
        passed.push(lost_by(&world.take_tally(), Origin::Tie));
        let here = events(&mut world);
        let entered = here.iter().filter(|event| matches!(event.kind, EventKind::Entered { .. }));
        own.push(
            entered
                .map(|event| u64::from(event.points.unsigned_abs()) * degrees[event.person as usize])
                .sum(),
        );
    }
    assert_eq!(passed[0], 0, "what is passed on takes a tick");
    own.into_iter().zip(passed.into_iter().skip(1)).collect()
}

fn tied(plan: &mut SocietyPlan) {
    plan.layers = vec![
        layer(Tie::Kin, Scope::City, 4, 1, 0.8),
        layer(Tie::Friend, Scope::City, 5, 1, 1.0),
        layer(Tie::Colleague, Scope::Neighbourhood, 12, 1, 0.5),
        layer(Tie::Acquaintance, Scope::City, 20, 1, 0.7),
    ];
}

#[test]
fn with_a_weight_of_one_every_tie_loses_the_whole_and_nothing_on_the_way() {
    for ties in [&HOUSEHOLD[..], &[Tie::Friend], &OUTSIDE] {
        let (mut plan, regime) = taken(-7, spillover(ties, 1.0));
        tied(&mut plan);
        for (tick, (own, passed)) in own_and_passed(&plan, regime, ties, 10).into_iter().enumerate() {
            assert!(own > 0);
            assert_eq!(own, passed, "lost at tick {tick}");
        }
    }
}

#[test]
fn one_step_passes_on_the_weight_times_the_points_in_the_mean() {
    for (points, weight) in [(-7, 0.3), (-3, 0.11), (-100, 0.017)] {
        let (mut plan, regime) = taken(points, spillover(&OUTSIDE, weight));
        tied(&mut plan);
        let sums = own_and_passed(&plan, regime, &OUTSIDE, 60);
        let (own, passed) = sums.iter().fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1));
        let points = f64::from(-points);
        let expected = own as f64 * of(weight).value();
        // Each tie rounds its loss to one of two neighbouring whole numbers: a coin with the fraction f as
        // its chance, drawn apart for each pair and tick. Somebody met in two layers draws the same coin
        // twice, hence the factor 2 on the variance.
        let fraction = (points * weight).fract();
        let messages = own as f64 / points;
        let error = f64::sqrt(2.0 * messages * fraction * (1.0 - fraction));
        assert!((passed as f64 - expected).abs() < 4.0 * error, "{passed} for {expected} ± {error}");
    }
}

#[test]
fn a_loss_travels_as_far_as_its_reach() {
    // Friends in pairs, whole weight: a loss goes to the friend and, with a reach of three, comes back and
    // goes once more.
    for reach in 1..=4u8 {
        let carried = spillover(&[Tie::Friend], 1.0).map(|spilling| Spillover { reach, ..spilling });
        let (mut plan, regime) = taken(-1, carried);
        alone(&mut plan);
        plan.layers = vec![layer(Tie::Friend, Scope::City, 2, 1, 1.0)];
        // One neighbourhood, so that nobody is left without a friend.
        let mut world = world(&plan, LANES, regime, false);
        let (mut own, mut passed) = (Vec::new(), Vec::new());
        for _ in 0..20 {
            step(&mut world);
            let tally = world.take_tally();
            own.push(lost_by(&tally, Origin::OwnDeed));
            passed.push(lost_by(&tally, Origin::Tie));
        }
        for tick in 0..20 {
            let expected: u64 = own[usize::saturating_sub(tick, usize::from(reach))..tick].iter().sum();
            assert_eq!(passed[tick], expected, "reach {reach}, tick {tick}");
        }
    }
}
