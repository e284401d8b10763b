//! Why worlds could not be lived to the end.

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
