//! Parts of a regime file beyond rules and gates: points by the score, consent, checks, and a company's score that feeds in.

use crate::figure::Figure;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Points of a rule at a score; linear between two scores, flat outside.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PointsAtFile {
    /// The score.
    #[schemars(range(min = -30000, max = 30000))]
    pub score: i32,
    /// The points of a rule there.
    #[schemars(range(min = -10000.0, max = 10000.0))]
    pub points: Figure,
}

/// Months in which points lost at a score come back; linear between two scores, flat outside.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RecoversAtFile {
    /// The score before the loss.
    #[schemars(range(min = -30000, max = 30000))]
    pub score: i32,
    /// Months until all of it is back.
    #[schemars(range(min = 0.25, max = 600.0))]
    pub months: Figure,
}

/// Consent: only who enrols has a score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsentFile {
    /// Share of persons who are enrolled.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub share: Figure,
    /// `documented`, `reported` or `hypothetical`.
    pub claim: String,
    /// Where it is said.
    pub source: String,
}

/// Checks for undeclared income: see `demerit_regime::Checks`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChecksFile {
    /// Checks per adult and year of those whom no indicator points to.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub rate: Figure,
    /// What each indicator on file adds to that rate, as a multiple of it: `low-income`, `living-alone`, `rural`, `young`,
    /// `uneven-income`, `past-record`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(with = "BTreeMap<String, crate::figure::RateFigure>")]
    pub weights: BTreeMap<String, Figure>,
    /// Chance that a check finds an undeclared income of the last year.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub finds: Figure,
    /// Chance that a check finds one that is not there.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub finds_nothing: Figure,
    /// The indicator that has to be on file for that; without it, of everybody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only: Option<String>,
    /// `documented`, `reported` or `hypothetical`.
    pub claim: String,
    /// Where it is said.
    pub source: String,
}

/// A company's score that feeds this one: see `demerit_regime::Feed`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FeedFile {
    /// The regime of the company, by its name in the catalogue or by a path.
    #[schemars(length(min = 1))]
    pub regime: String,
    /// Weeks between two steps.
    #[schemars(range(min = 1, max = 520))]
    pub every: u32,
    /// Bands of the company's score, lowest first, and the points that each brings in a step.
    #[schemars(length(min = 1, max = 16))]
    pub bands: Vec<BandFile>,
    /// `documented`, `reported` or `hypothetical`.
    pub claim: String,
    /// Where it is said.
    pub source: String,
}

/// What an office's files are like: see `demerit_society::watching::office_file`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OfficeFileFile {
    /// Share of those in farming, services or without work whose income comes and goes.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub uneven: Figure,
    /// Share of persons who have somebody else's file.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub mixed_up: Figure,
}

/// A band of a company's score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BandFile {
    /// Lowest score of the band.
    #[schemars(range(min = -30000, max = 30000))]
    pub from: i32,
    /// Points that it brings.
    #[schemars(range(min = -1000.0, max = 1000.0))]
    pub points: Figure,
}
