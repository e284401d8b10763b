//! Runs: two worlds each, moved by a thread of its own, and what a page is told of them meanwhile.

mod events;
mod news;
mod run;

pub(crate) use events::events;
pub(crate) use news::Newer;
pub(crate) use run::{Run, Usual, held};

#[cfg(test)]
mod tests;
