//! Filing: who knows, dares and can pay for an appeal.

use crate::figure::{Figure, values};
use demerit_kernel::Chance;
use demerit_society::remedies::filing::Filing;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Filing of appeals: see `demerit_society::remedies::filing`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FilingFile {
    /// Share of persons who know that one may appeal.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub knows: Figure,
    /// Share of those who would appeal that the highest fear keeps from it.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub daunt: Figure,
    /// Share of persons who can pay for it, by fifth of income, the poorest first.
    #[schemars(length(min = 5, max = 5), inner(range(min = 0.0, max = 1.0)))]
    pub pays: Vec<Figure>,
    /// Appeals filed per year of a wrong sanction by those who know, dare and can pay.
    #[schemars(range(min = 0.0, max = 52.0))]
    pub wronged: Figure,
    /// Appeals filed per year of any other sanction by the same.
    #[schemars(range(min = 0.0, max = 52.0))]
    pub others: Figure,
}

/// Resolves it.
pub(super) fn resolve(file: &FilingFile) -> Filing {
    Filing {
        knows: file.knows.chance(),
        daunt: file.daunt.value,
        pays: values(&file.pays).map(Chance::from_share),
        wronged: file.wronged.per_tick(),
        others: file.others.per_tick(),
    }
}
