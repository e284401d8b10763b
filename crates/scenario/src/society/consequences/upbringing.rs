//! Upbringing: what a childhood leaves.

use crate::diagnostics::Diagnostics;
use crate::figure::Figure;
use demerit_society::consequences::upbringing::Upbringing;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Upbringing: see `demerit_society::consequences::upbringing`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UpbringingFile {
    /// Elasticity of income between parents and children.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub elasticity: Figure,
    /// Standard deviations of the logarithm of income that a place at a better school is worth.
    #[schemars(range(min = 0.0, max = 2.0))]
    pub school: Figure,
    /// Most places that count, up or down.
    #[schemars(range(min = 0.0, max = 100.0))]
    pub most: Figure,
}

/// Resolves it.
pub(super) fn resolve(file: &UpbringingFile, diagnostics: &mut Diagnostics<'_>) -> Upbringing {
    let most = diagnostics.whole("consequences.upbringing.most", &file.most).clamp(0, 100) as i8;
    Upbringing { beta: file.elasticity.value, gain: file.school.value, most, standing: true }
}
