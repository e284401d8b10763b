//! Leaving: how often people move away and come back.

use crate::figure::Figure;
use demerit_society::consequences::migration::Migration;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Leaving: see `demerit_society::consequences::migration`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LeavingFile {
    /// Moves away per year of a sanction by tier, by those who know the rules.
    #[schemars(range(min = 0.0, max = 52.0))]
    pub leaves: Figure,
    /// Returns per year of being away.
    #[schemars(range(min = 0.0, max = 52.0))]
    pub returns: Figure,
}

/// Resolves it.
pub(super) fn resolve(file: &LeavingFile) -> Migration {
    Migration { leaves: file.leaves.per_tick(), returns: file.returns.per_tick() }
}
