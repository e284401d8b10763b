//! The mechanisms of a study: which are on, and the rows of what a source describes, for programs that may
//! not reach into the model: a report, a list, a page of documents.
//!
//! Model: one [`Row`] for each mechanism, in the order of its number, as `demerit-regime` declares them.
//!
//! Symbols: none; names and sentences only.
//! Source: the table of mechanisms in `demerit-regime`.
//!
//! Leaves out: whether a mechanism is on in a world, which is told by the manifest of a run.

use crate::word::Word;
use demerit_regime::{Claim, Mechanism, Mechanisms};
use serde::Serialize;

/// A mechanism, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Number of the row, `M01` to `M27` and `N1` to `N7`.
    pub number: &'static str,
    /// Name of its switch.
    pub name: &'static str,
    /// What the source says, or why it is needed, in a sentence.
    pub says: &'static str,
    /// `documented`, `reported` or `hypothetical`; `None` for what is ours.
    pub claim: Option<Word<Claim>>,
    /// What happens when it is switched off, in a sentence.
    pub off: &'static str,
    /// The measures that show it, by name.
    pub measures: &'static [&'static str],
    /// The file with the model.
    #[serde(skip)]
    pub file: &'static str,
}

/// Those that are on after these switches; each is on unless it is said.
pub(super) fn resolve<'a>(switches: impl Iterator<Item = (&'a Word<Mechanism>, &'a bool)>) -> Mechanisms {
    switches.fold(Mechanisms::ALL, |all, (word, &on)| all.with(word.0, on))
}

/// All rows, in order.
#[must_use]
pub fn rows() -> Vec<Row> {
    let row = |one: Mechanism| {
        let row = one.row();
        Row {
            number: row.number,
            name: one.name(),
            says: row.says,
            claim: row.claim.map(Word),
            off: row.off,
            measures: row.measures,
            file: row.file,
        }
    };
    Mechanism::ALL.into_iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_told_once_with_its_claim() {
        let rows = rows();
        assert_eq!(rows.len(), Mechanism::ALL.len());
        let first = &rows[0];
        assert_eq!(
            (first.number, first.name, first.claim.map(Word::name)),
            ("M01", "cameras", Some("reported"))
        );
        assert!(
            rows.iter()
                .all(|row| row.claim.is_some() == row.number.starts_with('M') && !row.measures.is_empty())
        );
        let mut numbers: Vec<_> = rows.iter().map(|row| row.number).collect();
        numbers.dedup();
        assert_eq!(numbers.len(), rows.len());
    }
}
