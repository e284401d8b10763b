//! The campaign of hostile files: builds `tests/hostile` in release mode and runs it.

use crate::cargo;
use crate::outcome::Outcome;

/// Runs the campaign with these arguments, which the program explains itself.
pub(crate) fn run(arguments: &[String]) -> Outcome<()> {
    let mut call = cargo::command();
    call.args(["run", "--release", "--quiet", "--locked", "--package", "demerit-tests-hostile", "--"]);
    call.args(arguments);
    cargo::must_succeed(&mut call, "inputs did harm, or the campaign could not be run")
}
