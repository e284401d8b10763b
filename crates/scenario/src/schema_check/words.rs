//! Words for messages: what was found, and what a file may hold.

use crate::shown::{LONGEST_QUOTE, cut, on_one_line};
use toml::de::DeValue;

/// The most words that a hint lists.
const MOST_LISTED: usize = 12;

/// A piece of a file on one line, cut to a length that a message can hold.
pub(super) fn piece(text: &str) -> String {
    on_one_line(&cut(text, LONGEST_QUOTE)).into_owned()
}

/// A word of the file between backquotes.
pub(super) fn quoted(word: &str) -> String {
    format!("`{}`", piece(word))
}

/// Words between backquotes, with commas; those beyond the twelfth are counted.
pub(super) fn listed(words: &[&str]) -> String {
    let mut list = words.iter().take(MOST_LISTED).map(|word| quoted(word)).collect::<Vec<_>>();
    if words.len() > MOST_LISTED {
        list.push(format!("and {} more", words.len() - MOST_LISTED));
    }
    list.join(", ")
}

/// What a value of the file is, for a sentence such as "found ..., wanted a number".
pub(super) fn described(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => format!("the text \"{}\"", piece(text)),
        DeValue::Integer(number) => format!("the number {}", piece(&number.to_string())),
        DeValue::Float(number) => format!("the number {}", piece(number.as_str())),
        DeValue::Boolean(answer) => format!("`{answer}`"),
        DeValue::Datetime(_) => "a date".to_owned(),
        DeValue::Array(_) => "a list".to_owned(),
        DeValue::Table(_) => "a table".to_owned(),
    }
}
