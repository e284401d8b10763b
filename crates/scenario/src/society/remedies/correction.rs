//! Correction: how far one reaches.

use crate::diagnostics::Diagnostics;
use crate::figure::Figure;
use demerit_society::remedies::correction::Correction;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Reach of a correction: see `demerit_society::remedies::correction`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CorrectionFile {
    /// Files that hold a copy of a record.
    #[schemars(range(min = 0.0, max = 8.0))]
    pub copies: Figure,
    /// Chance that a copy is corrected too.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub reaches: Figure,
    /// Exchanges of a copy with the record per year.
    #[schemars(range(min = 0.0, max = 52.0))]
    pub exchange: Figure,
}

/// Resolves it.
pub(super) fn resolve(file: &CorrectionFile, diagnostics: &mut Diagnostics<'_>) -> Correction {
    Correction {
        copies: diagnostics.whole("remedies.correction.copies", &file.copies).clamp(0, 8) as u8,
        reaches: file.reaches.chance(),
        exchange: file.exchange.per_tick(),
    }
}
