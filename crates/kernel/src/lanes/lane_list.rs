//! The lanes of a mask as a list, written without a jump for each of them.
//!
//! [`Mask::lanes`] asks after each lane whether the word of 64 has another one, and a processor cannot guess
//! the answer. Here eight places are written for each word whatever it holds, and the next word begins to
//! write after as many as there were; only a word of more than eight lanes goes round again.

use crate::vector::{self, Work};
use crate::{LANES, Mask};

/// Places written at a time.
const STRIDE: usize = 8;
/// The most lanes for which words are asked one after the other.
const FEW: u32 = 24;
/// Lanes, and room for what is written beyond the last.
const ROOM: usize = LANES as usize + STRIDE;

/// A list of lanes, ascending.
#[derive(Clone, Debug)]
pub struct LaneList {
    lanes: [u16; ROOM],
    count: usize,
}

impl Default for LaneList {
    fn default() -> Self {
        Self { lanes: [0; ROOM], count: 0 }
    }
}

impl LaneList {
    /// Makes it the list of the lanes that are in `mask`.
    #[inline]
    pub fn fill(&mut self, mask: &Mask) {
        let (counts, lanes, mut words) = vector::run(Counts { mask });
        if lanes <= FEW {
            let mut places = self.lanes.iter_mut();
            while words != 0 {
                let word = words.trailing_zeros() as u16;
                words &= words - 1;
                let mut bits = mask.0[usize::from(word)];
                while bits != 0 {
                    *places.next().expect("room is left") = 64 * word + bits.trailing_zeros() as u16;
                    bits &= bits - 1;
                }
            }
            self.count = lanes as usize;
            return;
        }
        let mut count = 0;
        for ((&word, many), base) in mask.0.iter().zip(counts).zip((0u16..).step_by(64)) {
            let mut bits = word;
            let next = count + usize::from(many);
            loop {
                let (places, _) =
                    self.lanes[count..].split_first_chunk_mut::<STRIDE>().expect("room is left");
                for place in places {
                    // The top bit stands in for a word that has run out; what is written then is written
                    // over.
                    *place = base + (bits | 1 << 63).trailing_zeros() as u16;
                    bits &= bits.wrapping_sub(1);
                }
                count += STRIDE;
                if count >= next {
                    break;
                }
            }
            count = next;
        }
        self.count = count;
    }

    /// The lanes, and beyond them whatever was there before: as many places as a block has lanes.
    #[inline]
    pub(crate) fn all_places(&self) -> &[u16] {
        &self.lanes[..LANES as usize]
    }

    /// The lanes.
    #[inline]
    pub fn as_slice(&self) -> &[u16] {
        &self.lanes[..self.count]
    }
}

/// How many lanes each word of the mask has, how many all have, and a bit for each word that has any.
struct Counts<'a> {
    mask: &'a Mask,
}

impl Work for Counts<'_> {
    type Output = ([u8; 16], u32, u16);

    #[inline(always)]
    fn run(self) -> Self::Output {
        let (mut counts, mut all, mut words) = ([0; 16], 0, 0);
        for (place, (count, word)) in counts.iter_mut().zip(&self.mask.0).enumerate() {
            let ones = word.count_ones();
            *count = ones as u8;
            all += ones;
            words |= u16::from(ones > 0) << place;
        }
        (counts, all, words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn none_one_and_all() {
        let mut list = LaneList::default();
        list.fill(&Mask::FULL);
        assert!(list.as_slice().iter().copied().eq(0..LANES as u16));
        list.fill(&Mask::EMPTY);
        assert!(list.as_slice().is_empty());
        for lane in [0, 63, 64, 1023] {
            list.fill(&[lane].into_iter().collect());
            assert_eq!(list.as_slice(), [lane]);
        }
    }

    proptest! {
        #[test]
        fn the_list_is_that_of_the_lanes(words: [u64; 16], thinner: [u64; 16], thin in 0u32..5) {
            let mut mask = Mask(words);
            for turn in 0..thin {
                mask = mask.and(Mask(thinner.map(|word| word.rotate_left(turn * 7))));
            }
            let mut list = LaneList::default();
            list.fill(&mask);
            prop_assert_eq!(list.as_slice(), mask.lanes().collect::<Vec<_>>());
        }
    }
}
