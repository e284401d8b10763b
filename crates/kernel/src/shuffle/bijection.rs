//! A keyed bijection of 0..n: a shuffle that takes no memory and can be asked for single places.
//!
//! A number x below n is written as (row, column) in a grid of a rows and b columns, x = row·b + column, with
//! a = ⌈√n⌉ and b = ⌈n/a⌉. Rounds alternate:
//!
//! ```text
//! even rounds:  row    ← row + F(column)   (mod a)
//! odd rounds:   column ← column + F(row)   (mod b)
//! ```
//!
//! with F(h) = ⌊mix(h) · modulus / 2³²⌋, where `mix` is a 32-bit mixer (two multiplications) between two key
//! words of the round. The key words of all rounds come from Philox at (domain, 0, stream, 2³¹ + 2³⁰ + i).
//! Each round can be undone, so the whole is a bijection of the a·b places of the grid. A result of n or more
//! goes through again until it is below n (cycle walking); a·b < n + a, so hardly any does.
//!
//! Six rounds: with four, the distance between two numbers of one column still shows in the distance of their
//! places; from five on it does not, for n of some hundreds and more. A full Philox block in place of `mix`
//! does no better; one multiplication does far worse. Below 256 it takes sixteen rounds, and a grid with an
//! even side (an odd one can make only every second order): then all orders of up to seven numbers are
//! equally likely, as far as tests can tell.
//!
//! Source: Luby & Rackoff (1988) for alternating rounds; Black & Rogaway (2002) for odd domains and cycle
//! walking; the multipliers of `mix` are those of Wellons' `lowbias32`. Leaves out: secrecy. It is to look
//! shuffled to a statistician, not to an attacker.
//!
//! Long because its two vector paths and the tests that hold them to the slow definition stand beside it.

use crate::luck::draw::BIJECTION;
use crate::vector::{self, Work};
use crate::{Draws, Stream, philox4x32_10};

/// Below this size there are more rounds.
const SMALL: u32 = 256;
/// Rounds from [`SMALL`] on.
const ROUNDS: usize = 6;
/// Rounds below [`SMALL`].
const SMALL_ROUNDS: usize = 16;
/// Places that are computed side by side.
pub(crate) const WIDE: usize = 16;

/// A shuffle of 0..n.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bijection {
    size: u32,
    /// At most 2¹⁶.
    rows: u32,
    /// At most 2¹⁶.
    columns: u32,
    /// ⌊2³² / columns⌋, or 2³² − 1 for a single column: quotients from it are too small by one at most.
    reciprocal: u32,
    keys: [[u32; 2]; SMALL_ROUNDS],
}

impl Bijection {
    /// The shuffle of 0..`size` that belongs to this stream and domain. A size of 0 is taken as 1.
    pub fn new(draws: Draws, stream: Stream, domain: u32, size: u32) -> Self {
        let size = size.max(1);
        let root = size.isqrt();
        let rows = root + u32::from(root * root < size);
        let mut columns = size.div_ceil(rows);
        if size < SMALL && rows % 2 == 1 && columns % 2 == 1 && size > 1 {
            columns += 1;
        }
        let reciprocal = ((1u64 << 32) / u64::from(columns)).min(u64::from(u32::MAX)) as u32;
        let rounds = if size < SMALL { SMALL_ROUNDS } else { ROUNDS };
        let mut keys = [[0; 2]; SMALL_ROUNDS];
        for (i, pair) in keys[..rounds].chunks_exact_mut(2).enumerate() {
            let words = philox4x32_10(draws.key, [domain, 0, stream.0, BIJECTION | i as u32]);
            pair[0] = [words[0], words[1]];
            pair[1] = [words[2], words[3]];
        }
        Self { size, rows, columns, reciprocal, keys }
    }

    /// n.
    #[inline]
    pub const fn size(&self) -> u32 {
        self.size
    }

    /// Where x (below n) goes.
    #[inline]
    pub fn forward(&self, x: u32) -> u32 {
        self.one::<false>(x)
    }

    /// What goes to y (below n).
    #[inline]
    pub fn inverse(&self, y: u32) -> u32 {
        self.one::<true>(y)
    }

    /// Puts in place of each of `numbers` (below n) where it goes: [`Bijection::forward`] for many at once.
    #[inline]
    pub fn forward_each(&self, numbers: &mut [u32]) {
        self.each::<false>(numbers);
    }

    /// Puts in place of each of `places` (below n) what goes to it: [`Bijection::inverse`] for many at once.
    #[inline]
    pub fn inverse_each(&self, places: &mut [u32]) {
        self.each::<true>(places);
    }

    #[inline(always)]
    fn one<const BACK: bool>(&self, x: u32) -> u32 {
        debug_assert!(x < self.size);
        if self.size < SMALL {
            return self.walk::<SMALL_ROUNDS, BACK>(self.step::<SMALL_ROUNDS, BACK, false>(x));
        }
        let y = self.step::<ROUNDS, BACK, false>(x);
        if y < self.size { y } else { self.walk::<ROUNDS, BACK>(y) }
    }

    #[inline(always)]
    fn each<const BACK: bool>(&self, places: &mut [u32]) {
        let (batches, rest) = places.as_chunks_mut::<WIDE>();
        vector::run(Each::<BACK> { bijection: self, batches });
        rest.iter_mut().for_each(|place| *place = self.one::<BACK>(*place));
    }

    /// Row and column of a place of the grid.
    #[inline(always)]
    fn split(&self, place: u32) -> (u32, u32) {
        let row = ((u64::from(place) * u64::from(self.reciprocal)) >> 32) as u32;
        let column = place.wrapping_sub(row.wrapping_mul(self.columns));
        // One too small a quotient leaves one row too much in the rest.
        let over = u32::from(column >= self.columns);
        (row + over, column - over * self.columns)
    }

    /// All rounds, or all of them undone.
    #[inline(always)]
    fn step<const R: usize, const BACK: bool, const VECTOR: bool>(&self, x: u32) -> u32 {
        let (mut row, mut column) = self.split(x);
        let pairs = self.keys[..R].chunks_exact(2);
        if BACK {
            for pair in pairs.rev() {
                let gone = round::<VECTOR>(pair[1], row, self.columns);
                column = below(column + self.columns - gone, self.columns);
                row = below(row + self.rows - round::<VECTOR>(pair[0], column, self.rows), self.rows);
            }
        } else {
            for pair in pairs {
                row = below(row + round::<VECTOR>(pair[0], column, self.rows), self.rows);
                column = below(column + round::<VECTOR>(pair[1], row, self.columns), self.columns);
            }
        }
        row.wrapping_mul(self.columns).wrapping_add(column)
    }

    /// Walks on, or back, from a place of the grid until it is below n.
    #[inline(never)]
    fn walk<const R: usize, const BACK: bool>(&self, mut x: u32) -> u32 {
        while x >= self.size {
            x = self.step::<R, BACK, false>(x);
        }
        x
    }
}

/// `sum`, less than twice the modulus, brought below it. (Too small a sum wraps round to something huge.)
#[inline(always)]
fn below(sum: u32, modulus: u32) -> u32 {
    sum.min(sum.wrapping_sub(modulus))
}

/// F: a number below `modulus` (at most 2¹⁶) from half of the place.
#[inline(always)]
fn round<const VECTOR: bool>(key: [u32; 2], half: u32, modulus: u32) -> u32 {
    let mut mixed = (half ^ key[0]).wrapping_mul(0x7feb_352d);
    mixed ^= mixed >> 15;
    mixed = (mixed ^ key[1]).wrapping_mul(0x846c_a68b);
    mixed ^= mixed >> 16;
    scale::<VECTOR>(mixed, modulus)
}

/// ⌊word · modulus / 2³²⌋ for a modulus of at most 2¹⁶. Vectors do it in two 32-bit products, which saves
/// them the shuffles that 64-bit products would need; nothing is lost between the two.
#[inline(always)]
fn scale<const VECTOR: bool>(word: u32, modulus: u32) -> u32 {
    if VECTOR {
        ((word >> 16) * modulus + (((word & 0xffff) * modulus) >> 16)) >> 16
    } else {
        ((u64::from(word) * u64::from(modulus)) >> 32) as u32
    }
}

/// Every place of the batches, forward or back.
struct Each<'a, const BACK: bool> {
    bijection: &'a Bijection,
    batches: &'a mut [[u32; WIDE]],
}

impl<const BACK: bool> Work for Each<'_, BACK> {
    type Output = ();

    #[inline(always)]
    fn run(self) {
        if self.bijection.size < SMALL { self.rounds::<SMALL_ROUNDS>() } else { self.rounds::<ROUNDS>() }
    }
}

impl<const BACK: bool> Each<'_, BACK> {
    #[inline(always)]
    fn rounds<const R: usize>(self) {
        let bijection = *self.bijection;
        for batch in self.batches {
            let mut beyond = false;
            for place in batch.iter_mut() {
                *place = bijection.step::<R, BACK, true>(*place);
                beyond |= *place >= bijection.size;
            }
            if beyond {
                for place in batch {
                    *place = self.bijection.walk::<R, BACK>(*place);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::luck::draw::Seed;
    use crate::vector::on_each_path;
    use proptest::prelude::*;

    const STREAM: Stream = Stream(3);

    fn bijection(seed: u64, domain: u32, size: u32) -> Bijection {
        Bijection::new(Draws::new(Seed(seed)), STREAM, domain, size)
    }

    /// Checks that 0..n is sent onto 0..n, that the inverse undoes it, and that batches agree.
    fn is_a_shuffle(shuffle: &Bijection) {
        let size = shuffle.size();
        let places: Vec<u32> = (0..size).map(|x| shuffle.forward(x)).collect();
        let mut taken = vec![false; size as usize];
        for (x, &y) in (0..).zip(&places) {
            assert!(!std::mem::replace(&mut taken[y as usize], true), "two numbers at place {y} of {size}");
            assert_eq!(shuffle.inverse(y), x);
        }
        let mut back = places;
        shuffle.inverse_each(&mut back);
        assert!((0..size).eq(back));
    }

    #[test]
    fn one_two_and_three() {
        for domain in 0..20 {
            assert_eq!(bijection(1, domain, 0), bijection(1, domain, 1));
            assert_eq!((bijection(1, domain, 1).forward(0), bijection(1, domain, 1).inverse(0)), (0, 0));
        }
        // Both orders of two numbers come up.
        assert!((0..20).any(|domain| bijection(1, domain, 2).forward(0) == 0));
        assert!((0..20).any(|domain| bijection(1, domain, 2).forward(0) == 1));
    }

    #[test]
    fn small_sizes_are_shuffles() {
        for size in 1..=300 {
            is_a_shuffle(&bijection(7, size, size));
        }
    }

    #[test]
    fn large_sizes_are_shuffles() {
        for size in [4096, 65_535, 65_536, 65_537, 100_003, 1_000_000] {
            is_a_shuffle(&bijection(8, 0, size));
        }
    }

    #[test]
    fn the_grid_is_hardly_larger_than_its_content() {
        for size in (1..5000).chain([u32::MAX, u32::MAX - 1, 1 << 31, 1_400_000_000, 65_535 * 65_535]) {
            let shuffle = bijection(1, 0, size);
            let (rows, columns) = (u64::from(shuffle.rows), u64::from(shuffle.columns));
            assert!(rows <= 1 << 16 && columns <= 1 << 16);
            let spare = rows * columns - u64::from(size);
            assert!(spare < if size < SMALL { 2 * rows } else { rows }, "{spare} spare places for {size}");
        }
    }

    #[test]
    fn streams_domains_and_seeds_have_their_own_order() {
        let order = |shuffle: Bijection| (0..50).map(|x| shuffle.forward(x)).collect::<Vec<_>>();
        let base = order(bijection(1, 2, 1000));
        assert_ne!(base, order(bijection(2, 2, 1000)));
        assert_ne!(base, order(bijection(1, 3, 1000)));
        assert_ne!(base, order(Bijection::new(Draws::new(Seed(1)), Stream(4), 2, 1000)));
    }

    /// The definition at the head of this file, in wide whole numbers and one place at a time.
    fn defined(seed: u64, domain: u32, size: u64, x: u64) -> u64 {
        let rows = (1..).find(|rows| rows * rows >= size).expect("a root");
        let columns = size.div_ceil(rows);
        // Few numbers: an even side, since two odd ones make only every second order; a single number needs
        // none.
        let odd = (2..256).contains(&size) && (rows * columns) % 2 == 1;
        let (columns, rounds) = (columns + u64::from(odd), if size < 256 { 16 } else { 6 });
        let keys: Vec<u32> = (0..rounds / 2)
            .flat_map(|i| philox4x32_10([seed as u32, 0], [domain, 0, STREAM.0, 0xC000_0000 + i]))
            .collect();
        let word = |product: u64| product % (1 << 32);
        let f = |round: usize, half: u64, modulus: u64| {
            let [before, after] = [keys[2 * round], keys[2 * round + 1]].map(u64::from);
            let mixed = word((half ^ before) * 0x7feb_352d);
            let mixed = word((mixed ^ (mixed / (1 << 15)) ^ after) * 0x846c_a68b);
            (mixed ^ (mixed / (1 << 16))) * modulus / (1 << 32)
        };
        let mut place = x;
        loop {
            let (mut row, mut column) = (place / columns, place % columns);
            for round in 0..rounds as usize {
                if round % 2 == 0 {
                    row = (row + f(round, column, rows)) % rows;
                } else {
                    column = (column + f(round, row, columns)) % columns;
                }
            }
            place = row * columns + column;
            if place < size {
                return place;
            }
        }
    }

    #[test]
    fn places_are_those_of_the_definition() {
        for size in (1..=40).chain([120, 225, 254, 255, 256, 257, 289, 1000, 1023]) {
            let shuffle = bijection(5, 6, size);
            let places: Vec<u32> = (0..size).map(|x| shuffle.forward(x)).collect();
            let wanted: Vec<u32> =
                (0..size).map(|x| defined(5, 6, u64::from(size), u64::from(x)) as u32).collect();
            assert_eq!(places, wanted, "{size}");
            // Batches walk on from every place beyond the end, also where it is the only one of its batch.
            let mut many: Vec<u32> = (0..size).collect();
            shuffle.forward_each(&mut many);
            assert_eq!(many, places, "{size}");
            shuffle.inverse_each(&mut many);
            assert!((0..size).eq(many), "{size}");
        }
        for size in [65_537, 1_400_000_000, u32::MAX] {
            for x in [0, 1, size / 2, size - 1] {
                let wanted = defined(5, 6, u64::from(size), u64::from(x)) as u32;
                assert_eq!(bijection(5, 6, size).forward(x), wanted, "{x} of {size}");
            }
        }
    }

    proptest! {
        #[test]
        fn there_and_back(seed: u64, domain: u32, size in 1u32.., at: prop::sample::Index) {
            let shuffle = bijection(seed, domain, size);
            let x = at.index(size as usize) as u32;
            prop_assert!(shuffle.forward(x) < size);
            prop_assert_eq!(shuffle.inverse(shuffle.forward(x)), x);
            prop_assert_eq!(shuffle.forward(shuffle.inverse(x)), x);
        }

        #[test]
        fn many_is_one_by_one_on_every_path(
            seed: u64, size in prop_oneof![1u32..2000, 1u32..], at: prop::sample::Index, len in 0u32..70,
        ) {
            let shuffle = bijection(seed, 5, size);
            let first = at.index(size as usize) as u32;
            let places: Vec<u32> = (first..size).take(len as usize).collect();
            let inverses: Vec<u32> = places.iter().map(|&y| shuffle.inverse(y)).collect();
            on_each_path(|| {
                let mut many = places.clone();
                shuffle.inverse_each(&mut many);
                assert_eq!(many, inverses);
                shuffle.forward_each(&mut many);
                assert_eq!(many, places);
            });
        }

        #[test]
        fn both_ways_of_scaling_agree(word: u32, modulus in 1u32..=1 << 16) {
            prop_assert_eq!(scale::<true>(word, modulus), scale::<false>(word, modulus));
            prop_assert!(scale::<true>(word, modulus) < modulus);
        }

        #[test]
        fn splitting_is_division(size in 1u32.., at: prop::sample::Index) {
            let shuffle = bijection(0, 0, size);
            let place = at.index(size as usize) as u32;
            prop_assert_eq!(shuffle.split(place), (place / shuffle.columns, place % shuffle.columns));
        }
    }
}
