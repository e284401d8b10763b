//! Why a measure is what it is: its definition, the mechanisms that it shows, the assumptions that it hangs
//! on, and its total in small worlds shared out among errors or mechanisms (Shapley values), where it has a
//! total.

use crate::api_error::ApiError;
use crate::limits::PERSON_YEARS_OF_A_REASON;
use demerit_analysis::explain::{ExplainOptions, explain};
use demerit_explore::{Control, controls};
use demerit_scenario::MechanismRow;
use demerit_scenario::load::Scenario;
use demerit_study::run::Signal;
use demerit_words::Words;
use demerit_worlds::LiveError;
use serde_json::{Value, json};

/// Shares a measure out among errors or mechanisms, in small worlds; a measure without a total is not shared
/// out, and says why.
pub(crate) fn find(
    scenario: &Scenario,
    measure: &str,
    heard: &mut dyn FnMut(u32, u32) -> bool,
) -> Result<Value, LiveError> {
    // As many persons as keep the reader waiting for seconds.
    let small = (PERSON_YEARS_OF_A_REASON / scenario.study.years).max(100.0);
    let options = ExplainOptions {
        measure: measure.to_owned(),
        over: None,
        persons: scenario.study.persons.min(small as u32),
        years: None,
        seed: None,
        seeds: 1,
        threads: None,
        samples: None,
    };
    match explain(scenario, &options, &mut |now| {
        if heard(now.tick, now.ticks) { Signal::Continue } else { Signal::Stop }
    }) {
        Ok(found) => Ok(json!({
            "shapley": found.values,
            "total": found.total,
            "unit": found.unit,
            "persons": found.persons,
            "weeks": found.weeks,
            "exact": found.exact,
            "note": found.note,
        })),
        // It compares two worlds, say.
        Err(LiveError::Options(why)) => Ok(json!({ "shapley": null, "note": why })),
        Err(other) => Err(other),
    }
}

/// What is told of it.
pub(crate) fn told(
    scenario: &Scenario,
    measure: &str,
    found: Option<&Value>,
    words: Words,
) -> Result<Value, ApiError> {
    let one =
        demerit_measures::named(measure).ok_or_else(|| ApiError::unknown("there is no such measure"))?;
    let rows: Vec<MechanismRow> =
        demerit_scenario::mechanisms().into_iter().filter(|row| row.measures.contains(&measure)).collect();
    // What it hangs on: the mechanisms that it shows, and those that were found to have a share in it.
    let mut names: Vec<&str> = rows.iter().map(|row| row.name).collect();
    let parts = found.and_then(|found| found["shapley"].as_array()).into_iter().flatten();
    names.extend(parts.filter_map(|part| part["mechanism"].as_str()));
    let controls = controls(scenario);
    let belongs = |one: &&Control| one.mechanisms.iter().any(|name| names.contains(name));
    let assumptions: Vec<&Control> =
        controls.figures.iter().filter(|one| one.is_assumption).filter(belongs).collect();
    let mechanism = |row: &MechanismRow| {
        json!({
            "number": row.number,
            "name": row.name,
            "says": words.mechanism(row.name, row.says),
            "off": words.switched_off(row.name, row.off),
            "claim": row.claim,
        })
    };
    let shown: Vec<Value> = rows.iter().map(mechanism).collect();
    let mut told = json!({
        "measure": measure,
        "title": words.measure(one.name, one.title),
        "definition": words.definition(one.name, one.definition),
        "unit": one.unit.name(),
        "source": words.source(one.source),
        "mechanisms": shown,
        "assumptions": assumptions,
        "ready": found.is_some(),
        "shapley": null,
        "note": null,
    });
    if let (Some(told), Some(Value::Object(found))) = (told.as_object_mut(), found) {
        told.extend(found.iter().map(|(key, value)| (key.clone(), value.clone())));
    }
    Ok(told)
}
