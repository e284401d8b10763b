//! A run is begun: what it needs is looked at, its folder is claimed, and the loop is set going.

use super::memory::fits;
use super::options::{Extra, Keeping, Outcome, Progress, RunOptions, Signal};
use super::run_loop::RunLoop;
use super::trial::{self, Needs};
use crate::checkpoint::{Head, Spools};
use crate::error::RunError;
use crate::machine::{fewer, pool, told};
use crate::run_folder::FolderLock;
use demerit_scenario::load::Scenario;
use demerit_worlds::manifest::{Manifest, digest_of, manifest, name_of, resolved};
use demerit_worlds::seed::Gathered;
use demerit_worlds::{LiveError, Size, sized};

/// Runs a scenario, saves it now and then as `keeping` says, and writes its folder.
///
/// # Errors
/// Options out of range; a folder that exists or cannot be written; a society that cannot be built; the
/// caller's stop; a checkpoint that cannot be written when the run is stopped.
pub fn run(
    scenario: &Scenario,
    options: &RunOptions,
    keeping: &Keeping<'_>,
    progress: &mut dyn FnMut(&Progress) -> Signal,
    extra: &Extra<'_>,
) -> Result<Outcome, RunError> {
    let scenario = within_memory(scenario, &options.size)?;
    let pool = pool(options.threads)?;
    fewer(options.threads, &pool).into_iter().for_each(|told| (keeping.tell)(&told));
    let name = name_of(&scenario.study, &digest_of(resolved(&scenario)?.as_bytes()), options.size.seeds);
    let lock = FolderLock::new(&options.out, &name, options.force)?;
    let needs = forecast(&scenario, options, false, &pool, progress)?;
    let manifest = Manifest {
        command: options.command.clone(),
        lang: options.lang.clone(),
        started: told(std::time::SystemTime::now()),
        ..manifest(&scenario, options.size.seeds_from(scenario.study.seed), pool.current_num_threads())?
    };
    let mut head = Head::new(manifest, name, options.force, keeping.every);
    head.csv = options.csv;
    let (gathered, spools) = (Gathered::default(), Spools::begin(&lock.unfinished));
    let run = RunLoop { scenario, head, keeping: *keeping, needs, gathered, spools, from: None };
    run.go(lock, &pool, progress, extra)
}

/// Says what a run would need, without running it.
///
/// # Errors
/// As for a run.
pub fn needs(
    scenario: &Scenario,
    options: &RunOptions,
    progress: &mut dyn FnMut(&Progress) -> Signal,
) -> Result<Needs, RunError> {
    let scenario = sized(scenario, &options.size)?;
    let needs = forecast(&scenario, options, true, &pool(options.threads)?, progress)?;
    Ok(needs.ok_or_else(|| LiveError::Fault("a run that was to be tried was not".into()))?)
}

/// What a run needs, found out by a trial if it is large or that is `wanted`.
fn forecast(
    scenario: &Scenario,
    options: &RunOptions,
    wanted: bool,
    pool: &rayon::ThreadPool,
    progress: &mut dyn FnMut(&Progress) -> Signal,
) -> Result<Option<Needs>, LiveError> {
    let (stage, seeds) = ("trying it small", options.size.seeds);
    let ahead = Progress { seed_number: 1, seeds, tick: 0, ticks: 1, person_weeks: 0, stage, needs: None };
    let mut go_on = || if progress(&ahead) == Signal::Stop { Err(LiveError::Stopped) } else { Ok(()) };
    trial::forecast(scenario, (seeds, options.csv), wanted, pool, &mut go_on)
}

/// The scenario with the caller's persons, years and seed, where this machine can hold it.
///
/// # Errors
/// A size out of range; a machine without the memory.
pub fn within_memory(scenario: &Scenario, size: &Size) -> Result<Scenario, LiveError> {
    let scenario = sized(scenario, size)?;
    fits(&scenario, size.seeds)?;
    Ok(scenario)
}
