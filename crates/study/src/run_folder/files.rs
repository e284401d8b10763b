//! The files of a run folder: each written beside its place and renamed, and all read back as the tables of a
//! run.

use super::columns;
use super::ours::{SUMS, Sums, digest_of_file};
use super::room::Room;
use super::sheet::Sheet;
use super::whole::{alone, write_whole};
use crate::error::FolderError;
use crate::outside;
use demerit_kernel::Digest;
use demerit_worlds::manifest::{Manifest, digest_of};
use demerit_worlds::tables::column::Row;
use demerit_worlds::tables::{Fits, LedgerRow, MeasureRow, Measures, PersonRow, RunTables, Told};
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// Name of the manifest.
pub const MANIFEST: &str = "manifest.json";

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

fn read_with(
    folder: &Path,
    mut room: Room,
    bytes: &dyn Fn(&str) -> Result<Vec<u8>, FolderError>,
) -> Result<RunTables, FolderError> {
    let manifest = manifest_of(folder, bytes)?;
    let table = |name: &str| undamaged(folder, &manifest, name, bytes(name)?);
    let measures = of_table(folder, table(MeasureRow::FILE)?, &mut room)?;
    let persons = of_table(folder, table(PersonRow::FILE)?, &mut room)?;
    let ledger = of_table(folder, table(LedgerRow::FILE)?, &mut room)?;
    let tables = RunTables { manifest, measures, persons, ledger };
    tables.check().map_err(|(table, message)| foreign(folder, table, message))?;
    Ok(tables)
}

/// Whether a row is of a run; else the table and what is wrong.
type Fit<'a, R> = dyn Fn(&R) -> Result<(), (&'static str, String)> + 'a;

/// Reads what is told of the run in a folder, and of the lives of its cohort the one that is asked for or
/// that shows most; no more of its rows is in the memory than that takes.
///
/// # Errors
/// As for [`read`].
pub fn told(folder: &Path, person: Option<u32>) -> Result<Told, FolderError> {
    fn each<R: Row>(
        folder: &Path,
        manifest: &Manifest,
        fits: &Fit<'_, R>,
        pass: &mut dyn FnMut(&[R]) -> Result<(), String>,
    ) -> Result<(), FolderError> {
        let bytes = undamaged(folder, manifest, R::FILE, bytes_of(folder, R::FILE)?)?;
        let read = columns::each(bytes, &mut |rows: Vec<R>, _| {
            rows.iter().try_for_each(fits).map_err(|(_, message)| message)?;
            pass(&rows)
        });
        read.map_err(|message| foreign(folder, R::FILE, message))
    }
    let manifest = manifest_of(folder, &|name| bytes_of(folder, name))?;
    let (fits, mut room) = (Fits::of(&manifest), Room::of_machine());
    let mut told = Told::begin(manifest.clone(), person);
    each(folder, &manifest, &|row| fits.measure(row), &mut |rows| {
        told.measures(rows);
        room.take(rows.len() * Measures::OF_A_ROW)
    })?;
    each(folder, &manifest, &|row| fits.person(row), &mut |rows| {
        told.persons(rows);
        Ok(())
    })?;
    each(folder, &manifest, &|row| fits.entry(row), &mut |rows| {
        told.ledger(rows);
        Ok(())
    })?;
    Ok(told)
}

fn foreign(folder: &Path, name: &str, message: String) -> FolderError {
    FolderError::Foreign { path: folder.join(name), message }
}

fn manifest_of(
    folder: &Path,
    bytes: &dyn Fn(&str) -> Result<Vec<u8>, FolderError>,
) -> Result<Manifest, FolderError> {
    Manifest::of_bytes(&bytes(MANIFEST)?).map_err(|error| foreign(folder, MANIFEST, error))
}

/// The bytes of a table, where they have the digest of the manifest.
fn undamaged(folder: &Path, manifest: &Manifest, name: &str, bytes: Vec<u8>) -> Result<Vec<u8>, FolderError> {
    // What was written when no digests were kept is let pass.
    match manifest.digests.get(name) {
        Some(digest) if *digest != digest_of(&bytes) => {
            Err(foreign(folder, name, "it does not have the digest of the manifest".to_owned()))
        }
        _ => Ok(bytes),
    }
}

/// The rows of a table with these bytes.
fn of_table<R: Row>(folder: &Path, bytes: Vec<u8>, room: &mut Room) -> Result<Vec<R>, FolderError> {
    columns::read(bytes, usize::MAX, room).map_err(|message| foreign(folder, R::FILE, message))
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
    fn one<R: Row>(folder: &Path) -> Result<PathBuf, FolderError> {
        let mut sheet = Sheet::new(false);
        let read = columns::each(bytes_of(folder, R::FILE)?, &mut |rows: Vec<R>, _| {
            sheet.add(None, &rows);
            Ok(())
        });
        read.map_err(|message| foreign(folder, R::FILE, message))?;
        write_file(folder, &sheet_of(R::FILE), sheet.take().as_bytes())
    }
    Ok(vec![one::<MeasureRow>(folder)?, one::<PersonRow>(folder)?, one::<LedgerRow>(folder)?])
}

/// The bytes of a file of a run folder.
pub fn bytes_of(folder: &Path, name: &str) -> Result<Vec<u8>, FolderError> {
    let path = folder.join(name);
    let most = if name == MANIFEST { outside::LARGEST_JSON } else { outside::LARGEST_TABLE };
    outside::read(&path, most).map_err(FolderError::io("read", &path))
}

/// Reads the measures of a run folder alone.
pub fn read_measures(folder: &Path) -> Result<Vec<MeasureRow>, FolderError> {
    of_table(folder, bytes_of(folder, MeasureRow::FILE)?, &mut Room::of_machine())
}
