//! The arguments of `demerit claims`.

use super::value;
use clap::Args;
use std::path::PathBuf;

/// `demerit claims`.
#[derive(Debug, Args)]
pub(crate) struct Claims {
    /// Runs with values drawn from the ranges, for each study
    #[arg(long, value_name = "N", value_parser = value::draws, allow_negative_numbers = true, default_value_t = 24)]
    pub(crate) draws: u32,
    /// Persons in each world
    #[arg(long, value_name = "P", value_parser = value::persons, allow_negative_numbers = true, default_value_t = 20_000)]
    pub(crate) persons: u32,
    /// How many seeds to run with the values as filed, for intervals
    #[arg(long, value_name = "K", value_parser = value::seeds, allow_negative_numbers = true, default_value_t = 4)]
    pub(crate) seeds: u32,
    /// Threads; the result does not depend on them [default: one for each processor]
    #[arg(long, value_name = "T", value_parser = value::threads, allow_negative_numbers = true)]
    pub(crate) threads: Option<usize>,
    /// Write the answers as JSON into this file too
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Say nothing while it runs
    #[arg(long, short)]
    pub(crate) quiet: bool,
    /// Print the answers as JSON
    #[arg(long)]
    pub(crate) json: bool,
}
