//! The pen that writes down faults: words looked up, numbers made whole, sources found.

use crate::faults::Faults;
use crate::figure::Figure;
use crate::figures::{self, HasFigures, Part};
use crate::sources;
use crate::walk::{SpannedTree, did_you_mean};
use demerit_regime::{Claim, Grounds};
use std::collections::BTreeMap;

/// Collects the faults of a file.
pub(crate) struct Pen<'a> {
    tree: &'a SpannedTree,
    /// Place in the file before every key, ending in a dot, where the file is part of a bundle.
    prefix: String,
    own: &'a BTreeMap<String, String>,
    pub(crate) faults: Faults,
}

impl<'a> Pen<'a> {
    pub(crate) fn new(tree: &'a SpannedTree, prefix: &str, own: &'a BTreeMap<String, String>) -> Self {
        Self { tree, prefix: prefix.to_owned(), own, faults: tree.faults() }
    }

    /// Writes down a fault.
    pub(crate) fn fault(&mut self, place: &str, message: impl Into<String>, hint: Option<String>) {
        let place = format!("{}{place}", self.prefix);
        self.faults.add(self.tree, &place, message, hint);
    }

    /// The one of `all` with this name.
    pub(crate) fn word<T: Copy>(
        &mut self,
        place: &str,
        what: &str,
        word: &str,
        all: &[(&str, T)],
    ) -> Option<T> {
        let found = all.iter().find(|one| one.0 == word).map(|one| one.1);
        if found.is_none() {
            let names: Vec<&str> = all.iter().map(|one| one.0).collect();
            let list = format!("one of: {}", names.join(", "));
            let hint = did_you_mean(word, names)
                .map_or(list.clone(), |near| format!("did you mean `{near}`? {list}"));
            self.fault(place, format!("there is no {what} `{word}`"), Some(hint));
        }
        found
    }

    /// Checks that the sources of figures exist. Figures that name none are assumptions and need none.
    /// What was never a text has the sources of the files that it was made from.
    pub(crate) fn sources_of<T: HasFigures>(&mut self, file: &T) {
        if self.tree.text().is_empty() {
            return;
        }
        for one in figures::of_file(&Part::Study, "", file) {
            if let Some(source) = one.source {
                self.source(&format!("{}.source", one.key), &source);
            }
        }
    }

    /// Checks that a source exists.
    pub(crate) fn source(&mut self, place: &str, name: &str) {
        if sources::citation(name, self.own).is_none() {
            let known =
                sources::facts().keys().map(String::as_str).chain(self.own.keys().map(String::as_str));
            let hint = did_you_mean(name, known).map_or_else(
                || {
                    "name a row of the list of facts, or add it to [sources] with what a reader would cite"
                        .to_owned()
                },
                |near| format!("did you mean `{near}`?"),
            );
            self.fault(place, format!("unknown source `{name}`"), Some(hint));
        }
    }

    /// Claim and source of a part of a regime.
    pub(crate) fn grounds(&mut self, place: &str, claim: &str, source: &str) -> Option<Grounds> {
        let all = Claim::ALL.map(|claim| (claim.name(), claim));
        let claim = self.word(&format!("{place}.claim"), "claim status", claim, &all);
        self.source(&format!("{place}.source"), source);
        let cited = sources::citation(source, self.own).map_or_else(|| source.to_owned(), |found| found.0);
        claim.map(|claim| Grounds { claim, source: cited })
    }

    /// A figure that has to be a whole number.
    pub(crate) fn whole(&mut self, place: &str, figure: &Figure) -> i32 {
        if figure.value.fract() != 0.0 {
            let near = libm::round(figure.value);
            self.fault(
                place,
                format!("{} is not a whole number", figure.value),
                Some(format!("write {near}")),
            );
        }
        libm::round(figure.value) as i32
    }

    /// Checks that no name is given twice.
    pub(crate) fn unique<'b>(&mut self, list: &str, names: impl Iterator<Item = &'b str>) {
        let mut seen: Vec<&str> = Vec::new();
        for (place, name) in names.enumerate() {
            if seen.contains(&name) {
                self.fault(
                    &format!("{list}[{place}].name"),
                    format!("`{name}` is there already"),
                    Some("give each its own name".into()),
                );
            }
            seen.push(name);
        }
    }
}
