//! The head of a checkpoint, and how what follows it is cut into frames.

use super::spool::Marks;
use demerit_worlds::manifest::Manifest;
use serde::{Deserialize, Serialize};

/// Pieces of worlds that a thread has in hand at once.
pub(super) const AT_ONCE: usize = 2;

/// What a checkpoint says of itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Head {
    /// The manifest, as far as it is known.
    pub(crate) manifest: Manifest,
    /// Digest of what a small society of the study comes to.
    pub(crate) results: String,
    /// Name of the run folder.
    pub(crate) name: String,
    /// Whether an existing run folder is replaced.
    pub(crate) force: bool,
    /// Whether the tables are written as sheets too.
    pub(crate) csv: bool,
    /// Ticks between two checkpoints.
    pub(crate) every: Option<u32>,
    /// Index of the seed at hand; the number of seeds, where all are done.
    pub(crate) seed: u32,
    /// Ticks done of it.
    pub(crate) tick: u32,
    /// How far the spools of the tables go.
    pub(crate) spools: Marks,
    /// Worlds of the seed at hand; none before its first tick.
    pub(super) worlds: u32,
}

impl Head {
    /// What a run says of itself before its first tick.
    pub(crate) fn new(manifest: Manifest, name: String, force: bool, every: Option<u32>) -> Self {
        Self {
            manifest,
            results: String::new(),
            name,
            force,
            csv: false,
            every,
            seed: 0,
            tick: 0,
            spools: Marks::default(),
            worlds: 0,
        }
    }
}
