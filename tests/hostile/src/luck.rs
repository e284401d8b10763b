//! Luck of an input: a pure function of the target, the seed and the input's number, so that every finding
//! can be made again.
//!
//! Model: SplitMix64 from a state that is mixed from the three. It is quick and fair enough to choose what to
//! damage; no figure rests on it.
//!
//! Source: Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators".

/// The step of the state: 2⁶⁴ over the golden ratio.
const STEP: u64 = 0x9e37_79b9_7f4a_7c15;

/// A row of numbers.
#[derive(Clone, Debug)]
pub struct Luck(u64);

impl Luck {
    /// The luck of an input.
    #[must_use]
    pub fn of(target: &str, seed: u64, number: u64) -> Self {
        let mut luck = Self(seed);
        for byte in target.bytes() {
            luck.0 = luck.next() ^ u64::from(byte);
        }
        luck.0 = luck.next() ^ number;
        luck.0 = luck.next();
        luck
    }

    /// The next number.
    pub const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`; 0 where nothing is below it.
    pub const fn below(&mut self, bound: usize) -> usize {
        let wide = (self.next() as u128) * (bound as u128);
        (wide >> 64) as usize
    }

    /// Whether something happens that happens once in `times`.
    pub const fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of several.
    ///
    /// # Panics
    /// There are none.
    pub fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    /// One of several texts.
    pub(crate) fn word(&mut self, all: &[&'static str]) -> &'static str {
        all[self.below(all.len())]
    }

    /// A piece of something of this length, mostly short.
    pub fn piece(&mut self, length: usize) -> std::ops::Range<usize> {
        let from = self.below(length + 1);
        let most = if self.once_in(3) { length - from } else { (length - from).min(12) };
        from..from + self.below(most + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn luck_follows_from_its_key_and_differs_between_keys() {
        let first = |target, seed, number| Luck::of(target, seed, number).next();
        assert_eq!(first("a", 1, 2), first("a", 1, 2));
        let all = [first("a", 1, 2), first("b", 1, 2), first("a", 2, 2), first("a", 1, 3), first("a", 2, 1)];
        assert!((0..all.len()).all(|place| !all[..place].contains(&all[place])));
    }

    #[test]
    fn bounds_hold() {
        let mut luck = Luck::of("a", 0, 0);
        assert_eq!((luck.below(0), luck.below(1)), (0, 0));
        assert!((0..1000).all(|_| luck.below(7) < 7));
        assert!((0..7).all(|value| (0..1000).any(|_| luck.below(7) == value)));
        for length in 0..40 {
            let piece = luck.piece(length);
            assert!(piece.start <= piece.end && piece.end <= length);
        }
    }
}
