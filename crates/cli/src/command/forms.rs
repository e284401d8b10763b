//! Forms: JSON for machines, names as text, tables as the report takes them, calls as a shell takes them.

use crate::failure::Failure;
use demerit_report::RunData;
use demerit_worlds::tables::RunTables;
use serde_json::Value;
use std::ffi::OsStr;
use std::fmt::Write;

/// JSON for machines: indented, ending with a newline.
pub(super) fn json(value: &Value) -> String {
    format!("{value:#}\n")
}

/// A name or path as text.
pub(super) fn text_of(name: &OsStr) -> Result<&str, Failure> {
    name.to_str().ok_or_else(|| Failure::Problem {
        message: format!("the name {} is not UTF-8", name.display()),
        hint: Some("rename it, or go to its folder and name it from there".to_owned()),
    })
}

/// The tables as the report takes them.
pub(super) fn data(tables: RunTables) -> RunData {
    let RunTables { manifest, measures, persons, ledger } = tables;
    RunData { manifest, measures, persons, ledger }
}

/// The command that repeats a run, with all that bears on its result.
pub(super) fn command_of(
    study: &str,
    persons: Option<u32>,
    years: Option<f64>,
    seed: Option<u64>,
    seeds: u32,
) -> String {
    let mut words = format!("demerit run {}", quoted(study));
    if let Some(persons) = persons {
        let _ = write!(words, " --persons {persons}");
    }
    if let Some(years) = years {
        let _ = write!(words, " --years {years}");
    }
    if let Some(seed) = seed {
        let _ = write!(words, " --seed {seed}");
    }
    if seeds > 1 {
        let _ = write!(words, " --seeds {seeds}");
    }
    words
}

/// A word as a shell takes it.
pub(super) fn quoted(word: &str) -> String {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_./".contains(letter);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_quoted_only_where_a_shell_would_split_it() {
        assert_eq!(quoted("no-dark-corner"), "no-dark-corner");
        assert_eq!(quoted("my studies/a.toml"), "'my studies/a.toml'");
        assert_eq!(quoted("it's"), r"'it'\''s'");
        assert_eq!(quoted(""), "''");
    }
}
