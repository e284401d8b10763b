//! The commands: each takes its arguments and gives the text for standard output.

mod analysis;
mod catalogue;
mod completions;
mod explore;
mod folder;
mod forms;
mod watched;
mod worlds;

use crate::arguments::{Command, Described};
use crate::failure::Failure;
use crate::terminal::Terminal;

/// Does what a command asks.
pub(crate) fn run(command: &Command, terminal: &Terminal) -> Result<String, Failure> {
    match command {
        Command::Run(call) => match &call.share.plan {
            Some(file) => worlds::shard(call, file, terminal),
            None => worlds::run(call, terminal),
        },
        Command::Explore(call) => explore::explore(call),
        Command::Resume(call) => worlds::resume(call, terminal),
        Command::Plan(call) => worlds::plan(call),
        Command::Merge(call) => worlds::merge(call),
        Command::Check(call) => catalogue::check(call, terminal),
        Command::List(call) => Ok(catalogue::list(call, terminal)),
        Command::Show(call) => catalogue::show(call),
        Command::Describe(call) => match &call.what {
            Described::Society(call) => catalogue::society(call, terminal),
        },
        Command::Explain(call) => analysis::explain(call, terminal),
        Command::Sensitivity(call) => analysis::sensitivity(call, terminal),
        Command::Report(call) => folder::report(call),
        Command::Life(call) => folder::life(call, terminal),
        Command::Validate(call) => analysis::validate(call, terminal),
        Command::Schema(call) => Ok(catalogue::schema(call)),
        Command::Completions(call) => Ok(completions::completions(call)),
    }
}
