//! Groups that take no memory: who is together with whom, from a bijection alone.
//!
//! The bijection puts the numbers 0..n on a line; the line is cut every g places; numbers in one piece are a
//! group. So everyone is in exactly one group, being together is symmetric by construction, a group of g is a
//! clique, and the others of one's group are found with one forward and g − 1 inverse steps. The last piece
//! may be shorter than g, down to a single number that is alone.
//!
//! Two such divisions laid over one another give each number 2(g − 1) others, less the few that it meets in
//! both, and clustering near (g − 2) / (2g − 3) (in large n: of two others, both must come from the same
//! division).
//!
//! Leaves out: groups above [`LARGEST_GROUP`], and sizes that differ within one division.

use crate::shuffle::bijection::WIDE;
use crate::{Bijection, VectorPath, vector};

/// The largest size of a group.
pub const LARGEST_GROUP: u32 = 64;

/// A division of 0..n into groups of one size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Groups {
    bijection: Bijection,
    size: u32,
}

impl Groups {
    /// Cuts the line of `bijection` every `size` places; `size` is brought into 1 to [`LARGEST_GROUP`].
    pub fn new(bijection: Bijection, size: u32) -> Self {
        Self { bijection, size: size.clamp(1, LARGEST_GROUP) }
    }

    /// The size of a full group, 1 to [`LARGEST_GROUP`].
    #[inline]
    pub const fn size(&self) -> u32 {
        self.size
    }

    /// How many groups there are, counting a short last one.
    #[inline]
    pub const fn count(&self) -> u32 {
        self.bijection.size().div_ceil(self.size)
    }

    /// The group in which x (below n) is: 0 to `count()` − 1.
    #[inline]
    pub fn group_of(&self, x: u32) -> u32 {
        self.bijection.forward(x) / self.size
    }

    /// Whether two numbers are in one group. A number is together with itself.
    #[inline]
    pub fn together(&self, x: u32, y: u32) -> bool {
        self.group_of(x) == self.group_of(y)
    }

    /// Everyone in a group, in the order of the line. `group` must be below `count()`.
    #[inline]
    pub fn group(&self, group: u32) -> Members {
        let first = group * self.size;
        let len = self.size.min(self.bijection.size() - first);
        let mut members = Members { numbers: [0; LARGEST_GROUP as usize], len };
        // Whole batches, of which the last may hold the last place of all several times.
        let batches = &mut members.numbers[..(len as usize).next_multiple_of(WIDE)];
        let last = self.bijection.size() - 1;
        for (place, number) in (0..).zip(batches.iter_mut()) {
            *number = first.saturating_add(place).min(last);
        }
        self.bijection.inverse_each(batches);
        members
    }

    /// Calls `each` with all others of x's group (x below n), in the order of the line.
    #[inline]
    pub fn members(&self, x: u32, each: &mut impl FnMut(u32)) {
        let place = self.bijection.forward(x);
        let group = place / self.size;
        let few = if vector::path() == VectorPath::Plain { FEW_PLAIN } else { FEW };
        if self.size > few {
            for &other in self.group(group).as_slice() {
                if other != x {
                    each(other);
                }
            }
        } else {
            let first = group * self.size;
            for other in first..first.saturating_add(self.size).min(self.bijection.size()) {
                if other != place {
                    each(self.bijection.inverse(other));
                }
            }
        }
    }
}

/// Up to this size, single steps are quicker than a batch (measured; the members are the same).
const FEW: u32 = 2;
/// The same without wide vectors.
const FEW_PLAIN: u32 = 8;

/// Up to [`LARGEST_GROUP`] numbers, held in place.
#[derive(Clone, Copy, Debug)]
pub struct Members {
    numbers: [u32; LARGEST_GROUP as usize],
    len: u32,
}

impl Members {
    /// The numbers.
    #[inline]
    pub fn as_slice(&self) -> &[u32] {
        &self.numbers[..self.len as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::luck::draw::{Draws, Seed, Stream};
    use proptest::prelude::*;

    fn groups(seed: u64, n: u32, size: u32) -> Groups {
        Groups::new(Bijection::new(Draws::new(Seed(seed)), Stream(5), 0, n), size)
    }

    fn others(groups: &Groups, x: u32) -> Vec<u32> {
        let mut found = Vec::new();
        groups.members(x, &mut |other| found.push(other));
        found
    }

    #[test]
    fn the_line_is_cut_into_groups_and_the_last_is_short() {
        let line = Bijection::new(Draws::new(Seed(1)), Stream(5), 0, 10);
        let order: Vec<u32> = (0..10).map(|place| line.inverse(place)).collect();
        let groups = Groups::new(line, 4);
        assert_eq!(groups.count(), 3);
        assert_eq!(others(&groups, order[5]), [order[4], order[6], order[7]]);
        assert_eq!(groups.group(0).as_slice(), &order[..4]);
        // The last group is short.
        assert_eq!(others(&groups, order[8]), [order[9]]);
        assert_eq!(groups.group_of(order[9]), 2);
    }

    #[test]
    fn alone() {
        assert!(others(&groups(1, 1, 8), 0).is_empty());
        assert!((0..20).all(|x| others(&groups(1, 20, 1), x).is_empty()));
        // Nine numbers in groups of eight: one is left over.
        assert_eq!((0..9).filter(|&x| others(&groups(1, 9, 8), x).is_empty()).count(), 1);
        assert_eq!(groups(1, 9, 0).size(), 1);
        assert_eq!(groups(1, 9, 1000).size(), LARGEST_GROUP);
    }

    #[test]
    fn at_the_end_of_the_numbers() {
        let groups = groups(3, u32::MAX, 64);
        let last = groups.group(groups.count() - 1);
        assert_eq!(last.as_slice().len(), 63);
        assert_eq!(others(&groups, last.as_slice()[5]).len(), 62);
    }

    proptest! {
        #[test]
        fn everyone_is_in_one_group_and_ties_are_symmetric(seed: u64, n in 1u32..200, size in 1u32..=64) {
            let groups = groups(seed, n, size);
            let mut seen = vec![0u32; n as usize];
            for group in 0..groups.count() {
                let members = groups.group(group);
                for &x in members.as_slice() {
                    seen[x as usize] += 1;
                    let rest: Vec<u32> = members.as_slice().iter().copied().filter(|&other| other != x).collect();
                    prop_assert_eq!(others(&groups, x), &rest[..]);
                    prop_assert!(rest.iter().all(|&other| others(&groups, other).contains(&x)));
                }
            }
            prop_assert!(seen.iter().all(|&times| times == 1));
        }
    }
}
