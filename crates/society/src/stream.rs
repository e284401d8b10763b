//! The numbers of the streams of luck that this crate declares, each once, where it is used.
//!
//! A stream's draws depend on (seed, stream, person, tick, index) alone: no mechanism disturbs another while
//! no number serves twice.

/// A number that is taken: see [`demerit_kernel::stream`].
pub trait Taken {}

/// The numbers that are this crate's, besides the hundreds.
pub(crate) const OWN: std::ops::Range<u32> = 0..70;
