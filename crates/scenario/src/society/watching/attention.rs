//! Attention: how far watching follows past records.

use crate::diagnostics::Diagnostics;
use crate::figure::Figure;
use demerit_society::watching::attention::Attention;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How far watching follows past records: see `demerit_society::watching::attention`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AttentionFile {
    /// Share of watching that follows past records.
    #[schemars(range(min = 0.0, max = 0.9))]
    pub share: Figure,
    /// Weeks over which past entries are smoothed.
    #[schemars(range(min = 1.0, max = 520.0))]
    pub weeks: Figure,
}

/// Resolves it.
pub(in crate::society) fn resolve(file: &AttentionFile, diagnostics: &mut Diagnostics<'_>) -> Attention {
    Attention {
        share: file.share.value,
        weeks: diagnostics.whole("attention.weeks", &file.weeks).max(1) as u32,
    }
}
