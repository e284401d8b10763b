//! The page and its files.

use crate::assets;
use crate::desk::Desk;
use crate::intake::Words;
use crate::refusal::Refusal;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;

/// `GET /`
pub(crate) async fn index(State(desk): State<Arc<Desk>>) -> Result<Response, Refusal> {
    let text = assets::index(desk.guard.token(), desk.language.code());
    let text = text.ok_or_else(|| Refusal::ours("the page is missing"))?;
    Ok(([(header::CONTENT_TYPE, "text/html; charset=utf-8")], text).into_response())
}

/// `GET /favicon.svg`
pub(crate) async fn icon(headers: HeaderMap) -> Result<Response, Refusal> {
    file("favicon.svg", &headers)
}

/// `GET /assets/NAME`
pub(crate) async fn asset(Words(name): Words<String>, headers: HeaderMap) -> Result<Response, Refusal> {
    file(&name, &headers)
}

fn file(name: &str, headers: &HeaderMap) -> Result<Response, Refusal> {
    assets::answer(name, headers).ok_or_else(|| Refusal::unknown("the page has no such file"))
}
