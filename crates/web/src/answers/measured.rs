//! What was measured so far: charts, and the few figures above them.

use super::json;
use crate::api_error::ApiError;
use crate::extract::{InLanguage, InPath, InQuery};
use crate::figures;
use crate::state::AppState;
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use std::sync::Arc;

/// Which charts are asked for.
#[derive(Deserialize)]
pub(crate) struct Wanted {
    names: Option<String>,
}

/// `GET /api/run/RUN/charts`: the charts that are named, or all.
pub(crate) async fn charts(
    State(state): State<Arc<AppState>>,
    InPath(name): InPath<String>,
    InQuery(Wanted { names }): InQuery<Wanted>,
    InLanguage(words): InLanguage,
) -> Result<Response, ApiError> {
    let data = state.run(&name)?.data()?;
    let wanted =
        move |chart: &str| names.as_ref().is_none_or(|names| names.split(',').any(|name| name == chart));
    state.work_out(move || json(&demerit_report::charts(&data, words, wanted))).await
}

/// `GET /api/run/RUN/figures`: what is told above the charts.
pub(crate) async fn figures(
    State(state): State<Arc<AppState>>,
    InPath(name): InPath<String>,
    InLanguage(words): InLanguage,
) -> Result<Response, ApiError> {
    let data = state.run(&name)?.data()?;
    state.work_out(move || json(&figures::told(&data, words))).await
}
