//! Shuffles that take no memory, and who is together with whom by them.

pub mod bijection;
pub mod groups;
pub mod ring;
