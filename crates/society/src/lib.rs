//! The people: who they are, whom they know, what they do, what is seen of it, and how they respond.
//!
//! A person is a number. Fixed traits are computed from keyed draws whenever they are needed; only what changes is
//! stored ([`state`]). Truth lives here. [`observation`] is the one place where it becomes a record, which is all that a
//! regime can see. Society may know the regime; the regime may never know society.
//!
//! Read on: [`society`] puts the parts together, [`conduct`] says what people do, [`watching`] who looks.

pub mod account;
pub mod adaptation;
pub mod apps;
pub mod attention;
pub mod attribution;
pub mod awareness;
pub mod benefits;
pub mod cameras;
pub mod care_for_others;
pub mod city;
pub mod clerk;
pub mod company_scores;
pub mod conduct;
pub mod consent;
pub mod consequences;
pub mod correction;
pub mod deed;
pub mod delay;
pub mod dues;
pub mod events;
pub mod filing;
pub mod flags;
pub mod gap;
pub mod habit;
pub mod hardship;
pub mod home_town;
pub mod household;
pub mod human_review;
pub mod identification;
pub mod income;
pub mod joined_files;
pub mod leaving;
pub mod life;
pub mod message;
pub mod observation;
pub mod office_file;
pub mod partner;
pub mod person;
pub mod reactions;
pub mod redress;
pub mod response;
mod saved;
pub mod seldom;
pub mod shunning;
pub mod silence;
pub mod smoothed;
pub mod society;
pub mod spell;
mod start;
pub mod state;
pub mod stream;
mod switches;
pub mod tally;
pub mod ties;
pub mod upbringing;
pub mod uses;
pub mod watching;

pub use attribution::Origin;
pub use deed::Deed;
pub use society::{Society, SocietyError};
pub use state::{Chunk, Flags};
pub use tally::Tally;

/// Ticks in a year: a tick is a week.
pub const TICKS_PER_YEAR: u32 = 52;
