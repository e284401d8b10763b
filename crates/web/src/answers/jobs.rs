//! What takes its time, a life or why a measure is what it is: asking for it, and telling it once it is
//! worked out.

use super::json;
use crate::api_error::ApiError;
use crate::extract::{InLanguage, InPath, Json};
use crate::jobs::{Job, reasons};
use crate::run::held;
use crate::state::AppState;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use std::sync::Arc;

/// Whose life.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OfPerson {
    person: u32,
}

/// `POST /api/run/RUN/life`: has a life worked out; the events of the run say when it is ready.
pub(crate) async fn ask_life(
    State(state): State<Arc<AppState>>,
    InPath(name): InPath<String>,
    Json(OfPerson { person }): Json<OfPerson>,
) -> Result<StatusCode, ApiError> {
    let run = state.run(&name)?;
    let persons = run.scenario.study.persons;
    if person >= persons {
        let error = ApiError::bad(format!("there is no person {person}"));
        return Err(error.place("person").hint(format!("allowed are 0 to {}", persons - 1)));
    }
    state.jobs.add(&run, Job::Life(person))?;
    Ok(StatusCode::ACCEPTED)
}

/// `GET /api/run/RUN/life/PERSON`
pub(crate) async fn life(
    State(state): State<Arc<AppState>>,
    InPath((name, person)): InPath<(String, u32)>,
    InLanguage(words): InLanguage,
) -> Result<Response, ApiError> {
    let data = held(&state.run(&name)?.lives).find(&person).cloned();
    let data = data.ok_or_else(|| {
        ApiError::unknown("this life was not worked out, or not kept")
            .place("person")
            .hint("post the person first")
    })?;
    state
        .work_out(move || {
            let life = demerit_report::life(&data, Some(person), words);
            json(&life.map_err(|error| ApiError::ours(error.to_string()))?)
        })
        .await
}

/// Of which measure.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OfMeasure {
    measure: String,
}

/// `POST /api/run/RUN/why`: has a measure shared out; the events of the run say when it is ready.
pub(crate) async fn ask_why(
    State(state): State<Arc<AppState>>,
    InPath(name): InPath<String>,
    Json(OfMeasure { measure }): Json<OfMeasure>,
) -> Result<StatusCode, ApiError> {
    let run = state.run(&name)?;
    if demerit_measures::named(&measure).is_none() {
        return Err(ApiError::unknown("there is no such measure").place("measure"));
    }
    state.jobs.add(&run, Job::Why(measure))?;
    Ok(StatusCode::ACCEPTED)
}

/// `GET /api/run/RUN/why/MEASURE`: all but the parts of the mechanisms is told at once.
pub(crate) async fn why(
    State(state): State<Arc<AppState>>,
    InPath((name, measure)): InPath<(String, String)>,
    InLanguage(words): InLanguage,
) -> Result<Response, ApiError> {
    let run = state.run(&name)?;
    let reason = held(&run.reasons).find(&measure).cloned();
    state.work_out(move || json(&reasons::told(&run.scenario, &measure, reason.as_deref(), words)?)).await
}
