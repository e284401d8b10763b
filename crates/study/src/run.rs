//! A run: the society is built, its worlds live tick by tick, measures are read, a run folder is written.
//!
//! Worlds move in step, so that twins can be compared person by person. Threads are chosen here and change no result. The
//! folder is claimed before the first tick, filled beside its place and renamed at the end.

use crate::checkpoint::{CheckpointError, Head};
use crate::run_folder::{Claim, FolderError};
use course::Course;
use demerit_regime::RegimeError;
use demerit_scenario::load::{LoadError, Scenario};
use demerit_scenario::study::StudyFile;
use demerit_society::SocietyError;
use demerit_worlds::manifest::{Manifest, digest_of, manifest, resolved};
use demerit_worlds::seed::{Gathered, PEOPLE, WITH_LIVES, one_seed};
use demerit_worlds::tables::RunTables;
use demerit_worlds::{LiveError, Size, sized};
use std::path::PathBuf;
use thiserror::Error;

mod clock;
mod course;
mod keeper;
pub mod memory;
mod resume;
mod trial;

pub use course::write as write_folder;
pub use resume::{ResumeOptions, resume};
pub use trial::Needs;

/// What a caller wants of a run beside what the study says.
#[derive(Clone, Debug)]
pub struct RunOptions {
    /// Persons, instead of the study's.
    pub persons: Option<u32>,
    /// Years, if fewer than the study's.
    pub years: Option<f64>,
    /// First seed, instead of the study's.
    pub seed: Option<u64>,
    /// Number of seeds, from the first on.
    pub seeds: u32,
    /// Threads; as many as there are processors by default.
    pub threads: Option<usize>,
    /// Folder in which the run folder is made.
    pub out: PathBuf,
    /// Whether an existing run folder is replaced.
    pub force: bool,
    /// The command that repeats the run, for the manifest.
    pub command: String,
}

impl RunOptions {
    /// The size that they ask for.
    #[must_use]
    pub const fn size(&self) -> Size {
        Size { persons: self.persons, years: self.years, seed: self.seed, seeds: self.seeds }
    }
}

/// How far a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Which seed, from 1.
    pub seed_number: u32,
    /// Seeds in all.
    pub seeds: u32,
    /// Ticks done for this seed.
    pub tick: u32,
    /// Ticks for a seed.
    pub ticks: u32,
    /// Person-weeks done, over all seeds and worlds.
    pub person_weeks: u64,
    /// What is being done.
    pub stage: &'static str,
    /// What the whole run needs, as soon as that is known; small runs are not asked.
    pub needs: Option<Needs>,
}

/// What a caller says to a run that reports its progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// Go on.
    Continue,
    /// Stop; nothing is left behind.
    Stop,
}

/// When a run is saved, so that it can be gone on with.
#[derive(Clone, Copy)]
pub struct Keeping<'a> {
    /// Ticks between two checkpoints; none are written by the clock of the run where nothing is said.
    pub every: Option<u32>,
    /// Whether a run that the caller stops is saved first.
    pub on_stop: bool,
    /// Told what a person should know while the run goes on.
    pub tell: &'a dyn Fn(&str),
}

impl Keeping<'_> {
    /// Nothing is saved.
    pub const NEVER: Keeping<'static> = Keeping { every: None, on_stop: false, tell: &|_| {} };
}

/// How far a run is that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The folder that it is kept in.
    pub folder: PathBuf,
    /// Which seed, from 1.
    pub seed_number: u32,
    /// Seeds in all.
    pub seeds: u32,
    /// Ticks done of this seed.
    pub tick: u32,
    /// Ticks for a seed.
    pub ticks: u32,
}

impl std::fmt::Display for Kept {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "week {} of {}", self.tick, self.ticks)?;
        if self.seeds > 1 {
            write!(f, " of seed {} of {}", self.seed_number, self.seeds)?;
        }
        write!(f, " is kept in {}", self.folder.display())
    }
}

/// A run that ended well.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The run folder.
    pub folder: PathBuf,
    /// Its tables.
    pub tables: RunTables,
    /// Seconds from the first tick to the last.
    pub seconds: f64,
    /// Person-weeks computed.
    pub person_weeks: u64,
}

/// Why a run did not end well.
#[derive(Debug, Error)]
pub enum RunError {
    /// The scenario.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// The folder.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// The society.
    #[error("the society cannot be built: {0}")]
    Society(#[from] SocietyError),
    /// A regime with the switches of a world.
    #[error("a regime cannot be put together as it is switched: {0}")]
    Regime(#[from] RegimeError),
    /// An option.
    #[error("{0}")]
    Options(String),
    /// Stopped by the caller.
    #[error("stopped; nothing was written")]
    Stopped,
    /// Stopped by the caller, and kept.
    #[error("stopped; {0}")]
    Kept(Kept),
    /// Stopped by the caller, and not kept as it was then.
    #[error("stopped, and what was lived since could not be saved: {error}")]
    NotKept {
        /// Why.
        error: Box<CheckpointError>,
        /// What is kept of it all the same.
        kept: Option<Box<Kept>>,
    },
    /// The checkpoint.
    #[error(transparent)]
    Checkpoint(#[from] CheckpointError),
    /// Stopped by the caller after so many of so many runs, too few to tell anything.
    #[error("stopped after {0} of {1} runs; nothing was written")]
    StoppedAfter(usize, usize),
    /// A fault of the program.
    #[error("{0}")]
    Fault(String),
}

impl RunError {
    /// Whether something about the input or the machine is to be changed, rather than the program.
    #[must_use]
    pub const fn is_users_fault(&self) -> bool {
        !matches!(self, Self::Fault(_))
    }
}

/// Makes further files of a run folder (the report) from its tables: their names and contents.
pub type Extra<'a> = dyn Fn(&RunTables) -> Result<Vec<(String, Vec<u8>)>, String> + 'a;

/// Runs a scenario and writes its folder.
///
/// # Errors
/// Options out of range; a folder that exists or cannot be written; a society that cannot be built; the caller's stop.
pub fn run(
    scenario: &Scenario,
    options: &RunOptions,
    progress: &mut dyn FnMut(&Progress) -> Signal,
    extra: &Extra<'_>,
) -> Result<Outcome, RunError> {
    run_kept(scenario, options, &Keeping::NEVER, progress, extra)
}

/// Runs a scenario, saves it now and then, and writes its folder.
///
/// # Errors
/// As for [`run`]; a checkpoint that cannot be written when the run is stopped.
pub fn run_kept(
    scenario: &Scenario,
    options: &RunOptions,
    keeping: &Keeping<'_>,
    progress: &mut dyn FnMut(&Progress) -> Signal,
    extra: &Extra<'_>,
) -> Result<Outcome, RunError> {
    let scenario = with_options(scenario, options)?;
    let pool = pool(options.threads)?;
    let seeds: Vec<u64> = (0..u64::from(options.seeds)).map(|number| scenario.study.seed + number).collect();
    let name = name_of(&scenario.study, &digest_of(resolved(&scenario)?.as_bytes()), options.seeds);
    let claim = Claim::new(&options.out, &name, options.force)?;
    let mut known = Progress { seeds: options.seeds, ..AHEAD };
    let mut ahead = || if progress(&known) == Signal::Stop { Err(RunError::Stopped) } else { Ok(()) };
    known.needs = trial::forecast(&scenario, options.seeds, false, &pool, &mut ahead)?;
    let manifest = Manifest {
        command: options.command.clone(),
        started: clock::told(std::time::SystemTime::now()),
        ..manifest(&scenario, seeds, pool.current_num_threads())?
    };
    let course = Course {
        scenario,
        head: Head::new(manifest, name, options.force, keeping.every),
        keeping: *keeping,
        needs: known.needs,
        gathered: Gathered::default(),
        from: None,
        before: 0.0,
        kept: None,
    };
    course.go(claim, &pool, progress, extra)
}

/// Name of the folder of a run: another number of seeds is another run, with a folder of its own.
#[must_use]
pub fn name_of(study: &StudyFile, study_digest: &str, seeds: u32) -> String {
    let short = digest_of(format!("{study_digest} {seeds}").as_bytes());
    format!("{}-{}-{}", study.name, study.seed, &short[..8])
}

/// What is told before anything was lived.
const AHEAD: Progress = Progress {
    seed_number: 1,
    seeds: 1,
    tick: 0,
    ticks: 1,
    person_weeks: 0,
    stage: "trying it small",
    needs: None,
};

/// Says what a run would need, without running it.
///
/// # Errors
/// As for a run.
pub fn needs(
    scenario: &Scenario,
    options: &RunOptions,
    progress: &mut dyn FnMut(&Progress) -> Signal,
) -> Result<Needs, RunError> {
    let scenario = with_options(scenario, options)?;
    let pool = pool(options.threads)?;
    let known = Progress { seeds: options.seeds, ..AHEAD };
    let mut ahead = || if progress(&known) == Signal::Stop { Err(RunError::Stopped) } else { Ok(()) };
    let needs = trial::forecast(&scenario, options.seeds, true, &pool, &mut ahead)?;
    needs.ok_or_else(|| RunError::Fault("a run that was to be tried was not".into()))
}

/// The threads of a run.
///
/// # Errors
/// A machine that cannot start them.
pub fn pool(threads: Option<usize>) -> Result<rayon::ThreadPool, RunError> {
    let threads = threads.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from));
    rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .map_err(|error| RunError::Options(format!("cannot start {threads} threads: {error}")))
}

impl From<LiveError> for RunError {
    fn from(error: LiveError) -> Self {
        match error {
            LiveError::Load(error) => Self::Load(error),
            LiveError::Society(error) => Self::Society(error),
            LiveError::Regime(error) => Self::Regime(error),
            LiveError::Options(message) => Self::Options(message),
            LiveError::Stopped => Self::Stopped,
            LiveError::Fault(message) => Self::Fault(message),
        }
    }
}

/// The scenario with the caller's persons, years and seed, where this machine can hold it.
///
/// # Errors
/// Options out of range; a machine without the memory.
pub fn with_options(scenario: &Scenario, options: &RunOptions) -> Result<Scenario, RunError> {
    let scenario = sized(scenario, &options.size())?;
    fits(&scenario, options.seeds)?;
    Ok(scenario)
}

/// Refuses a scenario that this machine has not the memory for.
///
/// # Errors
/// A machine without the memory.
pub fn fits(scenario: &Scenario, seeds: u32) -> Result<(), RunError> {
    let (persons, worlds) = (scenario.study.persons, scenario.worlds().len());
    memory::Memory::least(scenario, seeds).check(persons, worlds, memory::free())
}
