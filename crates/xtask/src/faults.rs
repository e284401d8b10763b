//! The campaign of faults: builds what the tests build, and runs `tests/faults`, which calls the program that
//! stands beside it.

use crate::outcome::Outcome;
use crate::{built, cargo};

/// Runs the campaign with these arguments, which the program explains itself.
pub(crate) fn run(arguments: &[String]) -> Outcome<()> {
    let program = built::built(&["--workspace", "--bins", "--tests"], "debug/faults")?;
    let mut call = cargo::program(program);
    call.args(arguments);
    cargo::must_succeed(&mut call, "something did not stand a fault, or the campaign could not be run")
}
