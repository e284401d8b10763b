//! Text as it is shown: what comes from files, names and arguments is seen and never obeyed.
//!
//! A letter *steers* if it does something instead of being seen: controls (those of ISO 6429 beyond ASCII
//! too), marks that turn the direction of writing, and letters without width. Each way out has its own form
//! for them:
//!
//! | way out | form | where |
//! |---|---|---|
//! | terminal, HTML, cells of tables | `\u{202e}` | [`shown`] |
//! | messages, which stand on one line | the same, and `\n` for the end of a line | [`on_one_line`] |
//! | JSON | `\u202e`, which reads back as what it was | [`json`] |
//! | a picture of a file, whose places have to stay | a sign of as many bytes | `faults.rs` |
//!
//! What is quoted is cut in one place too ([`cut`], [`brief`]). A cell of a table for spreadsheets that would
//! be taken for a formula gets an apostrophe in front ([`cell`]).
//!
//! Leaves out: letters that look like others.

pub mod json;

use std::borrow::Cow;

/// The longest piece that is quoted, in letters.
pub const LONGEST_QUOTE: usize = 60;

/// The longest message or hint, in letters.
const LONGEST_MESSAGE: usize = 1000;

/// What makes a spreadsheet take a cell for a formula, where the cell begins with it.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Whether a letter does something instead of being seen; the end of a line and the tab do not count.
#[must_use]
pub const fn steers(letter: char) -> bool {
    matches!(
        letter,
        '\0'..='\u{8}'
            | '\u{b}'..='\u{1f}'
            | '\u{7f}'..='\u{9f}'
            | '\u{ad}'
            | '\u{61c}'
            | '\u{180e}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

/// The text with every letter that steers written out.
#[must_use]
pub fn shown(text: &str) -> Cow<'_, str> {
    written_out(text, steers)
}

/// The text on one line, with every letter that steers written out.
#[must_use]
pub fn on_one_line(text: &str) -> Cow<'_, str> {
    written_out(text, |letter| steers(letter) || matches!(letter, '\n' | '\t'))
}

fn written_out(text: &str, is_out: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&is_out) {
        return Cow::Borrowed(text);
    }
    let mut whole = String::with_capacity(text.len() + 16);
    // An end of a line of two signs is one all the same.
    for letter in text.replace("\r\n", "\n").chars() {
        if is_out(letter) {
            whole.extend(letter.escape_default());
        } else {
            whole.push(letter);
        }
    }
    Cow::Owned(whole)
}

/// The text, or its first letters and how many more there are.
#[must_use]
pub fn cut(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        Some((end, _)) => {
            Cow::Owned(format!("{}… and {} letters more", &text[..end], text[end..].chars().count()))
        }
        None => Cow::Borrowed(text),
    }
}

/// A message on one line in which whatever is quoted, and the whole, are cut.
#[must_use]
pub fn brief(message: &str) -> String {
    let message = on_one_line(message);
    let parts: Vec<Cow<'_, str>> = message
        .split('`')
        .enumerate()
        .map(|(number, part)| if number % 2 == 1 { cut(part, LONGEST_QUOTE) } else { Cow::Borrowed(part) })
        .collect();
    cut(&parts.join("`"), LONGEST_MESSAGE).into_owned()
}

/// A text as a cell of a table with commas between (RFC 4180).
#[must_use]
pub fn cell(text: &str) -> String {
    let guard = if text.starts_with(FORMULA) { "'" } else { "" };
    let text = shown(text);
    if text.contains([',', '"', '\n']) {
        format!("\"{guard}{}\"", text.replace('"', "\"\""))
    } else {
        format!("{guard}{text}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_is_seen() {
        assert_eq!(
            shown("\u{1b}[31m\u{9b}2J\u{202e}a\u{200b}\r\r\n\tb"),
            "\\u{1b}[31m\\u{9b}2J\\u{202e}a\\u{200b}\\r\n\tb"
        );
        assert_eq!(on_one_line("a\nb"), "a\\nb");
        let plain = "Österreich, 12\u{a0}%, 中文 – “quoted”";
        assert!(matches!(shown(plain), Cow::Borrowed(text) if text == plain));
    }

    #[test]
    fn what_is_quoted_is_cut() {
        let long = "n".repeat(900_000);
        let told = brief(&format!("there is no tier `{long}` beside `low`"));
        assert_eq!(
            told,
            format!("there is no tier `{}… and 899940 letters more` beside `low`", "n".repeat(60))
        );
        assert!(brief(&long).chars().count() < 1030);
        assert_eq!(brief("nothing `long`"), "nothing `long`");
    }

    #[test]
    fn a_cell_is_no_formula() {
        assert_eq!(
            ["=1+1", "-5 for it", "@home", "+", "\tx", "a=b", "=a,\"b\"", "\r"].map(cell),
            ["'=1+1", "'-5 for it", "'@home", "'+", "'\tx", "a=b", "\"'=a,\"\"b\"\"\"", "'\\r"]
        );
    }
}
