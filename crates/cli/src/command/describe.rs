//! `demerit describe society NAME`: the built society beside the figures that it came from.

use crate::command::forms::{json, text_of};
use crate::failure::Failure;
use crate::layout::Align::{Left, Right};
use crate::layout::{ENGLISH, Table, number, paragraph};
use crate::terminal::Terminal;
use demerit_study::outside::Disk;
use demerit_worlds::describe::{self, Description};
use serde_json::{Map, Value, json};
use std::ffi::OsStr;
use std::fmt::Write;

/// The description.
pub(super) fn society(
    name: &OsStr,
    persons: u32,
    seed: u64,
    as_json: bool,
    terminal: &Terminal,
) -> Result<String, Failure> {
    let found = describe::society(text_of(name)?, persons, seed, &Disk)?;
    Ok(if as_json { machine(&found, seed) } else { plain(&found, seed, terminal) })
}

fn plain(found: &Description, seed: u64, terminal: &Terminal) -> String {
    let mut text = format!("{}\n\n", terminal.heading(&found.title));
    text.push_str(&paragraph(&found.about, 0, terminal.width));
    let persons = ENGLISH.thousands(u64::from(found.persons));
    let _ = writeln!(text, "\nBuilt with {persons} persons and seed {seed}.\n");
    let mut table = Table::new(
        &[Left, Right, Right, Left, Left, Left],
        &["Figure", "published", "built", "unit", "how", "source"],
    );
    let mut sources: Vec<&str> = Vec::new();
    for figure in &found.figures {
        let place = sources.iter().position(|source| *source == figure.source).unwrap_or_else(|| {
            sources.push(&figure.source);
            sources.len() - 1
        });
        table.row([
            figure.quantity.clone(),
            figure.published.map_or_else(|| "–".to_owned(), number),
            number(figure.built),
            figure.unit.clone(),
            figure.how.clone(),
            format!("[{}]", place + 1),
        ]);
    }
    text.push_str(&table.text(terminal.width));
    let mut list = Table::new(&[Right, Left], &[""; 2]).indented(2);
    for (place, source) in sources.iter().enumerate() {
        list.row([format!("[{}]", place + 1), (*source).to_owned()]);
    }
    let _ = write!(text, "\n{}\n{}", terminal.heading("Sources"), list.text(terminal.width));
    for (heading, rows) in &found.tables {
        let mut table = Table::new(&[Left, Left], &[""; 2]).indented(2);
        for (name, value) in rows {
            table.row([name.clone(), value.clone()]);
        }
        let _ = write!(text, "\n{}\n{}", terminal.heading(heading), table.text(terminal.width));
    }
    text
}

fn machine(found: &Description, seed: u64) -> String {
    let table = |rows: &Vec<(String, String)>| -> Value {
        rows.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect()
    };
    let tables: Map<String, Value> =
        found.tables.iter().map(|(heading, rows)| (heading.clone(), table(rows))).collect();
    json(&json!({
        "title": found.title,
        "about": found.about,
        "persons": found.persons,
        "seed": seed,
        "figures": found.figures,
        "tables": tables,
    }))
}
