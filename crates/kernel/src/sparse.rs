//! A byte for each lane of a block, at the price of those lanes alone that have one.
//!
//! Model: a mask of the lanes whose byte is not zero, and their bytes in the order of the lanes; a lane's place among them is the
//! number of lanes below it that are in the mask. Once more than half of the lanes have one, every lane has, so that a byte is found
//! without counting. It costs a bit a lane, and a byte for each that is not zero. Reading is `sparse[lane]`.
//!
//! Source: rank over a bit vector, as succinct data structures use it. Leaves out: going back to fewer bytes than lanes once
//! every lane has had one.

use crate::digest::Digest;
use crate::id::LANES;
use crate::mask::Mask;

/// Bytes above which every lane has one.
const MANY: usize = LANES as usize / 2;

/// A byte for each lane of a block.
#[derive(Clone, Debug, Default)]
pub struct Sparse {
    lanes: Mask,
    bytes: Vec<u8>,
}

impl Sparse {
    /// The lanes whose byte is not zero.
    #[must_use]
    pub const fn lanes(&self) -> &Mask {
        &self.lanes
    }

    /// Adds to a lane's byte, which stops at 255.
    pub fn add(&mut self, lane: u16, more: u8) {
        if more == 0 {
            return;
        }
        let place = self.place(lane);
        if self.is_dense() || self.lanes.contains(lane) {
            self.bytes[place] = self.bytes[place].saturating_add(more);
            self.lanes.insert(lane);
            return;
        }
        if self.bytes.len() == self.bytes.capacity() {
            // Bytes come for years and one by one: doubling would leave half of the room empty.
            self.bytes.reserve_exact(16.max(self.bytes.len() / 16));
        }
        self.lanes.insert(lane);
        self.bytes.insert(place, more);
        if self.bytes.len() > MANY {
            let mut dense = vec![0; LANES as usize];
            for (lane, byte) in self.lanes.lanes().zip(&self.bytes) {
                dense[usize::from(lane)] = *byte;
            }
            self.bytes = dense;
        }
    }

    /// Sets a lane's byte to zero.
    pub fn clear(&mut self, lane: u16) {
        if self.is_dense() {
            self.bytes[usize::from(lane)] = 0;
        } else if self.lanes.contains(lane) {
            self.bytes.remove(self.place(lane));
        }
        self.lanes.remove(lane);
    }

    /// Sets every byte to zero.
    pub fn clear_all(&mut self) {
        self.lanes = Mask::EMPTY;
        self.bytes.clear();
    }

    /// Lets every byte that is not zero become what `to` says.
    pub fn change(&mut self, to: impl Fn(u8) -> u8) {
        let (before, dense) = (self.lanes, self.is_dense());
        let mut kept = 0;
        for (place, lane) in before.lanes().enumerate() {
            let byte = to(self.bytes[if dense { usize::from(lane) } else { place }]);
            if byte == 0 {
                self.lanes.remove(lane);
            }
            if dense {
                self.bytes[usize::from(lane)] = byte;
            } else if byte > 0 {
                self.bytes[kept] = byte;
                kept += 1;
            }
        }
        if !dense {
            self.bytes.truncate(kept);
        }
    }

    /// All bytes, summed.
    #[must_use]
    pub fn sum(&self) -> u64 {
        self.bytes.iter().map(|&byte| u64::from(byte)).sum()
    }

    /// Bytes of memory beside its own.
    #[must_use]
    pub const fn memory(&self) -> usize {
        self.bytes.capacity()
    }

    /// Adds it to a digest, in a form that does not depend on how it is held.
    pub fn digest(&self, digest: &mut Digest) {
        for word in self.lanes.0 {
            digest.bytes(&word.to_le_bytes());
        }
        for lane in self.lanes.lanes() {
            digest.bytes(&[self[usize::from(lane)]]);
        }
    }

    const fn is_dense(&self) -> bool {
        self.bytes.len() == LANES as usize
    }

    /// How many lanes below this one have a byte.
    #[inline]
    fn place(&self, lane: u16) -> usize {
        if self.is_dense() {
            return usize::from(lane);
        }
        let (word, bit) = (usize::from(lane) / 64, lane % 64);
        let whole: u32 = self.lanes.0[..word].iter().map(|bits| bits.count_ones()).sum();
        (whole + (self.lanes.0[word] & ((1 << bit) - 1)).count_ones()) as usize
    }
}

impl std::ops::Index<usize> for Sparse {
    type Output = u8;

    #[inline]
    fn index(&self, lane: usize) -> &u8 {
        let lane = lane as u16;
        if self.lanes.contains(lane) { &self.bytes[self.place(lane)] } else { &0 }
    }
}

impl PartialEq for Sparse {
    fn eq(&self, other: &Self) -> bool {
        self.lanes == other.lanes
            && self.lanes.lanes().all(|lane| self[usize::from(lane)] == other[usize::from(lane)])
    }
}

impl Eq for Sparse {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn by_hand() {
        let mut sparse = Sparse::default();
        sparse.add(1023, 4);
        sparse.add(2, 6);
        sparse.add(2, 250);
        sparse.add(5, 0);
        assert_eq!((sparse[1023], sparse[2], sparse[5], sparse[0]), (4, 255, 0, 0));
        assert_eq!(sparse.sum(), 259);
        sparse.change(|byte| byte / 5);
        assert_eq!((sparse[1023], sparse[2]), (0, 51));
        sparse.clear(2);
        assert_eq!(sparse, Sparse::default());
    }

    #[test]
    fn an_empty_one_takes_no_memory() {
        let sparse = Sparse::default();
        assert_eq!((sparse.memory(), sparse.sum(), sparse[7]), (0, 0, 0));
    }

    proptest! {
        #[test]
        fn it_does_what_an_array_does(steps in proptest::collection::vec((0u16..1024, 0u8..120, 0u8..40), 0..2000)) {
            let mut sparse = Sparse::default();
            let mut array = [0u8; 1024];
            for (lane, more, what) in steps {
                match what {
                    0 => { sparse.clear(lane); array[usize::from(lane)] = 0; }
                    1 => { sparse.change(|byte| byte - byte / 3); array.iter_mut().for_each(|byte| *byte -= *byte / 3); }
                    _ => {
                        sparse.add(lane, more);
                        array[usize::from(lane)] = array[usize::from(lane)].saturating_add(more);
                    }
                }
            }
            for (lane, byte) in array.iter().enumerate() {
                prop_assert_eq!(sparse[lane], *byte);
            }
        }
    }
}
