//! Persons are numbers; numbers come in blocks.
//!
//! Person `i` sits in lane `i mod 1024` of block `i div 1024`. A block is the unit of drawing (one
//! [`crate::Mask`]) and of parallel work. Neighbours in number are neighbours in memory.

/// Persons in a block (the last block of a column may hold fewer).
pub const LANES: u32 = 1024;

/// The number of a block of [`LANES`] persons.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlockId(pub u32);

impl BlockId {
    /// How many blocks it takes to seat this many persons.
    #[inline]
    pub const fn count_for(persons: u32) -> u32 {
        persons.div_ceil(LANES)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_block_may_be_short() {
        assert_eq!([0, 1, 1024, 1025].map(BlockId::count_for), [0, 1, 1, 2]);
    }
}
