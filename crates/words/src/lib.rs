//! What Demerit says, in English and Indonesian: catalogues of messages, and numbers and dates as each
//! language writes them.
//!
//! A catalogue is a folder of Fluent files in `messages/`, one folder for each language, with the same
//! messages in the same files. [`Words`] says a message: `say!(words, "life-person", number = 12)`. Every
//! message is plain text without tags; words between backticks are names of files and commands.
//!
//! What stands in the code in English (definitions of measures, what a mechanism is) has its English there
//! and nowhere else; only its translation stands in a catalogue, in a file that English lacks.
//! [`Words::definition`] and its like say it.
//!
//! In a build for tests an unknown message, or one that lacks something to put in, ends the program; a
//! release says the English, or the id.
//!
//! Leaves out: what comes from files of a study (titles, names of tiers, sources), which stays in the
//! language of the file.

#[macro_use]
mod say;

mod catalogue;
mod digits;
mod language;
mod model;
mod numbers;
mod section;
mod words;

pub use catalogue::sources;
pub use language::{Language, LanguageError};
pub use numbers::GAP;
pub use words::Words;

/// What is put into a message: a text, or a number of things, which is written as a whole number and by which
/// a message may choose its form. A figure that is not a count (a share, a year, an identifier) is written
/// before it is put in.
pub use fluent_bundle::FluentValue as Arg;

/// A text that begins a label or a sentence: its first letter is a capital.
#[must_use]
pub fn begun(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::begun;

    #[test]
    fn a_text_begins_with_a_capital() {
        assert_eq!(begun("élan"), "Élan");
        assert_eq!(begun("Vitamins"), "Vitamins");
        assert_eq!(begun(""), "");
    }
}
