//! The society at the start against the figures that it was built from, and its ties against their closed forms.

mod families;
mod figures;
mod people;
mod ties;
