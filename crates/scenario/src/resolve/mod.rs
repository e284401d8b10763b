//! From files as written to what a run works with, with the checks that need more than one field.
//!
//! Each resolver adds every fault that it finds at its place in the file; what it returns is used only if there are none.

mod consequences;
mod reactions;
mod regime;
mod remedies;
mod society;
pub mod switches;
mod watching;
mod words;

pub(crate) use reactions::reactions;
pub(crate) use regime::regime;
pub(crate) use society::society;
pub(crate) use words::Pen;
