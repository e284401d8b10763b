//! The tables for spreadsheets: texts with commas between (RFC 4180), lines ended by a line feed, the same
//! columns as in Parquet.
//!
//! A missing value is an empty cell. Numbers stay numbers. A text is a cell as [`cell_of`] writes it, which
//! no spreadsheet takes for a formula.

use demerit_scenario::shown::cell as cell_of;
use demerit_worlds::tables::column::{Cell, Row};
use std::fmt::Write;
use std::marker::PhantomData;

/// Name of the column with the number of the run, where a table holds several.
pub(super) const RUN_UNIT: &str = "run_unit";

/// A sheet that is written.
pub(super) struct Sheet<R> {
    text: String,
    rows: PhantomData<R>,
}

impl<R: Row> Sheet<R> {
    /// A sheet with its head, of several runs or of one.
    pub(super) fn new(several: bool) -> Self {
        let names = several.then_some(RUN_UNIT).into_iter().chain(R::COLUMNS.iter().map(|one| one.name));
        Self { text: names.collect::<Vec<_>>().join(",") + "\n", rows: PhantomData }
    }

    /// Adds the rows of a run.
    pub(super) fn add(&mut self, unit: Option<u32>, rows: &[R]) {
        let text = &mut self.text;
        for row in rows {
            if let Some(unit) = unit {
                let _ = write!(text, "{unit},");
            }
            for (number, column) in R::COLUMNS.iter().enumerate() {
                if number > 0 {
                    text.push(',');
                }
                put(text, (column.get)(row));
            }
            text.push('\n');
        }
    }

    /// The text since this was last asked.
    pub(super) fn take(&mut self) -> String {
        std::mem::take(&mut self.text)
    }
}

/// Bytes that rows take in a sheet.
pub(crate) fn sheet_bytes<R: Row>(rows: &[R]) -> usize {
    let mut sheet = Sheet::new(false);
    sheet.add(None, rows);
    sheet.take().len()
}

fn put(text: &mut String, cell: Cell<'_>) {
    let _ = match cell {
        Cell::Text(Some(word)) => write!(text, "{}", cell_of(word)),
        Cell::Whole(Some(number)) => write!(text, "{number}"),
        Cell::Number(Some(number)) => write!(text, "{number}"),
        Cell::Bool(Some(is_so)) => write!(text, "{is_so}"),
        Cell::Text(None) | Cell::Whole(None) | Cell::Number(None) | Cell::Bool(None) => Ok(()),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_no_formula_and_a_number_stays_one() {
        let cell = |cell: Cell<'_>| {
            let mut text = String::new();
            put(&mut text, cell);
            text
        };
        let text = |word: &str| cell(Cell::Text(Some(word)));
        assert_eq!(
            ["=1+1", "-5 for it", "@home", "+", "\tx"].map(text),
            ["'=1+1", "'-5 for it", "'@home", "'+", "'\tx"]
        );
        assert_eq!(
            ["late, \"bill\"", "a=b", "=a,b"].map(text),
            ["\"late, \"\"bill\"\"\"", "a=b", "\"'=a,b\""]
        );
        assert_eq!(
            [Cell::Whole(Some(-5)), Cell::Number(Some(-0.25)), Cell::Text(None)].map(cell),
            ["-5", "-0.25", ""]
        );
    }
}
