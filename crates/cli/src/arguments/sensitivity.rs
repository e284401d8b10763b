//! The arguments of `demerit sensitivity`.

use super::analysis::{Analysis, OutFolder};
use super::value;
use clap::{Args, ValueEnum};
use demerit_analysis::sensitivity;

/// `demerit sensitivity`.
#[derive(Debug, Args)]
pub(crate) struct Sensitivity {
    /// How the result is taken apart
    #[arg(long, value_enum, value_name = "METHOD", default_value_t = Method::Morris)]
    pub(crate) method: Method,
    /// Trajectories of Morris, or rows of Sobol's matrices; each takes about as many runs as there are
    /// figures
    #[arg(long, value_name = "N", value_parser = value::samples, allow_negative_numbers = true, default_value_t = 10)]
    pub(crate) samples: u32,
    /// Measure whose total in the first world is the result
    #[arg(long, value_name = "M", default_value = demerit_analysis::explain::MEASURE)]
    pub(crate) measure: String,
    /// Take the first world's total less that of its twin
    #[arg(long)]
    pub(crate) difference: bool,
    /// Vary only figures with this in their name, such as `deeds.` or `no-dark-corner: appeals`; may be
    /// repeated
    #[arg(long, value_name = "WORD")]
    pub(crate) only: Vec<String>,
    /// Persons in each world
    #[arg(long, value_name = "P", value_parser = value::persons, allow_negative_numbers = true, default_value_t = 10_000)]
    pub(crate) persons: u32,
    /// How many seeds to draw from; 1 leaves luck out [default: two for each sample]
    #[arg(long, value_name = "K", value_parser = value::seeds, allow_negative_numbers = true)]
    pub(crate) seeds: Option<u32>,
    /// The study, and how it is lived.
    #[command(flatten)]
    pub(crate) analysis: Analysis,
    /// Where the result is written.
    #[command(flatten)]
    pub(crate) folder: OutFolder,
}

/// How a result is taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Method {
    /// Elementary effects: which of many figures matter, from few runs
    Morris,
    /// Shares of variance: how much each has a part in, from many runs
    Sobol,
}

impl From<Method> for sensitivity::Method {
    fn from(method: Method) -> Self {
        match method {
            Method::Morris => Self::Morris,
            Method::Sobol => Self::Sobol,
        }
    }
}
