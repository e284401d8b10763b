//! One bit for each lane of a block.
//!
//! Bit `b` of word `w` stands for lane `64·w + b`. All operations touch the whole 128 bytes and have no
//! branches.

use std::ops::Not;

use crate::{LANES, Loader, Saved, Saver, Unfit};

/// A set of lanes of one block: 1,024 bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Mask(pub [u64; 16]);

impl Mask {
    /// No lane.
    pub const EMPTY: Self = Self([0; 16]);
    /// All 1,024 lanes.
    pub const FULL: Self = Self([u64::MAX; 16]);

    /// The first `n` lanes; all of them from 1,024 on. Cuts a short last block to its length.
    #[inline]
    pub const fn first(n: u32) -> Self {
        let mut words = [0u64; 16];
        let mut word = 0;
        while word < 16 {
            let left = n.saturating_sub(64 * word as u32);
            words[word] = if left >= 64 { u64::MAX } else { (1 << left) - 1 };
            word += 1;
        }
        Self(words)
    }

    /// The lanes whose value lies in the range; lanes beyond the values are out.
    pub fn of_range(values: &[i16], range: std::ops::RangeInclusive<i16>) -> Self {
        crate::vector::run(OfRange { values, low: *range.start(), high: *range.end() })
    }

    /// Whether `lane` (below 1,024) is in.
    #[inline]
    pub const fn contains(&self, lane: u16) -> bool {
        self.0[lane as usize / 64] >> (lane % 64) & 1 == 1
    }

    /// Puts `lane` (below 1,024) in.
    #[inline]
    pub const fn insert(&mut self, lane: u16) {
        self.0[lane as usize / 64] |= 1 << (lane % 64);
    }

    /// Puts `count` (at most 64) lanes from `first` (below 1,024) on in; those beyond the last lane are left
    /// out.
    #[inline]
    pub const fn insert_run(&mut self, first: u16, count: u16) {
        let lanes = ((1u128 << count) - 1) << (first % 64);
        let word = first as usize / 64;
        self.0[word] |= lanes as u64;
        if word + 1 < self.0.len() {
            self.0[word + 1] |= (lanes >> 64) as u64;
        }
    }

    /// Takes `lane` (below 1,024) out.
    #[inline]
    pub const fn remove(&mut self, lane: u16) {
        self.0[lane as usize / 64] &= !(1 << (lane % 64));
    }

    /// Puts `lane` (below 1,024) in or takes it out.
    #[inline]
    pub const fn put(&mut self, lane: u16, on: bool) {
        if on {
            self.insert(lane);
        } else {
            self.remove(lane);
        }
    }

    /// How many lanes are in: 0 to 1,024.
    #[inline]
    pub fn count(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    /// Whether no lane is in.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.0.iter().fold(0, |all, word| all | word) == 0
    }

    /// The lanes in both.
    #[inline]
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(std::array::from_fn(|word| self.0[word] & other.0[word]))
    }

    /// The lanes in either.
    #[inline]
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self(std::array::from_fn(|word| self.0[word] | other.0[word]))
    }

    /// The lanes in `self` that are not in `other`.
    #[inline]
    #[must_use]
    pub fn and_not(self, other: Self) -> Self {
        Self(std::array::from_fn(|word| self.0[word] & !other.0[word]))
    }

    /// Whether every lane of `self` is in `other`.
    #[inline]
    pub fn is_within(&self, other: &Self) -> bool {
        self.and_not(*other).is_empty()
    }

    /// The lanes that are in, ascending.
    #[inline]
    pub fn lanes(&self) -> Lanes {
        Lanes { words: self.0, word: 0, left: self.0[0] }
    }
}

impl Not for Mask {
    type Output = Self;
    #[inline]
    fn not(self) -> Self {
        Self::FULL.and_not(self)
    }
}

impl FromIterator<u16> for Mask {
    fn from_iter<I: IntoIterator<Item = u16>>(lanes: I) -> Self {
        let mut mask = Self::EMPTY;
        for lane in lanes {
            mask.insert(lane);
        }
        mask
    }
}

/// All lanes, also those that hold nobody: whole planes are worked on at once, and some keep bits there.
impl Saved for Mask {
    const LEAST: usize = LANES as usize / 8;

    fn save(&self, to: &mut Saver) {
        to.put(&self.0);
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        from.take().map(Self)
    }
}

/// The lanes of a [`Mask`], ascending.
#[derive(Clone, Debug)]
pub struct Lanes {
    words: [u64; 16],
    word: u16,
    left: u64,
}

impl Iterator for Lanes {
    type Item = u16;

    #[inline]
    fn next(&mut self) -> Option<u16> {
        while self.left == 0 {
            self.word += 1;
            self.left = *self.words.get(usize::from(self.word))?;
        }
        let lane = 64 * self.word + self.left.trailing_zeros() as u16;
        self.left &= self.left - 1;
        Some(lane)
    }

    #[inline]
    fn fold<A, F: FnMut(A, u16) -> A>(self, start: A, mut each: F) -> A {
        let mut result = start;
        let mut left = self.left;
        for word in self.word..16 {
            if word != self.word {
                left = self.words[usize::from(word)];
            }
            while left != 0 {
                result = each(result, 64 * word + left.trailing_zeros() as u16);
                left &= left - 1;
            }
        }
        result
    }
}

struct OfRange<'a> {
    values: &'a [i16],
    low: i16,
    high: i16,
}

impl crate::vector::Work for OfRange<'_> {
    type Output = Mask;

    #[inline(always)]
    fn run(self) -> Mask {
        let mut words = [0u64; 16];
        let mut whole = self.values.chunks_exact(64);
        let mut place = 0;
        for values in &mut whole {
            let mut inside = [0u8; 64];
            for (inside, &value) in inside.iter_mut().zip(values) {
                *inside = u8::from((self.low <= value) & (value <= self.high));
            }
            // The low bits of eight bytes come together in the highest byte of the product.
            let (bytes, _) = inside.as_chunks::<8>();
            words[place] = bytes.iter().rev().fold(0, |bits, bytes| {
                bits << 8 | u64::from_le_bytes(*bytes).wrapping_mul(0x0102_0408_1020_4080) >> 56
            });
            place += 1;
        }
        for (bit, &value) in whole.remainder().iter().enumerate() {
            words[place] |= u64::from(self.low <= value && value <= self.high) << bit;
        }
        Mask(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_holds_the_lanes_with_values_in_it() {
        let mut values = vec![0i16; 130];
        (values[0], values[64], values[129]) = (-5, 7, 5);
        assert_eq!(Mask::of_range(&values, -5..=-1).lanes().collect::<Vec<_>>(), [0]);
        assert_eq!(Mask::of_range(&values, 5..=7).lanes().collect::<Vec<_>>(), [64, 129]);
        assert_eq!(Mask::of_range(&values, i16::MIN..=i16::MAX), Mask::first(130));
        assert!(Mask::of_range(&[], 0..=0).is_empty() && Mask::of_range(&[1; 1024], 2..=2).is_empty());
    }
    use proptest::prelude::*;

    #[test]
    fn lanes_that_were_put_in_are_there_until_they_are_removed() {
        let mut mask = Mask::EMPTY;
        for lane in [0, 63, 64, 1023] {
            mask.insert(lane);
        }
        assert_eq!(mask.lanes().collect::<Vec<_>>(), [0, 63, 64, 1023]);
        mask.remove(63);
        assert!(!mask.contains(63) && mask.contains(64));
        assert_eq!(mask.count(), 3);
        assert_eq!(mask.0[1], 1);
    }

    #[test]
    fn empty_and_full() {
        assert!(Mask::EMPTY.is_empty() && Mask::EMPTY.lanes().next().is_none());
        assert_eq!(Mask::FULL.count(), LANES);
        assert_eq!(!Mask::FULL, Mask::EMPTY);
        assert_eq!(Mask::first(0), Mask::EMPTY);
        assert_eq!(Mask::first(1024), Mask::FULL);
        assert_eq!(Mask::first(u32::MAX), Mask::FULL);
    }

    #[test]
    fn an_exhausted_iterator_stays_exhausted() {
        let mut lanes = Mask::first(1).lanes();
        assert_eq!((lanes.next(), lanes.next(), lanes.next()), (Some(0), None, None));
    }

    proptest! {
        #[test]
        fn first_has_n_lanes(n in 0u32..=1024) {
            let mask = Mask::first(n);
            prop_assert_eq!(mask.count(), n);
            prop_assert_eq!(mask.lanes().map(u32::from).collect::<Vec<_>>(), (0..n).collect::<Vec<_>>());
        }

        #[test]
        fn sets_behave_as_sets(a: [u64; 16], b: [u64; 16]) {
            let (a, b) = (Mask(a), Mask(b));
            prop_assert_eq!(a.and(b).or(a.and_not(b)), a);
            prop_assert_eq!(!a.or(b), (!a).and(!b));
            prop_assert_eq!(a.lanes().collect::<Mask>(), a);
            prop_assert!(a.and(b).is_within(&a));
            let (first, count) = ((b.0[0] % 1024) as u16, (b.0[1] % 65) as u16);
            let mut with = a;
            with.insert_run(first, count);
            prop_assert_eq!(with, a.or((first..(first + count).min(1024)).collect()));
            prop_assert_eq!(a.lanes().count() as u32, a.count());
            let mut stepped = Vec::new();
            for lane in a.lanes() { stepped.push(lane); }
            prop_assert_eq!(a.lanes().fold(Vec::new(), |mut v, lane| { v.push(lane); v }), stepped);
        }
    }
}
