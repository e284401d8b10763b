//! The phases of a tick, one file each; `step.rs` has their order.

pub(crate) mod act;
pub(crate) mod gate;
pub(crate) mod judge;
pub(crate) mod live;
pub(crate) mod observe;
pub(crate) mod remedy;
pub(crate) mod respond;
