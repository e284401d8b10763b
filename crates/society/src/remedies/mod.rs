//! Redress: the figures of remedies, and what few persons have at a time of corrections and reviews, in side tables.
//!
//! Model: a stale row for each correction that missed a copy; a score for each person whom a human spared a tier.
//! Symbols and sources: in [`correction`](crate::remedies::correction) and [`human_review`](crate::remedies::human_review).
//! Leaves out: waiting appeals, which are a table of their own.

pub mod correction;
pub mod filing;
pub mod human_review;

use crate::remedies::correction::{Correction, Stale};
use crate::remedies::filing::Filing;
use crate::remedies::human_review::SparedTable;
use crate::state::rare::Empty;
use demerit_kernel::Digest;

/// What people can do against a sanction, and how far it reaches; `None` where the society has no figures for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Remedies {
    /// Who appeals; `None`: nobody does.
    pub filing: Option<Filing>,
    /// How far a correction reaches; `None`: there is one file only.
    pub correction: Option<Correction>,
}

/// The tables.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Redress {
    /// Rows that a correction missed, in the order of the corrections.
    pub stale: Vec<Stale>,
    /// Those who were spared a tier.
    pub spared: SparedTable,
}

impl Empty for Redress {
    const EMPTY: &'static Self = &Self { stale: Vec::new(), spared: SparedTable::NONE };
}

impl Redress {
    /// Forgets a lane: somebody new lives there.
    pub fn clear(&mut self, lane: u16) {
        self.stale.retain(|row| row.lane != lane);
        self.spared.clear(lane);
    }

    /// Forgets all: a new regime begins.
    pub fn clear_all(&mut self) {
        self.stale.clear();
        self.spared.clear_all();
    }

    /// Bytes that it holds.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.stale.capacity() * size_of::<Stale>() + self.spared.bytes()
    }

    /// Adds it to a digest.
    pub fn digest(&self, digest: &mut Digest) {
        digest.u32(self.stale.len() as u32);
        self.stale.iter().for_each(|row| row.digest(digest));
        self.spared.digest(digest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_dies_leaves_no_row() {
        let mut redress = Redress::default();
        redress.stale.push(Stale { lane: 3, points: 10, missed: 1, listed: false, matter: None });
        redress.spared.spare(3, 5);
        redress.clear(2);
        assert!(redress.stale.len() == 1 && redress.spared.holds(3, 5));
        redress.clear(3);
        assert_eq!(redress, Redress::default());
    }
}
