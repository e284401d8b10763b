//! Spools: the rows of the tables, on the disk as they come.
//!
//! | beside the checkpoint | what |
//! |---|---|
//! | `measures.rows`, `persons.rows`, `ledger.rows` | rows of the tables in their order |
//! | `twin-N.rows` | ledger of the twin in seed N, counted from 0, until that seed is done: its rows come after those of the first world |
//!
//! Model: a spool has the head and the frames of a checkpoint (`frames.rs`), each with some rows as Parquet,
//! and no end. A checkpoint keeps how far each goes; what was written after it is cut off before the run goes
//! on. What lies before that place is never written again. Where the disk does not take a frame, its rows
//! wait in the memory and the spool is cut back to what was whole.
//!
//! Leaves out: what is done with the rows in the end.

use super::frames::{HEAD, Packed, Reader, Writer};
use crate::error::{CheckpointError, RunError};
use crate::run_folder::{self, Filling, Room};
use demerit_worlds::seed::Gathered;
use demerit_worlds::tables::column::Row;
use demerit_worlds::tables::{LedgerRow, MeasureRow, PersonRow};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

/// Rows of a frame.
pub(crate) const ROWS: usize = 1 << 13;
/// Most bytes of a frame of rows: no row comes near a kibibyte.
const MOST_ROWS: usize = ROWS << 10;
/// Most rows that wait in the memory for a disk that takes none: some hundred megabytes.
const MOST_WAITING: usize = 1 << 19;

/// How far a spool goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Mark {
    bytes: u64,
    frames: u64,
    rows: u64,
}

impl Mark {
    /// A spool without rows.
    const NONE: Self = Self { bytes: HEAD, frames: 0, rows: 0 };
}

impl Default for Mark {
    fn default() -> Self {
        Self::NONE
    }
}

/// How far all spools go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Marks {
    measures: Mark,
    persons: Mark,
    ledger: Mark,
    twin: Mark,
}

/// The rows of a table.
struct Spool<R> {
    path: PathBuf,
    /// None before the first frame.
    file: Option<File>,
    mark: Mark,
    waiting: Vec<R>,
}

impl<R: Row> Spool<R> {
    /// One without rows.
    const fn begin(path: PathBuf) -> Self {
        Self { path, file: None, mark: Mark::NONE, waiting: Vec::new() }
    }

    fn create(path: &Path) -> io::Result<File> {
        // What is there may have a second name somewhere: it is let go, and not written into.
        match std::fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let file = File::options().read(true).write(true).create_new(true).open(path)?;
        Writer::to(&file)?;
        Ok(file)
    }

    /// One that was left, which is looked through and cut to what is known of it.
    fn goes_on(path: PathBuf, mark: Mark) -> Result<Self, CheckpointError> {
        if mark == Mark::NONE {
            return Ok(Self::begin(path));
        }
        let mut reader = Reader::open(&path)?;
        for _ in 0..mark.frames {
            let frame = reader.packed(MOST_ROWS)?;
            reader.check(&frame)?;
        }
        if reader.at() != mark.bytes {
            let found = format!("{} bytes", reader.at());
            return Err(reader.damaged("its length", found, mark.bytes.to_string()));
        }
        let failed = |source| CheckpointError::io("write", &path)(source);
        let file = File::options().read(true).write(true).open(&path).map_err(failed)?;
        file.set_len(mark.bytes).map_err(failed)?;
        Ok(Self { path, file: Some(file), mark, waiting: Vec::new() })
    }

    /// Takes up rows, and writes as many as fill frames.
    fn take(&mut self, rows: &mut Vec<R>) -> Result<(), CheckpointError> {
        self.waiting.append(rows);
        let full = self.waiting.len() / ROWS * ROWS;
        self.write(full)
    }

    /// Writes the first so many rows that wait.
    fn write(&mut self, rows: usize) -> Result<(), CheckpointError> {
        let mut done = 0;
        let mut written = Ok(());
        while done < rows && written.is_ok() {
            let next = (done + ROWS).min(rows);
            written = self.frame(done..next);
            done = if written.is_ok() { next } else { done };
        }
        self.waiting.drain(..done);
        written.map_err(CheckpointError::io("write", &self.path))
    }

    fn frame(&mut self, rows: std::ops::Range<usize>) -> io::Result<()> {
        let count = rows.len() as u64;
        let plain = run_folder::write_table(&self.waiting[rows]).map_err(io::Error::other)?;
        let frame = Packed::new(self.mark.frames, &plain)?;
        let file = match &mut self.file {
            Some(file) => file,
            None => self.file.insert(Self::create(&self.path)?),
        };
        file.seek(SeekFrom::Start(self.mark.bytes))?;
        frame.put(file).inspect_err(|_| {
            // Half a frame would only take room.
            let _ = file.set_len(self.mark.bytes);
        })?;
        let Mark { bytes, frames, rows } = self.mark;
        self.mark = Mark { bytes: bytes + frame.len(), frames: frames + 1, rows: rows + count };
        Ok(())
    }

    /// Writes all that waits, and sees it onto the disk; makes the file anew if somebody has taken it away. A
    /// disk that cannot tell whether it is there takes nothing away.
    fn flush(&mut self) -> Result<Mark, CheckpointError> {
        if let Some(file) = &self.file
            && matches!(self.path.try_exists(), Ok(false))
        {
            let copied = self.made_anew(file);
            self.file = Some(copied.map_err(CheckpointError::io("write", &self.path))?);
        }
        self.write(self.waiting.len())?;
        let synced = self.file.as_ref().map_or(Ok(()), File::sync_data);
        synced.map_err(CheckpointError::io("write", &self.path))?;
        Ok(self.mark)
    }

    fn made_anew(&self, mut left: &File) -> io::Result<File> {
        let mut copy = Self::create(&self.path)?;
        left.seek(SeekFrom::Start(HEAD))?;
        io::copy(&mut left.take(self.mark.bytes - HEAD), &mut copy)?;
        Ok(copy)
    }

    /// Gives all rows that were written, some at a time.
    fn each<E: From<CheckpointError>>(&self, give: &mut dyn FnMut(Vec<R>) -> Result<(), E>) -> Result<(), E> {
        if self.file.is_none() {
            return Ok(());
        }
        let mut reader = Reader::open(&self.path)?;
        let mut rows = 0;
        for _ in 0..self.mark.frames {
            let plain = reader.next(MOST_ROWS)?;
            let some = run_folder::read_table(plain, ROWS, &mut Room::of_machine());
            let place = format!("part {}", reader.frames);
            let some: Vec<R> =
                some.map_err(|told| reader.damaged(&place, told, format!("rows of {}", R::FILE)))?;
            rows += some.len() as u64;
            give(some)?;
        }
        if rows != self.mark.rows {
            return Err(reader.damaged("its end", format!("{rows} rows"), self.mark.rows.to_string()).into());
        }
        Ok(())
    }
}

/// The rows of a run so far.
pub(crate) struct Spools {
    folder: PathBuf,
    measures: Spool<MeasureRow>,
    persons: Spool<PersonRow>,
    ledger: Spool<LedgerRow>,
    twin: Spool<LedgerRow>,
}

impl Spools {
    /// Those of a run that begins in this folder.
    pub(crate) fn begin(folder: &Path) -> Self {
        let of = |table: &str| spool(folder, table);
        Self {
            folder: folder.to_owned(),
            measures: Spool::begin(of(MeasureRow::FILE)),
            persons: Spool::begin(of(PersonRow::FILE)),
            ledger: Spool::begin(of(LedgerRow::FILE)),
            twin: Spool::begin(twin(folder, 0)),
        }
    }

    /// Those of a run that goes on with the seed with this index.
    pub(crate) fn goes_on(folder: &Path, marks: Marks, seed: u32) -> Result<Self, CheckpointError> {
        let of = |table: &str| spool(folder, table);
        Ok(Self {
            folder: folder.to_owned(),
            measures: Spool::goes_on(of(MeasureRow::FILE), marks.measures)?,
            persons: Spool::goes_on(of(PersonRow::FILE), marks.persons)?,
            ledger: Spool::goes_on(of(LedgerRow::FILE), marks.ledger)?,
            twin: Spool::goes_on(twin(folder, seed), marks.twin)?,
        })
    }

    /// Takes up what was gathered, and writes what fills frames.
    ///
    /// # Errors
    /// The disk takes none: the rows wait.
    pub(crate) fn take(&mut self, gathered: &mut Gathered) -> Result<(), CheckpointError> {
        let [here, twin] = &mut gathered.ledger;
        let [measures, persons] =
            [self.measures.take(&mut gathered.measures), self.persons.take(&mut gathered.persons)];
        let [ledger, twin] = [self.ledger.take(here), self.twin.take(twin)];
        measures.and(persons).and(ledger).and(twin)
    }

    /// Whether more rows wait than the memory should hold.
    pub(crate) fn is_overfull(&self) -> bool {
        let ledger = self.ledger.waiting.len() + self.twin.waiting.len();
        self.measures.waiting.len() + self.persons.waiting.len() + ledger > MOST_WAITING
    }

    /// Sees all rows onto the disk; says how far the spools go.
    pub(crate) fn flush(&mut self) -> Result<Marks, CheckpointError> {
        let [measures, persons] = [self.measures.flush()?, self.persons.flush()?];
        let [ledger, twin] = [self.ledger.flush()?, self.twin.flush()?];
        Ok(Marks { measures, persons, ledger, twin })
    }

    /// Puts the twin's ledger of a seed that is done behind that of the first world; `next` is the index of
    /// the next seed. Gives the file that is needed no more once that is saved.
    ///
    /// # Errors
    /// The twin's ledger cannot be read. Rows that the disk does not take wait.
    pub(crate) fn end_seed(&mut self, next: u32) -> Result<PathBuf, CheckpointError> {
        let Self { folder, ledger, twin: of_seed, .. } = self;
        of_seed.each::<CheckpointError>(&mut |mut rows| {
            // Whatever becomes of them is found when they are seen onto the disk.
            let _ = ledger.take(&mut rows);
            Ok(())
        })?;
        let _ = ledger.take(&mut of_seed.waiting);
        Ok(std::mem::replace(of_seed, Spool::begin(twin(folder, next))).path)
    }

    /// Fills the tables of a run that is done.
    pub(crate) fn fill(&self, tables: &mut Filling) -> Result<(), RunError> {
        self.measures.each(&mut |rows| Ok::<_, RunError>(tables.measures(rows)?))?;
        self.persons.each(&mut |rows| Ok::<_, RunError>(tables.persons(rows)?))?;
        self.ledger.each(&mut |rows| Ok::<_, RunError>(tables.ledger(rows)?))
    }
}

fn spool(folder: &Path, table: &str) -> PathBuf {
    folder.join(Path::new(table).with_extension("rows"))
}

fn twin(folder: &Path, seed: u32) -> PathBuf {
    folder.join(format!("twin-{seed}.rows"))
}
