//! The rows of what a source describes, for programs that may not reach into the model: a report, a list, a page of documents.
//!
//! Model: one [`Row`] for each mechanism, in the order of its number, as `demerit-regime` declares them.
//!
//! Symbols: none; names and sentences only.
//! Source: the table of mechanisms in `demerit-regime`.
//!
//! Leaves out: whether a mechanism is on in a world, which is told by the manifest of a run.

use demerit_regime::{Mechanism, Safeguard};

/// A mechanism, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Number of the row, `M01` to `M27` and `N1` to `N7`.
    pub number: &'static str,
    /// Name of its switch.
    pub name: &'static str,
    /// What the source says, or why it is needed, in a sentence.
    pub says: &'static str,
    /// `documented`, `reported` or `hypothetical`; `None` for what is ours.
    pub claim: Option<String>,
    /// What happens when it is switched off, in a sentence.
    pub off: &'static str,
    /// The measures that show it, by name.
    pub measures: &'static [&'static str],
    /// The file with the model.
    pub file: &'static str,
}

/// All rows, in order.
#[must_use]
pub fn mechanisms() -> Vec<Row> {
    let row = |one: Mechanism| {
        let row = one.row();
        Row {
            number: row.number,
            name: one.name(),
            says: row.says,
            claim: row.claim.map(|claim| claim.to_string()),
            off: row.off,
            measures: row.measures,
            file: row.file,
        }
    };
    Mechanism::ALL.into_iter().map(row).collect()
}

/// All safeguards: the name of each, and what it does in a sentence.
#[must_use]
pub fn safeguards() -> Vec<(&'static str, &'static str)> {
    Safeguard::ALL.into_iter().map(|one| (one.name(), one.says())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_told_once_with_its_claim() {
        let rows = mechanisms();
        assert_eq!(rows.len(), Mechanism::ALL.len());
        let first = &rows[0];
        assert_eq!((first.number, first.name, first.claim.as_deref()), ("M01", "cameras", Some("reported")));
        assert!(
            rows.iter()
                .all(|row| row.claim.is_some() == row.number.starts_with('M') && !row.measures.is_empty())
        );
        let mut numbers: Vec<_> = rows.iter().map(|row| row.number).collect();
        numbers.dedup();
        assert_eq!(numbers.len(), rows.len());
    }
}
