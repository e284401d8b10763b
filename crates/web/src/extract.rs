//! Taking in what a request carries: bodies with a bound in bytes and in time, and the parts of its address.

use crate::api_error::ApiError;
use crate::limits::{BODY_TIME, DRAINED_BYTES, JSON_BYTES, STUDY_BYTES};
use crate::run::Run;
use crate::state::AppState;
use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use demerit_words::{Language, Words};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::error::Error;
use std::sync::Arc;
use tokio::time::timeout;

/// The object in JSON that a request carries.
pub(crate) struct Json<T>(pub(crate) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Json<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, _: &S) -> Result<Self, ApiError> {
        let bytes = bytes(request, "application/json", JSON_BYTES).await?;
        // A list of values would be taken for an object without its keys.
        if bytes.trim_ascii_start().first() != Some(&b'{') {
            return Err(ApiError::bad("this is no object in JSON").place("line 1, column 1"));
        }
        serde_json::from_slice(&bytes).map(Self).map_err(|error| {
            let text = error.to_string();
            let message = text.split(" at line ").next().unwrap_or(&text).to_owned();
            ApiError::bad(message).place(format!("line {}, column {}", error.line(), error.column()))
        })
    }
}

/// The text of a study that a request carries.
pub(crate) struct StudyText(pub(crate) String);

impl<S: Send + Sync> FromRequest<S> for StudyText {
    type Rejection = ApiError;

    async fn from_request(request: Request, _: &S) -> Result<Self, ApiError> {
        let bytes = bytes(request, "text/plain", STUDY_BYTES).await?;
        String::from_utf8(bytes.into()).map(Self).map_err(|error| {
            ApiError::bad("this is not text")
                .place(format!("byte {}", error.utf8_error().valid_up_to()))
                .hint("a study is a TOML file in UTF-8")
        })
    }
}

async fn bytes(request: Request, kind: &'static str, most: usize) -> Result<Bytes, ApiError> {
    if kind_of(request.headers()) != Some(kind) {
        return Err(ApiError::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, format!("this has to be {kind}"))
            .place(header::CONTENT_TYPE.as_str()));
    }
    let told =
        request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    let too_much =
        || ApiError::new(StatusCode::PAYLOAD_TOO_LARGE, format!("allowed are {most} bytes")).place("body");
    if told.is_some_and(|length: u64| length > DRAINED_BYTES as u64) {
        return Err(too_much());
    }
    // What is too much is taken in and let go: a browser that is still sending when it is refused tells of a
    // broken connection, and not of the refusal.
    let mut body = Limited::new(request.into_body(), DRAINED_BYTES);
    let (mut kept, mut length) = (Vec::new(), 0);
    let read = async {
        while let Some(frame) = body.frame().await {
            let bytes = frame?.into_data().unwrap_or_default();
            length += bytes.len();
            if length <= most {
                kept.extend_from_slice(&bytes);
            }
        }
        Ok::<_, Box<dyn Error + Send + Sync>>(())
    };
    match timeout(BODY_TIME, read).await {
        Ok(Ok(())) if length <= most => Ok(kept.into()),
        Ok(Ok(())) => Err(too_much()),
        Ok(Err(error)) if error.is::<LengthLimitError>() => Err(too_much()),
        Ok(Err(_)) => Err(ApiError::bad("the body ended before its time").place("body")),
        Err(_) => Err(ApiError::new(StatusCode::REQUEST_TIMEOUT, "the body took too long").place("body")),
    }
}

/// The type of a body, without what may follow it.
fn kind_of(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::CONTENT_TYPE)?.to_str().ok()?.split(';').next().map(str::trim)
}

/// The parts of a path that its pattern names.
pub(crate) struct InPath<T>(pub(crate) T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for InPath<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let found = Path::from_request_parts(parts, state).await;
        found.map(|Path(named)| Self(named)).map_err(|error| ApiError::bad(error.body_text()).place("path"))
    }
}

/// The run that an address names, found before the body is read.
pub(crate) struct InRun(pub(crate) Arc<Run>);

impl FromRequestParts<Arc<AppState>> for InRun {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &Arc<AppState>) -> Result<Self, ApiError> {
        let InPath(name) = InPath::<String>::from_request_parts(parts, state).await?;
        state.run(&name).map(Self)
    }
}

/// What stands behind the question mark of an address.
pub(crate) struct InQuery<T>(pub(crate) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for InQuery<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, ApiError> {
        let found = Query::try_from_uri(&parts.uri);
        found.map(|Query(asked)| Self(asked)).map_err(|error| misspelt(&error.body_text()))
    }
}

/// What is wrong behind the question mark: `…: KEY: WHY`, or `…: WHY` where it is about no single key.
fn misspelt(told: &str) -> ApiError {
    let told = told.split_once(": ").map_or(told, |(_, told)| told);
    match told.split_once(": ") {
        Some((key, why)) if why.contains("empty string") => {
            ApiError::bad(format!("`{key}` has no value")).place(key)
        }
        Some((key, why)) => ApiError::bad(why).place(key),
        None => ApiError::bad(told).place("query"),
    }
}

/// The words of the language that is asked for behind an address, else of the explorer's own.
pub(crate) struct InLanguage(pub(crate) Words);

impl FromRequestParts<Arc<AppState>> for InLanguage {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &Arc<AppState>) -> Result<Self, ApiError> {
        #[derive(Deserialize)]
        struct Asked {
            lang: Option<String>,
        }
        let InQuery(Asked { lang }) = InQuery::from_request_parts(parts, state).await?;
        let language = lang.map_or(Ok(state.language), |code| code.parse::<Language>());
        let words = language.map(Words::new).map_err(|error| ApiError::bad(error.to_string()).place("lang"));
        words.map(Self)
    }
}
