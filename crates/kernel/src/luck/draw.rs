//! Keyed draws: luck as a pure function of (seed, stream, person, tick, index).
//!
//! There is no state to advance. One call gives one [`Luck`], a Philox block of four 32-bit words, from the
//! key (the seed's low half, its high half) and a counter of four words. The counters of the whole crate are
//! laid out so that no two uses of one stream meet:
//!
//! | use | c0 | c1 | c2 | c3 |
//! |---|---|---|---|---|
//! | [`Draws::luck`] | person | tick | stream | index, below 2³¹ |
//! | [`Draws::candidates`] | block | tick | stream | 2³¹ + 8·plane + i |
//! | [`crate::Bijection`] | domain | 0 | stream | 2³¹ + 2³⁰ + i |
//!
//! So the order of work changes nothing, the same person has the same luck in two worlds (common random
//! numbers), and a draw of one stream does not depend on whether another stream is used. Streams are
//! constants of the callers.
//!
//! Source: Salmon et al. (SC 2011). Leaves out: distributions; they belong to those who know what they draw.

use crate::{Chance, philox4x32_10, vector};

/// The top bit of the index word: set in the counters of this crate's own uses.
pub(crate) const CANDIDATES: u32 = 1 << 31;
/// The top two bits of the index word.
pub(crate) const BIJECTION: u32 = 0b11 << 30;

/// The number that a whole world of luck is made from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seed(pub u64);

impl std::fmt::Display for Seed {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(&self.0, formatter)
    }
}

/// What a draw is for. Two purposes with different streams have independent luck.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stream(pub u32);

/// The source of all draws under one seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub struct Draws {
    pub(crate) key: [u32; 2],
}

impl Draws {
    /// The draws of this seed.
    #[inline]
    pub const fn new(seed: Seed) -> Self {
        Self { key: [seed.0 as u32, (seed.0 >> 32) as u32] }
    }

    /// The luck of `person` at `tick` in `stream`. `index` (below 2³¹) tells several draws apart; it may be
    /// another person's number.
    #[inline]
    pub const fn luck(self, stream: Stream, person: u32, tick: u32, index: u32) -> Luck {
        debug_assert!(index < CANDIDATES);
        Luck(philox4x32_10(self.key, [person, tick, stream.0, index]))
    }

    /// The luck of consecutive persons, word by word: `out[w][i]` is word w of
    /// `luck(stream, first + i, tick, index)`. The four slices are of one length.
    #[inline]
    pub fn luck_of_run(self, stream: Stream, first: u32, [tick, index]: [u32; 2], out: [&mut [u32]; 4]) {
        debug_assert!(index < CANDIDATES);
        vector::fill_counters(self.key, first, [tick, stream.0, index], out);
    }
}

impl Draws {
    /// The words of a person at a tick in a stream, one after the other, without end: those of the luck at
    /// `index`, then at `index` + 1, and so on.
    #[inline]
    pub fn word_by_word(
        self,
        stream: Stream,
        person: u32,
        tick: u32,
        index: u32,
    ) -> impl Iterator<Item = u32> {
        (index..).flat_map(move |index| self.luck(stream, person, tick, index).0)
    }
}

/// One random block: four independent words, each uniform over 0..2³².
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub struct Luck(pub [u32; 4]);

impl Luck {
    /// Word `i`, 0 to 3.
    #[inline]
    pub const fn word(self, i: usize) -> u32 {
        self.0[i]
    }

    /// Word `i` as a number in [0, 1), in steps of 2⁻³².
    #[inline]
    pub const fn unit(self, i: usize) -> f64 {
        self.0[i] as f64 / 4_294_967_296.0
    }

    /// Word `i` as a whole number in 0..n (0 if n is 0), by multiply and shift. No value is likelier than
    /// another by more than one part in 2³²/n.
    #[inline]
    pub const fn below(self, i: usize, n: u32) -> u32 {
        ((self.0[i] as u64 * n as u64) >> 32) as u32
    }

    /// Whether something of this chance happens, judged by word `i`.
    #[inline]
    pub const fn hits(self, i: usize, chance: Chance) -> bool {
        chance.hits(self.0[i])
    }

    /// Half 0 (words 0 and 1) or half 1 (words 2 and 3) as 64 bits, the first word low.
    #[inline]
    pub const fn long(self, half: usize) -> u64 {
        self.0[2 * half] as u64 | (self.0[2 * half + 1] as u64) << 32
    }

    /// Half 0 or 1 as a number in [0, 1) in steps of 2⁻⁵³, for tails that 2⁻³² is too coarse for.
    #[inline]
    pub const fn fine_unit(self, half: usize) -> f64 {
        (self.long(half) >> 11) as f64 / 9_007_199_254_740_992.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_counter_is_person_tick_stream_index() {
        let draws = Draws::new(Seed(0x0000_0002_0000_0001));
        assert_eq!(draws.luck(Stream(5), 3, 4, 6).0, philox4x32_10([1, 2], [3, 4, 5, 6]));
    }

    #[test]
    fn word_by_word_is_luck_after_luck() {
        let draws = Draws::new(Seed(3));
        for (number, word) in (0..9).zip(draws.word_by_word(Stream(5), 7, 11, 40)) {
            assert_eq!(word, draws.luck(Stream(5), 7, 11, 40 + number / 4).word(number as usize % 4));
        }
    }

    #[test]
    fn words_of_luck_become_units_numbers_below_and_hits() {
        let luck = Luck([0x8000_0000, 0x0000_0001, u32::MAX, u32::MAX]);
        assert_eq!(luck.unit(0), 0.5);
        assert_eq!(luck.below(0, 10), 5);
        assert_eq!((luck.below(2, 10), luck.below(2, 1), luck.below(2, 0)), (9, 0, 0));
        assert_eq!(luck.long(0), 0x0000_0001_8000_0000);
        assert_eq!(luck.long(1), u64::MAX);
        assert!(luck.unit(2) < 1.0 && luck.fine_unit(1) < 1.0);
        // (2³² + 2³¹) / 2⁶⁴ = 3 · 2⁻³³, and the half above it.
        assert_eq!(luck.fine_unit(0), 3.0 / 8_589_934_592.0);
        assert_eq!(Luck([0, 0, 0, 1 << 31]).fine_unit(1), 0.5);
        assert!(luck.hits(1, Chance::from_share(0.5)) && !luck.hits(0, Chance::from_share(0.5)));
    }

    #[test]
    fn a_run_is_one_by_one() {
        let draws = Draws::new(Seed(9));
        let mut out = [[0; 37]; 4];
        let [zero, one, two, three] = &mut out;
        draws.luck_of_run(Stream(3), u32::MAX - 5, [4, 7], [zero, one, two, three]);
        for i in 0..37 {
            let luck = draws.luck(Stream(3), (u32::MAX - 5).wrapping_add(i), 4, 7);
            assert_eq!(luck.0, out.map(|words| words[i as usize]));
        }
        draws.luck_of_run(Stream(3), 0, [0, 0], [&mut [], &mut [], &mut [], &mut []]);
    }
}
