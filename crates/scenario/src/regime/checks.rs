//! Checks for undeclared income: how often, of whom, and what they find.

use crate::faults::diagnostics::Diagnostics;
use crate::figure::{Figure, RateFigure, Share, written};
use crate::word::{ByWord, Word};
use demerit_kernel::Chance;
use demerit_regime::{Checks, Claim, Indicator};
use demerit_society::TICKS_PER_YEAR;
use std::collections::BTreeMap;

written! {
    /// Checks for undeclared income: see `demerit_regime::Checks`.
    pub struct ChecksFile {
        /// Checks per adult and year of those whom no indicator points to.
        pub rate: Share,
        #[doc = "What each indicator on file adds to that rate, as a multiple of it: `low-income`, `living-alone`, `rural`, `young`,"]
        #[doc = "`uneven-income`, `past-record`."]
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        #[schemars(with = "ByWord<Indicator, RateFigure>")]
        pub weights: BTreeMap<Word<Indicator>, Figure>,
        /// Chance that a check finds an undeclared income of the last year.
        pub finds: Share,
        /// Chance that a check finds one that is not there.
        pub finds_nothing: Share,
        /// The indicator that has to be on file for that; without it, of everybody.
        pub only: Option<Word<Indicator>>,
        /// `documented`, `reported` or `hypothetical`.
        pub claim: Word<Claim>,
        /// Where it is said.
        pub source: String,
    }
}

/// Resolves the checks.
pub(super) fn resolve(written: &ChecksFile, diagnostics: &mut Diagnostics<'_>) -> Checks {
    let mut weights = [0.0; Indicator::COUNT];
    for (indicator, weight) in &written.weights {
        weights[indicator.0.index()] = weight.value;
    }
    Checks {
        base: written.rate.per_tick(),
        weights,
        finds: written.finds.chance(),
        finds_nothing: written.finds_nothing.chance(),
        only: written.only.map(|word| word.0),
        provenance: diagnostics.provenance("checks", written.claim, &written.source),
    }
}

/// What they do, in a sentence.
pub(super) fn says(checks: &Checks) -> String {
    let yearly = -libm::log1p(-checks.base.value()) * f64::from(TICKS_PER_YEAR);
    let mut says = format!("{} checks of an adult and year", libm::round(10_000.0 * yearly) / 10_000.0);
    let weights = Indicator::ALL.into_iter().zip(checks.weights).filter(|(_, weight)| *weight > 0.0);
    let more: Vec<String> = weights.map(|(one, weight)| format!("{one} (+{weight} times)")).collect();
    if !more.is_empty() {
        says.push_str(&format!(", more with {}", more.join(", ")));
    }
    let share = |chance: Chance| format!("{:.0} %", 100.0 * chance.value());
    let [found, alleged] = [checks.finds, checks.finds_nothing].map(share);
    says.push_str(&format!("; undeclared income is found in {found}, and where there is none in {alleged}"));
    if let Some(only) = checks.only {
        says.push_str(&format!(" of those with {only}"));
    }
    says
}

#[cfg(test)]
mod tests {
    use crate::regime::tests::said;

    #[test]
    fn how_often_of_whom_and_what_they_find_is_said() {
        assert_eq!(
            said("income-averaging", "checks"),
            [
                "checks for undeclared income: 0.03 checks of an adult and year, more with low-income (+2 times), uneven-income \
              (+3 times); undeclared income is found in 70 %, and where there is none in 60 % of those with uneven-income"
            ]
        );
    }
}
