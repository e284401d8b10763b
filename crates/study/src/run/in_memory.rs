//! A run without a folder: the readings of one seed, kept in memory.

use super::{Gathered, RunError, RunOptions, one_seed, with_options};
use crate::load::Scenario;
use crate::tables::MeasureRow;
use crate::worlds::schedules;
use demerit_engine::World;
use demerit_kernel::{Draws, Seed};
use demerit_society::events::Cohort;
use std::path::PathBuf;
use std::sync::Arc;

/// The scenario with so many persons, so many years and this seed, as a run would take it.
///
/// # Errors
/// As for a run's options.
pub fn sized(scenario: &Scenario, persons: u32, years: Option<f64>, seed: u64) -> Result<Scenario, RunError> {
    let options = RunOptions {
        persons: Some(persons),
        years,
        seed: Some(seed),
        seeds: 1,
        threads: None,
        out: PathBuf::new(),
        force: false,
        command: String::new(),
    };
    with_options(scenario, &options)
}

/// The readings of a scenario's own seed.
///
/// # Errors
/// A society that cannot be built.
pub(crate) fn readings(scenario: &Scenario, pool: &rayon::ThreadPool) -> Result<Vec<MeasureRow>, RunError> {
    let mut gathered = Gathered::default();
    one_seed(scenario, scenario.study.seed, false, pool, &mut gathered, &mut |_, _, _, _| Ok(()))?;
    Ok(gathered.measures)
}

/// The worlds of a scenario at their first tick, without a cohort: for timing the tick itself.
///
/// # Errors
/// A society that cannot be built.
pub fn worlds(scenario: &Scenario) -> Result<Vec<World>, RunError> {
    let persons = scenario.study.persons;
    let draws = Draws::new(Seed(scenario.study.seed));
    let society = scenario.society(draws)?;
    let nobody = Arc::new(Cohort::new(0, persons, &draws));
    let schedules = schedules(scenario, &society).schedules;
    Ok(schedules
        .into_iter()
        .map(|(schedule, society)| World::new(society, schedule, Arc::clone(&nobody)))
        .collect())
}
