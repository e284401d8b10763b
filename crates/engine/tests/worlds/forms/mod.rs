//! Closed forms: what the mechanisms of the model must come to where mathematics says what that is, each form
//! a case of `validation/`.
//!
//! What is expected is computed here from the numbers of the plan, and never typed in. Every figure is
//! simulated with several seeds; how far their mean may lie from the expected value stands in the file of the
//! case.

mod income;
mod lists;
mod opinion;
mod record;
mod spread;
mod ties;

use demerit_engine::{Schedule, World};
use demerit_kernel::{Draws, Seed};
use demerit_regime::Regime;
use demerit_society::Society;
use demerit_society::society::SocietyPlan;
use demerit_society::state::events::Cohort;
use std::sync::Arc;

/// The seed of the tests that take one.
pub(crate) const SEED: u64 = 20_200_101;
/// The seeds of a figure: from 1 on.
const SEEDS: u64 = 16;

/// A world under one regime from the start; events are told of everybody if `told`.
pub(crate) fn seeded(plan: &SocietyPlan, persons: u32, regime: Regime, told: bool, seed: u64) -> World {
    let regimes = Schedule::new("test", vec![regime], Vec::new());
    seeded_under(plan, persons, regimes, told, seed)
}

/// The same under a plan of regimes.
fn seeded_under(plan: &SocietyPlan, persons: u32, regimes: Schedule, told: bool, seed: u64) -> World {
    let draws = Draws::new(Seed(seed));
    let society = Arc::new(Society::new(plan, persons, draws).expect("a plan that can be built"));
    let cohort = Cohort::new(if told { persons } else { 0 }, persons, &draws);
    World::new(society, regimes, Arc::new(cohort))
}

/// Several values for each seed, by value.
fn each_seed<const N: usize>(values: impl Fn(u64) -> [f64; N]) -> [Vec<f64>; N] {
    let mut of = [const { Vec::new() }; N];
    for seed in 1..=SEEDS {
        for (of, value) in of.iter_mut().zip(values(seed)) {
            of.push(value);
        }
    }
    of
}
