//! The watching side of a society file: channels, recognition of faces, joined files, attention.

use crate::figure::Figure;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A channel of watching: see `demerit_society::watching`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChannelFile {
    /// Which channel.
    pub channel: String,
    /// What it looks at.
    #[schemars(length(min = 1))]
    pub matters: Vec<String>,
    /// What it covers: `deeds` (a share of all), `app-users` or `city-cameras`.
    pub covers: String,
    /// Share of all deeds that it covers, where it covers `deeds`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0.0, max = 1.0))]
    pub share: Option<Figure>,
    /// Share of what it covers that it misses.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub miss: Figure,
    /// Share of what it sees that is ascribed to somebody mistaken for the person; 0 if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0.0, max = 1.0))]
    pub wrong_person: Option<Figure>,
    /// Share of what it sees that is ascribed to somebody whose file was joined by error.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub wrong_join: Figure,
    /// Entries by a false match with nothing behind them, per person and year; 0 if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0.0, max = 52.0))]
    pub false_match: Option<Figure>,
    /// Entries by a clerk's error with nothing behind them, per person and year.
    #[schemars(range(min = 0.0, max = 52.0))]
    pub clerk: Figure,
}

/// How cameras tell who it was: see `demerit_society::watching::identification`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IdentificationFile {
    /// Persons for each of whom one is falsely matched, in one comparison: the false match rate is 1 over this.
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

/// How files are joined: see `demerit_society::watching::joined_files`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct JoinedFilesFile {
    /// Persons who bear one name.
    #[schemars(range(min = 2.0, max = 64.0))]
    pub group: Figure,
}

/// How far watching follows past records: see `demerit_society::watching::attention`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AttentionFile {
    /// Share of watching that follows past records.
    #[schemars(range(min = 0.0, max = 0.9))]
    pub share: Figure,
    /// Weeks over which past entries are smoothed.
    #[schemars(range(min = 1.0, max = 520.0))]
    pub weeks: Figure,
}
