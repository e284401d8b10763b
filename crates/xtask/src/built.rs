//! What cargo has built: the target folder, and the program `demerit`, to be asked.

use crate::cargo;
use crate::outcome::Outcome;
use std::path::PathBuf;
use std::process::Command;

/// The built program, to be asked.
pub(crate) struct Program(pub(crate) PathBuf);

impl Program {
    /// What the program writes to its standard output for these words. An empty answer is an error.
    pub(crate) fn says(&self, words: &[&str]) -> Outcome<String> {
        let text = cargo::output(&mut self.call(words))?;
        if text.trim().is_empty() {
            return Err(format!("`demerit {}` says nothing", words.join(" ")));
        }
        Ok(text)
    }

    /// The same as JSON.
    pub(crate) fn says_json(&self, words: &[&str]) -> Outcome<serde_json::Value> {
        cargo::json(&mut self.call(words))
    }

    fn call(&self, words: &[&str]) -> Command {
        let mut call = cargo::program(&self.0);
        // The help text is broken at this width, whatever terminal the developer has.
        call.args(words).env("COLUMNS", "100").env("NO_COLOR", "1").env_remove("CLICOLOR_FORCE");
        call
    }
}

/// The program `demerit` as the tests build it: the same packages, features and profile, so that nothing is
/// compiled twice.
pub(crate) fn program() -> Outcome<PathBuf> {
    built(&["--workspace", "--bins", "--tests"], "debug/demerit")
}

/// The program `demerit` in release mode, for what takes long.
pub(crate) fn released_program() -> Outcome<PathBuf> {
    built(&["--release", "--package", "demerit", "--bin", "demerit"], "release/demerit")
}

/// Builds with these words, and gives the program that then stands there in the folder that cargo builds
/// into.
pub(crate) fn built(words: &[&str], path: &str) -> Outcome<PathBuf> {
    let mut build = cargo::command();
    build.args(["build", "--locked", "--quiet"]).args(words);
    cargo::must_succeed(&mut build, &format!("{path} does not build"))?;
    let program = target_folder()?.join(format!("{path}{}", std::env::consts::EXE_SUFFIX));
    if program.is_file() {
        Ok(program)
    } else {
        Err(format!("no program at {} after the build", program.display()))
    }
}

/// The folder that cargo builds into.
pub(crate) fn target_folder() -> Outcome<PathBuf> {
    let mut ask = cargo::command();
    ask.args(["metadata", "--no-deps", "--format-version", "1", "--offline"]);
    cargo::json(&mut ask)?["target_directory"]
        .as_str()
        .map(PathBuf::from)
        .ok_or_else(|| "`cargo metadata` names no target folder".to_owned())
}
