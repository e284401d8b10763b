//! The arguments of `demerit explain`.

use super::analysis::Analysis;
use super::value;
use clap::{Args, ValueEnum};
use demerit_analysis::explain;

/// `demerit explain`.
#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// Measure whose total is shared out
    #[arg(long, value_name = "M", default_value = explain::MEASURE)]
    pub(crate) measure: String,
    /// What it is shared out among [default: errors for measures of what is wrong, else institutions]
    #[arg(long, value_enum, value_name = "PLAYERS")]
    pub(crate) over: Option<Over>,
    /// Persons in each world
    #[arg(long, value_name = "N", value_parser = value::persons, allow_negative_numbers = true, default_value_t = 20_000)]
    pub(crate) persons: u32,
    /// How many seeds to run, for intervals
    #[arg(long, value_name = "K", value_parser = value::seeds, allow_negative_numbers = true, default_value_t = 1)]
    pub(crate) seeds: u32,
    /// Orders of the players to sample, instead of valuing every coalition
    #[arg(long, value_name = "N", value_parser = value::seeds, allow_negative_numbers = true, hide = true)]
    pub(crate) samples: Option<u32>,
    /// The study, and how it is lived.
    #[command(flatten)]
    pub(crate) analysis: Analysis,
}

/// What a total is shared out among.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Over {
    /// Sources of error, with every rule kept
    Errors,
    /// Mechanisms: parts of the institution and of watching
    Institutions,
}

impl From<Over> for explain::Over {
    fn from(over: Over) -> Self {
        match over {
            Over::Errors => Self::Errors,
            Over::Institutions => Self::Institutions,
        }
    }
}
