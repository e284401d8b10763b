//! A column: one value for each person, in blocks of [`LANES`].
//!
//! Values lie in one stretch of memory in the order of persons; block `b` is the slice of persons `1024·b` to
//! `1024·b + 1023`, and the last block may be short. Columns are what the state of a world is made of, so they know
//! their size in bytes and can write themselves into a [`Digest`].
//!
//! Leaves out: growing and shrinking. A column keeps its length.

use crate::digest::Digest;
use crate::id::{BlockId, LANES, PersonId};

/// A type that a column can write into a digest: little-endian, at its own width.
pub trait Plain: Copy {
    /// Writes the values in order.
    fn write_into(values: &[Self], digest: &mut Digest);
}

/// One value per person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column<T: Copy> {
    values: Vec<T>,
}

impl<T: Copy> Column<T> {
    /// A column for `len` persons, each with `fill`.
    #[must_use]
    pub fn new(len: u32, fill: T) -> Self {
        Self { values: vec![fill; len as usize] }
    }

    /// How many persons it holds.
    #[inline]
    #[must_use]
    pub fn len(&self) -> u32 {
        self.values.len() as u32
    }

    /// Whether it holds nobody.
    #[inline]
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The memory that its values take, in bytes.
    #[inline]
    #[must_use]
    pub fn bytes(&self) -> u64 {
        std::mem::size_of_val(self.as_slice()) as u64
    }

    /// How many blocks it has, counting a short last one.
    #[inline]
    #[must_use]
    pub fn blocks(&self) -> u32 {
        BlockId::count_for(self.len())
    }

    /// One block: [`LANES`] values, or fewer in the last. Panics if there is no such block.
    #[inline]
    #[must_use]
    pub fn block(&self, block: BlockId) -> &[T] {
        &self.values[self.range(block)]
    }

    /// One block, to be changed. Panics if there is no such block.
    #[inline]
    #[must_use]
    pub fn block_mut(&mut self, block: BlockId) -> &mut [T] {
        let range = self.range(block);
        &mut self.values[range]
    }

    /// The value of one person. Panics if there is no such person.
    #[inline]
    #[must_use]
    pub fn of(&self, person: PersonId) -> T {
        self.values[person.0 as usize]
    }

    /// Sets the value of one person. Panics if there is no such person.
    #[inline]
    pub fn set(&mut self, person: PersonId, value: T) {
        self.values[person.0 as usize] = value;
    }

    /// All values, in the order of persons.
    #[inline]
    #[must_use]
    pub fn as_slice(&self) -> &[T] {
        &self.values
    }

    /// All values, to be changed.
    #[inline]
    #[must_use]
    pub fn as_mut_slice(&mut self) -> &mut [T] {
        &mut self.values
    }

    /// The column cut in chunks of `blocks_per_chunk` (1 or more) whole blocks, in order; the last may be shorter.
    /// Columns of the same length cut in the same way give chunks that belong together.
    #[inline]
    pub fn chunks_mut(&mut self, blocks_per_chunk: u32) -> std::slice::ChunksMut<'_, T> {
        self.values.chunks_mut(blocks_per_chunk as usize * LANES as usize)
    }

    fn range(&self, block: BlockId) -> std::ops::Range<usize> {
        let start = block.0 as usize * LANES as usize;
        assert!(start < self.values.len(), "block {block} is beyond the end of the column");
        start..(start + LANES as usize).min(self.values.len())
    }
}

impl<T: Plain> Column<T> {
    /// Writes the length and the values into a digest. The cut in chunks has no part in it.
    pub fn digest(&self, digest: &mut Digest) {
        digest.u32(self.len());
        T::write_into(&self.values, digest);
    }
}

/// Numbers write themselves through a buffer of one block, which the compiler turns into a copy.
macro_rules! plain {
    ($($number:ty),*) => {$(
        impl Plain for $number {
            fn write_into(values: &[Self], digest: &mut Digest) {
                const WIDTH: usize = size_of::<$number>();
                let mut buffer = [0u8; WIDTH * LANES as usize];
                for block in values.chunks(LANES as usize) {
                    for (bytes, value) in buffer.chunks_exact_mut(WIDTH).zip(block) {
                        bytes.copy_from_slice(&value.to_le_bytes());
                    }
                    digest.bytes(&buffer[..block.len() * WIDTH]);
                }
            }
        }
    )*};
}

plain!(u8, i8, u16, i16, u32, i32, u64, i64);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn blocks_by_hand() {
        let mut column = Column::new(2500, 0i16);
        assert_eq!((column.len(), column.blocks(), column.bytes()), (2500, 3, 5000));
        assert_eq!(column.block(BlockId(0)).len(), 1024);
        assert_eq!(column.block(BlockId(2)).len(), 452);
        column.set(PersonId(1025), -7);
        assert_eq!(column.block(BlockId(1))[1], -7);
        column.block_mut(BlockId(1))[1] = 9;
        assert_eq!(column.of(PersonId(1025)), 9);
        assert_eq!(column.chunks_mut(2).map(|chunk| chunk.len()).collect::<Vec<_>>(), [2048, 452]);
    }

    #[test]
    fn an_empty_column() {
        let mut column = Column::new(0, 1u8);
        assert!(column.is_empty() && column.blocks() == 0 && column.bytes() == 0);
        assert_eq!(column.chunks_mut(1).count(), 0);
    }

    #[test]
    #[should_panic(expected = "block 1 is beyond the end")]
    fn a_block_beyond_the_end_panics() {
        let _ = Column::new(1024, 0u8).block(BlockId(1));
    }

    #[test]
    fn digest_by_hand() {
        let mut column = Column::new(3, 0i16);
        column.as_mut_slice().copy_from_slice(&[1, -1, 256]);
        let (mut digest, mut by_hand) = (Digest::new(), Digest::new());
        column.digest(&mut digest);
        by_hand.bytes(b"\x03\0\0\0\x01\0\xff\xff\0\x01");
        assert_eq!(digest.finish(), by_hand.finish());
    }

    proptest! {
        #[test]
        fn one_changed_value_changes_the_digest(len in 1u32..3000, at: prop::sample::Index, flip in 1u32..) {
            let mut column = Column::new(len, 77u32);
            let (mut before, mut after) = (Digest::new(), Digest::new());
            column.digest(&mut before);
            column.as_mut_slice()[at.index(len as usize)] ^= flip;
            column.digest(&mut after);
            prop_assert_ne!(before.finish(), after.finish());
        }
    }
}
