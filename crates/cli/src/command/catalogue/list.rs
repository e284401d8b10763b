//! `demerit list [WHAT]`: what the catalogue holds, and what is measured.

use crate::arguments::{List, Listed};
use crate::command::forms::json;
use crate::layout::{Align, Table, number, paragraph};
use crate::terminal::Terminal;
use clap::ValueEnum;
use demerit_measures::Moment;
use demerit_scenario::catalogue::{self, Kind};
use demerit_scenario::figures::Located;
use demerit_scenario::parameters::{self, ParameterNote};
use demerit_worlds::tables::described;
use serde_json::{Map, Value, json};
use std::fmt::Write;

/// The list.
pub(crate) fn list(call: &List, terminal: &Terminal) -> String {
    let wanted: Vec<Listed> = call.what.map_or_else(everything, |one| vec![one]);
    if call.json {
        let mut lists: Map<String, Value> =
            wanted.iter().map(|what| (name(*what).to_lowercase(), machine(*what))).collect();
        if wanted.contains(&Listed::Mechanisms) {
            let all = demerit_scenario::safeguards().into_iter();
            lists.insert(
                "safeguards".to_owned(),
                all.map(|(name, says)| json!({ "name": name, "says": says })).collect(),
            );
        }
        return json(&Value::Object(lists));
    }
    let parts: Vec<String> = wanted
        .into_iter()
        .map(|what| {
            // A list that stands alone needs no heading.
            let (head, indent) =
                if call.what.is_some() { (String::new(), 0) } else { (heading(what, terminal), 2) };
            head + &match what {
                Listed::Measures => measures(indent, terminal),
                Listed::Mechanisms => rows(indent, terminal),
                Listed::Parameters => figures(indent, terminal),
                Listed::Columns => columns(indent, terminal),
                Listed::Regimes | Listed::Societies | Listed::Studies => {
                    entries(kind(what), indent, terminal)
                }
            }
        })
        .collect();
    parts.join("\n")
}

/// What is listed where nothing is named: parameters and columns are too many to be shown unasked.
fn everything() -> Vec<Listed> {
    let shown = |what: &Listed| !matches!(what, Listed::Parameters | Listed::Columns);
    Listed::value_variants().iter().copied().filter(shown).collect()
}

const fn name(what: Listed) -> &'static str {
    match what {
        Listed::Regimes => "Regimes",
        Listed::Societies => "Societies",
        Listed::Studies => "Studies",
        Listed::Measures => "Measures",
        Listed::Mechanisms => "Mechanisms",
        Listed::Parameters => "Parameters",
        Listed::Columns => "Columns",
    }
}

fn heading(what: Listed, terminal: &Terminal) -> String {
    format!("{}\n", terminal.heading(name(what)))
}

fn entries(kind: Kind, indent: usize, terminal: &Terminal) -> String {
    let mut table = Table::new(&[("", Align::Left), ("", Align::Left)]).indented(indent);
    for entry in catalogue::entries(kind) {
        table.row([entry.name.to_owned(), catalogue::title(&entry)]);
    }
    table.text(terminal.width)
}

/// Measures: a definition needs the full width, so it stands below the name.
fn measures(indent: usize, terminal: &Terminal) -> String {
    let mut text = String::new();
    for measure in demerit_measures::all() {
        let margin = " ".repeat(indent);
        let _ = writeln!(text, "{margin}{} ({})", terminal.heading(measure.name), measure.unit.name());
        text.push_str(&paragraph(measure.definition, indent + 4, terminal.width));
    }
    text
}

/// Mechanisms, each with its number, its switch and what it is; safeguards below them.
fn rows(indent: usize, terminal: &Terminal) -> String {
    let mut table = Table::new(&[("", Align::Left), ("", Align::Left), ("", Align::Left)]).indented(indent);
    for note in demerit_scenario::mechanisms() {
        table.row([note.number.to_owned(), note.name.to_owned(), note.says.to_owned()]);
    }
    let mut guards = Table::new(&[("", Align::Left), ("", Align::Left)]).indented(indent);
    for (name, says) in demerit_scenario::safeguards() {
        guards.row([name.to_owned(), says.to_owned()]);
    }
    let (margin, heading) = (" ".repeat(indent), terminal.heading("Safeguards"));
    format!("{}\n{margin}{heading}\n{}", table.text(terminal.width), guards.text(terminal.width))
}

fn mechanism(row: &demerit_scenario::MechanismRow) -> Value {
    json!({
        "name": row.name,
        "number": row.number,
        "says": row.says,
        "claim": row.claim,
        "off": row.off,
        "file": row.file,
        "measures": row.measures,
    })
}

/// Parameters, a line each, below the file that they stand in.
fn figures(indent: usize, terminal: &Terminal) -> String {
    let all = parameters::of_catalogue();
    let mut text = String::new();
    for file in all.chunk_by(|one, next| one.file == next.file) {
        let margin = " ".repeat(indent);
        let _ = writeln!(text, "{margin}{}", terminal.heading(&file[0].file));
        let mut table =
            Table::new(&[("", Align::Left), ("", Align::Right), ("", Align::Left), ("", Align::Left)])
                .indented(indent + 2);
        for one in file {
            let range = one.range.map(|[low, high]| format!("{} to {}", number(low), number(high)));
            let source = one.source.clone().unwrap_or_else(|| "assumption".to_owned());
            let value = one.number().map(number).unwrap_or_default();
            table.row([one.key.clone(), value, range.unwrap_or_default(), source]);
        }
        text.push_str(&table.text(terminal.width));
    }
    text
}

/// Columns, a line each, below the table that has them.
fn columns(indent: usize, terminal: &Terminal) -> String {
    let mut text = String::new();
    for columns in described().chunk_by(|one, next| one.table == next.table) {
        let margin = " ".repeat(indent);
        let _ = writeln!(text, "{margin}{}", terminal.heading(columns[0].table));
        let mut table =
            Table::new(&[("", Align::Left), ("", Align::Left), ("", Align::Left)]).indented(indent + 2);
        for one in columns {
            table.row([one.name.to_owned(), one.unit.to_owned(), one.says.to_owned()]);
        }
        text.push_str(&table.text(terminal.width));
    }
    text
}

fn machine(what: Listed) -> Value {
    match what {
        Listed::Measures => demerit_measures::all().iter().map(measure).collect(),
        Listed::Mechanisms => demerit_scenario::mechanisms().iter().map(mechanism).collect(),
        Listed::Parameters => parameters::of_catalogue().into_iter().map(parameter).collect(),
        Listed::Columns => json!(described()),
        Listed::Regimes | Listed::Societies | Listed::Studies => catalogue::entries(kind(what))
            .map(|entry| json!({ "name": entry.name, "title": catalogue::title(&entry) }))
            .collect(),
    }
}

/// The kind of file that is listed.
const fn kind(what: Listed) -> Kind {
    match what {
        Listed::Regimes => Kind::Regime,
        Listed::Societies => Kind::Society,
        _ => Kind::Study,
    }
}

/// A parameter as manifests have it, with its path and what else is known of it.
fn parameter(one: Located) -> Value {
    let further = [
        ("path", json!(one.path)),
        ("about", json!(one.about)),
        ("unit", json!(one.unit())),
        ("allowed", json!(one.limits)),
        ("claim", json!(one.claim)),
    ];
    let mut note = json!(ParameterNote::of(one));
    if let Some(note) = note.as_object_mut() {
        note.extend(further.map(|(key, value)| (key.to_owned(), value)));
    }
    note
}

fn measure(measure: &demerit_measures::Measure) -> Value {
    let moment = match measure.moment {
        Moment::Period => "period",
        Moment::Year => "year",
    };
    json!({
        "name": measure.name,
        "unit": measure.unit.name(),
        "definition": measure.definition,
        "source": measure.source,
        "taken_at_the_end_of_each": moment,
    })
}
