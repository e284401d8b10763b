//! The files of a run folder: each written beside its place and renamed, and all read back as the tables of a
//! run.

use super::columns;
use super::ours::{MANIFEST, SUMS, Sums, digest_of_file};
use super::room::Room;
use super::sheet::Sheet;
use super::whole::{alone, write_whole};
use crate::error::FolderError;
use crate::outside;
use demerit_kernel::Digest;
use demerit_worlds::manifest::{Manifest, digest_of};
use demerit_worlds::tables::column::Row;
use demerit_worlds::tables::{Fit, Fits, LedgerRow, MeasureRow, Measures, PersonRow, RunTables, Told};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// A file whose digest is taken as it is written.
pub(super) struct Digested {
    file: BufWriter<File>,
    digest: Digest,
    name: String,
    /// The files of its folder that are whole.
    sums: Arc<Mutex<Sums>>,
}

impl Digested {
    pub(super) fn new(file: File, name: &str, sums: &Arc<Mutex<Sums>>) -> Self {
        let file = BufWriter::with_capacity(1 << 18, file);
        Self { file, digest: Digest::new(), name: name.to_owned(), sums: Arc::clone(sums) }
    }

    /// Sees the file onto the disk; gives its digest.
    pub(super) fn end(mut self) -> io::Result<String> {
        self.file.flush()?;
        self.file.get_ref().sync_all()?;
        let digest = self.digest.finish();
        self.sums.lock().unwrap_or_else(PoisonError::into_inner).put(&self.name, digest.clone());
        Ok(digest)
    }
}

impl Write for Digested {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.digest.bytes(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Writes one file of a folder anew, unless somebody has put another there.
///
/// # Errors
/// The folder cannot be written to; the file is not the program's own.
pub fn write_file(folder: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, FolderError> {
    let _alone = alone(folder);
    let path = folder.join(name);
    let (mut sums, digest) = (Sums::of(folder)?, digest_of(bytes));
    if fs::symlink_metadata(&path).is_ok() {
        let there = digest_of_file(&path).map_err(FolderError::io("read", &path))?;
        if !sums.knows(name, &there) {
            return Err(FolderError::NotOurs { folder: folder.to_owned(), found: name.to_owned() });
        }
    }
    sums.add(name, digest.clone());
    sums.write(folder)?;
    write_whole(&path, bytes)?;
    sums.put(name, digest);
    sums.write(folder)?;
    Ok(path)
}

/// The bytes of a file of a folder, where they are those that were written.
///
/// # Errors
/// It cannot be read, or was changed.
pub fn bytes_as_written(folder: &Path, name: &str) -> Result<Vec<u8>, FolderError> {
    let bytes = bytes_of(folder, name)?;
    if Sums::of(folder)?.knows(name, &digest_of(&bytes)) {
        return Ok(bytes);
    }
    Err(foreign(folder, name, format!("it was changed since: {SUMS} has another digest")))
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

/// A run folder that is read.
struct Opened<'a> {
    folder: &'a Path,
    bytes: &'a dyn Fn(&str) -> Result<Vec<u8>, FolderError>,
    manifest: Manifest,
    /// Digest of the manifest, which the tables have in their footers.
    digest: String,
    fits: Fits,
}

impl<'a> Opened<'a> {
    /// Reads the manifest, and sees that it says what follows from the study of the run.
    fn new(
        folder: &'a Path,
        bytes: &'a dyn Fn(&str) -> Result<Vec<u8>, FolderError>,
    ) -> Result<Self, FolderError> {
        let manifest = Manifest::of_bytes(&bytes(MANIFEST)?);
        let manifest = manifest.and_then(|manifest| manifest.follows_from_its_study().map(|()| manifest));
        let manifest = manifest.map_err(|error| foreign(folder, MANIFEST, error))?;
        Ok(Self { folder, bytes, digest: manifest.digest(), fits: Fits::of(&manifest), manifest })
    }

    /// Gives the rows of a table some at a time, with the bytes that their texts take, if they are of the
    /// run.
    fn each<R: Row>(
        &self,
        give: &mut dyn FnMut(Vec<R>, usize) -> Result<(), String>,
    ) -> Result<(), FolderError>
    where
        Fits: Fit<R>,
    {
        let bytes = (self.bytes)(R::FILE)?;
        let read = if self.manifest.digests.get(R::FILE) == Some(&digest_of(&bytes)) {
            columns::each(bytes, Some(&self.digest), &mut |rows: Vec<R>, letters| {
                rows.iter().try_for_each(|row| self.fits.fit(row))?;
                give(rows, letters)
            })
        } else {
            Err("it does not have the digest of the manifest".to_owned())
        };
        read.map_err(|message| foreign(self.folder, R::FILE, message))
    }

    /// All rows of a table.
    fn all<R: Row>(&self, room: &mut Room) -> Result<Vec<R>, FolderError>
    where
        Fits: Fit<R>,
    {
        let mut all = Vec::new();
        self.each(&mut |rows: Vec<R>, letters| {
            room.take(letters + rows.len() * size_of::<R>())?;
            all.extend(rows);
            Ok(())
        })?;
        Ok(all)
    }
}

fn read_with(
    folder: &Path,
    mut room: Room,
    bytes: &dyn Fn(&str) -> Result<Vec<u8>, FolderError>,
) -> Result<RunTables, FolderError> {
    let opened = Opened::new(folder, bytes)?;
    let measures = opened.all(&mut room)?;
    let persons = opened.all(&mut room)?;
    let ledger = opened.all(&mut room)?;
    Ok(RunTables { manifest: opened.manifest, measures, persons, ledger })
}

/// Reads what is told of the run in a folder, and of the lives of its cohort the one that is asked for or
/// that shows most; no more of its rows is in the memory than that takes.
///
/// # Errors
/// As for [`read`].
pub fn told(folder: &Path, person: Option<u32>) -> Result<Told, FolderError> {
    let bytes = |name: &str| bytes_of(folder, name);
    let opened = Opened::new(folder, &bytes)?;
    let (mut told, mut room) = (Told::begin(opened.manifest.clone(), person), Room::of_machine());
    opened.each(&mut |rows: Vec<MeasureRow>, _| {
        told.measures(&rows);
        room.take(rows.len() * Measures::OF_A_ROW)
    })?;
    opened.each(&mut |rows: Vec<PersonRow>, _| {
        told.persons(&rows);
        Ok(())
    })?;
    opened.each(&mut |rows: Vec<LedgerRow>, _| {
        told.ledger(&rows);
        Ok(())
    })?;
    Ok(told)
}

fn foreign(folder: &Path, name: &str, message: String) -> FolderError {
    FolderError::Foreign { path: folder.join(name), message }
}

/// Name of the sheet of a table.
#[must_use]
pub fn sheet_of(table: &str) -> String {
    Path::new(table).with_extension("csv").to_string_lossy().into_owned()
}

/// Writes the sheets of a run folder that is there; gives their paths.
///
/// # Errors
/// The folder cannot be written to.
pub fn write_sheets(folder: &Path) -> Result<Vec<PathBuf>, FolderError> {
    fn one<R: Row>(opened: &Opened<'_>) -> Result<PathBuf, FolderError>
    where
        Fits: Fit<R>,
    {
        let mut sheet = Sheet::new(false);
        opened.each(&mut |rows: Vec<R>, _| {
            sheet.add(None, &rows);
            Ok(())
        })?;
        write_file(opened.folder, &sheet_of(R::FILE), sheet.take().as_bytes())
    }
    let bytes = |name: &str| bytes_of(folder, name);
    let opened = Opened::new(folder, &bytes)?;
    Ok(vec![one::<MeasureRow>(&opened)?, one::<PersonRow>(&opened)?, one::<LedgerRow>(&opened)?])
}

/// The bytes of a file of a run folder.
pub fn bytes_of(folder: &Path, name: &str) -> Result<Vec<u8>, FolderError> {
    let path = folder.join(name);
    let most = if name.ends_with(".json") { outside::LARGEST_JSON } else { outside::LARGEST_TABLE };
    outside::read(&path, most).map_err(FolderError::io("read", &path))
}

/// Reads the measures of a run folder alone.
///
/// # Errors
/// As for [`read`].
pub fn read_measures(folder: &Path) -> Result<Vec<MeasureRow>, FolderError> {
    let bytes = |name: &str| bytes_of(folder, name);
    Opened::new(folder, &bytes)?.all(&mut Room::of_machine())
}
