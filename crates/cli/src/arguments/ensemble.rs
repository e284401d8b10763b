//! The arguments of `demerit ensemble`.

use super::value::{self, STUDY};
use clap::{Args, ValueEnum};
use demerit_analysis::ensemble;
use std::ffi::OsString;
use std::path::PathBuf;

/// `demerit ensemble`.
#[derive(Debug, Args)]
pub(crate) struct Ensemble {
    /// A study: a name in the catalogue, or the path of a file
    #[arg(default_value = STUDY)]
    pub(crate) study: OsString,
    /// Runs with values drawn from the ranges [default: what the study says, else 64]
    #[arg(long, value_name = "N", value_parser = value::draws, allow_negative_numbers = true)]
    pub(crate) draws: Option<u32>,
    /// Which files' figures are drawn
    #[arg(long, value_enum, value_name = "FILES", default_value_t = Over::All)]
    pub(crate) over: Over,
    /// Persons in each world [default: what the study says, else 20,000]
    #[arg(long, value_name = "P", value_parser = value::persons, allow_negative_numbers = true)]
    pub(crate) persons: Option<u32>,
    /// Years after which the study is cut short, such as 3 or 0.5
    #[arg(long, value_name = "Y", value_parser = value::years, allow_negative_numbers = true)]
    pub(crate) years: Option<f64>,
    /// First seed, instead of what the study says
    #[arg(long, value_name = "S", value_parser = value::seed, allow_negative_numbers = true)]
    pub(crate) seed: Option<u64>,
    /// Threads; the result does not depend on them [default: one for each processor]
    #[arg(long, value_name = "T", value_parser = value::threads, allow_negative_numbers = true)]
    pub(crate) threads: Option<usize>,
    /// Folder in which the folder of the ensemble is made
    #[arg(long, value_name = "DIR", default_value = "runs")]
    pub(crate) out: PathBuf,
    /// Replace the folder of an earlier ensemble
    #[arg(long)]
    pub(crate) force: bool,
    /// Say nothing while it runs
    #[arg(long, short)]
    pub(crate) quiet: bool,
    /// Print the result as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

/// Which files' figures are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Over {
    /// Those of the society's file
    Society,
    /// Those of the regimes' files
    Regime,
    /// Those of both
    All,
}

impl From<Over> for ensemble::Over {
    fn from(over: Over) -> Self {
        match over {
            Over::Society => Self::Society,
            Over::Regime => Self::Regime,
            Over::All => Self::All,
        }
    }
}
