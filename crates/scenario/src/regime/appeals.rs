//! Appeals: how many the office takes up, how many it answers, and how often it agrees.

use crate::diagnostics::Diagnostics;
use crate::figure::Figure;
use crate::word::Word;
use demerit_kernel::Chance;
use demerit_regime::{Appeals, Burden, Claim};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Appeals.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AppealsFile {
    /// Appeals taken up in a week for each 1,000 persons.
    #[schemars(range(min = 0.0, max = 1000.0))]
    pub capacity: Figure,
    /// Share of those taken up that is never answered.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub silence: Figure,
    /// Weeks after which an appeal is taken up in any case; without it, one may wait for ever.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0, max = 520))]
    pub within: Option<u32>,
    /// Who bears the burden of proof: `office` (as without it) or `person`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub burden: Option<Word<Burden>>,
    /// Where the person bears it, the chance that somebody wronged can prove it; 1 without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0.0, max = 1.0))]
    pub proves: Option<Figure>,
    #[doc = "Chance that an answered appeal against a wrong sanction is upheld where the office bears the burden of proof."]
    #[schemars(range(min = 0.0, max = 1.0))]
    pub upheld_wrong: Figure,
    /// Chance that any other answered appeal is upheld.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub upheld_right: Figure,
    /// `documented`, `reported` or `hypothetical`.
    pub claim: Word<Claim>,
    /// Where it is said.
    pub source: String,
}

/// Resolves appeals; `sanctions` says whether there is anything to appeal against.
pub(super) fn resolve(written: &AppealsFile, sanctions: bool, diagnostics: &mut Diagnostics<'_>) -> Appeals {
    if !sanctions {
        diagnostics.fault(
            "appeals",
            "there are appeals, but neither a list nor a sanction to appeal against",
            "add [list], write sanction = true in a tier, or remove [appeals]",
        );
    }
    Appeals {
        within: written.within,
        burden: written.burden.map_or(Burden::Office, |word| word.0),
        proves: written.proves.as_ref().map_or(Chance::ONE, Figure::chance),
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
