//! `demerit completions SHELL`: a script that completes commands.

use crate::arguments::{Arguments, Completions};
use clap::CommandFactory;

/// The script for a shell.
pub(super) fn completions(call: &Completions) -> String {
    let mut script = Vec::new();
    clap_complete::generate(call.shell, &mut Arguments::command(), "demerit", &mut script);
    String::from_utf8_lossy(&script).into_owned()
}
