//! Candidates come at their chance, evenly over lanes, and independently over lanes, ticks, blocks and
//! streams.

use demerit_fixtures::chi_square::{hold, z, z_even, z_of_hits};
use demerit_kernel::{BlockId, Chance, Draws, LANES, Mask, Seed, Stream, Tick};

const SHARES: [f64; 8] = [0.001, 0.01, 0.05, 0.3, 0.5, 0.625, 0.9, 0.999];
const MASKS: u32 = 2000;

fn mask(stream: u32, block: u32, tick: u32, share: f64) -> Mask {
    let draws = Draws::new(Seed(91));
    draws.candidates(Stream(stream), BlockId(block), Tick(tick), Chance::from_share(share))
}

/// Masks at consecutive ticks of one block.
fn masks(share: f64) -> Vec<Mask> {
    (0..MASKS).map(|tick| mask(6, 3, tick, share)).collect()
}

#[test]
fn mean_and_variance() {
    for share in SHARES {
        let masks = masks(share);
        let hits: u64 = masks.iter().map(|mask| u64::from(mask.count())).sum();
        hold(&format!("mean at {share}"), z_of_hits(hits, u64::from(MASKS * LANES), share));
        // Counts of masks are binomial: their χ² against the mean has one degree of freedom for each mask.
        let lanes = f64::from(LANES);
        let chi: f64 =
            masks.iter().map(|mask| (f64::from(mask.count()) - lanes * share).powi(2)).sum::<f64>()
                / (lanes * share * (1.0 - share));
        let freedom = f64::from(MASKS);
        // The fourth moment of a binomial adds (1 − 6·p·q) / (n·p·q) to the variance 2 of each term.
        let variance =
            freedom * (2.0 + (1.0 - 6.0 * share * (1.0 - share)) / (lanes * share * (1.0 - share)));
        hold(&format!("variance at {share}"), (chi - freedom) / variance.sqrt());
    }
}

#[test]
fn lanes_share_alike() {
    for share in [0.3, 0.5, 0.9] {
        let mut counts = vec![0u64; LANES as usize];
        for lane in masks(share).iter().flat_map(|mask| mask.lanes()) {
            counts[usize::from(lane)] += 1;
        }
        // Hits and misses of each lane.
        let cells: Vec<u64> = counts.iter().flat_map(|&hits| [hits, u64::from(MASKS) - hits]).collect();
        let trials = f64::from(MASKS);
        let expected: Vec<f64> =
            counts.iter().flat_map(|_| [trials * share, trials * (1.0 - share)]).collect();
        hold(&format!("lanes at {share}"), z(&cells, &expected, LANES as usize - 1));
    }
}

/// The z of the number of lanes that are in both of pairs of masks.
fn together(pairs: impl Iterator<Item = (Mask, Mask)>, share: f64) -> f64 {
    let (mut both, mut trials) = (0, 0);
    for (one, other) in pairs {
        both += u64::from(one.and(other).count());
        trials += u64::from(LANES);
    }
    z_of_hits(both, trials, share * share)
}

#[test]
fn ticks_blocks_streams_and_seeds_are_independent() {
    for share in [0.05, 0.3, 0.5, 0.9] {
        let pairs = 0..MASKS;
        let z = together(pairs.clone().map(|t| (mask(6, 3, t, share), mask(6, 3, t + 1, share))), share);
        hold(&format!("ticks at {share}"), z);
        let z = together(pairs.clone().map(|b| (mask(6, b, 9, share), mask(6, b + 1, 9, share))), share);
        hold(&format!("blocks at {share}"), z);
        let z = together(pairs.clone().map(|s| (mask(s, 3, 9, share), mask(s + 1, 3, 9, share))), share);
        hold(&format!("streams at {share}"), z);
        let seeded = |seed: u32| {
            let draws = Draws::new(Seed(u64::from(seed)));
            draws.candidates(Stream(6), BlockId(3), Tick(9), Chance::from_share(share))
        };
        let z = together(pairs.map(|seed| (seeded(2 * seed), seeded(2 * seed + 1))), share);
        hold(&format!("seeds at {share}"), z);
    }
}

#[test]
fn lanes_are_independent() {
    for share in [0.05, 0.5, 0.9] {
        let masks = masks(share);
        // Next lanes, the same bit of the next word, the other half of the block, the next 32-bit word.
        for distance in [1u16, 32, 64, 128, 512] {
            let (mut both, mut trials) = (0u64, 0u64);
            for mask in &masks {
                for lane in 0..LANES as u16 - distance {
                    both += u64::from(mask.contains(lane) && mask.contains(lane + distance));
                    trials += 1;
                }
            }
            // Pairs overlap, which raises the variance of the count: by 2·p³·(1 − p) for each trial.
            let (p, n) = (share, trials as f64);
            let variance = n * (p * p * (1.0 - p * p) + 2.0 * p * p * p * (1.0 - p));
            hold(&format!("lanes {distance} apart at {share}"), (both as f64 - n * p * p) / variance.sqrt());
        }
    }
}

#[test]
fn counts_of_successive_blocks_are_spread_evenly() {
    // At one half, the count is above or below the middle alike, for eight blocks at a time: 256 patterns.
    let mut patterns = [0u64; 256];
    'sets: for set in 0..4000 {
        let mut pattern = 0;
        for block in 0..8 {
            match mask(2, 8 * set + block, 1, 0.5).count().cmp(&512) {
                std::cmp::Ordering::Less => pattern <<= 1,
                std::cmp::Ordering::Greater => pattern = pattern << 1 | 1,
                std::cmp::Ordering::Equal => continue 'sets,
            }
        }
        patterns[pattern] += 1;
    }
    hold("patterns", z_even(&patterns));
}

#[test]
fn candidates_and_luck_of_one_stream_do_not_meet() {
    let draws = Draws::new(Seed(91));
    let half = mask(6, 3, 9, 0.5);
    for index in 0..1000 {
        let luck = draws.luck(Stream(6), 3, 9, index);
        assert!((0..2).all(|i| !half.0.contains(&luck.long(i)) && !half.0.contains(&!luck.long(i))));
    }
}
