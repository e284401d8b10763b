//! The run folder: written beside its place and renamed, so that a folder that is there is whole.
//!
//! | file | what |
//! |---|---|
//! | `measures.parquet` | measures in long form |
//! | `persons.parquet` | the cohort at the end |
//! | `ledger.parquet` | the cohort's events |
//! | `report.html` | the report |
//! | `manifest.json` | what was run; written last |
//!
//! Tables of people are read back for one purpose: to draw a report from a folder. No study can be fed with one.

use crate::manifest::Manifest;
use crate::tables::{LedgerRow, MeasureRow, PersonRow, RunTables};
use std::fs;
use std::path::{Path, PathBuf};
use thiserror::Error;

mod columns;

/// Why a run folder cannot be written or read.
#[derive(Debug, Error)]
pub enum FolderError {
    /// It is there already.
    #[error("{} is there already", .0.display())]
    Exists(PathBuf),
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

/// A run folder that is being filled beside its place; dropped unfinished, it leaves nothing behind.
#[derive(Debug)]
pub(crate) struct Claim {
    place: PathBuf,
    beside: PathBuf,
    /// Where a folder that is replaced waits until the new one is in place.
    old: PathBuf,
    /// The outer folder, if it was made for this run.
    made: Option<PathBuf>,
    force: bool,
    finished: bool,
}

impl Claim {
    /// Claims `out/name`.
    pub(crate) fn new(out: &Path, name: &str, force: bool) -> Result<Self, FolderError> {
        let place = out.join(name);
        if place.exists() && !force {
            return Err(FolderError::Exists(place));
        }
        let made = (!out.exists()).then(|| out.to_owned());
        fs::create_dir_all(out).map_err(io("make the folder", out))?;
        let old = out.join(format!(".{name}.old-{}", std::process::id()));
        let beside = out.join(format!(".{name}.partial-{}", std::process::id()));
        if beside.exists() {
            fs::remove_dir_all(&beside).map_err(io("clear", &beside))?;
        }
        fs::create_dir(&beside).map_err(io("make the folder", &beside))?;
        Ok(Self { place, beside, old, made, force, finished: false })
    }

    /// Writes a file.
    pub(crate) fn write(&self, name: &str, bytes: &[u8]) -> Result<(), FolderError> {
        let path = self.beside.join(name);
        fs::write(&path, bytes).map_err(io("write", &self.place.join(name)))
    }

    /// Writes the tables; gives their names and bytes.
    pub(crate) fn write_tables(
        &self,
        measures: &[MeasureRow],
        persons: &[PersonRow],
        ledger: &[LedgerRow],
    ) -> Result<Vec<(String, Vec<u8>)>, FolderError> {
        let tables = [
            ("measures.parquet", columns::measures(measures)),
            ("persons.parquet", columns::persons(persons)),
            ("ledger.parquet", columns::ledger(ledger)),
        ];
        let mut written = Vec::new();
        for (name, table) in tables {
            let bytes =
                table.map_err(|message| FolderError::Foreign { path: self.place.join(name), message })?;
            self.write(name, &bytes)?;
            written.push((name.to_owned(), bytes));
        }
        Ok(written)
    }

    /// Puts the folder in its place.
    pub(crate) fn finish(mut self) -> Result<PathBuf, FolderError> {
        let replaced = self.place.exists();
        if replaced {
            if !self.force {
                return Err(FolderError::Exists(self.place.clone()));
            }
            fs::rename(&self.place, &self.old).map_err(io("move aside", &self.place))?;
        }
        if let Err(source) = fs::rename(&self.beside, &self.place) {
            if replaced {
                // The old folder goes back: nothing already written is lost.
                let _ = fs::rename(&self.old, &self.place);
            }
            return Err(FolderError::Io { what: "put in place", path: self.place.clone(), source });
        }
        self.finished = true;
        if replaced {
            fs::remove_dir_all(&self.old).map_err(io("remove the old", &self.old))?;
        }
        Ok(self.place.clone())
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        if !self.finished {
            let _ = fs::remove_dir_all(&self.beside);
            if let Some(made) = &self.made {
                // Gone only if it is empty: another run may have found room in it.
                let _ = fs::remove_dir(made);
            }
        }
    }
}

/// Writes one file of a run folder anew, beside its place and renamed.
///
/// # Errors
/// The folder cannot be written to.
pub fn write_file(folder: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, FolderError> {
    let (path, beside) = (folder.join(name), folder.join(format!(".{name}.partial-{}", std::process::id())));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_that_is_dropped_leaves_nothing() {
        let out = tempfile::tempdir().unwrap();
        let claim = Claim::new(out.path(), "run", false).unwrap();
        claim.write("a", b"1").unwrap();
        drop(claim);
        assert_eq!(fs::read_dir(out.path()).unwrap().count(), 0);
    }

    #[test]
    fn an_existing_folder_is_replaced_only_by_force() {
        let out = tempfile::tempdir().unwrap();
        let write = |text: &[u8], force| {
            let claim = Claim::new(out.path(), "run", force)?;
            claim.write("a", text)?;
            claim.finish()
        };
        write(b"1", false).unwrap();
        assert!(matches!(write(b"2", false), Err(FolderError::Exists(_))));
        assert_eq!(fs::read(out.path().join("run/a")).unwrap(), b"1");
        write(b"3", true).unwrap();
        assert_eq!(fs::read(out.path().join("run/a")).unwrap(), b"3");
        assert_eq!(fs::read_dir(out.path()).unwrap().count(), 1);
    }

    #[test]
    fn of_two_at_once_the_second_is_refused() {
        let out = tempfile::tempdir().unwrap();
        let first = Claim::new(out.path(), "run", false).unwrap();
        fs::create_dir(out.path().join("run")).unwrap();
        fs::write(out.path().join("run/a"), b"theirs").unwrap();
        assert!(matches!(first.finish(), Err(FolderError::Exists(_))));
        assert_eq!(fs::read(out.path().join("run/a")).unwrap(), b"theirs");
    }
}
