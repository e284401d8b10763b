//! A ring that takes no memory: everyone's neighbours to the left and to the right in one shuffled circle.
//!
//! The bijection puts the numbers 0..n on a line; the line is closed to a ring. So from three numbers on
//! everyone has two different neighbours and is neither of them, and being neighbours is symmetric by
//! construction. k rings with keys of their own, laid over one another, are a random graph in which everyone
//! has 2k ties (a pair may be tied twice, which a large n makes rare).
//!
//! For two numbers both neighbours are the other one; a single number is its own neighbour.
//!
//! Leaves out: clustering, which [`crate::Groups`] have.

use crate::Bijection;

/// A circle of the numbers 0..n.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ring {
    line: Bijection,
}

impl Ring {
    /// Closes the line of `bijection` to a ring.
    pub const fn new(bijection: Bijection) -> Self {
        Self { line: bijection }
    }

    /// n.
    #[inline]
    pub const fn size(&self) -> u32 {
        self.line.size()
    }

    /// The neighbours of x (below n): the one before and the one after.
    #[inline]
    pub fn neighbours(&self, x: u32) -> [u32; 2] {
        let place = self.line.forward(x);
        [self.line.inverse(self.before(place)), self.line.inverse(self.after(place))]
    }

    /// The neighbours of each of `xs` (below n): `before[i]` and `after[i]` are those of `xs[i]`. Three
    /// slices of one length, otherwise it panics.
    pub fn neighbours_many(&self, xs: &[u32], before: &mut [u32], after: &mut [u32]) {
        before.copy_from_slice(xs);
        self.line.forward_each(before);
        assert!(after.len() == before.len(), "three slices of one length");
        for (before, after) in before.iter_mut().zip(after.iter_mut()) {
            (*before, *after) = (self.before(*before), self.after(*before));
        }
        self.line.inverse_each(before);
        self.line.inverse_each(after);
    }

    #[inline(always)]
    const fn before(&self, place: u32) -> u32 {
        if place == 0 { self.size() - 1 } else { place - 1 }
    }

    #[inline(always)]
    const fn after(&self, place: u32) -> u32 {
        if place + 1 == self.size() { 0 } else { place + 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::luck::draw::{Draws, Seed, Stream};
    use proptest::prelude::*;

    fn ring(seed: u64, size: u32) -> Ring {
        Ring::new(Bijection::new(Draws::new(Seed(seed)), Stream(6), 0, size))
    }

    #[test]
    fn the_last_on_the_line_is_beside_the_first() {
        let line = Bijection::new(Draws::new(Seed(1)), Stream(6), 0, 4);
        let order: Vec<u32> = (0..4).map(|place| line.inverse(place)).collect();
        let ring = Ring::new(line);
        assert_eq!(ring.neighbours(order[0]), [order[3], order[1]]);
        assert_eq!(ring.neighbours(order[2]), [order[1], order[3]]);
        assert_eq!(ring.neighbours(order[3]), [order[2], order[0]]);
    }

    #[test]
    fn one_two_and_three() {
        assert_eq!(ring(1, 1).neighbours(0), [0, 0]);
        assert_eq!((ring(1, 2).neighbours(0), ring(1, 2).neighbours(1)), ([1, 1], [0, 0]));
        for x in 0..3 {
            let mut three = ring(1, 3).neighbours(x).to_vec();
            three.push(x);
            three.sort_unstable();
            assert_eq!(three, [0, 1, 2]);
        }
    }

    #[test]
    fn one_circle_leads_through_everyone() {
        let ring = ring(5, 1000);
        let (mut at, mut from, mut steps) = (0, ring.neighbours(0)[0], 0);
        loop {
            let [left, right] = ring.neighbours(at);
            let on = if left == from { right } else { left };
            (from, at) = (at, on);
            steps += 1;
            if at == 0 {
                break;
            }
        }
        assert_eq!(steps, 1000);
    }

    proptest! {
        #[test]
        fn many_is_one_by_one_and_ties_are_symmetric(seed: u64, size in 3u32.., picks in prop::collection::vec(any::<u32>(), 0..80)) {
            let ring = ring(seed, size);
            let xs: Vec<u32> = picks.iter().map(|pick| pick % size).collect();
            let (mut before, mut after) = (vec![0; xs.len()], vec![0; xs.len()]);
            ring.neighbours_many(&xs, &mut before, &mut after);
            for (i, &x) in xs.iter().enumerate() {
                prop_assert_eq!([before[i], after[i]], ring.neighbours(x));
                prop_assert_eq!((ring.neighbours(before[i])[1], ring.neighbours(after[i])[0]), (x, x));
                prop_assert!(before[i] != x && after[i] != x && before[i] != after[i]);
            }
        }
    }
}
