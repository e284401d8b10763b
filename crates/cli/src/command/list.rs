//! `demerit list [WHAT]`: what the catalogue holds, and what is measured.

use crate::arguments::Listed;
use crate::command::forms::json;
use crate::layout::Align::{self, Left, Right};
use crate::layout::{Table, number, paragraph};
use crate::terminal::Terminal;
use clap::ValueEnum;
use demerit_measures::Moment;
use demerit_scenario::catalogue::{self, Kind};
use demerit_scenario::figure::Scale;
use demerit_scenario::figures::Located;
use demerit_scenario::parameters::{self, ParameterNote};
use demerit_scenario::{Grade, grades};
use demerit_worlds::tables::{Described, described};
use serde_json::{Map, Value, json};
use std::fmt::Write;

/// The list.
pub(super) fn list(one: Option<Listed>, as_json: bool, terminal: &Terminal) -> String {
    let wanted: Vec<Listed> = one.map_or_else(everything, |one| vec![one]);
    if as_json {
        let mut lists: Map<String, Value> = wanted.iter().map(|what| (name(*what), machine(*what))).collect();
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
                if one.is_some() { (String::new(), 0) } else { (heading(what, terminal), 2) };
            head + &match what {
                Listed::Measures => measures(indent, terminal),
                Listed::Mechanisms => rows(indent, terminal),
                Listed::Parameters => figures(indent, terminal),
                Listed::Columns => columns(indent, terminal),
                Listed::Yardsticks => graded(indent, terminal),
                Listed::Regimes | Listed::Societies | Listed::Studies => {
                    entries(kind(what), indent, terminal)
                }
            }
        })
        .collect();
    parts.join("\n")
}

/// What is listed where nothing is named: some are too many to be shown unasked.
fn everything() -> Vec<Listed> {
    let shown = |what: &Listed| !matches!(what, Listed::Parameters | Listed::Columns | Listed::Yardsticks);
    Listed::value_variants().iter().copied().filter(shown).collect()
}

/// How a list is called in the call and in JSON.
fn name(what: Listed) -> String {
    what.to_possible_value().map_or_else(String::new, |word| word.get_name().to_owned())
}

/// The same as a heading.
fn heading(what: Listed, terminal: &Terminal) -> String {
    let name = name(what);
    format!("{}\n", terminal.heading(&format!("{}{}", name[..1].to_uppercase(), &name[1..])))
}

fn entries(kind: Kind, indent: usize, terminal: &Terminal) -> String {
    let mut table = Table::new(&[Left, Left], &[""; 2]).indented(indent);
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
    let mut table = Table::new(&[Left, Left, Left], &[""; 3]).indented(indent);
    for note in demerit_scenario::mechanisms() {
        table.row([note.number.to_owned(), note.name.to_owned(), note.says.to_owned()]);
    }
    let mut guards = Table::new(&[Left, Left], &[""; 2]).indented(indent);
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
    let row = |one: &Located| {
        let log = if one.scale == Scale::Log { ", log" } else { "" };
        let range = one.range.map(|[low, high]| format!("{} to {}{log}", number(low), number(high)));
        let source = one.source.clone().unwrap_or_else(|| "assumption".to_owned());
        let value = one.number().map(number).unwrap_or_default();
        vec![one.key.clone(), value, range.unwrap_or_default(), source]
    };
    below(&parameters::of_catalogue(), |one| &one.file, &[Left, Right, Left, Left], row, indent, terminal)
}

/// Columns, a line each, below the table that has them.
fn columns(indent: usize, terminal: &Terminal) -> String {
    let row = |one: &Described| [one.name, one.unit, one.says].map(str::to_owned).to_vec();
    below(&described(), |one| one.table, &[Left; 3], row, indent, terminal)
}

/// Grades, a line each, below the yardstick that uses them.
fn graded(indent: usize, terminal: &Terminal) -> String {
    let row = |one: &Grade| vec![one.name.clone(), number(one.value), one.reason.to_owned()];
    below(&grades(), |one| one.yardstick, &[Left, Right, Left], row, indent, terminal)
}

/// Rows below the heads that they have, those with the same head together.
fn below<T>(
    all: &[T],
    head: impl Fn(&T) -> &str,
    aligns: &[Align],
    row: impl Fn(&T) -> Vec<String>,
    indent: usize,
    terminal: &Terminal,
) -> String {
    let mut text = String::new();
    for part in all.chunk_by(|one, next| head(one) == head(next)) {
        let _ = writeln!(text, "{}{}", " ".repeat(indent), terminal.heading(head(&part[0])));
        let mut table = Table::new(aligns, &vec![""; aligns.len()]).indented(indent + 2);
        part.iter().for_each(|one| table.row(row(one)));
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
        Listed::Yardsticks => json!(grades()),
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
        ("scale", json!(one.range.map(|_| one.scale))),
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
