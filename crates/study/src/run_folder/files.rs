//! The files of a run folder: each written beside its place and renamed, and all read back as the tables of a
//! run.

use super::columns::{self, Written};
use super::footer::Footer;
use super::room::Room;
use crate::error::FolderError;
use crate::outside;
use demerit_worlds::manifest::{Manifest, digest_of};
use demerit_worlds::tables::column::Row;
use demerit_worlds::tables::{LedgerRow, MeasureRow, PersonRow, RunTables};
use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// Name of the manifest.
pub const MANIFEST: &str = "manifest.json";

/// Writes a file and waits until it is on the disk.
pub(super) fn write_through(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
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
    let written = write_through(&beside, bytes).and_then(|()| fs::rename(&beside, &path));
    written.map_err(|source| {
        let _ = fs::remove_file(&beside);
        FolderError::io("write", &path)(source)
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
    columns::read(bytes, usize::MAX, room)
        .map_err(|message| FolderError::Foreign { path: folder.join(R::FILE), message })
}

/// Writes a file of this name.
type Put<'a> = dyn FnMut(&str, &[u8]) -> Result<(), FolderError> + 'a;

/// Makes the files of all tables and writes each by `write`; gives their names and bytes. `folder` is where
/// they will lie.
pub(super) fn each_table(
    folder: &Path,
    tables: &RunTables,
    csv: bool,
    write: &mut Put<'_>,
) -> Result<Vec<(String, Vec<u8>)>, FolderError> {
    let footer = Footer::of(&tables.manifest);
    let mut files = Vec::new();
    let mut put = |name: &str, table: Result<Written, String>| {
        let told = |message| FolderError::Foreign { path: folder.join(name), message };
        let Written { parquet, csv } = table.map_err(told)?;
        let csv = csv.map(|sheet| (sheet_of(name), sheet.into_bytes()));
        for (name, bytes) in [(name.to_owned(), parquet)].into_iter().chain(csv) {
            write(&name, &bytes)?;
            files.push((name, bytes));
        }
        Ok::<_, FolderError>(())
    };
    put(MeasureRow::FILE, columns::written(&tables.measures, footer.clone(), csv))?;
    put(PersonRow::FILE, columns::written(&tables.persons, footer.clone(), csv))?;
    put(LedgerRow::FILE, columns::written(&tables.ledger, footer, csv))?;
    Ok(files)
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
pub fn write_sheets(folder: &Path, tables: &RunTables) -> Result<Vec<PathBuf>, FolderError> {
    let mut paths = Vec::new();
    each_table(folder, tables, true, &mut |name, bytes| {
        if [MeasureRow::FILE, PersonRow::FILE, LedgerRow::FILE]
            .map(sheet_of)
            .iter()
            .any(|sheet| sheet == name)
        {
            paths.push(write_file(folder, name, bytes)?);
        }
        Ok(())
    })?;
    Ok(paths)
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
