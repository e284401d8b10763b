//! The arguments of `demerit calibrate`.

use super::analysis::{Analysis, OutFolder};
use super::ensemble::Over;
use super::value;
use clap::Args;

/// `demerit calibrate`.
#[derive(Debug, Args)]
pub(crate) struct Calibrate {
    /// Runs with values drawn from the ranges
    #[arg(long, value_name = "N", value_parser = value::draws, allow_negative_numbers = true, default_value_t = 64)]
    pub(crate) draws: u32,
    /// Which files' figures are drawn
    #[arg(long, value_enum, value_name = "FILES", default_value_t = Over::All)]
    pub(crate) over: Over,
    /// Persons in each world, of the study and of the cases
    #[arg(long, value_name = "P", value_parser = value::persons, allow_negative_numbers = true, default_value_t = 10_000)]
    pub(crate) persons: u32,
    /// The study, and how it is lived.
    #[command(flatten)]
    pub(crate) analysis: Analysis,
    /// Where the result is written.
    #[command(flatten)]
    pub(crate) folder: OutFolder,
}
