//! The measures of several runs in one table, with the number of the run in front.
//!
//! Runs are written one after the other, so that no more than one has to be in memory. The bytes depend on
//! the runs and their order alone.

use super::columns;
use demerit_worlds::tables::MeasureRow;
use parquet::arrow::ArrowWriter;

/// A table that is being put together.
pub struct Merging {
    writer: ArrowWriter<Vec<u8>>,
}

impl Merging {
    /// Begins a table.
    pub fn new() -> Result<Self, String> {
        let schema = columns::measures_of_unit(0, &[])?.schema();
        let writer = ArrowWriter::try_new(Vec::new(), schema, Some(columns::properties()?));
        Ok(Self { writer: writer.map_err(|error| error.to_string())? })
    }

    /// Adds the measures of a run.
    pub fn add(&mut self, unit: u32, rows: &[MeasureRow]) -> Result<(), String> {
        let batch = columns::measures_of_unit(unit, rows)?;
        self.writer.write(&batch).map_err(|error| error.to_string())
    }

    /// Ends the table; gives its bytes.
    pub fn end(self) -> Result<Vec<u8>, String> {
        self.writer.into_inner().map_err(|error| error.to_string())
    }
}
