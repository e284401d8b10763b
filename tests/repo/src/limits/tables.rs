//! Tables are read back in two files, those of the run folder, and nothing but what a run wrote.
//!
//! Writers are let be: a run writes its tables. Tests may read what a run wrote.

use super::{is_program, uses};
use crate::tree::TextFile;

/// Names whose use means that a table, a sheet or a database is read.
const READERS: [&str; 18] = [
    "ParquetRecordBatchReader",
    "ParquetRecordBatchReaderBuilder",
    "ParquetRecordBatchStreamBuilder",
    "ArrowReaderBuilder",
    "ArrowReaderMetadata",
    "SerializedFileReader",
    "arrow_reader",
    "async_reader",
    "RowIter",
    "arrow_ipc",
    "arrow_csv",
    "arrow_json",
    "FileReader",
    "StreamReader",
    "ReaderBuilder",
    "read_csv",
    "read_parquet",
    "open_workbook",
];

/// Where tables may be read back, and what for: to draw a report, to tell a life, to put the parts of a run
/// together, to go on from a checkpoint.
const READING_PLACES: [&str; 2] =
    ["crates/study/src/run_folder/files.rs", "crates/study/src/run_folder/columns.rs"];

/// Endings of files of records; the program is given none of them to read.
const ENDINGS: [&str; 12] = [
    ".csv\"",
    ".tsv\"",
    ".xlsx\"",
    ".xls\"",
    ".ods\"",
    ".sqlite\"",
    ".db\"",
    ".feather\"",
    ".arrow\"",
    ".dta\"",
    ".sav\"",
    ".vcf\"",
];

/// Files of that form which the program writes and never reads.
const WRITTEN: [&str; 8] = [
    "\"units.csv\"",
    "\"intervals.csv\"",
    "\"sensitivity.csv\"",
    "\"runs.csv\"",
    "\"ensemble.csv\"",
    "\"draws.csv\"",
    "\"calibrate.csv\"",
    "\"targets.csv\"",
];

/// The one list that is read: published aggregates, built into the program.
const FACTS: &str = "include_str!(\"../../../catalogue/facts.csv\")";

/// Program text that reads tables elsewhere than in the run folder's files, or names files of records.
#[must_use]
pub fn readers(files: &[TextFile]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| is_program(file)) {
        if !READING_PLACES.contains(&&*file.path) {
            faults.extend(uses(file, &READERS, "reads a table; only the run folder's files may"));
        }
        for (index, line) in file.text.lines().enumerate() {
            let line = WRITTEN.iter().fold(line.replace(FACTS, ""), |line, name| line.replace(name, ""));
            if let Some(ending) = ENDINGS.iter().find(|ending| line.contains(**ending)) {
                let ending = ending.trim_end_matches('"');
                faults.push(format!("{}:{}: `{ending}` is a file of records", file.path, index + 1));
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_read_in_two_files() {
        let text = "use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;\n";
        let at = |path: &str| readers(&[TextFile::new(path, text)]).len();
        assert_eq!(at("crates/society/src/persons.rs"), 1);
        assert_eq!(at("crates/study/src/run_folder_of_a_census.rs"), 1);
        assert_eq!(at("crates/study/src/run_folder/columns.rs"), 0);
        assert_eq!(at("crates/study/tests/tables.rs"), 0);
    }

    #[test]
    fn each_reader_and_each_ending_is_found_and_a_writer_is_not() {
        let found = |text: &str| readers(&[TextFile::new("crates/study/src/load.rs", text)]).len();
        for name in READERS {
            assert_eq!(found(&format!("let rows = {name}::open(place);")), 1, "{name}");
        }
        for ending in ENDINGS {
            assert_eq!(found(&format!("let rows = open(\"persons{ending});")), 1, "{ending}");
        }
        assert_eq!(found("const FACTS: &str = include_str!(\"../../../catalogue/facts.csv\");"), 0);
        assert_eq!(found("claim.write(\"units.csv\", text.as_bytes())?;"), 0);
        assert_eq!(found("let mut writer = ArrowWriter::try_new(file, schema, None)?;"), 0);
    }
}
