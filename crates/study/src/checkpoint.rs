//! A checkpoint: all that the rest of a run depends on, between two ticks, in one file.
//!
//! Model. The file (`frames.rs`) begins with the run's manifest as far as it is known: the version of Demerit, the study as resolved
//! and its digest, the seed and tick. Then come the rows of the tables so far (`rows.rs`), and for each world of the seed at hand what is kept of
//! its cohort, what its chunks have in common, and the chunks, one by one, so that no second copy of a world is ever in the
//! memory. It is written beside its place, seen onto the disk and renamed: the last good one stays until the next is complete.
//!
//! A checkpoint goes on only where it gives the same bytes: in the same version, with the same study, and where a small society of that study
//! comes out the same as in the program that wrote it (`results.rs`). All checksums are looked at before the first tick.
//!
//! Leaves out: what follows from the study and the seed, such as societies, plans and patterns, which is made anew.

use crate::run_folder::FolderError;
use demerit_kernel::Saver;
use demerit_scenario::load::Scenario;
use demerit_worlds::ledger::Sums;
use demerit_worlds::manifest::Manifest;
use demerit_worlds::seed::{Gathered, SeedRun};
use frames::{Packed, Writer};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

mod frames;
mod loading;
mod probe;
mod results;
mod room;
mod rows;

pub(crate) use loading::Loading;
pub use probe::Probe;
pub(crate) use room::free as free_room;

/// Why a checkpoint cannot be written or gone on with.
#[derive(Debug, Error)]
pub enum CheckpointError {
    /// The file cannot be written or read.
    #[error("cannot {what} {}: {source}", path.display())]
    Io {
        /// What was tried.
        what: &'static str,
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The folder that it is kept in.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// There is none.
    #[error("there is no checkpoint in {}", .0.display())]
    Missing(PathBuf),
    /// It was written by something else, or for something else.
    #[error("{} is not for this program: it has {found}, and {expected} is needed", path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
        /// What was found.
        found: String,
        /// What was expected.
        expected: String,
    },
    /// It is not what was written.
    #[error("{} is damaged in {place}: found {found}, expected {expected}", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// Where in the file.
        place: String,
        /// What was found.
        found: String,
        /// What was expected.
        expected: String,
    },
    /// What it holds takes more memory than there is.
    #[error("{}: {told}", path.display())]
    Memory {
        /// The file.
        path: PathBuf,
        /// What there is.
        told: String,
    },
    /// The disk has no room for it.
    #[error("{} has {free} bytes free, and a checkpoint takes about {needed}", path.display())]
    Room {
        /// Where it was to be written.
        path: PathBuf,
        /// Bytes that it takes.
        needed: u64,
        /// Bytes that are free.
        free: u64,
    },
}

impl CheckpointError {
    /// What a person can do about it.
    #[must_use]
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::Io { .. } => "check that the place exists, has room, and may be read and written",
            Self::Folder(error) => error.hint(),
            Self::Missing(_) => {
                "name the folder that the stopped run told, which ends in `.unfinished`; a run without --checkpoint-every keeps \
                 nothing when it is killed and is begun anew with `demerit run`"
            }
            Self::Foreign { .. } => {
                "go on with the program that wrote it, or begin the run anew with `demerit run` and --force"
            }
            Self::Damaged { .. } => {
                "put back a copy of the file, or begin the run anew with `demerit run` and --force; nothing was changed"
            }
            Self::Memory { .. } => "end other programs, or go on with it on a machine with more memory",
            Self::Room { .. } => "make room there, or choose another place with --out",
        }
    }
}

/// What a checkpoint says of itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Head {
    /// The manifest, as far as it is known.
    pub(crate) manifest: Manifest,
    /// Digest of what a small society of the study comes to.
    pub(crate) results: String,
    /// Name of the run folder.
    pub(crate) name: String,
    /// Whether an existing run folder is replaced.
    pub(crate) force: bool,
    /// Ticks between two checkpoints.
    pub(crate) every: Option<u32>,
    /// Place of the seed at hand.
    pub(crate) seed: u32,
    /// Ticks done of it.
    pub(crate) tick: u32,
    /// Rows of measures, persons and the ledger so far.
    rows: [u64; 3],
    /// Events so far, by world; none before the first tick.
    events: Vec<u64>,
}

/// Events in a frame.
const EVENTS: usize = 1 << 16;
/// Pieces of worlds that a thread has in hand at once.
const AT_ONCE: usize = 2;

impl Head {
    /// What a run says of itself before its first tick.
    pub(crate) fn new(manifest: Manifest, name: String, force: bool, every: Option<u32>) -> Self {
        Self {
            manifest,
            results: String::new(),
            name,
            force,
            every,
            seed: 0,
            tick: 0,
            rows: [0; 3],
            events: Vec::new(),
        }
    }

    /// Says how many rows and events there are.
    fn count(&mut self, gathered: &Gathered, life: Option<&SeedRun>) {
        self.rows =
            [gathered.measures.len(), gathered.persons.len(), gathered.ledger.len()].map(|rows| rows as u64);
        let events = |life: &SeedRun| life.events.iter().map(|all| all.len() as u64).collect();
        self.events = life.map_or_else(Vec::new, events);
    }
}

/// Writes a checkpoint; gives its bytes. `head` says which seed and tick it is, and is told the rest.
pub(crate) fn write(
    path: &Path,
    head: &mut Head,
    scenario: &Scenario,
    gathered: &Gathered,
    life: Option<&SeedRun>,
    pool: &rayon::ThreadPool,
) -> Result<u64, CheckpointError> {
    let failed = |source| CheckpointError::Io { what: "write", path: path.to_owned(), source };
    if head.results.is_empty() {
        head.results =
            pool.install(|| results::of(scenario)).map_err(|error| failed(io::Error::other(error)))?;
    }
    head.count(gathered, life);
    let beside = path.with_extension("partial");
    let filled =
        Writer::create(&beside).and_then(|writer| fill(writer, head, gathered, life, pool)?.finish());
    let written = filled.and_then(|bytes| {
        fs::rename(&beside, path)?;
        if let Some(folder) = path.parent() {
            // So that the name, too, is on the disk; some systems know no such thing.
            let _ = fs::File::open(folder).and_then(|folder| folder.sync_all());
        }
        Ok(bytes)
    });
    written.map_err(|source| {
        let _ = fs::remove_file(&beside);
        failed(source)
    })
}

fn fill<W: io::Write>(
    mut writer: Writer<W>,
    head: &Head,
    gathered: &Gathered,
    life: Option<&SeedRun>,
    pool: &rayon::ThreadPool,
) -> io::Result<Writer<W>> {
    let mut put = |plain: &[u8]| writer.put(&Packed::new(writer.frames(), plain)?);
    put(&serde_json::to_vec(head).map_err(io::Error::other)?)?;
    gathered.measures.chunks(rows::RUN).try_for_each(|some| put(&rows::save(some)))?;
    gathered.persons.chunks(rows::RUN).try_for_each(|some| put(&rows::save(some)))?;
    gathered.ledger.chunks(rows::RUN).try_for_each(|some| put(&rows::save(some)))?;
    let Some(life) = life else { return Ok(writer) };
    let mut to = Saver::new();
    life.reader.save(&mut to);
    put(&to.finish())?;
    for ((world, events), sums) in life.worlds.iter().zip(&life.events).zip(&life.sums) {
        for some in events.chunks(EVENTS) {
            let mut to = Saver::new();
            to.len(some.len()).all(some);
            put(&to.finish())?;
        }
        put(&save_sums(sums))?;
        put(&world.save_common())?;
    }
    for world in &life.worlds {
        let (pieces, batch) = (world.pieces(), AT_ONCE * pool.current_num_threads());
        for first in (0..pieces).step_by(batch) {
            let numbers = first..(first + batch).min(pieces);
            let before = writer.frames();
            let one = |number: usize| {
                let plain = &world.save_pieces(number..number + 1)[0];
                Packed::new(before + (number - first) as u64, plain)
            };
            let packed: Vec<io::Result<Packed>> = pool.install(|| numbers.into_par_iter().map(one).collect());
            packed.into_iter().try_for_each(|one| writer.put(&one?))?;
        }
    }
    Ok(writer)
}

fn save_sums(all: &BTreeMap<u32, Sums>) -> Vec<u8> {
    let mut to = Saver::new();
    to.len(all.len());
    for (person, sums) in all {
        to.put(person).put(sums);
    }
    to.finish()
}

#[cfg(test)]
mod tests;
