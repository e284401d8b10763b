//! The run folder: written beside its place and renamed, so that a folder that is there is whole.
//!
//! | file | what |
//! |---|---|
//! | `measures.parquet` | measures in long form |
//! | `persons.parquet` | the cohort at the end |
//! | `ledger.parquet` | the cohort's events |
//! | `intervals.csv` | every measure over the seeds, where there are several |
//! | `report.html` | the report |
//! | `manifest.json` | what was run; written last |
//!
//! Tables of people are read back for one purpose: to draw a report from a folder. No study can be fed with one.

use crate::manifest::Manifest;
use crate::tables::{MeasureRow, RunTables};
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};
use thiserror::Error;

mod claim;
mod columns;
mod merged;

pub(crate) use claim::{Claim, UNFINISHED};
pub(crate) use merged::Merging;

/// Why a run folder cannot be written or read.
#[derive(Debug, Error)]
pub enum FolderError {
    /// It is there already.
    #[error("{} is there already", .0.display())]
    Exists(PathBuf),
    /// A run of it was stopped and can be gone on with.
    #[error("a run of it was stopped and is kept in {}", .0.display())]
    Unfinished(PathBuf),
    /// Another program is filling it.
    #[error("another run is at work in {}", .0.display())]
    Busy(PathBuf),
    /// A file cannot be written or read.
    #[error("cannot {what} {}: {source}", path.display())]
    Io {
        /// What was tried.
        what: &'static str,
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
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
            Self::Exists(_) => {
                "the same study and seed gave it; use --force to replace it, or --out for another place"
            }
            Self::Unfinished(_) => {
                "`demerit resume` with this folder goes on with it; use --force to begin anew, or --out for another place"
            }
            Self::Busy(_) => "wait for it or stop it, or choose another place with --out",
            Self::Io { .. } => {
                "check that the place exists, has room, and may be written to, or choose another with --out"
            }
            Self::Foreign { .. } => "name a folder that `demerit run` has written",
        }
    }
}

fn io<'a>(what: &'static str, path: &'a Path) -> impl FnOnce(std::io::Error) -> FolderError + 'a {
    move |source| FolderError::Io { what, path: path.to_owned(), source }
}

/// Writes one file of a run folder anew, beside its place and renamed.
///
/// # Errors
/// The folder cannot be written to.
pub fn write_file(folder: &Path, name: impl AsRef<OsStr>, bytes: &[u8]) -> Result<PathBuf, FolderError> {
    let mut partial = OsString::from(".");
    partial.push(&name);
    partial.push(format!(".partial-{}", std::process::id()));
    let (path, beside) = (folder.join(name.as_ref()), folder.join(partial));
    let written = fs::write(&beside, bytes).and_then(|()| fs::rename(&beside, &path));
    written.map_err(|source| {
        let _ = fs::remove_file(&beside);
        FolderError::Io { what: "write", path: path.clone(), source }
    })?;
    Ok(path)
}

/// Reads a run folder.
///
/// # Errors
/// A file is missing, cannot be read, or is not what it should be.
pub fn read(folder: &Path) -> Result<RunTables, FolderError> {
    let bytes = |name: &str| {
        let path = folder.join(name);
        fs::read(&path).map_err(|source| FolderError::Io { what: "read", path, source })
    };
    let foreign = |name: &str, message: String| FolderError::Foreign { path: folder.join(name), message };
    let manifest: Manifest = serde_json::from_slice(&bytes("manifest.json")?)
        .map_err(|error| foreign("manifest.json", error.to_string()))?;
    Ok(RunTables {
        manifest,
        measures: columns::read_measures(bytes("measures.parquet")?)
            .map_err(|error| foreign("measures.parquet", error))?,
        persons: columns::read_persons(bytes("persons.parquet")?)
            .map_err(|error| foreign("persons.parquet", error))?,
        ledger: columns::read_ledger(bytes("ledger.parquet")?)
            .map_err(|error| foreign("ledger.parquet", error))?,
    })
}

/// Reads the measures of a run folder alone.
pub(crate) fn read_measures(folder: &Path) -> Result<Vec<MeasureRow>, FolderError> {
    let path = folder.join("measures.parquet");
    let bytes = fs::read(&path).map_err(io("read", &path))?;
    columns::read_measures(bytes).map_err(|message| FolderError::Foreign { path, message })
}
