//! The page and its files, as the program carries them: one list, which a test holds against the folder
//! `page/`.

use crate::api_error::ApiError;
use crate::extract::InPath;
use crate::state::AppState;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{self, HeaderMap, HeaderValue};
use axum::response::{IntoResponse, Response};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

/// A file of the page.
struct Asset {
    name: &'static str,
    bytes: &'static [u8],
}

macro_rules! assets {
    ($($name:literal),* $(,)?) => {
        const ASSETS: &[Asset] = &[$(Asset {
            name: $name,
            bytes: include_bytes!(concat!("../../page/", $name)),
        }),*];
    };
}

assets! {
    "api.js",
    "charts.js",
    "colours.js",
    "controls.js",
    "dom.js",
    "explorer.css",
    "favicon.svg",
    "frames.js",
    "index.html",
    "job.js",
    "layout.js",
    "life.js",
    "main.js",
    "notice.js",
    "numbers.js",
    "player.js",
    "pursuit.js",
    "run.js",
    "society.js",
    "state.js",
    "tour.js",
    "verdict.js",
    "why.js",
    "words.js",
}

/// Kinds of file that the page holds, by their endings.
const KINDS: [(&str, &str); 4] = [
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("svg", "image/svg+xml"),
];

/// The style of the report, which its charts need on our page too.
const REPORT: Asset = Asset { name: "report.css", bytes: demerit_report::STYLE.as_bytes() };

/// The page itself, which is answered with the token in it and never kept.
const INDEX: &str = "index.html";

/// `GET /`
pub(crate) async fn index(State(state): State<Arc<AppState>>) -> Result<Response, ApiError> {
    let text = filled(state.guard.token(), state.language.code());
    let text = text.ok_or_else(|| ApiError::ours("the page is missing"))?;
    Ok(([(header::CONTENT_TYPE, kind(INDEX))], text).into_response())
}

/// `GET /favicon.svg`
pub(crate) async fn icon(headers: HeaderMap) -> Result<Response, ApiError> {
    asset(InPath("favicon.svg".to_owned()), headers).await
}

/// `GET /assets/NAME`: a file of the page, unless the browser has it already.
pub(crate) async fn asset(InPath(name): InPath<String>, headers: HeaderMap) -> Result<Response, ApiError> {
    file(&name, &headers).ok_or_else(|| ApiError::unknown("the page has no such file"))
}

/// The text of the page, with the token and the language of this start.
fn filled(token: &str, language: &str) -> Option<String> {
    let asset = ASSETS.iter().find(|asset| asset.name == INDEX)?;
    let text = std::str::from_utf8(asset.bytes).ok()?;
    Some(text.replace("{{token}}", token).replace("{{language}}", language))
}

fn file(name: &str, headers: &HeaderMap) -> Option<Response> {
    let all = ASSETS.iter().chain([&REPORT]);
    let asset = all.into_iter().find(|asset| asset.name == name && asset.name != INDEX)?;
    let tag = tag(asset);
    let had = headers.get(header::IF_NONE_MATCH).and_then(|tags| tags.to_str().ok());
    let known = had.is_some_and(|tags| tags.split(',').any(|one| one.trim() == tag));
    let mut response = if known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        ([(header::CONTENT_TYPE, kind(asset.name))], asset.bytes).into_response()
    };
    let headers = response.headers_mut();
    // Kept, and asked for each time whether it is still right.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(header::ETAG, HeaderValue::from_str(&tag).ok()?);
    Some(response)
}

fn kind(name: &str) -> &'static str {
    let ending = name.rsplit('.').next().unwrap_or_default();
    KINDS.iter().find(|kind| kind.0 == ending).map_or("application/octet-stream", |kind| kind.1)
}

fn tag(asset: &Asset) -> String {
    let mut hasher = DefaultHasher::new();
    asset.bytes.hash(&mut hasher);
    format!("\"{:016x}\"", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn files(folder: &Path, before: &str, found: &mut Vec<String>) {
        for file in std::fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            let name = format!("{before}{}", path.file_name().unwrap().to_string_lossy());
            if path.is_dir() {
                files(&path, &format!("{name}/"), found);
            } else {
                found.push(name);
            }
        }
    }

    #[test]
    fn the_list_is_the_folder() {
        let mut there = Vec::new();
        files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("page"), "", &mut there);
        let mut here: Vec<String> = ASSETS.iter().map(|asset| asset.name.to_owned()).collect();
        there.sort();
        here.sort();
        assert_eq!(here, there);
    }

    #[test]
    fn every_file_has_a_kind() {
        for asset in ASSETS {
            assert_ne!(kind(asset.name), "application/octet-stream", "{}", asset.name);
        }
    }

    #[test]
    fn the_page_holds_the_token_and_the_language() {
        let text = filled("0123abcd", "id").unwrap();
        assert!(text.contains("content=\"0123abcd\"") && text.contains("lang=\"id\""), "{text}");
        assert!(!text.contains("{{"), "{text}");
        assert!(file(INDEX, &HeaderMap::new()).is_none(), "the page with its marks is no asset");
    }
}
