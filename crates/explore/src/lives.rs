//! Lives: both worlds once more, for what befell single persons, event by event.
//!
//! Luck is keyed by person and week, so that the lives are those that were lived before; nothing else is read of the worlds.

use demerit_scenario::load::Scenario;
use demerit_society::state::events::Cohort;
use demerit_worlds::LiveError;
use demerit_worlds::in_memory::sized;
use demerit_worlds::manifest::manifest;
use demerit_worlds::reader::Reader;
use demerit_worlds::seed::{Built, Gathered, SeedRun};
use demerit_worlds::tables::RunTables;

/// The rows of these persons in the first two worlds of a scenario.
///
/// # Errors
/// A person that there is not; a society that cannot be built; the caller's stop.
pub fn lives(
    scenario: &Scenario,
    persons: &[u32],
    pool: &rayon::ThreadPool,
    heard: &mut dyn FnMut(u32, u32) -> bool,
) -> Result<RunTables, LiveError> {
    let mut scenario = sized(scenario, scenario.study.persons, None, scenario.study.seed)?;
    scenario.study.worlds.truncate(2);
    let count = scenario.study.persons;
    if let Some(stranger) = persons.iter().find(|&&person| person >= count) {
        let message =
            format!("there is no person {stranger}: {count} persons are numbered from 0 to {}", count - 1);
        return Err(LiveError::Options(message));
    }
    let seed = scenario.study.seed;
    let built = Built::new(&scenario, seed, Cohort::of(persons.to_vec()))?;
    let mut manifest = manifest(&scenario, vec![seed], pool.current_num_threads())?;
    manifest.phases = built.phases;
    manifest.command = format!("demerit run {}.toml", scenario.study.name);
    let mut life = SeedRun::begun(built.specs, Reader::new(&scenario, seed, built.pilot), pool);
    let ticks = scenario.ticks();
    for tick in 0..ticks {
        pool.install(|| life.step());
        if !heard(tick + 1, ticks) {
            return Err(LiveError::Stopped);
        }
    }
    let mut gathered = Gathered::default();
    life.end(seed, scenario.study.start_year, &mut gathered);
    Ok(RunTables { manifest, measures: Vec::new(), persons: gathered.persons, ledger: gathered.ledger })
}
