//! The part of a society file about what sanctions do to lives. Every table may be left out; then that consequence does not exist.
//!
//! Model: see `demerit_society::consequences`. Symbols: with each field. Source(s): with each figure.
//! Leaves out: what is the same for everybody and belongs to the other parts of the file.

use crate::figure::Figure;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Consequences of sanctions: see `demerit_society::consequences`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsequencesFile {
    /// Income lost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hardship: Option<HardshipFile>,
    /// What a childhood leaves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upbringing: Option<UpbringingFile>,
    /// How standing counts with couples.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partners: Option<PartnersFile>,
    /// What a refused seat leads to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub home_town: Option<HomeTownFile>,
    /// How ties are cut and heal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shunning: Option<ShunningFile>,
    /// How often people move away and come back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leaving: Option<LeavingFile>,
}

/// Home town: see `demerit_society::consequences::home_town`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HomeTownFile {
    /// Chance that somebody refused a fast train or a flight takes a slow train.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub slow: Figure,
}

/// Shunning: see `demerit_society::consequences::shunning`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ShunningFile {
    /// Chance that a friend or colleague cuts the tie when a sanction falls.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub cut: Figure,
    /// Times a year that cut ties heal once the sanction is over.
    #[schemars(range(min = 0.0, max = 52.0))]
    pub heals: Figure,
}

/// Leaving: see `demerit_society::consequences::migration`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LeavingFile {
    /// Moves away per year of a sanction by tier, by those who know the rules.
    #[schemars(range(min = 0.0, max = 52.0))]
    pub leaves: Figure,
    /// Returns per year of being away.
    #[schemars(range(min = 0.0, max = 52.0))]
    pub returns: Figure,
}

/// Partners: see `demerit_society::consequences::partner`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PartnersFile {
    /// Factor on parting if exactly one of a couple is under a sanction.
    #[schemars(range(min = 1.0, max = 100.0))]
    pub parting: Figure,
    /// Others whom somebody alone looks at.
    #[schemars(range(min = 1.0, max = 8.0))]
    pub looks_at: Figure,
    /// Chance that somebody accepts whoever stands lower.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub accepts: Figure,
    /// Most years between partners.
    #[schemars(range(min = 0.0, max = 100.0))]
    pub apart: Figure,
}

/// Upbringing: see `demerit_society::consequences::upbringing`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UpbringingFile {
    /// Elasticity of income between parents and children.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub elasticity: Figure,
    /// Standard deviations of the logarithm of income that a place at a better school is worth.
    #[schemars(range(min = 0.0, max = 2.0))]
    pub school: Figure,
    /// Most places that count, up or down.
    #[schemars(range(min = 0.0, max = 100.0))]
    pub most: Figure,
}

/// Hardship: see `demerit_society::consequences::hardship`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HardshipFile {
    /// Chance that the beginning of a sanction costs whoever is in work the job.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub job: Figure,
    /// Jobs lost per year of a sanction.
    #[schemars(range(min = 0.0, max = 52.0))]
    pub job_later: Figure,
    /// Share of the income that goes with the job.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub with_job: Figure,
    /// Share of the income that a refused post costs.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub refused_post: Figure,
    /// Share of the income that a refused home costs.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub refused_home: Figure,
    /// Share of the income that a refused loan costs.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub refused_loan: Figure,
    /// Highest share of the income that can be lost.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub most: Figure,
    /// Years after the sanction in which half of the loss comes back.
    #[schemars(range(min = 0.1, max = 100.0))]
    pub half_back: Figure,
    /// Growth of the lapses with money at a loss of everything: 1 is twice as many.
    #[schemars(range(min = 0.0, max = 10.0))]
    pub lapses: Figure,
    /// Factor of each fifth of income on the lapses with money, the poorest first; their mean is 1.
    #[schemars(length(min = 5, max = 5), inner(range(min = 0.0, max = 5.0)))]
    pub by_fifth: Vec<Figure>,
}
