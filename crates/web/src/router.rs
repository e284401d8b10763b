//! Which address is answered by what. Everything passes the guard first.

use crate::answers::{page, run, study};
use crate::api_error::ApiError;
use crate::guard;
use crate::state::AppState;
use axum::Router;
use axum::http::StatusCode;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use std::sync::Arc;

/// All addresses.
pub(crate) fn router(state: &Arc<AppState>) -> Router {
    Router::new()
        .route("/", get(page::index))
        .route("/favicon.svg", get(page::icon))
        .route("/assets/{*name}", get(page::asset))
        .route("/api/catalogue", get(study::catalogue))
        .route("/api/controls", get(study::controls))
        .route("/api/study", post(study::save))
        .route("/api/open", post(study::open))
        .route("/api/run", post(run::begin))
        .route("/api/run/{run}/events", get(run::events))
        .route("/api/run/{run}/frame/{world}/{colouring}/{tick}", get(run::frame))
        .route("/api/run/{run}/person/{number}", get(run::person))
        .route("/api/run/{run}/charts", get(run::charts))
        .route("/api/run/{run}/figures", get(run::figures))
        .route("/api/run/{run}/life", post(run::ask_life))
        .route("/api/run/{run}/life/{person}", get(run::life))
        .route("/api/run/{run}/why", post(run::ask_why))
        .route("/api/run/{run}/why/{measure}", get(run::why))
        .fallback(unknown)
        .method_not_allowed_fallback(not_so)
        .layer(from_fn_with_state(Arc::clone(&state.guard), guard::pass))
        .with_state(Arc::clone(state))
}

async fn unknown() -> ApiError {
    ApiError::unknown("there is nothing at this address")
}

async fn not_so() -> ApiError {
    ApiError::new(StatusCode::METHOD_NOT_ALLOWED, "this address is not used in this way")
}
