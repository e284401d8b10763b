//! Forgetting: the distance of a score to the start shrinks step by step.

use crate::figure::Figure;
use demerit_regime::Forgetting;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Forgetting: the distance to the start shrinks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ForgettingFile {
    /// Weeks between two steps.
    #[schemars(range(min = 1, max = 520))]
    pub every: u32,
    /// Share of the distance that goes in a step.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub share: Figure,
}

/// Resolves how the score forgets.
pub(super) fn resolve(written: &ForgettingFile) -> Forgetting {
    Forgetting { every: written.every, share: written.share.chance() }
}
