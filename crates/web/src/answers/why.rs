//! Why a measure is what it is: asking for it, and telling it once it is worked out.

use super::{InLanguage, json};
use crate::desk::Desk;
use crate::errands::Errand;
use crate::intake::{self, Asked, Words};
use crate::reasons;
use crate::refusal::Refusal;
use crate::run::held;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use std::sync::Arc;

/// Of which measure.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Of {
    measure: String,
}

/// `POST /api/run/RUN/why`: has a measure shared out; the events of the run say when it is ready.
pub(crate) async fn ask(
    State(desk): State<Arc<Desk>>,
    Words(name): Words<String>,
    request: Request,
) -> Result<StatusCode, Refusal> {
    let run = desk.run(&name)?;
    let Of { measure } = intake::json(request).await?;
    if demerit_measures::named(&measure).is_none() {
        return Err(Refusal::unknown("there is no such measure").place("measure"));
    }
    desk.errands.add(&run, Errand::Why(measure))?;
    Ok(StatusCode::ACCEPTED)
}

/// `GET /api/run/RUN/why/MEASURE`: all but the parts of the mechanisms is told at once.
pub(crate) async fn told(
    State(desk): State<Arc<Desk>>,
    Words((name, measure)): Words<(String, String)>,
    Asked(asked): Asked<InLanguage>,
) -> Result<Response, Refusal> {
    let words = asked.words(&desk)?;
    let run = desk.run(&name)?;
    let reason = held(&run.reasons).find(&measure).cloned();
    desk.work_out(move || json(&reasons::told(&run.scenario, &measure, reason.as_deref(), words)?)).await
}
