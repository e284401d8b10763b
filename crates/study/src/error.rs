//! Errors: why a run, its folder or its checkpoint did not come out, and what a person can do about it.

use demerit_worlds::LiveError;
use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why a run folder cannot be written or read.
#[derive(Debug, Error)]
pub enum FolderError {
    /// It is there already.
    #[error("{} is there already", .0.display())]
    Exists(PathBuf),
    /// A run of it was stopped and can be resumed.
    #[error("a run of it was stopped and is kept in {}", .0.display())]
    Unfinished(PathBuf),
    /// Another program is filling it.
    #[error("another run is at work in {}", .0.display())]
    Busy(PathBuf),
    /// It holds what the program did not write, or does not know any more.
    #[error("{} is left as it is: it holds what Demerit did not write, or what was changed since: {found}", folder.display())]
    NotOurs {
        /// The folder.
        folder: PathBuf,
        /// What it holds.
        found: String,
    },
    /// A file cannot be written or read.
    #[error("cannot {what} {}: {source}", path.display())]
    Io {
        /// What was tried.
        what: &'static str,
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A file is not what it should be.
    #[error("{} is no table or manifest of Demerit: {message}", path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        message: String,
    },
}

impl FolderError {
    /// What a person can do about it.
    #[must_use]
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::Exists(_) => "use --force to replace it, or --out for another place",
            Self::Unfinished(_) => {
                "`demerit resume` with this folder goes on with it; use --force to begin anew, or --out for another place"
            }
            Self::NotOurs { .. } => "move that elsewhere, or choose another place with --out",
            Self::Busy(_) => "wait for it or stop it, or choose another place with --out",
            Self::Io { .. } => {
                "check that the place exists, has room, and may be written to, or choose another with --out"
            }
            Self::Foreign { .. } => "name a folder that `demerit run` has written",
        }
    }

    /// What a person is told where a path could not be read, written, made or the like.
    pub fn io<'a>(what: &'static str, path: &'a Path) -> impl FnOnce(io::Error) -> Self + 'a {
        move |source| Self::Io { what, path: path.to_owned(), source }
    }
}

/// Why a checkpoint cannot be written or resumed.
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
    /// What a person is told where the file could not be read or written.
    pub(crate) fn io<'a>(what: &'static str, path: &'a Path) -> impl FnOnce(io::Error) -> Self + 'a {
        move |source| Self::Io { what, path: path.to_owned(), source }
    }

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
        if self.seed_number > self.seeds {
            return write!(f, "all that was lived is kept in {}", self.folder.display());
        }
        write!(f, "week {} of {}", self.tick, self.ticks)?;
        if self.seeds > 1 {
            write!(f, " of seed {} of {}", self.seed_number, self.seeds)?;
        }
        write!(f, " is kept in {}", self.folder.display())
    }
}

/// Why a run did not end well.
#[derive(Debug, Error)]
pub enum RunError {
    /// The worlds could not be lived: the scenario, an option, the caller's stop, a fault of the program.
    #[error(transparent)]
    Live(#[from] LiveError),
    /// The folder.
    #[error(transparent)]
    Folder(#[from] FolderError),
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
    /// Stopped by the caller after this many runs of all, too few to tell anything.
    #[error("stopped after {0} of {1} runs; nothing was written")]
    StoppedAfter(usize, usize),
}

impl RunError {
    /// Whether something about the input or the machine is to be changed, rather than the program.
    #[must_use]
    pub const fn is_users_fault(&self) -> bool {
        !matches!(self, Self::Live(LiveError::Fault(_)))
    }
}
