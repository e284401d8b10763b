//! One made-up life: asking for it, and telling it once it is worked out.

use super::{InLanguage, json};
use crate::desk::Desk;
use crate::errands::Errand;
use crate::intake::{self, Asked, Words};
use crate::refusal::Refusal;
use crate::run::held;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use std::sync::Arc;

/// Whose life.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Of {
    person: u32,
}

/// `POST /api/run/RUN/life`: has a life worked out; the events of the run say when it is ready.
pub(crate) async fn ask(
    State(desk): State<Arc<Desk>>,
    Words(name): Words<String>,
    request: Request,
) -> Result<StatusCode, Refusal> {
    let run = desk.run(&name)?;
    let Of { person } = intake::json(request).await?;
    let persons = run.scenario.study.persons;
    if person >= persons {
        let refusal = Refusal::bad(format!("there is no person {person}"));
        return Err(refusal.place("person").hint(format!("allowed are 0 to {}", persons - 1)));
    }
    desk.errands.add(&run, Errand::Life(person))?;
    Ok(StatusCode::ACCEPTED)
}

/// `GET /api/run/RUN/life/PERSON`
pub(crate) async fn told(
    State(desk): State<Arc<Desk>>,
    Words((name, person)): Words<(String, u32)>,
    Asked(asked): Asked<InLanguage>,
) -> Result<Response, Refusal> {
    let words = asked.words(&desk)?;
    let data = held(&desk.run(&name)?.lives).find(&person).cloned();
    let data = data.ok_or_else(|| {
        Refusal::unknown("this life was not worked out, or not kept")
            .place("person")
            .hint("post the person first")
    })?;
    desk.work_out(move || {
        let life = demerit_report::life(&data, Some(person), words);
        json(&life.map_err(|error| Refusal::ours(error.to_string()))?)
    })
    .await
}
