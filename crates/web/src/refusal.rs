//! Why a request is not met, as the page gets it: `{"error": {"message", "place", "hint"}}` with a status from 400 on.
//!
//! Faults of a study that was opened come with line and column, besides.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use demerit_explore::SettingsError;
use demerit_scenario::faults::{Fault, Faults};
use demerit_scenario::load::LoadError;
use demerit_study::run::RunError;
use demerit_worlds::LiveError;
use serde_json::{Value, json};

/// Why a request is not met.
#[derive(Clone, Debug)]
pub(crate) struct Refusal {
    status: StatusCode,
    message: String,
    place: Option<String>,
    hint: Option<String>,
    faults: Vec<Fault>,
}

impl Refusal {
    /// A refusal with this status.
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

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let text = json!({ "error": self.told() }).to_string();
        (self.status, [(header::CONTENT_TYPE, "application/json")], text).into_response()
    }
}

impl From<Faults> for Refusal {
    fn from(faults: Faults) -> Self {
        let more = faults.count().saturating_sub(1);
        let Some(first) = faults.faults.first() else { return Self::bad("the study has a fault") };
        let message = match more {
            0 => first.message.clone(),
            1 => format!("{}; and one more fault", first.message),
            _ => format!("{}; and {more} more faults", first.message),
        };
        let mut refusal = Self::bad(message).place(format!("line {}, column {}", first.line, first.column));
        refusal.hint.clone_from(&first.hint);
        refusal.faults = faults.faults;
        refusal
    }
}

impl From<LoadError> for Refusal {
    fn from(error: LoadError) -> Self {
        match error {
            LoadError::Faults(all) => {
                let mut all = all.into_iter();
                let Some(mut faults) = all.next() else { return Self::bad("the study has a fault") };
                for mut other in all {
                    faults.faults.append(&mut other.faults);
                }
                faults.into()
            }
            LoadError::Unknown { ref hint, .. } => {
                let hint = hint.clone();
                let refusal = Self::bad(error.to_string());
                Self { hint, ..refusal }
            }
            // Nothing that a page sends makes the server open a file.
            LoadError::Io { .. } => Self::ours("a file was looked for"),
        }
    }
}

impl From<SettingsError> for Refusal {
    fn from(error: SettingsError) -> Self {
        let SettingsError { place, message, hint } = error;
        Self { hint, ..Self::bad(message).place(place) }
    }
}

impl From<RunError> for Refusal {
    fn from(error: RunError) -> Self {
        match error {
            RunError::Live(LiveError::Load(error)) => error.into(),
            error if error.is_users_fault() => Self::bad(error.to_string()),
            error => Self::ours(error.to_string()),
        }
    }
}
