//! Programs in Python: a virtual environment for each, with exactly what its `requirements.txt` names.
//!
//! What is installed is kept in the target folder, and looked at again when that file changes.

use crate::cargo::{self, quietly};
use crate::outcome::Outcome;
use std::path::{Path, PathBuf};

/// The Python of an environment at `kept` with what the folder `own` requires, made by a Python of this
/// version or a later one; the error is the reason why there is none.
pub(crate) fn environment(own: &Path, kept: &Path, least: (u32, u32)) -> Outcome<PathBuf> {
    let wanted = std::fs::read_to_string(own.join("requirements.txt")).map_err(|fault| fault.to_string())?;
    let python = kept.join("bin").join("python");
    let mark = kept.join("installed.txt");
    if std::fs::read_to_string(&mark).ok().as_deref() != Some(&wanted) {
        let base = base(least)?;
        quietly(cargo::program(&base).args(["-m", "venv", "--clear"]).arg(kept))?;
        let mut install = cargo::program(&python);
        install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"]);
        quietly(install.arg(own.join("requirements.txt")))?;
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
