//! Who acts: for each of the 1,024 lanes of a block, yes with chance p, at a cost that hardly depends on p.
//!
//! Each lane has a uniform random number U in [0, 1) whose binary digits are drawn one at a time, one *plane*
//! of 1,024 digits for all lanes together; the lane is chosen if U < p. Planes are compared with the binary
//! digits of p from the first one down, over the lanes that are still undecided:
//!
//! 1. where p has a 1, the lanes whose digit is 0 are in, the others stay undecided;
//! 2. where p has a 0, the lanes whose digit is 1 are out, the others stay undecided;
//! 3. it ends when nobody is undecided, or when p has no 1 left: then the undecided are out, since U ≥ p.
//!
//! Each plane halves the undecided, so about eleven planes do for any p, and fewer for a p of few digits. A
//! plane is eight Philox blocks at (block, tick, stream, 2³¹ + 8·plane + i), i = 0..8; the lanes from 64·i
//! take words 0 and 1 of block i, the lanes from 512 + 64·i its words 2 and 3, 64 lanes each. It is exact to
//! 2⁻³². Since U does not depend on p, the choice at a smaller p is part of the choice at a larger one.
//!
//! Below p = 1/128 planes are not worth the while: the number of lanes chosen is drawn by the binomial law
//! (one Philox block, at index 2³¹), and then so many different lanes, three from each further word. There
//! too the choice at a smaller p is part of the choice at a larger one, up to 1/128. A chance that is used
//! again and again is made ready as a table ([`Few`]), which is worth the while up to 1/24.
//!
//! Candidates drawn at a ceiling rate are then thinned at each one's own rate ([`Chance::over`]).
//!
//! Long because planes, classes and few lanes are one family whose choices at different chances are held to
//! each other by its tests.
//!
//! Source: Lewis & Shedler (1979) for thinning; the planes are our own arrangement of the comparison of
//! binary digits.

use crate::luck::draw::CANDIDATES;
use crate::vector::{self, Work};
use crate::{BlockId, Chance, Draws, LANES, Luck, Mask, Stream, Tick, philox4x32_10};

/// Philox blocks in a plane: 8 × 128 bits.
const BLOCKS: usize = 8;
/// Binary digits of a chance below one.
const DIGITS: u32 = 32;

impl Draws {
    /// The lanes of `block` that are chosen at `tick` in `stream`, each with `chance` and independently.
    #[inline]
    pub fn candidates(self, stream: Stream, block: BlockId, tick: Tick, chance: Chance) -> Mask {
        if chance == Chance::ZERO {
            return Mask::EMPTY;
        }
        if chance == Chance::ONE {
            return Mask::FULL;
        }
        if chance.raw() < FEW {
            return self.few(stream, block, tick, chance);
        }
        let counter = [block.0, tick.0, stream.0];
        Mask(vector::run(Planes { key: self.key, counter, digits: chance.raw() as u32 }))
    }
}

impl Draws {
    /// The lanes of `block` that are chosen at `tick` in `stream`, where the lanes of each class have a
    /// chance of their own; a lane in no class is never chosen, and no lane may be in two.
    ///
    /// A lane's number U is that of [`Draws::candidates`] at 1/128 and above: there the result is the union,
    /// over the classes, of the candidates at the class's chance within the class, for the price of one
    /// drawing.
    ///
    /// # Panics
    /// With more than four classes.
    #[inline]
    pub fn candidates_of(
        self,
        stream: Stream,
        block: BlockId,
        tick: Tick,
        classes: &[(Mask, Chance)],
    ) -> Mask {
        assert!(classes.len() <= CLASSES, "at most {CLASSES} classes");
        let counter = [block.0, tick.0, stream.0];
        Mask(vector::run(ClassPlanes { key: self.key, counter, classes }))
    }
}

/// A small chance made ready: how many lanes of a block it chooses, by the binomial law.
///
/// A table of the law for 1,024 lanes, so that a draw needs no more than a look; for chances up to
/// [`Few::MOST`].
#[derive(Clone, Debug, PartialEq)]
pub struct Few {
    /// The chance that no more than so many lanes are chosen, from none on, as far as it differs from one.
    up_to: Vec<f64>,
}

impl Few {
    /// The highest chance for which single lanes are drawn faster than planes: 1/24.
    pub const MOST: Chance = match Chance::from_raw((1 << 32) / 24) {
        Some(most) => most,
        None => Chance::ZERO,
    };

    /// Makes a chance ready; a chance above [`Few::MOST`] costs more than planes, and is right all the same.
    pub fn new(chance: Chance) -> Self {
        let mut up_to = Vec::new();
        let mut law = Law::new(chance);
        while law.count < LANES && law.step > f64::EPSILON / 4.0 || f64::from(law.count) < law.mean {
            up_to.push(law.below);
            law.go_up();
        }
        Self { up_to }
    }
}

/// The binomial law of 1,024 lanes, step by step.
struct Law {
    odds: f64,
    mean: f64,
    count: u32,
    /// The chance of exactly `count`.
    step: f64,
    /// The chance of at most `count`.
    below: f64,
}

impl Law {
    fn new(chance: Chance) -> Self {
        let p = chance.value();
        // (1 − p)^1024.
        let step = (0..10).fold(1.0 - p, |power, _| power * power);
        Self { odds: p / (1.0 - p), mean: p * f64::from(LANES), count: 0, step, below: step }
    }

    fn go_up(&mut self) {
        self.step *= self.odds * f64::from(LANES - self.count) / f64::from(self.count + 1);
        self.below += self.step;
        self.count += 1;
    }
}

impl Draws {
    /// The lanes of `block` that are chosen at `tick` in `stream` at a chance made ready: those of
    /// [`Draws::candidates`] below 1/128.
    pub fn candidates_few(self, stream: Stream, block: BlockId, tick: Tick, few: &Few) -> Mask {
        let luck = self.few_luck(stream, block, tick, 0);
        let number = luck.fine_unit(0);
        let count = few.up_to.iter().map(|&below| u32::from(number >= below)).sum();
        self.so_many(stream, block, tick, luck, count)
    }

    /// Few lanes, each with a small chance p: their number by the binomial law, then so many different ones.
    ///
    /// The number is found by going up the law's steps; it is a little more or the same at a larger p, and
    /// the lanes come in an order that does not depend on p, so that here too a smaller chance chooses among
    /// the same.
    fn few(self, stream: Stream, block: BlockId, tick: Tick, chance: Chance) -> Mask {
        let luck = self.few_luck(stream, block, tick, 0);
        let number = luck.fine_unit(0);
        let mut law = Law::new(chance);
        while number >= law.below && law.count < LANES && law.step > f64::EPSILON / 4.0 {
            law.go_up();
        }
        self.so_many(stream, block, tick, luck, law.count)
    }

    /// So many different lanes, three from each word after the first two of `luck`.
    fn so_many(self, stream: Stream, block: BlockId, tick: Tick, luck: Luck, count: u32) -> Mask {
        let mut mask = Mask::EMPTY;
        let (mut chosen, mut block_of_luck, mut words) = (0, 0, [luck.word(2), luck.word(3), 0, 0]);
        let mut left = 2;
        let mut place = 0;
        while chosen < count {
            if place == left {
                block_of_luck += 1;
                words = self.few_luck(stream, block, tick, block_of_luck).0;
                (place, left) = (0, 4);
            }
            let mut word = words[place];
            place += 1;
            for _ in 0..3 {
                let lane = (word & (LANES - 1)) as u16;
                word >>= 10;
                if chosen < count && !mask.contains(lane) {
                    mask.insert(lane);
                    chosen += 1;
                }
            }
        }
        mask
    }

    #[inline]
    fn few_luck(self, stream: Stream, block: BlockId, tick: Tick, number: u32) -> Luck {
        Luck(philox4x32_10(self.key, [block.0, tick.0, stream.0, CANDIDATES + number]))
    }
}

/// Below this chance, in 2⁻³², lanes are drawn one by one: 1/128.
const FEW: u64 = 1 << 25;

/// Most classes of lanes with chances of their own.
const CLASSES: usize = 4;

struct ClassPlanes<'a> {
    key: [u32; 2],
    counter: [u32; 3],
    classes: &'a [(Mask, Chance)],
}

impl Work for ClassPlanes<'_> {
    type Output = [u64; 16];

    #[inline(always)]
    fn run(self) -> [u64; 16] {
        let mut chosen = [0u64; 16];
        let mut undecided = [0u64; 16];
        let mut every = 0;
        for (mask, chance) in self.classes {
            // A chance of one needs no draw, a chance of zero neither; the digits of all others tell them
            // apart.
            let to = if *chance == Chance::ONE { &mut chosen } else { &mut undecided };
            if *chance != Chance::ZERO {
                to.iter_mut().zip(&mask.0).for_each(|(word, bits)| *word |= bits);
            }
            every |= chance.raw() as u32;
        }
        let planes = if undecided == [0; 16] { 0 } else { DIGITS - every.trailing_zeros() };
        let below = choose(self.key, self.counter, planes, undecided, |plane| {
            // Each lane's own digit: that of its class.
            let mut own = [0u64; 16];
            for (mask, chance) in self.classes {
                let digit = 0u64.wrapping_sub(chance.raw() >> (DIGITS - 1 - plane) & 1);
                own.iter_mut().zip(&mask.0).for_each(|(word, bits)| *word |= bits & digit);
            }
            own
        });
        std::array::from_fn(|word| chosen[word] | below[word])
    }
}

struct Planes {
    key: [u32; 2],
    counter: [u32; 3],
    /// p times 2³², which is neither 0 nor 2³².
    digits: u32,
}

impl Work for Planes {
    type Output = [u64; 16];

    #[inline(always)]
    fn run(self) -> [u64; 16] {
        let planes = DIGITS - self.digits.trailing_zeros();
        choose(self.key, self.counter, planes, [u64::MAX; 16], |plane| {
            // All ones where p has a 1 in this place, else 0.
            [0u64.wrapping_sub(u64::from(self.digits >> (DIGITS - 1 - plane) & 1)); 16]
        })
    }
}

/// Of the lanes that are undecided, those whose digits come to less than their own, over so many planes:
/// `own` gives, for a plane, all ones for lanes with a 1 and else 0.
#[inline(always)]
fn choose(
    key: [u32; 2],
    counter: [u32; 3],
    planes: u32,
    mut undecided: [u64; 16],
    own: impl Fn(u32) -> [u64; 16],
) -> [u64; 16] {
    let [c0, c1, c2] = counter.map(u64::from);
    let mut chosen = [0u64; 16];
    for plane in 0..planes {
        let first = u64::from(CANDIDATES + plane * BLOCKS as u32);
        let own = own(plane);
        let mut left = 0;
        for i in 0..BLOCKS {
            let words = vector::philox_wide(key, [c0, c1, c2, first + i as u64]);
            for half in 0..2 {
                let word = half * BLOCKS + i;
                let bits = words[2 * half] | words[2 * half + 1] << 32;
                let open = undecided[word];
                chosen[word] |= open & !bits & own[word];
                undecided[word] = open & !(bits ^ own[word]);
                left |= undecided[word];
            }
        }
        if left == 0 {
            break;
        }
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::luck::draw::Seed;
    use crate::vector::on_each_path;
    use proptest::prelude::*;

    const STREAM: Stream = Stream(17);

    /// The definition, lane by lane: U's 32 digits put together, then compared.
    fn slow(draws: Draws, stream: Stream, block: u32, tick: u32, chance: Chance) -> Mask {
        let mut mask = Mask::EMPTY;
        for lane in 0..LANES {
            let (half, within) = (lane / 512, lane % 512);
            let (i, bit) = (within / 64, within % 64);
            let mut number = 0u32;
            for plane in 0..32 {
                let words = philox4x32_10(draws.key, [block, tick, stream.0, (1 << 31) + 8 * plane + i]);
                let word = words[(2 * half + bit / 32) as usize];
                number = number << 1 | word >> (bit % 32) & 1;
            }
            if chance.hits(number) {
                mask.insert(lane as u16);
            }
        }
        mask
    }

    #[test]
    fn never_and_always() {
        let draws = Draws::new(Seed(1));
        assert_eq!(draws.candidates(STREAM, BlockId(3), Tick(4), Chance::ZERO), Mask::EMPTY);
        assert_eq!(draws.candidates(STREAM, BlockId(3), Tick(4), Chance::ONE), Mask::FULL);
    }

    #[test]
    fn few_are_as_many_as_the_binomial_law_says_and_anywhere() {
        let draws = Draws::new(Seed(3));
        for p in [1e-6, 1e-4, 0.003, 0.0078] {
            let ticks = 40_000u32;
            let (mut total, mut squares, mut low) = (0.0, 0.0, 0.0);
            for tick in 0..ticks {
                let mask = draws.candidates(STREAM, BlockId(1), Tick(tick), Chance::from_share(p));
                let count = f64::from(mask.count());
                total += count;
                squares += count * count;
                low += f64::from(mask.and(Mask::first(300)).count());
            }
            let n = f64::from(ticks);
            let (mean, variance) = (1024.0 * p, 1024.0 * p * (1.0 - p));
            // Four standard errors: of a mean, of a variance (whose fourth moment is 3σ⁴ + σ²), of a share.
            assert!((total / n - mean).abs() <= 4.0 * f64::sqrt(variance / n), "{p}: mean {}", total / n);
            let spread = squares / n - (total / n) * (total / n);
            let error = f64::sqrt((2.0 * variance * variance + variance) / n);
            assert!((spread - variance).abs() <= 4.0 * error, "{p}: variance {spread} for {variance}");
            let share = 300.0 / 1024.0;
            assert!(
                (low - total * share).abs() <= 4.0 * f64::sqrt((total + 1.0) * share * (1.0 - share)) + 1.0,
                "{p}"
            );
        }
    }

    #[test]
    fn a_chance_made_ready_chooses_the_same() {
        let draws = Draws::new(Seed(5));
        for raw in [0, 1, 1 << 8, 1 << 16, 1 << 24, FEW - 1] {
            let chance = Chance::from_raw(raw).expect("in range");
            let few = Few::new(chance);
            for tick in 0..500 {
                let wanted = draws.candidates(STREAM, BlockId(2), Tick(tick), chance);
                assert_eq!(draws.candidates_few(STREAM, BlockId(2), Tick(tick), &few), wanted, "{raw}");
            }
        }
    }

    #[test]
    fn more_than_few_come_in_the_right_number() {
        let draws = Draws::new(Seed(6));
        for p in [0.02, 0.04, 0.3] {
            let few = Few::new(Chance::from_share(p));
            let ticks = 20_000u32;
            let (mut total, mut squares) = (0.0, 0.0);
            for tick in 0..ticks {
                let count = f64::from(draws.candidates_few(STREAM, BlockId(1), Tick(tick), &few).count());
                total += count;
                squares += count * count;
            }
            let n = f64::from(ticks);
            let (mean, variance) = (1024.0 * p, 1024.0 * p * (1.0 - p));
            assert!((total / n - mean).abs() <= 4.0 * f64::sqrt(variance / n), "{p}: mean {}", total / n);
            let spread = squares / n - (total / n) * (total / n);
            let error = f64::sqrt((2.0 * variance * variance + variance) / n);
            assert!((spread - variance).abs() <= 4.0 * error, "{p}: variance {spread} for {variance}");
        }
    }

    #[test]
    fn few_lanes_are_cut_from_the_words_in_their_order() {
        let draws = Draws::new(Seed(7));
        let mut further = 0;
        for tick in 0..10_000 {
            let mask = draws.candidates(STREAM, BlockId(2), Tick(tick), Chance::from_share(0.0078));
            // Words 2 and 3 of the first Philox block, then all words of the next ones; three times ten bits
            // of each.
            let words =
                (0..9).flat_map(|i| philox4x32_10([7, 0], [2, tick, STREAM.0, 0x8000_0000 + i])).skip(2);
            let lanes =
                words.flat_map(|word| [word, word >> 10, word >> 20].map(|bits| (bits % 1024) as u16));
            let mut wanted = Mask::EMPTY;
            for lane in lanes {
                if wanted.count() < mask.count() {
                    wanted.insert(lane);
                }
            }
            assert_eq!(mask, wanted, "at tick {tick}");
            further += u32::from(mask.count() > 6 + 12);
        }
        assert!(further > 0, "some need a third Philox block");
    }

    #[test]
    fn a_half_is_one_plane() {
        let draws = Draws::new(Seed(9));
        let half = draws.candidates(STREAM, BlockId(3), Tick(4), Chance::from_share(0.5));
        let words = philox4x32_10([9, 0], [3, 4, 17, (1 << 31) + 2]);
        assert_eq!(half.0[2], !(u64::from(words[0]) | u64::from(words[1]) << 32));
        assert_eq!(half.0[10], !(u64::from(words[2]) | u64::from(words[3]) << 32));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(12))]
        #[test]
        fn every_path_does_what_the_definition_says(
            seed: u64, stream: u32, block: u32, tick: u32, raw in 0u64..=1 << 32, zeros in 0u32..32,
        ) {
            let draws = Draws::new(Seed(seed));
            // Some chances with few digits.
            let chance = Chance::from_raw((raw >> zeros << zeros).max(FEW)).expect("in range");
            let expected = slow(draws, Stream(stream), block, tick, chance);
            on_each_path(|| {
                assert_eq!(draws.candidates(Stream(stream), BlockId(block), Tick(tick), chance), expected);
            });
        }
    }

    proptest! {
        #[test]
        fn classes_are_the_union_of_their_candidates(seed: u64, tick: u32, raws: [u32; 4], ones: bool, split: [u64; 32]) {
            let draws = Draws::new(Seed(seed));
            // Two random masks cut the lanes into four classes.
            let (a, b) = (Mask(std::array::from_fn(|i| split[i])), Mask(std::array::from_fn(|i| split[16 + i])));
            let masks = [a.and(b), a.and(!b), b.and(!a), !a.or(b)];
            let mut classes: Vec<(Mask, Chance)> = masks
                .into_iter()
                .zip(raws)
                .map(|(mask, raw)| (mask, Chance::from_raw(u64::from(raw).max(FEW)).expect("in range")))
                .collect();
            if ones {
                classes[1].1 = Chance::ONE;
                classes[2].1 = Chance::ZERO;
            }
            let wanted = classes.iter().fold(Mask::EMPTY, |all, (mask, chance)| {
                all.or(draws.candidates(STREAM, BlockId(5), Tick(tick), *chance).and(*mask))
            });
            on_each_path(|| {
                assert_eq!(draws.candidates_of(STREAM, BlockId(5), Tick(tick), &classes), wanted);
            });
        }
    }

    proptest! {
        #[test]
        fn a_smaller_chance_chooses_among_the_same(seed: u64, tick: u32, a in 0u64..=1 << 32, b in 0u64..=1 << 32) {
            let draws = Draws::new(Seed(seed));
            // Above and below 1/128 lanes are drawn in different ways.
            let (a, b) = if a.min(b) < FEW { (a % FEW, b % FEW) } else { (a, b) };
            let [less, more] = [a.min(b), a.max(b)]
                .map(|raw| draws.candidates(STREAM, BlockId(0), Tick(tick), Chance::from_raw(raw).expect("in range")));
            prop_assert!(less.is_within(&more));
        }
    }
}
