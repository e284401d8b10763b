//! Luck: keyed draws, for one person, for a block, for pairs, and the streams that they come from.

pub mod candidates;
pub mod draw;
pub mod lane_luck;
mod pairs;
pub mod philox;
pub mod stream;
pub mod words;
