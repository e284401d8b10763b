//! The arguments of `demerit resume`.

use super::spoken::Spoken;
use super::value;
use clap::Args;
use std::path::PathBuf;

/// `demerit resume`.
#[derive(Debug, Args)]
pub(crate) struct Resume {
    /// Folder that a stopped run is kept in; its name ends in `.unfinished`
    pub(crate) dir: PathBuf,
    /// Weeks between two checkpoints [default: as before]
    #[arg(long, value_name = "W", value_parser = value::weeks, allow_negative_numbers = true)]
    pub(crate) checkpoint_every: Option<u32>,
    /// Threads; the result does not depend on them [default: one for each processor]
    #[arg(long, value_name = "T", value_parser = value::threads, allow_negative_numbers = true)]
    pub(crate) threads: Option<usize>,
    /// Say nothing while it runs
    #[arg(long, short)]
    pub(crate) quiet: bool,
    /// Print the result as JSON
    #[arg(long)]
    pub(crate) json: bool,
    /// The report's language.
    #[command(flatten)]
    pub(crate) spoken: Spoken,
}
