//! Scores that a company keeps of a neighbourhood, and what of them is owed to its own errors.
//!
//! Model: everybody starts alike, and most stay there, so that only distances to the start are kept, a byte for each lane that has one; the few
//! that do not fit are in a table. The points that a score has, or lacks, by error are counted apart, at most 255 each.
//!
//! Symbols: points of the company's scale. A distance d is kept as 2d, or as −2d − 1 below the start. Source: our definition.
//! Leaves out: what a company's regime does with its scores.

use crate::gap::FarTable;
use demerit_kernel::{Digest, LANES, Sparse};

/// The scores.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompanyScores {
    start: i16,
    moved: Sparse,
    far: FarTable,
    taken: Sparse,
    given: Sparse,
}

/// Says that a distance is in the table.
const FAR: u8 = 255;

/// A distance as a byte, or that it is too far.
fn folded(distance: i16) -> u8 {
    u8::try_from((i32::from(distance) << 1 ^ i32::from(distance) >> 15) as u32).unwrap_or(FAR)
}

const fn unfolded(byte: u8) -> i16 {
    (byte >> 1) as i16 ^ -((byte & 1) as i16)
}

impl CompanyScores {
    /// Everybody at a start, without any error.
    #[must_use]
    pub fn starting_at(start: i16) -> Self {
        Self { start, ..Self::default() }
    }

    /// The score of a lane.
    #[must_use]
    #[inline]
    pub fn of(&self, lane: u16) -> i16 {
        self.start.wrapping_add(match self.moved[usize::from(lane)] {
            FAR => self.far.of(lane),
            byte => unfolded(byte),
        })
    }

    /// Sets the score of a lane.
    pub fn put(&mut self, lane: u16, score: i16) {
        let distance = score.wrapping_sub(self.start);
        let byte = folded(distance);
        if byte == FAR {
            self.far.put(lane, distance);
        } else {
            self.far.clear(lane);
        }
        self.moved.put(lane, byte);
    }

    /// The scores of all lanes.
    #[must_use]
    pub fn all(&self) -> [i16; LANES as usize] {
        let mut all = self.moved.spread().map(|byte| self.start.wrapping_add(unfolded(byte)));
        for (lane, distance) in self.far.all() {
            all[usize::from(lane)] = self.start.wrapping_add(distance);
        }
        all
    }

    /// Points that the score of a lane has by error.
    #[must_use]
    pub fn errors_of(&self, lane: u16) -> i16 {
        let at = usize::from(lane);
        i16::from(self.given[at]) - i16::from(self.taken[at])
    }

    /// Points that the scores of all lanes have by error.
    #[must_use]
    pub fn errors(&self) -> [i16; LANES as usize] {
        let mut all = self.given.spread().map(i16::from);
        self.taken.iter().for_each(|(lane, points)| all[usize::from(lane)] -= i16::from(points));
        all
    }

    /// Counts points that the score of a lane was given, or lost, by error.
    pub fn count_error(&mut self, lane: u16, points: i16) {
        let counter = if points < 0 { &mut self.taken } else { &mut self.given };
        counter.add(lane, points.unsigned_abs().min(255) as u8);
    }

    /// Lets every distance to the start, and what is there by error, become what `left` says, which is no more than it was.
    pub fn fade(&mut self, left: impl Fn(i16) -> i16) {
        let moved = &mut self.moved;
        moved.change(|byte| if byte == FAR { FAR } else { folded(left(unfolded(byte))) });
        self.far.change(|lane, distance| {
            let distance = left(distance);
            moved.put(lane, folded(distance));
            (folded(distance) == FAR).then_some(distance)
        });
        self.taken.change(|points| left(i16::from(points)) as u8);
        self.given.change(|points| left(i16::from(points)) as u8);
    }

    /// Puts a lane back to the start, without any error.
    pub fn clear(&mut self, lane: u16) {
        for table in [&mut self.moved, &mut self.taken, &mut self.given] {
            table.clear(lane);
        }
        self.far.clear(lane);
    }

    /// Bytes that it holds beside its own.
    #[must_use]
    pub const fn bytes(&self) -> usize {
        self.moved.memory() + self.far.bytes() + self.taken.memory() + self.given.memory()
    }

    /// Adds it to a digest.
    pub fn digest(&self, digest: &mut Digest) {
        digest.u32(u32::from(self.start as u16));
        self.moved.digest(digest);
        self.far.digest(digest);
        self.taken.digest(digest);
        self.given.digest(digest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn errors_are_kept_by_lane() {
        let mut scores = CompanyScores::starting_at(600);
        scores.count_error(9, -4);
        scores.count_error(2, 6);
        scores.count_error(9, -4);
        assert_eq!((scores.errors_of(9), scores.errors_of(2), scores.errors_of(5)), (-8, 6, 0));
        assert_eq!((scores.errors()[9], scores.errors()[2]), (-8, 6));
        scores.fade(|points| points / 7);
        assert_eq!((scores.errors_of(9), scores.errors_of(2)), (-1, 0));
        scores.clear(9);
        assert_eq!(scores, CompanyScores::starting_at(600));
    }

    #[test]
    fn a_distance_is_a_byte_as_long_as_it_can_be() {
        assert!(
            (-127..=127).all(|distance| folded(distance) != FAR && unfolded(folded(distance)) == distance)
        );
        assert!([i16::MIN, -129, -128, 128, i16::MAX].into_iter().all(|distance| folded(distance) == FAR));
        assert_eq!(folded(0), 0);
    }

    proptest! {
        #[test]
        fn scores_are_kept_near_and_far(steps in proptest::collection::vec((0u16..40, -400i16..400, 0u8..20), 0..300)) {
            let (mut scores, mut kept) = (CompanyScores::starting_at(600), [600i16; 40]);
            for (lane, score, what) in steps {
                if what == 0 {
                    scores.fade(|points| points / 2);
                    kept.iter_mut().for_each(|score| *score = 600 + (*score - 600) / 2);
                } else {
                    scores.put(lane, score);
                    kept[usize::from(lane)] = score;
                }
            }
            for (lane, score) in (0..).zip(kept) {
                prop_assert_eq!((scores.of(lane), scores.all()[usize::from(lane)]), (score, score));
            }
        }
    }
}
