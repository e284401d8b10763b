//! Gets the programs of the comparison ready, each from its registry, by the ordinary clients, into the
//! target folder.
//!
//! A peer in Python has a virtual environment of its own with exactly what its `requirements.txt` names; one
//! in Rust is built with its own lock file. What is installed is kept, and looked at again when those files
//! change. A peer that cannot be had is reported with the reason.

use super::peer::{Language, Peer};
use crate::cargo::quietly;
use crate::install::environment;
use crate::outcome::Outcome;
use crate::{built, cargo, place};
use std::path::{Path, PathBuf};

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
        Language::Python => {
            let model = own.join("model.py").to_string_lossy().into_owned();
            Ok(Program { path: environment(&own, &kept)?, words: vec![model] })
        }
    }
}

fn package(peer: &Peer, own: &Path, kept: &Path) -> Outcome<Program> {
    let mut build = cargo::command();
    build
        .args(["build", "--release", "--locked", "--quiet", "--manifest-path"])
        .arg(own.join("Cargo.toml"))
        .env("CARGO_TARGET_DIR", kept);
    quietly(&mut build)?;
    let name = format!("score100-{}{}", peer.name, std::env::consts::EXE_SUFFIX);
    Ok(Program { path: kept.join("release").join(name), words: Vec::new() })
}
