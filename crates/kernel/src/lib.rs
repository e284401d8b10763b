//! The floor that everything stands on: ticks, ids, quantities, keyed draws, columns, ordered parallel work,
//! digests.
//!
//! There is no social word in this crate. It knows numbers and places in memory, and it makes one promise:
//! **a result never depends on the order of work**. Every random number is a pure function of its keys
//! ([`Draws`]); every piece of parallel work owns what it writes ([`for_each_ordered`]); every vector path
//! gives the same bits ([`vector`]).
//!
//! Where to start reading: [`luck::draw`] (one random block), [`luck::candidates`] (who acts), [`shuffle`]
//! (who is together with whom), [`lanes`] (what few have).
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

pub mod digest;
pub mod id;
pub mod lanes;
pub mod luck;
mod named;
pub mod parallel;
pub mod quantity;
pub mod saved;
pub mod shuffle;
pub mod tick;
pub mod vector;

pub use digest::Digest;
pub use id::{BlockId, LANES};
pub use lanes::counters::count_up;
pub use lanes::few_lanes::FewLanes;
pub use lanes::lane_list::LaneList;
pub use lanes::lane_table::{LaneMap, LaneRows, LaneTable};
pub use lanes::mask::Mask;
pub use lanes::side_table::{OfLane, SideTable};
pub use lanes::sparse::Sparse;
pub use luck::candidates::Few;
pub use luck::draw::{Draws, Luck, Seed, Stream};
pub use luck::lane_luck::LaneLuck;
pub use luck::philox::philox4x32_10;
pub use luck::{stream, words};
pub use parallel::{for_each_ordered, for_each_with, map_ordered};
pub use quantity::{Chance, Points, Rate, Share};
pub use saved::{Loader, Saved, Saver, Unfit};
pub use shuffle::bijection::Bijection;
pub use shuffle::groups::{Groups, LARGEST_GROUP};
pub use shuffle::ring::Ring;
pub use tick::Tick;
pub use vector::VectorPath;
