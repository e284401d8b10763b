//! Safeguards of a study: how strong they are, and which are in force in a world.

use crate::diagnostics::Diagnostics;
use crate::figure::Figure;
use crate::word::Word;
use demerit_kernel::Chance;
use demerit_regime::{Regime, Safeguard, Safeguards};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How strong the safeguards are: see `demerit_regime::Safeguards`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct SafeguardsFile {
    /// Weeks within which an appeal is answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1.0, max = 520.0))]
    pub answer_weeks: Option<Figure>,
    /// Chance that a human review decides wrongly.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0.0, max = 1.0))]
    pub review_error: Option<Figure>,
    /// Weeks after which points and listings are over.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 4.0, max = 5200.0))]
    pub expiry_weeks: Option<Figure>,
    /// What a higher threshold divides the rate of false matches by.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1.0, max = 10000.0))]
    pub threshold_divides: Option<Figure>,
    /// What a higher threshold adds to the share of misses.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0.0, max = 1.0))]
    pub threshold_misses: Option<Figure>,
}

/// Those in force, with the strengths of the study.
pub(super) fn resolve(file: Option<&SafeguardsFile>, in_force: &[Word<Safeguard>]) -> Safeguards {
    let mut safeguards = Safeguards::default();
    if let Some(file) = file {
        let whole = |figure: &Option<Figure>, usual: u32| figure.as_ref().map_or(usual, Figure::rounded);
        let number = |figure: &Option<Figure>, usual: f64| figure.as_ref().map_or(usual, |one| one.value);
        safeguards.answer_weeks = whole(&file.answer_weeks, safeguards.answer_weeks);
        safeguards.expiry_weeks = whole(&file.expiry_weeks, safeguards.expiry_weeks);
        safeguards.review_error =
            Chance::from_share(number(&file.review_error, safeguards.review_error.value()));
        safeguards.threshold_divides = number(&file.threshold_divides, safeguards.threshold_divides);
        safeguards.threshold_misses = number(&file.threshold_misses, safeguards.threshold_misses);
    }
    in_force.iter().map(|word| word.0).fold(safeguards, Safeguards::with)
}

/// Checks that some of a world's regimes has something for each to guard.
pub(super) fn check(
    place: &str,
    in_force: &[Word<Safeguard>],
    regimes: &[&Regime],
    diagnostics: &mut Diagnostics<'_>,
) {
    for (at, safeguard) in in_force.iter().enumerate() {
        let found: Option<Vec<_>> = regimes
            .iter()
            .map(|regime| regime.can_have(safeguard.0).err().map(|why| (regime, why)))
            .collect();
        if let Some((regime, why)) = found.as_ref().and_then(|none| none.last()) {
            diagnostics.fault(
                &format!("{place}[{at}]"),
                format!("`{safeguard}` has nothing to guard: regime `{}` {why}", regime.name),
                "remove it, or name a regime that has",
            );
        }
    }
}

/// All safeguards: the name of each, and what it does in a sentence.
#[must_use]
pub fn rows() -> Vec<(&'static str, &'static str)> {
    Safeguard::ALL.into_iter().map(|one| (one.name(), one.says())).collect()
}

#[cfg(test)]
mod tests {
    use crate::study::tests::told;

    /// What is wrong with the catalogue's study where its twin asks for a safeguard.
    fn faults(safeguard: &str) -> Vec<String> {
        let twin = "name = \"twin\"\n";
        told(twin, &format!("{twin}safeguards = [\"{safeguard}\"]\n"))
    }

    #[test]
    fn a_safeguard_with_nothing_to_guard_is_refused() {
        let told = faults("no-spillover");
        assert_eq!(
            told,
            ["`no-spillover` has nothing to guard: regime `courts-only` passes no points on along ties"]
        );
        assert_eq!(faults("answer-in-time"), [""; 0], "the courts hear appeals");
    }
}
