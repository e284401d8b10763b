//! The tables as Parquet: rows to columns and back, by the one list of columns of each table.

use super::pages;
use super::room::Room;
use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int32Type, UInt32Type, UInt64Type};
use arrow_array::{
    Array, ArrayRef, ArrowPrimitiveType, BooleanArray, Float64Array, Int32Array, RecordBatch, StringArray,
    UInt32Array, UInt64Array,
};
use demerit_worlds::tables::MeasureRow;
use demerit_worlds::tables::column::{Cell, Cells, Column, Kind, Row, Value};
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::{ArrowReaderOptions, ParquetRecordBatchReaderBuilder};
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::properties::WriterProperties;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// Columns of a table: their names, their values, and whether values may be missing.
type Columns = Vec<(&'static str, ArrayRef, bool)>;

/// The columns of some rows.
fn columns<R: Row>(rows: &[R]) -> Columns {
    fn held<'a, T: Value<'a>>(cells: impl Iterator<Item = Cell<'a>>) -> impl Iterator<Item = Option<T>> {
        cells.map(T::of)
    }
    let values = |one: &Column<R>| -> ArrayRef {
        let cells = rows.iter().map(one.get);
        match one.kind {
            Kind::Text => Arc::new(StringArray::from_iter(held::<&str>(cells))),
            Kind::U64 => Arc::new(UInt64Array::from_iter(held::<u64>(cells))),
            Kind::U32 => Arc::new(UInt32Array::from_iter(held::<u32>(cells))),
            Kind::I32 => Arc::new(Int32Array::from_iter(held::<i32>(cells))),
            Kind::F64 => Arc::new(Float64Array::from_iter(held::<f64>(cells))),
            Kind::Bool => Arc::new(BooleanArray::from_iter(held::<bool>(cells))),
            Kind::MaybeU32 => {
                Arc::new(UInt32Array::from_iter(held::<Option<u32>>(cells).map(Option::flatten)))
            }
            Kind::MaybeI32 => {
                Arc::new(Int32Array::from_iter(held::<Option<i32>>(cells).map(Option::flatten)))
            }
        }
    };
    R::COLUMNS.iter().map(|one| (one.name, values(one), one.kind.may_be_missing())).collect()
}

/// The measures of one of several runs, as the batch that is written.
fn measures_of_unit(unit: u32, rows: &[MeasureRow]) -> Result<RecordBatch, String> {
    let units: ArrayRef = Arc::new(UInt32Array::from_iter_values(rows.iter().map(|_| unit)));
    let mut all = vec![("unit", units, false)];
    all.extend(columns(rows));
    batch(all)
}

/// Columns as the batch that is written.
fn batch(columns: Columns) -> Result<RecordBatch, String> {
    RecordBatch::try_from_iter_with_nullable(columns).map_err(|error| error.to_string())
}

/// Writes a table.
pub(crate) fn write<R: Row>(rows: &[R]) -> Result<Vec<u8>, String> {
    written(columns(rows))
}

fn written(columns: Columns) -> Result<Vec<u8>, String> {
    let batch = batch(columns)?;
    let mut table = Merging::of(&batch)?;
    table.write(&batch)?;
    table.end()
}

/// The measures of several runs in one table, with the number of the run in front. Runs are written one
/// after the other, so that no more than one has to be in memory; the bytes depend on the runs and their
/// order alone.
pub struct Merging(ArrowWriter<Vec<u8>>);

impl Merging {
    /// Begins a table.
    pub fn new() -> Result<Self, String> {
        Self::of(&measures_of_unit(0, &[])?)
    }

    /// Begins a table with the columns of a batch.
    fn of(batch: &RecordBatch) -> Result<Self, String> {
        let level = ZstdLevel::try_new(3).map_err(|error| error.to_string())?;
        let properties = WriterProperties::builder().set_compression(Compression::ZSTD(level)).build();
        let writer = ArrowWriter::try_new(Vec::new(), batch.schema(), Some(properties));
        Ok(Self(writer.map_err(|error| error.to_string())?))
    }

    /// Adds the measures of a run.
    pub fn add(&mut self, unit: u32, rows: &[MeasureRow]) -> Result<(), String> {
        self.write(&measures_of_unit(unit, rows)?)
    }

    fn write(&mut self, batch: &RecordBatch) -> Result<(), String> {
        self.0.write(batch).map_err(|error| error.to_string())
    }

    /// Ends the table; gives its bytes.
    pub fn end(self) -> Result<Vec<u8>, String> {
        self.0.into_inner().map_err(|error| error.to_string())
    }
}

/// The cell of a row in a column of this type; `None` where it is of another type.
fn cell(held: &ArrayRef, kind: Kind, at: usize) -> Option<Cell<'_>> {
    fn number<T: ArrowPrimitiveType>(held: &ArrayRef, at: usize) -> Option<Option<T::Native>> {
        let held = held.as_primitive_opt::<T>()?;
        Some(held.is_valid(at).then(|| held.value(at)))
    }
    Some(match kind {
        Kind::Text => Cell::Text(held.as_string_opt::<i32>()?.value(at)),
        Kind::U64 => Cell::U64(number::<UInt64Type>(held, at)??),
        Kind::U32 => Cell::U32(number::<UInt32Type>(held, at)??),
        Kind::I32 => Cell::I32(number::<Int32Type>(held, at)??),
        Kind::F64 => Cell::F64(number::<Float64Type>(held, at)??),
        Kind::Bool => Cell::Bool(held.as_boolean_opt()?.value(at)),
        Kind::MaybeU32 => Cell::MaybeU32(number::<UInt32Type>(held, at)?),
        Kind::MaybeI32 => Cell::MaybeI32(number::<Int32Type>(held, at)?),
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

/// Reads a table of at most so many rows: one that has more is refused before they are read.
///
/// The library that unpacks pages trusts some of what it reads, such as how many values a page has, and
/// panics where that is wrong.
pub(crate) fn read<R: Row>(bytes: Vec<u8>, most: usize, room: &mut Room) -> Result<Vec<R>, String> {
    let read = AssertUnwindSafe(|| batches(bytes, most, room));
    catch_unwind(read).unwrap_or_else(|_| Err("its pages do not fit together".to_owned()))
}

/// Reads a table batch by batch.
fn batches<R: Row>(bytes: Vec<u8>, most: usize, room: &mut Room) -> Result<Vec<R>, String> {
    let bytes = bytes::Bytes::from(bytes);
    let told = |error: &dyn std::fmt::Display| error.to_string();
    // What a writer of another program says of its types is let be; the columns tell.
    let options = ArrowReaderOptions::new().with_skip_arrow_metadata(true);
    let builder = ParquetRecordBatchReaderBuilder::try_new_with_options(bytes.clone(), options)
        .map_err(|e| told(&e))?;
    same_columns(&batch(columns::<R>(&[]))?, &RecordBatch::new_empty(Arc::clone(builder.schema())))?;
    pages::check(&bytes, builder.metadata())?;
    let mut rows = Vec::new();
    for batch in builder.with_batch_size(AT_ONCE).build().map_err(|e| told(&e))? {
        let batch = batch.map_err(|e| told(&e))?;
        if batch.num_rows() > most - rows.len() {
            return Err(format!("more than {most} rows"));
        }
        let texts = batch.columns().iter().filter_map(|column| column.as_string_opt::<i32>());
        let letters = texts.map(|texts| texts.value_data().len() + texts.len() * ROUNDED).sum::<usize>();
        room.take(letters + batch.num_rows() * size_of::<R>())?;
        add_rows(&batch, &mut rows)?;
    }
    Ok(rows)
}

/// A table of a run has its columns and no others.
fn same_columns(written: &RecordBatch, found: &RecordBatch) -> Result<(), String> {
    let (written, found) = (written.schema(), found.schema());
    for field in written.fields() {
        let (_, here) =
            found.column_with_name(field.name()).ok_or_else(|| format!("no column `{}`", field.name()))?;
        if here.data_type() != field.data_type() {
            return Err(format!("column `{}` has another type", field.name()));
        }
    }
    match found.fields().iter().find(|field| written.column_with_name(field.name()).is_none()) {
        Some(field) => Err(format!("a column `{}`, which no run writes", field.name().escape_debug())),
        None if found.fields().len() > written.fields().len() => Err("a column is there twice".to_owned()),
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
            tick: 3,
            year: 2012,
            week: 26,
            event: LedgerEvent::Unlisted("the \"list\"".into()),
            points: -10,
            score_after: Some(-3),
            deserved_after: None,
            other: Some(u32::MAX),
        };
        let rows = vec![ledger_row.clone(), LedgerRow { other: None, score_after: None, ..ledger_row }];
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
        let other = written(vec![("seed", Arc::new(UInt64Array::from(vec![1])), false)]).unwrap();
        assert!(read_measures(other).unwrap_err().contains("no column"));
    }
}
