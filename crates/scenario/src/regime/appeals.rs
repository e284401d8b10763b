//! Appeals: how many the office takes up, how many it answers, and how often it agrees.

use crate::faults::diagnostics::Diagnostics;
use crate::figure::{Figure, Share, Within, written};
use crate::word::Word;
use demerit_kernel::Chance;
use demerit_regime::{Appeals, Burden, Claim};

written! {
    /// Appeals.
    pub struct AppealsFile {
        /// Appeals taken up in a week for each 1,000 persons.
        pub capacity: Within<0, 1000>,
        /// Share of those taken up that is never answered.
        pub silence: Share,
        /// Weeks after which an appeal is taken up in any case; without it, one may wait for ever.
        #[schemars(range(min = 0, max = 520))]
        pub within: Option<u32>,
        /// Who bears the burden of proof: `office` (as without it) or `person`.
        pub burden: Option<Word<Burden>>,
        /// Where the person bears it, the chance that somebody wronged can prove it; 1 without it.
        pub proves: Option<Share>,
        #[doc = "Chance that an answered appeal against a wrong sanction is upheld where the office bears the burden of proof."]
        pub upheld_wrong: Share,
        /// Chance that any other answered appeal is upheld.
        pub upheld_right: Share,
        /// `documented`, `reported` or `hypothetical`.
        pub claim: Word<Claim>,
        /// Where it is said.
        pub source: String,
    }
}

/// Resolves appeals; `sanctions` says whether there is anything to appeal against.
pub(super) fn resolve(written: &AppealsFile, sanctions: bool, diagnostics: &mut Diagnostics<'_>) -> Appeals {
    if !sanctions {
        let message = "there are appeals, but neither a list nor a sanction to appeal against";
        let hint = "add [list], write sanction = true in a tier, or remove [appeals]";
        diagnostics.fault("appeals", message, hint);
    }
    Appeals {
        within: written.within,
        burden: written.burden.map_or(Burden::Office, |word| word.0),
        proves: written.proves.as_deref().map_or(Chance::ONE, Figure::chance),
        capacity_milli: libm::round(written.capacity.value * 1000.0) as u32,
        silence: written.silence.chance(),
        upheld_wrong: written.upheld_wrong.chance(),
        upheld_right: written.upheld_right.chance(),
        provenance: diagnostics.provenance("appeals", written.claim, &written.source),
    }
}

/// What they do, in a sentence.
pub(super) fn says(appeals: &Appeals) -> String {
    format!("{:.0} % of appeals taken up are never answered", 100.0 * appeals.silence.value())
}
