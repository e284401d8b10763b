//! Partners: how standing counts with couples.

use crate::diagnostics::Diagnostics;
use crate::figure::Figure;
use demerit_society::consequences::partner::Partners;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Partners: see `demerit_society::consequences::partner`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PartnersFile {
    /// Factor on parting if exactly one of a couple is under a sanction.
    #[schemars(range(min = 1.0, max = 100.0))]
    pub parting: Figure,
    /// Others whom somebody alone looks at.
    #[schemars(range(min = 1.0, max = 8.0))]
    pub looks_at: Figure,
    /// Chance that somebody accepts whoever stands lower.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub accepts: Figure,
    /// Most years between partners.
    #[schemars(range(min = 0.0, max = 100.0))]
    pub apart: Figure,
}

/// Resolves it.
pub(super) fn resolve(file: &PartnersFile, diagnostics: &mut Diagnostics<'_>) -> Partners {
    let looks_at = diagnostics.whole("consequences.partners.looks_at", &file.looks_at).clamp(1, 8) as u8;
    let apart = diagnostics.whole("consequences.partners.apart", &file.apart).max(0) as u32;
    let accepts = file.accepts.chance();
    Partners { parting: file.parting.value, looks_at, accepts, apart, regard: true }
}
