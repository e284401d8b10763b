//! Identification: how cameras tell who it was.

use crate::diagnostics::Diagnostics;
use crate::figure::{Figure, values};
use demerit_society::watching::identification::{Identification, LOOKS};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How cameras tell who it was: see `demerit_society::watching::identification`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IdentificationFile {
    #[doc = "Persons for each of whom one is falsely matched, in one comparison: the false match rate is 1 over this."]
    #[schemars(range(min = 1000.0, max = 1e12))]
    pub comparisons_per_false_match: Figure,
    /// Share of households in each of three looks groups, from the one least often mistaken.
    #[schemars(length(min = 3, max = 3), inner(range(min = 0.0, max = 1.0)))]
    pub looks: Vec<Figure>,
    /// False matches of the last looks group for each of the first.
    #[schemars(range(min = 1.0, max = 1000.0))]
    pub looks_ratio: Figure,
    /// False matches of women for each of men.
    #[schemars(range(min = 0.1, max = 10.0))]
    pub women_ratio: Figure,
    /// False alarms with nothing behind them, per person and year.
    #[schemars(range(min = 0.0, max = 52.0))]
    pub false_alarms: Figure,
}

/// Resolves it.
pub(in crate::society) fn resolve(
    file: &IdentificationFile,
    diagnostics: &mut Diagnostics<'_>,
) -> Identification {
    let looks: [f64; LOOKS] = values(&file.looks);
    diagnostics.sums_to_one("identification.looks", &looks);
    Identification {
        false_match: 1.0 / file.comparisons_per_false_match.value,
        looks,
        looks_ratio: file.looks_ratio.value,
        women_ratio: file.women_ratio.value,
        false_alarms: file.false_alarms.value,
    }
}
