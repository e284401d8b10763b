//! A run: beginning one, its events, its frames, who a person is, what was measured so far, and what takes
//! its time (a life, or why a measure is what it is): asking for it, and telling it once it is worked out.

use super::json;
use crate::api_error::ApiError;
use crate::extract::{InLanguage, InPath, InQuery, InRun, Json};
use crate::held::held;
use crate::jobs::{Job, reasons};
use crate::place::Place;
use crate::run;
use crate::state::AppState;
use axum::Extension;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use demerit_explore::{Film, Look, Settings};
use demerit_worlds::tables::Told;
use serde::Deserialize;
use serde_json::json as value;
use std::sync::Arc;

/// Name of the header that tells the pages apart.
const PAGE: &str = "x-demerit-tab";

/// Name of the header that says which week a frame is of.
const WEEK: &str = "x-demerit-week";

/// Longest name of a page.
const LONGEST: usize = 64;

/// `POST /api/run`: begins a run, in place of the one that the page had.
pub(crate) async fn begin(
    State(state): State<Arc<AppState>>,
    PageName(page): PageName,
    Json(settings): Json<Settings>,
) -> Result<Response, ApiError> {
    let run = state.work_out(move |state| state.begin(page, settings)).await?;
    json(&value!({ "run": run.name, "settings": run.settings }))
}

/// Which page asks.
pub(crate) struct PageName(String);

impl<S: Send + Sync> FromRequestParts<S> for PageName {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, ApiError> {
        let name = parts.headers.get(PAGE).and_then(|name| name.to_str().ok()).unwrap_or_default();
        let fits = (1..=LONGEST).contains(&name.len())
            && name.bytes().all(|letter| letter.is_ascii_alphanumeric() || letter == b'-');
        let hint = || format!("allowed are 1 to {LONGEST} letters, digits and hyphens");
        let error = || ApiError::bad("a page has to say which one it is").place(PAGE).hint(hint());
        fits.then(|| Self(name.to_owned())).ok_or_else(error)
    }
}

/// `GET /api/run/RUN/events`
pub(crate) async fn events(
    State(state): State<Arc<AppState>>,
    Extension(place): Extension<Arc<Place>>,
    InRun(run): InRun,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let last = headers.get("last-event-id").and_then(|last| last.to_str().ok()?.parse().ok());
    Ok(run::events(run, last, state.stream(place)))
}

/// `GET /api/run/RUN/frame/WORLD/COLOURING/TICK`: a byte for each cell. Where not every week is kept, it is
/// the last that is; which one, stands in a header.
pub(crate) async fn frame(
    State(state): State<Arc<AppState>>,
    InPath((name, world, colouring, tick)): InPath<(String, usize, String, u32)>,
) -> Result<Response, ApiError> {
    let film = state.run(&name)?.film()?;
    let look = Look::named(&colouring).ok_or_else(|| {
        let names = Look::ALL.map(Look::name).join(", ");
        ApiError::unknown("there is no such colouring").place("colouring").hint(format!("there are: {names}"))
    })?;
    let answer = move |_: &AppState| {
        let mut bytes = Vec::new();
        let week = film.frame_of(world, look, tick, &mut bytes).ok_or_else(|| no_week(&film, tick))?;
        let kind = (header::CONTENT_TYPE, "application/octet-stream".to_owned());
        Ok(([kind, (HeaderName::from_static(WEEK), week.to_string())], bytes).into_response())
    };
    state.work_out(answer).await
}

fn no_week(film: &Film, tick: u32) -> ApiError {
    let hint = match film.weeks() {
        0 => "there is none yet".to_owned(),
        weeks => format!("there are the weeks 0 to {}", weeks - 1),
    };
    ApiError::unknown(format!("there is no week {tick}")).place("tick").hint(hint)
}

/// When a person is asked about.
#[derive(Deserialize)]
pub(crate) struct When {
    tick: Option<u32>,
}

/// `GET /api/run/RUN/person/NUMBER`: who that is, and how they stand in both worlds.
pub(crate) async fn person(
    State(state): State<Arc<AppState>>,
    InPath((name, number)): InPath<(String, u32)>,
    InQuery(When { tick }): InQuery<When>,
) -> Result<Response, ApiError> {
    let film = state.run(&name)?.film()?;
    let answer = move |_: &AppState| {
        let persons = film.map.persons;
        if number >= persons {
            let error = ApiError::unknown(format!("there is no person {number}")).place("person");
            return Err(error.hint(format!("persons are numbered from 0 to {}", persons - 1)));
        }
        let tick = tick.unwrap_or_else(|| film.weeks().saturating_sub(1));
        json(&film.person(number, tick).ok_or_else(|| no_week(&film, tick))?)
    };
    state.work_out(answer).await
}

/// Which charts are asked for.
#[derive(Deserialize)]
pub(crate) struct Wanted {
    names: Option<String>,
}

/// `GET /api/run/RUN/charts`: the charts that are named, or all.
pub(crate) async fn charts(
    State(state): State<Arc<AppState>>,
    InRun(run): InRun,
    InQuery(Wanted { names }): InQuery<Wanted>,
    InLanguage(words): InLanguage,
) -> Result<Response, ApiError> {
    let data = run.data()?;
    let wanted =
        move |chart: &str| names.as_ref().is_none_or(|names| names.split(',').any(|name| name == chart));
    state.work_out(move |_| json(&demerit_report::charts(&Told::of(&data, None), words, wanted))).await
}

/// `GET /api/run/RUN/figures`: what is told above the charts.
pub(crate) async fn figures(
    State(state): State<Arc<AppState>>,
    InRun(run): InRun,
    InLanguage(words): InLanguage,
) -> Result<Response, ApiError> {
    let data = run.data()?;
    state.work_out(move |_| json(&crate::figures::told(&Told::of(&data, None), words))).await
}

/// Whose life.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OfPerson {
    person: u32,
}

/// `POST /api/run/RUN/life`: has a life worked out; the events of the run say when it is ready.
pub(crate) async fn ask_life(
    State(state): State<Arc<AppState>>,
    InRun(run): InRun,
    Json(OfPerson { person }): Json<OfPerson>,
) -> Result<StatusCode, ApiError> {
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
    let life = move |_: &AppState| {
        demerit_report::life(&Told::of(&data, Some(person)), words).map_err(ApiError::fault)
    };
    state.work_out(move |state| json(&life(state)?)).await
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
    InRun(run): InRun,
    Json(OfMeasure { measure }): Json<OfMeasure>,
) -> Result<StatusCode, ApiError> {
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
    state.work_out(move |_| json(&reasons::told(&run.scenario, &measure, reason.as_deref(), words)?)).await
}
