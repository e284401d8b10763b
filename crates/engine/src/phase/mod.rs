//! The phases of a tick, one file each; `tick.rs` has their order. Parts of a phase stand in a folder of its
//! name; `points.rs`, `standing.rs`, `aftermath.rs` and `shun.rs` hold what several phases need.

pub(crate) mod act;
pub(crate) mod aftermath;
pub(crate) mod company;
pub(crate) mod gate;
pub(crate) mod judge;
pub(crate) mod live;
pub(crate) mod observe;
mod points;
pub(crate) mod remedy;
pub(crate) mod respond;
pub(crate) mod shun;
mod standing;
