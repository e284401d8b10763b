//! The phases of a tick, one file each; `tick.rs` has their order. Parts of a phase have files of their own; `points.rs` and `standing.rs`
//! hold what several phases need.

pub(crate) mod act;
pub(crate) mod aftermath;
pub(crate) mod checks;
pub(crate) mod company;
pub(crate) mod copies;
pub(crate) mod couples;
pub(crate) mod gate;
pub(crate) mod infer;
pub(crate) mod judge;
pub(crate) mod listing;
pub(crate) mod live;
pub(crate) mod look;
pub(crate) mod moves;
pub(crate) mod observe;
mod points;
pub(crate) mod publish;
pub(crate) mod regain;
pub(crate) mod remedy;
pub(crate) mod respond;
pub(crate) mod review;
pub(crate) mod say;
pub(crate) mod shun;
pub(crate) mod spell;
pub(crate) mod spill;
mod standing;
