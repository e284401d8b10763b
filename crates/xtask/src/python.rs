//! Python with the packages of a `requirements.txt`, in a virtual environment of its own in the target
//! folder.
//!
//! What is installed is kept, and looked at again when the list changes. An error is the reason why it cannot
//! be had.

use crate::cargo;
use crate::outcome::Outcome;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The Python of an environment with what `own/requirements.txt` names, kept in a folder; on a Python of this
/// version or a later one.
pub(crate) fn environment(own: &Path, kept: &Path, least: (u32, u32)) -> Outcome<PathBuf> {
    let wanted = std::fs::read_to_string(own.join("requirements.txt")).map_err(|fault| fault.to_string())?;
    let python = kept.join("bin").join("python");
    let mark = kept.join("installed.txt");
    if std::fs::read_to_string(&mark).ok().as_deref() != Some(&wanted) {
        let base = base(least)?;
        done(cargo::program(&base).args(["-m", "venv", "--clear"]).arg(kept))?;
        let mut install = cargo::program(&python);
        install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"]);
        done(install.arg(own.join("requirements.txt")))?;
        std::fs::write(&mark, &wanted).map_err(|fault| fault.to_string())?;
    }
    Ok(python)
}

/// A Python that is new enough: from the path, or from those that pyenv keeps.
pub(crate) fn base(least: (u32, u32)) -> Outcome<PathBuf> {
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
        parts.next().zip(parts.next()).is_some_and(|version: (u32, u32)| version >= least)
    };
    candidates
        .into_iter()
        .find(fits)
        .ok_or_else(|| format!("there is no Python {}.{} or later with venv", least.0, least.1))
}

/// Runs the call quietly; an error is its last word.
pub(crate) fn done(call: &mut Command) -> Outcome<()> {
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
