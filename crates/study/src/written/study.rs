//! A study file: one society, worlds with their regimes over time, a span, a seed, what is kept.

use super::{RegimeFile, SocietyFile};
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
    /// The worlds, the one of interest first, its twin after it.
    #[schemars(length(min = 1, max = 2))]
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
    /// Which regime comes into force where and when.
    #[schemars(length(min = 1, max = 50))]
    pub rollout: Vec<RolloutFile>,
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
