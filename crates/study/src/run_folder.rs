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

use crate::outside;
use demerit_worlds::manifest::Manifest;
use demerit_worlds::manifest::digest_of;
use demerit_worlds::tables::column::Row;
use demerit_worlds::tables::{LedgerRow, MeasureRow, PersonRow, RunTables};
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};
use thiserror::Error;

mod claim;
mod columns;
mod merged;
mod pages;
mod room;

pub use claim::{Claim, FOLDER, UNFINISHED};
pub use merged::Merging;
pub(crate) use room::Room;

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
    let written = claim::write_through(&beside, bytes).and_then(|()| fs::rename(&beside, &path));
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
    read_with(folder, Room::of_machine(), &|name| bytes_of(folder, name))
}

/// Reads what a run folder would hold with these files, into so many bytes of memory.
///
/// # Errors
/// A file is not what it should be.
pub fn read_bytes(memory: u64, file: &dyn Fn(&str) -> Vec<u8>) -> Result<RunTables, FolderError> {
    read_with(Path::new("run"), Room::of(memory), &|name| Ok(file(name)))
}

fn read_with(
    folder: &Path,
    mut room: Room,
    bytes: &dyn Fn(&str) -> Result<Vec<u8>, FolderError>,
) -> Result<RunTables, FolderError> {
    let foreign = |name: &str, message: String| FolderError::Foreign { path: folder.join(name), message };
    let manifest = Manifest::of_bytes(&bytes(MANIFEST)?).map_err(|error| foreign(MANIFEST, error))?;
    let table = |name: &str| {
        let bytes = bytes(name)?;
        // What was written when no digests were kept is let pass.
        match manifest.digests.get(name) {
            Some(digest) if *digest != digest_of(&bytes) => {
                Err(foreign(name, "it does not have the digest of the manifest".to_owned()))
            }
            _ => Ok(bytes),
        }
    };
    let measures = of_table(folder, table(MeasureRow::FILE)?, &mut room)?;
    let persons = of_table(folder, table(PersonRow::FILE)?, &mut room)?;
    let ledger = of_table(folder, table(LedgerRow::FILE)?, &mut room)?;
    let tables = RunTables { manifest, measures, persons, ledger };
    tables.check().map_err(|(table, message)| foreign(table, message))?;
    Ok(tables)
}

/// The rows of a table with these bytes.
fn of_table<R: Row>(folder: &Path, bytes: Vec<u8>, room: &mut Room) -> Result<Vec<R>, FolderError> {
    columns::read(bytes, room).map_err(|message| FolderError::Foreign { path: folder.join(R::FILE), message })
}

/// Name of the manifest.
pub const MANIFEST: &str = "manifest.json";

/// The bytes of a file of a run folder.
pub fn bytes_of(folder: &Path, name: &str) -> Result<Vec<u8>, FolderError> {
    let path = folder.join(name);
    let most = if name == MANIFEST { outside::LARGEST_JSON } else { outside::LARGEST_TABLE };
    outside::read(&path, most).map_err(io("read", &path))
}

/// Reads the measures of a run folder alone.
pub fn read_measures(folder: &Path) -> Result<Vec<MeasureRow>, FolderError> {
    of_table(folder, bytes_of(folder, MeasureRow::FILE)?, &mut Room::of_machine())
}
