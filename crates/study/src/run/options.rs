//! What a run is asked for, what it tells while it goes on, and what it comes to.

use super::trial::Needs;
use demerit_worlds::Size;
use demerit_worlds::tables::Told;
use std::path::PathBuf;

/// What a caller wants of a run beside what the study says.
#[derive(Clone, Debug, Default)]
pub struct RunOptions {
    /// Persons, years and seeds.
    pub size: Size,
    /// Threads; as many as there are processors by default.
    pub threads: Option<usize>,
    /// Folder in which the run folder is made.
    pub out: PathBuf,
    /// Whether an existing run folder is replaced.
    pub force: bool,
    /// Whether the tables are written as sheets too.
    pub csv: bool,
    /// The command that repeats the run, for the manifest.
    pub command: String,
    /// Language of the report, where one is asked for, for the manifest.
    pub lang: Option<String>,
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

/// When a run is saved, so that it can go on later.
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

/// A run that ended well.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The run folder.
    pub folder: PathBuf,
    /// What is told of it.
    pub told: Told,
    /// Seconds from the first tick to the last.
    pub seconds: f64,
    /// Person-weeks computed.
    pub person_weeks: u64,
}

/// Makes further files of a run folder (the report) from what is told of it: their names and contents.
pub type Extra<'a> = dyn Fn(&Told) -> Result<Vec<(String, Vec<u8>)>, String> + 'a;
