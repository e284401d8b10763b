//! Why a plan cannot be made, run or merged.

use demerit_scenario::load::LoadError;
use demerit_study::run::RunError;
use thiserror::Error;

/// Why a plan cannot be made, run or merged.
#[derive(Debug, Error)]
pub enum PlanError {
    /// The call.
    #[error("{0}")]
    Call(String),
    /// The scenario.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// A run.
    #[error(transparent)]
    Run(#[from] RunError),
    /// The plan or what was run of it.
    #[error("{message}")]
    Problem {
        /// What is wrong, with its place.
        message: String,
        /// What may help.
        hint: String,
    },
}

impl PlanError {
    pub(super) fn problem(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Problem { message: message.into(), hint: hint.into() }
    }
}

/// A fault of the program.
pub(super) fn fault(error: impl std::fmt::Display) -> PlanError {
    RunError::Fault(error.to_string()).into()
}
