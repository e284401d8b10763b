//! Damage to texts of TOML and JSON: lines, words, numbers, quoted texts, nesting, cuts, foreign signs.

use crate::bytes::MOST;
use crate::luck::Luck;
use crate::strange::{NUMBERS, PIECES, TEXTS};

/// Texts to take pieces from.
#[derive(Debug)]
pub(crate) struct Texts {
    all: Vec<String>,
    words: Vec<String>,
}

impl Texts {
    /// Texts, and the words that stand in them.
    pub(crate) fn new(all: Vec<String>) -> Self {
        let of = |text: &String| -> Vec<String> {
            let words = text.split(|letter: char| !is_of_word(letter));
            words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
        };
        let mut words: Vec<String> = all.iter().flat_map(of).collect();
        words.sort();
        words.dedup();
        Self { all, words }
    }

    /// One of the texts.
    pub(crate) fn one<'a>(&'a self, luck: &mut Luck) -> &'a str {
        luck.pick::<String>(&self.all)
    }

    /// A text that is damaged in one to five ways.
    pub(crate) fn damaged(&self, luck: &mut Luck) -> String {
        let mut text = self.one(luck).to_owned();
        if luck.once_in(2) {
            shorten(luck, &mut text);
        }
        for _ in 0..1 + luck.below(5) {
            self.once(luck, &mut text);
        }
        text.truncate(text.floor_char_boundary(MOST));
        text
    }

    fn once(&self, luck: &mut Luck, text: &mut String) {
        let at = text.floor_char_boundary(luck.below(text.len() + 1));
        match luck.below(12) {
            0 => {
                let with = luck.word(&NUMBERS);
                replace(text, at, |letter| letter.is_ascii_digit() || ".-+_e".contains(letter), with);
            }
            1 => replace(text, at, is_of_word, luck.word(&NUMBERS)),
            2 => replace(text, at, is_of_word, luck.pick::<String>(&self.words)),
            3 => replace(text, at, |letter| letter != '"' && letter != '\n', luck.word(&TEXTS)),
            4 => text.insert_str(at, luck.word(&PIECES)),
            5 => text.insert_str(at, luck.word(&TEXTS)),
            6 => {
                // Deep, and deeper than may be read.
                let piece = luck.word(&["[", "{a=", "a.", "[[", "{\"a\":", "]", "}", "[{b=["]);
                let most = if luck.once_in(4) { 200 } else { 40 };
                text.insert_str(at, &piece.repeat(1 + luck.below(most)));
            }
            7 => drop(text.drain(at..)),
            8 => lines(luck, text, |lines, from, _| {
                lines.remove(from);
            }),
            9 => lines(luck, text, |lines, from, to| {
                let line = lines[from];
                lines.insert(to, line);
            }),
            10 => lines(luck, text, |lines, from, to| lines.swap(from, to)),
            _ => {
                // Lines of another text.
                let other = self.one(luck);
                let all: Vec<&str> = other.lines().collect();
                let some = all[luck.piece(all.len())].join("\n");
                let line_start = text[..at].rfind('\n').map_or(0, |end| end + 1);
                text.insert_str(line_start, &format!("{some}\n"));
            }
        }
    }
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || letter == '-'
}

/// Drops most of a text: whole tables, so that what is left still reads.
fn shorten(luck: &mut Luck, text: &mut String) {
    let mut keep = true;
    let mut kept = String::new();
    for line in text.lines() {
        if line.starts_with('[') {
            keep = !luck.once_in(3);
        }
        if keep {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    *text = kept;
}

/// Puts something else in the place of what stands around a place.
fn replace(text: &mut String, at: usize, is_of: impl Fn(char) -> bool, with: &str) {
    let from = text[..at].rfind(|letter| !is_of(letter)).map_or(0, |end| text.ceil_char_boundary(end + 1));
    let to = text[at..].find(|letter| !is_of(letter)).map_or(text.len(), |end| at + end);
    text.replace_range(from.min(to)..to, with);
}

fn lines(luck: &mut Luck, text: &mut String, change: impl FnOnce(&mut Vec<&str>, usize, usize)) {
    let mut lines: Vec<&str> = text.lines().collect();
    if lines.is_empty() {
        return;
    }
    let (from, to) = (luck.below(lines.len()), luck.below(lines.len()));
    change(&mut lines, from, to);
    *text = lines.join("\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_around_a_place_are_replaced() {
        let replaced = |at| {
            let mut text = "é = 12.5 # ü".to_owned();
            replace(&mut text, at, is_of_word, "X");
            text
        };
        assert_eq!(replaced(0), "X = 12.5 # ü");
        assert_eq!(replaced(5), "é = X.5 # ü");
        assert_eq!(replaced(12), "é = 12.5 # X");
    }

    #[test]
    fn texts_are_damaged_and_stay_texts() {
        let texts = Texts::new(vec!["a = 1\n[b]\nc = \"é\"\n".to_owned(), String::new()]);
        let damaged: Vec<String> =
            (0..2000).map(|number| texts.damaged(&mut Luck::of("text", 1, number))).collect();
        assert!(damaged.iter().any(|text| text.contains("18446744073709551615")));
        assert!(damaged.iter().any(|text| text.starts_with("[[[[[[[[")));
    }
}
