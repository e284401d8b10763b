//! A second opinion: the tick once more, plain and slow, to hold the engine against.
//!
//! It exists to find errors, serves tests and validation, and is no part of the program. It was written from
//! `docs/odd.md` and the heads of the model files, one person at a time, and has to give the engine's bits:
//! every field of every person, the mail, and the counts, after every tick. [`Reference::differences`] tells
//! the first tick, person and field in which the two part.
//!
//! **Shared with the engine**, and so not checked here: the keyed draws (candidates, luck, the shuffles
//! behind ties and namesakes) and the numbers of their streams; the society and the regimes as resolved from
//! files, with their switches; and functions of the two that make a number of numbers: chances and factors of
//! a response, hazards by age, points of a rule, tiers of a score, bands of a feed, steps of forgetting, whom
//! a deed that was seen is ascribed to, who looks alike, what an office's file shows, incomes and habits of a
//! number, ages at the start. They have tests of their own.
//!
//! **Independent**: all state, in plain fields of a person and without masks, packed columns or side tables;
//! who is asked, in which order, and by which luck; how a candidate is thinned; which channel sees a deed
//! first; what is written, for whom, and what it counts as; caps, windows, forgetting and regaining;
//! spillover, its steps and its mail; the list, tiers, human review; gates and limits of purpose; appeals,
//! corrections and copies; spells and all counts; households, partners, childhoods; awareness, hiding,
//! silence and fear.
//!
//! Reading order: `week.rs`, then the phases in their order, then `compare.rs`.
//!
//! **Leaves out**: events of a cohort; measures and tables; cutting a world into chunks and parts, and saving
//! it.

mod act;
mod company;
mod compare;
mod difference;
mod gate;
mod home;
mod judge;
mod list;
mod live;
mod observe;
mod person;
mod remedy;
mod respond;
mod week;
mod world;

pub use difference::{Difference, tallies_differ};
pub use world::Reference;
