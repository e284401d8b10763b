//! Studies: what there is to choose from, what can be changed in one, saving one and opening one.

use super::json;
use crate::api_error::ApiError;
use crate::extract::{InLanguage, InQuery, Json, StudyText};
use crate::limits::{MOST_PERSON_YEARS, MOST_YEARS, STUDY_BYTES};
use crate::state::AppState;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use demerit_explore::{self, Settings};
use demerit_measures::Measure;
use demerit_scenario::catalogue::{Kind, entries};
use demerit_scenario::load::{self, LoadError};
use demerit_scenario::study::StudyFile;
use demerit_words::Words;
use serde::Deserialize;
use serde_json::{Value, json as value};
use std::sync::Arc;

/// `GET /api/catalogue`: what there is to choose from, and the words of the page.
pub(crate) async fn catalogue(
    State(state): State<Arc<AppState>>,
    InLanguage(words): InLanguage,
) -> Result<Response, ApiError> {
    let studies = move |state: &AppState| {
        let told = |name: &str, study: &StudyFile| told(words, name, study);
        let known = entries(Kind::Study);
        let known = known.filter_map(|entry| Some(told(entry.name, &toml::from_str(entry.text).ok()?)));
        let mut bases: Vec<Value> = known.collect();
        let first = state.base(&state.first)?;
        if entries(Kind::Study).all(|entry| entry.name != state.first) {
            bases.insert(0, told(&state.first, &first.study));
        }
        Ok((bases, Settings::of(&state.first, &first)))
    };
    let (bases, first) = state.work_out(studies).await?;
    let measure = |one: &Measure| {
        value!({
            "name": one.name,
            "title": words.measure(one.name, one.title),
            "definition": words.definition(one.name, one.definition),
            "unit": one.unit.name(),
            "source": words.source(one.source),
        })
    };
    let measures: Vec<Value> = demerit_measures::all().iter().map(measure).collect();
    // What files and the code call something in English, by family and English name.
    let called = ["title-", "occupation-", "unit-"].map(|family| words.section(family));
    json(&value!({
        "version": env!("CARGO_PKG_VERSION"),
        "language": words.language().code(),
        "bases": bases,
        "default": first,
        "most": { "years": MOST_YEARS, "person_years": MOST_PERSON_YEARS, "study_bytes": STUDY_BYTES },
        "measures": measures,
        "words": words.section("page-"),
        "called": called,
    }))
}

/// A study to choose.
fn told(words: Words, name: &str, study: &StudyFile) -> Value {
    value!({
        "name": name,
        "title": words.title(&study.title),
        "about": study.about,
        "persons": study.persons,
        "years": study.years,
        "seed": study.seed,
        "start_year": study.start_year,
        "worlds": study.worlds.len(),
    })
}

/// What is asked for controls.
#[derive(Deserialize)]
pub(crate) struct OfBase {
    base: Option<String>,
}

/// `GET /api/controls`: every figure and switch of a study, and the settings that change nothing about it.
pub(crate) async fn controls(
    State(state): State<Arc<AppState>>,
    InQuery(asked): InQuery<OfBase>,
    InLanguage(words): InLanguage,
) -> Result<Response, ApiError> {
    let answer = move |state: &AppState| {
        let name = asked.base.as_deref().unwrap_or(&state.first);
        let base = state.base(name)?;
        let controls = demerit_explore::controls(&base);
        let mut controls = serde_json::to_value(controls).map_err(ApiError::fault)?;
        say(&mut controls["mechanisms"], "says", |name, says| words.mechanism(name, says));
        say(&mut controls["mechanisms"], "off", |name, off| words.switched_off(name, off));
        say(&mut controls["safeguards"], "says", |name, says| words.guards(name, says));
        say(&mut controls["safeguards"], "title", |name, title| words.safeguard(name, title));
        for group in controls["curated"].as_array_mut().into_iter().flatten() {
            say(&mut group["figures"], "label", |id, label| words.control(id, label));
        }
        controls["study"] = told(words, name, &base.study);
        controls["settings"] = value!(Settings::of(name, &base));
        json(&controls)
    };
    state.work_out(answer).await
}

/// Says what stands in the code in English in the language that is asked for.
fn say(all: &mut Value, key: &str, told: impl Fn(&str, &str) -> String) {
    for one in all.as_array_mut().into_iter().flatten() {
        if let (Some(name), Some(english)) =
            (one.get("name").or(one.get("id")).and_then(Value::as_str), one[key].as_str())
        {
            one[key] = told(name, english).into();
        }
    }
}

/// `POST /api/study`: the study that settings come to, as a file.
pub(crate) async fn save(
    State(state): State<Arc<AppState>>,
    Json(settings): Json<Settings>,
) -> Result<Response, ApiError> {
    let answer = move |state: &AppState, is_wanted: &dyn Fn() -> bool| {
        let scenario = settings.scenario(&*state.base(&settings.base)?)?;
        let text = toml::to_string(&scenario.bundle()).map_err(ApiError::fault)?;
        // What is handed out can be opened again, and says the same.
        let again = load::sent_while(&text, is_wanted).map_err(|error| match error {
            LoadError::Stopped => error.into(),
            fault => ApiError::fault(fault),
        })?;
        if again.bundle() != scenario.bundle() {
            return Err(ApiError::ours("the study is not what was written down"));
        }
        let name = format!("attachment; filename=\"{}.toml\"", scenario.study.name);
        let kind = (header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned());
        Ok(([kind, (header::CONTENT_DISPOSITION, name)], text).into_response())
    };
    state.check(answer).await
}

/// `POST /api/open`: a study that the page read from a file of its user's choice. The text is checked like a
/// file; no name in it opens one.
pub(crate) async fn open(
    State(state): State<Arc<AppState>>,
    StudyText(text): StudyText,
) -> Result<Response, ApiError> {
    let answer = move |state: &AppState, is_wanted: &dyn Fn() -> bool| {
        let name = state.open(load::sent_while(&text, is_wanted)?)?;
        let opened = state.base(&name)?;
        let mut told = told(Words::default(), &name, &opened.study);
        told["settings"] = value!(Settings::of(&name, &opened));
        told["base"] = name.into();
        json(&told)
    };
    state.check(answer).await
}
