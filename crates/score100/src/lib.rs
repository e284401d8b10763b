//! *score-100*: the small model that Demerit and its peers are timed on, side by side.
//!
//! It is built from the engine's kernel (keyed draws, candidates, words of luck, rings that take no memory,
//! ordered parallel work) and from nothing else of ours. It is **not** the social model's tick, which does
//! far more for each person; that one is timed by itself. What this shows is what the kernel's way of doing
//! things costs where every framework can do the same.
//!
//! Model. N agents begin with the score 650. In each of 100 steps
//!
//! 1. every agent has an event with chance 0.05; its kind is one of eight, alike in chance, with points −100,
//!    −60, −40, −20, +10, +20, +30, +40. An agent whose score is under 450 at that moment skips a positive
//!    one. The score is held in 350..=950;
//! 2. an event that took effect is *speech* with chance 0.01. After all own events of the step, each of the
//!    speaker's ten neighbours loses 5 points (held in the same bounds). The graph is random, everyone in it
//!    has ten ties: five shuffled rings laid over one another;
//! 3. the mean score and the number of agents under 450 are recorded.
//!
//! Same bits for any number of threads and any cut into parts: each draw is a function of its keys, and
//! pushes of −5 commute, since only their number matters. Source: our own model, made for the comparison.
//! Leaves out: everything social.
//!
//! ```
//! let record = demerit_score100::World::new(10_000, 1).run(100);
//! assert!((record.mean(99) - 572.5).abs() < 8.0);
//! ```

pub mod deeds;
pub mod law;
pub mod ties;
pub mod world;

pub use world::{Record, World};

/// Steps of a run.
pub const STEPS: u32 = 100;
/// Everybody's first score.
pub const START: i16 = 650;
/// The lowest score.
pub const LOWEST: i16 = 350;
/// The highest score.
pub const HIGHEST: i16 = 950;
/// Below this score positive events are skipped, and an agent is counted.
pub const LINE: i16 = 450;
/// What a speaker's neighbour loses.
pub const PUSH: i16 = 5;
/// What the eight kinds of events bring.
pub const POINTS: [i16; 8] = [-100, -60, -40, -20, 10, 20, 30, 40];
