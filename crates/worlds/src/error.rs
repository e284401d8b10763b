//! Why worlds could not be lived to the end.

use demerit_regime::RegimeError;
use demerit_scenario::load::LoadError;
use demerit_society::SocietyError;
use thiserror::Error;

/// Why worlds could not be lived to the end.
#[derive(Debug, Error)]
pub enum LiveError {
    /// The scenario.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// The society.
    #[error("the society cannot be built: {0}")]
    Society(#[from] SocietyError),
    /// A regime with the switches of a world.
    #[error("a regime cannot be put together as it is switched: {0}")]
    Regime(#[from] RegimeError),
    /// What the caller asked for.
    #[error("{0}")]
    Options(String),
    /// Stopped by the caller.
    #[error("stopped; nothing was written")]
    Stopped,
    /// A fault of the program.
    #[error("{0}")]
    Fault(String),
}
