//! Gets the programs of the comparison ready, each from its registry, by the ordinary clients, into the
//! target folder.
//!
//! A peer in Python has a virtual environment of its own with exactly what its `requirements.txt` names; one
//! in Rust is built with its own lock file. What is installed is kept, and looked at again when those files
//! change. A peer that cannot be had is reported with the reason.

use super::peer::{Language, Peer};
use crate::outcome::Outcome;
use crate::{built, cargo, place};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The lowest Python that the pinned versions run on.
const PYTHON: (u32, u32) = (3, 12);

/// How to call a program of the comparison, without the words that say what to run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Program {
    /// The program.
    pub(crate) path: PathBuf,
    /// Words before those of the call.
    pub(crate) words: Vec<String>,
}

/// Demerit's own program for score-100.
pub(crate) fn own() -> Outcome<Program> {
    let path = built::built(&["--release", "--package", "demerit-score100"], "release/score100")?;
    Ok(Program { path, words: Vec::new() })
}

/// The program of a peer; the error is the reason why there is none.
pub(crate) fn peer(peer: &Peer) -> Outcome<Program> {
    let own = place::root().join("bench").join(&peer.name);
    let kept = built::target_folder()?.join("bench").join(&peer.name);
    match peer.language {
        Language::Rust => package(peer, &own, &kept),
        Language::Python => environment(&own, &kept),
    }
}

fn package(peer: &Peer, own: &Path, kept: &Path) -> Outcome<Program> {
    let mut build = cargo::command();
    build
        .args(["build", "--release", "--locked", "--quiet", "--manifest-path"])
        .arg(own.join("Cargo.toml"))
        .env("CARGO_TARGET_DIR", kept);
    done(&mut build)?;
    let name = format!("score100-{}{}", peer.name, std::env::consts::EXE_SUFFIX);
    Ok(Program { path: kept.join("release").join(name), words: Vec::new() })
}

fn environment(own: &Path, kept: &Path) -> Outcome<Program> {
    let wanted = std::fs::read_to_string(own.join("requirements.txt")).map_err(|fault| fault.to_string())?;
    let python = kept.join("bin").join("python");
    let mark = kept.join("installed.txt");
    if std::fs::read_to_string(&mark).ok().as_deref() != Some(&wanted) {
        let base = base_python()?;
        done(cargo::program(&base).args(["-m", "venv", "--clear"]).arg(kept))?;
        let mut install = cargo::program(&python);
        install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"]);
        done(install.arg(own.join("requirements.txt")))?;
        std::fs::write(&mark, &wanted).map_err(|fault| fault.to_string())?;
    }
    Ok(Program { path: python, words: vec![own.join("model.py").to_string_lossy().into_owned()] })
}

/// A Python that is new enough: from the path, or from those that pyenv keeps.
fn base_python() -> Outcome<PathBuf> {
    let mut candidates: Vec<PathBuf> =
        ["python3.14", "python3.13", "python3.12", "python3"].iter().map(PathBuf::from).collect();
    let kept = std::env::var_os("PYENV_ROOT")
        .map(PathBuf::from)
        .or_else(|| std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".pyenv")));
    if let Some(versions) = kept.and_then(|kept| std::fs::read_dir(kept.join("versions")).ok()) {
        let mut versions: Vec<PathBuf> =
            versions.flatten().map(|entry| entry.path().join("bin/python3")).collect();
        versions.sort();
        candidates.extend(versions.into_iter().rev());
    }
    let fits = |python: &PathBuf| {
        let mut ask = cargo::program(python);
        ask.args(["-c", "import sys, venv, ensurepip; print(*sys.version_info[:2])"]);
        let answer = cargo::output(&mut ask).unwrap_or_default();
        let mut parts = answer.split_whitespace().filter_map(|part| part.parse().ok());
        parts.next().zip(parts.next()).is_some_and(|version: (u32, u32)| version >= PYTHON)
    };
    candidates
        .into_iter()
        .find(fits)
        .ok_or_else(|| format!("there is no Python {}.{} or later with venv", PYTHON.0, PYTHON.1))
}

/// Runs the call quietly; an error is its last word.
fn done(call: &mut Command) -> Outcome<()> {
    cargo::output(call).map(drop).map_err(|problem| last_word(&problem))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reason_is_the_last_line_that_says_something() {
        assert_eq!(last_word("`pip` ended with 1\nERROR: no such thing\n\n"), "ERROR: no such thing");
        assert_eq!(last_word("\n"), "no reason was given");
    }

    #[test]
    fn a_program_that_is_missing_is_a_reason() {
        let said = done(&mut cargo::program("no-such-program-anywhere")).unwrap_err();
        assert!(said.contains("no-such-program-anywhere"), "{said}");
    }
}
