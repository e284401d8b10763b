//! What is asked of an analysis of sensitivity, and what it gives.

use super::balance::Balance;
use super::factor::{Bound, Factor};
use super::resample::Ranged;
use demerit_scenario::notes::PhaseNote;
use serde::Serialize;
use std::collections::BTreeMap;

/// How a result is taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// Elementary effects.
    Morris,
    /// Shares of variance.
    Sobol,
}

/// What to analyse.
#[derive(Clone, Debug)]
pub struct SensitivityOptions {
    /// The method.
    pub method: Method,
    /// Samples: trajectories, or rows of the two matrices.
    pub samples: u32,
    /// Name of the measure.
    pub measure: String,
    /// Whether the result is the first world's total less that of its twin.
    pub difference: bool,
    /// Only figures whose name has one of these words in it; all if there are none.
    pub only: Vec<String>,
    /// Persons in each world.
    pub persons: u32,
    /// Years, if fewer than the study's.
    pub years: Option<f64>,
    /// First seed, instead of the study's.
    pub seed: Option<u64>,
    /// How many seeds there are to draw from, if not two for each sample.
    pub seeds: Option<u32>,
    /// Threads; as many as there are processors by default.
    pub threads: Option<usize>,
}

/// What a result hangs on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sensitivity {
    /// Name of the study.
    pub study: String,
    /// Names of the worlds: the first, and its twin where the result is a difference.
    pub worlds: Vec<String>,
    /// Name of the measure.
    pub measure: String,
    /// Its unit.
    pub unit: String,
    /// Where the total is not a sum, what it is.
    pub note: Option<String>,
    /// The method.
    pub method: Method,
    /// Samples.
    pub samples: u32,
    /// Persons in each world.
    pub persons: u32,
    /// The phases of the study that want a share of them.
    pub pilots: Vec<PhaseNote>,
    /// Weeks of each world.
    pub weeks: u32,
    /// The first seed.
    pub seed: u64,
    /// How many seeds there were to draw from; nothing if each sample had two of its own.
    pub seeds: Option<u32>,
    /// Points that were run.
    pub runs: usize,
    /// Mean of the result over points that are as likely anywhere in the ranges.
    pub mean: f64,
    /// Between these lie the middle 95 % of the results of those points.
    pub middle: [f64; 2],
    /// The factors, the strongest first.
    pub factors: Vec<Weighed>,
    /// The part of the seed in the variance, where the seed was a factor.
    pub seed_share: Option<Ranged>,
    /// Ranges that were cut, and figures that were left out.
    pub bounds: Vec<Bound>,
    /// Lists that were scaled back to their sum.
    pub balances: Vec<Balance>,
    /// Points at which figures did not fit each other and were drawn toward their declared values.
    pub drawn_in: usize,
    /// The figures that were, with how often.
    pub drawn: BTreeMap<String, usize>,
    /// Figures of the same files that have no declared range and were not varied.
    pub fixed: usize,
    /// Figures with a range that were not asked for.
    pub unasked: usize,
    /// Person-weeks of these runs.
    pub person_weeks: u64,
    /// Runs in which the result was a ratio with nothing to divide by; they count as 0.
    pub undefined: usize,
    /// Where the caller stopped it, points that were wanted.
    pub stopped_of: Option<usize>,
    /// Every run, in order.
    #[serde(skip)]
    pub table: Vec<Row>,
}

/// A run of an analysis.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The sample that it belongs to.
    pub sample: usize,
    /// Its seed.
    pub seed: u64,
    /// The value of each figure, in the order of [`Sensitivity::factors`] without the seed.
    pub values: Vec<f64>,
    /// How many figures were drawn in.
    pub drawn: usize,
    /// The result.
    pub value: f64,
    /// Whether it was a ratio with nothing to divide by, and was taken as 0.
    pub undefined: bool,
}

/// A factor with its weight.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Weighed {
    /// The figure; nothing for the seed.
    pub figure: Option<Factor>,
    /// Its weight.
    #[serde(flatten)]
    pub weight: Weight,
}

/// The weight of a factor by either method.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Weight {
    /// Elementary effects, in the unit of the result for the whole range.
    Morris {
        /// μ*, the mean of their sizes.
        mu_star: Ranged,
        /// μ, their mean.
        mu: Ranged,
        /// σ, their standard deviation.
        sigma: Ranged,
        /// What of μ* raises the result when the figure goes up; the rest lowers it.
        up: Ranged,
    },
    /// Shares of variance.
    Sobol {
        /// Alone.
        first: Ranged,
        /// With all others.
        total: Ranged,
    },
}

impl Weight {
    /// The number by which factors are ranked.
    #[must_use]
    pub const fn strength(&self) -> Ranged {
        match self {
            Self::Morris { mu_star, .. } => *mu_star,
            Self::Sobol { total, .. } => *total,
        }
    }
}

impl Weighed {
    /// The name of the factor.
    #[must_use]
    pub fn name(&self) -> String {
        self.figure.as_ref().map_or_else(|| "the seed".to_owned(), Factor::name)
    }
}
