//! Persons are numbers; numbers come in blocks.
//!
//! Person `i` sits in lane `i mod 1024` of block `i div 1024`. A block is the unit of drawing (one [`crate::Mask`]) and
//! of parallel work. Neighbours in number are neighbours in memory.

use std::fmt;

/// Persons in a block (the last block of a column may hold fewer).
pub const LANES: u32 = 1024;

/// The number of a person, 0 to 2³² − 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonId(pub u32);

/// The number of a block of [`LANES`] persons.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlockId(pub u32);

impl PersonId {
    /// The block in which this person sits.
    #[inline]
    #[must_use]
    pub const fn block(self) -> BlockId {
        BlockId(self.0 / LANES)
    }

    /// The place within the block, 0 to 1023.
    #[inline]
    #[must_use]
    pub const fn lane(self) -> u16 {
        (self.0 % LANES) as u16
    }

    /// The person in this lane of this block. `lane` must be below [`LANES`].
    #[inline]
    #[must_use]
    pub const fn of(block: BlockId, lane: u16) -> Self {
        debug_assert!((lane as u32) < LANES);
        Self(block.0 * LANES + lane as u32)
    }
}

impl BlockId {
    /// The first person of the block.
    #[inline]
    #[must_use]
    pub const fn first(self) -> PersonId {
        PersonId(self.0 * LANES)
    }

    /// How many blocks it takes to seat this many persons.
    #[inline]
    #[must_use]
    pub const fn count_for(persons: u32) -> u32 {
        persons.div_ceil(LANES)
    }

    /// How many persons sit in this block when there are `persons` in all: 0 to [`LANES`].
    #[inline]
    #[must_use]
    pub const fn filled(self, persons: u32) -> u32 {
        let left = (persons as u64).saturating_sub(self.0 as u64 * LANES as u64);
        if left < LANES as u64 { left as u32 } else { LANES }
    }
}

impl fmt::Display for PersonId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, formatter)
    }
}

impl fmt::Display for BlockId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, formatter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_person_has_a_block_of_1024_and_a_lane() {
        let person = PersonId(2 * 1024 + 5);
        assert_eq!((person.block(), person.lane()), (BlockId(2), 5));
        assert_eq!(BlockId(2).first(), PersonId(2048));
    }

    #[test]
    fn last_block_may_be_short() {
        assert_eq!(BlockId::count_for(0), 0);
        assert_eq!(BlockId::count_for(1024), 1);
        assert_eq!(BlockId::count_for(1025), 2);
        assert_eq!(BlockId(0).filled(1025), 1024);
        assert_eq!(BlockId(1).filled(1025), 1);
        assert_eq!(BlockId(2).filled(1025), 0);
    }

    proptest! {
        #[test]
        fn there_and_back(person: u32) {
            let person = PersonId(person);
            prop_assert_eq!(PersonId::of(person.block(), person.lane()), person);
        }
    }
}
