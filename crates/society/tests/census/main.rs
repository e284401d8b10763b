//! The society at the start against the figures that it was built from, and its ties against their closed
//! forms.

mod childhoods;
mod families;
mod looks;
mod people;
mod ties;
mod traits;
