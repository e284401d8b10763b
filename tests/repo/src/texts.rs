//! What of a resolved form may be a text. After a file was read, a word of the language (a matter, a tie, a
//! claim status) is a value of its type; texts are left for what a file calls its own parts, and for what is
//! written to people.

use crate::code::program::{Token, tokens};
use crate::tree::TextFile;

/// The crates whose types a scenario resolves to.
const RESOLVED: [&str; 2] = ["crates/regime/src/", "crates/society/src/"];

/// The fields of theirs that are texts: a name that a file gives, a title for people, a citation.
const TEXTS: [&str; 3] = ["name", "title", "source"];

/// Where the written forms stand.
const WRITTEN: [&str; 3] =
    ["crates/scenario/src/regime/", "crates/scenario/src/society/", "crates/scenario/src/study/"];

/// What a field of a written form is called that holds words of the language.
const WORDS: [&str; 14] = [
    "burden",
    "channel",
    "claim",
    "covers",
    "deed",
    "domain",
    "follows",
    "indicator",
    "infers",
    "matter",
    "mechanism",
    "request",
    "safeguard",
    "tie",
];

/// Fields that hold as a text what has a type: any text of a resolved form that is not let pass, and words of
/// a written one.
#[must_use]
pub fn untyped(files: &[TextFile]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| file.is("rs")) {
        let is_in = |folders: &[&str]| folders.iter().any(|folder| file.path.starts_with(folder));
        let is_word = |name: &str| WORDS.contains(&name) || WORDS.contains(&name.trim_end_matches('s'));
        let (is_resolved, is_written) = (is_in(&RESOLVED), is_in(&WRITTEN));
        for field in text_fields(&tokens(&file.text)) {
            let name = field.text.as_str();
            if (is_resolved && !TEXTS.contains(&name)) || (is_written && is_word(name)) {
                faults.push(format!("{}:{}: `{name}` is a text and no typed word", file.path, field.line));
            }
        }
    }
    faults
}

/// The names of the fields of structures and of enumerations whose type has a text in it.
fn text_fields(tokens: &[Token]) -> Vec<&Token> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let opens = ["struct", "enum"].contains(&tokens[at].text.as_str())
            && tokens.get(at + 1).is_some_and(Token::is_word);
        at += 1;
        if !opens {
            continue;
        }
        let mut depth = 0_usize;
        let mut field: Option<&Token> = None;
        while let Some(token) = tokens.get(at) {
            match token.text.as_str() {
                ";" if depth == 0 => break,
                "{" | "(" => depth += 1,
                "}" | ")" => {
                    depth = depth.saturating_sub(1);
                    field = None;
                    if depth == 0 && token.text == "}" {
                        break;
                    }
                }
                ":" => field = Some(&tokens[at - 1]),
                "String" => found.extend(field),
                _ => {}
            }
            at += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(path: &str, text: &str) -> usize {
        untyped(&[TextFile::new(path, text)]).len()
    }

    #[test]
    fn a_word_that_a_resolved_form_keeps_as_a_text_is_found() {
        let resolved = "crates/regime/src/rule.rs";
        assert_eq!(faults(resolved, "pub struct Rule { pub name: String, pub matter: Matter }"), 0);
        assert_eq!(faults(resolved, "pub struct Rule { pub name: String, pub matter: String }"), 1);
        assert_eq!(
            faults(resolved, "struct Feed<T> { bands: Vec<(Option<String>, u8)>, source: String }"),
            1
        );
        assert_eq!(faults(resolved, "enum Kind { One { tie: String }, Two(u8) }"), 1);
    }

    #[test]
    fn a_word_of_a_written_form_is_found_and_names_that_a_file_gives_are_let_pass() {
        let written = "crates/scenario/src/regime/gate.rs";
        assert_eq!(faults(written, "pub struct GateFile { pub name: String, pub refuses: Vec<String> }"), 0);
        assert_eq!(faults(written, "pub struct GateFile { pub request: String }"), 1);
        assert_eq!(faults(written, "pub struct GateFile { pub claims: Vec<String> }"), 1);
        assert_eq!(faults(written, "pub struct GateFile { pub claim: Word<Claim> }"), 0);
    }

    #[test]
    fn what_is_no_field_is_no_fault() {
        let resolved = "crates/society/src/x.rs";
        assert_eq!(faults(resolved, "pub struct One; fn f(matter: &str) -> String { String::new() }"), 0);
        assert_eq!(
            faults(resolved, "struct One { at: u8 }\n#[cfg(test)]\nmod tests { struct T { x: String } }"),
            0
        );
        assert_eq!(faults("crates/report/src/x.rs", "struct One { matter: String }"), 0);
    }
}
