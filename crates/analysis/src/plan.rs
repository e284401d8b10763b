//! A plan: which runs a sweep over seeds and stated values consists of, so that several machines can share
//! them.
//!
//! 1. [`make`] writes down every unit: a run of one seed with one value for each varied parameter. The study
//!    stands in the plan as resolved, so that a machine needs no other file.
//! 2. [`shard`] runs the units of one shard: unit `u` belongs to shard `i` of `n` where
//!    `u − 1 ≡ i − 1 (mod n)`. A unit that is whole is skipped.
//! 3. [`merge`] checks that all units are there and puts them together.
//!
//! Order: values of the first parameter change slowest, seeds fastest. Nothing here looks at results to
//! choose what is run next: every value is stated beforehand.
//!
//! Leaves out: which machine runs what, and when; any shard can be run anywhere, in any order, and again.

mod error;
mod merge;
mod shard;
#[cfg(test)]
mod tests;
mod units;
mod vary;

pub use error::PlanError;
pub use merge::{Merged, merge};
pub use shard::{Done, Shard, ShardOptions, run};
pub use units::{FILE, Plan, Unit};
pub use vary::Varied;

use demerit_scenario::load::Scenario;
use demerit_study::run::name_of;
use demerit_worlds::Size;
use demerit_worlds::manifest::digest_of;
use units::{FORMAT, MOST_UNITS, text_of};

/// What to plan.
#[derive(Clone, Debug)]
pub struct PlanOptions {
    /// Persons, years and seeds.
    pub size: Size,
    /// What is varied.
    pub vary: Vec<Varied>,
    /// The command that one machine would give, for the plan.
    pub command: String,
}

/// Makes a plan.
///
/// # Errors
/// Parameters that are not there, have no range or are to leave it; values that make no valid study; too many
/// units.
pub fn make(scenario: &Scenario, options: &PlanOptions) -> Result<Plan, PlanError> {
    let resolved = text_of(&scenario.bundle())?;
    let figures = vary::figures(scenario, &options.vary)?;
    let combinations: usize = options.vary.iter().map(|one| one.values.len()).fold(1, usize::saturating_mul);
    let units = combinations.saturating_mul(options.size.seeds as usize);
    if units > MOST_UNITS {
        let message = format!("{units} units: a plan has at most {MOST_UNITS}; take fewer seeds or values");
        return Err(PlanError::Call(message));
    }
    let first = options.size.seed.unwrap_or(scenario.study.seed);
    let varied = figures
        .iter()
        .zip(&options.vary)
        .map(|(figure, one)| Varied { parameter: figure.name(), values: one.values.clone() });
    let mut plan = Plan {
        format: FORMAT,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        digest: String::new(),
        study: scenario.study.name.clone(),
        command: options.command.clone(),
        persons: options.size.persons,
        years: options.size.years,
        varied: varied.collect(),
        units: Vec::new(),
        resolved,
    };
    let base = plan.scenario()?;
    for combination in 0..combinations {
        let values = plan.values(combination);
        let at = vary::with_values(&base, &figures, &values)?;
        for seed in (0..u64::from(options.size.seeds)).map(|number| first.saturating_add(number)) {
            let chosen = demerit_worlds::sized(&at, &plan.size(seed))?;
            let scenario = digest_of(text_of(&chosen.bundle())?.as_bytes());
            let number = plan.units.len() as u32 + 1;
            let name = name_of(&chosen.study, &scenario, 1);
            plan.units.push(Unit { number, name, seed, values: values.clone(), scenario });
        }
    }
    plan.sealed()
}
