//! Why a request is not met, as the page gets it: `{"error": {"message", "place", "hint"}}` with a status
//! from 400 on.
//!
//! Faults of a study that was opened come with line and column as well.

use crate::limits::CHECK_TIME;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use demerit_explore::SettingsError;
use demerit_scenario::faults::{Fault, Faults};
use demerit_scenario::load::LoadError;
use demerit_scenario::shown::json::told;
use demerit_study::run::RunError;
use demerit_worlds::LiveError;
use serde_json::{Value, json};
use std::fmt::Display;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Why a request is not met.
#[derive(Clone, Debug)]
pub(crate) struct ApiError {
    status: StatusCode,
    message: String,
    place: Option<String>,
    hint: Option<String>,
    faults: Vec<Fault>,
}

impl ApiError {
    /// An error with this status.
    pub(crate) fn new(status: StatusCode, message: impl Into<String>) -> Self {
        Self { status, message: message.into(), place: None, hint: None, faults: Vec::new() }
    }

    /// Something about the request is wrong.
    pub(crate) fn bad(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, message)
    }

    /// There is no such thing.
    pub(crate) fn unknown(message: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, message)
    }

    /// It is too early: what is asked for is not there yet.
    pub(crate) fn early(message: impl Into<String>) -> Self {
        Self::new(StatusCode::CONFLICT, message)
    }

    /// Too much is asked for at a time.
    pub(crate) fn busy(message: impl Into<String>, hint: &str) -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, message).hint(hint)
    }

    /// A fault of the program.
    pub(crate) fn ours(message: impl Into<String>) -> Self {
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, message)
            .hint("this is a fault of demerit; please report it with the settings that were shown")
    }

    /// An error of something that does not fail unless the program has a fault.
    pub(crate) fn fault(error: impl Display) -> Self {
        Self::ours(error.to_string())
    }

    /// What may help.
    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Where it is wrong.
    pub(crate) fn place(mut self, place: impl Into<String>) -> Self {
        self.place = Some(place.into());
        self
    }

    /// What is told, as JSON.
    pub(crate) fn told(&self) -> Value {
        let mut error = json!({ "message": self.message, "place": self.place, "hint": self.hint });
        if !self.faults.is_empty() {
            error["faults"] = json!(self.faults);
        }
        error
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let text = told(&json!({ "error": self.told() }));
        (self.status, [(header::CONTENT_TYPE, "application/json")], text).into_response()
    }
}

/// What came of something; a panic is a fault of ours, and ends nothing but this.
pub(crate) fn caught<T>(act: impl FnOnce() -> Result<T, RunError>) -> Result<T, ApiError> {
    match catch_unwind(AssertUnwindSafe(act)) {
        Ok(found) => Ok(found?),
        Err(fault) => {
            let words = fault.downcast_ref::<&str>().map(|words| (*words).to_owned());
            let words = words.or_else(|| fault.downcast_ref::<String>().cloned());
            Err(ApiError::ours(words.unwrap_or_else(|| "no message".to_owned())))
        }
    }
}

impl From<LoadError> for ApiError {
    fn from(error: LoadError) -> Self {
        match error {
            LoadError::Faults(all) => {
                let count: usize = all.iter().map(Faults::count).sum();
                let faults: Vec<Fault> = all.into_iter().flat_map(|one| one.faults).collect();
                let Some(first) = faults.first() else { return Self::bad("the study has a fault") };
                let message = match count - 1 {
                    0 => first.message.clone(),
                    1 => format!("{}; and one more fault", first.message),
                    more => format!("{}; and {more} more faults", first.message),
                };
                let place = format!("line {}, column {}", first.line, first.column);
                Self { hint: first.hint.clone(), faults, ..Self::bad(message).place(place) }
            }
            LoadError::Unknown { ref hint, .. } => {
                Self { hint: hint.clone(), ..Self::bad(error.to_string()) }
            }
            LoadError::Stopped => {
                let seconds = CHECK_TIME.as_secs();
                let message = format!("the check took longer than {seconds} seconds and was stopped");
                Self::new(StatusCode::UNPROCESSABLE_ENTITY, message).hint(
                    "`demerit check FILE` takes its time; fewer rules, sources or regimes take less of it",
                )
            }
            // Nothing that a page sends makes the server open a file.
            LoadError::Io { .. } => Self::ours("a file was looked for"),
        }
    }
}

impl From<SettingsError> for ApiError {
    fn from(error: SettingsError) -> Self {
        let SettingsError { place, message, hint } = error;
        Self { hint, ..Self::bad(message).place(place) }
    }
}

impl From<RunError> for ApiError {
    fn from(error: RunError) -> Self {
        match error {
            RunError::Live(LiveError::Load(error)) => error.into(),
            error if error.is_users_fault() => Self::bad(error.to_string()),
            error => Self::ours(error.to_string()),
        }
    }
}
