//! A plan: which runs a sweep over seeds and stated values consists of, so that several machines can share
//! them.
//!
//! 1. [`make`] writes down the study as resolved, so that a machine needs no other file, the varied values
//!    and the seeds. From these every machine makes the same units: a unit is a run of one seed with one
//!    value for each varied parameter.
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
pub use units::{FILE, Made, Plan, PlanFile, Seeds, Unit};
pub use vary::Varied;

use demerit_scenario::load::Scenario;
use demerit_worlds::Size;
use units::{FORMAT, text_of};

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
    let figures = vary::figures(scenario, &options.vary)?;
    let varied = figures
        .iter()
        .zip(&options.vary)
        .map(|(figure, one)| Varied { parameter: figure.name(), values: one.values.clone() });
    let &Size { persons, years, seed, seeds } = &options.size;
    let file = PlanFile {
        format: FORMAT,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        digest: String::new(),
        study: scenario.study.name.clone(),
        command: options.command.clone(),
        persons,
        years,
        seeds: Seeds { first: seed.unwrap_or(scenario.study.seed), count: seeds },
        varied: varied.collect(),
        resolved: text_of(&scenario.bundle())?,
    };
    let plan = Plan::of(file.sealed()?)?;
    plan.try_all().map(|()| plan)
}
