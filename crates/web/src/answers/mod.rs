//! Answers: for each address, what it takes and what it gives.

pub(crate) mod page;
pub(crate) mod run;
pub(crate) mod study;

use crate::api_error::ApiError;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use demerit_scenario::shown::json;
use serde::Serialize;

/// An answer as JSON.
fn json(value: &impl Serialize) -> Result<Response, ApiError> {
    let text = json::line(value).map_err(ApiError::fault)?;
    Ok(([(header::CONTENT_TYPE, "application/json")], text).into_response())
}
