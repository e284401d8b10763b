//! Words of luck are uniform and do not hang together, whichever key counts up.

use demerit_fixtures::chi_square::{hold, z_even};
use demerit_kernel::{Draws, Luck, Seed, Stream};

/// Draws in a sequence.
const LENGTH: u32 = 1 << 14;

/// Every order of keys: a name and the sequence that it gives.
fn sequences() -> Vec<(&'static str, Vec<Luck>)> {
    let draws = Draws::new(Seed(20_140));
    let sequence = |at: &dyn Fn(u32) -> Luck| (0..LENGTH).map(at).collect::<Vec<_>>();
    vec![
        ("person", sequence(&|i| draws.luck(Stream(1), i, 2, 3))),
        ("tick", sequence(&|i| draws.luck(Stream(1), 2, i, 3))),
        ("stream", sequence(&|i| draws.luck(Stream(i), 1, 2, 3))),
        ("index", sequence(&|i| draws.luck(Stream(1), 2, 3, i))),
        ("seed", sequence(&|i| Draws::new(Seed(u64::from(i))).luck(Stream(1), 2, 3, 4))),
        ("person, by 1,024", sequence(&|i| draws.luck(Stream(1), i << 10, 2, 3))),
        ("person, then tick", sequence(&|i| draws.luck(Stream(1), i % 128, i / 128, 3))),
        ("tick, then person", sequence(&|i| draws.luck(Stream(1), i / 128, i % 128, 3))),
        ("stream, then person", sequence(&|i| draws.luck(Stream(i % 128), i / 128, 2, 3))),
        ("index, then tick", sequence(&|i| draws.luck(Stream(1), 2, i / 128, i % 128))),
        ("person, tick, stream", sequence(&|i| nested(draws, i, [0, 1, 2]))),
        ("person, stream, tick", sequence(&|i| nested(draws, i, [0, 2, 1]))),
        ("tick, person, stream", sequence(&|i| nested(draws, i, [1, 0, 2]))),
        ("tick, stream, person", sequence(&|i| nested(draws, i, [1, 2, 0]))),
        ("stream, person, tick", sequence(&|i| nested(draws, i, [2, 0, 1]))),
        ("stream, tick, person", sequence(&|i| nested(draws, i, [2, 1, 0]))),
    ]
}

/// Draw i where one of person (0), tick (1) and stream (2) counts up fastest, the next when that has come
/// round, the last when both have.
fn nested(draws: Draws, i: u32, order: [usize; 3]) -> Luck {
    let mut keys = [0; 3];
    for (key, count) in order.into_iter().zip([i % 32, i / 32 % 32, i / 1024]) {
        keys[key] = count;
    }
    draws.luck(Stream(keys[2]), keys[0], keys[1], 0)
}

#[test]
fn bytes_are_uniform() {
    for (order, sequence) in sequences() {
        for word in 0..4 {
            for shift in [0, 8, 16, 24] {
                let mut counts = [0; 256];
                for luck in &sequence {
                    counts[(luck.word(word) >> shift & 255) as usize] += 1;
                }
                hold(&format!("{order}, word {word}, byte at {shift}"), z_even(&counts));
            }
        }
    }
}

#[test]
fn neighbours_are_independent() {
    for (order, sequence) in sequences() {
        for lag in [1, 2, 32, 128, 1024] {
            for (word, other) in [(0, 0), (1, 1), (2, 2), (3, 3), (0, 3)] {
                let mut counts = [0; 256];
                let mut product = 0.0;
                for (now, then) in sequence.iter().zip(&sequence[lag..]) {
                    counts[(now.word(word) >> 28 << 4 | then.word(other) >> 28) as usize] += 1;
                    product += (now.unit(word) - 0.5) * (then.unit(other) - 0.5);
                }
                let what = format!("{order}, words {word} and {other}, lag {lag}");
                hold(&what, z_even(&counts));
                // The product of two centred uniforms has standard deviation 1/12.
                hold(&what, product * 12.0 / f64::from(LENGTH - lag as u32).sqrt());
            }
        }
    }
}

#[test]
fn the_words_of_a_block_are_independent() {
    for (order, sequence) in sequences() {
        for (word, other) in [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)] {
            let mut counts = [0; 256];
            for luck in &sequence {
                counts[(luck.word(word) >> 28 << 4 | luck.word(other) & 15) as usize] += 1;
            }
            hold(&format!("{order}, words {word} and {other}"), z_even(&counts));
        }
    }
}

#[test]
fn numbers_below_n_are_uniform() {
    for n in [2, 3, 7, 100] {
        let mut counts = vec![0; n as usize];
        for luck in &sequences()[0].1 {
            for word in 0..4 {
                counts[luck.below(word, n) as usize] += 1;
            }
        }
        hold(&format!("below {n}"), z_even(&counts));
    }
}
