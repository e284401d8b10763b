//! The climate of opinion: how much what others say counts.

use crate::figure::Figure;
use demerit_society::reactions::silence::Silence;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The climate of opinion: see `demerit_society::reactions::silence`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SilenceFile {
    /// Change of the willingness to post critically for each unit of climate above the usual.
    #[schemars(range(min = 0.0, max = 50.0))]
    pub slope: Figure,
    /// Share of critical posts among those with a stance where nobody is silenced.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub usual: Figure,
    /// Weeks of memory.
    #[schemars(range(min = 1.0, max = 520.0))]
    pub memory: Figure,
}

/// Resolves it.
pub(super) fn resolve(file: &SilenceFile) -> Silence {
    Silence { slope: file.slope.value, usual: file.usual.value, memory: file.memory.rounded() }
}
