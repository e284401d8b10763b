//! The people: who they are, whom they know, what they do, what is seen of it, and how they respond.
//!
//! A person is a number. Fixed traits are computed from keyed draws whenever they are needed; only what
//! changes is stored ([`state`]). Truth lives here. [`observation`] is the one place where it becomes a
//! record, which is all that a regime can see. Society may know the regime; the regime may never know
//! society.
//!
//! Read on: [`society`] puts the parts together, [`conduct`] says what people do, [`watching`] who looks.

pub mod conduct;
pub mod consequences;
pub mod observation;
pub mod population;
pub mod reactions;
pub mod remedies;
pub mod society;
pub mod state;
pub mod stream;
mod switches;
pub mod watching;

pub use conduct::deed::Deed;
pub use population::life::TICKS_PER_YEAR;
pub use society::{Society, SocietyError};
pub use state::attribution::Origin;
pub use state::tally::Tally;
pub use state::{Chunk, Flags};
