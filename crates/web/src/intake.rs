//! Taking in what a request carries: bodies with a bound in bytes and in time, and the words of its address.

use crate::caps::{BODY_TIME, JSON_BYTES, STUDY_BYTES};
use crate::refusal::Refusal;
use axum::body::{Body, Bytes};
use axum::extract::rejection::PathRejection;
use axum::extract::{FromRequestParts, Path, Query, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use http_body_util::{BodyExt, Collected, LengthLimitError, Limited};
use serde::de::DeserializeOwned;
use tokio::time::timeout;

/// The object in JSON that a request carries.
pub(crate) async fn json<T: DeserializeOwned>(request: Request) -> Result<T, Refusal> {
    let bytes = bytes(request, "application/json", JSON_BYTES).await?;
    // A list of values would be taken for an object without its keys.
    if bytes.trim_ascii_start().first() != Some(&b'{') {
        return Err(Refusal::bad("this is no object in JSON").place("line 1, column 1"));
    }
    serde_json::from_slice(&bytes).map_err(|error| {
        let text = error.to_string();
        let message = text.split(" at line ").next().unwrap_or(&text).to_owned();
        Refusal::bad(message).place(format!("line {}, column {}", error.line(), error.column()))
    })
}

/// The text of a study that a request carries.
pub(crate) async fn study(request: Request) -> Result<String, Refusal> {
    let bytes = bytes(request, "text/plain", STUDY_BYTES).await?;
    String::from_utf8(bytes.into()).map_err(|error| {
        Refusal::bad("this is not text")
            .place(format!("byte {}", error.utf8_error().valid_up_to()))
            .hint("a study is a TOML file in UTF-8")
    })
}

async fn bytes(request: Request, kind: &'static str, most: usize) -> Result<Bytes, Refusal> {
    if kind_of(request.headers()) != Some(kind) {
        return Err(Refusal::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, format!("this has to be {kind}"))
            .place(header::CONTENT_TYPE.as_str()));
    }
    let too_much =
        || Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, format!("allowed are {most} bytes")).place("body");
    let told =
        request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    if told.is_some_and(|length: u64| length > most as u64) {
        return Err(too_much());
    }
    let (_, body) = request.into_parts();
    match timeout(BODY_TIME, gathered(body, most)).await {
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(true)) => Err(too_much()),
        Ok(Err(false)) => Err(Refusal::bad("the body ended before its time").place("body")),
        Err(_) => Err(Refusal::new(StatusCode::REQUEST_TIMEOUT, "the body took too long").place("body")),
    }
}

/// The bytes of a body; the error says whether there were too many.
async fn gathered(body: Body, most: usize) -> Result<Bytes, bool> {
    let gathered = Limited::new(body, most).collect().await;
    gathered.map(Collected::to_bytes).map_err(|error| error.is::<LengthLimitError>())
}

/// The type of a body, without what may follow it.
fn kind_of(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::CONTENT_TYPE)?.to_str().ok()?.split(';').next().map(str::trim)
}

/// The words of a path.
pub(crate) struct Words<T>(pub(crate) T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Words<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let found: Result<Path<T>, PathRejection> = Path::from_request_parts(parts, state).await;
        found.map(|Path(words)| Self(words)).map_err(|error| Refusal::bad(error.body_text()).place("path"))
    }
}

/// What stands behind the question mark of an address.
pub(crate) struct Asked<T>(pub(crate) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Asked<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        let found = Query::try_from_uri(&parts.uri);
        found.map(|Query(asked)| Self(asked)).map_err(|error| Refusal::bad(error.body_text()).place("query"))
    }
}
