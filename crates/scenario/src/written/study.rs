//! A study file: one society, worlds with their regimes over time, a span, a seed, what is kept.

use super::{RegimeFile, SocietyFile};
use crate::figure::Figure;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A study.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StudyFile {
    /// Name: that of the run folder.
    #[schemars(length(min = 1, max = 60), pattern("^[a-z0-9][a-z0-9-]*$"))]
    pub name: String,
    /// Title for people.
    #[schemars(length(min = 1, max = 200))]
    pub title: String,
    /// What it asks, in a few sentences.
    #[schemars(length(min = 1, max = 4000))]
    pub about: String,
    /// The society: a name in the catalogue, or the path of a file, relative to this one.
    pub society: String,
    /// Persons.
    #[schemars(range(min = 1, max = 1500000000))]
    pub persons: u32,
    /// Calendar year of the first week.
    #[schemars(range(min = 1000, max = 3000))]
    pub start_year: i32,
    /// Years; a year has 52 weeks, a week is a tick.
    #[schemars(range(min = 0.0, max = 600.0))]
    pub years: f64,
    /// Seed of all luck.
    #[schemars(range(min = 0, max = 9007199254740991u64))]
    pub seed: u64,
    /// Persons whose lives are kept event by event.
    #[serde(default = "thousand")]
    #[schemars(range(min = 0, max = 100000))]
    pub cohort: u32,
    /// Weeks between two readings of the measures.
    #[serde(default = "four")]
    #[schemars(range(min = 1, max = 52))]
    pub measure_every: u32,
    /// Measures wanted; all of them unless named here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<String>,
    /// Mechanisms switched off (`spillover = false`) in every world; all are on unless it is said.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub mechanisms: BTreeMap<String, bool>,
    /// How strong the safeguards are that worlds name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub safeguards: Option<SafeguardsFile>,
    /// The worlds, the one of interest first, its twin after it; further ones are compared with the same twin.
    #[schemars(length(min = 1, max = 60))]
    pub worlds: Vec<WorldFile>,
}

const fn thousand() -> u32 {
    1000
}

const fn four() -> u32 {
    4
}

/// A world.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WorldFile {
    /// Name.
    #[schemars(length(min = 1, max = 40), pattern("^[a-z0-9][a-z0-9-]*$"))]
    pub name: String,
    /// Title for people; the name unless it is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 120))]
    pub title: Option<String>,
    /// Mechanisms switched off or on in this world alone.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub mechanisms: BTreeMap<String, bool>,
    /// Safeguards in force in this world, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub safeguards: Vec<String>,
    /// Persons, which have to be those of the study: twins are the same persons.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 1500000000))]
    pub persons: Option<u32>,
    /// Which regime comes into force where and when.
    #[schemars(length(min = 1, max = 50))]
    pub rollout: Vec<RolloutFile>,
}

/// How strong the safeguards are: see `demerit_regime::Safeguards`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct SafeguardsFile {
    /// Weeks within which an appeal is answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1.0, max = 520.0))]
    pub answer_weeks: Option<Figure>,
    /// Chance that a human review decides wrongly.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0.0, max = 1.0))]
    pub review_error: Option<Figure>,
    /// Weeks after which points and listings are over.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 4.0, max = 5200.0))]
    pub expiry_weeks: Option<Figure>,
    /// What a higher threshold divides the rate of false matches by.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1.0, max = 10000.0))]
    pub threshold_divides: Option<Figure>,
    /// What a higher threshold adds to the share of misses.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0.0, max = 1.0))]
    pub threshold_misses: Option<Figure>,
}

/// From a year on, a regime is in force in some cities or everywhere.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RolloutFile {
    /// Name of the phase that begins.
    #[schemars(length(min = 1, max = 40))]
    pub phase: String,
    /// Years after the start.
    #[schemars(range(min = 0.0, max = 600.0))]
    pub from_year: f64,
    /// The regime: a name in the catalogue, or the path of a file.
    pub regime: String,
    /// Cities by name (`c001` is the largest); everywhere unless `cities` or `pilots` says otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1))]
    pub cities: Option<Vec<String>>,
    /// So many cities, evenly spread over the ranks of size.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 5000))]
    pub pilots: Option<u32>,
}

/// A study with everything that it names: one text with which a run can be repeated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BundleFile {
    /// The study.
    pub study: StudyFile,
    /// Its society.
    pub society: SocietyFile,
    /// Its regimes, by the name that the study gives them.
    pub regimes: BTreeMap<String, RegimeFile>,
}
