//! Upbringing: what a childhood leaves for life, from parents' income, from schools, and in whose shadow.
//!
//! Model. Whoever was a child at the start or was born since has, once grown up, the place in the
//! distribution of income Φ(z) with z = β·z_parents + √(1 − β²)·e + gain·schooling; e is the person's own
//! standard normal draw, and z_parents = (z₁ + z₂)/√2 that of the household's first couple, at the start or
//! at the birth (of one of them, or of any adult there, where no more live; drawn where none does). Income
//! that the parents had lost by then counts as lost, if the parents' standing matters. Until then a child's
//! place is the parents'. A place at a better school that is refused to an adult of the household takes one
//! step of schooling from every pupil there, a privilege gives one. A childhood lies in the shadow if a
//! parent was under a sanction in it.
//!
//! Symbols: places in 1/256; β and gain in standard deviations of log income, gain per step; schooling in
//! steps, `most` at the most. Sources: Fan and Zhang (2021) for β; gain and most are our assumption. Leaves
//! out: wealth, health, the neighbourhood.

use crate::population::income::normal_of_byte;
use crate::{ADULT, BirthWeek, TICKS_PER_YEAR};
use demerit_kernel::{Digest, LaneMap, Loader, OfLane, Saved, Saver, Unfit};

demerit_kernel::stream! {
    /// Parents' income where no parent lives.
    pub UPBRINGING = 41;
}

/// How much a childhood counts.
#[derive(Clone, Copy, Debug, PartialEq)]
#[must_use]
pub struct Upbringing {
    /// Elasticity of income between parents and children.
    pub beta: f64,
    /// Standard deviations of log income that a step of schooling is worth.
    pub gain: f64,
    /// Most steps of schooling, up or down.
    pub most: i8,
    /// Whether the parents' standing matters: their schools and their hardship.
    pub standing: bool,
}

impl Upbringing {
    /// The same where the parents' standing does not matter; that incomes run in families is no matter of a
    /// regime.
    pub const fn without_standing(self) -> Self {
        Self { standing: false, ..self }
    }

    /// Place in the distribution of income of somebody grown up.
    pub fn rank(&self, parents: u8, own: u8, schooling: i8) -> f64 {
        let rest = libm::sqrt(1.0 - self.beta * self.beta);
        let z = self.beta * normal_of_byte(parents)
            + rest * normal_of_byte(own)
            + self.gain * f64::from(schooling);
        below(z)
    }
}

/// Share of the standard normal law below `z`.
pub(crate) fn below(z: f64) -> f64 {
    0.5 * libm::erfc(-z / std::f64::consts::SQRT_2)
}

/// A place of [0, 1) in 1/256.
pub(crate) fn byte(rank: f64) -> u8 {
    (rank * 256.0) as u8
}

/// Whether whoever was born then was a child at the start or was born since.
#[inline]
pub const fn grows_up(born: BirthWeek) -> bool {
    (born as i32) > -((ADULT * TICKS_PER_YEAR) as i32)
}

/// What a childhood left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Childhood {
    /// Whose, and above the ten bits of a lane whether a parent was under a sanction in it.
    whose: u16,
    /// The parents' place in the distribution of income, in 1/256.
    pub parents: u8,
    /// Steps of schooling.
    pub schooling: i8,
}

/// The bit of a childhood in the shadow.
const SHADOW: u16 = 1 << 15;

impl Childhood {
    /// A childhood without schooling and shadow as yet.
    pub const fn new(lane: u16, parents: u8) -> Self {
        Self { whose: lane, parents, schooling: 0 }
    }

    /// Whether a parent was under a sanction in it.
    pub const fn shadow(&self) -> bool {
        self.whose & SHADOW != 0
    }

    /// Says whether a parent was under a sanction in it.
    pub const fn put_shadow(&mut self, shadow: bool) {
        self.whose = if shadow { self.whose | SHADOW } else { self.whose & !SHADOW };
    }
}

impl OfLane for Childhood {
    fn lane(&self) -> u16 {
        self.whose & !SHADOW
    }

    fn digest(&self, to: &mut Digest) {
        to.u32(u32::from(self.whose));
        to.bytes(&[self.parents, self.schooling as u8]);
    }
}

impl Saved for Childhood {
    const LEAST: usize = 5;

    fn save(&self, to: &mut Saver) {
        to.put(&self.lane()).put(&self.shadow()).put(&self.parents).put(&self.schooling);
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        let (lane, shadow) = (from.take()?, from.take()?);
        let mut one = Self { whose: lane, parents: from.take()?, schooling: from.take()? };
        one.put_shadow(shadow);
        Ok(one)
    }
}

/// The childhoods of a neighbourhood that nothing else tells.
pub type UpbringingTable = LaneMap<Childhood>;

/// The childhood of a lane, to be changed; made with these parents where it is not there yet.
pub fn childhood(table: &mut UpbringingTable, lane: u16, parents: impl FnOnce() -> u8) -> &mut Childhood {
    table.find_or_insert(lane, || Childhood::new(lane, parents()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_kernel::SideTable;
    use proptest::prelude::*;

    fn figures() -> Upbringing {
        Upbringing { beta: 0.39, gain: 0.1, most: 5, standing: true }
    }

    #[test]
    fn an_own_draw_and_the_parents_place_share_a_rank_by_beta() {
        assert!((figures().rank(128, 127, 0) - 0.5).abs() < 0.01);
        let independent = Upbringing { beta: 0.0, ..figures() };
        assert!((independent.rank(3, 64, 0) - 64.5 / 256.0).abs() < 1e-9, "without β the own draw decides");
        let inherited = Upbringing { beta: 1.0, ..figures() };
        assert!((inherited.rank(200, 9, 0) - 200.5 / 256.0).abs() < 1e-9, "with β = 1 the parents' does");
        assert!(figures().rank(128, 128, 3) > figures().rank(128, 128, 0));
    }

    #[test]
    fn who_grows_up_was_under_eighteen_at_the_start() {
        assert_eq!([-936, -935, -1, 5].map(grows_up), [false, true, true, true]);
        assert!(!figures().without_standing().standing);
    }

    #[test]
    fn the_table_keeps_what_it_is_told() {
        let mut table = UpbringingTable::default();
        childhood(&mut table, 7, || 40).schooling -= 1;
        childhood(&mut table, 3, || 50).put_shadow(true);
        childhood(&mut table, 7, || 99).schooling -= 1;
        let seven = Childhood { schooling: -2, ..Childhood::new(7, 40) };
        assert_eq!((table.get(7), table.get(4)), (Some(&seven), None));
        table.clear(7);
        table.clear(3);
        assert_eq!(table, UpbringingTable::default());
    }

    #[test]
    fn the_slope_of_children_on_parents_is_beta() {
        let figures = figures();
        let (mut cross, mut square) = (0.0, 0.0);
        for parents in 0..=255 {
            for own in 0..=255 {
                let rank = figures.rank(parents, own, 0);
                let (x, y) = (normal_of_byte(parents), crate::population::income::normal(rank));
                cross += x * y;
                square += x * x;
            }
        }
        assert!((cross / square - 0.39).abs() < 1e-6, "{}", cross / square);
    }

    proptest! {
        #[test]
        fn a_rank_is_a_share_and_schooling_never_lowers_it(parents: u8, own: u8, schooling in -5i8..5) {
            let (less, more) = (figures().rank(parents, own, schooling), figures().rank(parents, own, schooling + 1));
            prop_assert!((0.0..=1.0).contains(&less) && less <= more);
        }
    }
}
