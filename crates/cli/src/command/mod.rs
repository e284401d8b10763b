//! The commands: each takes its arguments and gives the text for standard output.

mod analyses {
    pub(super) mod calibrate;
    pub(super) mod claims;
    pub(super) mod ensemble;
    pub(super) mod explain;
    pub(super) mod plan;
    pub(super) mod sensitivity;
    pub(super) mod validate;
}
mod check;
mod describe;
mod explore;
mod folder;
mod forms;
mod list;
mod outcome;
mod ranges;
mod ranging;
mod run;
mod show;
mod watched;

use crate::arguments::{Command, Described};
use crate::failure::Failure;
use crate::terminal::Terminal;
use analyses::{calibrate, claims, ensemble, explain, plan, sensitivity, validate};

/// Does what a command asks.
pub(crate) fn run(command: &Command, terminal: &Terminal) -> Result<String, Failure> {
    match command {
        Command::Run(call) => match &call.share.plan {
            Some(file) => plan::shard(call, file, terminal),
            None => run::run(call, terminal),
        },
        Command::Explore(call) => explore::explore(call),
        Command::Resume(call) => run::resume(call, terminal),
        Command::Plan(call) => plan::plan(call),
        Command::Merge(call) => plan::merge(call, terminal),
        Command::Check { files, strict, json } => check::check(files, *strict, *json, terminal),
        Command::List { what, json } => Ok(list::list(*what, *json, terminal)),
        Command::Show { kind, name } => show::show((*kind).into(), name),
        Command::Describe(Described::Society { name, persons, seed, json }) => {
            describe::society(name, *persons, *seed, *json, terminal)
        }
        Command::Explain(call) => explain::explain(call, terminal),
        Command::Ensemble(call) => ensemble::ensemble(call, terminal),
        Command::Calibrate(call) => calibrate::calibrate(call, terminal),
        Command::Claims(call) => claims::claims(call, terminal),
        Command::Sensitivity(call) => sensitivity::sensitivity(call, terminal),
        Command::Report { dir, calibrated, csv, spoken } => {
            folder::report(dir, calibrated.as_deref(), *csv, spoken)
        }
        Command::Life { dir, person, json } => folder::life(dir, *person, *json, terminal),
        Command::Validate { cases, threads, json } => validate::validate(cases, *threads, *json, terminal),
        Command::Schema { kind } => Ok(show::schema((*kind).into())),
        Command::Completions { shell } => Ok(show::completions(*shell)),
    }
}
