//! Reactions, a table of the society file: what people make of being watched. Each table in it is a mechanism; a table that is left out does nothing.

use crate::figure::Figure;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What people make of being watched: see `demerit_society::reactions`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReactionsFile {
    /// How word of the rules spreads; without it everybody knows them from the first week.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub awareness: Option<AwarenessFile>,
    /// The climate of opinion; without it nobody minds what others say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub silence: Option<SilenceFile>,
    /// Readers by class of writing; without it nobody counts them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<AudienceFile>,
    /// Care for others; without it nobody holds back for their sake.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub care: Option<CareFile>,
    /// Hiding from apps; without it nobody hides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hiding: Option<HidingFile>,
    /// How safe people feel; without it nobody is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub safety: Option<SafetyFile>,
}

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

/// Readers of accounts: see `demerit_society::reactions::account`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AudienceFile {
    /// Readers of an ordinary writer.
    #[schemars(range(min = 0.0, max = 1e9))]
    pub ordinary: Figure,
    /// Readers of a prolific writer.
    #[schemars(range(min = 0.0, max = 1e9))]
    pub prolific: Figure,
    /// Readers of a public voice.
    #[schemars(range(min = 0.0, max = 1e9))]
    pub voice: Figure,
}

/// Care for others: see `demerit_society::reactions::care_for_others`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CareFile {
    /// Chance to withhold a post where others together would lose as much as oneself.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub care: Figure,
    /// Friends whom one has in mind.
    #[schemars(range(min = 0.0, max = 200.0))]
    pub friends: Figure,
}

/// Hiding from apps: see `demerit_society::reactions::adaptation`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HidingFile {
    /// Chance to begin to hide when frightened, or when points are lost for what an app saw.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub starts: Figure,
    /// Mean weeks in hiding.
    #[schemars(range(min = 1.0, max = 5200.0))]
    pub weeks: Figure,
}

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
