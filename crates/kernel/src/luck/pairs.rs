//! Luck of pairs: whether something is so between one person and each of several others, the same from either
//! side.
//!
//! Model: the luck of a pair is `luck(stream, lower number, higher number, 0)`, so that it does not matter
//! who of the two is asked. That of one person with up to 64 others is drawn side by side.
//!
//! Symbols: none. Source: our definition. Leaves out: luck of a pair that changes with the tick.

use crate::vector::{self, Work};
use crate::{Chance, Draws, Stream};

/// Pairs drawn side by side.
const WIDTH: usize = 16;
/// Most others at once: the bits of the result.
const MOST: usize = 64;

impl Draws {
    /// Whom of the `others` (at most 64) the chance hits together with `one`: bit i of the result is for
    /// `others[i]`.
    ///
    /// It is that of `luck(stream, one.min(other), one.max(other), 0).word(0)`.
    ///
    /// # Panics
    /// With more than 64 others.
    #[inline]
    pub fn pairs(self, stream: Stream, one: u32, others: &[u32], chance: Chance) -> u64 {
        assert!(others.len() <= MOST, "at most {MOST} others at once");
        vector::run(Pairs { key: self.key, stream: stream.0, one, others, chance: chance.raw() })
    }
}

struct Pairs<'a> {
    key: [u32; 2],
    stream: u32,
    one: u32,
    others: &'a [u32],
    chance: u64,
}

impl Work for Pairs<'_> {
    type Output = u64;

    #[inline(always)]
    fn run(self) -> u64 {
        let mut hit = 0;
        for (number, some) in self.others.chunks(WIDTH).enumerate() {
            // What lies beyond the last one is drawn too, for nobody, so that every step is a whole one.
            let mut others = [self.one; WIDTH];
            others[..some.len()].copy_from_slice(some);
            let mut bits = [0u8; WIDTH];
            for (bit, other) in bits.iter_mut().zip(others) {
                let (low, high) = (self.one.min(other), self.one.max(other));
                let counter = [u64::from(low), u64::from(high), u64::from(self.stream), 0];
                *bit = u8::from(vector::philox_wide(self.key, counter)[0] < self.chance);
            }
            let step = bits.iter().rev().fold(0u64, |all, bit| all << 1 | u64::from(*bit));
            hit |= (step & ((1 << some.len()) - 1)) << (WIDTH * number);
        }
        hit
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::luck::draw::Seed;
    use crate::vector::on_each_path;
    use proptest::prelude::*;

    #[test]
    fn nobody_and_a_sure_thing() {
        let draws = Draws::new(Seed(1));
        assert_eq!(draws.pairs(Stream(1), 5, &[], Chance::ONE), 0);
        assert_eq!(draws.pairs(Stream(1), 5, &[3, 5, 9], Chance::ONE), 7);
        assert_eq!(draws.pairs(Stream(1), 5, &[3; 64], Chance::ONE), u64::MAX);
        assert_eq!(draws.pairs(Stream(1), 5, &[3; 64], Chance::ZERO), 0);
    }

    proptest! {
        #[test]
        fn it_is_the_luck_of_each_pair(
            seed: u64, one: u32, others in proptest::collection::vec(any::<u32>(), 0..=64), raw in 0u64..=1 << 32,
        ) {
            let (draws, chance) = (Draws::new(Seed(seed)), Chance::from_raw(raw).expect("in range"));
            on_each_path(|| {
                let hit = draws.pairs(Stream(7), one, &others, chance);
                for (place, &other) in others.iter().enumerate() {
                    let luck = draws.luck(Stream(7), one.min(other), one.max(other), 0);
                    assert_eq!(hit >> place & 1 == 1, chance.hits(luck.word(0)));
                }
                assert!(others.len() == 64 || hit >> others.len() == 0);
            });
        }
    }
}
