//! Diagnostics: the faults that checks across the fields of a file find, each at its place.

use crate::faults::Faults;
use crate::figure::Figure;
use crate::schema_check::{Guess, NoSuch, SpannedTree};
use crate::sources;
use crate::word::Word;
use demerit_kernel::Points;
use demerit_regime::{Claim, Provenance};
use std::collections::{BTreeMap, BTreeSet};

/// How far shares that ought to add up to one may be from it.
const SLACK: f64 = 0.005;

/// Collects the faults of a file.
pub(crate) struct Diagnostics<'a> {
    tree: &'a SpannedTree,
    /// Path in the file before every key, ending in a dot, where the file is part of a bundle.
    prefix: String,
    own: &'a BTreeMap<String, String>,
    guess: Guess,
    pub(crate) faults: Faults,
}

impl<'a> Diagnostics<'a> {
    /// None yet. `own` are the sources that the file itself names.
    pub(crate) fn new(tree: &'a SpannedTree, prefix: &str, own: &'a BTreeMap<String, String>) -> Self {
        Self { tree, prefix: prefix.to_owned(), own, guess: Guess::default(), faults: tree.faults() }
    }

    /// Checks a part of a file; its faults go to those that are known of the whole, and it looks as long for
    /// what was meant as the parts before it left.
    pub(crate) fn part<R>(
        self,
        whole: &mut Faults,
        guess: &mut Guess,
        check: impl FnOnce(&mut Self) -> R,
    ) -> R {
        let mut part = Self { guess: std::mem::take(guess), faults: self.faults.beside(whole), ..self };
        let found = check(&mut part);
        *guess = part.guess;
        whole.take(part.faults);
        found
    }

    /// A hint at the candidate that was probably meant, as long as another fault is kept.
    pub(crate) fn meant<I>(&mut self, name: &str, candidates: I) -> Option<String>
    where
        I: IntoIterator,
        I::Item: AsRef<str>,
    {
        let near = if self.faults.is_full() { None } else { self.guess.near(name, candidates) };
        near.map(|near| format!("did you mean `{near}`?"))
    }

    /// Adds a fault.
    pub(crate) fn fault<'h>(
        &mut self,
        path: &str,
        message: impl Into<String>,
        hint: impl Into<Option<&'h str>>,
    ) {
        let path = format!("{}{path}", self.prefix);
        self.tree.fault(&mut self.faults, &path, message, hint.into().map(str::to_owned));
    }

    /// The place among `names`, which the file itself gives, of this one.
    pub(crate) fn name(&mut self, place: &str, kind: &str, name: &str, names: &[&str]) -> Option<usize> {
        let found = names.iter().position(|one| *one == name);
        if found.is_none() {
            let no_such = NoSuch { kind, listed_by: None };
            let is_told = !self.faults.is_full();
            let hint = is_told.then(|| no_such.hint(self.guess.near(name, names).as_deref(), names));
            self.fault(place, no_such.message(name), hint.as_deref());
        }
        found
    }

    /// Whether the file was ever a text.
    pub(crate) fn has_text(&self) -> bool {
        !self.tree.text().is_empty()
    }

    /// Checks that a source exists.
    pub(crate) fn source(&mut self, place: &str, name: &str) {
        if !sources::is_known(name, self.own) {
            let own = self.own;
            let known = sources::facts().keys().map(String::as_str).chain(own.keys().map(String::as_str));
            let near = self.meant(name, known);
            let hint = near.as_deref().unwrap_or(
                "name a row of the list of facts, or add it to [sources] with what a reader would cite",
            );
            self.fault(place, format!("unknown source `{name}`"), hint);
        }
    }

    /// Claim and source of a part of a regime.
    pub(crate) fn provenance(&mut self, place: &str, claim: Word<Claim>, source: &str) -> Provenance {
        self.source(&format!("{place}.source"), source);
        let cited = sources::citation(source, self.own).map_or_else(|| source.to_owned(), |found| found.0);
        Provenance { claim: claim.0, source: cited }
    }

    /// A figure that has to be a whole number.
    pub(crate) fn whole(&mut self, place: &str, figure: &Figure) -> i32 {
        if figure.value.fract() != 0.0 {
            let near = libm::round(figure.value);
            let message = format!("{} is not a whole number", figure.value);
            self.fault(place, message, format!("write {near}").as_str());
        }
        libm::round(figure.value) as i32
    }

    /// A figure in points.
    pub(crate) fn points(&mut self, place: &str, figure: &Figure) -> Points {
        Points(self.whole(place, figure).clamp(i32::from(i16::MIN), i32::from(i16::MAX)) as i16)
    }

    /// Checks that no name is given twice.
    pub(crate) fn unique<'b>(&mut self, list: &str, names: impl Iterator<Item = &'b str>) {
        let mut seen = BTreeSet::new();
        for (place, name) in names.enumerate() {
            if !seen.insert(name) {
                let message = format!("`{name}` is there already");
                self.fault(&format!("{list}[{place}].name"), message, "give each its own name");
            }
        }
    }

    /// Checks that shares add up to one.
    pub(crate) fn sums_to_one(&mut self, place: &str, shares: &[f64]) {
        let total: f64 = shares.iter().sum();
        if (total - 1.0).abs() > SLACK {
            self.fault(place, format!("the shares add up to {total:.4}, not to 1"), None);
        }
    }

    /// Checks that shares of one whole are not more than it.
    pub(crate) fn at_most_one(&mut self, place: &str, shares: &[f64], what: &str) {
        let total: f64 = shares.iter().sum();
        if total > 1.0 + 1e-9 {
            self.fault(place, format!("{what} add up to {total:.4}, which is more than 1"), None);
        }
    }
}

/// What a text of one part of a file resolves to, or the messages of its faults.
#[cfg(test)]
pub(crate) fn resolved<T: schemars::JsonSchema + serde::de::DeserializeOwned, R>(
    text: &str,
    resolve: impl Fn(&T, &mut Diagnostics<'_>) -> R,
) -> Result<R, Vec<String>> {
    let own = BTreeMap::new();
    let read = crate::schema_check::read::<T>(text, "part.toml");
    let checked = read.and_then(|read| {
        read.checked(|file, tree| {
            let mut diagnostics = Diagnostics::new(tree, "", &own);
            let found = resolve(file, &mut diagnostics);
            (diagnostics.faults, found)
        })
    });
    checked
        .map(|(_, found, _)| found)
        .map_err(|faults| faults.faults.into_iter().map(|fault| fault.message).collect())
}
