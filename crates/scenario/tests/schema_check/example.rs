//! A small file for the tests of the check: it has every kind of value that the files of this repository
//! have.

use demerit_scenario::figure::{Figure, RateFigure, ShareFigure};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A file without a fault.
pub(super) const RIGHT: &str = r#"name = "small-town"

[scale]
start = 1000
tiers = ["low", "high"]
walls = [0, 2000]

[[rules]]
deed = "pay-late"
points = -10
rate = 0.5

[[rules]]
deed = "help"
rate = 2
weeks = 26

[coverage]
camera = { value = 0.4, range = [0.3, 0.5], source = "cameras" }
"#;

/// A file with a name, a scale, rules and coverages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ExampleFile {
    #[schemars(length(min = 1, max = 20), pattern("^[a-z0-9][a-z0-9-]*$"))]
    pub(super) name: String,
    pub(super) scale: ExampleScale,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) rules: Vec<ExampleRule>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(with = "BTreeMap<String, ShareFigure>")]
    pub(super) coverage: BTreeMap<String, Figure>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) costs: Option<ExampleCosts>,
}

/// The scale of the score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ExampleScale {
    #[schemars(range(min = -30000, max = 30000))]
    pub(super) start: i32,
    #[schemars(length(min = 1))]
    pub(super) tiers: Vec<String>,
    pub(super) walls: [f64; 2],
    #[serde(default)]
    pub(super) open: bool,
}

/// A rule.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ExampleRule {
    pub(super) deed: Conduct,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = -100, max = 100))]
    pub(super) points: Option<i16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0.0, max = 1.0))]
    pub(super) noticed: Option<Figure>,
    #[schemars(range(min = 0.0))]
    pub(super) rate: Figure,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0.0, max = 52.0))]
    pub(super) weeks: Option<Figure>,
}

/// What a person can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Conduct {
    BuyAlcohol,
    PayLate,
    /// Help someone.
    Help,
}

/// What something costs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ExampleCosts {
    #[schemars(with = "BTreeMap<String, RateFigure>")]
    pub(super) fees: BTreeMap<String, Figure>,
}
