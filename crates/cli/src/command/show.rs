//! What is printed as it is: a file of the catalogue (`demerit show KIND NAME`), the JSON schema of a kind of
//! file, made from the types that read it (`demerit schema KIND`), and a script that completes commands
//! (`demerit completions SHELL`).

use crate::arguments::Arguments;
use crate::command::forms::json;
use crate::failure::Failure;
use clap::CommandFactory;
use clap_complete::Shell;
use demerit_scenario::catalogue::{self, Kind};
use demerit_scenario::schema_check::did_you_mean;

/// The text of a file.
pub(super) fn show(kind: Kind, name: &str) -> Result<String, Failure> {
    catalogue::text(kind, name).map(str::to_owned).ok_or_else(|| {
        let names = catalogue::names(kind);
        let near = did_you_mean(name, &names).map(|near| format!("did you mean `{near}`?"));
        Failure::Problem {
            message: format!("there is no {kind} `{}` in the catalogue", name),
            hint: Some(near.unwrap_or_else(|| format!("the catalogue has: {}", names.join(", ")))),
        }
    })
}

/// The schema of a kind of file.
pub(super) fn schema(kind: Kind) -> String {
    json(demerit_scenario::schema(kind))
}

/// The script for a shell.
pub(super) fn completions(shell: Shell) -> String {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "demerit", &mut script);
    String::from_utf8_lossy(&script).into_owned()
}
