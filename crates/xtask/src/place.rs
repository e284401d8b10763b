//! Where things stand: the repository's root, the target folder, the built program.

use crate::{Outcome, cargo};
use std::path::{Path, PathBuf};

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    let own = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    own.ancestors().nth(2).map_or(own.clone(), Path::to_path_buf)
}

/// The program `demerit` as the tests build it: the same packages, features and profile, so that nothing is
/// compiled twice.
pub(crate) fn program() -> Outcome<PathBuf> {
    let mut build = cargo::command();
    build.args(["build", "--workspace", "--bins", "--tests", "--locked", "--quiet"]);
    cargo::must_succeed(&mut build, "the program does not build")?;
    let program = target_folder()?.join("debug").join(format!("demerit{}", std::env::consts::EXE_SUFFIX));
    if program.is_file() {
        Ok(program)
    } else {
        Err(format!("no program at {} after the build", program.display()))
    }
}

/// The program `demerit` in release mode, for what takes long.
pub(crate) fn released_program() -> Outcome<PathBuf> {
    let mut build = cargo::command();
    build.args(["build", "--release", "--package", "demerit", "--bin", "demerit", "--locked", "--quiet"]);
    cargo::must_succeed(&mut build, "the program does not build")?;
    let program = target_folder()?.join("release").join(format!("demerit{}", std::env::consts::EXE_SUFFIX));
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
    let text = cargo::output(&mut ask)?;
    let metadata: serde_json::Value =
        serde_json::from_str(&text).map_err(|fault| format!("`cargo metadata` wrote no JSON: {fault}"))?;
    metadata["target_directory"]
        .as_str()
        .map(PathBuf::from)
        .ok_or_else(|| "`cargo metadata` names no target folder".to_owned())
}

/// All files under `folder` whose name ends in `.extension`, sorted by path.
pub(crate) fn files_under(folder: &Path, extension: &str) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        let entries =
            std::fs::read_dir(&next).map_err(|fault| format!("cannot read {}: {fault}", next.display()))?;
        for entry in entries {
            let path = entry.map_err(|fault| format!("cannot read {}: {fault}", next.display()))?.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|end| end == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}
