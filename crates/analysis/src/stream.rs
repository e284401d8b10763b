//! The numbers of the streams of luck that this crate declares, each once, where it is used.

/// A number that is taken: see [`demerit_kernel::stream`].
pub trait Taken {}

/// The numbers that are this crate's.
pub(crate) const OWN: std::ops::Range<u32> = 70..80;
