//! Lives: both worlds once more, for what befell single persons, event by event.
//!
//! Luck is keyed by person and week, so that the lives are those that were lived before; nothing else is read
//! of the worlds.

use super::explored::begun;
use demerit_scenario::load::Scenario;
use demerit_society::state::events::Cohort;
use demerit_worlds::LiveError;
use demerit_worlds::seed::Gathered;
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
    let cohort = |scenario: &Scenario| {
        let count = scenario.study.persons;
        match persons.iter().find(|&&person| person >= count) {
            None => Ok(Cohort::of(persons.to_vec())),
            Some(stranger) => Err(LiveError::Options(format!(
                "there is no person {stranger}: {count} persons are numbered from 0 to {}",
                count - 1
            ))),
        }
    };
    let mut begun = begun(scenario, 1, cohort, pool)?;
    for tick in 1..=begun.manifest.ticks {
        pool.install(|| begun.life.step());
        if !heard(tick, begun.manifest.ticks) {
            return Err(LiveError::Stopped);
        }
    }
    let study = &begun.scenario.study;
    let mut gathered = Gathered::default();
    begun.life.end(study.seed, study.start_year, &mut gathered);
    Ok(RunTables {
        manifest: begun.manifest,
        measures: Vec::new(),
        persons: gathered.persons,
        ledger: gathered.ledger.into_iter().flatten().collect(),
    })
}
