//! A part of a JSON schema as the files of this repository have it, with its references followed.
//!
//! A schema of ours is made of few keywords, those that [`KEYWORDS`] lists: a type, which may be `null`
//! beside another for a key that may be left out; the words, bounds or lengths that are allowed; the keys of
//! a table, the items of a list. A part that may be left out refers to its table in an `anyOf` with `null`;
//! words of which each has a description stand in a `oneOf`. Nothing else is read, and a schema that says
//! more is refused while it is made, in builds for tests.

use crate::figure::FIGURE_KEYWORD;
use crate::word::{LISTED_KEYWORD, WORD_KEYWORD};
use serde_json::{Map, Value};
use toml::de::DeValue;

/// The keywords that are read, and those that say something to people and editors alone.
const KEYWORDS: &str = "$defs $ref $schema additionalProperties anyOf const default description enum format items maxItems \
     maxLength maximum minItems minLength minimum oneOf pattern properties required title type";

/// The keywords of our own.
const OWN: [&str; 3] = [FIGURE_KEYWORD, LISTED_KEYWORD, WORD_KEYWORD];

/// A keyword of a schema that is not read; `integer` where a whole number has no bounds, since its format is
/// not read.
pub(super) fn unread(schema: &Value) -> Option<&str> {
    let keywords = schema.as_object()?;
    let is_bounded = ["minimum", "maximum"].iter().all(|bound| keywords.contains_key(*bound));
    if !is_bounded && (schema["type"] == "integer" || schema["type"][0] == "integer") {
        return Some("integer");
    }
    let is_read = |keyword: &str| KEYWORDS.split(' ').chain(OWN).any(|one| one == keyword);
    let unknown = keywords.keys().find(|keyword| !is_read(keyword));
    unknown.map(String::as_str).or_else(|| {
        keywords.iter().find_map(|(keyword, inside)| match (keyword.as_str(), inside) {
            ("$defs" | "properties", Value::Object(parts)) => parts.values().find_map(unread),
            ("anyOf" | "oneOf", Value::Array(parts)) => parts.iter().find_map(unread),
            ("items" | "additionalProperties", part) => unread(part),
            _ => None,
        })
    })
}

/// A part of a schema.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Schema<'s> {
    root: &'s Value,
    keywords: &'s Value,
    /// What it is, in the words of the schema.
    pub(crate) about: Option<&'s str>,
}

impl<'s> Schema<'s> {
    /// The schema of a whole file.
    pub(crate) fn of(root: &'s Value) -> Self {
        Self { root, keywords: root, about: root.get("description").and_then(Value::as_str) }
    }

    /// Another part, with its references followed.
    fn part(self, keywords: &'s Value) -> Self {
        let about = keywords.get("description").and_then(Value::as_str);
        let target = keywords.get("$ref").and_then(Value::as_str).and_then(|target| target.strip_prefix('#'));
        let branches = keywords.get("anyOf").and_then(Value::as_array).into_iter().flatten();
        let next = target.and_then(|target| self.root.pointer(target));
        match next.or_else(|| branches.into_iter().find(|branch| branch["type"] != "null")) {
            Some(next) => {
                let inner = self.part(next);
                Self { about: inner.about.or(about), ..inner }
            }
            None => Self { keywords, about, ..self },
        }
    }

    /// What a keyword says.
    pub(crate) fn find(self, keyword: &str) -> Option<&'s Value> {
        self.keywords.get(keyword)
    }

    /// A text that a keyword gives.
    pub(super) fn text(self, keyword: &str) -> Option<&'s str> {
        self.find(keyword).and_then(Value::as_str)
    }

    /// A number that a keyword gives.
    pub(crate) fn number(self, keyword: &str) -> Option<f64> {
        self.find(keyword).and_then(Value::as_f64)
    }

    /// Whether it is the schema of a figure.
    pub(crate) fn is_figure(self) -> bool {
        self.find(FIGURE_KEYWORD).is_some()
    }

    /// The types that are allowed, `null` aside.
    pub(crate) fn types(self) -> Vec<&'s str> {
        let one = |kind: &'s Value| kind.as_str().filter(|kind| *kind != "null");
        match self.find("type") {
            Some(Value::Array(several)) => several.iter().filter_map(one).collect(),
            Some(single) => one(single).into_iter().collect(),
            None => self.words().map(|_| "string").into_iter().collect(),
        }
    }

    /// Whether a value of this type may stand here.
    pub(super) fn admits(self, value: &DeValue<'_>) -> bool {
        let kind = value.type_str();
        self.types().iter().any(|one| match *one {
            "object" => kind == "table",
            "number" => ["integer", "float"].contains(&kind),
            other => kind == other,
        })
    }

    /// The words that are allowed, if only some are.
    pub(crate) fn words(self) -> Option<Vec<&'s str>> {
        let list = |part: &'s Value| part.get("enum").and_then(Value::as_array);
        let words: Vec<&Value> = match self.find("oneOf").and_then(Value::as_array) {
            Some(branches) => branches
                .iter()
                .flat_map(|one| list(one).into_iter().flatten().chain(one.get("const")))
                .collect(),
            None => list(self.keywords)?.iter().collect(),
        };
        Some(words.into_iter().filter_map(Value::as_str).collect())
    }

    /// The schema of every item of a list.
    pub(crate) fn item(self) -> Option<Self> {
        self.find("items").map(|items| self.part(items))
    }

    fn named(self) -> Option<&'s Map<String, Value>> {
        self.find("properties").and_then(Value::as_object)
    }

    /// The keys that have a schema of their own, in its order.
    pub(super) fn keys(self) -> Vec<&'s str> {
        self.named().into_iter().flat_map(Map::keys).map(String::as_str).collect()
    }

    /// The schema of a key; `None` if there may be no such key.
    pub(crate) fn key(self, key: &str) -> Option<Self> {
        let further = || self.find("additionalProperties").filter(|further| further.is_object());
        self.named().and_then(|keys| keys.get(key)).or_else(further).map(|part| self.part(part))
    }

    /// Whether a key must be there.
    pub(super) fn requires(self, key: &str) -> bool {
        self.find("required").and_then(Value::as_array).is_some_and(|all| all.iter().any(|one| one == key))
    }

    /// The smallest and the largest length that two keywords allow.
    pub(super) fn length(self, least: &str, most: &str) -> Length {
        let count = |keyword| self.find(keyword).and_then(Value::as_u64);
        Length { least: count(least), most: count(most) }
    }
}

/// How many there may be of something.
#[derive(Clone, Copy, Debug)]
pub(super) struct Length {
    pub(super) least: Option<u64>,
    pub(super) most: Option<u64>,
}

impl Length {
    pub(super) fn holds(self, length: u64) -> bool {
        self.least.is_none_or(|least| least <= length) && self.most.is_none_or(|most| length <= most)
    }

    /// What is allowed, for a hint.
    pub(super) fn hint(self) -> String {
        let allowed = match (self.least, self.most) {
            (Some(least), Some(most)) if least == most => format!("exactly {least}"),
            (Some(least), Some(most)) => format!("{least} to {most}"),
            (Some(least), None) => format!("at least {least}"),
            (None, Some(most)) => format!("at most {most}"),
            (None, None) => "any number".to_owned(),
        };
        format!("allowed: {allowed}")
    }
}
