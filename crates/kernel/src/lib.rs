//! The floor that everything stands on: ticks, ids, quantities, keyed draws, columns, ordered parallel work, digests.
//!
//! There is no social word in this crate. It knows numbers and places in memory, and it makes one promise: **a result
//! never depends on the order of work**. Every random number is a pure function of its keys ([`Draws`]); every piece
//! of parallel work owns what it writes ([`for_each_ordered`]); every vector path gives the same bits ([`vector`]).
//!
//! Where to start reading: [`draw`] (one random block), [`candidates`] (who acts), [`bijection`] and [`groups`] (who is
//! together with whom).
//!
//! ```
//! use demerit_kernel::{BlockId, Chance, Draws, Seed, Stream, Tick};
//!
//! const COINS: Stream = Stream(1);
//! let draws = Draws::new(Seed(42));
//! let heads = draws.candidates(COINS, BlockId(0), Tick(7), Chance::from_share(0.5));
//! assert!((400..624).contains(&heads.count()));
//! assert_eq!(heads, draws.candidates(COINS, BlockId(0), Tick(7), Chance::from_share(0.5)));
//! ```
//!
//! Left out: anything that reads a clock, a file or the machine's own randomness.

pub mod bijection;
pub mod candidates;
pub mod counters;
pub mod digest;
pub mod draw;
pub mod few_lanes;
mod groups;
pub mod id;
pub mod lane_luck;
pub mod lane_map;
pub mod lanes;
pub mod mask;
mod pairs;
pub mod parallel;
pub mod philox;
pub mod quantity;
pub mod ring;
pub mod saved;
pub mod sparse;
pub mod stream;
pub mod tick;
pub mod vector;
pub mod words;

pub use bijection::Bijection;
pub use candidates::Few;
pub use counters::count_up;
pub use digest::Digest;
pub use draw::{Draws, Luck, Seed, Stream, WordByWord};
pub use few_lanes::FewLanes;
pub use groups::{Groups, LARGEST_GROUP};
pub use id::{BlockId, LANES, PersonId};
pub use lane_luck::LaneLuck;
pub use lane_map::{LaneMap, OfLane};
pub use lanes::LaneList;
pub use mask::Mask;
pub use parallel::{for_each_ordered, for_each_with, map_ordered};
pub use philox::philox4x32_10;
pub use quantity::{Chance, Points, Rate, Share};
pub use ring::Ring;
pub use saved::{Loader, Saved, Saver, Unfit};
pub use sparse::Sparse;
pub use tick::Tick;
pub use vector::VectorPath;
