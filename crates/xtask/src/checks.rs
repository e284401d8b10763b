//! The checks: all of them in order, or the quick ones for the inner loop.
//!
//! Everything that is compiled to run is compiled once, in the development profile with the features of the
//! whole workspace: the tests, the doc tests and the program that reads the catalogue share it. Clippy alone
//! keeps its own, much cheaper, half-compiled copies.

mod tables;
mod wasm;

use crate::cargo::{command, in_words, must_succeed, works};
use crate::install;
use crate::outcome::Outcome;
use crate::steps::{Passed, Steps};
use crate::{built, count, generate, place, validate};
use std::process::Command;

/// The crates of the model, whose tests are quick.
const MODEL_CRATES: [&str; 5] =
    ["demerit-kernel", "demerit-regime", "demerit-society", "demerit-engine", "demerit-measures"];

/// For whom the checks run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Setting {
    /// A developer, who wants the first failure soon.
    Desk,
    /// A build machine, whose log should hold every failure of a step.
    BuildMachine,
}

impl Setting {
    fn apply(self, call: &mut Command) {
        if self == Self::BuildMachine {
            call.env("CI", "true").env("CARGO_INCREMENTAL", "0").env("CARGO_TERM_COLOR", "never");
        }
        // A snapshot that differs is a failure everywhere; it is accepted by review, never by a test run.
        call.env("INSTA_UPDATE", "no");
    }

    fn cargo(self, arguments: &[&str]) -> Command {
        let mut call = command();
        call.args(arguments);
        self.apply(&mut call);
        call
    }
}

/// Every check, in order.
pub(crate) fn all(setting: Setting, install: bool) -> Outcome<()> {
    let mut steps = Steps::new(10);

    steps.take("browser", "apt-get install chromium, where it is missing", || install::chromium(install))?;
    plain(&mut steps, "formatting", setting.cargo(&["fmt", "--all", "--check"]), "run `cargo fmt --all`")?;
    plain(&mut steps, "clippy", clippy(setting, &["--workspace"]), "clippy has something to say")?;
    counting(&mut steps, "tests", tests(setting, &["--workspace"]))?;
    let doc_tests = setting.cargo(&["test", "--workspace", "--doc", "--locked"]);
    counting(&mut steps, "doc tests", doc_tests)?;
    steps.take("WebAssembly", "cargo xtask test", || wasm::check_step(install))?;
    steps.take("catalogue", "demerit check catalogue/*/*.toml", || catalogue(setting))?;
    steps.take("tables", "python tests/tables/open_tables.py target/debug/demerit", || {
        tables::check_step(install)
    })?;
    steps.take("generated documents", "cargo xtask generate --check", generate::check_step)?;
    steps.take("validation", "cargo xtask validate --check", || {
        validate::run(true, None).map(|()| Passed::plainly())
    })?;

    steps.summary("");
    Ok(())
}

/// The inner loop over the model crates.
pub(crate) fn quick() -> Outcome<()> {
    let setting = Setting::Desk;
    let packages: Vec<&str> = MODEL_CRATES.iter().flat_map(|name| ["--package", name]).collect();
    let mut steps = Steps::new(3);
    plain(&mut steps, "formatting", setting.cargo(&["fmt", "--all", "--check"]), "run `cargo fmt --all`")?;
    plain(&mut steps, "clippy", clippy(setting, &packages), "clippy has something to say")?;
    counting(&mut steps, "tests", tests(setting, &packages))?;
    steps.summary(", of the model crates only");
    Ok(())
}

fn clippy(setting: Setting, packages: &[&str]) -> Command {
    let mut call = setting.cargo(&["clippy"]);
    call.args(packages).args(["--all-targets", "--locked", "--", "-D", "warnings"]);
    call
}

/// All tests but the doc tests: with nextest where it is installed, else with the runner that comes with
/// Rust.
fn tests(setting: Setting, packages: &[&str]) -> Command {
    let nextest = works(command().args(["nextest", "--version"]));
    let mut call = setting.cargo(if nextest { &["nextest", "run"] } else { &["test"] });
    // `--tests` names unit and integration tests; without it the runner that comes with Rust would add doc
    // tests.
    call.args(packages).args(["--tests", "--locked"]);
    if setting == Setting::BuildMachine {
        call.arg("--no-fail-fast");
    }
    call
}

fn plain(steps: &mut Steps, name: &str, mut call: Command, problem: &str) -> Outcome<()> {
    let words = in_words(&call);
    steps.take(name, &words, || must_succeed(&mut call, problem).map(|()| Passed::plainly()))
}

fn counting(steps: &mut Steps, name: &str, mut call: Command) -> Outcome<()> {
    let words = in_words(&call);
    steps.take(name, &words, || count::run(&mut call).map(Passed::Counted))
}

/// Every file of the catalogue must be accepted by `demerit check`, and a file with a fault must be refused:
/// a check that refuses nothing says nothing.
fn catalogue(setting: Setting) -> Outcome<Passed> {
    let folder = place::root().join("catalogue");
    if !folder.is_dir() {
        return Ok(Passed::LeftOut("there is no folder `catalogue`".to_owned()));
    }
    // Studies, societies and regimes; what stands beside their folders has tests of its own.
    let mut files = place::files_under(&folder, "toml")?;
    files.retain(|file| file.parent() != Some(&folder));
    if files.is_empty() {
        return Err("the folder `catalogue` holds no TOML file".to_owned());
    }
    let program = built::program()?;

    let faulty = std::env::temp_dir().join(format!("demerit-faulty-{}.toml", std::process::id()));
    place::write(&faulty, "regime = \n")?;
    let mut refuse = crate::cargo::program(&program);
    let failed = |fault: std::io::Error| format!("the trial with a broken file failed: {fault}");
    let refused = refuse.arg("check").arg(&faulty).output();
    std::fs::remove_file(&faulty).map_err(failed)?;
    let code = refused.map_err(failed)?.status.code();
    if code != Some(1) {
        return Err(format!("`demerit check` of a broken file ended with {code:?} where 1 was due"));
    }

    let mut accept = crate::cargo::program(&program);
    setting.apply(&mut accept);
    accept.arg("check").args(&files);
    must_succeed(&mut accept, "a file of the catalogue is refused")?;
    Ok(Passed::With(format!("{} files", files.len())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_commands_are_those_of_the_readme() {
        assert_eq!(
            in_words(&clippy(Setting::Desk, &["--workspace"])),
            "cargo clippy --workspace --all-targets --locked -- -D warnings"
        );
        let words = in_words(&tests(Setting::BuildMachine, &["--workspace"]));
        assert!(words.ends_with("--workspace --tests --locked --no-fail-fast"), "{words}");
    }

    #[test]
    fn a_build_machine_differs_in_its_settings_only() {
        let settings = |setting: Setting| -> Vec<String> {
            let call = setting.cargo(&["fmt"]);
            call.get_envs()
                .filter(|(_, value)| value.is_some())
                .map(|(key, _)| key.to_string_lossy().into())
                .collect()
        };
        assert!(settings(Setting::BuildMachine).contains(&"CARGO_INCREMENTAL".to_owned()));
        assert!(!settings(Setting::Desk).contains(&"CARGO_INCREMENTAL".to_owned()));
    }
}
