//! Campaigns against harm, built in release mode: hostile files (`tests/hostile`) and faults
//! (`tests/faults`). Each explains its arguments itself.

use crate::outcome::Outcome;
use crate::{built, cargo};

/// Reads hostile files.
pub(crate) fn fuzz(arguments: &[String]) -> Outcome<()> {
    let mut call = cargo::command();
    call.args(["run", "--release", "--quiet", "--locked", "--package", "demerit-tests-hostile", "--"]);
    call.args(arguments);
    cargo::must_succeed(&mut call, "inputs did harm, or the campaign could not be run")
}

/// Tries faults in the program, which stands beside the one that tries them.
pub(crate) fn faults(arguments: &[String]) -> Outcome<()> {
    let packages = ["--package", "demerit", "--package", "demerit-tests-faults"];
    let words = [&["--release", "--bins"][..], &packages].concat();
    let mut call = cargo::program(built::built(&words, "release/faults")?);
    call.args(arguments);
    cargo::must_succeed(&mut call, "something did not stand a fault, or the campaign could not be run")
}
