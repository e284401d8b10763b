//! Consequences: what sanctions do to lives, each with its own figures, and what a neighbourhood keeps of it.
//!
//! Model: see [`crate::hardship`]. A part without figures does nothing. What few have is kept in side tables by lane.
//!
//! Symbols: those of the parts. Source(s): those of the parts. Leaves out: what no part says.

use crate::hardship::{Hardship, HardshipTable};
use demerit_kernel::Digest;

/// The figures of each consequence; `None` where the society knows none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Consequences {
    /// Income lost.
    pub hardship: Option<Hardship>,
}

/// What a neighbourhood keeps of consequences.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Income lost, by lane.
    pub hardship: HardshipTable,
}

impl Marks {
    /// Takes out whatever is about a lane: somebody new lives there.
    pub fn clear(&mut self, lane: u16) {
        self.hardship.clear(lane);
    }

    /// Bytes that the tables hold beyond themselves.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.hardship.bytes()
    }

    /// Adds everything to a digest.
    pub fn digest(&self, digest: &mut Digest) {
        self.hardship.digest(digest);
    }
}
