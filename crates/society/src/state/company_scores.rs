//! Scores that a company keeps of a neighbourhood, and what of them is owed to its own errors.
//!
//! Model: everybody starts alike, and most stay there or were moved by errors alone. So what is kept are the
//! points that a score was given by error, those that it lost by error, at most 255 each, and the distance to
//! the start that is owed to neither, a byte each for the lanes that have one; the few distances that do not
//! fit are in a table.
//!
//! ```text
//! score = start + own distance + given by error − taken by error
//! ```
//!
//! Symbols: points of the company's scale. A distance d is kept as 2d, or as −2d − 1 below the start. Source:
//! our definition. Leaves out: what a company's regime does with its scores.

use crate::FarTable;
use demerit_kernel::{Digest, Loader, Mask, Saved, Saver, SideTable, Sparse, Unfit};

/// The scores.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompanyScores {
    start: i16,
    own: Sparse,
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

/// Puts a distance into the table, or takes the one out that was there, as the byte kept before says; gives
/// the byte to keep.
#[inline]
fn put_far(far: &mut FarTable, lane: u16, before: u8, distance: i16) -> u8 {
    let byte = folded(distance);
    if byte == FAR {
        far.put(lane, distance);
    } else if before == FAR {
        far.clear(lane);
    }
    byte
}

impl CompanyScores {
    /// Everybody at a start, without any error.
    pub fn starting_at(start: i16) -> Self {
        Self { start, ..Self::default() }
    }

    /// The score of a lane.
    #[inline]
    pub fn of(&self, lane: u16) -> i16 {
        self.start.wrapping_add(self.own_of(lane)).wrapping_add(self.errors_of(lane))
    }

    /// Lets the score of a lane become what `to` says, and counts the points that it says were given, or
    /// taken, by error in it.
    pub fn change(&mut self, lane: u16, to: impl FnOnce(i16) -> (i16, i16)) {
        let Self { start, own, far, taken, given } = self;
        own.alter(lane, |byte| {
            let was = if byte == FAR { far.of(lane) } else { unfolded(byte) };
            let errors = |given: u8, taken: u8| i16::from(given) - i16::from(taken);
            let (mut for_them, mut against) = (given[usize::from(lane)], taken[usize::from(lane)]);
            let (score, by_error) = to(start.wrapping_add(was).wrapping_add(errors(for_them, against)));
            let points = by_error.unsigned_abs().min(255) as u8;
            if by_error < 0 {
                against = against.saturating_add(points);
                taken.put(lane, against);
            } else if by_error > 0 {
                for_them = for_them.saturating_add(points);
                given.put(lane, for_them);
            }
            let distance = score.wrapping_sub(*start).wrapping_sub(errors(for_them, against));
            put_far(far, lane, byte, distance)
        });
    }

    /// Points that the score of a lane has by error.
    #[inline]
    pub fn errors_of(&self, lane: u16) -> i16 {
        let at = usize::from(lane);
        i16::from(self.given[at]) - i16::from(self.taken[at])
    }

    /// Lets the distances of these lanes to the start, and what is there by error, become what `left` says,
    /// which is no more than it was.
    pub fn fade(&mut self, lanes: &Mask, left: impl Fn(i16) -> i16) {
        for lane in lanes.lanes() {
            let at = usize::from(lane);
            let (given, taken) = (i16::from(self.given[at]), i16::from(self.taken[at]));
            let distance = self.own_of(lane).wrapping_add(given - taken);
            let errors = left(given) - left(taken);
            if given > 0 {
                self.given.put(lane, left(given) as u8);
            }
            if taken > 0 {
                self.taken.put(lane, left(taken) as u8);
            }
            if distance != 0 || errors != 0 || self.own[at] != 0 {
                self.put_own(lane, left(distance).wrapping_sub(errors));
            }
        }
        [&mut self.own, &mut self.given, &mut self.taken].into_iter().for_each(Sparse::tighten);
    }

    #[inline]
    fn own_of(&self, lane: u16) -> i16 {
        match self.own[usize::from(lane)] {
            FAR => self.far.of(lane),
            byte => unfolded(byte),
        }
    }

    fn put_own(&mut self, lane: u16, distance: i16) {
        let far = &mut self.far;
        self.own.alter(lane, |byte| put_far(far, lane, byte, distance));
    }
}

impl SideTable for CompanyScores {
    /// Puts a lane back to the start, without any error.
    fn clear(&mut self, lane: u16) {
        let Self { start: _, own, far, taken, given } = self;
        [own, taken, given].into_iter().for_each(|table| table.clear(lane));
        far.clear(lane);
    }

    fn clear_all(&mut self) {
        *self = Self::starting_at(self.start);
    }

    fn memory(&self) -> usize {
        self.own.memory() + self.far.memory() + self.taken.memory() + self.given.memory()
    }

    fn digest(&self, to: &mut Digest) {
        to.u32(u32::from(self.start as u16));
        self.own.digest(to);
        self.far.digest(to);
        self.taken.digest(to);
        self.given.digest(to);
    }
}

/// By lane: the distance that is owed to no error, and the points given and taken by error.
impl Saved for CompanyScores {
    fn save(&self, to: &mut Saver) {
        let moved = self.own.lanes().or(self.given.lanes()).or(self.taken.lanes());
        to.put(&self.start).len(moved.count() as usize);
        for lane in moved.lanes() {
            let at = usize::from(lane);
            to.put(&lane).put(&self.own_of(lane)).put(&self.given[at]).put(&self.taken[at]);
        }
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        let start: i16 = from.take()?;
        let mut scores = Self::starting_at(start);
        from.by_lane(|from| {
            let ((lane, own), (given, taken)): ((u16, i16), (u8, u8)) = from.take()?;
            let (given, taken) = (i16::from(given), i16::from(taken));
            scores.change(lane, |score| (score.wrapping_add(given), given));
            scores.change(lane, |score| (score.wrapping_sub(taken), -taken));
            scores.change(lane, |score| (score.wrapping_add(own), 0));
            Ok(())
        })?;
        Ok(scores)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn errors_are_kept_by_lane() {
        let mut scores = CompanyScores::starting_at(600);
        scores.change(9, |_| (596, -4));
        scores.change(2, |_| (650, 6));
        scores.change(9, |score| (score - 4, -4));
        assert_eq!((scores.errors_of(9), scores.errors_of(2), scores.errors_of(5)), (-8, 6, 0));
        assert_eq!(
            scores.own.iter().collect::<Vec<_>>(),
            [(2, folded(44))],
            "who was moved by errors alone has no more"
        );
        scores.fade(&Mask::from_iter([9]), |points| points / 7);
        assert_eq!((scores.of(2), scores.errors_of(2)), (650, 6), "who is not among them keeps all");
        scores.fade(&Mask::from_iter([2, 5]), |points| points / 7);
        assert_eq!((scores.errors_of(9), scores.errors_of(2)), (-1, 0));
        assert_eq!((scores.of(9), scores.of(2)), (599, 607));
        scores.clear(9);
        scores.clear(2);
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
        fn scores_and_errors_are_kept(
            steps in proptest::collection::vec((0u16..40, -400i16..400, -300i16..300, 0u8..20), 0..300)
        ) {
            let (mut scores, mut kept) = (CompanyScores::starting_at(600), [(600i16, 0i16, 0i16); 40]);
            let half = |points: i16| points / 2;
            for (lane, score, error, what) in steps {
                if what == 0 {
                    let lanes: Mask = (lane..40).step_by(3).collect();
                    scores.fade(&lanes, half);
                    for lane in lanes.lanes() {
                        let (score, given, taken) = kept[usize::from(lane)];
                        kept[usize::from(lane)] = (600 + half(score - 600), half(given), half(taken));
                    }
                } else {
                    let error = if what < 10 { 0 } else { error };
                    scores.change(lane, |_| (score, error));
                    let (_, given, taken) = kept[usize::from(lane)];
                    kept[usize::from(lane)] =
                        (score, (given + error.max(0)).min(255), (taken - error.min(0)).min(255));
                }
            }
            for (lane, (score, given, taken)) in (0..).zip(kept) {
                prop_assert_eq!((scores.of(lane), scores.errors_of(lane)), (score, given - taken));
            }
        }
    }
}
