//! Why a plan cannot be made, run or merged.

use demerit_scenario::load::LoadError;
use demerit_study::run::RunError;
use demerit_study::run_folder::FolderError;
use demerit_worlds::LiveError;
use thiserror::Error;

/// Why a plan cannot be made, run or merged.
#[derive(Debug, Error)]
pub enum PlanError {
    /// The call.
    #[error("{0}")]
    Call(String),
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

impl From<LiveError> for PlanError {
    fn from(error: LiveError) -> Self {
        RunError::from(error).into()
    }
}

impl From<LoadError> for PlanError {
    fn from(error: LoadError) -> Self {
        LiveError::from(error).into()
    }
}

impl From<FolderError> for PlanError {
    fn from(error: FolderError) -> Self {
        RunError::from(error).into()
    }
}

/// A fault of the program.
pub(super) fn fault(error: impl std::fmt::Display) -> PlanError {
    LiveError::Fault(error.to_string()).into()
}
