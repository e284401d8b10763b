//! The society at the start against the figures that it was built from, and its ties against their closed forms.

mod families;
#[allow(dead_code, reason = "the tests of the engine use the rest")]
mod figures;
mod people;
mod ties;
