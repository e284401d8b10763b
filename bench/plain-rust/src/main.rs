//! score-100 by hand in Rust, without an engine, with three ways to draw luck.
//!
//! `score100-plain-rust AGENTS THREADS SEED hash|philox|skip`
//!
//! - `hash`: a hash of (seed, step, agent) for each agent;
//! - `philox`: a whole Philox4x32-10 block for each agent;
//! - `skip`: a geometric waiting time to the next agent who acts, and a hash for each of those.

#[path = "../../score100.rs"]
mod score100;

use rayon::prelude::*;
use score100::{HIGHEST, LINE, LOWEST, POINTS, PUSH, Run, START, STEPS, mixed, neighbours, word};

/// Agents that are worked on at a time.
const CHUNK: usize = 1 << 14;
const BITS_24: u64 = 0xFF_FFFF;
const EVENT_IN_24_BITS: u64 = 838_861;
const SPEECH_IN_24_BITS: u64 = 167_772;

#[inline(always)]
fn hash(seed: u64, step: u64, agent: u64) -> u64 {
    let agent = agent.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed(seed.wrapping_add(agent).wrapping_add(step.wrapping_mul(0xD1B5_4A32_D192_ED03)))
}

#[inline(always)]
fn philox(seed: u64, step: u64, agent: u64) -> u64 {
    let (mut c0, mut c1, mut c2, mut c3) = (agent as u32, (agent >> 32) as u32, step as u32, 0u32);
    let (mut k0, mut k1) = (seed as u32, (seed >> 32) as u32);
    for _ in 0..10 {
        let (a, b) = (u64::from(c0) * 0xD251_1F53, u64::from(c2) * 0xCD9E_8D57);
        (c0, c1, c2, c3) = ((b >> 32) as u32 ^ c1 ^ k0, b as u32, (a >> 32) as u32 ^ c3 ^ k1, a as u32);
        (k0, k1) = (k0.wrapping_add(0x9E37_79B9), k1.wrapping_add(0xBB67_AE85));
    }
    u64::from(c0) | u64::from(c1) << 32
}

/// What the bits bring to an agent who acts: the new score, and whether it is speech.
#[inline(always)]
fn event(score: i16, bits: u64) -> (i16, bool) {
    let points = POINTS[(bits >> 24 & 7) as usize];
    if points > 0 && score < LINE {
        return (score, false);
    }
    ((score + points).clamp(LOWEST, HIGHEST), (bits >> 32 & BITS_24) < SPEECH_IN_24_BITS)
}

/// The own events of the agents from `first` on, with a draw for each.
#[inline(always)]
fn each(scores: &mut [i16], first: usize, draw: impl Fn(u64) -> u64) -> Vec<u32> {
    let mut speakers = Vec::new();
    for (place, score) in scores.iter_mut().enumerate() {
        let bits = draw((first + place) as u64);
        if bits & BITS_24 < EVENT_IN_24_BITS {
            let (new, speech) = event(*score, bits);
            *score = new;
            if speech {
                speakers.push((first + place) as u32);
            }
        }
    }
    speakers
}

/// The own events of the agents from `first` on, leaping from one who acts to the next.
fn leaps(scores: &mut [i16], first: usize, seed: u64, step: u64) -> Vec<u32> {
    let key = step << 40 ^ ((first / CHUNK) as u64) << 8;
    let silent = 0.95f64.ln();
    let mut speakers = Vec::new();
    let mut place = 0;
    for leap in 0.. {
        let unit = ((hash(seed ^ 2, key, leap) >> 11) as f64 + 1.0) / 9_007_199_254_740_993.0;
        place += (unit.ln() / silent) as usize;
        let Some(score) = scores.get_mut(place) else { break };
        let (new, speech) = event(*score, hash(seed ^ 3, key, leap));
        *score = new;
        if speech {
            speakers.push((first + place) as u32);
        }
        place += 1;
    }
    speakers
}

fn main() {
    let (agents, threads, seed) = (word(1, 10_000), word(2, 1), word(3, 1) as u64);
    let way = std::env::args().nth(4).unwrap_or("hash".into());
    rayon::ThreadPoolBuilder::new().num_threads(threads).build_global().expect("a pool");
    let mut run = Run::new(&format!("plain Rust, {way}"), "edition 2024", agents, threads);
    let ties = neighbours(agents);
    let mut scores = vec![START; agents];
    run.begin();
    let found: Vec<(i64, usize)> = (0..STEPS as u64)
        .map(|step| {
            let own = |(chunk, scores): (usize, &mut [i16])| {
                let first = chunk * CHUNK;
                match way.as_str() {
                    "hash" => each(scores, first, |agent| hash(seed, step, agent)),
                    "philox" => each(scores, first, |agent| philox(seed, step, agent)),
                    "skip" => leaps(scores, first, seed, step),
                    other => panic!("no way to draw is called {other}"),
                }
            };
            let speakers: Vec<Vec<u32>> = if threads > 1 {
                scores.par_chunks_mut(CHUNK).enumerate().map(own).collect()
            } else {
                scores.chunks_mut(CHUNK).enumerate().map(own).collect()
            };
            for &speaker in speakers.iter().flatten() {
                for &other in &ties[speaker as usize] {
                    let score = &mut scores[other as usize];
                    *score = (*score - PUSH).max(LOWEST);
                }
            }
            let count = |scores: &[i16]| {
                scores.iter().fold((0i64, 0), |(sum, under), &score| {
                    (sum + i64::from(score), under + usize::from(score < LINE))
                })
            };
            let both = |one: (i64, usize), other: (i64, usize)| (one.0 + other.0, one.1 + other.1);
            if threads > 1 {
                scores.par_chunks(CHUNK).map(count).reduce(|| (0, 0), both)
            } else {
                scores.chunks(CHUNK).map(count).fold((0, 0), both)
            }
        })
        .collect();
    run.end(&found);
}
