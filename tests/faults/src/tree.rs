//! What a folder holds, to be compared.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Files of a folder and of those in it by their path, and empty folders with nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tree(BTreeMap<PathBuf, Vec<u8>>);

/// Differences that are told one by one.
const SHOWN: usize = 3;

/// Keys of a manifest that tell of the machine and its clock.
const OF_THE_MACHINE: [&str; 4] = ["\"started\":", "\"seconds\":", "\"threads\":", "\"bytes_per_person\":"];

/// Name of a manifest.
pub(crate) const MANIFEST: &str = "manifest.json";
/// Name of the list of a folder's files, with their digests.
const SUMS: &str = "SHA256SUMS";

impl Tree {
    /// Reads a folder; where there is none, nothing is in it.
    pub(crate) fn read(folder: &Path) -> io::Result<Self> {
        let mut tree = Self::default();
        if folder.is_dir() {
            tree.add(folder, Path::new(""))?;
        }
        Ok(tree)
    }

    fn add(&mut self, folder: &Path, within: &Path) -> io::Result<()> {
        let mut is_empty = true;
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            is_empty = false;
            let path = within.join(entry.file_name());
            if entry.file_type()?.is_dir() {
                self.add(&entry.path(), &path)?;
            } else {
                self.0.insert(path, fs::read(entry.path())?);
            }
        }
        if is_empty {
            self.0.insert(within.join(""), Vec::new());
        }
        Ok(())
    }

    /// Writes all of it into a folder.
    pub(crate) fn write(&self, folder: &Path) -> io::Result<()> {
        for (path, bytes) in &self.0 {
            let path = folder.join(path);
            if is_folder(&path) {
                fs::create_dir_all(path)?;
            } else {
                fs::create_dir_all(path.parent().unwrap_or(folder))?;
                fs::write(path, bytes)?;
            }
        }
        Ok(())
    }

    /// What is in a folder of it.
    pub(crate) fn within(&self, folder: &Path) -> Self {
        let of = |(path, bytes): (&PathBuf, &Vec<u8>)| {
            Some((path.strip_prefix(folder).ok()?.to_owned(), bytes.clone()))
        };
        Self(self.0.iter().filter_map(of).collect())
    }

    /// All but what is in a folder of it.
    pub(crate) fn without(mut self, folder: &Path) -> Self {
        self.0.retain(|path, _| !path.starts_with(folder));
        self
    }

    pub(crate) fn paths(&self) -> impl Iterator<Item = &Path> {
        self.0.keys().map(PathBuf::as_path)
    }

    /// All files and their bytes.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&Path, &[u8])> {
        let files = self.0.iter().map(|(path, bytes)| (path.as_path(), bytes.as_slice()));
        files.filter(|(path, _)| !is_folder(path))
    }

    /// The same with another content of one file.
    pub(crate) fn with(&self, path: &Path, change: impl FnOnce(&[u8]) -> Vec<u8>) -> Self {
        let mut changed = self.clone();
        if let Some(bytes) = changed.0.get_mut(path) {
            *bytes = change(bytes);
        }
        changed
    }

    /// Without what clocks and processors have to do with.
    pub(crate) fn timeless(mut self) -> Self {
        for (path, bytes) in &mut self.0 {
            if path.file_name().is_some_and(|name| name == MANIFEST || name == SUMS)
                && let Ok(text) = str::from_utf8(bytes)
            {
                let bears = |line: &&str| {
                    !line.trim_end().ends_with(&format!("  {MANIFEST}"))
                        && !OF_THE_MACHINE.iter().any(|key| line.trim_start().starts_with(key))
                };
                *bytes = text.split_inclusive('\n').filter(bears).collect::<String>().into_bytes();
            }
        }
        self
    }

    /// A file that is as it was in neither of two trees, or that the first has and this has not.
    pub(crate) fn strays(&self, before: &Self, after: &Self) -> Option<String> {
        let known = |path: &Path, bytes: &[u8]| {
            [before, after].iter().any(|tree| tree.0.get(path).is_some_and(|known| known == bytes))
        };
        let stray = self.files().find(|(path, bytes)| !is_half(path) && !known(path, bytes));
        let gone = before.files().find(|(path, _)| !self.0.contains_key(*path));
        let stray = stray.map(|(path, _)| format!("{} is as it never was", path.display()));
        stray.or_else(|| gone.map(|(path, _)| format!("{} is gone", path.display())))
    }

    /// Whether a folder has files of either of two, and its list has each with its digest: a file of it was
    /// being written anew.
    pub(crate) fn is_between(&self, old: &Self, new: &Self) -> bool {
        let list = |tree: &Self| {
            tree.0
                .get(Path::new(SUMS))
                .map(|bytes| String::from_utf8_lossy(bytes).into_owned())
                .unwrap_or_default()
        };
        let listed = list(self);
        let is_listed = |path: &Path, bytes: &[u8], tree: &Self| {
            let of_it = format!("  {}", path.display());
            let lines = list(tree);
            let line = lines.lines().find(|line| line.ends_with(&of_it));
            tree.0.get(path).is_some_and(|known| known == bytes)
                && (path.ends_with(MANIFEST)
                    || line.is_some_and(|line| listed.lines().any(|one| one == line)))
        };
        self.files().all(|(path, bytes)| {
            path == Path::new(SUMS)
                || is_half(path)
                || [old, new].iter().any(|tree| is_listed(path, bytes, tree))
        })
    }

    /// In what it is not the other, in a line; `None` where it is the same.
    pub(crate) fn differs(&self, other: &Self) -> Option<String> {
        let mut words: Vec<String> = Vec::new();
        for (path, bytes) in &self.0 {
            match other.0.get(path) {
                None => words.push(format!("{} too many", path.display())),
                Some(wanted) if wanted != bytes => words.push(format!("{} differs", path.display())),
                Some(_) => {}
            }
        }
        let missing = other.0.keys().filter(|path| !self.0.contains_key(*path));
        words.extend(missing.map(|path| format!("{} missing", path.display())));
        if words.len() > SHOWN {
            let more = words.len() - SHOWN;
            words.truncate(SHOWN);
            words.push(format!("{more} more"));
        }
        (!words.is_empty()).then(|| words.join(", "))
    }
}

/// Whether a file is being written beside its place.
fn is_half(path: &Path) -> bool {
    path.file_name()
        .and_then(|name| name.to_str())
        .is_some_and(|name| name.starts_with('.') && name.ends_with(".partial"))
}

/// Whether a path of a tree stands for an empty folder.
fn is_folder(path: &Path) -> bool {
    path.as_os_str().as_encoded_bytes().ends_with(b"/")
}
