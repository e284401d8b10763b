//! A run folder is filled: rows go into the files of their tables as they come.
//!
//! Model: a table is written some thousand rows at a time, counted from its first, so that its bytes depend
//! on the rows alone and not on how they came. No more of a table is in the memory than a group of its rows.

use super::columns::Writing;
use super::files::{Digested, sheet_of};
use super::footer::Footer;
use super::lock::FolderLock;
use crate::error::FolderError;
use demerit_worlds::manifest::Manifest;
use demerit_worlds::tables::column::Row;
use demerit_worlds::tables::{LedgerRow, MeasureRow, PersonRow, Told};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;

/// Rows that are written at once.
const AT_ONCE: usize = 1 << 14;

/// The files of a table.
struct TableFile<R: Row> {
    path: PathBuf,
    writing: Writing<R, Digested>,
    sheet: Option<(PathBuf, Digested)>,
    waiting: Vec<R>,
}

impl<R: Row> TableFile<R> {
    fn begin(lock: &FolderLock, footer: Footer, csv: bool) -> Result<Self, FolderError> {
        let (path, file) = lock.begin(R::FILE)?;
        let writing = Writing::to(file, footer, false, csv);
        let writing = writing.map_err(FolderError::io("write", &path))?;
        let sheet = if csv {
            let (path, file) = lock.begin(&sheet_of(R::FILE))?;
            Some((path, file))
        } else {
            None
        };
        Ok(Self { path, writing, sheet, waiting: Vec::new() })
    }

    fn add(&mut self, rows: Vec<R>) -> Result<(), FolderError> {
        self.waiting.extend(rows);
        while self.waiting.len() >= AT_ONCE {
            let rest = self.waiting.split_off(AT_ONCE);
            self.write()?;
            self.waiting = rest;
        }
        Ok(())
    }

    /// Writes what waits.
    fn write(&mut self) -> Result<(), FolderError> {
        let rows = std::mem::take(&mut self.waiting);
        self.writing.add(None, &rows).map_err(FolderError::io("write", &self.path))?;
        let text = self.writing.sheet();
        self.sheet.as_mut().map_or(Ok(()), |(path, file)| {
            file.write_all(text.as_bytes()).map_err(FolderError::io("write", path))
        })
    }

    /// Ends the files; tells their names and digests.
    fn end(mut self, digests: &mut BTreeMap<String, String>) -> Result<(), FolderError> {
        // A table without rows has its columns all the same.
        self.write()?;
        let closed = self.writing.close().and_then(|(file, _)| file.end());
        digests.insert(R::FILE.to_owned(), closed.map_err(FolderError::io("write", &self.path))?);
        if let Some((path, file)) = self.sheet {
            digests.insert(sheet_of(R::FILE), file.end().map_err(FolderError::io("write", &path))?);
        }
        Ok(())
    }
}

/// The tables of a run folder that are being filled.
pub struct Filling {
    measures: TableFile<MeasureRow>,
    persons: TableFile<PersonRow>,
    ledger: TableFile<LedgerRow>,
    told: Told,
}

impl Filling {
    /// Begins the tables of a run in a folder, with sheets beside them where they are wanted.
    ///
    /// # Errors
    /// The folder cannot be written to; so with all of these.
    pub fn begin(lock: &FolderLock, manifest: Manifest, csv: bool) -> Result<Self, FolderError> {
        lock.renew()?;
        let footer = Footer::of(&manifest);
        Ok(Self {
            measures: TableFile::begin(lock, footer.clone(), csv)?,
            persons: TableFile::begin(lock, footer.clone(), csv)?,
            ledger: TableFile::begin(lock, footer, csv)?,
            told: Told::begin(manifest, None),
        })
    }

    /// Adds readings.
    pub fn measures(&mut self, rows: Vec<MeasureRow>) -> Result<(), FolderError> {
        self.told.measures(&rows);
        self.measures.add(rows)
    }

    /// Adds members of the cohort.
    pub fn persons(&mut self, rows: Vec<PersonRow>) -> Result<(), FolderError> {
        self.told.persons(&rows);
        self.persons.add(rows)
    }

    /// Adds to the ledger.
    pub fn ledger(&mut self, rows: Vec<LedgerRow>) -> Result<(), FolderError> {
        self.told.ledger(&rows);
        self.ledger.add(rows)
    }

    /// Ends the tables; gives what is told of them, with the digests of their files.
    pub(crate) fn end(self) -> Result<Told, FolderError> {
        let Self { measures, persons, ledger, mut told } = self;
        let digests = &mut told.manifest.digests;
        measures.end(digests)?;
        persons.end(digests)?;
        ledger.end(digests)?;
        Ok(told)
    }
}
