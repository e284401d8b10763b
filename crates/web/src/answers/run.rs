//! A run: beginning one, its events, its frames, who a person is.

use super::json;
use crate::api_error::ApiError;
use crate::extract::{InPath, InQuery, Json};
use crate::run;
use crate::state::AppState;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, header};
use axum::response::{IntoResponse, Response};
use demerit_explore::{Film, Look, Settings};
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
    let known = Arc::clone(&state);
    let run = state.work_out(move || known.begin(page, settings)).await?;
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
    InPath(name): InPath<String>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let run = state.run(&name)?;
    let last = headers.get("last-event-id").and_then(|last| last.to_str().ok()?.parse().ok());
    Ok(run::events(run, last, state.stream()?))
}

/// `GET /api/run/RUN/frame/WORLD/COLOURING/TICK`: a byte for each cell. Where not every week is kept, it is
/// the last that is; which one, stands in a header.
pub(crate) async fn frame(
    State(state): State<Arc<AppState>>,
    InPath((name, world, colouring, tick)): InPath<(String, usize, String, u32)>,
) -> Result<Response, ApiError> {
    let film = state.run(&name)?.film()?;
    let look = Look::ALL.into_iter().find(|look| look.name() == colouring).ok_or_else(|| {
        let names = Look::ALL.map(Look::name).join(", ");
        ApiError::unknown("there is no such colouring").place("colouring").hint(format!("there are: {names}"))
    })?;
    state
        .work_out(move || {
            let mut bytes = Vec::new();
            let Some(week) = film.frame_of(world, look, tick, &mut bytes) else {
                return Err(no_week(&film, tick));
            };
            let kind = (header::CONTENT_TYPE, "application/octet-stream".to_owned());
            Ok(([kind, (HeaderName::from_static(WEEK), week.to_string())], bytes).into_response())
        })
        .await
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
    state
        .work_out(move || {
            let persons = film.map().persons;
            if number >= persons {
                let error = ApiError::unknown(format!("there is no person {number}")).place("person");
                return Err(error.hint(format!("persons are numbered from 0 to {}", persons - 1)));
            }
            let tick = tick.unwrap_or_else(|| film.weeks().saturating_sub(1));
            json(&film.person(number, tick).ok_or_else(|| no_week(&film, tick))?)
        })
        .await
}
