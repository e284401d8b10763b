//! What was measured so far: charts, and the few figures above them.

use super::{InLanguage, json};
use crate::desk::Desk;
use crate::figures;
use crate::intake::{Asked, Words};
use crate::refusal::Refusal;
use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;
use std::sync::Arc;

/// Which charts are asked for.
#[derive(Deserialize)]
pub(crate) struct Wanted {
    names: Option<String>,
    #[serde(flatten)]
    language: InLanguage,
}

/// `GET /api/run/RUN/charts`: the charts that are named, or all.
pub(crate) async fn charts(
    State(desk): State<Arc<Desk>>,
    Words(name): Words<String>,
    Asked(asked): Asked<Wanted>,
) -> Result<Response, Refusal> {
    let words = asked.language.words(&desk)?;
    let data = desk.run(&name)?.data()?;
    desk.work_out(move || {
        let names = asked.names.as_deref();
        let wanted = |chart: &str| names.is_none_or(|names| names.split(',').any(|name| name == chart));
        json(&demerit_report::charts(&data, words, wanted))
    })
    .await
}

/// `GET /api/run/RUN/figures`: what is told above the charts.
pub(crate) async fn figures(
    State(desk): State<Arc<Desk>>,
    Words(name): Words<String>,
    Asked(asked): Asked<InLanguage>,
) -> Result<Response, Refusal> {
    let words = asked.words(&desk)?;
    let data = desk.run(&name)?.data()?;
    desk.work_out(move || json(&figures::told(&data, words))).await
}
