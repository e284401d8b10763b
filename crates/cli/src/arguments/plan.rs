//! Calls that share work among machines: `demerit plan`, `demerit run --plan`, `demerit merge`.

use super::spoken::Spoken;
use super::value::{self, STUDY};
use clap::Args;
use demerit_analysis::plan::{Shard, Varied};
use std::ffi::OsString;
use std::path::PathBuf;

/// `demerit plan`.
#[derive(Debug, Args)]
pub(crate) struct Plan {
    /// A study: a name in the catalogue, or the path of a file
    #[arg(default_value = STUDY)]
    pub(crate) study: OsString,
    /// Persons in the society, instead of what the study says
    #[arg(long, value_name = "N", value_parser = value::persons, allow_negative_numbers = true)]
    pub(crate) persons: Option<u32>,
    /// Years after which the study is cut short, such as 3 or 0.5
    #[arg(long, value_name = "Y", value_parser = value::years, allow_negative_numbers = true)]
    pub(crate) years: Option<f64>,
    /// First seed, instead of what the study says
    #[arg(long, value_name = "S", value_parser = value::seed, allow_negative_numbers = true)]
    pub(crate) seed: Option<u64>,
    /// How many seeds to run, the first and those that follow it
    #[arg(long, value_name = "K", value_parser = value::seeds, allow_negative_numbers = true, default_value_t = 1)]
    pub(crate) seeds: u32,
    /// Draws over the ranges of the study's files, instead of what the study says; 0 for none
    #[arg(long, value_name = "D", value_parser = value::draws_or_none, allow_negative_numbers = true)]
    pub(crate) draws: Option<u32>,
    /// Other values for a parameter with a range: PARAMETER=FROM..TO/N or PARAMETER=A,B,C; of several, every
    /// combination
    #[arg(long, value_name = "PARAMETER=VALUES")]
    pub(crate) vary: Vec<Varied>,
    /// File that the plan is written to
    #[arg(long, value_name = "FILE", default_value = demerit_analysis::plan::FILE)]
    pub(crate) out: PathBuf,
    /// Replace an earlier plan
    #[arg(long)]
    pub(crate) force: bool,
    /// Print what was planned as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

/// What `demerit run` takes of a plan instead of a study.
#[derive(Debug, Args)]
pub(crate) struct Share {
    /// Run the units of a plan, each into a folder of its own, and skip those that are whole
    #[arg(
        long,
        value_name = "FILE",
        conflicts_with_all = ["study", "persons", "years", "seed", "seeds", "draws", "needs", "force", "csv", "lang"]
    )]
    pub(crate) plan: Option<PathBuf>,
    /// Which of how many shards of the plan to run, such as 2/8 [default: 1/1]
    #[arg(long, value_name = "I/N", requires = "plan")]
    pub(crate) shard: Option<Shard>,
}

/// `demerit merge`.
#[derive(Debug, Args)]
pub(crate) struct Merge {
    /// Folders that `demerit run --plan` was given with --out
    #[arg(required = true, value_name = "DIR")]
    pub(crate) folders: Vec<PathBuf>,
    /// Folder that is made of them
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// Replace an earlier folder
    #[arg(long)]
    pub(crate) force: bool,
    /// Write the tables for spreadsheets too
    #[arg(long)]
    pub(crate) csv: bool,
    /// Print what was put together as JSON
    #[arg(long)]
    pub(crate) json: bool,
    /// The report's language.
    #[command(flatten)]
    pub(crate) spoken: Spoken,
}
