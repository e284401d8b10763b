//! Awareness: how word of the rules spreads.

use crate::figure::Figure;
use demerit_society::reactions::awareness::Awareness;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Awareness: see `demerit_society::reactions::awareness`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AwarenessFile {
    /// Chance in a week to learn of the rules from news.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub news: Figure,
    /// Chance in a week to learn of them by talk where everybody else knows.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub talk: Figure,
}

/// Resolves it.
pub(super) fn resolve(file: &AwarenessFile) -> Awareness {
    Awareness { news: file.news.value, talk: file.talk.value }
}
