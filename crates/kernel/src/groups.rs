//! Groups that take no memory: who is together with whom, from a bijection alone.
//!
//! The bijection puts the numbers 0..n on a line; the line is cut every g places; numbers in one piece are a group. So
//! everyone is in exactly one group, being together is symmetric by construction, a group of g is a clique, and the
//! others of one's group are found with one forward and g − 1 inverse steps. The last piece may be shorter than g, down
//! to a single number that is alone.
//!
//! Two such divisions laid over one another give each number 2(g − 1) others, less the few that it meets in both, and
//! clustering near (g − 2) / (2g − 3) (in large n: of two others, both must come from the same division).
//!
//! Leaves out: groups above [`LARGEST_GROUP`], and sizes that differ within one division.

use crate::bijection::{Bijection, WIDE};
use crate::vector::{self, VectorPath};

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
    #[must_use]
    pub fn new(bijection: Bijection, size: u32) -> Self {
        Self { bijection, size: size.clamp(1, LARGEST_GROUP) }
    }

    /// The size of a full group, 1 to [`LARGEST_GROUP`].
    #[inline]
    #[must_use]
    pub const fn size(&self) -> u32 {
        self.size
    }

    /// How many groups there are, counting a short last one.
    #[inline]
    #[must_use]
    pub const fn count(&self) -> u32 {
        self.bijection.size().div_ceil(self.size)
    }

    /// The group in which x (below n) is: 0 to `count()` − 1.
    #[inline]
    #[must_use]
    pub fn group_of(&self, x: u32) -> u32 {
        self.bijection.forward(x) / self.size
    }

    /// Whether two numbers are in one group. A number is together with itself.
    #[inline]
    #[must_use]
    pub fn together(&self, x: u32, y: u32) -> bool {
        self.group_of(x) == self.group_of(y)
    }

    /// Everyone in a group, in the order of the line. `group` must be below `count()`.
    #[inline]
    #[must_use]
    pub fn group(&self, group: u32) -> Members {
        let first = group * self.size;
        let len = self.size.min(self.bijection.size() - first);
        let mut members = Members { batches: [[0; WIDE]; BATCHES], len };
        self.bijection.inverse_batches(first, &mut members.batches[..(len as usize).div_ceil(WIDE)]);
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

    /// Calls `each` with the number and the members of each of the groups `from` to `to` − 1, in their order. This is
    /// the quick way to visit everyone: several groups are found in one go.
    pub fn each_group(&self, from: u32, to: u32, each: &mut impl FnMut(u32, &[u32])) {
        const PLACES: usize = 1024;
        let mut places = [0; PLACES];
        let at_once = PLACES as u32 / self.size;
        let to = to.min(self.count());
        let mut group = from;
        while group < to {
            let groups = at_once.min(to - group);
            let first = group * self.size;
            let len = (groups * self.size).min(self.bijection.size() - first);
            let places = &mut places[..len as usize];
            self.bijection.inverse_many(first, places);
            for (number, members) in (group..).zip(places.chunks(self.size as usize)) {
                each(number, members);
            }
            group += groups;
        }
    }
}

/// Up to this size, single steps are quicker than a batch (measured; the members are the same).
const FEW: u32 = 2;
/// The same without wide vectors.
const FEW_PLAIN: u32 = 8;
/// Batches that hold the largest group.
const BATCHES: usize = LARGEST_GROUP as usize / WIDE;

/// Up to [`LARGEST_GROUP`] numbers, held in place.
#[derive(Clone, Copy, Debug)]
pub struct Members {
    batches: [[u32; WIDE]; BATCHES],
    len: u32,
}

impl Members {
    /// The numbers.
    #[inline]
    #[must_use]
    pub fn as_slice(&self) -> &[u32] {
        &self.batches.as_flattened()[..self.len as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::{Draws, Seed, Stream};
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
            let mut visited = Vec::new();
            groups.each_group(0, u32::MAX, &mut |group, members| {
                assert_eq!(groups.group(group).as_slice(), members);
                visited.push(group);
                for &x in members {
                    seen[x as usize] += 1;
                    let rest: Vec<u32> = members.iter().copied().filter(|&other| other != x).collect();
                    assert_eq!(others(&groups, x), rest);
                    assert!(rest.iter().all(|&other| others(&groups, other).contains(&x)));
                }
            });
            prop_assert!(seen.iter().all(|&times| times == 1));
            prop_assert_eq!(visited, (0..groups.count()).collect::<Vec<_>>());
        }

        #[test]
        fn a_part_of_the_groups_is_that_part(seed: u64, n in 1u32..5000, size in 1u32..=64, cut: prop::sample::Index) {
            let groups = groups(seed, n, size);
            let at = cut.index(groups.count() as usize + 1) as u32;
            let (mut whole, mut parts) = (Vec::new(), Vec::new());
            groups.each_group(0, groups.count(), &mut |_, members| whole.extend_from_slice(members));
            groups.each_group(0, at, &mut |_, members| parts.extend_from_slice(members));
            groups.each_group(at, groups.count(), &mut |_, members| parts.extend_from_slice(members));
            prop_assert_eq!(whole, parts);
        }
    }
}
