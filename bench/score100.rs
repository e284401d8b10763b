//! What the Rust programs of the comparison agree on: the model's figures, the graph, how a run is timed and
//! written.
//!
//! The model stands in `crates/score100/src/lib.rs`, the fields of the line of JSON in `bench/README.md`.
//! Included by path, so each program needs part of it only.
#![allow(dead_code, reason = "each program needs some of it")]

#[path = "../tests/fixtures/src/process.rs"]
mod process;

use process::{memory, waited};
use std::time::Instant;

pub const STEPS: usize = 100;
pub const POINTS: [i16; 8] = [-100, -60, -40, -20, 10, 20, 30, 40];
pub const EVENT: f64 = 0.05;
pub const SPEECH: f64 = 0.01;
pub const START: i16 = 650;
pub const LOWEST: i16 = 350;
pub const HIGHEST: i16 = 950;
pub const LINE: i16 = 450;
pub const PUSH: i16 = 5;

/// The finisher of splitmix64.
#[inline(always)]
pub fn mixed(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// Five shuffled rings laid over one another: everyone's ten neighbours.
pub fn neighbours(agents: usize) -> Vec<[u32; 10]> {
    let mut table = vec![[0; 10]; agents];
    let mut order: Vec<u32> = (0..agents as u32).collect();
    let mut state = 7u64;
    for ring in 0..5 {
        for place in (1..agents).rev() {
            state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let other = ((u128::from(mixed(state)) * (place as u128 + 1)) >> 64) as usize;
            order.swap(place, other);
        }
        for place in 0..agents {
            let (before, after) = (order[(place + agents - 1) % agents], order[(place + 1) % agents]);
            table[order[place] as usize][2 * ring] = before;
            table[order[place] as usize][2 * ring + 1] = after;
        }
    }
    table
}

/// A word of the call as a number.
pub fn word(place: usize, otherwise: usize) -> usize {
    std::env::args().nth(place).map_or(otherwise, |word| word.parse().expect("a number"))
}

/// One run: what it is, what is recorded, and its clock.
pub struct Run {
    engine: String,
    version: &'static str,
    agents: usize,
    threads: usize,
    before: Option<f64>,
    clock: Instant,
    idle: Option<f64>,
}

impl Run {
    /// To be called before the world is built.
    pub fn new(engine: &str, version: &'static str, agents: usize, threads: usize) -> Self {
        Self {
            engine: engine.to_owned(),
            version,
            agents,
            threads,
            before: memory("VmRSS"),
            clock: Instant::now(),
            idle: None,
        }
    }

    /// The world is built; the clock starts.
    pub fn begin(&mut self) {
        self.idle = waited();
        self.clock = Instant::now();
    }

    /// All steps are done; `found` has the sum of scores and the number under the line after each.
    pub fn end(self, found: &[(i64, usize)]) {
        let seconds = self.clock.elapsed().as_secs_f64();
        let idle = waited().zip(self.idle);
        let idle = idle.map_or("null".to_owned(), |(after, before)| format!("{}", after - before));
        assert_eq!(found.len(), STEPS, "every step is recorded");
        let used = memory("VmHWM").zip(self.before);
        let used = used
            .map_or("null".to_owned(), |(peak, before)| format!("{}", (peak - before) / self.agents as f64));
        let means: Vec<String> =
            found.iter().map(|(sum, _)| format!("{}", *sum as f64 / self.agents as f64)).collect();
        let under: Vec<String> = found.iter().map(|(_, under)| under.to_string()).collect();
        println!(
            "{{\"engine\": \"{}\", \"version\": \"{}\", \"agents\": {}, \"threads\": {}, \"seconds\": {seconds}, \"waited\": {idle}, \
             \"means\": [{}], \"under\": [{}], \"bytes_per_agent\": {used}}}",
            self.engine,
            self.version,
            self.agents,
            self.threads,
            means.join(", "),
            under.join(", ")
        );
    }
}
