//! A written file beside its schema, gone through step by step, and everything in it that has a path.

use super::located::{Located, Part, Setting};
use crate::catalogue::Kind;
use crate::figure::Scale;
use crate::regime::RegimeFile;
use crate::schema_check::path::Step;
use crate::schema_check::schema::Schema;
use crate::schema_check::schema_of;
use crate::society::SocietyFile;
use crate::sources::citation;
use crate::study::StudyFile;
use crate::word::Word;
use demerit_regime::Claim;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Keys whose texts are for people, and a table of such.
const TEXTS: [&str; 7] = ["title", "about", "name", "phase", "source", "note", "sources"];
/// Keys by whose words an item of a list is named, in this order.
const NAMES: [&str; 5] = ["name", "channel", "tie", "matter", "phase"];

/// A place in a file: what stands there, and what the schema says of it.
#[derive(Clone)]
pub(crate) struct At<'a> {
    schema: Schema<'a>,
    value: &'a Value,
    claim: Option<Word<Claim>>,
    item: Option<&'a str>,
    path: String,
    key: String,
}

impl<'a> At<'a> {
    /// The top of a file.
    pub(crate) fn top(schema: &'a Value, value: &'a Value) -> Self {
        let (path, key) = (String::new(), String::new());
        Self { schema: Schema::of(schema), value, claim: None, item: None, path, key }
    }

    /// Everything inside, in the order of the file.
    pub(crate) fn all(&self, found: &mut dyn FnMut(&Self) -> Option<Located>) -> Vec<Located> {
        if let Some(one) = found(self) {
            return vec![one];
        }
        self.inside().iter().flat_map(|inner| inner.all(found)).collect()
    }

    /// The place that is so many steps away; a number that stands alone in its list needs no step.
    pub(crate) fn descend(self, steps: &[Step<'_>]) -> Option<Self> {
        let inside = match (steps.first(), self.value) {
            (None, Value::Array(items)) if items.len() == 1 => return self.inside().pop(),
            (None, _) => return Some(self),
            (Some(Step::Item(number)), Value::Array(_)) => self.inside().into_iter().nth(*number)?,
            (Some(Step::Key(name)), Value::Array(items)) => {
                let found = names(items).iter().position(|one| *one == Some(name.as_ref()))?;
                self.inside().into_iter().nth(found)?
            }
            (Some(Step::Key(name)), Value::Object(fields)) => {
                let (name, value) = fields.get_key_value(name.as_ref())?;
                self.field(name, value)?
            }
            _ => return None,
        };
        inside.descend(&steps[1..])
    }

    /// The places inside a table or a list.
    fn inside(&self) -> Vec<Self> {
        match self.value {
            Value::Object(fields) if !self.schema.is_figure() => {
                fields.iter().filter_map(|(name, value)| self.field(name, value)).collect()
            }
            Value::Array(items) => {
                let names = names(items);
                let items = items.iter().zip(names).enumerate();
                items.filter_map(|(number, (item, name))| self.item(number, item, name)).collect()
            }
            _ => Vec::new(),
        }
    }

    fn field(&self, name: &'a str, value: &'a Value) -> Option<Self> {
        let key = if self.key.is_empty() { name.to_owned() } else { format!("{}.{name}", self.key) };
        let claim = self.value.get("claim").and_then(Value::as_str).and_then(Word::named).or(self.claim);
        let (schema, path) = (self.told(self.schema.key(name)?), stepped(&self.path, name));
        Some(Self { schema, value, claim, item: self.item, path, key })
    }

    fn item(&self, index: usize, value: &'a Value, name: Option<&'a str>) -> Option<Self> {
        let schema = self.told(self.schema.item()?);
        let is_alone = self.value.as_array().is_some_and(|items| items.len() == 1);
        let path = match name {
            Some(name) => stepped(&self.path, name),
            None if is_alone && (value.is_number() || schema.is_figure()) => self.path.clone(),
            None => format!("{}[{index}]", self.path),
        };
        let (key, item) = (format!("{}[{index}]", self.key), own_name(value).or(self.item));
        Some(Self { schema, value, claim: self.claim, item, path, key })
    }

    /// A part of the schema that says of itself what is said of the one around it, where it says nothing.
    const fn told(&self, mut schema: Schema<'a>) -> Schema<'a> {
        if schema.about.is_none() {
            schema.about = self.schema.about;
        }
        schema
    }

    fn setting(&self) -> Option<Setting> {
        let value =
            if self.schema.is_figure() { self.value.get("value").unwrap_or(self.value) } else { self.value };
        match value {
            Value::Number(number) => number.as_f64().map(Setting::Number),
            Value::Bool(on) => Some(Setting::Switch(*on)),
            Value::String(word) => {
                let is_text = self.key.split(['.', '[']).any(|step| TEXTS.contains(&step));
                (!is_text).then(|| Setting::Word(word.clone()))
            }
            _ => None,
        }
    }

    /// What is known of the place, where it is a number, a switch or a word.
    pub(crate) fn located(&self, part: &Part, file: &str, own: &BTreeMap<String, String>) -> Option<Located> {
        let value = self.setting()?;
        let said = |key: &str| {
            let said = self.value.as_object().filter(|_| self.schema.is_figure())?.get(key)?;
            said.as_str().map(str::to_owned)
        };
        let source = said("source");
        let cited = source.as_deref().and_then(|source| citation(source, own));
        let range = self.value.get("range").and_then(|range| Some([range[0].as_f64()?, range[1].as_f64()?]));
        Some(Located {
            part: part.clone(),
            file: file.to_owned(),
            item: self.item.map(str::to_owned),
            is_figure: self.schema.is_figure(),
            is_whole: self.schema.types().first() == Some(&"integer"),
            range,
            scale: if said("scale").as_deref() == Some("log") { Scale::Log } else { Scale::Even },
            limits: ["minimum", "maximum"].map(|limit| self.schema.number(limit)),
            words: self.schema.words().unwrap_or_default().into_iter().map(str::to_owned).collect(),
            about: self.schema.about.unwrap_or_default().to_owned(),
            note: said("note"),
            source,
            status: cited.as_ref().map_or_else(|| "assumption".to_owned(), |cited| cited.1.clone()),
            citation: cited.map(|cited| cited.0),
            claim: self.claim,
            path: self.path.clone(),
            key: self.key.clone(),
            value,
        })
    }
}

/// The sources of a file that lists none.
pub(crate) static NO_SOURCES: BTreeMap<String, String> = BTreeMap::new();

/// The JSON schema of a kind of file, made once, from the same types that read it.
#[must_use]
pub fn schema(kind: Kind) -> &'static Value {
    static SOCIETY: LazyLock<Value> = LazyLock::new(schema_of::<SocietyFile>);
    static REGIME: LazyLock<Value> = LazyLock::new(schema_of::<RegimeFile>);
    static STUDY: LazyLock<Value> = LazyLock::new(schema_of::<StudyFile>);
    match kind {
        Kind::Society => &SOCIETY,
        Kind::Regime => &REGIME,
        Kind::Study => &STUDY,
    }
}

/// Everything in a file that has a path, in the order of its keys. `name` is what the file is called, and
/// `own` are the sources that it lists itself.
#[must_use]
pub fn of_file(
    part: &Part,
    name: &str,
    file: &impl Serialize,
    own: &BTreeMap<String, String>,
) -> Vec<Located> {
    let written = serde_json::to_value(file).unwrap_or_default();
    At::top(schema(part.kind()), &written).all(&mut |at| at.located(part, name, own))
}

/// The sources that figures of a file name, each with the numbered place of its figure.
pub(crate) fn sources_of(part: &Part, file: &impl Serialize) -> Vec<(String, String)> {
    let written = serde_json::to_value(file).unwrap_or_default();
    let mut found = Vec::new();
    At::top(schema(part.kind()), &written).all(&mut |at| {
        let source = at.value.get("source").filter(|_| at.schema.is_figure())?.as_str()?;
        found.push((at.key.clone(), source.to_owned()));
        None
    });
    found
}

/// A path with one more step.
fn stepped(path: &str, step: &str) -> String {
    let is_plain = !step.is_empty() && !step.contains(['.', '[', ']', '"', '\\']);
    let step = if is_plain {
        step.to_owned()
    } else {
        format!("\"{}\"", step.replace('\\', "\\\\").replace('"', "\\\""))
    };
    if path.is_empty() { step } else { format!("{path}.{step}") }
}

/// The name that an item gives itself.
fn own_name(item: &Value) -> Option<&str> {
    NAMES.into_iter().find_map(|key| item.get(key)?.as_str())
}

/// The names by which items of a list are called: none where two have the same.
fn names(items: &[Value]) -> Vec<Option<&str>> {
    let names: Vec<Option<&str>> = items.iter().map(own_name).collect();
    let mut times: BTreeMap<&str, u32> = BTreeMap::new();
    for name in names.iter().flatten() {
        *times.entry(name).or_default() += 1;
    }
    names.iter().map(|name| name.filter(|name| times[name] == 1)).collect()
}
