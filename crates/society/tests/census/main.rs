//! The society at the start against the figures that it was built from, and its ties against their closed forms.

#[path = "../../../kernel/tests/statistics/chi_square.rs"]
#[allow(dead_code, reason = "the tests of the kernel use the rest")]
mod chi_square;
mod childhoods;
mod families;
#[allow(dead_code, reason = "the tests of the engine use the rest")]
mod figures;
mod looks;
mod people;
mod ties;
mod traits;
