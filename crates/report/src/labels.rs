//! What each measure is called in a table, in words that need no glossary; its definition says the rest.
//!
//! A measure that the catalogue does not name is called by its name, its hyphens as spaces, so that a new measure needs no change here.

use crate::names::{begun, plain};
use demerit_words::Words;

/// The label of a measure.
#[must_use]
pub(crate) fn label(words: Words, measure: &str) -> String {
    words.named("measure-", measure).unwrap_or_else(|| begun(&plain(measure)))
}

/// A safeguard, as a clause.
#[must_use]
pub(crate) fn safeguard(words: Words, name: &str) -> String {
    words.named("safeguard-", name).unwrap_or_else(|| plain(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_and_unknown_labels() {
        let words = Words::default();
        assert_eq!(label(words, "aware"), "Persons who know the rules that they live under");
        assert_eq!(label(words, "some-new-measure"), "Some new measure");
        assert_eq!(safeguard(words, "some-new-guard"), "some new guard");
    }
}
