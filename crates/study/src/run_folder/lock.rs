//! A claim to a run folder: the place beside it in which the run is kept until it is whole.
//!
//! | in `NAME.unfinished` | what |
//! |---|---|
//! | `lock` | held by the program that runs; let go by the system however the program ends; names the files begun |
//! | `checkpoint` | the last good checkpoint, if one was written |
//! | `….rows` | the rows of the tables so far |
//! | `folder` | what is to become the run folder `NAME` |
//! | `old` | a run folder that is being replaced, until the new one is in place |
//!
//! What is written is on the disk before it takes its name, and its name before anything that it replaces
//! goes. Nothing goes that is not the program's own (see [`super::ours`]).
//!
//! Dropped unfinished, a claim leaves nothing behind but a checkpoint. A program that was killed leaves all,
//! and whoever claims the place next clears up. A place that is taken away while the program runs is made
//! anew before something is written into it: what was computed is not lost with it.

use super::files::Digested;
use super::ours::{CHECKPOINT, FOLDER, Found, LOCK, MARK, OLD, PARTIAL, SUMS, Sums, remove};
use crate::error::FolderError;
use crate::outside;
use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What is added to the name of a run folder that is not whole yet.
pub const UNFINISHED: &str = ".unfinished";

/// A run folder that is being filled beside its place.
#[derive(Debug)]
pub struct FolderLock {
    place: PathBuf,
    /// Where the run is kept until it is whole.
    pub unfinished: PathBuf,
    /// The outer folder, if it was made for this run.
    made: Option<PathBuf>,
    force: bool,
    finished: bool,
    /// Held as long as the claim, where the file system knows locks.
    lock: Mutex<File>,
    /// The files that are whole.
    sums: Arc<Mutex<Sums>>,
}

impl FolderLock {
    /// Claims `out/name` for a run that begins anew.
    pub fn new(out: &Path, name: &str, force: bool) -> Result<Self, FolderError> {
        Self::take(out, name, force, false)
    }

    /// Claims `out/name` for a run that goes on from its checkpoint.
    pub fn resume(out: &Path, name: &str, force: bool) -> Result<Self, FolderError> {
        Self::take(out, name, force, true)
    }

    fn take(out: &Path, name: &str, force: bool, goes_on: bool) -> Result<Self, FolderError> {
        let place = out.join(name);
        let unfinished = out.join(format!("{name}{UNFINISHED}"));
        if is_there(&place)? {
            if force {
                Found::in_folder(&place)?.all_own(&place)?;
            } else if !is_there(&unfinished)? {
                return Err(FolderError::Exists(place));
            }
        }
        let made = (!out.exists()).then(|| out.to_owned());
        fs::create_dir_all(out).map_err(FolderError::io("make the folder", out))?;
        let lock = lock(&unfinished)?;
        mend(&unfinished, &place)?;
        let checkpoint = unfinished.join(CHECKPOINT);
        let is_kept = is_there(&checkpoint)?;
        // Looked at again: what a killed program took away is back, and another one may have ended meanwhile.
        if is_kept && !goes_on && !force {
            return Err(FolderError::Unfinished(unfinished));
        }
        if is_there(&place)? && !force {
            if !is_kept {
                clear(&unfinished)?;
            }
            return Err(FolderError::Exists(place));
        }
        if is_kept && !goes_on {
            fs::remove_file(&checkpoint).map_err(FolderError::io("remove the old", &checkpoint))?;
        }
        let folder = unfinished.join(FOLDER);
        remove(&within(&unfinished, &folder)?)?;
        let (lock, sums) = (Mutex::new(lock), Arc::default());
        let claim = Self { place, unfinished, made, force, finished: false, lock, sums };
        fs::create_dir(&folder).map_err(FolderError::io("make the folder", &folder))?;
        Ok(claim)
    }

    /// Puts in order what a program left that was killed at the end, unless another one holds the place: a
    /// run folder that was to be replaced is put back, and what is beside one that is whole is cleared up.
    /// What was begun anew since or can be resumed stays, unless it is known to be the whole one's. What
    /// cannot be removed stays too.
    pub fn clear_up(out: &Path, name: &str, all_of_it: bool) {
        let (place, unfinished) = (out.join(name), out.join(format!("{name}{UNFINISHED}")));
        if unfinished.exists()
            && let Ok(_held) = lock(&unfinished)
            && mend(&unfinished, &place).is_ok()
            && place.exists()
            && (all_of_it || [CHECKPOINT, FOLDER].iter().all(|part| !unfinished.join(part).exists()))
        {
            let _ = clear(&unfinished);
        }
    }

    /// Makes the place anew if somebody has taken it away.
    ///
    /// # Errors
    /// It cannot be made; another program has claimed it meanwhile.
    pub fn renew(&self) -> Result<(), FolderError> {
        if !self.is_there() {
            if let Some(out) = self.unfinished.parent() {
                fs::create_dir_all(out).map_err(FolderError::io("make the folder", out))?;
            }
            *self.held() = lock(&self.unfinished)?;
        }
        let folder = self.unfinished.join(FOLDER);
        fs::create_dir_all(&folder).map_err(FolderError::io("make the folder", &folder))
    }

    /// Whether the lock in the place is still the one that is held. Where files cannot be told apart, any
    /// that is there counts.
    fn is_there(&self) -> bool {
        let Ok(there) = fs::metadata(self.unfinished.join(LOCK)) else { return false };
        self.held().metadata().is_ok_and(|held| is_same(&held, &there))
    }

    fn held(&self) -> MutexGuard<'_, File> {
        self.lock.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where its checkpoint is.
    pub fn checkpoint(&self) -> PathBuf {
        self.unfinished.join(CHECKPOINT)
    }

    /// Writes a file.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<(), FolderError> {
        let (path, mut file) = self.begin(name)?;
        let written = file.write_all(bytes).and_then(|()| file.end());
        written.map(|_| ()).map_err(FolderError::io("write", &path))
    }

    /// Begins a file of this name; gives the place that it will have besides.
    pub(super) fn begin(&self, name: &str) -> Result<(PathBuf, Digested), FolderError> {
        let place = self.place.join(name);
        // It is named before it is there, so that whoever finds it half written knows whose it is.
        let file = (&*self.held())
            .write_all(format!("{name}\n").as_bytes())
            .and_then(|()| File::create(self.unfinished.join(FOLDER).join(name)));
        let file = file.map_err(FolderError::io("write", &place))?;
        Ok((place, Digested::new(file, name, &self.sums)))
    }

    /// Puts the folder in its place.
    pub fn finish(mut self) -> Result<PathBuf, FolderError> {
        let (folder, old) = (self.unfinished.join(FOLDER), self.unfinished.join(OLD));
        let list = self.sums.lock().unwrap_or_else(PoisonError::into_inner).text();
        self.write(SUMS, list.as_bytes())?;
        on_disk(&folder);
        let put = FolderError::io("put in place", &self.place);
        if is_there(&self.place)? {
            if !self.force {
                return Err(FolderError::Exists(self.place.clone()));
            }
            Found::in_folder(&self.place)?.all_own(&self.place)?;
            replace(&folder, &self.place, &old).map_err(put)?;
        } else {
            fs::rename(&folder, &self.place).map_err(put)?;
        }
        self.finished = true;
        // Only when the new name is on the disk may go what a run could be resumed, or gone back to.
        self.place.parent().into_iter().for_each(on_disk);
        // The checkpoint goes first: killed from here on, the run is whole and there is nothing to go on
        // from. What cannot be removed now is when the place is claimed next.
        let gone = fs::remove_file(self.checkpoint());
        if gone.is_ok() || gone.is_err_and(|error| error.kind() == ErrorKind::NotFound) {
            let _ = clear(&self.unfinished);
        }
        Ok(self.place.clone())
    }
}

/// Puts a folder where another one is, which is in `old` afterwards. Where the system can, both change places
/// at once: killed at any moment, one of them is there.
fn replace(folder: &Path, place: &Path, old: &Path) -> io::Result<()> {
    fs::rename(folder, old)?;
    match exchange(old, place) {
        Ok(()) => return Ok(()),
        Err(error) => {
            fs::rename(old, folder)?;
            if !matches!(error.kind(), ErrorKind::Unsupported | ErrorKind::InvalidInput) {
                return Err(error);
            }
        }
    }
    fs::rename(place, old)?;
    fs::rename(folder, place).inspect_err(|_| {
        // The old folder goes back: nothing already written is lost.
        let _ = fs::rename(old, place);
    })
}

/// Lets two names change places.
#[cfg(target_os = "linux")]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

/// Lets two names change places; not known here.
#[cfg(not(target_os = "linux"))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

/// Whether something of this name is there, be it a link that leads nowhere; what cannot be told is an error.
fn is_there(path: &Path) -> Result<bool, FolderError> {
    match fs::symlink_metadata(path) {
        Ok(_) => Ok(true),
        // Above it, what should be a folder may be a file: nothing is in it.
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(false),
        Err(error) => Err(FolderError::io("look at", path)(error)),
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

/// Puts in order what a killed program left half done in a place that is held.
fn mend(unfinished: &Path, place: &Path) -> Result<(), FolderError> {
    let (old, partial) = (unfinished.join(OLD), unfinished.join(PARTIAL));
    if partial.exists() {
        // It would count as room that is taken on the disk.
        fs::remove_file(&partial).map_err(FolderError::io("remove", &partial))?;
    }
    if !is_there(&old)? {
        return Ok(());
    }
    if is_there(place)? {
        // Killed when the new folder was in place, or had not changed places with the old one yet: then there
        // is a checkpoint, or it is made once more.
        return remove(&Found::in_folder(&old)?.all_own(&old)?);
    }
    // Killed between taking the old folder away and putting the new one in its place.
    fs::rename(&old, place).map_err(FolderError::io("put back", place))
}

/// Sees to it that what is in a folder, names too, is on the disk; some systems know no such thing.
fn on_disk(folder: &Path) {
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}

/// The program's own below a path in a place.
fn within(unfinished: &Path, path: &Path) -> Result<Vec<PathBuf>, FolderError> {
    Ok(Found::in_place(unfinished)?.own.into_iter().filter(|own| own.starts_with(path)).collect())
}

/// Removes a place, but for what is not the program's own.
fn clear(unfinished: &Path) -> Result<(), FolderError> {
    remove(&within(unfinished, unfinished)?)
}

/// Holds a place against other programs; makes it if it is not there.
fn lock(unfinished: &Path) -> Result<File, FolderError> {
    let path = unfinished.join(LOCK);
    if !path.exists() {
        // Only an empty folder can become a place.
        Found::in_place(unfinished)?.all_own(unfinished)?;
        match fs::create_dir(unfinished) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => {
                return Err(FolderError::io("make the folder", unfinished)(error));
            }
            _ => {}
        }
    }
    let mut options = File::options();
    outside::without_waiting(options.create(true).append(true));
    let mut file = options.open(&path).map_err(FolderError::io("write", &path))?;
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => return Err(FolderError::Busy(unfinished.to_owned())),
        Ok(()) | Err(TryLockError::Error(_)) => {}
    }
    Found::in_place(unfinished)?.all_own(unfinished)?;
    let marked = file.metadata().and_then(|found| match found.len() {
        0 => file.write_all(format!("{MARK}\n").as_bytes()),
        _ => Ok(()),
    });
    marked.map_err(FolderError::io("write", &path))?;
    Ok(file)
}

impl Drop for FolderLock {
    fn drop(&mut self) {
        // A place that was taken away meanwhile may be another program's by now.
        if self.finished || !self.is_there() {
            return;
        }
        // One that cannot be looked at may be there.
        if !matches!(self.checkpoint().try_exists(), Ok(false)) {
            for part in [FOLDER, PARTIAL] {
                let _ = within(&self.unfinished, &self.unfinished.join(part)).and_then(|own| remove(&own));
            }
            return;
        }
        let _ = clear(&self.unfinished);
        if let Some(made) = &self.made {
            // Gone only if it is empty: another run may have found room in it.
            let _ = fs::remove_dir(made);
        }
    }
}

#[cfg(test)]
mod tests;
