//! What can be wrong with catalogues, and how it is found; each search is tried on samples of what it must
//! find.
//!
//! A message counts as said where its id stands in the code as a word of small letters, digits and hyphens,
//! or where the code puts an id together from a beginning that ends in a hyphen (`"measure-{name}"`,
//! `named("measure-", …)`). A page's script leaves away the beginning `page-`, and asks for `…-one` and
//! `…-other` by what stands before.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};

/// A message as it is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Message {
    /// The file that holds it.
    pub(crate) file: String,
    /// Its text without what is put in.
    pub(crate) text: String,
    /// What is put in.
    pub(crate) variables: BTreeSet<String>,
}

/// The messages of a language, by id.
#[derive(Clone, Debug, Default)]
pub(crate) struct Catalogue {
    /// The messages.
    pub(crate) messages: BTreeMap<String, Message>,
    /// What is ill-formed.
    pub(crate) faults: Vec<String>,
}

impl Catalogue {
    /// Reads a file.
    pub(crate) fn add(&mut self, file: &str, text: &str) {
        let resource = fluent_syntax::parser::parse(text).unwrap_or_else(|(resource, errors)| {
            self.faults.extend(errors.iter().map(|error| {
                let line = text[..error.pos.start.min(text.len())].lines().count();
                format!("{file}:{line}: {error}")
            }));
            resource
        });
        for entry in &resource.body {
            let message = match entry {
                Entry::Message(message) => message,
                Entry::Term(term) => {
                    self.faults.push(format!("{file}: -{} is a term; write it out", term.id.name));
                    continue;
                }
                _ => continue,
            };
            let id = message.id.name;
            let mut read = Message { file: file.to_owned(), ..Message::default() };
            match &message.value {
                Some(pattern) if message.attributes.is_empty() => gather(pattern, &mut read),
                _ => self.faults.push(format!("{file}: `{id}` has attributes, or nothing to say")),
            }
            if read.text.contains(['<', '>']) {
                self.faults.push(format!("{file}: `{id}` holds tags, which belong into a template"));
            }
            if read.text.contains('\n') {
                self.faults.push(format!("{file}: `{id}` goes over several lines"));
            }
            if let Some(other) = self.messages.insert(id.to_owned(), read) {
                self.faults.push(format!("{file}: `{id}` stands in {} too", other.file));
            }
        }
    }
}

fn gather(pattern: &Pattern<&str>, read: &mut Message) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => read.text.push_str(value),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => inlined(inline, read),
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                inlined(selector, read);
                for variant in variants {
                    gather(&variant.value, read);
                }
            }
        }
    }
}

fn inlined(inline: &InlineExpression<&str>, read: &mut Message) {
    match inline {
        InlineExpression::VariableReference { id } => {
            read.variables.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => {
            if let Expression::Inline(inner) = expression.as_ref() {
                inlined(inner, read);
            }
        }
        _ => {}
    }
}

/// Where a translation differs from the English: messages that one lacks, other files, other things to put
/// in, other code, or a sentence that was not translated.
pub(crate) fn differences(english: &Catalogue, translation: &Catalogue) -> Vec<String> {
    let mut faults = Vec::new();
    for (id, message) in &translation.messages {
        if !english.messages.contains_key(id) {
            faults.push(format!("{}: `{id}` is missing in English", message.file));
        }
    }
    let name = |message: &Message| message.file.rsplit('/').next().unwrap_or_default().to_owned();
    for (id, message) in &english.messages {
        let Some(other) = translation.messages.get(id) else {
            faults.push(format!("{}: `{id}` is not translated", message.file));
            continue;
        };
        if name(message) != name(other) {
            faults.push(format!("`{id}` stands in {} and in {}", message.file, other.file));
        }
        if message.variables != other.variables {
            faults.push(format!("`{id}`: {:?} is put in, and {:?}", message.variables, other.variables));
        }
        if code(&message.text) != code(&other.text) {
            faults.push(format!("`{id}` has other code in {}", other.file));
        }
        let words = message.text.split_whitespace().filter(|word| word.chars().all(char::is_alphabetic));
        if words.count() > 2 && message.text == other.text {
            faults.push(format!("{}: `{id}` is still in English", other.file));
        }
    }
    faults
}

/// What stands between backticks in a text, in order of the alphabet: a translation may move it.
fn code(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = text.split('`').skip(1).step_by(2).collect();
    found.sort_unstable();
    found
}

/// Whether a letter can stand in an id.
fn is_of_id(letter: char) -> bool {
    letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-'
}

/// The beginning of the messages of a page, which its script leaves away.
const PAGE: &str = "page-";

/// Messages that no code says.
pub(crate) fn unused(catalogue: &Catalogue, code: &[(String, String)]) -> Vec<String> {
    let mut words: BTreeSet<&str> = BTreeSet::new();
    let mut beginnings: BTreeSet<&str> = BTreeSet::new();
    for (_, text) in code {
        words.extend(text.split(|letter| !is_of_id(letter)));
        for (at, _) in text.match_indices(['{', '$', '"']) {
            let from = text[..at].rfind(|letter| !is_of_id(letter)).map_or(0, |place| place + 1);
            if let Some(beginning) = text.get(from..at)
                && beginning.len() > 3
                && beginning.ends_with('-')
            {
                beginnings.insert(beginning);
            }
        }
    }
    let known = |id: &str| words.contains(id) || beginnings.iter().any(|beginning| id.starts_with(beginning));
    let said = |id: &str| {
        let short = id.strip_prefix(PAGE).unwrap_or(id);
        let plural = short.strip_suffix("-one").or_else(|| short.strip_suffix("-other")).unwrap_or(short);
        [id, short, plural].into_iter().any(known)
    };
    let unsaid = catalogue.messages.iter().filter(|(id, _)| !said(id));
    unsaid.map(|(id, message)| format!("{}: `{id}` is said nowhere", message.file)).collect()
}

/// Messages that the code says and the catalogue lacks.
pub(crate) fn missing(catalogue: &Catalogue, code: &[(String, String)]) -> Vec<String> {
    let mut faults = Vec::new();
    let is_known = |id: &str| {
        [id.to_owned(), format!("{PAGE}{id}")].iter().any(|id| catalogue.messages.contains_key(id))
    };
    for (path, text) in code {
        // `words.each(["id", "id"])`
        for (at, call) in text.match_indices(".each([") {
            let ids = text[at + call.len()..].split(']').next().unwrap_or_default();
            let unknown = ids.split('"').skip(1).step_by(2).filter(|id| !is_known(id));
            let line = text[..at].lines().count();
            faults.extend(unknown.map(|id| format!("{path}:{line}: there is no message `{id}`")));
        }
        // A function of Rust may be called `say` and say something else.
        let calls = ["say!(", ".say(", " say(", "(say(", "data-say="];
        for call in &calls[..if path.ends_with(".rs") { 2 } else { calls.len() }] {
            for (at, _) in text.match_indices(*call) {
                let after = &text[at + call.len()..];
                // `say!(words, "id"`, `words.say("id"`, `say('id'`, `data-say="id"`
                let opened = after.find(['"', '\'', '`', ')', ';']).unwrap_or(after.len());
                let mut letters = after[opened..].chars();
                let Some(quote @ ('"' | '\'' | '`')) = letters.next() else { continue };
                // Only the macro has something before the id; elsewhere the id is chosen as the program runs.
                if *call != "say!(" && !after[..opened].trim().is_empty() {
                    continue;
                }
                let id = letters.as_str().split(quote).next().unwrap_or_default();
                let is_id = !id.is_empty() && id.chars().all(is_of_id) && !id.ends_with('-');
                if is_id && !is_known(id) {
                    let line = text[..at].lines().count();
                    faults.push(format!("{path}:{line}: there is no message `{id}`"));
                }
            }
        }
    }
    faults
}

mod tests {
    use super::*;

    fn read(text: &str) -> Catalogue {
        let mut catalogue = Catalogue::default();
        catalogue.add("xx/a.ftl", text);
        catalogue
    }

    fn code(text: &str) -> Vec<(String, String)> {
        vec![("a.js".to_owned(), text.to_owned())]
    }

    #[test]
    fn the_ill_formed_is_found() {
        for bad in [
            "a = { $n\n",
            "a =\n",
            "a = x\na = y\n",
            "a = <b>x</b>\n",
            "-a = x\n",
            "a = x\n    y\n",
            "a = x\n    .b = y\n",
        ] {
            assert_eq!(read(bad).faults.len(), 1, "{bad:?}: {:?}", read(bad).faults);
        }
        for good in ["a = { $n }\n", "a = `x`\n", "a = { $n ->\n    [one] x\n   *[other] { $m }\n }\n", ""] {
            assert_eq!(read(good).faults, Vec::<String>::new(), "{good:?}");
        }
    }

    #[test]
    fn differences_between_languages_are_found() {
        let english = read("a = one two three { $n }\nb = `x`\n");
        for (bad, faults) in [
            ("a = satu { $n }\n", 1),
            ("a = satu { $n }\nb = Y`x`\nc = z\n", 1),
            ("a = satu { $m }\nb = Y`x`\n", 1),
            ("a = satu { $n }\nb = Y`y`\n", 1),
            ("a = one two three { $n }\nb = Y`x`\n", 1),
            ("a = satu { $n } dari { $n }\nb = Y`x`\n", 0),
        ] {
            assert_eq!(differences(&english, &read(bad)).len(), faults, "{bad:?}");
        }
    }

    #[test]
    fn what_is_said_and_what_is_there_are_compared() {
        let catalogue = read("found-it = x\nmeasure-fear = y\ntour-1 = z\nleft-over = w\n");
        let text = "say!(words, \"found-it\") words.named(\"measure-\", name) say(`tour-${n}`)";
        assert_eq!(unused(&catalogue, &code(text)).len(), 1);
        assert_eq!(missing(&catalogue, &code(text)), Vec::<String>::new());
        for bad in [
            "say!(words, \"gone\")",
            "words.say(\"gone\", &[])",
            "x = say('gone')",
            "<p data-say=\"gone\">",
            "words.each([\"found-it\", \"gone\"])",
        ] {
            assert_eq!(missing(&catalogue, &code(bad)).len(), 1, "{bad}");
        }
    }
}
