//! The luck of many lanes of a block at once: one random block for each lane of a mask, drawn side by side.
//!
//! The draws are those of [`Draws::luck`], bit for bit; only the order of work differs: sixteen lanes at a
//! time, in vector code. The words stay in order of the lanes, word by word, so that whole masks can be
//! compared with a chance.

use crate::vector::{self, Work};
use crate::{Chance, Draws, LANES, LaneList, Luck, Mask, Stream, philox4x32_10};

/// Lanes that are drawn side by side.
const WIDTH: usize = 16;
/// The most lanes for which one after the other is faster.
const SINGLY: usize = 2;

/// The luck of the lanes of a mask; its memory is used again for the next.
#[derive(Clone, Debug)]
pub struct LaneLuck {
    lanes: Box<LaneList>,
    words: [Vec<u32>; 4],
}

impl Default for LaneLuck {
    fn default() -> Self {
        Self { lanes: Box::default(), words: [(); 4].map(|()| vec![0; LANES as usize]) }
    }
}

impl Draws {
    /// The luck of each of the `lanes` of the block whose first person is `first_person`: for lane l that of
    /// `luck(stream, first_person + l, tick, index)`.
    #[inline]
    pub fn lane_luck(
        self,
        stream: Stream,
        first_person: u32,
        lanes: &Mask,
        tick: u32,
        index: u32,
        out: &mut LaneLuck,
    ) {
        out.lanes.fill(lanes);
        let count = out.lanes.as_slice().len();
        let rest = [tick, stream.0, index];
        if count <= SINGLY {
            for place in 0..count {
                let person = first_person.wrapping_add(u32::from(out.lanes.as_slice()[place]));
                let words = philox4x32_10(self.key, [person, rest[0], rest[1], rest[2]]);
                for (out, word) in out.words.iter_mut().zip(words) {
                    out[place] = word;
                }
            }
            return;
        }
        vector::run(Drawing { key: self.key, first_person, rest, out });
    }
}

struct Drawing<'a> {
    key: [u32; 2],
    first_person: u32,
    rest: [u32; 3],
    out: &'a mut LaneLuck,
}

impl Work for Drawing<'_> {
    type Output = ();

    #[inline(always)]
    fn run(self) {
        let [c1, c2, c3] = self.rest.map(u64::from);
        let steps = self.out.len().div_ceil(WIDTH);
        let [words0, words1, words2, words3] = &mut self.out.words;
        let words = words0
            .chunks_exact_mut(WIDTH)
            .zip(words1.chunks_exact_mut(WIDTH))
            .zip(words2.chunks_exact_mut(WIDTH).zip(words3.chunks_exact_mut(WIDTH)));
        // What lies beyond the last lane is drawn too, for nobody, so that every step is a whole one.
        let lanes = self.out.lanes.all_places().chunks_exact(WIDTH).take(steps);
        for (lanes, ((words0, words1), (words2, words3))) in lanes.zip(words) {
            for i in 0..WIDTH {
                let person = u64::from(self.first_person.wrapping_add(u32::from(lanes[i])));
                let block = vector::philox_wide(self.key, [person, c1, c2, c3]);
                [words0[i], words1[i], words2[i], words3[i]] = block.map(|word| word as u32);
            }
        }
    }
}

impl LaneLuck {
    /// How many lanes were drawn for.
    pub fn len(&self) -> usize {
        self.lanes.as_slice().len()
    }

    /// Bytes that it holds.
    pub fn bytes(&self) -> usize {
        size_of::<LaneList>() + self.words.iter().map(|words| words.capacity() * 4).sum::<usize>()
    }

    /// Whether nobody was drawn for.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The lane at a place, ascending.
    #[inline]
    pub fn lane(&self, place: usize) -> u16 {
        self.lanes.as_slice()[place]
    }

    /// A word of the lane at a place.
    #[inline]
    pub fn word(&self, place: usize, word: usize) -> u32 {
        self.words[word][place]
    }

    /// The luck of the lane at a place.
    #[inline]
    pub fn at(&self, place: usize) -> Luck {
        let [first, second, third, fourth] = &self.words;
        Luck([first[place], second[place], third[place], fourth[place]])
    }

    /// The lanes whose word `word` lies below the chance: those that it hits.
    pub fn hits(&self, word: usize, chance: Chance) -> Mask {
        self.below(word, |_| chance)
    }

    /// The lanes whose word `word` is hit by the chance of their own.
    #[inline]
    pub fn below(&self, word: usize, chance: impl Fn(u16) -> Chance) -> Mask {
        let mut mask = Mask::EMPTY;
        for (&lane, &word) in self.lanes.as_slice().iter().zip(&self.words[word]) {
            mask.0[usize::from(lane / 64)] |= u64::from(chance(lane).hits(word)) << (lane % 64);
        }
        mask
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::luck::draw::Seed;
    use crate::vector::on_each_path;
    use proptest::prelude::*;

    #[test]
    fn nobody() {
        let mut luck = LaneLuck::default();
        Draws::new(Seed(1)).lane_luck(Stream(2), 0, &Mask::EMPTY, 3, 4, &mut luck);
        assert!(luck.is_empty() && luck.hits(0, Chance::ONE).is_empty());
    }

    proptest! {
        #[test]
        fn it_is_the_luck_of_each(
            seed: u64, first: u32, tick: u32, index in 0u32..1 << 31, bits: [u64; 16], thin in 0u32..8, raw in 0u64..=1 << 32,
        ) {
            let draws = Draws::new(Seed(seed));
            let lanes = Mask(bits.map(|word| (0..thin).fold(word, |word, turn| word & word.rotate_left(turn * 7 + 1))));
            let chance = Chance::from_raw(raw).expect("in range");
            let mut luck = LaneLuck::default();
            on_each_path(|| {
                draws.lane_luck(Stream(9), first, &lanes, tick, index, &mut luck);
                assert_eq!(luck.len() as u32, lanes.count());
                for (place, lane) in lanes.lanes().enumerate() {
                    let wanted = draws.luck(Stream(9), first.wrapping_add(u32::from(lane)), tick, index);
                    assert_eq!((luck.lane(place), luck.at(place)), (lane, wanted));
                    assert_eq!([0, 1, 2, 3].map(|word| luck.word(place, word)), wanted.0);
                    assert_eq!(luck.hits(2, chance).contains(lane), chance.hits(wanted.word(2)));
                }
                assert!(luck.hits(1, Chance::ONE) == lanes);
            });
        }
    }
}
