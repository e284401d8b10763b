//! The campaign of faults: builds `tests/faults` and the program that it calls, in release mode, and runs it.

use crate::outcome::Outcome;
use crate::{built, cargo};

/// Runs the campaign with these arguments, which the program explains itself.
pub(crate) fn run(arguments: &[String]) -> Outcome<()> {
    let packages = ["--package", "demerit", "--package", "demerit-tests-faults"];
    let words = [&["--release", "--bins"][..], &packages].concat();
    let program = built::built(&words, "release/faults")?;
    let mut call = cargo::program(program);
    call.args(arguments);
    cargo::must_succeed(&mut call, "something did not stand a fault, or the campaign could not be run")
}
