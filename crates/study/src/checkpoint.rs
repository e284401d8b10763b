//! A checkpoint: all that the rest of a run depends on, between two ticks, in one file.
//!
//! Model. The file (`frames.rs`) begins with the run's manifest as far as it is known: the version of
//! Demerit, the study as resolved and its digest, the seed and tick, and how far the rows of the tables go
//! that lie beside it (`spool.rs`). Then come for each world of the seed at hand what is kept of its cohort,
//! what its chunks have in common, and the chunks, one by one, so that no second copy of a world is ever in
//! the memory. It is written beside its place, seen onto the disk and renamed: the last good one stays until
//! the next is complete. After each seed one is written without worlds.
//!
//! A checkpoint is taken only where it gives the same bytes: in the same version, with the same study, and
//! where a small society of that study comes out the same as in the program that wrote it (`results.rs`). All
//! checksums are looked at before the first tick.
//!
//! Leaves out: what follows from the study and the seed, such as societies, plans and patterns, which is made
//! anew.

mod frames;
mod head;
mod loading;
mod probe;
mod results;
mod spool;
mod writing;

pub use crate::error::CheckpointError;
pub(crate) use head::Head;
pub(crate) use loading::Loading;
pub use probe::Probe;
pub(crate) use spool::{ROWS, Spools};
pub(crate) use writing::{PACKED, packed, write};

#[cfg(test)]
mod tests;
