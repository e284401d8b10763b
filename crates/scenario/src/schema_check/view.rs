//! A JSON schema as the check reads it: references followed, and one alternative chosen for each value.
//!
//! A view is a stack of schema objects that all hold for the same value: the object itself, what it refers to
//! (`$ref`), and what it combines (`allOf`). A keyword is looked up from the top of the stack, so that a bound
//! beside a reference goes before one behind it.
//!
//! Alternatives (`oneOf`, `anyOf`) are settled by the value, in this order:
//!
//! 1. the alternative `null` stands for a key that may be left out, and is dropped;
//! 2. tables with a tag: the alternative whose tag is the one written;
//! 3. tables with one key each: the alternative of that key;
//! 4. words: the alternative that has the word;
//! 5. else the first alternative of a fitting type, for tables the one that fits the most keys.

use serde_json::{Map, Value};
use toml::de::{DeTable, DeValue};

/// A schema object.
type Keywords = Map<String, Value>;

/// How many references and combinations are followed from one schema.
const MOST_LAYERS: usize = 64;

/// How many choices are followed inside one another.
const MOST_CHOICES: u32 = 4;

/// All schema objects that hold for one value.
#[derive(Clone, Debug)]
pub(super) struct View<'s> {
    root: &'s Value,
    layers: Vec<&'s Keywords>,
}

/// What is wrong when no alternative can be chosen.
#[derive(Debug)]
pub(super) enum Unsettled<'s> {
    /// The value has none of the types; the alternatives say what is wanted.
    WrongType(Vec<View<'s>>),
    /// A text, or the tag under this key, is none of these words.
    UnknownWord { tag: Option<&'s str>, words: Vec<&'s str> },
    /// The table does not say which of the alternatives it is; the words are the possible tags.
    MissingTag { tag: &'s str, words: Vec<&'s str> },
    /// The table must have exactly one of these keys.
    OneKey { words: Vec<&'s str> },
}

impl<'s> View<'s> {
    /// A schema, with its references followed.
    pub(super) fn new(root: &'s Value, schema: &'s Value) -> Self {
        let mut view = Self { root, layers: Vec::new() };
        view.stack(schema);
        view
    }

    fn stack(&mut self, schema: &'s Value) {
        let Some(keywords) = schema.as_object() else { return };
        if self.layers.len() >= MOST_LAYERS {
            return;
        }
        self.layers.push(keywords);
        let target =
            keywords.get("$ref").and_then(Value::as_str).and_then(|reference| reference.strip_prefix('#'));
        if let Some(target) = target.and_then(|pointer| self.root.pointer(pointer)) {
            self.stack(target);
        }
        for part in keywords.get("allOf").and_then(Value::as_array).into_iter().flatten() {
            self.stack(part);
        }
    }

    /// The schema of something inside the value.
    pub(super) fn inner(&self, schema: &'s Value) -> Self {
        Self::new(self.root, schema)
    }

    /// A keyword of the topmost schema object that has it.
    pub(super) fn find(&self, keyword: &str) -> Option<&'s Value> {
        self.layers.iter().find_map(|layer| layer.get(keyword))
    }

    /// A keyword with a whole number, such as `minItems`.
    pub(super) fn count(&self, keyword: &str) -> Option<u64> {
        self.find(keyword).and_then(Value::as_u64)
    }

    /// The types that are allowed, `null` aside; empty if any is.
    pub(super) fn types(&self) -> Vec<&'s str> {
        let types = match self.find("type") {
            Some(Value::String(one)) => vec![one.as_str()],
            Some(Value::Array(several)) => several.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        };
        types.into_iter().filter(|kind| *kind != "null").collect()
    }

    /// The words that are allowed, if only some are.
    pub(super) fn words(&self) -> Option<Vec<&'s str>> {
        if let Some(word) = self.find("const") {
            return word.as_str().map(|word| vec![word]);
        }
        let several = self.find("enum")?.as_array()?;
        Some(several.iter().filter_map(Value::as_str).collect())
    }

    /// The keys that have a schema of their own, in the order of the schema.
    pub(super) fn named_keys(&self) -> Vec<&'s str> {
        self.objects("properties").flat_map(|keys| keys.keys().map(String::as_str)).collect()
    }

    /// The keys that must be there.
    pub(super) fn required_keys(&self) -> Vec<&'s str> {
        let lists = self.layers.iter().filter_map(|layer| layer.get("required")).filter_map(Value::as_array);
        lists.flatten().filter_map(Value::as_str).collect()
    }

    /// The schema of a key, by its name.
    pub(super) fn key(&self, key: &str) -> Option<&'s Value> {
        self.objects("properties").find_map(|keys| keys.get(key))
    }

    fn objects(&self, keyword: &str) -> impl Iterator<Item = &'s Keywords> {
        self.layers.iter().filter_map(move |layer| layer.get(keyword)).filter_map(Value::as_object)
    }

    /// The schema of keys that have none of their own; `None` if there may be no such keys.
    pub(super) fn further_keys(&self) -> Option<&'s Value> {
        let further = self.find("additionalProperties").or_else(|| self.find("unevaluatedProperties"));
        match further {
            Some(Value::Bool(false)) => None,
            Some(schema) => Some(schema),
            None if self.objects("properties").next().is_some() => None,
            None => Some(&Value::Bool(true)),
        }
    }

    /// True if a value of this type may stand here.
    pub(super) fn admits(&self, value: &DeValue<'_>) -> bool {
        let types = self.types();
        types.is_empty() || types.iter().any(|kind| is_kind(value, kind))
    }

    /// The groups of alternatives, `null` dropped.
    fn groups(&self) -> Vec<Vec<Self>> {
        let lists = self.layers.iter().flat_map(|layer| [layer.get("oneOf"), layer.get("anyOf")]);
        lists
            .flatten()
            .filter_map(Value::as_array)
            .map(|group| group.iter().map(|one| self.inner(one)).filter(|one| !one.is_null()).collect())
            .collect()
    }

    fn is_null(&self) -> bool {
        self.find("type").and_then(Value::as_str) == Some("null")
    }

    /// All alternatives in one list, those inside alternatives included; the view itself if it has none.
    pub(super) fn flat(&self) -> Vec<Self> {
        self.flat_to(MOST_CHOICES)
    }

    fn flat_to(&self, choices: u32) -> Vec<Self> {
        let groups = self.groups();
        if groups.is_empty() || choices == 0 {
            return vec![self.clone()];
        }
        groups.iter().flatten().flat_map(|one| one.flat_to(choices - 1)).collect()
    }

    /// Chooses an alternative for the value wherever there is a choice.
    pub(super) fn settled(self, value: &DeValue<'_>) -> Result<Self, Unsettled<'s>> {
        self.settled_to(value, MOST_CHOICES)
    }

    fn settled_to(mut self, value: &DeValue<'_>, choices: u32) -> Result<Self, Unsettled<'s>> {
        if choices == 0 {
            return Ok(self);
        }
        for group in self.groups() {
            let chosen = chosen(group, value)?.settled_to(value, choices - 1)?;
            if self.layers.len() + chosen.layers.len() <= MOST_LAYERS {
                self.layers.extend(chosen.layers);
            }
        }
        Ok(self)
    }

    /// The word that a key must hold, if there is just one.
    fn tag_word(&self, key: &str) -> Option<&'s str> {
        let words = self.inner(self.key(key)?).words()?;
        if words.len() == 1 { words.first().copied() } else { None }
    }

    /// The only key of a table that has one key and takes no others.
    fn only_key(&self) -> Option<&'s str> {
        let named = self.named_keys();
        let required = self.required_keys();
        if named.len() == 1 && required == named && self.further_keys().is_none() {
            named.first().copied()
        } else {
            None
        }
    }

    /// How badly a table fits: keys that are missing, and keys that are not known.
    fn misfit(&self, table: &DeTable<'_>) -> usize {
        let missing = self.required_keys().iter().filter(|key| !table.contains_key(**key)).count();
        let unknown = match self.further_keys() {
            Some(_) => 0,
            None => table.keys().filter(|key| self.key(key.get_ref()).is_none()).count(),
        };
        missing + unknown
    }
}

/// True if the value is of the JSON type.
fn is_kind(value: &DeValue<'_>, kind: &str) -> bool {
    match value {
        DeValue::String(_) => kind == "string",
        DeValue::Integer(_) => kind == "integer" || kind == "number",
        DeValue::Float(_) => kind == "number",
        DeValue::Boolean(_) => kind == "boolean",
        DeValue::Array(_) => kind == "array",
        DeValue::Table(_) => kind == "object",
        DeValue::Datetime(_) => false,
    }
}

/// The alternative that the value speaks of.
fn chosen<'s>(group: Vec<View<'s>>, value: &DeValue<'_>) -> Result<View<'s>, Unsettled<'s>> {
    if group.len() == 1 {
        return Ok(group.into_iter().next().unwrap_or_else(|| unreachable!("a group of one has a first")));
    }
    let fitting = |one: &&View<'s>| one.flat().iter().any(|inner| inner.admits(value));
    let candidates = group.iter().filter(fitting).cloned().collect::<Vec<_>>();
    match value {
        DeValue::Table(table) if !candidates.is_empty() => chosen_for_table(candidates, table),
        DeValue::String(word) if !candidates.is_empty() => chosen_for_text(candidates, word),
        _ => candidates.into_iter().next().ok_or(Unsettled::WrongType(group)),
    }
}

fn chosen_for_table<'s>(candidates: Vec<View<'s>>, table: &DeTable<'_>) -> Result<View<'s>, Unsettled<'s>> {
    let named = candidates[0].named_keys();
    let tag = named.into_iter().find(|key| candidates.iter().all(|one| one.tag_word(key).is_some()));
    if let Some(tag) = tag {
        let words = candidates.iter().filter_map(|one| one.tag_word(tag)).collect();
        return match table.get(tag).map(|written| written.get_ref()) {
            None => Err(Unsettled::MissingTag { tag, words }),
            Some(written) => {
                let found = candidates.iter().find(|one| one.tag_word(tag) == written.as_str());
                found.cloned().ok_or(Unsettled::UnknownWord { tag: Some(tag), words })
            }
        };
    }
    let keys = candidates.iter().map(View::only_key).collect::<Option<Vec<_>>>();
    if let Some(words) = keys {
        let mut written = table.keys();
        return match (written.next(), written.next()) {
            (Some(key), None) => {
                let found = candidates.iter().find(|one| one.only_key() == Some(key.get_ref()));
                found.cloned().ok_or(Unsettled::OneKey { words })
            }
            _ => Err(Unsettled::OneKey { words }),
        };
    }
    let nearest = candidates.into_iter().min_by_key(|one| one.misfit(table));
    nearest.ok_or(Unsettled::WrongType(Vec::new()))
}

fn chosen_for_text<'s>(candidates: Vec<View<'s>>, word: &str) -> Result<View<'s>, Unsettled<'s>> {
    let takes = |one: &View<'s>| {
        one.flat().iter().any(|inner| inner.words().is_none_or(|words| words.contains(&word)))
    };
    if let Some(found) = candidates.iter().find(|one| takes(one)) {
        return Ok(found.clone());
    }
    let flat = candidates.iter().flat_map(View::flat).collect::<Vec<_>>();
    Err(Unsettled::UnknownWord { tag: None, words: flat.iter().filter_map(View::words).flatten().collect() })
}
