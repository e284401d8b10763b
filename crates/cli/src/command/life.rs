//! `demerit life DIR [PERSON]`: one made-up life of a run, entry by entry, and the same person's life in the twin.

use super::forms::{data, json};
use crate::arguments::Life as Call;
use crate::failure::Failure;
use crate::layout::{Align, Table, paragraph};
use crate::terminal::Terminal;
use demerit_report::{Life, LifeEvent};
use demerit_study::run_folder;
use demerit_words::Words;
use demerit_worlds::tables::PersonRow;
use serde_json::{Value, json};
use std::fmt::Write;

/// Tells a life.
pub(super) fn life(call: &Call, terminal: &Terminal) -> Result<String, Failure> {
    let tables = run_folder::read(&call.dir)?;
    let life = demerit_report::life(&data(tables), call.person, Words::default())?;
    Ok(if call.json { machine(&life) } else { plain(&life, terminal) })
}

fn plain(life: &Life, terminal: &Terminal) -> String {
    let wrapped = |text: &str| paragraph(text, 0, terminal.width);
    let mut text = format!("{}\n\n", terminal.heading(&life.regime));
    let _ = write!(text, "{}\n{}\n", wrapped(&life.chosen), wrapped(&life.summary));
    text.push_str(&events(&life.events, terminal));
    if let Some(twin) = &life.twin {
        let heading = format!("The same person in the twin: {}", twin.regime);
        let _ = write!(text, "\n{}\n\n{}\n", terminal.heading(&heading), wrapped(&twin.summary));
        text.push_str(&events(&twin.events, terminal));
    }
    text
}

/// A line for each event: truth first, the record below it.
fn events(events: &[LifeEvent], terminal: &Terminal) -> String {
    if events.is_empty() {
        return "Nothing happened that the ledger tells.\n".to_owned();
    }
    let scored = events.iter().any(|event| event.score.is_some());
    let columns = [
        ("when", Align::Left),
        ("points", Align::Right),
        ("score", Align::Right),
        ("deserved", Align::Right),
        ("what", Align::Left),
    ];
    let mut table = if scored { Table::new(&columns) } else { Table::new(&[columns[0], columns[4]]) };
    for event in events {
        let record =
            if event.record.is_empty() { String::new() } else { format!("Record: {}", event.record) };
        let what = [event.truth.as_str(), record.as_str()].into_iter().filter(|part| !part.is_empty());
        let what = what.collect::<Vec<_>>().join("\n");
        let whole = |score: Option<i32>| score.map_or_else(String::new, |score| score.to_string());
        let points = if event.points == 0 { String::new() } else { format!("{:+}", event.points) };
        if scored {
            table.row([event.when.clone(), points, whole(event.score), whole(event.deserved), what]);
        } else {
            table.row([event.when.clone(), what]);
        }
    }
    table.text(terminal.width)
}

fn machine(life: &Life) -> String {
    let twin = life.twin.as_ref().map(
        |twin| json!({ "regime": twin.regime, "summary": twin.summary, "events": events_of(&twin.events) }),
    );
    json(&json!({
        "seed": life.seed,
        "regime": life.regime,
        "chosen": life.chosen,
        "summary": life.summary,
        "person": person(&life.person),
        "events": events_of(&life.events),
        "twin": twin,
    }))
}

fn events_of(events: &[LifeEvent]) -> Value {
    let event = |event: &LifeEvent| {
        json!({
            "tick": event.tick,
            "year": event.year,
            "when": event.when,
            "truth": event.truth,
            "record": event.record,
            "points": event.points,
            "score": event.score,
            "deserved": event.deserved,
            "kind": event.kind,
        })
    };
    events.iter().map(event).collect()
}

fn person(row: &PersonRow) -> Value {
    json!({
        "number": row.person,
        "city": row.city,
        "residence": row.residence,
        "sex": row.sex,
        "age": row.age,
        "household": row.household,
        "occupation": row.occupation,
        "income_fifth": row.income_fifth,
        "score": row.score,
        "deserved": row.deserved,
        "tier": row.tier,
        "listed": row.listed,
        "weeks_sanctioned": row.weeks_sanctioned,
        "weeks_wrongly_sanctioned": row.weeks_wrongly_sanctioned,
        "refusals": row.refusals,
        "entries": row.entries,
    })
}
