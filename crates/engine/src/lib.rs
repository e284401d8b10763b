//! Time: the tick, phase by phase, and the world that it moves.
//!
//! [`step`] is the main loop: one pass over every neighbourhood in a tick, seven numbered phases. A [`World`]
//! is a society under a [`Schedule`] of regimes; twins are two worlds with the same society.

mod block;
mod exchange;
mod mail;
mod part;
mod past;
mod phase;
mod saved;
mod schedule;
mod scratch;
mod step;
mod tick;
mod timer;
mod today;
mod turn;
mod world;

pub use exchange::{Alone, Exchange, Parcel};
pub use part::Part;
pub use schedule::{Change, Schedule};
pub use step::{step, step_timed, step_with};
pub use timer::{Phase, PhaseTimer};
pub use world::World;
