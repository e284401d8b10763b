//! A run without a folder: the readings of one seed, kept in memory.

use crate::LiveError;
use crate::schedules::schedules;
use crate::seed::{Gathered, live};
use crate::sized::Size;
use crate::tables::MeasureRow;
use demerit_engine::World;
use demerit_kernel::{Draws, Seed};
use demerit_scenario::load::Scenario;
use demerit_society::state::events::Cohort;
use std::sync::Arc;

/// The scenario with this many persons, this many years and this seed.
///
/// # Errors
/// As for [`crate::sized()`].
pub fn sized(
    scenario: &Scenario,
    persons: u32,
    years: Option<f64>,
    seed: u64,
) -> Result<Scenario, LiveError> {
    crate::sized(scenario, &Size { persons: Some(persons), years, seed: Some(seed), seeds: 1 })
}

/// The readings of a scenario's own seed.
///
/// # Errors
/// A society that cannot be built.
pub fn readings(scenario: &Scenario, pool: &rayon::ThreadPool) -> Result<Vec<MeasureRow>, LiveError> {
    let mut gathered = Gathered::default();
    live::<LiveError>(scenario, scenario.study.seed, false, None, pool, &mut gathered, &mut |_| Ok(()))?;
    Ok(gathered.measures)
}

/// The worlds of a scenario at their first tick, without a cohort: for timing the tick itself.
///
/// # Errors
/// A society that cannot be built.
pub fn worlds(scenario: &Scenario) -> Result<Vec<World>, LiveError> {
    let society = scenario.society(Draws::new(Seed(scenario.study.seed)))?;
    let nobody = Arc::new(Cohort::default());
    let schedules = schedules(scenario, &society)?.schedules;
    Ok(schedules
        .into_iter()
        .map(|(schedule, society)| World::new(society, schedule, Arc::clone(&nobody)))
        .collect())
}
