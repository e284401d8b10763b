//! One word, one meaning: a word of the model's language is the name of one type, wherever it is declared.

use crate::code::program::tokens;
use crate::tree::TextFile;
use std::collections::BTreeMap;

/// Crates with names of their own: a second opinion must not share the first one's, and the rest is no part
/// of the program.
const APART: [&str; 3] = ["reference", "score100", "xtask"];

/// The words in the list of `CONTRIBUTING.md` after the sentence that opens it, as names of types.
///
/// # Errors
/// The document has no such list.
pub fn words(document: &str) -> Result<Vec<String>, String> {
    let opening = "One word, one meaning: *";
    let list = document
        .split_once(opening)
        .and_then(|(_, rest)| rest.split_once('*'))
        .map(|(list, _)| list)
        .ok_or_else(|| format!("CONTRIBUTING.md has no list after `{opening}`"))?;
    Ok(list.split(',').map(|word| type_name(word.trim())).collect())
}

fn type_name(word: &str) -> String {
    word.split_whitespace().map(|part| part[..1].to_uppercase() + &part[1..]).collect()
}

/// Words that are the names of two types.
#[must_use]
pub fn of_two_types(files: &[TextFile], words: &[String]) -> Vec<String> {
    let mut declared: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for file in files.iter().filter(|file| {
        let mut parts = file.path.split('/');
        file.is("rs")
            && parts.next() == Some("crates")
            && parts.next().is_some_and(|name| !APART.contains(&name))
            && parts.next() == Some("src")
    }) {
        for pair in tokens(&file.text).windows(2) {
            let word = words.iter().find(|word| **word == pair[1].text);
            if let (Some(word), true) =
                (word, ["struct", "enum", "trait", "type", "union"].contains(&pair[0].text.as_str()))
            {
                declared.entry(word).or_default().push(format!("{}:{}", file.path, pair[1].line));
            }
        }
    }
    declared
        .into_iter()
        .filter(|(_, places)| places.len() > 1)
        .map(|(word, places)| {
            format!("`{word}` is the name of {} types: {}", places.len(), places.join(", "))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_read_from_the_document() {
        let text = "**Words.** One word, one meaning: *person, side\ntable, tick*. Whole words.";
        assert_eq!(words(text), Ok(vec!["Person".to_owned(), "SideTable".to_owned(), "Tick".to_owned()]));
        assert!(words("no list").is_err());
    }

    #[test]
    fn a_word_with_two_types_is_found() {
        let words = ["Gate".to_owned(), "Tier".to_owned()];
        let one = TextFile::new("crates/a/src/gate.rs", "pub struct Gate;\n// struct Tier\nenum Tier {}");
        let none = TextFile::new(
            "crates/b/src/x.rs",
            "struct Gates; type G = Gate;\n#[cfg(test)]\nmod tests { struct Gate; }",
        );
        assert_eq!(of_two_types(&[one.clone(), none.clone()], &words), Vec::<String>::new());
        let other = TextFile::new("crates/b/src/y.rs", "pub(crate) trait Gate {}");
        assert_eq!(of_two_types(&[one, none, other], &words).len(), 1);
    }
}
