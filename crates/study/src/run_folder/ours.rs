//! Whose files a folder holds: the one place that decides what may go.
//!
//! Model. A folder that is whole has a list of its files with their SHA-256, [`SUMS`], which `sha256sum
//! --check` reads. A file is the program's own if that list has its name with the digest that it has now. A
//! place in which a run is kept until it is whole has the list of the files begun there in its lock, with the
//! program's mark; those, and the names that a checkpoint goes by, are the program's own. All else is
//! somebody's: it is named, and the folder stays as it is.
//!
//! While a file is written anew, the list has the digests of the old one and of the new one, so that a
//! program that is killed leaves nothing that it would not know.
//!
//! Leaves out: folders within a folder that is whole, and links. No run writes any.

use super::whole::{HALF, write_whole};
use crate::error::FolderError;
use crate::outside;
use demerit_kernel::Digest;
use std::collections::BTreeMap;
use std::fs::{self, FileType};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

/// Name of the manifest.
pub const MANIFEST: &str = "manifest.json";
/// Name of the list.
pub const SUMS: &str = "SHA256SUMS";
/// Its first line: a list that another program made does not have it.
const FIRST: &str = "# Demerit wrote these files. It replaces none that differs or is not here.";
/// Name of the lock of such a place.
pub(super) const LOCK: &str = "lock";
/// Name of the checkpoint.
pub(super) const CHECKPOINT: &str = "checkpoint";
/// Name of a checkpoint that is being written.
pub(super) const PARTIAL: &str = "checkpoint.partial";
/// Name of what is to become the run folder.
pub const FOLDER: &str = "folder";
/// Name of a run folder that is being replaced.
pub(super) const OLD: &str = "old";
/// The first line of the lock of a place in which a run is kept.
pub(super) const MARK: &str = "Demerit keeps a run here until it is whole; the files begun are:";
/// Most bytes of either.
const LONGEST: u64 = 1 << 20;

/// The files of a folder with their digests: one each, or two while it is written anew.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Sums(BTreeMap<String, Vec<String>>);

impl Sums {
    /// Those of a folder; none where there is no list of this program.
    pub(super) fn of(folder: &Path) -> Result<Self, FolderError> {
        let path = folder.join(SUMS);
        let bytes = match outside::read(&path, LONGEST) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(FolderError::io("read", &path)(error)),
        };
        let text = String::from_utf8_lossy(&bytes);
        let mut lines = text.lines();
        let mut sums = Self::default();
        if lines.next() == Some(FIRST) {
            for (digest, name) in lines.filter_map(|line| line.split_once("  ")) {
                sums.add(name, digest.to_owned());
            }
        }
        Ok(sums)
    }

    /// Adds a file, or another digest of one.
    pub(super) fn add(&mut self, name: &str, digest: String) {
        let known = self.0.entry(name.to_owned()).or_default();
        if !known.contains(&digest) {
            known.push(digest);
        }
    }

    /// Adds a file that has this digest and no other.
    pub(super) fn put(&mut self, name: &str, digest: String) {
        self.0.insert(name.to_owned(), vec![digest]);
    }

    /// Whether a file of this name may have this digest.
    pub(super) fn knows(&self, name: &str, digest: &String) -> bool {
        self.0.get(name).is_some_and(|known| known.contains(digest))
    }

    /// As it stands in a folder.
    pub(super) fn text(&self) -> String {
        let lines = self.0.iter().flat_map(|(name, known)| known.iter().map(move |one| (name, one)));
        let lines = lines.map(|(name, digest)| format!("{digest}  {name}\n"));
        [format!("{FIRST}\n")].into_iter().chain(lines).collect()
    }

    /// Writes it into its folder.
    pub(super) fn write(&self, folder: &Path) -> Result<(), FolderError> {
        write_whole(&folder.join(SUMS), self.text().as_bytes())
    }

    /// Whether a file of a folder is the program's own.
    fn owns(&self, path: &Path, name: &str) -> io::Result<bool> {
        if name == SUMS {
            return Ok(outside::read(path, LONGEST)? == self.text().as_bytes());
        }
        if let Some(half) = name.strip_prefix('.').and_then(|name| name.strip_suffix(HALF)) {
            return Ok(half == SUMS || self.0.contains_key(half));
        }
        Ok(self.0.contains_key(name) && self.knows(name, &digest_of_file(path)?))
    }
}

/// SHA-256 of a file.
pub(super) fn digest_of_file(path: &Path) -> io::Result<String> {
    let (mut file, _) = outside::open(path)?;
    let (mut digest, mut some) = (Digest::new(), vec![0; 1 << 18]);
    loop {
        match file.read(&mut some) {
            Ok(0) => return Ok(digest.finish()),
            Ok(read) => _ = digest.bytes(&some[..read]),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// What was found in a folder.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// What the program wrote, in the order in which it may go: a folder after what it holds.
    pub(super) own: Vec<PathBuf>,
    /// What it did not write, or does not know any more.
    foreign: Vec<String>,
}

impl Found {
    /// In a folder that is whole.
    pub(super) fn in_folder(folder: &Path) -> Result<Self, FolderError> {
        let mut found = Self::default();
        let Some(entries) = entries(folder)? else {
            found.foreign.push("it is no folder".to_owned());
            return Ok(found);
        };
        let sums = Sums::of(folder)?;
        for (name, kind) in entries {
            let path = folder.join(&name);
            let own = kind.is_file() && sums.owns(&path, &name).map_err(FolderError::io("read", &path))?;
            if own {
                found.own.push(path);
            } else {
                found.foreign.push(if sums.0.contains_key(&name) { name + " (changed)" } else { name });
            }
        }
        // The list goes last, so that what is left of a folder is known.
        found.own.sort_by_key(|path| path.ends_with(SUMS));
        found.own.push(folder.to_owned());
        Ok(found)
    }

    /// In a place in which a run is kept until it is whole.
    pub(super) fn in_place(unfinished: &Path) -> Result<Self, FolderError> {
        let mut found = Self::default();
        let Some(entries) = entries(unfinished)? else {
            found.foreign.push("it is no folder".to_owned());
            return Ok(found);
        };
        let lock = unfinished.join(LOCK);
        let text = match outside::read(&lock, LONGEST) {
            Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
            read => read.map_err(FolderError::io("read", &lock))?,
        };
        let text = String::from_utf8_lossy(&text);
        let mut lines = text.lines();
        let marked = lines.next() == Some(MARK);
        let begun: Vec<&str> = lines.collect();
        // A program that was killed before it wrote its mark has made nothing but the lock.
        let is_lock = |name: &str| name == LOCK && (marked || text.is_empty());
        for (name, kind) in entries {
            let path = unfinished.join(&name);
            match name.as_str() {
                FOLDER if marked && kind.is_dir() => {
                    for (name, kind) in self::entries(&path)?.into_iter().flatten() {
                        let own = kind.is_file() && begun.contains(&name.as_str());
                        found.take(own, path.join(&name), || format!("{FOLDER}/{name}"));
                    }
                    found.own.push(path);
                }
                OLD if marked && kind.is_dir() => {
                    let old = Self::in_folder(&path)?;
                    found.own.extend(old.own);
                    found.foreign.extend(old.foreign.into_iter().map(|name| format!("{OLD}/{name}")));
                }
                name => {
                    let own =
                        is_lock(name) || marked && (name == CHECKPOINT || name == PARTIAL || is_rows(name));
                    found.take(own && kind.is_file(), path, || name.to_owned());
                }
            }
        }
        found.own.sort_by_key(|path| *path == lock);
        found.own.push(unfinished.to_owned());
        Ok(found)
    }

    fn take(&mut self, own: bool, path: PathBuf, name: impl FnOnce() -> String) {
        if own {
            self.own.push(path);
        } else {
            self.foreign.push(name());
        }
    }

    /// What may go, where nothing else is there.
    pub(super) fn all_own(self, folder: &Path) -> Result<Vec<PathBuf>, FolderError> {
        if self.foreign.is_empty() {
            return Ok(self.own);
        }
        let more = self.foreign.len().saturating_sub(TOLD);
        let mut told = self.foreign;
        told.truncate(TOLD);
        if more > 0 {
            told.push(format!("{more} more"));
        }
        Err(FolderError::NotOurs { folder: folder.to_owned(), found: told.join(", ") })
    }
}

/// Names that are told.
const TOLD: usize = 5;

/// Whether a spool has this name.
fn is_rows(name: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    name.strip_suffix(".rows").is_some_and(|name| !name.is_empty() && name.chars().all(plain))
}

/// What a folder holds, by name; `None` for what is no folder. A folder that is gone holds nothing.
fn entries(folder: &Path) -> Result<Option<Vec<(String, FileType)>>, FolderError> {
    let failed = || FolderError::io("read", folder);
    match fs::symlink_metadata(folder) {
        Ok(found) if !found.is_dir() => return Ok(None),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Some(Vec::new())),
        found => _ = found.map_err(failed())?,
    }
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed())? {
        let entry = entry.map_err(failed())?;
        let kind = entry.file_type().map_err(failed())?;
        entries.push((entry.file_name().to_string_lossy().into_owned(), kind));
    }
    entries.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok(Some(entries))
}

/// Removes what was found to be the program's own. What somebody has put in meanwhile stays, with the folder
/// that it is in.
pub(super) fn remove(own: &[PathBuf]) -> Result<(), FolderError> {
    for path in own {
        let gone = match fs::symlink_metadata(path) {
            Ok(found) if found.is_dir() => fs::remove_dir(path),
            Ok(_) => fs::remove_file(path),
            Err(error) => Err(error),
        };
        match gone {
            Err(error) if !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::DirectoryNotEmpty) => {
                return Err(FolderError::io("remove", path)(error));
            }
            _ => {}
        }
    }
    Ok(())
}
