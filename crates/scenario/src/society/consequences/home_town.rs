//! Home town: what a refused seat leads to.

use crate::figure::Figure;
use demerit_society::consequences::home_town::HomeTown;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Home town: see `demerit_society::consequences::home_town`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HomeTownFile {
    /// Chance that somebody refused a fast train or a flight takes a slow train.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub slow: Figure,
}

/// Resolves it.
pub(super) fn resolve(file: &HomeTownFile) -> HomeTown {
    HomeTown { slow: file.slow.chance() }
}
