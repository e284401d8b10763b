//! The head of a checkpoint, and how what follows it is cut into frames.

use demerit_worlds::manifest::Manifest;
use demerit_worlds::seed::{Gathered, SeedRun};
use serde::{Deserialize, Serialize};

/// Most rows of a table in a frame.
pub(super) const ROWS: usize = 1 << 16;
/// Events in a frame.
pub(super) const EVENTS: usize = 1 << 16;
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
    /// Index of the seed at hand.
    pub(crate) seed: u32,
    /// Ticks done of it.
    pub(crate) tick: u32,
    /// Rows of measures, persons and the ledger so far.
    pub(super) rows: [u64; 3],
    /// Events so far, by world; none before the first tick.
    pub(super) events: Vec<u64>,
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
            rows: [0; 3],
            events: Vec::new(),
        }
    }

    /// Says how many rows and events there are.
    pub(super) fn count(&mut self, gathered: &Gathered, life: Option<&SeedRun>) {
        self.rows =
            [gathered.measures.len(), gathered.persons.len(), gathered.ledger.len()].map(|rows| rows as u64);
        let events = |life: &SeedRun| life.events.iter().map(|all| all.len() as u64).collect();
        self.events = life.map_or_else(Vec::new, events);
    }
}
