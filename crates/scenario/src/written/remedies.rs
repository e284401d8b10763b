//! The part of a society file about what people can do against a sanction. Every table may be left out; then that part does not exist.
//!
//! Model: see `demerit_society::remedies::filing` and `demerit_society::remedies::correction`. Symbols: with each field. Source(s): with each figure.
//! Leaves out: the office that hears appeals, which is the regime's.

use crate::figure::Figure;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Remedies against a sanction.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RemediesFile {
    /// Who appeals; without it nobody does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filing: Option<FilingFile>,
    /// How far a correction reaches; without it there is one file only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<CorrectionFile>,
}

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
