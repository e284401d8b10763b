//! A run without a folder: the readings of one seed, kept in memory.

use crate::LiveError;
use crate::reader::Reader;
use crate::schedules::schedules;
use crate::seed::{Built, WorldSpec};
use crate::sized::Size;
use crate::tables::MeasureRow;
use demerit_engine::{World, step};
use demerit_kernel::{Draws, Seed, Tick};
use demerit_scenario::load::Scenario;
use demerit_society::TICKS_PER_YEAR;
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
    Ok(pool.install(|| lived(scenario, &mut || true))?.unwrap_or_default())
}

/// The readings of a scenario's own seed, without a cohort; `None` where `go_on`, which is asked after each
/// tick, says no.
///
/// # Errors
/// A society that cannot be built.
pub fn lived(
    scenario: &Scenario,
    go_on: &mut dyn FnMut() -> bool,
) -> Result<Option<Vec<MeasureRow>>, LiveError> {
    lived_and_read(scenario, 0, go_on)
}

/// As [`lived`], but read only as far as numbers over the last year need it: all that comes before the year
/// in which that begins is one period.
///
/// # Errors
/// As for [`lived`].
pub fn last_year(
    scenario: &Scenario,
    go_on: &mut dyn FnMut() -> bool,
) -> Result<Option<Vec<MeasureRow>>, LiveError> {
    let begins = scenario.ticks().saturating_sub(TICKS_PER_YEAR);
    lived_and_read(scenario, begins / TICKS_PER_YEAR * TICKS_PER_YEAR, go_on)
}

fn lived_and_read(
    scenario: &Scenario,
    since: u32,
    go_on: &mut dyn FnMut() -> bool,
) -> Result<Option<Vec<MeasureRow>>, LiveError> {
    let Built { specs, pilot, .. } = Built::new(scenario, scenario.study.seed, Cohort::default())?;
    let reader = Reader::new(scenario, scenario.study.seed, pilot);
    let build = |spec: WorldSpec| World::new(spec.society, spec.schedule, spec.cohort);
    let mut worlds: Vec<World> = specs.into_iter().map(build).collect();
    Ok(read_through(scenario, &mut worlds, reader, since, go_on))
}

/// The readings of these worlds, lived to the end, from the one after `since` ticks on; `None` where `go_on`
/// says no.
pub(crate) fn read_through(
    scenario: &Scenario,
    worlds: &mut [World],
    mut reader: Reader,
    since: u32,
    go_on: &mut dyn FnMut() -> bool,
) -> Option<Vec<MeasureRow>> {
    let mut rows = Vec::new();
    for tick in 0..scenario.ticks() {
        worlds.iter_mut().for_each(step);
        if tick + 1 >= since && Reader::is_due(scenario, tick + 1) {
            reader.read(worlds, Tick(tick), &mut rows);
        }
        if !go_on() {
            return None;
        }
    }
    Some(rows)
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
