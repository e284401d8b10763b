//! Forms: JSON for machines, names as text, calls as a shell takes them.

use crate::failure::Failure;
use crate::layout::ENGLISH;
use demerit_scenario::faults::Faults;
use demerit_worlds::Size;
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

/// The command that repeats a run, with all that bears on its result.
pub(super) fn command_of(study: &str, size: &Size, draws: Option<u32>) -> String {
    let mut words = format!("demerit run {}", quoted(study));
    let seeds = Some(size.seeds).filter(|seeds| *seeds > 1);
    let options = [
        ("persons", size.persons.map(|persons| persons.to_string())),
        ("years", size.years.map(|years| years.to_string())),
        ("seed", size.seed.map(|seed| seed.to_string())),
        ("seeds", seeds.map(|seeds| seeds.to_string())),
        ("draws", draws.map(|draws| draws.to_string())),
    ];
    for (name, value) in options {
        if let Some(value) = value {
            let _ = write!(words, " --{name} {value}");
        }
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

/// A number of things in words: `1 unit`, `12 units`.
pub(super) fn counted(number: usize, what: &str) -> String {
    format!("{} {what}{}", ENGLISH.thousands(number as u64), if number == 1 { "" } else { "s" })
}

/// Warnings of files, a line each.
pub(super) fn warned(warnings: &[Faults]) -> String {
    let each = warnings.iter().flat_map(|warnings| &warnings.faults);
    each.map(|warning| format!("warning: {warning}\n")).collect()
}

/// Where a report is written within its folder.
pub(super) const REPORT: &str = "report.html";

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
