//! The arguments of `demerit calibrate`.

use super::ensemble::Over;
use super::value::{self, STUDY};
use clap::Args;
use std::ffi::OsString;
use std::path::PathBuf;

/// `demerit calibrate`.
#[derive(Debug, Args)]
pub(crate) struct Calibrate {
    /// A study: a name in the catalogue, or the path of a file
    #[arg(default_value = STUDY)]
    pub(crate) study: OsString,
    /// Runs with values drawn from the ranges
    #[arg(long, value_name = "N", value_parser = value::draws, allow_negative_numbers = true, default_value_t = 64)]
    pub(crate) draws: u32,
    /// Which files' figures are drawn
    #[arg(long, value_enum, value_name = "FILES", default_value_t = Over::All)]
    pub(crate) over: Over,
    /// Persons in each world, of the study and of the cases
    #[arg(long, value_name = "P", value_parser = value::persons, allow_negative_numbers = true, default_value_t = 10_000)]
    pub(crate) persons: u32,
    /// Years after which the study is cut short, such as 3 or 0.5
    #[arg(long, value_name = "Y", value_parser = value::years, allow_negative_numbers = true)]
    pub(crate) years: Option<f64>,
    /// First seed, instead of what the study says
    #[arg(long, value_name = "S", value_parser = value::seed, allow_negative_numbers = true)]
    pub(crate) seed: Option<u64>,
    /// Threads; the result does not depend on them [default: one for each processor]
    #[arg(long, value_name = "T", value_parser = value::threads, allow_negative_numbers = true)]
    pub(crate) threads: Option<usize>,
    /// Folder in which the folder of the calibration is made
    #[arg(long, value_name = "DIR", default_value = "runs")]
    pub(crate) out: PathBuf,
    /// Replace the folder of an earlier calibration
    #[arg(long)]
    pub(crate) force: bool,
    /// Say nothing while it runs
    #[arg(long, short)]
    pub(crate) quiet: bool,
    /// Print the result as JSON
    #[arg(long)]
    pub(crate) json: bool,
}
