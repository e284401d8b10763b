//! Checks for undeclared income: how often, of whom, and what they find.

use crate::diagnostics::Diagnostics;
use crate::figure::{Figure, RateFigure};
use crate::word::{ByWord, Word};
use demerit_kernel::Chance;
use demerit_regime::{Checks, Claim, Indicator};
use demerit_society::TICKS_PER_YEAR;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Checks for undeclared income: see `demerit_regime::Checks`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChecksFile {
    /// Checks per adult and year of those whom no indicator points to.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub rate: Figure,
    #[doc = "What each indicator on file adds to that rate, as a multiple of it: `low-income`, `living-alone`, `rural`, `young`,"]
    #[doc = "`uneven-income`, `past-record`."]
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(with = "ByWord<Indicator, RateFigure>")]
    pub weights: BTreeMap<Word<Indicator>, Figure>,
    /// Chance that a check finds an undeclared income of the last year.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub finds: Figure,
    /// Chance that a check finds one that is not there.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub finds_nothing: Figure,
    /// The indicator that has to be on file for that; without it, of everybody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only: Option<Word<Indicator>>,
    /// `documented`, `reported` or `hypothetical`.
    pub claim: Word<Claim>,
    /// Where it is said.
    pub source: String,
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
    says.push_str(&format!(
        "; undeclared income is found in {}, and where there is none in {}",
        share(checks.finds),
        share(checks.finds_nothing)
    ));
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
