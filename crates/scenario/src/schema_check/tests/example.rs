//! A small scenario file for the tests of the check: it has every kind of value that the check knows.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::figure::{Figure, ShareFigure};

/// A file without a fault.
pub(super) const RIGHT: &str = r#"name = "small-town"
review = { every = 4 }

[scale]
start = 1000
tiers = ["low", "high"]
walls = [0, 2000]

[[rules]]
kind = "deed"
deed = "pay-late"
points = -10
rate = 0.5

[[rules]]
kind = "decay"
weeks = 26

[coverage]
camera = { value = 0.4, range = [0.3, 0.5], source = "cameras" }
"#;

/// A file with a name, a scale, rules and gates.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Scenario {
    #[schemars(length(min = 1, max = 20), pattern("^[a-z0-9][a-z0-9-]*$"))]
    pub(super) name: String,
    pub(super) scale: Scale,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) rules: Vec<Rule>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(with = "BTreeMap<String, ShareFigure>")]
    pub(super) coverage: BTreeMap<String, Figure>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) review: Option<Review>,
}

/// The scale of the score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Scale {
    pub(super) start: i32,
    #[schemars(length(min = 1), extend("uniqueItems" = true))]
    pub(super) tiers: Vec<String>,
    pub(super) walls: [f64; 2],
    #[serde(default)]
    pub(super) open: bool,
}

/// A rule of one of two kinds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum Rule {
    /// Points for a deed.
    Deed {
        deed: Deed,
        #[schemars(range(min = -100, max = 100))]
        points: i16,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schemars(range(min = 0.0, max = 1.0))]
        noticed: Option<Figure>,
        #[schemars(extend("exclusiveMinimum" = 0))]
        rate: Figure,
    },
    /// Points that wear off.
    Decay(Decay),
}

/// Points that wear off.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Decay {
    #[schemars(range(min = 0.0, max = 52.0))]
    pub(super) weeks: Figure,
}

/// What a person can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Deed {
    BuyAlcohol,
    PayLate,
    /// Help someone.
    Help,
}

/// When scores are looked at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum Review {
    /// At once.
    Immediate,
    /// Every so many weeks.
    Every(u8),
    /// On request.
    Request { fee: f64 },
}
