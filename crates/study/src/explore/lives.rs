//! Lives: both worlds once more, for what befell single persons, event by event.
//!
//! Luck is keyed by person and week, so that the lives are those that were lived before; nothing else is read of the worlds.

use crate::load::Scenario;
use crate::run::in_memory::sized;
use crate::run::seed::{Built, Gathered, Life};
use crate::run::{self, Progress, Reader, RunError, RunTables, Signal};
use demerit_society::state::events::Cohort;

/// The rows of these persons in the first two worlds of a scenario.
///
/// # Errors
/// A person that there is not; a society that cannot be built; the caller's stop.
pub fn lives(
    scenario: &Scenario,
    persons: &[u32],
    threads: Option<usize>,
    progress: &mut dyn FnMut(&Progress) -> Signal,
) -> Result<RunTables, RunError> {
    let mut scenario = sized(scenario, scenario.study.persons, None, scenario.study.seed)?;
    scenario.study.worlds.truncate(2);
    let count = scenario.study.persons;
    if let Some(stranger) = persons.iter().find(|&&person| person >= count) {
        let message =
            format!("there is no person {stranger}: {count} persons are numbered from 0 to {}", count - 1);
        return Err(RunError::Options(message));
    }
    let pool = run::pool(threads)?;
    let seed = scenario.study.seed;
    let built = Built::new(&scenario, seed, Cohort::of(persons.to_vec()))?;
    let mut manifest = run::manifest(&scenario, vec![seed], pool.current_num_threads())?;
    manifest.phases = built.phases;
    manifest.command = format!("demerit run {}.toml", scenario.study.name);
    let mut life = Life::begun(built.plots, Reader::new(&scenario, seed, built.pilot), &pool);
    let ticks = scenario.ticks();
    let worlds = life.worlds.len() as u64;
    for tick in 0..ticks {
        pool.install(|| life.step());
        let now = Progress {
            seed_number: 1,
            seeds: 1,
            tick: tick + 1,
            ticks,
            person_weeks: u64::from(tick + 1) * u64::from(count) * worlds,
            stage: "living",
            needs: None,
        };
        if progress(&now) == Signal::Stop {
            return Err(RunError::Stopped);
        }
    }
    let mut gathered = Gathered::default();
    life.end(seed, scenario.study.start_year, &mut gathered);
    Ok(RunTables { manifest, measures: Vec::new(), persons: gathered.persons, ledger: gathered.ledger })
}
