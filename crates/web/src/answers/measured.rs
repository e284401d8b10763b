//! What was measured so far, in a few figures.

use super::{InLanguage, json};
use crate::desk::Desk;
use crate::figures;
use crate::intake::{Asked, Words};
use crate::refusal::Refusal;
use axum::extract::State;
use axum::response::Response;
use std::sync::Arc;

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
