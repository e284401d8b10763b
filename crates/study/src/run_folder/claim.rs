//! A claim to a run folder: the place beside it in which the run is kept until it is whole.
//!
//! | in `NAME.unfinished` | what |
//! |---|---|
//! | `lock` | held by the program that runs; let go by the system however the program ends |
//! | `checkpoint` | the last good checkpoint, if one was written |
//! | `folder` | what is to become the run folder `NAME` |
//! | `old` | a run folder that is being replaced, until the new one is in place |
//!
//! Dropped unfinished, a claim leaves nothing behind but a checkpoint. A program that was killed leaves all, and whoever claims the
//! place next clears up. A place that is taken away while the program runs is made anew before something is written into it: what was
//! computed is not lost with it.

use super::{FolderError, columns, io};
use crate::outside;
use crate::tables::{LedgerRow, MeasureRow, PersonRow};
use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// What is added to the name of a run folder that is not whole yet.
pub(crate) const UNFINISHED: &str = ".unfinished";

/// A run folder that is being filled beside its place.
#[derive(Debug)]
pub(crate) struct Claim {
    place: PathBuf,
    unfinished: PathBuf,
    /// The outer folder, if it was made for this run.
    made: Option<PathBuf>,
    force: bool,
    finished: bool,
    /// Held as long as the claim; none where the file system knows no locks.
    lock: Mutex<Option<File>>,
}

impl Claim {
    /// Claims `out/name` for a run that begins anew.
    pub(crate) fn new(out: &Path, name: &str, force: bool) -> Result<Self, FolderError> {
        let claim = Self::take(out, name, force, false)?;
        Ok(claim)
    }

    /// Claims `out/name` for a run that goes on from its checkpoint.
    pub(crate) fn resume(out: &Path, name: &str, force: bool) -> Result<Self, FolderError> {
        Self::take(out, name, force, true)
    }

    fn take(out: &Path, name: &str, force: bool, goes_on: bool) -> Result<Self, FolderError> {
        let place = out.join(name);
        if place.exists() && !force {
            return Err(FolderError::Exists(place));
        }
        let made = (!out.exists()).then(|| out.to_owned());
        fs::create_dir_all(out).map_err(io("make the folder", out))?;
        let unfinished = out.join(format!("{name}{UNFINISHED}"));
        let found = unfinished.exists();
        if !found {
            fs::create_dir(&unfinished).map_err(io("make the folder", &unfinished))?;
        }
        let lock = lock(&unfinished)?;
        let old = unfinished.join("old");
        if old.exists() && !place.exists() {
            // A program was killed between taking the old folder away and putting the new one in its place.
            fs::rename(&old, &place).map_err(io("put back", &place))?;
        } else if old.exists() {
            // It was killed after that: the folder that is there has replaced the old one.
            fs::remove_dir_all(&old).map_err(io("clear", &old))?;
        }
        let checkpoint = unfinished.join(CHECKPOINT);
        if checkpoint.exists() && !goes_on {
            if !force {
                return Err(FolderError::Unfinished(unfinished));
            }
            fs::remove_file(&checkpoint).map_err(io("remove the old", &checkpoint))?;
        }
        let folder = unfinished.join("folder");
        if folder.exists() {
            fs::remove_dir_all(&folder).map_err(io("clear", &folder))?;
        }
        let lock = Mutex::new(lock);
        let claim = Self { place, unfinished, made, force, finished: false, lock };
        fs::create_dir(&folder).map_err(io("make the folder", &folder))?;
        Ok(claim)
    }

    /// Clears up what a program left that was killed after it had put `out/name` in its place, unless another one holds it. What cannot be
    /// removed stays: the run folder is whole without.
    pub(crate) fn clear_up(out: &Path, name: &str) {
        let unfinished = out.join(format!("{name}{UNFINISHED}"));
        if unfinished.exists() && lock(&unfinished).is_ok() {
            let _ = fs::remove_dir_all(&unfinished);
        }
    }

    /// Makes the place anew if somebody has taken it away.
    ///
    /// # Errors
    /// It cannot be made; another program has claimed it meanwhile.
    pub(crate) fn renew(&self) -> Result<(), FolderError> {
        if !self.is_there() {
            fs::create_dir_all(&self.unfinished).map_err(io("make the folder", &self.unfinished))?;
            *self.held() = lock(&self.unfinished)?;
        }
        let folder = self.unfinished.join("folder");
        fs::create_dir_all(&folder).map_err(io("make the folder", &folder))
    }

    /// Whether the lock in the place is still the one that is held. Where files cannot be told apart, any that is there counts.
    fn is_there(&self) -> bool {
        let Ok(there) = fs::metadata(self.unfinished.join(LOCK)) else { return false };
        let held = self.held().as_ref().and_then(|file| file.metadata().ok());
        held.is_none_or(|held| is_same(&held, &there))
    }

    fn held(&self) -> MutexGuard<'_, Option<File>> {
        self.lock.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where its checkpoint is.
    pub(crate) fn checkpoint(&self) -> PathBuf {
        self.unfinished.join(CHECKPOINT)
    }

    /// Where the run is kept until it is whole.
    pub(crate) fn unfinished(&self) -> &Path {
        &self.unfinished
    }

    /// Writes a file.
    pub(crate) fn write(&self, name: &str, bytes: &[u8]) -> Result<(), FolderError> {
        let path = self.unfinished.join("folder").join(name);
        fs::write(&path, bytes).map_err(io("write", &self.place.join(name)))
    }

    /// Writes the tables; gives their names and bytes.
    pub(crate) fn write_tables(
        &self,
        measures: &[MeasureRow],
        persons: &[PersonRow],
        ledger: &[LedgerRow],
    ) -> Result<Vec<(String, Vec<u8>)>, FolderError> {
        self.renew()?;
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
        let (folder, old) = (self.unfinished.join("folder"), self.unfinished.join("old"));
        if self.place.exists() {
            if !self.force {
                return Err(FolderError::Exists(self.place.clone()));
            }
            fs::rename(&self.place, &old).map_err(io("move aside", &self.place))?;
        }
        if let Err(source) = fs::rename(&folder, &self.place) {
            // The old folder goes back: nothing already written is lost.
            let _ = fs::rename(&old, &self.place);
            return Err(FolderError::Io { what: "put in place", path: self.place.clone(), source });
        }
        self.finished = true;
        // The checkpoint goes first: killed from here on, the run is whole and there is nothing to go on from.
        match fs::remove_file(self.checkpoint()) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                return Err(io("remove", &self.checkpoint())(error));
            }
            _ => {}
        }
        fs::remove_dir_all(&self.unfinished).map_err(io("remove", &self.unfinished))?;
        Ok(self.place.clone())
    }
}

/// Whether two entries are the same file.
#[cfg(unix)]
fn is_same(one: &fs::Metadata, other: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

/// Whether two entries are the same file; not told here.
#[cfg(not(unix))]
fn is_same(_: &fs::Metadata, _: &fs::Metadata) -> bool {
    true
}

/// Name of the lock.
const LOCK: &str = "lock";

/// Name of the checkpoint.
const CHECKPOINT: &str = "checkpoint";

/// Holds the place against other programs.
fn lock(unfinished: &Path) -> Result<Option<File>, FolderError> {
    let path = unfinished.join(LOCK);
    let mut options = File::options();
    outside::without_waiting(options.create(true).truncate(false).write(true));
    let file = options.open(&path).map_err(io("write", &path))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Err(FolderError::Busy(unfinished.to_owned())),
        Err(TryLockError::Error(_)) => Ok(None),
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        // A place that was taken away meanwhile may be another program's by now.
        if self.finished || !self.is_there() {
            return;
        }
        let _ = fs::remove_dir_all(self.unfinished.join("folder"));
        if !self.checkpoint().exists() {
            let _ = fs::remove_dir_all(&self.unfinished);
            if let Some(made) = &self.made {
                // Gone only if it is empty: another run may have found room in it.
                let _ = fs::remove_dir(made);
            }
        }
    }
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
        assert!(matches!(Claim::new(out.path(), "run", false), Err(FolderError::Busy(_))));
        assert!(matches!(Claim::new(out.path(), "run", true), Err(FolderError::Busy(_))), "force or not");
        fs::create_dir(out.path().join("run")).unwrap();
        fs::write(out.path().join("run/a"), b"theirs").unwrap();
        assert!(matches!(first.finish(), Err(FolderError::Exists(_))));
        assert_eq!(fs::read(out.path().join("run/a")).unwrap(), b"theirs");
    }

    #[test]
    fn a_checkpoint_outlives_its_claim_and_is_not_run_over() {
        let out = tempfile::tempdir().unwrap();
        let claim = Claim::new(out.path(), "run", false).unwrap();
        fs::write(claim.checkpoint(), b"state").unwrap();
        drop(claim);
        assert!(matches!(Claim::new(out.path(), "run", false), Err(FolderError::Unfinished(_))));
        let claim = Claim::resume(out.path(), "run", false).unwrap();
        assert_eq!(fs::read(claim.checkpoint()).unwrap(), b"state");
        drop(claim);
        let claim = Claim::new(out.path(), "run", true).unwrap();
        assert!(!claim.checkpoint().exists(), "begun anew");
        claim.finish().unwrap();
        assert_eq!(fs::read_dir(out.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_place_that_was_taken_away_is_made_anew() {
        let above = tempfile::tempdir().unwrap();
        let out = above.path().join("runs");
        let claim = Claim::new(&out, "run", false).unwrap();
        claim.renew().unwrap();
        fs::remove_dir_all(&out).unwrap();
        claim.renew().unwrap();
        assert!(matches!(Claim::new(&out, "run", false), Err(FolderError::Busy(_))), "held anew");
        fs::remove_dir_all(out.join("run.unfinished/folder")).unwrap();
        claim.renew().unwrap();
        claim.write("a", b"1").unwrap();
        assert_eq!(fs::read(claim.finish().unwrap().join("a")).unwrap(), b"1");
        assert_eq!(fs::read_dir(&out).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_place_that_another_program_has_claimed_meanwhile_is_left_to_it() {
        let out = tempfile::tempdir().unwrap();
        let claim = Claim::new(out.path(), "run", false).unwrap();
        fs::remove_dir_all(out.path().join("run.unfinished")).unwrap();
        let other = Claim::new(out.path(), "run", false).unwrap();
        other.write("a", b"theirs").unwrap();
        assert!(matches!(claim.renew(), Err(FolderError::Busy(_))));
        drop(claim);
        assert!(other.is_there());
        assert_eq!(fs::read(other.finish().unwrap().join("a")).unwrap(), b"theirs");
    }

    #[test]
    fn what_a_killed_program_left_is_cleared_up() {
        let out = tempfile::tempdir().unwrap();
        let left = out.path().join("run.unfinished");
        fs::create_dir_all(left.join("folder")).unwrap();
        fs::write(left.join("folder/a"), b"half").unwrap();
        fs::create_dir_all(left.join("old")).unwrap();
        fs::write(left.join("old/a"), b"whole").unwrap();
        assert!(matches!(Claim::new(out.path(), "run", false), Ok(claim) if claim.place.exists()));
        assert_eq!(fs::read(out.path().join("run/a")).unwrap(), b"whole", "put back");
        assert!(!left.exists());
    }

    #[test]
    fn killed_after_the_old_folder_was_replaced() {
        let out = tempfile::tempdir().unwrap();
        let left = out.path().join("run.unfinished");
        fs::create_dir_all(left.join("old")).unwrap();
        fs::write(left.join("old/a"), b"1").unwrap();
        fs::create_dir(out.path().join("run")).unwrap();
        fs::write(out.path().join("run/a"), b"2").unwrap();
        assert!(matches!(Claim::new(out.path(), "run", false), Err(FolderError::Exists(_))));
        let claim = Claim::new(out.path(), "run", true).unwrap();
        claim.write("a", b"3").unwrap();
        claim.finish().unwrap();
        assert_eq!(fs::read(out.path().join("run/a")).unwrap(), b"3");
        assert!(!left.exists());
    }

    #[test]
    fn what_is_held_is_not_cleared_up() {
        let out = tempfile::tempdir().unwrap();
        let claim = Claim::new(out.path(), "run", false).unwrap();
        Claim::clear_up(out.path(), "run");
        assert!(claim.is_there());
        // As a killed program leaves it: nobody holds it.
        let left = claim.unfinished().to_owned();
        drop(claim);
        fs::create_dir(&left).unwrap();
        fs::write(left.join(LOCK), b"").unwrap();
        Claim::clear_up(out.path(), "run");
        assert_eq!(fs::read_dir(out.path()).unwrap().count(), 0);
        Claim::clear_up(out.path(), "run");
    }
}
