//! Answers: for each address, what it takes and what it gives.

pub(crate) mod life;
pub(crate) mod measured;
pub(crate) mod page;
pub(crate) mod run;
pub(crate) mod study;
pub(crate) mod why;

use crate::desk::Desk;
use crate::refusal::Refusal;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use demerit_words::{Language, Words};
use serde::{Deserialize, Serialize};

/// The language that is asked for behind an address.
#[derive(Deserialize)]
pub(crate) struct InLanguage {
    lang: Option<String>,
}

impl InLanguage {
    /// The words of it.
    pub(crate) fn words(&self, desk: &Desk) -> Result<Words, Refusal> {
        let language = match &self.lang {
            None => Ok(desk.language),
            Some(code) => code.parse::<Language>(),
        };
        language.map(Words::new).map_err(|error| Refusal::bad(error.to_string()).place("lang"))
    }
}

/// An answer as JSON.
pub(crate) fn json(value: &impl Serialize) -> Result<Response, Refusal> {
    let text = serde_json::to_string(value).map_err(|error| Refusal::ours(error.to_string()))?;
    Ok(([(header::CONTENT_TYPE, "application/json")], text).into_response())
}
