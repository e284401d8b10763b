//! The tables as Parquet: rows to columns and back, by the one list of columns of each table.
//!
//! Texts are kept as places in a dictionary, whole numbers with a sign. Each column says its unit, what it
//! holds and what a missing value means; the footer says where the table comes from (see [`Footer`]).

use super::footer::{self, Footer};
use super::ours::MANIFEST;
use super::pages;
use super::room::Room;
use super::sheet::{RUN_UNIT, Sheet};
use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int32Type, Int64Type};
use arrow_array::{
    Array, ArrayRef, ArrowPrimitiveType, BooleanArray, DictionaryArray, Float64Array, Int64Array, RecordBatch,
};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use demerit_worlds::tables::MeasureRow;
use demerit_worlds::tables::column::{Cell, Cells, Column, Kind, Row};
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::{
    ArrowReaderMetadata, ArrowReaderOptions, ParquetRecordBatchReaderBuilder,
};
use parquet::basic::{Compression, ZstdLevel};
use parquet::errors::ParquetError;
use parquet::file::metadata::ParquetMetaData;
use parquet::file::properties::WriterProperties;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// What the column with the number of the run holds.
const RUN_UNIT_SAYS: &str = "Number of the unit of the plan that gave the row; `units.csv` tells of each.";

/// How the values of a column are stored.
const fn stored(kind: Kind) -> DataType {
    match kind {
        Kind::Text => DataType::Utf8,
        Kind::Whole => DataType::Int64,
        Kind::Number => DataType::Float64,
        Kind::Bool => DataType::Boolean,
    }
}

/// A column as the schema has it.
fn field<R>(column: &Column<R>) -> Field {
    let kind = match column.kind {
        Kind::Text => DataType::Dictionary(Box::new(DataType::Int32), Box::new(DataType::Utf8)),
        kind => stored(kind),
    };
    let about = [("description", column.says), ("unit", column.unit)];
    let missing = column.missing.map(|missing| ("missing", missing));
    let about = about.into_iter().chain(missing).filter(|(_, text)| !text.is_empty());
    let about: BTreeMap<String, String> =
        about.map(|(key, text)| (key.to_owned(), text.to_owned())).collect();
    Field::new(column.name, kind, column.missing.is_some()).with_metadata(about)
}

/// The values of a column.
fn values<R>(column: &Column<R>, rows: &[R]) -> ArrayRef {
    macro_rules! held {
        ($kind:ident, $array:ty) => {
            Arc::new(<$array>::from_iter(rows.iter().map(|row| match (column.get)(row) {
                Cell::$kind(value) => value,
                _ => None,
            })))
        };
    }
    match column.kind {
        Kind::Text => held!(Text, DictionaryArray<Int32Type>),
        Kind::Whole => held!(Whole, Int64Array),
        Kind::Number => held!(Number, Float64Array),
        Kind::Bool => held!(Bool, BooleanArray),
    }
}

/// The words that a column may hold, in their order.
fn words<R: Row>(name: &str) -> Vec<&'static str> {
    let column = R::COLUMNS.iter().filter(|one| one.name == name);
    column.flat_map(|one| (one.words)()).map(|one| one.word).collect()
}

/// A table as files.
pub struct Written {
    /// As Parquet.
    pub parquet: Vec<u8>,
    /// As a sheet, where one is wanted.
    pub csv: Option<String>,
}

/// A table that is written, of one run or of several: of these with the number of each in front. Runs are
/// written one after the other, so that no more than one has to be in memory; the bytes depend on the runs
/// and their order alone.
pub struct Writing<R: Row, W: Write + Send = Vec<u8>> {
    writer: ArrowWriter<W>,
    schema: SchemaRef,
    footer: Footer,
    /// The words found in each column of texts.
    words: BTreeMap<&'static str, BTreeSet<String>>,
    sheet: Option<Sheet<R>>,
}

/// The measures of several runs in one table.
pub type Merging = Writing<MeasureRow>;

/// Most rows of a group of rows, which a writer has in hand at once.
const GROUP: usize = 1 << 18;

impl<R: Row> Writing<R> {
    /// Begins a table, of several runs or of one, and a sheet beside it where one is wanted.
    ///
    /// # Errors
    /// A fault of the library that writes it.
    pub fn new(footer: Footer, several: bool, csv: bool) -> io::Result<Self> {
        Self::to(Vec::new(), footer, several, csv)
    }

    /// Ends the table.
    ///
    /// # Errors
    /// A fault of the library that writes it.
    pub fn end(self) -> io::Result<Written> {
        let (parquet, csv) = self.close()?;
        Ok(Written { parquet, csv })
    }
}

impl<R: Row, W: Write + Send> Writing<R, W> {
    /// The same into something that is written to.
    pub(super) fn to(to: W, footer: Footer, several: bool, csv: bool) -> io::Result<Self> {
        let about = [("description", RUN_UNIT_SAYS)];
        let unit = several.then(|| Field::new(RUN_UNIT, DataType::Int64, false).with_metadata(about));
        let fields: Vec<Field> = unit.into_iter().chain(R::COLUMNS.iter().map(field)).collect();
        let schema = Arc::new(Schema::new(fields));
        let level = ZstdLevel::try_new(3).map_err(failed)?;
        let properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(level))
            .set_max_row_group_row_count(Some(GROUP));
        let writer = ArrowWriter::try_new(to, Arc::clone(&schema), Some(properties.build()));
        Ok(Self {
            writer: writer.map_err(failed)?,
            schema,
            footer,
            words: BTreeMap::new(),
            sheet: csv.then(|| Sheet::new(several)),
        })
    }

    /// Adds the rows of a run, with its number where the table has several.
    ///
    /// # Errors
    /// What is written to takes no more.
    pub fn add(&mut self, unit: Option<u32>, rows: &[R]) -> io::Result<()> {
        let units =
            unit.map(|unit| Arc::new(Int64Array::from_value(i64::from(unit), rows.len())) as ArrayRef);
        let columns: Vec<ArrayRef> =
            units.into_iter().chain(R::COLUMNS.iter().map(|one| values(one, rows))).collect();
        for (column, held) in R::COLUMNS.iter().zip(&columns[usize::from(unit.is_some())..]) {
            if let Some(dictionary) = held.as_dictionary_opt::<Int32Type>() {
                let found = dictionary.values().as_string::<i32>();
                let words = self.words.entry(column.name).or_default();
                words.extend(found.iter().flatten().map(str::to_owned));
            }
        }
        let batch = RecordBatch::try_new(Arc::clone(&self.schema), columns).map_err(io::Error::other)?;
        self.writer.write(&batch).map_err(failed)?;
        self.sheet.iter_mut().for_each(|sheet| sheet.add(unit, rows));
        Ok(())
    }

    /// The text of the sheet since this was last asked.
    pub(super) fn sheet(&mut self) -> String {
        self.sheet.as_mut().map(Sheet::take).unwrap_or_default()
    }

    /// Ends the table; gives what was written to, and the text of the sheet that was not asked for yet.
    pub(super) fn close(mut self) -> io::Result<(W, Option<String>)> {
        for pair in self.footer.pairs(&self.words, words::<R>) {
            self.writer.append_key_value_metadata(pair);
        }
        let to = self.writer.into_inner().map_err(failed)?;
        Ok((to, self.sheet.map(|mut sheet| sheet.take())))
    }
}

/// What went wrong: the error of what is written to, where there is one.
fn failed(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(inner) => {
            inner.downcast::<io::Error>().map_or_else(io::Error::other, |error| *error)
        }
        other => io::Error::other(other),
    }
}

/// Writes a table that says nothing of where it comes from, for a checkpoint.
pub(crate) fn write<R: Row>(rows: &[R]) -> io::Result<Vec<u8>> {
    let mut table = Writing::new(Footer::default(), false, false)?;
    table.add(None, rows)?;
    Ok(table.end()?.parquet)
}

/// The cell of a row in a column of this type; `None` where it is of another type.
fn cell(held: &ArrayRef, kind: Kind, at: usize) -> Option<Cell<'_>> {
    fn number<T: ArrowPrimitiveType>(held: &ArrayRef, at: usize) -> Option<Option<T::Native>> {
        let held = held.as_primitive_opt::<T>()?;
        Some(held.is_valid(at).then(|| held.value(at)))
    }
    Some(match kind {
        Kind::Text => {
            let held = held.as_string_opt::<i32>()?;
            Cell::Text(held.is_valid(at).then(|| held.value(at)))
        }
        Kind::Whole => Cell::Whole(number::<Int64Type>(held, at)?),
        Kind::Number => Cell::Number(number::<Float64Type>(held, at)?),
        Kind::Bool => {
            let held = held.as_boolean_opt()?;
            Cell::Bool(held.is_valid(at).then(|| held.value(at)))
        }
    })
}

/// Adds the rows of a batch.
fn add_rows<R: Row>(batch: &RecordBatch, rows: &mut Vec<R>) -> Result<(), String> {
    let column = |name: &str| batch.column_by_name(name).ok_or_else(|| format!("no column `{name}`"));
    let held: Vec<&ArrayRef> = R::COLUMNS.iter().map(|one| column(one.name)).collect::<Result<_, _>>()?;
    let mut cells = Vec::with_capacity(held.len());
    for at in 0..batch.num_rows() {
        cells.clear();
        for (column, held) in R::COLUMNS.iter().zip(&held) {
            let cell = cell(held, column.kind, at);
            cells.push(cell.ok_or_else(|| format!("column `{}` has another type", column.name))?);
        }
        let row = R::of(&mut Cells::new(&cells)).map_err(|found| format!("row {}: {found}", at + 1))?;
        rows.push(row);
    }
    Ok(())
}

/// Rows that are read at once: of texts that the pages let pass, they are a few megabytes.
const AT_ONCE: usize = 1024;
/// What the allocator takes for a text beside its letters, in bytes.
const ROUNDED: usize = 16;

/// Reads a table that [`write`] gave, of at most so many rows: one that has more is refused before they are
/// read.
pub(crate) fn read<R: Row>(bytes: Vec<u8>, most: usize, room: &mut Room) -> Result<Vec<R>, String> {
    let mut rows = Vec::new();
    each(bytes, None, &mut |some: Vec<R>, letters| {
        if some.len() > most - rows.len() {
            return Err(format!("more than {most} rows"));
        }
        room.take(letters + some.len() * size_of::<R>())?;
        rows.extend(some);
        Ok(())
    })?;
    Ok(rows)
}

/// Reads a table, of the run whose manifest has this digest; gives its rows some at a time, with the bytes
/// that their texts take.
///
/// The library that unpacks pages trusts some of what it reads, such as how many values a page has, and
/// panics where that is wrong.
pub(super) fn each<R: Row>(
    bytes: Vec<u8>,
    manifest_digest: Option<&str>,
    give: &mut dyn FnMut(Vec<R>, usize) -> Result<(), String>,
) -> Result<(), String> {
    let read = AssertUnwindSafe(|| batches(bytes, manifest_digest, give));
    catch_unwind(read).unwrap_or_else(|_| Err("its pages do not fit together".to_owned()))
}

/// Sees that a table is of the run whose manifest has this digest, by its footer.
///
/// # Errors
/// What is wrong.
pub fn is_of_run(bytes: Vec<u8>, manifest_digest: &str) -> Result<(), String> {
    let read = AssertUnwindSafe(|| {
        let bytes = bytes::Bytes::from(bytes);
        let metadata =
            ArrowReaderMetadata::load(&bytes, ArrowReaderOptions::new().with_skip_arrow_metadata(true));
        sealed(metadata.map_err(|error| error.to_string())?.metadata(), manifest_digest)
    });
    catch_unwind(read).unwrap_or_else(|_| Err("its footer is damaged".to_owned()))
}

fn sealed(metadata: &ParquetMetaData, manifest_digest: &str) -> Result<(), String> {
    let is_of = footer::is_of(manifest_digest, metadata.file_metadata().key_value_metadata());
    let told = || format!("its footer does not have the digest of {MANIFEST}, which tells of another run");
    if is_of { Ok(()) } else { Err(told()) }
}

/// Reads a table batch by batch.
fn batches<R: Row>(
    bytes: Vec<u8>,
    manifest_digest: Option<&str>,
    give: &mut dyn FnMut(Vec<R>, usize) -> Result<(), String>,
) -> Result<(), String> {
    let bytes = bytes::Bytes::from(bytes);
    let told = |error: &dyn std::fmt::Display| error.to_string();
    // What a writer of another program says of its types is let be; the columns tell.
    let options = ArrowReaderOptions::new().with_skip_arrow_metadata(true);
    let builder = ParquetRecordBatchReaderBuilder::try_new_with_options(bytes.clone(), options)
        .map_err(|e| told(&e))?;
    same_columns::<R>(builder.schema())?;
    manifest_digest.map_or(Ok(()), |digest| sealed(builder.metadata(), digest))?;
    pages::check(&bytes, builder.metadata())?;
    for batch in builder.with_batch_size(AT_ONCE).build().map_err(|e| told(&e))? {
        let batch = batch.map_err(|e| told(&e))?;
        let texts = batch.columns().iter().filter_map(|column| column.as_string_opt::<i32>());
        let letters = texts.map(|texts| texts.value_data().len() + texts.len() * ROUNDED).sum::<usize>();
        let mut rows = Vec::with_capacity(batch.num_rows());
        add_rows(&batch, &mut rows)?;
        give(rows, letters)?;
    }
    Ok(())
}

/// A table of a run has its columns and no others.
fn same_columns<R: Row>(found: &Schema) -> Result<(), String> {
    for column in R::COLUMNS {
        let (_, here) =
            found.column_with_name(column.name).ok_or_else(|| format!("no column `{}`", column.name))?;
        if *here.data_type() != stored(column.kind) {
            return Err(format!("column `{}` has another type", column.name));
        }
    }
    match found.fields().iter().find(|field| R::COLUMNS.iter().all(|one| one.name != field.name())) {
        Some(field) => Err(format!("a column `{}`, which no run writes", field.name().escape_debug())),
        None if found.fields().len() > R::COLUMNS.len() => Err("a column is there twice".to_owned()),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_worlds::tables::{LedgerEvent, LedgerRow};

    #[test]
    fn rows_come_back_as_they_were() {
        let ledger_row = LedgerRow {
            seed: 1,
            world: "w".into(),
            person: 2,
            life: 1,
            tick: 3,
            year: 2012,
            week: 26,
            event: LedgerEvent::Unlisted("the \"list\"".into()),
            points: -10,
            score_after: Some(-3),
            deserved_after: None,
            income_lacking: Some(0.5),
            other: Some(u32::MAX),
        };
        let without =
            LedgerRow { other: None, score_after: None, income_lacking: None, ..ledger_row.clone() };
        let rows = vec![ledger_row, without];
        let back =
            |rows: &[LedgerRow]| read::<LedgerRow>(write(rows).unwrap(), rows.len(), &mut Room::of_machine());
        assert_eq!(back(&rows).unwrap(), rows);
        let one_of_two = read::<LedgerRow>(write(&rows).unwrap(), 1, &mut Room::of_machine());
        assert_eq!(one_of_two, Err("more than 1 rows".to_owned()));
        assert_eq!(back(&[]).unwrap(), []);
    }

    #[test]
    fn what_is_no_table_is_refused() {
        let read_measures = |bytes| read::<MeasureRow>(bytes, usize::MAX, &mut Room::of_machine());
        assert!(read_measures(b"hello".to_vec()).is_err());
        assert!(read_measures(write::<LedgerRow>(&[]).unwrap()).unwrap_err().contains("no column"));
    }

    #[test]
    fn a_table_says_where_it_comes_from_what_it_holds_and_in_which_order() {
        let row = |world: &str| MeasureRow { world: world.into(), ..MeasureRow::default() };
        let footer = Footer::plain(&[("study", "s")], &[("world", &["regime", "twin"])]);
        let mut table = Writing::new(footer, true, true).unwrap();
        table.add(Some(2), &[row("twin"), row("another")]).unwrap();
        let Written { parquet, csv } = table.end().unwrap();
        assert_eq!(csv.unwrap().lines().nth(1), Some("2,0,twin,0,0,0,,,,0,0,"));
        let read = ParquetRecordBatchReaderBuilder::try_new(bytes::Bytes::from(parquet)).unwrap();
        let said = read.schema().metadata();
        assert_eq!(said["demerit.study"], "s");
        assert!(said["demerit.order"].contains(r#""world":["regime","twin","another"]"#), "{said:?}");
        let tick = read.schema().field_with_name("tick").unwrap();
        assert_eq!((tick.data_type(), &*tick.metadata()["unit"]), (&DataType::Int64, "weeks"));
        let world = read.schema().field_with_name("world").unwrap();
        assert!(matches!(world.data_type(), DataType::Dictionary(..)));
        assert_eq!(read.schema().field(0).name(), RUN_UNIT);
    }

    #[test]
    fn a_number_that_is_none_is_not_written() {
        let row = MeasureRow { value: f64::NAN, ..MeasureRow::default() };
        assert!(write(&[row]).unwrap_err().to_string().contains("value"));
    }
}
