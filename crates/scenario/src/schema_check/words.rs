//! Words for messages: what was found, and what a file may hold, quoted so that no file can garble a
//! terminal.

use toml::de::DeValue;

/// The longest piece of a file that is quoted in a message, in characters.
const LONGEST_QUOTE: usize = 60;

/// The most words that a hint lists.
const MOST_LISTED: usize = 12;

/// The text, cut to a length that a message can hold.
pub(super) fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST_QUOTE) {
        Some((end, _)) => format!("{}...", &text[..end]),
        None => text.to_owned(),
    }
}

/// The text on one line, with characters that would steer a terminal written out.
pub(super) fn harmless_words(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_control() || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') {
            words.extend(letter.escape_default());
        } else {
            words.push(letter);
        }
    }
    words
}

/// A word of the file between backquotes.
pub(super) fn quoted(word: &str) -> String {
    format!("`{}`", harmless_words(&shortened(word)))
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
        DeValue::String(text) => format!("the text \"{}\"", harmless_words(&shortened(text))),
        DeValue::Integer(number) => format!("the number {}", shortened(&number.to_string())),
        DeValue::Float(number) => format!("the number {}", shortened(number.as_str())),
        DeValue::Boolean(answer) => format!("`{answer}`"),
        DeValue::Datetime(_) => "a date".to_owned(),
        DeValue::Array(_) => "a list".to_owned(),
        DeValue::Table(_) => "a table".to_owned(),
    }
}
