//! What every analysis takes: how much of its study is lived, on how many threads, and how it tells the
//! result; and where those that write a folder write it.

use super::value::{self, STUDY};
use clap::Args;
use std::ffi::OsString;
use std::path::PathBuf;

/// What every analysis of a study takes.
#[derive(Debug, Args)]
pub(crate) struct Analysis {
    /// A study: a name in the catalogue, or the path of a file
    #[arg(default_value = STUDY)]
    pub(crate) study: OsString,
    /// Years after which the study is cut short, such as 3 or 0.5
    #[arg(long, value_name = "Y", value_parser = value::years, allow_negative_numbers = true)]
    pub(crate) years: Option<f64>,
    /// First seed, instead of what the study says
    #[arg(long, value_name = "S", value_parser = value::seed, allow_negative_numbers = true)]
    pub(crate) seed: Option<u64>,
    /// Threads; the result does not depend on them [default: one for each processor]
    #[arg(long, value_name = "T", value_parser = value::threads, allow_negative_numbers = true)]
    pub(crate) threads: Option<usize>,
    /// Say nothing while it runs
    #[arg(long, short)]
    pub(crate) quiet: bool,
    /// Print the result as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

/// Where an analysis writes its folder.
#[derive(Debug, Args)]
pub(crate) struct OutFolder {
    /// Folder in which the folder of the result is made
    #[arg(long, value_name = "DIR", default_value = "runs")]
    pub(crate) out: PathBuf,
    /// Replace the folder of an earlier result
    #[arg(long)]
    pub(crate) force: bool,
}
