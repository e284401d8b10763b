//! The arguments of `demerit ensemble`.

use super::analysis::{Analysis, OutFolder};
use super::value;
use clap::{Args, ValueEnum};
use demerit_analysis::ensemble;

/// `demerit ensemble`.
#[derive(Debug, Args)]
pub(crate) struct Ensemble {
    /// Runs with values drawn from the ranges [default: what the study says, else 64]
    #[arg(long, value_name = "N", value_parser = value::draws, allow_negative_numbers = true)]
    pub(crate) draws: Option<u32>,
    /// Which files' figures are drawn
    #[arg(long, value_enum, value_name = "FILES", default_value_t = Over::All)]
    pub(crate) over: Over,
    /// Persons in each world [default: what the study says, else 20,000]
    #[arg(long, value_name = "P", value_parser = value::persons, allow_negative_numbers = true)]
    pub(crate) persons: Option<u32>,
    /// The study, and how it is lived.
    #[command(flatten)]
    pub(crate) analysis: Analysis,
    /// Where the result is written.
    #[command(flatten)]
    pub(crate) folder: OutFolder,
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
