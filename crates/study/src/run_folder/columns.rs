//! The tables as Parquet: rows to columns and back.

use super::pages;
use super::room::Room;
use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int32Type, UInt32Type, UInt64Type};
use arrow_array::{
    Array, ArrayRef, BooleanArray, Float64Array, Int32Array, RecordBatch, StringArray, UInt32Array,
    UInt64Array,
};
use demerit_worlds::tables::{LedgerEvent, LedgerRow, MeasureRow, PersonRow};
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::{ArrowReaderOptions, ParquetRecordBatchReaderBuilder};
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::properties::WriterProperties;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

fn texts<'a>(values: impl Iterator<Item = &'a str>) -> ArrayRef {
    Arc::new(StringArray::from_iter_values(values))
}

/// Columns of a table: their names, their values, and whether values may be missing.
pub(super) type Columns = Vec<(&'static str, ArrayRef, bool)>;

/// Columns as the batch that is written.
pub(super) fn batch(columns: Columns) -> Result<RecordBatch, String> {
    RecordBatch::try_from_iter_with_nullable(columns).map_err(|error| error.to_string())
}

/// How tables are written.
pub(super) fn properties() -> Result<WriterProperties, String> {
    let level = ZstdLevel::try_new(3).map_err(|error| error.to_string())?;
    Ok(WriterProperties::builder().set_compression(Compression::ZSTD(level)).build())
}

fn write(columns: Columns) -> Result<Vec<u8>, String> {
    let batch = batch(columns)?;
    let mut bytes = Vec::new();
    let mut writer = ArrowWriter::try_new(&mut bytes, batch.schema(), Some(properties()?))
        .map_err(|error| error.to_string())?;
    writer.write(&batch).map_err(|error| error.to_string())?;
    writer.close().map_err(|error| error.to_string())?;
    Ok(bytes)
}

/// Writes measures.
pub(super) fn measures(rows: &[MeasureRow]) -> Result<Vec<u8>, String> {
    write(columns_of_measures(rows))
}

/// The measures of one of several runs.
pub(super) fn measures_of_unit(unit: u32, rows: &[MeasureRow]) -> Columns {
    let units: ArrayRef = Arc::new(UInt32Array::from_iter_values(rows.iter().map(|_| unit)));
    let mut columns = vec![("unit", units, false)];
    columns.extend(columns_of_measures(rows));
    columns
}

fn columns_of_measures(rows: &[MeasureRow]) -> Columns {
    vec![
        ("seed", Arc::new(UInt64Array::from_iter_values(rows.iter().map(|row| row.seed))), false),
        ("world", texts(rows.iter().map(|row| row.world.as_str())), false),
        ("tick", Arc::new(UInt32Array::from_iter_values(rows.iter().map(|row| row.tick))), false),
        ("year", Arc::new(Float64Array::from_iter_values(rows.iter().map(|row| row.year))), false),
        ("measure", texts(rows.iter().map(|row| row.measure.as_str())), false),
        ("domain", texts(rows.iter().map(|row| row.domain.as_str())), false),
        ("group", texts(rows.iter().map(|row| row.group.as_str())), false),
        ("value", Arc::new(Float64Array::from_iter_values(rows.iter().map(|row| row.value))), false),
        ("unit", texts(rows.iter().map(|row| row.unit.as_str())), false),
    ]
}

/// Writes the cohort.
pub(super) fn persons(rows: &[PersonRow]) -> Result<Vec<u8>, String> {
    write(columns_of_persons(rows))
}

fn columns_of_persons(rows: &[PersonRow]) -> Columns {
    let count = |of: fn(&PersonRow) -> u32| -> ArrayRef {
        Arc::new(UInt32Array::from_iter_values(rows.iter().map(of)))
    };
    let points = |of: fn(&PersonRow) -> Option<i32>| -> ArrayRef {
        Arc::new(Int32Array::from_iter(rows.iter().map(of)))
    };
    vec![
        ("seed", Arc::new(UInt64Array::from_iter_values(rows.iter().map(|row| row.seed))), false),
        ("world", texts(rows.iter().map(|row| row.world.as_str())), false),
        ("person", count(|row| row.person), false),
        ("city", texts(rows.iter().map(|row| row.city.as_str())), false),
        ("residence", texts(rows.iter().map(|row| row.residence.as_str())), false),
        ("sex", texts(rows.iter().map(|row| row.sex.as_str())), false),
        ("age", Arc::new(Float64Array::from_iter_values(rows.iter().map(|row| row.age))), false),
        ("household", count(|row| row.household), false),
        ("occupation", texts(rows.iter().map(|row| row.occupation.as_str())), false),
        ("income_fifth", count(|row| row.income_fifth), false),
        ("score", points(|row| row.score), true),
        ("deserved", points(|row| row.deserved), true),
        ("tier", texts(rows.iter().map(|row| row.tier.as_str())), false),
        ("listed", Arc::new(BooleanArray::from_iter(rows.iter().map(|row| Some(row.listed)))), false),
        ("weeks_sanctioned", count(|row| row.weeks_sanctioned), false),
        ("weeks_wrongly_sanctioned", count(|row| row.weeks_wrongly_sanctioned), false),
        ("refusals", count(|row| row.refusals), false),
        ("entries", count(|row| row.entries), false),
    ]
}

/// Writes the ledger.
pub(super) fn ledger(rows: &[LedgerRow]) -> Result<Vec<u8>, String> {
    write(columns_of_ledger(rows))
}

fn columns_of_ledger(rows: &[LedgerRow]) -> Columns {
    vec![
        ("seed", Arc::new(UInt64Array::from_iter_values(rows.iter().map(|row| row.seed))), false),
        ("world", texts(rows.iter().map(|row| row.world.as_str())), false),
        ("person", Arc::new(UInt32Array::from_iter_values(rows.iter().map(|row| row.person))), false),
        ("tick", Arc::new(UInt32Array::from_iter_values(rows.iter().map(|row| row.tick))), false),
        ("year", Arc::new(Float64Array::from_iter_values(rows.iter().map(|row| row.year))), false),
        ("event", texts(rows.iter().map(|row| row.event.texts()[0])), false),
        ("what", texts(rows.iter().map(|row| row.event.texts()[1])), false),
        ("origin", texts(rows.iter().map(|row| row.event.texts()[2])), false),
        ("channel", texts(rows.iter().map(|row| row.event.texts()[3])), false),
        ("rule", texts(rows.iter().map(|row| row.event.texts()[4])), false),
        ("points", Arc::new(Int32Array::from_iter_values(rows.iter().map(|row| row.points))), false),
        ("score_after", Arc::new(Int32Array::from_iter(rows.iter().map(|row| row.score_after))), true),
        ("deserved_after", Arc::new(Int32Array::from_iter(rows.iter().map(|row| row.deserved_after))), true),
        ("other", Arc::new(UInt32Array::from_iter(rows.iter().map(|row| row.other))), true),
    ]
}

/// A table read back, column by column.
struct Table(RecordBatch);

impl Table {
    fn column(&self, name: &str) -> Result<&ArrayRef, String> {
        self.0.column_by_name(name).ok_or_else(|| format!("no column `{name}`"))
    }

    fn texts(&self, name: &str) -> Result<&StringArray, String> {
        self.column(name)?.as_string_opt::<i32>().ok_or_else(|| format!("column `{name}` is no text"))
    }

    fn numbers<T: arrow_array::types::ArrowPrimitiveType>(
        &self,
        name: &str,
    ) -> Result<&arrow_array::PrimitiveArray<T>, String> {
        self.column(name)?.as_primitive_opt::<T>().ok_or_else(|| format!("column `{name}` has another type"))
    }
}

/// Rows that are read at once: of texts that the pages let pass, they are a few megabytes.
const AT_ONCE: usize = 1024;
/// What the allocator takes for a text beside its letters, in bytes.
const ROUNDED: usize = 16;

/// Reads a table that has these columns and makes rows of it.
///
/// The library that unpacks pages trusts some of what it reads, such as how many values a page has, and panics where that is wrong.
fn read<T>(
    bytes: Vec<u8>,
    columns: Columns,
    room: &mut Room,
    rows_of: impl Fn(&Table, &mut Vec<T>) -> Result<(), String>,
) -> Result<Vec<T>, String> {
    let read = AssertUnwindSafe(|| batches(bytes, columns, room, rows_of));
    catch_unwind(read).unwrap_or_else(|_| Err("its pages do not fit together".to_owned()))
}

/// Reads a table batch by batch.
fn batches<T>(
    bytes: Vec<u8>,
    columns: Columns,
    room: &mut Room,
    rows_of: impl Fn(&Table, &mut Vec<T>) -> Result<(), String>,
) -> Result<Vec<T>, String> {
    let bytes = bytes::Bytes::from(bytes);
    let told = |error: &dyn std::fmt::Display| error.to_string();
    // What a writer of another program says of its types is let be; the columns tell.
    let options = ArrowReaderOptions::new().with_skip_arrow_metadata(true);
    let builder = ParquetRecordBatchReaderBuilder::try_new_with_options(bytes.clone(), options)
        .map_err(|e| told(&e))?;
    same_columns(&batch(columns)?, &RecordBatch::new_empty(Arc::clone(builder.schema())))?;
    pages::check(&bytes, builder.metadata())?;
    let mut rows = Vec::new();
    for batch in builder.with_batch_size(AT_ONCE).build().map_err(|e| told(&e))? {
        let table = Table(batch.map_err(|e| told(&e))?);
        let texts = table.0.columns().iter().filter_map(|column| column.as_string_opt::<i32>());
        let letters = texts.map(|texts| texts.value_data().len() + texts.len() * ROUNDED).sum::<usize>();
        room.take(letters + table.0.num_rows() * size_of::<T>())?;
        rows_of(&table, &mut rows)?;
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

fn optional<T: arrow_array::types::ArrowPrimitiveType>(
    column: &arrow_array::PrimitiveArray<T>,
    at: usize,
) -> Option<T::Native> {
    column.is_valid(at).then(|| column.value(at))
}

/// Reads measures.
pub(super) fn read_measures(bytes: Vec<u8>, room: &mut Room) -> Result<Vec<MeasureRow>, String> {
    read(bytes, columns_of_measures(&[]), room, |table, rows| {
        let (seed, tick) = (table.numbers::<UInt64Type>("seed")?, table.numbers::<UInt32Type>("tick")?);
        let (year, value) = (table.numbers::<Float64Type>("year")?, table.numbers::<Float64Type>("value")?);
        let (world, measure, unit) = (table.texts("world")?, table.texts("measure")?, table.texts("unit")?);
        let (domain, group) = (table.texts("domain")?, table.texts("group")?);
        rows.extend((0..table.0.num_rows()).map(|at| MeasureRow {
            seed: seed.value(at),
            world: world.value(at).to_owned(),
            tick: tick.value(at),
            year: year.value(at),
            measure: measure.value(at).to_owned(),
            domain: domain.value(at).to_owned(),
            group: group.value(at).to_owned(),
            value: value.value(at),
            unit: unit.value(at).to_owned(),
        }));
        Ok(())
    })
}

/// Reads the cohort.
pub(super) fn read_persons(bytes: Vec<u8>, room: &mut Room) -> Result<Vec<PersonRow>, String> {
    read(bytes, columns_of_persons(&[]), room, |table, rows| {
        let count = |name: &str| table.numbers::<UInt32Type>(name);
        let (seed, age) = (table.numbers::<UInt64Type>("seed")?, table.numbers::<Float64Type>("age")?);
        let (world, city, residence) =
            (table.texts("world")?, table.texts("city")?, table.texts("residence")?);
        let (sex, occupation, tier) = (table.texts("sex")?, table.texts("occupation")?, table.texts("tier")?);
        let (person, household, fifth) = (count("person")?, count("household")?, count("income_fifth")?);
        let (weeks, wrongly) = (count("weeks_sanctioned")?, count("weeks_wrongly_sanctioned")?);
        let (refusals, entries) = (count("refusals")?, count("entries")?);
        let (score, deserved) =
            (table.numbers::<Int32Type>("score")?, table.numbers::<Int32Type>("deserved")?);
        let listed = table.column("listed")?.as_boolean_opt().ok_or("column `listed` has another type")?;
        rows.extend((0..table.0.num_rows()).map(|at| PersonRow {
            seed: seed.value(at),
            world: world.value(at).to_owned(),
            person: person.value(at),
            city: city.value(at).to_owned(),
            residence: residence.value(at).to_owned(),
            sex: sex.value(at).to_owned(),
            age: age.value(at),
            household: household.value(at),
            occupation: occupation.value(at).to_owned(),
            income_fifth: fifth.value(at),
            score: optional(score, at),
            deserved: optional(deserved, at),
            tier: tier.value(at).to_owned(),
            listed: listed.value(at),
            weeks_sanctioned: weeks.value(at),
            weeks_wrongly_sanctioned: wrongly.value(at),
            refusals: refusals.value(at),
            entries: entries.value(at),
        }));
        Ok(())
    })
}

/// Reads the ledger.
pub(super) fn read_ledger(bytes: Vec<u8>, room: &mut Room) -> Result<Vec<LedgerRow>, String> {
    read(bytes, columns_of_ledger(&[]), room, |table, rows| {
        let (seed, year) = (table.numbers::<UInt64Type>("seed")?, table.numbers::<Float64Type>("year")?);
        let (person, tick) = (table.numbers::<UInt32Type>("person")?, table.numbers::<UInt32Type>("tick")?);
        let (world, event, what) = (table.texts("world")?, table.texts("event")?, table.texts("what")?);
        let (origin, channel, rule) = (table.texts("origin")?, table.texts("channel")?, table.texts("rule")?);
        let event = |at: usize| {
            let texts = [event, what, origin, channel, rule].map(|column| column.value(at));
            LedgerEvent::from_texts(texts).map_err(|found| format!("row {}: {found}", at + 1))
        };
        let (points, score) =
            (table.numbers::<Int32Type>("points")?, table.numbers::<Int32Type>("score_after")?);
        let (deserved, other) =
            (table.numbers::<Int32Type>("deserved_after")?, table.numbers::<UInt32Type>("other")?);
        for at in 0..table.0.num_rows() {
            rows.push(LedgerRow {
                seed: seed.value(at),
                world: world.value(at).to_owned(),
                person: person.value(at),
                tick: tick.value(at),
                year: year.value(at),
                event: event(at)?,
                points: points.value(at),
                score_after: optional(score, at),
                deserved_after: optional(deserved, at),
                other: optional(other, at),
            });
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_back_as_they_were() {
        let ledger_row = LedgerRow {
            seed: 1,
            world: "w".into(),
            person: 2,
            tick: 3,
            year: 2012.5,
            event: LedgerEvent::Unlisted("the \"list\"".into()),
            points: -10,
            score_after: Some(-3),
            deserved_after: None,
            other: Some(u32::MAX),
        };
        let rows = vec![ledger_row.clone(), LedgerRow { other: None, score_after: None, ..ledger_row }];
        let back = |rows: &[LedgerRow]| read_ledger(ledger(rows).unwrap(), &mut Room::of_machine());
        assert_eq!(back(&rows).unwrap(), rows);
        assert_eq!(back(&[]).unwrap(), []);
    }

    #[test]
    fn what_is_no_table_is_refused() {
        let read_measures = |bytes| read_measures(bytes, &mut Room::of_machine());
        assert!(read_measures(b"hello".to_vec()).is_err());
        let other = write(vec![("seed", Arc::new(UInt64Array::from(vec![1])), false)]).unwrap();
        assert!(read_measures(other).unwrap_err().contains("no column"));
    }
}
