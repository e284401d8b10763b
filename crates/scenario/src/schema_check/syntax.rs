//! The syntax of a file: TOML is read with the place of every key and value, and what is not TOML is said in
//! plain words.
//!
//! 1. A text without faults gives its tree.
//! 2. After a first fault the parser goes on as well as it can, and the first fault of each line is kept.
//!    Behind a bracket that is not closed nothing can be trusted any more, so the reading ends there.
//! 3. Keys that are given twice leave the rest of the tree as it is meant: the tree is given all the same, so
//!    that the check can find what else is wrong.
//!
//! The parser's own words are kept, but for its names of the kinds of text.

use toml::Spanned;
use toml::de::{DeTable, DeValue, Error};

use super::words::quoted;
use crate::faults::Faults;

/// The longest text in which reading goes on after a fault of the syntax, in bytes.
const LONGEST_RECOVERY: usize = 1 << 17;

/// What the parser says of a key that is given twice.
const DUPLICATE: &str = "duplicate key";

/// The tree of a text, unless its syntax leaves none that can be trusted; its faults are added.
pub(super) fn read<'t>(text: &'t str, faults: &mut Faults) -> Option<Spanned<DeValue<'t>>> {
    let as_value =
        |table: Spanned<DeTable<'t>>| Spanned::new(table.span(), DeValue::Table(table.into_inner()));
    let first = match DeTable::parse(text) {
        Ok(table) => return Some(as_value(table)),
        Err(first) => first,
    };
    if text.len() > LONGEST_RECOVERY {
        add_faults(text, vec![first], faults);
        return None;
    }
    let (table, errors) = DeTable::parse_recoverable(text);
    let only_duplicates = errors.iter().all(|error| error.message() == DUPLICATE);
    add_faults(text, errors, faults);
    only_duplicates.then(|| as_value(table))
}

/// Adds the first error of each line, up to the first bracket that is not closed.
fn add_faults(text: &str, mut errors: Vec<Error>, faults: &mut Faults) {
    let start_of = |error: &Error| error.span().map_or(0, |span| span.start.min(text.len()));
    errors.sort_by_key(start_of);
    let mut next_line = 0;
    for error in errors {
        let start = start_of(&error);
        if start < next_line {
            continue;
        }
        next_line = text[start..].find('\n').map_or(text.len() + 1, |end| start + end + 1);
        let span = error.span().unwrap_or_default();
        let message = match text.get(span.clone()) {
            Some(key) if error.message() == DUPLICATE => format!("the key {} is given twice", quoted(key)),
            _ => plain(error.message()),
        };
        let unclosed = message.starts_with("missing comma");
        let hint = unclosed.then(|| "or a closing bracket is missing before it".to_owned());
        faults.add_at(span, String::new(), message, hint);
        if unclosed {
            return;
        }
    }
}

/// The parser's message, with the kinds of text in plain words.
fn plain(message: &str) -> String {
    let message = message.trim_end().trim_end_matches(", expected nothing");
    if message.starts_with("string values must be quoted") {
        return "a text must stand in quotes".to_owned();
    }
    message
        .replace("multi-line basic string", "text in threefold double quotes")
        .replace("multi-line literal string", "text in threefold single quotes")
        .replace("basic string", "text in double quotes")
        .replace("literal string", "text in single quotes")
}
