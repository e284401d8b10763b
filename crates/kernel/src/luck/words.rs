//! Many words of luck in a row, for those who need one word each rather than a whole block.
//!
//! A bundle is 16 Philox blocks, 64 words. Bundle b takes the luck of the persons `first` + 16·b + i, i =
//! 0..16, at one tick, stream and index 0; word w of that luck is word 16·w + i of the bundle. So the words
//! are those of [`Draws::luck`], laid out as a vector unit makes them, and which bundles are drawn does not
//! change the others.
//!
//! Use: the candidates of a block of persons, one word each, four candidates a Philox block. A stream used
//! like this is not to be used with [`Draws::luck`] for the same persons.

use crate::{Draws, Stream, vector};

/// Words in a bundle.
pub const BUNDLE: usize = 64;
/// Philox blocks in a bundle.
const BLOCKS: usize = BUNDLE / 4;

impl Draws {
    /// The bundles of words of `stream` at `tick` that begin with person `first`: as many as `out` takes.
    #[inline]
    pub fn words(self, stream: Stream, first: u32, tick: u32, out: &mut [[u32; BUNDLE]]) {
        let mut first = first;
        for bundle in out {
            let (low, high) = bundle.split_at_mut(BUNDLE / 2);
            let ((zero, one), (two, three)) = (low.split_at_mut(BLOCKS), high.split_at_mut(BLOCKS));
            vector::fill_counters(self.key, first, [tick, stream.0, 0], [zero, one, two, three]);
            first = first.wrapping_add(BLOCKS as u32);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::luck::draw::Seed;
    use proptest::prelude::*;

    #[test]
    fn nothing_asked_nothing_drawn() {
        Draws::new(Seed(1)).words(Stream(1), 0, 0, &mut []);
    }

    proptest! {
        #[test]
        fn words_are_those_of_the_luck(seed: u64, stream: u32, first: u32, tick: u32) {
            let draws = Draws::new(Seed(seed));
            let mut out = [[0; BUNDLE]; 3];
            draws.words(Stream(stream), first, tick, &mut out);
            for (b, bundle) in (0u32..).zip(&out) {
                for (place, &word) in (0u32..).zip(bundle) {
                    let person = first.wrapping_add(16 * b + place % 16);
                    let luck = draws.luck(Stream(stream), person, tick, 0);
                    prop_assert_eq!(word, luck.word(place as usize / 16));
                }
            }
        }
    }
}
