//! A file held against its schema: every value against the schema of its place, and everything that is wrong
//! is said, not only the first thing.
//!
//! For each value, from the top of the file inwards:
//!
//! 1. its type is compared; a wrong type ends the check of this value;
//! 2. words, numbers, texts, lists and tables are held against what is allowed of them;
//! 3. a figure's range is held against its value.
//!
//! A key that is probably a misspelt one of the keys that are missing counts as one fault, not as two, and
//! its value is checked as what was meant.
//!
//! What comes back is the file as it might have been meant, so that what is right in it can be checked
//! further: a value that is wrong, or a key that is missing, becomes the [`Substitute`] of its schema; a list
//! of the wrong length is cut or filled; an unknown key is taken for the missing one that it resembles, or
//! left out. Texts of a wrong length or form are kept.

use super::names::{NAME, is_name};
use super::number::{Bounds, Number};
use super::path::{Step, written};
use super::schema::{Length, Schema};
use super::suggest::{Guess, NoSuch};
use super::words::{described, listed, quoted};
use crate::faults::Faults;
use crate::word::{LISTED_KEYWORD, WORD_KEYWORD};
use std::borrow::Cow;
use std::ops::Range;
use toml::de::{DeArray, DeTable, DeValue};
use toml::{Spanned, Table, Value};

/// The most items that a list is filled up with.
const MOST_FILLED: u64 = 64;

/// What is put in the place of what is wrong. The two differ wherever the schema lets them: what a further
/// check says of a file with either is a fault of the file; what it says of one alone is a fault of the
/// substitute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Substitute {
    /// The first word, the lowest number.
    Low,
    /// The last word, the highest number.
    High,
}

/// Holds a file against its schema and adds what is wrong to the faults. Gives the file as it might have been
/// meant.
pub(super) fn hold(
    schema: Schema<'_>,
    root: &Spanned<DeValue<'_>>,
    substitute: Substitute,
    faults: &mut Faults,
) -> Value {
    let mut checker = Checker { faults, substitute, guess: Guess::default(), steps: Vec::new() };
    checker.value(schema, root)
}

struct Checker<'t, 'f> {
    faults: &'f mut Faults,
    substitute: Substitute,
    guess: Guess,
    /// The way from the top of the file to the value at hand.
    steps: Vec<Step<'t>>,
}

impl<'t> Checker<'t, '_> {
    fn fault(&mut self, span: Range<usize>, message: impl Into<String>, hint: Option<String>) {
        let path = if self.faults.is_full() { String::new() } else { written(&self.steps) };
        self.faults.add_at(span, path, message.into(), hint);
    }

    /// Does something one step further in.
    fn inside<R>(&mut self, step: Step<'t>, what: impl FnOnce(&mut Self) -> R) -> R {
        self.steps.push(step);
        let done = what(self);
        self.steps.pop();
        done
    }

    fn value(&mut self, schema: Schema<'_>, value: &'t Spanned<DeValue<'_>>) -> Value {
        let span = value.span();
        let kept = match value.get_ref() {
            other if !schema.admits(other) => {
                self.wrong_type(schema, other, span);
                None
            }
            DeValue::String(text) => self.text(schema, text, span).then(|| Value::String(text.to_string())),
            DeValue::Boolean(on) => Some(Value::Boolean(*on)),
            DeValue::Array(items) => Some(Value::Array(self.list(schema, items, span))),
            DeValue::Table(table) => Some(Value::Table(self.table(schema, table, span))),
            number => self.number(schema, number, span),
        };
        kept.unwrap_or_else(|| self.substituted(schema))
    }

    fn wrong_type(&mut self, schema: Schema<'_>, value: &DeValue<'_>, span: Range<usize>) {
        let types = schema.types();
        let takes = |kind| types.contains(&kind);
        let hint = match value {
            DeValue::String(text) if (takes("number") || takes("integer")) && text.parse::<f64>().is_ok() => {
                Some("write it without quotes")
            }
            DeValue::String(text) if takes("boolean") && ["true", "false"].contains(&text.as_ref()) => {
                Some("write it without quotes")
            }
            DeValue::Table(_) | DeValue::Array(_) => None,
            _ if takes("string") && schema.words().is_none() => Some("write it in quotes"),
            _ if takes("array") => Some("write it in square brackets"),
            _ => None,
        };
        let message = format!("found {}, wanted {}", described(value), wanted(schema));
        self.fault(span, message, hint.map(str::to_owned));
    }

    /// Whether a text is a word that is allowed, or no word at all.
    fn text(&mut self, schema: Schema<'_>, text: &str, span: Range<usize>) -> bool {
        if let Some(words) = schema.words() {
            let is_known = words.contains(&text);
            if !is_known {
                self.unknown_word(schema, text, &words, span);
            }
            return is_known;
        }
        let (length, allowed) = (text.chars().count() as u64, schema.length("minLength", "maxLength"));
        if !allowed.holds(length) {
            if length == 0 {
                self.fault(span, "the text must not be empty", None);
            } else {
                let message = format!("the text is {} long", counted(length, "letter"));
                self.fault(span, message, Some(allowed.hint()));
            }
        } else if let Some(form) = schema.text("pattern") {
            if form != NAME {
                self.fault(span, format!("the form `{form}` in the schema is not understood"), None);
            } else if !is_name(text) {
                self.fault(span, format!("{} does not have the form `{NAME}`", quoted(text)), None);
            }
        }
        true
    }

    fn unknown_word(&mut self, schema: Schema<'_>, word: &str, words: &[&str], span: Range<usize>) {
        let near = if self.faults.is_full() { None } else { self.guess.near(word, words) };
        if let Some(no_such) = no_such(schema) {
            return self.fault(span, no_such.message(word), Some(no_such.hint(near.as_deref(), words)));
        }
        let near = near.map_or_else(String::new, |near| format!("did you mean {}? ", quoted(&near)));
        let hint = format!("{near}allowed: {}", listed(words));
        self.fault(span, format!("unknown word {}", quoted(word)), Some(hint));
    }

    fn number(&mut self, schema: Schema<'_>, value: &DeValue<'_>, span: Range<usize>) -> Option<Value> {
        let number = match Number::of_file(value)? {
            Ok(number) => number,
            Err(message) => {
                self.fault(span, message, None);
                return None;
            }
        };
        let bounds = Bounds::of(schema);
        if !bounds.hold(number.value()) {
            self.fault(span, format!("{number} is out of range"), Some(format!("allowed: {bounds}")));
            return None;
        }
        Some(match number {
            Number::Whole(whole) => i64::try_from(whole).map_or(Value::Float(whole as f64), Value::Integer),
            Number::Real(real) => Value::Float(real),
        })
    }

    fn list(&mut self, schema: Schema<'_>, items: &'t DeArray<'_>, span: Range<usize>) -> Vec<Value> {
        let (length, allowed) = (items.len() as u64, schema.length("minItems", "maxItems"));
        if !allowed.holds(length) {
            if length == 0 && allowed.least == Some(1) {
                self.fault(span, "the list must not be empty", None);
            } else {
                let message = format!("the list has {}", counted(length, "item"));
                self.fault(span, message, Some(allowed.hint()));
            }
        }
        let Some(inner) = schema.item() else { return Vec::new() };
        let mut list: Vec<Value> = items
            .iter()
            .enumerate()
            .map(|(index, item)| self.inside(Step::Item(index), |checker| checker.value(inner, item)))
            .collect();
        let least = allowed.least.unwrap_or(0).min(MOST_FILLED) as usize;
        if list.len() < least {
            list.resize(least, self.substituted(inner));
        }
        list.truncate(allowed.most.map_or(usize::MAX, |most| most as usize));
        list
    }

    fn table(&mut self, schema: Schema<'_>, table: &'t DeTable<'_>, span: Range<usize>) -> Table {
        let allowed = schema.keys();
        let free: Vec<&str> = allowed.iter().copied().filter(|key| !table.contains_key(*key)).collect();
        let mut meant = Table::new();
        for (key, value) in table.iter() {
            let (name, inner) = match schema.key(key.get_ref()) {
                Some(inner) => (key.get_ref().to_string(), inner),
                None => {
                    let Some(near) = self.unknown_key(schema, key, &free, &allowed) else { continue };
                    let Some(inner) = schema.key(&near) else { continue };
                    (near, inner)
                }
            };
            let value = self.inside(step(key), |checker| checker.value(inner, value));
            meant.entry(name).or_insert(value);
        }
        for key in free.into_iter().filter(|key| schema.requires(key)) {
            if let (false, Some(inner)) = (meant.contains_key(key), schema.key(key)) {
                let hint = Some(format!("wanted: {}", wanted(inner)));
                self.inside(Step::Key(Cow::Owned(key.to_owned())), |checker| {
                    checker.fault(span.clone(), format!("missing key {}", quoted(key)), hint);
                });
                meant.insert(key.to_owned(), self.substituted(inner));
            }
        }
        if schema.is_figure() {
            self.figure(table);
            // A range is of no use to further checks, and a wrong one would keep the figure from being read.
            meant.remove("range");
            meant.remove("scale");
        }
        meant
    }

    /// Adds the fault of an unknown key, and gives back the key that was probably meant: one of those that
    /// are `free`, because the table does not have them yet.
    fn unknown_key(
        &mut self,
        schema: Schema<'_>,
        key: &'t Spanned<Cow<'_, str>>,
        free: &[&str],
        allowed: &[&str],
    ) -> Option<String> {
        let near = if self.faults.is_full() { None } else { self.guess.near(key.get_ref(), free) };
        let (message, hint) = match no_such(schema) {
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
        self.inside(step(key), |checker| checker.fault(key.span(), message, hint));
        near
    }

    /// Holds the range of a figure against its value, and its scale against the range.
    fn figure(&mut self, table: &'t DeTable<'_>) {
        let number = |value: &Spanned<DeValue<'_>>| Number::of_file(value.get_ref())?.ok();
        let log = table.get("scale").filter(|scale| scale.get_ref().as_str() == Some("log"));
        let mut of_scale = |message: String| {
            if let Some(scale) = log {
                let hint = Some("leave the scale out: the range is then gone over evenly".to_owned());
                self.inside(Step::Key(Cow::Borrowed("scale")), |checker| {
                    checker.fault(scale.span(), message, hint)
                });
            }
        };
        if table.get("range").is_none() {
            return of_scale("a logarithmic scale wants a range".to_owned());
        }
        let Some((value, range)) = table.get("value").and_then(number).zip(table.get("range")) else {
            return;
        };
        let ends: Option<Vec<Number>> =
            range.get_ref().as_array().and_then(|ends| ends.iter().map(number).collect());
        let Some(&[low, high]) = ends.as_deref() else { return };
        let message = if high.value() < low.value() {
            format!("the range runs from {low} down to {high}; its lower end goes first")
        } else if value.value() < low.value() || high.value() < value.value() {
            format!("the range from {low} to {high} does not hold the value {value}")
        } else {
            if low.value() * high.value() <= 0.0 {
                of_scale(format!("a logarithmic scale wants two ends of one sign, not {low} to {high}"));
            }
            return;
        };
        self.inside(Step::Key(Cow::Borrowed("range")), |checker| checker.fault(range.span(), message, None));
    }

    /// Something of this schema.
    fn substituted(&self, schema: Schema<'_>) -> Value {
        let is_low = self.substitute == Substitute::Low;
        if let Some(words) = schema.words() {
            let word = if is_low { words.first() } else { words.last() };
            return Value::String(word.copied().unwrap_or_default().to_owned());
        }
        let number = Bounds::of(schema).nearest(if is_low { 0.0 } else { 1e6 });
        match schema.types().first().copied() {
            Some("number") => Value::Float(number),
            Some("integer") => Value::Integer(number as i64),
            Some("string") => Value::String(if is_low { "x" } else { "z" }.to_owned()),
            Some("array") => {
                let least = schema.length("minItems", "maxItems").least.unwrap_or(0).min(MOST_FILLED);
                let item = schema.item().filter(|_| least > 0).map(|inner| self.substituted(inner));
                Value::Array(item.map_or_else(Vec::new, |item| vec![item; least as usize]))
            }
            Some("object") => {
                let required = schema.keys().into_iter().filter(|key| schema.requires(key));
                let filled = |key: &str| Some((key.to_owned(), self.substituted(schema.key(key)?)));
                Value::Table(required.filter_map(filled).collect())
            }
            _ => Value::Boolean(!is_low),
        }
    }
}

fn step<'t>(key: &'t Spanned<Cow<'_, str>>) -> Step<'t> {
    Step::Key(Cow::Borrowed(key.get_ref()))
}

/// How the schema calls its words, where it does.
fn no_such(schema: Schema<'_>) -> Option<NoSuch<'_>> {
    Some(NoSuch { kind: schema.text(WORD_KEYWORD)?, listed_by: schema.text(LISTED_KEYWORD) })
}

/// What a schema wants, as in `a number from 0 to 1`.
fn wanted(schema: Schema<'_>) -> String {
    let bounded = |kind: &str| format!("{kind} {}", Bounds::of(schema)).trim_end().to_owned();
    if schema.is_figure() {
        return format!("{}, or a table {{ value, range, source }}", bounded("a number"));
    }
    match schema.words().as_deref() {
        Some([word]) => return quoted(word),
        Some(several) => return format!("one of {}", listed(several)),
        None => {}
    }
    let wanted = schema.types().into_iter().map(|kind| match kind {
        "string" => "a text".to_owned(),
        "integer" => bounded("a whole number"),
        "number" => bounded("a number"),
        "boolean" => "true or false".to_owned(),
        "array" => match schema.length("minItems", "maxItems") {
            Length { least: Some(least), most: Some(most) } if least == most => {
                format!("a list of {least} items")
            }
            _ => "a list".to_owned(),
        },
        _ => "a table".to_owned(),
    });
    wanted.collect::<Vec<_>>().join(" or ")
}

/// A number of things, as in `1 item` or `2 items`.
fn counted(count: u64, thing: &str) -> String {
    if count == 1 { format!("1 {thing}") } else { format!("{count} {thing}s") }
}
