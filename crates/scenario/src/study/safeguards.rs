//! Safeguards of a study: how strong they are, and which are in force in a world.

use crate::faults::diagnostics::Diagnostics;
use crate::figure::{Figure, Share, Within, written};
use crate::word::Word;
use demerit_regime::{Regime, Safeguard, Safeguards};

written! {
    /// How strong the safeguards are: see `demerit_regime::Safeguards`.
    #[derive(Default)]
    pub struct SafeguardsFile {
        /// Weeks within which an appeal is answered.
        pub answer_weeks: Option<Within<1, 520>>,
        /// Chance that a human review decides wrongly.
        pub review_error: Option<Share>,
        /// Weeks after which points and listings are over.
        pub expiry_weeks: Option<Within<4, 5200>>,
        /// What a higher threshold divides the rate of false matches by.
        pub threshold_divides: Option<Within<1, 10_000>>,
        /// What a higher threshold adds to the share of misses.
        pub threshold_misses: Option<Share>,
    }
}

/// Those in force, with the strengths of the study.
pub(super) fn resolve(file: Option<&SafeguardsFile>, in_force: &[Word<Safeguard>]) -> Safeguards {
    let mut safeguards = Safeguards::default();
    if let Some(file) = file {
        let number = |figure: Option<&Figure>, usual: f64| figure.map_or(usual, |one| one.value);
        let whole = |figure: Option<&Figure>, usual: u32| figure.map_or(usual, Figure::rounded);
        safeguards.answer_weeks = whole(file.answer_weeks.as_deref(), safeguards.answer_weeks);
        safeguards.expiry_weeks = whole(file.expiry_weeks.as_deref(), safeguards.expiry_weeks);
        safeguards.review_error =
            file.review_error.as_deref().map_or(safeguards.review_error, Figure::chance);
        safeguards.threshold_divides =
            number(file.threshold_divides.as_deref(), safeguards.threshold_divides);
        safeguards.threshold_misses = number(file.threshold_misses.as_deref(), safeguards.threshold_misses);
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
            let message = format!("`{safeguard}` has nothing to guard: regime `{}` {why}", regime.name);
            diagnostics.fault(&format!("{place}[{at}]"), message, "remove it, or name a regime that has");
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
