//! A written file beside its schema, gone through step by step.

use super::located::{Located, Part, Setting};
use crate::figure::FIGURE_KEYWORD;
use crate::schema_check::place::Step;
use crate::sources::citation;
use serde_json::Value;
use std::collections::BTreeMap;

/// Keys whose texts are for people, and a table of such.
const TEXTS: [&str; 7] = ["title", "about", "name", "phase", "source", "note", "sources"];
/// Keys by whose words an item of a list is named, in this order.
const NAMES: [&str; 5] = ["name", "channel", "tie", "matter", "phase"];

/// A place in a file: what stands there, and what the schema says of it.
#[derive(Clone)]
pub(crate) struct At<'a> {
    root: &'a Value,
    schema: &'a Value,
    value: &'a Value,
    /// What the schema says of the place, or of the nearest one around it.
    about: &'a str,
    claim: Option<&'a str>,
    item: Option<&'a str>,
    path: String,
    key: String,
    pointer: String,
}

/// Whether files of a schema may have a key.
pub(crate) fn has_key(schema: &Value, step: &Step<'_>) -> bool {
    matches!(step, Step::Key(key) if schema["properties"].get(key.as_ref()).is_some())
}

impl<'a> At<'a> {
    /// The top of a file.
    pub(crate) fn top(schema: &'a Value, value: &'a Value) -> Self {
        let (path, key, pointer) = (String::new(), String::new(), String::new());
        Self { root: schema, schema, value, about: "", claim: None, item: None, path, key, pointer }.opened()
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
            Value::Object(fields) if !self.is_figure() => {
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
        let known = self.schema.get("properties").and_then(|all| all.get(name));
        let schema = known.or_else(|| self.schema.get("additionalProperties"))?;
        let key = if self.key.is_empty() { name.to_owned() } else { format!("{}.{name}", self.key) };
        let pointer = format!("{}/{}", self.pointer, name.replace('~', "~0").replace('/', "~1"));
        let claim = self.value.get("claim").and_then(Value::as_str).or(self.claim);
        Some(
            Self { schema, value, claim, key, pointer, path: stepped(&self.path, name), ..self.clone() }
                .opened(),
        )
    }

    fn item(&self, number: usize, value: &'a Value, name: Option<&'a str>) -> Option<Self> {
        let schema = self.schema.get("items")?;
        let is_alone = self.value.as_array().is_some_and(|items| items.len() == 1);
        let path = match name {
            Some(name) => stepped(&self.path, name),
            None if is_alone && (value.is_number() || schema.get(FIGURE_KEYWORD).is_some()) => {
                self.path.clone()
            }
            None => format!("{}[{number}]", self.path),
        };
        let (key, pointer) = (format!("{}[{number}]", self.key), format!("{}/{number}", self.pointer));
        let item = own_name(value).or(self.item);
        Some(Self { schema, value, item, path, key, pointer, ..self.clone() }.opened())
    }

    /// The same place with the part of the schema that its references lead to.
    fn opened(mut self) -> Self {
        loop {
            self.about = self.schema.get("description").and_then(Value::as_str).unwrap_or(self.about);
            let target =
                self.schema.get("$ref").and_then(Value::as_str).and_then(|target| target.strip_prefix('#'));
            let branches =
                ["anyOf", "oneOf", "allOf"].iter().find_map(|key| self.schema.get(*key)?.as_array());
            let is_open = |branch: &&Value| branch["type"] != "null" && branch.get("const").is_none();
            let next = target
                .and_then(|target| self.root.pointer(target))
                .or_else(|| branches.and_then(|all| all.iter().find(is_open)));
            match next {
                Some(next) => self.schema = next,
                None => return self,
            }
        }
    }

    fn is_figure(&self) -> bool {
        self.schema.get(FIGURE_KEYWORD).is_some()
    }

    fn setting(&self) -> Option<Setting> {
        let value = if self.is_figure() { self.value.get("value").unwrap_or(self.value) } else { self.value };
        match value {
            Value::Number(number) => number.as_f64().map(Setting::Number),
            Value::Bool(on) => Some(Setting::Switch(*on)),
            Value::String(word) => {
                let is_text = self.pointer.split('/').any(|step| TEXTS.contains(&step));
                (!is_text).then(|| Setting::Word(word.clone()))
            }
            _ => None,
        }
    }

    /// The words that the schema allows.
    fn words(&self) -> Vec<String> {
        let branches = self.schema.get("oneOf").and_then(Value::as_array).into_iter().flatten();
        let words = self.schema.get("enum").and_then(Value::as_array).into_iter().flatten();
        let words = words.chain(branches.filter_map(|branch| branch.get("const")));
        words.filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// What is known of the place, where it is a number, a switch or a word.
    pub(crate) fn located(&self, part: &Part, file: &str, own: &BTreeMap<String, String>) -> Option<Located> {
        let value = self.setting()?;
        let said = |key: &str| {
            let said = self.value.as_object().filter(|_| self.is_figure())?.get(key)?;
            said.as_str().map(str::to_owned)
        };
        let source = said("source");
        let cited = source.as_deref().and_then(|source| citation(source, own));
        let range = self.value.get("range").and_then(|range| Some([range[0].as_f64()?, range[1].as_f64()?]));
        let types = &self.schema["type"];
        Some(Located {
            part: part.clone(),
            file: file.to_owned(),
            item: self.item.map(str::to_owned),
            is_figure: self.is_figure(),
            is_whole: types == "integer" || types.get(0).is_some_and(|first| first == "integer"),
            range,
            limits: ["minimum", "maximum"].map(|limit| self.schema.get(limit).and_then(Value::as_f64)),
            words: self.words(),
            about: self.about.to_owned(),
            note: said("note"),
            source,
            status: cited.as_ref().map_or_else(|| "assumption".to_owned(), |cited| cited.1.clone()),
            citation: cited.map(|cited| cited.0),
            claim: self.claim.map(str::to_owned),
            path: self.path.clone(),
            key: self.key.clone(),
            pointer: self.pointer.clone(),
            value,
        })
    }
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
    let once = |name: &&str| names.iter().filter(|one| **one == Some(*name)).count() == 1;
    names.iter().map(|name| name.filter(|name| once(name))).collect()
}
