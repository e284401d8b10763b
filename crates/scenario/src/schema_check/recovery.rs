//! The recovery of a file with faults: what is wrong is replaced by something that fits, so that what is right can be
//! checked further.
//!
//! Model: the tree is copied beside its schema. A value of a wrong type, an unknown word or a missing key becomes the
//! [`Substitute`] of its schema, and so does a number out of range; a list of the wrong length is cut or filled; an unknown
//! key is taken for the missing one that it resembles, or left out.
//!
//! A file is recovered twice, with two substitutes that differ wherever the schema lets them. What a further check says of both
//! is a fault of the file; what it says of one alone is a fault of the substitute.
//!
//! Leaves out: texts without a form of words, which are kept as they are.

use serde_json::Value as Schema;
use toml::de::{DeTable, DeValue};
use toml::{Table, Value};

use super::depth::DEEPEST_NESTING;
use super::number::{Bounds, Number};
use super::suggest::did_you_mean;
use super::view::View;
use crate::figure::FIGURE_KEYWORD;

/// What is put in the place of what is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Substitute {
    /// The first word, the lowest number.
    Low,
    /// The last word, the highest number.
    High,
}

/// The file as it might have been meant.
pub(super) fn recovered(schema: &Schema, root: &DeValue<'_>, substitute: Substitute) -> Value {
    value(&View::new(schema, schema), root, substitute, DEEPEST_NESTING)
}

fn value(view: &View<'_>, written: &DeValue<'_>, substitute: Substitute, depth: usize) -> Value {
    let Ok(settled) = view.clone().settled(written) else { return filled(view, substitute, depth) };
    if depth == 0 || !settled.admits(written) {
        return filled(&settled, substitute, depth);
    }
    match written {
        DeValue::String(text) => {
            let known = settled.words().is_none_or(|words| words.contains(&text.as_ref()));
            if known { Value::String(text.to_string()) } else { filled(&settled, substitute, depth) }
        }
        DeValue::Integer(_) | DeValue::Float(_) => match Number::of_file(written) {
            Some(Ok(number)) if bounds(&settled).iter().all(|bounds| bounds.hold(number)) => kept(number),
            _ => filled(&settled, substitute, depth),
        },
        DeValue::Boolean(on) => Value::Boolean(*on),
        DeValue::Datetime(_) => filled(&settled, substitute, depth),
        DeValue::Array(items) => {
            let further = settled.find("items").map(|schema| settled.inner(schema));
            let ahead = settled.find("prefixItems").and_then(Schema::as_array);
            let of = |place: usize| {
                let own = ahead.and_then(|ahead| ahead.get(place)).map(|schema| settled.inner(schema));
                own.or_else(|| further.clone())
            };
            let mut list: Vec<Value> = items
                .iter()
                .enumerate()
                .filter_map(|(place, item)| Some(value(&of(place)?, item.get_ref(), substitute, depth - 1)))
                .collect();
            while (list.len() as u64) < settled.count("minItems").unwrap_or(0).min(64) {
                let Some(view) = of(list.len()) else { break };
                list.push(filled(&view, substitute, depth - 1));
            }
            list.truncate(settled.count("maxItems").map_or(usize::MAX, |most| most as usize));
            Value::Array(list)
        }
        DeValue::Table(table) => Value::Table(keys(&settled, table, substitute, depth)),
    }
}

fn keys(view: &View<'_>, table: &DeTable<'_>, substitute: Substitute, depth: usize) -> Table {
    let named = view.named_keys();
    let required = view.required_keys();
    let mut free: Vec<&str> = named.iter().copied().filter(|key| !table.contains_key(*key)).collect();
    let mut copy = Table::new();
    for (key, written) in table.iter() {
        let known = view.key(key.get_ref()).or_else(|| view.further_keys());
        let (name, schema) = match known {
            Some(schema) => (key.get_ref().to_string(), schema),
            None => {
                let Some(near) = did_you_mean(key.get_ref(), &free) else { continue };
                let Some(schema) = view.key(&near) else { continue };
                free.retain(|one| *one != near);
                (near, schema)
            }
        };
        copy.insert(name, value(&view.inner(schema), written.get_ref(), substitute, depth - 1));
    }
    for key in free.into_iter().filter(|key| required.contains(key)) {
        if let Some(schema) = view.key(key) {
            copy.insert(key.to_owned(), filled(&view.inner(schema), substitute, depth - 1));
        }
    }
    if view.find(FIGURE_KEYWORD).is_some() {
        // A range is of no use to further checks, and a wrong one would keep the figure from being read.
        copy.remove("range");
    }
    copy
}

fn bounds(view: &View<'_>) -> [Bounds; 2] {
    [Bounds::of(view), Bounds::of_format(view)]
}

fn kept(number: Number) -> Value {
    match number {
        Number::Whole(whole) => i64::try_from(whole).map_or(Value::Float(whole as f64), Value::Integer),
        Number::Real(real) => Value::Float(real),
    }
}

/// The number inside its bounds that is nearest.
fn within(view: &View<'_>, number: Number) -> Value {
    kept(bounds(view).iter().fold(number, |number, bounds| bounds.nearest(number)))
}

/// Something of this schema.
fn filled(view: &View<'_>, substitute: Substitute, depth: usize) -> Value {
    let flat = view.flat();
    let Some(view) = flat.first() else { return Value::Boolean(false) };
    if let Some(words) = view.words() {
        let word = if substitute == Substitute::Low { words.first() } else { words.last() };
        return Value::String(word.copied().unwrap_or_default().to_owned());
    }
    let ends = |schema: &View<'_>| {
        let end = if substitute == Substitute::Low { 0.0 } else { 1e6 };
        within(schema, Number::Real(end))
    };
    let list_of = |least: u64| {
        let items = view.find("items").map(|schema| view.inner(schema));
        let item = items.filter(|_| depth > 0).map(|items| filled(&items, substitute, depth - 1));
        Value::Array(item.map(|item| vec![item; least.min(64) as usize]).unwrap_or_default())
    };
    match view.types().first().copied() {
        Some("number") => ends(view),
        Some("integer") => {
            let end = if substitute == Substitute::Low { 0 } else { 1_000_000 };
            within(view, Number::Whole(end))
        }
        Some("string") => Value::String(if substitute == Substitute::Low { "x" } else { "z" }.to_owned()),
        Some("array") => list_of(view.count("minItems").unwrap_or(0)),
        Some("object") if depth > 0 => Value::Table(keys(view, &DeTable::new(), substitute, depth)),
        Some("object") => Value::Table(Table::new()),
        _ => Value::Boolean(substitute == Substitute::High),
    }
}
