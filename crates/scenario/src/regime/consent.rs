//! Consent: only those who enrol have a score.

use crate::faults::diagnostics::Diagnostics;
use crate::figure::{Share, written};
use crate::word::Word;
use demerit_regime::{Claim, Consent, Scale, Tiers};

written! {
    /// Consent: only who enrols has a score.
    pub struct ConsentFile {
        /// Share of persons who are enrolled.
        pub share: Share,
        /// `documented`, `reported` or `hypothetical`.
        pub claim: Word<Claim>,
        /// Where it is said.
        pub source: String,
    }
}

/// Resolves consent to a score on this scale and with these tiers.
pub(super) fn resolve(
    written: &ConsentFile,
    scale: Option<Scale>,
    tiers: &Tiers,
    diagnostics: &mut Diagnostics<'_>,
) -> Consent {
    match scale {
        None => diagnostics.fault("consent", "there is no score to consent to", "add [scale]"),
        Some(scale) if tiers.sanctions(tiers.of(scale.start)) => {
            let message =
                "whoever does not enrol would be under the sanction of the tier that the start lies in";
            diagnostics.fault("consent", message, "raise the start, or make that tier no sanction");
        }
        Some(_) => {}
    }
    Consent {
        share: written.share.chance(),
        provenance: diagnostics.provenance("consent", written.claim, &written.source),
    }
}

/// What it does, in a sentence.
pub(super) fn says(consent: &Consent) -> String {
    format!("{:.0} % of all persons are enrolled by consent", 100.0 * consent.share.value())
}

#[cfg(test)]
mod tests {
    use crate::regime::tests::said;

    #[test]
    fn the_share_that_is_enrolled_is_said() {
        assert_eq!(said("osmanthus", "consent"), ["consent: 50 % of all persons are enrolled by consent"]);
        assert_eq!(said("income-averaging", "consent"), Vec::<String>::new());
    }
}
