//! Felt safety: how safe people say they feel.

use crate::figure::Figure;
use demerit_society::reactions::benefits::FeltSafety;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How safe people feel: see `demerit_society::reactions::benefits`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SafetyFile {
    /// Share who feel safe where nobody does anything wrong.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub base: Figure,
    /// What one violation per person and year in the neighbourhood takes from it.
    #[schemars(range(min = 0.0, max = 10.0))]
    pub slope: Figure,
    /// Weeks of memory.
    #[schemars(range(min = 1.0, max = 520.0))]
    pub memory: Figure,
}

/// Resolves it.
pub(super) fn resolve(file: &SafetyFile) -> FeltSafety {
    FeltSafety { base: file.base.value, slope: file.slope.value, memory: file.memory.rounded() }
}
