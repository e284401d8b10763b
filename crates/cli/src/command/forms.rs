//! Forms: JSON for machines, names as text, calls as a shell takes them.

use crate::failure::Failure;
use crate::layout::ENGLISH;
use demerit_scenario::faults::Faults;
use demerit_scenario::notes::PhaseNote;
use demerit_scenario::shown::json::pretty;
use demerit_worlds::Size;
use serde_json::Value;
use std::ffi::OsStr;
use std::fmt::Write;

/// JSON for machines: indented, ending with a newline.
pub(super) fn json(value: &Value) -> String {
    // A tree is JSON already.
    pretty(value).unwrap_or_default() + "\n"
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

/// How nearly whole cities hold the shares of persons that phases want, a sentence each.
pub(super) fn pilots(phases: &[PhaseNote]) -> Vec<String> {
    let told = |phase: &PhaseNote| {
        let (wanted, miss) = (phase.wanted?, phase.miss?);
        let cities = match phase.cities {
            1 => "one city".to_owned(),
            many => format!("{} cities", ENGLISH.thousands(u64::from(many))),
        };
        let [held, wanted_said] = [wanted + miss, wanted].map(|share| ENGLISH.percent(share));
        let (by, way) = (ENGLISH.points(miss.abs()), if miss < 0.0 { "fewer" } else { "more" });
        let mut said = format!(
            "Phase `{}`: {held} of persons, in {cities}; that is {by} {way} than the {wanted_said} wanted.",
            phase.name
        );
        if miss.abs() > NEAR * wanted {
            said.push_str(" With so few persons whole cities come no nearer: while this phase lasts, it is another experiment.");
        }
        Some(said)
    };
    phases.iter().filter_map(told).collect()
}

/// Which part of a wanted share may be missed before it is another experiment.
const NEAR: f64 = 0.1;

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

    #[test]
    fn a_share_that_whole_cities_miss_is_told_plainly() {
        let phase = |miss| PhaseNote {
            name: "pilot".to_owned(),
            from_tick: 104,
            cities: if miss > 0.01 { 1 } else { 13 },
            persons: 1024,
            wanted: Some(0.016),
            miss: Some(miss),
        };
        let told =
            pilots(&[phase(-0.0001), phase(0.0352), PhaseNote { wanted: None, miss: None, ..phase(0.0) }]);
        assert_eq!(told.len(), 2, "a phase that wants no share is not told");
        assert!(
            told[0].ends_with("in 13 cities; that is 0.01\u{a0}points fewer than the 1.6\u{a0}% wanted."),
            "{told:?}"
        );
        assert!(
            told[1].starts_with(
                "Phase `pilot`: 5.1\u{a0}% of persons, in one city; that is 3.5\u{a0}points more"
            )
        );
        assert!(told[1].ends_with("it is another experiment."), "{told:?}");
    }
}
