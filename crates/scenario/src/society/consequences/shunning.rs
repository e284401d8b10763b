//! Shunning: how ties are cut and heal.

use crate::figure::Figure;
use demerit_society::consequences::shunning::Shunning;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Shunning: see `demerit_society::consequences::shunning`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ShunningFile {
    /// Chance that a friend or colleague cuts the tie when a sanction falls.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub cut: Figure,
    /// Times a year that cut ties heal once the sanction is over.
    #[schemars(range(min = 0.0, max = 52.0))]
    pub heals: Figure,
}

/// Resolves it.
pub(super) fn resolve(file: &ShunningFile) -> Shunning {
    Shunning { cut: file.cut.chance(), heals: file.heals.per_tick() }
}
