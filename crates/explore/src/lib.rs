//! Exploring: what somebody changes about a scenario, and its first two worlds week by week as they are
//! lived.
//!
//! [`Settings`] make a scenario of two worlds from a base; [`controls`] tells what can be set, and how far.
//! [`Explored`] lives both worlds and fills a [`Film`] that others look at meanwhile; [`lives`] lives them
//! again for what befell single persons.

mod controls;
mod curated;
mod explored;
mod figures;
mod film;
mod filming;
mod lives;
mod map;
mod people;
mod settings;
mod striking;
mod strip;

pub use controls::{Control, Controls, MechanismNote, SafeguardNote, controls};
pub use curated::{Curated, Group};
pub use explored::{Explored, Limits, most_shown};
pub use film::{Category, Colouring, Film, Look, PersonNow, Scored, Standing};
pub use lives::lives;
pub use map::{CityOnMap, Map, NeighbourhoodOnMap};
pub use settings::{Beside, PERSONS, Settings, SettingsError};
pub use striking::{StrikingPerson, Why};

#[cfg(test)]
mod tests;
