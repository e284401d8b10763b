//! The commands: each takes its arguments and gives the text for standard output.

mod check;
mod completions;
mod describe;
mod explain;
mod explore;
mod forms;
mod life;
mod list;
mod living;
mod outcome;
mod plan;
mod report;
mod resume;
mod run;
mod schema;
mod sensitivity;
mod show;
mod validate;

use crate::arguments::{Command, Described};
use crate::failure::Failure;
use crate::terminal::Terminal;

/// Does what a command asks.
pub(crate) fn run(command: &Command, terminal: &Terminal) -> Result<String, Failure> {
    match command {
        Command::Run(call) => match &call.share.plan {
            Some(file) => plan::shard(call, file, terminal),
            None => run::run(call, terminal),
        },
        Command::Explore(call) => explore::explore(call),
        Command::Resume(call) => resume::resume(call, terminal),
        Command::Plan(call) => plan::plan(call),
        Command::Merge(call) => plan::merge(call),
        Command::Check(call) => check::check(call, terminal),
        Command::List(call) => Ok(list::list(call, terminal)),
        Command::Show(call) => show::show(call),
        Command::Describe(call) => match &call.what {
            Described::Society(call) => describe::society(call, terminal),
        },
        Command::Explain(call) => explain::explain(call, terminal),
        Command::Sensitivity(call) => sensitivity::sensitivity(call, terminal),
        Command::Report(call) => report::report(call),
        Command::Life(call) => life::life(call, terminal),
        Command::Validate(call) => validate::validate(call, terminal),
        Command::Schema(call) => Ok(schema::schema(call)),
        Command::Completions(call) => Ok(completions::completions(call)),
    }
}
