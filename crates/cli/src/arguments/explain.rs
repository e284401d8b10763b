//! The arguments of `demerit explain`.

use super::value;
use clap::{Args, ValueEnum};
use demerit_analysis::explain;
use std::ffi::OsString;

/// `demerit explain`.
#[derive(Debug, Args)]
pub(crate) struct Explain {
    /// A study: a name in the catalogue, or the path of a file; its first world is explained
    #[arg(default_value = value::STUDY)]
    pub(crate) study: OsString,
    /// Measure whose total is shared out
    #[arg(long, value_name = "M", default_value = explain::MEASURE)]
    pub(crate) measure: String,
    /// What it is shared out among [default: errors for measures of what is wrong, else institutions]
    #[arg(long, value_enum, value_name = "PLAYERS")]
    pub(crate) over: Option<Over>,
    /// Persons in each world
    #[arg(long, value_name = "N", value_parser = value::persons, allow_negative_numbers = true, default_value_t = 20_000)]
    pub(crate) persons: u32,
    /// Years after which the study is cut short, such as 3 or 0.5
    #[arg(long, value_name = "Y", value_parser = value::years, allow_negative_numbers = true)]
    pub(crate) years: Option<f64>,
    /// Seed of all luck, instead of what the study says
    #[arg(long, value_name = "S", value_parser = value::seed, allow_negative_numbers = true)]
    pub(crate) seed: Option<u64>,
    /// How many seeds to run, for intervals
    #[arg(long, value_name = "K", value_parser = value::seeds, allow_negative_numbers = true, default_value_t = 1)]
    pub(crate) seeds: u32,
    /// Threads; the result does not depend on them [default: one for each processor]
    #[arg(long, value_name = "T", value_parser = value::threads, allow_negative_numbers = true)]
    pub(crate) threads: Option<usize>,
    /// Orders of the players to sample, instead of valuing every coalition
    #[arg(long, value_name = "N", value_parser = value::seeds, allow_negative_numbers = true, hide = true)]
    pub(crate) samples: Option<u32>,
    /// Say nothing while it runs
    #[arg(long, short)]
    pub(crate) quiet: bool,
    /// Print the result as JSON
    #[arg(long)]
    pub(crate) json: bool,
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
