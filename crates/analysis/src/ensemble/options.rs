//! What is asked of an ensemble.

use serde::{Deserialize, Serialize};

/// Seeds of the study as filed.
pub(crate) const FILED: u32 = 4;

/// Which files' figures are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Over {
    /// Those of the society.
    Society,
    /// Those of the regimes, and of the study that puts them in force.
    Regime,
    /// All.
    All,
}

/// What to draw.
#[derive(Clone, Debug)]
pub struct EnsembleOptions {
    /// Runs with drawn values.
    pub draws: u32,
    /// Which files' figures are drawn.
    pub over: Over,
    /// Persons in each world.
    pub persons: u32,
    /// Years, if fewer than the study's.
    pub years: Option<f64>,
    /// First seed, instead of the study's.
    pub seed: Option<u64>,
    /// Threads; as many as there are processors by default.
    pub threads: Option<usize>,
}
