//! Tables of a run folder: damaged bytes of files that were written in many ways, with rows that no run
//! gives.

use super::folder::Run;
use super::{MEMORY, Target};
use crate::bytes;
use crate::luck::Luck;
use crate::strange::{TEXTS, WHOLE};
use arrow_array::{Array, ArrayRef, BooleanArray, Float64Array, Int64Array, RecordBatch, StringArray};
use demerit_study::run_folder;
use demerit_worlds::tables::RunTables;
use demerit_worlds::tables::column::{self as table, Cell, Kind, Row};
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, Encoding, ZstdLevel};
use parquet::file::metadata::KeyValue;
use parquet::file::properties::{EnabledStatistics, WriterProperties, WriterVersion};
use std::rc::Rc;
use std::sync::Arc;

/// Names of the tables.
pub(super) const NAMES: [&str; 3] = ["measures.parquet", "persons.parquet", "ledger.parquet"];

/// Values of a column.
#[derive(Clone, Debug)]
pub(super) enum Column {
    Whole(Vec<Option<i64>>),
    Number(Vec<Option<f64>>),
    Text(Vec<Option<String>>),
    Flag(Vec<Option<bool>>),
}

/// A table, column by column.
pub(super) type Columns = Vec<(&'static str, Column)>;

/// The three tables of a run.
pub(super) fn columns(run: &RunTables) -> [Columns; 3] {
    fn of<R: Row>(rows: &[R]) -> Columns {
        macro_rules! held {
            ($to:ident, $one:expr, $kind:ident, |$value:ident| $kept:expr) => {
                Column::$to(
                    rows.iter()
                        .map(|row| match ($one.get)(row) {
                            Cell::$kind(value) => value.map(|$value| $kept),
                            _ => None,
                        })
                        .collect(),
                )
            };
        }
        let column = |one: &table::Column<R>| match one.kind {
            Kind::Whole => held!(Whole, one, Whole, |number| number),
            Kind::Number => held!(Number, one, Number, |number| number),
            Kind::Text => held!(Text, one, Text, |text| text.to_owned()),
            Kind::Bool => held!(Flag, one, Bool, |is_so| is_so),
        };
        R::COLUMNS.iter().map(|one| (one.name, column(one))).collect()
    }
    [of(&run.measures), of(&run.persons), of(&run.ledger)]
}

impl Column {
    /// Applies the same choice of rows to any kind of values.
    pub(super) fn rows(&self, places: &[usize]) -> Self {
        fn of<T: Clone>(all: &[T], places: &[usize]) -> Vec<T> {
            places.iter().filter_map(|place| all.get(*place).cloned()).collect()
        }
        match self {
            Self::Whole(all) => Self::Whole(of(all, places)),
            Self::Number(all) => Self::Number(of(all, places)),
            Self::Text(all) => Self::Text(of(all, places)),
            Self::Flag(all) => Self::Flag(of(all, places)),
        }
    }

    pub(super) fn len(&self) -> usize {
        match self {
            Self::Whole(all) => all.len(),
            Self::Number(all) => all.len(),
            Self::Text(all) => all.len(),
            Self::Flag(all) => all.len(),
        }
    }

    /// Makes some values strange.
    pub(super) fn damage(&mut self, luck: &mut Luck) {
        let (length, whole) = (self.len(), *luck.pick(&WHOLE));
        if length == 0 {
            return;
        }
        let at = luck.below(length);
        let number = *luck.pick(&[
            0.0,
            -0.0,
            -1.0,
            1e308,
            -1e308,
            1e-320,
            f64::NAN,
            f64::INFINITY,
            f64::NEG_INFINITY,
            2020.0,
        ]);
        let none = luck.once_in(6);
        match self {
            Self::Whole(all) => all[at] = (!none).then_some(whole.cast_signed()),
            Self::Number(all) if luck.once_in(4) => all.fill(Some(number)),
            Self::Number(all) => all[at] = (!none).then_some(number),
            Self::Text(all) if luck.once_in(3) => {
                let other = all[luck.below(length)].clone();
                all[at] = other;
            }
            Self::Text(all) => all[at] = (!none).then(|| luck.word(&TEXTS).repeat(1 + luck.below(40))),
            Self::Flag(all) => all[at] = all[at].filter(|_| !none).map(|is_so| !is_so),
        }
    }

    fn array(&self) -> ArrayRef {
        match self {
            Self::Whole(all) => Arc::new(Int64Array::from(all.clone())),
            Self::Number(all) => Arc::new(Float64Array::from(all.clone())),
            Self::Text(all) => Arc::new(StringArray::from(all.clone())),
            Self::Flag(all) => Arc::new(BooleanArray::from(all.clone())),
        }
    }
}

/// A table as a file that is written in one of many ways, with the digest of a manifest in its footer; empty
/// if it cannot be.
pub(super) fn file(luck: &mut Luck, columns: &Columns, plainly: bool, seal: &str) -> Vec<u8> {
    let arrays = columns.iter().map(|(name, column)| {
        let array = column.array();
        let nullable = array.null_count() > 0;
        (*name, array, nullable)
    });
    let mut properties = WriterProperties::builder();
    if plainly || luck.once_in(3) {
        properties = properties.set_compression(Compression::ZSTD(ZstdLevel::default()));
    }
    if !plainly {
        properties = properties
            .set_dictionary_enabled(!luck.once_in(3))
            .set_data_page_row_count_limit(1 + luck.below(40))
            .set_write_batch_size(1 + luck.below(40))
            .set_statistics_enabled(*luck.pick(&[EnabledStatistics::None, EnabledStatistics::Page]))
            .set_bloom_filter_enabled(luck.once_in(8));
        if luck.once_in(3) {
            properties = properties.set_writer_version(WriterVersion::PARQUET_2_0);
        }
        if luck.once_in(6) {
            properties = properties.set_dictionary_enabled(false).set_encoding(Encoding::PLAIN);
        }
    }
    let written = || {
        let batch = RecordBatch::try_from_iter_with_nullable(arrays).ok()?;
        let mut writer = ArrowWriter::try_new(Vec::new(), batch.schema(), Some(properties.build())).ok()?;
        writer.write(&batch).ok()?;
        writer
            .append_key_value_metadata(KeyValue::new("demerit.manifest_digest".to_owned(), seal.to_owned()));
        writer.into_inner().ok()
    };
    written().unwrap_or_default()
}

/// Tables by themselves.
pub(super) struct Tables {
    run: Rc<Run>,
    /// Files of each table.
    files: [Vec<Vec<u8>>; 3],
}

/// Files of a table that damage begins with.
const FILES: u64 = 60;
/// Most rows of such a file.
const ROWS: usize = 30;

impl Tables {
    pub(super) fn new(run: &Rc<Run>) -> Self {
        let one = |table: usize, number: u64| {
            let mut luck = Luck::of(NAMES[table], 0, number);
            let whole = &run.columns[table];
            let length = whole[0].1.len();
            let places: Vec<usize> = (0..luck.below(ROWS)).map(|_| luck.below(length)).collect();
            let some: Columns = whole.iter().map(|(name, column)| (*name, column.rows(&places))).collect();
            file(&mut luck, &some, number == 0, &run.seal())
        };
        let all = |table| (0..FILES).map(|number| one(table, number)).collect();
        Self { run: Rc::clone(run), files: [all(0), all(1), all(2)] }
    }
}

impl Target for Tables {
    fn name(&self) -> &'static str {
        "table"
    }

    fn share(&self) -> u64 {
        100
    }

    fn ending(&self) -> &'static str {
        "table"
    }

    /// The number of the table, then its file.
    fn make(&self, luck: &mut Luck) -> Vec<u8> {
        let table = luck.below(NAMES.len());
        let mut file = luck.pick(&self.files[table]).clone();
        if luck.once_in(2) {
            // The pages' heads stand among the pages, the rest of what is told at the end.
            bytes::damage(luck, &mut file);
        } else {
            let told = file.len().saturating_sub(8).checked_sub(4).map_or(0, |end| {
                let length = file[end + 4..].first_chunk::<4>().map_or(0, |four| u32::from_le_bytes(*four));
                (end + 4).saturating_sub(length as usize)
            });
            let mut tail = file.split_off(told);
            let end = tail.split_off(tail.len().saturating_sub(8));
            bytes::damage(luck, &mut tail);
            file.extend(&tail);
            file.extend((tail.len() as u32).to_le_bytes());
            file.extend(&end[end.len().min(4)..]);
        }
        [&[table as u8], &file[..]].concat()
    }

    fn read(&self, input: &[u8]) -> bool {
        let Some((&table, file)) = input.split_first() else { return false };
        let table = NAMES.get(usize::from(table)).copied().unwrap_or(NAMES[0]);
        let read = run_folder::read_bytes(MEMORY, &|name| self.run.file(name, (table, file)));
        read.is_ok_and(|tables| tables.measures.len() + tables.persons.len() + tables.ledger.len() > 0)
    }
}
