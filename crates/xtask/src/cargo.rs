//! Calls of cargo and of other programs, from the repository's root and with a clean environment.
//!
//! `cargo run` leaves variables about this package behind (`CARGO_PKG_*`, `CARGO_MANIFEST_*`); they are
//! removed, so that a build started from here sees the same environment as one started by hand and rebuilds
//! nothing. `RUSTUP_AUTO_INSTALL=0` keeps every call from fetching a compiler.

use crate::outcome::Outcome;
use crate::place;
use std::ffi::OsStr;
use std::process::{Command, Stdio};

/// A call of cargo, to be filled with arguments.
pub(crate) fn command() -> Command {
    program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// A call of any program, from the repository's root.
pub(crate) fn program(name: impl AsRef<OsStr>) -> Command {
    let mut call = Command::new(name);
    call.current_dir(place::root()).env("RUSTUP_AUTO_INSTALL", "0");
    for (key, _) in std::env::vars_os() {
        let key_text = key.to_string_lossy();
        if key_text.starts_with("CARGO_PKG_")
            || key_text.starts_with("CARGO_MANIFEST_")
            || key_text == "CARGO_BIN_NAME"
        {
            call.env_remove(&key);
        }
    }
    call
}

/// Runs the call with its output shown; an error names `problem`, the command and its exit code.
pub(crate) fn must_succeed(call: &mut Command, problem: &str) -> Outcome<()> {
    let status = call.status().map_err(|fault| format!("cannot start `{}`: {fault}", in_words(call)))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{problem}: `{}` ended with {status}", in_words(call)))
    }
}

/// Runs the call with no terminal in sight and hands back what it wrote to its standard output.
pub(crate) fn output(call: &mut Command) -> Outcome<String> {
    let done = call
        .stdin(Stdio::null())
        .output()
        .map_err(|fault| format!("cannot start `{}`: {fault}", in_words(call)))?;
    if !done.status.success() {
        let said = String::from_utf8_lossy(&done.stderr);
        return Err(format!("`{}` ended with {}\n{}", in_words(call), done.status, said.trim_end()));
    }
    String::from_utf8(done.stdout)
        .map_err(|_| format!("`{}` wrote something that is not UTF-8", in_words(call)))
}

/// The same, read as JSON.
pub(crate) fn json(call: &mut Command) -> Outcome<serde_json::Value> {
    let text = output(call)?;
    serde_json::from_str(text.trim()).map_err(|fault| format!("`{}` wrote no JSON: {fault}", in_words(call)))
}

/// Whether the call can be made and succeeds; its output is dropped.
pub(crate) fn works(call: &mut Command) -> bool {
    call.stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Runs the call quietly; an error is its last word.
pub(crate) fn quietly(call: &mut Command) -> Outcome<()> {
    output(call).map(drop).map_err(|problem| last_word(&problem))
}

/// The last line that says something.
fn last_word(text: &str) -> String {
    text.lines()
        .rev()
        .map(str::trim)
        .find(|line| !line.is_empty())
        .unwrap_or("no reason was given")
        .to_owned()
}

/// The call as a developer would type it.
pub(crate) fn in_words(call: &Command) -> String {
    let name = std::path::Path::new(call.get_program()).file_stem().unwrap_or(call.get_program());
    let mut words = vec![name.to_string_lossy().into_owned()];
    words.extend(call.get_args().map(|word| word.to_string_lossy().into_owned()));
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_reads_as_it_is_typed() {
        let mut call = Command::new("/some/where/cargo");
        call.args(["fmt", "--all"]);
        assert_eq!(in_words(&call), "cargo fmt --all");
    }

    #[test]
    fn a_failing_call_is_an_error_that_names_it() {
        let mut call = program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        call.arg("--no-such-option-anywhere");
        let said = output(&mut call).unwrap_err();
        assert!(said.contains("--no-such-option-anywhere"), "{said}");
    }

    #[test]
    fn the_reason_is_the_last_line_that_says_something() {
        assert_eq!(last_word("`pip` ended with 1\nERROR: no such thing\n\n"), "ERROR: no such thing");
        assert_eq!(last_word("\n"), "no reason was given");
    }

    #[test]
    fn a_program_that_is_missing_is_a_reason() {
        let said = quietly(&mut program("no-such-program-anywhere")).unwrap_err();
        assert!(said.contains("no-such-program-anywhere"), "{said}");
    }
}
