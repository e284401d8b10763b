//! A file held against its schema: every value against the schema of its place, and everything that is wrong is said,
//! not only the first thing.
//!
//! For each value, from the top of the file inwards:
//!
//! 1. the alternative of the schema that the value speaks of is chosen (`view.rs`);
//! 2. its type is compared; a wrong type ends the check of this value;
//! 3. words, numbers, texts, lists and tables are held against what is allowed of them;
//! 4. a figure's range is held against its value.
//!
//! A key that is probably a misspelt one of the keys that are missing counts as one fault, not as two, and its value
//! is checked as what was meant.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use serde_json::Value;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::depth::DEEPEST_NESTING;
use super::names::{NAME, is_name};
use super::number::{Bounds, Number};
use super::place::{Step, written};
use super::suggest::{NoSuch, did_you_mean};
use super::view::{Unsettled, View};
use super::words::{described, listed, quoted};
use crate::faults::Faults;
use crate::figure::FIGURE_KEYWORD;
use crate::word::{LISTED_KEYWORD, WORD_KEYWORD};

/// Holds a file against its schema and adds what is wrong to the faults.
pub(super) fn hold(schema: &Value, root: &Spanned<DeValue<'_>>, faults: &mut Faults) {
    let mut checker = Checker { faults, steps: Vec::new() };
    checker.value(&View::new(schema, schema), root.get_ref(), root.span());
}

struct Checker<'t, 'f> {
    faults: &'f mut Faults,
    /// The way from the top of the file to the value at hand.
    steps: Vec<Step<'t>>,
}

impl<'t> Checker<'t, '_> {
    fn fault(&mut self, span: Range<usize>, message: String, hint: Option<String>) {
        let place = if self.faults.is_full() { String::new() } else { written(&self.steps) };
        self.faults.add_at(span, place, message, hint);
    }

    fn value(&mut self, view: &View<'_>, value: &'t DeValue<'_>, span: Range<usize>) {
        if self.steps.len() > DEEPEST_NESTING {
            return;
        }
        let view = match view.clone().settled(value) {
            Ok(view) => view,
            Err(unsettled) => return self.unsettled(unsettled, value, span),
        };
        if !view.admits(value) {
            return self.wrong_type(&[view], value, span);
        }
        match value {
            DeValue::String(text) => self.text(&view, text, span),
            DeValue::Integer(_) | DeValue::Float(_) => self.number(&view, value, span),
            DeValue::Array(items) => self.list(&view, items, span),
            DeValue::Table(table) => self.table(&view, table, span),
            DeValue::Boolean(_) | DeValue::Datetime(_) => {}
        }
    }

    fn unsettled(&mut self, unsettled: Unsettled<'_>, value: &'t DeValue<'_>, span: Range<usize>) {
        match unsettled {
            Unsettled::WrongType(wanted) => self.wrong_type(&wanted, value, span),
            Unsettled::MissingTag { tag, words } => {
                let near = value
                    .as_table()
                    .into_iter()
                    .flat_map(DeTable::keys)
                    .find(|key| did_you_mean(key.get_ref(), [tag]).is_some());
                match near {
                    Some(key) => drop(self.unknown_key(key, &[tag], &[], None)),
                    None => self.missing_key(tag, format!("one of {}", listed(&words)), span),
                }
            }
            Unsettled::OneKey { words } => {
                let message = "wanted a table with exactly one key".to_owned();
                self.fault(span, message, Some(format!("one of {}", listed(&words))));
            }
            Unsettled::UnknownWord { tag: None, words } => self.unknown_word(value, &words, None, span),
            Unsettled::UnknownWord { tag: Some(tag), words } => {
                let Some(table) = value.as_table() else { return };
                let Some((key, word)) = table.get_key_value(tag) else { return };
                self.steps.push(Step::Key(Cow::Borrowed(key.get_ref())));
                self.unknown_word(word.get_ref(), &words, None, word.span());
                self.steps.pop();
            }
        }
    }

    fn wrong_type(&mut self, wanted: &[View<'_>], value: &DeValue<'_>, span: Range<usize>) {
        let flat = wanted.iter().flat_map(View::flat).collect::<Vec<_>>();
        let message = format!("found {}, wanted {}", described(value), wanted_words(&flat));
        let takes = |kind: &str| flat.iter().any(|view| view.types().contains(&kind));
        let hint = match value {
            DeValue::String(text) if (takes("number") || takes("integer")) && text.parse::<f64>().is_ok() => {
                Some("write it without quotes")
            }
            DeValue::String(text) if takes("boolean") && matches!(text.as_ref(), "true" | "false") => {
                Some("write it without quotes")
            }
            DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_) | DeValue::Boolean(_)
                if takes("string") && flat.iter().all(|view| view.words().is_none()) =>
            {
                Some("write it in quotes")
            }
            DeValue::Table(_) | DeValue::Array(_) => None,
            _ if takes("array") => Some("write it in square brackets"),
            _ => None,
        };
        self.fault(span, message, hint.map(str::to_owned));
    }

    fn unknown_word(
        &mut self,
        value: &DeValue<'_>,
        words: &[&str],
        no_such: Option<NoSuch<'_>>,
        span: Range<usize>,
    ) {
        let Some(word) = value.as_str() else {
            let message = format!("found {}, wanted one of {}", described(value), listed(words));
            return self.fault(span, message, None);
        };
        let near = did_you_mean(word, words);
        if let Some(no_such) = no_such {
            return self.fault(span, no_such.message(word), Some(no_such.hint(near.as_deref(), words)));
        }
        let allowed = format!("allowed: {}", listed(words));
        let hint = match near {
            Some(near) => format!("did you mean {}? {allowed}", quoted(&near)),
            None => allowed,
        };
        self.fault(span, format!("unknown word {}", quoted(word)), Some(hint));
    }

    fn text(&mut self, view: &View<'_>, text: &str, span: Range<usize>) {
        if let Some(words) = view.words() {
            if !words.contains(&text) {
                self.unknown_word(&DeValue::String(Cow::Borrowed(text)), &words, no_such(view), span);
            }
            return;
        }
        let length = text.chars().count() as u64;
        let (least, most) = (view.count("minLength"), view.count("maxLength"));
        if least.is_some_and(|least| length < least) || most.is_some_and(|most| length > most) {
            return match length {
                0 => self.fault(span, "the text must not be empty".to_owned(), None),
                _ => {
                    let message = format!("the text is {} long", counted(length, "letter"));
                    self.fault(span, message, Some(format!("allowed: {}", allowed_count(least, most))));
                }
            };
        }
        match view.find("pattern").and_then(Value::as_str) {
            None => {}
            Some(NAME) if is_name(text) => {}
            Some(NAME) => self.fault(span, format!("{} does not have the form `{NAME}`", quoted(text)), None),
            Some(other) => {
                self.fault(span, format!("the form `{other}` in the schema is not understood"), None)
            }
        }
    }

    fn number(&mut self, view: &View<'_>, value: &DeValue<'_>, span: Range<usize>) {
        let number = match Number::of_file(value) {
            Some(Ok(number)) => number,
            Some(Err(message)) => return self.fault(span, message.to_owned(), None),
            None => return,
        };
        let bounds = [Bounds::of(view), Bounds::of_format(view)];
        if let Some(broken) = bounds.iter().find(|bounds| !bounds.hold(number)) {
            self.fault(span, format!("{number} is out of range"), Some(format!("allowed: {broken}")));
        }
    }

    fn list(&mut self, view: &View<'_>, items: &'t DeArray<'_>, span: Range<usize>) {
        let length = items.len() as u64;
        let (least, most) = (view.count("minItems"), view.count("maxItems"));
        if least.is_some_and(|least| length < least) || most.is_some_and(|most| length > most) {
            let (message, hint) = match (length, least) {
                (0, Some(1)) => ("the list must not be empty".to_owned(), None),
                _ => {
                    let allowed = format!("allowed: {}", allowed_count(least, most));
                    (format!("the list has {}", counted(length, "item")), Some(allowed))
                }
            };
            self.fault(span, message, hint);
        }
        let ahead = view.find("prefixItems").and_then(Value::as_array);
        let further = view.find("items").map(|schema| view.inner(schema));
        let is_set = view.find("uniqueItems") == Some(&Value::Bool(true));
        let mut seen = BTreeSet::new();
        for (order, item) in items.iter().enumerate() {
            self.steps.push(Step::Item(order));
            let own = ahead.and_then(|ahead| ahead.get(order)).map(|schema| view.inner(schema));
            if let Some(schema) = own.as_ref().or(further.as_ref()) {
                self.value(schema, item.get_ref(), item.span());
            }
            if is_set && item.get_ref().as_str().is_some_and(|word| !seen.insert(word)) {
                self.fault(item.span(), format!("{} is given twice", described(item.get_ref())), None);
            }
            self.steps.pop();
        }
    }

    fn table(&mut self, view: &View<'_>, table: &'t DeTable<'_>, span: Range<usize>) {
        let named = view.named_keys();
        let free = named.iter().copied().filter(|key| !table.contains_key(*key)).collect::<Vec<_>>();
        let required = view.required_keys();
        let mut meant = Vec::new();
        for (key, value) in table.iter() {
            match view.key(key.get_ref()).or_else(|| view.further_keys()) {
                Some(schema) => {
                    self.steps.push(Step::Key(Cow::Borrowed(key.get_ref())));
                    self.value(&view.inner(schema), value.get_ref(), value.span());
                    self.steps.pop();
                }
                None => {
                    let Some(near) = self.unknown_key(key, &free, &named, no_such(view)) else { continue };
                    if let Some(schema) = view.key(&near) {
                        self.steps.push(Step::Key(Cow::Borrowed(key.get_ref())));
                        self.value(&view.inner(schema), value.get_ref(), value.span());
                        self.steps.pop();
                    }
                    meant.push(near);
                }
            }
        }
        for key in free {
            if required.contains(&key) && !meant.iter().any(|one| one == key) {
                let wanted = view.key(key).map(|schema| wanted_words(&view.inner(schema).flat()));
                self.missing_key(key, wanted.unwrap_or_else(|| "a value".to_owned()), span.clone());
            }
        }
        if view.find(FIGURE_KEYWORD).is_some() {
            self.figure(table);
        }
    }

    /// Adds the fault of an unknown key, and gives back the key that was probably meant: one of those that are
    /// `free`, because the table does not have them yet.
    fn unknown_key(
        &mut self,
        key: &'t Spanned<Cow<'_, str>>,
        free: &[&str],
        allowed: &[&str],
        no_such: Option<NoSuch<'_>>,
    ) -> Option<String> {
        let near = if self.faults.is_full() { None } else { did_you_mean(key.get_ref(), free) };
        let (message, hint) = match no_such {
            Some(no_such) => (no_such.message(key.get_ref()), Some(no_such.hint(near.as_deref(), allowed))),
            None => {
                let hint = match &near {
                    Some(near) => Some(format!("did you mean {}?", quoted(near))),
                    None if allowed.is_empty() => None,
                    None => Some(format!("allowed: {}", listed(allowed))),
                };
                (format!("unknown key {}", quoted(key.get_ref())), hint)
            }
        };
        self.steps.push(Step::Key(Cow::Borrowed(key.get_ref())));
        self.fault(key.span(), message, hint);
        self.steps.pop();
        near
    }

    fn missing_key(&mut self, key: &str, wanted: String, span: Range<usize>) {
        self.steps.push(Step::Key(Cow::Owned(key.to_owned())));
        self.fault(span, format!("missing key {}", quoted(key)), Some(format!("wanted: {wanted}")));
        self.steps.pop();
    }

    /// Holds the range of a figure against its value.
    fn figure(&mut self, table: &'t DeTable<'_>) {
        let number = |value: &DeValue<'_>| Number::of_file(value).and_then(Result::ok);
        let Some(value) = table.get("value").and_then(|value| number(value.get_ref())) else { return };
        let Some(range) = table.get("range") else { return };
        let ends =
            range.get_ref().as_array().map(|ends| ends.iter().map(|end| number(end.get_ref())).collect());
        let Some(Some([low, high])) = ends.map(|ends: Vec<_>| <[Option<Number>; 2]>::try_from(ends).ok())
        else {
            return;
        };
        let (Some(low), Some(high)) = (low, high) else { return };
        let message = if high.is_below(low) {
            format!("the range runs from {low} down to {high}; its lower end goes first")
        } else if value.is_below(low) || high.is_below(value) {
            format!("the range from {low} to {high} does not hold the value {value}")
        } else {
            return;
        };
        self.steps.push(Step::Key(Cow::Borrowed("range")));
        self.fault(range.span(), message, None);
        self.steps.pop();
    }
}

/// How the schema calls its words, where it does.
fn no_such<'s>(view: &View<'s>) -> Option<NoSuch<'s>> {
    let text = |keyword| view.find(keyword).and_then(Value::as_str);
    Some(NoSuch { kind: text(WORD_KEYWORD)?, listed_by: text(LISTED_KEYWORD) })
}

/// What one of these schemas wants, as in `a number from 0 to 1`.
fn wanted_words(views: &[View<'_>]) -> String {
    let words = views.iter().filter_map(View::words).flatten().collect::<Vec<_>>();
    let mut wanted = Vec::new();
    match words.as_slice() {
        [] => {}
        [word] => wanted.push(quoted(word)),
        several => wanted.push(format!("one of {}", listed(several))),
    }
    for view in views {
        if view.find(FIGURE_KEYWORD).is_some() {
            wanted.push(format!("{}, or a table {{ value, range, source }}", bounded("a number", view)));
            continue;
        }
        for kind in view.types() {
            wanted.push(match kind {
                "string" if view.words().is_some() => continue,
                "string" => "a text".to_owned(),
                "integer" => bounded("a whole number", view),
                "number" => bounded("a number", view),
                "boolean" => "true or false".to_owned(),
                "array" => match (view.count("minItems"), view.count("maxItems")) {
                    (Some(least), Some(most)) if least == most => format!("a list of {least} items"),
                    _ => "a list".to_owned(),
                },
                "object" => "a table".to_owned(),
                other => quoted(other),
            });
        }
    }
    wanted.dedup();
    if wanted.is_empty() { "a value".to_owned() } else { wanted.join(" or ") }
}

fn bounded(kind: &str, view: &View<'_>) -> String {
    let bounds = Bounds::of(view).to_string();
    if bounds.is_empty() { kind.to_owned() } else { format!("{kind} {bounds}") }
}

/// A number of things, as in `1 item` or `2 items`.
fn counted(count: u64, thing: &str) -> String {
    if count == 1 { format!("1 {thing}") } else { format!("{count} {thing}s") }
}

/// How many there may be of something.
fn allowed_count(least: Option<u64>, most: Option<u64>) -> String {
    match (least, most) {
        (Some(least), Some(most)) if least == most => format!("exactly {least}"),
        (Some(least), Some(most)) => format!("{least} to {most}"),
        (Some(least), None) => format!("at least {least}"),
        (None, Some(most)) => format!("at most {most}"),
        (None, None) => "any number".to_owned(),
    }
}
