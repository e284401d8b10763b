//! Which address is answered by what. Everything passes the guard first.

use crate::answers::{life, measured, page, run, study, why};
use crate::desk::Desk;
use crate::guard;
use crate::refusal::Refusal;
use axum::Router;
use axum::http::StatusCode;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use std::sync::Arc;

/// All addresses.
pub(crate) fn router(desk: &Arc<Desk>) -> Router {
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
        .route("/api/run/{run}/charts", get(measured::charts))
        .route("/api/run/{run}/figures", get(measured::figures))
        .route("/api/run/{run}/life", post(life::ask))
        .route("/api/run/{run}/life/{person}", get(life::told))
        .route("/api/run/{run}/why", post(why::ask))
        .route("/api/run/{run}/why/{measure}", get(why::told))
        .fallback(unknown)
        .method_not_allowed_fallback(not_so)
        .layer(from_fn_with_state(Arc::clone(&desk.guard), guard::pass))
        .with_state(Arc::clone(desk))
}

async fn unknown() -> Refusal {
    Refusal::unknown("there is nothing at this address")
}

async fn not_so() -> Refusal {
    Refusal::new(StatusCode::METHOD_NOT_ALLOWED, "this address is not used in this way")
}
