//! A draft: the files of a scenario in which values are changed, and the scenario that they make.
//!
//! Only what was changed, and what hangs on it, is resolved again: the regimes are checked against the ties
//! of the society, and a regime that is fed against the company that feeds it.

use crate::addresses::written;
use crate::faults::Faults;
use crate::figures::{Located, Part, Setting};
use crate::load::{Known, LoadError, Scenario, resolved};
use crate::schema_check::SpannedTree;
use crate::schema_check::path::{Step, read};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A scenario with other values.
#[derive(Clone, Debug)]
pub struct Draft<'a> {
    base: &'a Scenario,
    changed: BTreeMap<Part, Value>,
    /// Places, messages and hints.
    faults: Vec<(String, String, String)>,
    has_other_ties: bool,
}

impl<'a> Draft<'a> {
    /// A scenario in which nothing is changed yet.
    #[must_use]
    pub const fn of(base: &'a Scenario) -> Self {
        Self { base, changed: BTreeMap::new(), faults: Vec::new(), has_other_ties: false }
    }

    /// Sets a value within the declared range, or within what the schema allows where no range is declared.
    pub fn set(&mut self, one: &Located, value: impl Into<Setting>) {
        self.put(one, value.into(), one.bounds(), false);
    }

    /// Sets a number within what the schema allows. It has no declared range any more, as it may leave it.
    pub fn set_beyond_range(&mut self, one: &Located, number: f64) {
        self.put(one, number.into(), one.limits, true);
    }

    /// The number that stands at a place by now.
    #[must_use]
    pub fn number(&self, one: &Located) -> Option<f64> {
        let Some(file) = self.changed.get(&one.part) else { return one.number() };
        let value = file.pointer(&pointer(one))?;
        value.get("value").unwrap_or(value).as_f64()
    }

    fn put(&mut self, one: &Located, value: Setting, bounds: [Option<f64>; 2], beyond: bool) {
        if let Some((message, hint)) = one.refuses_within(&value, bounds) {
            self.faults.push((one.place(), message, hint));
            return;
        }
        let value = match value {
            Setting::Number(number) if one.is_whole && number < 0.0 => json!(number as i64),
            Setting::Number(number) if one.is_whole => json!(number as u64),
            other => json!(other),
        };
        self.has_other_ties |= one.part == Part::Society && one.key.starts_with("ties[");
        let file = self.changed.entry(one.part.clone()).or_insert_with(|| written(&one.part, self.base));
        let pointer = pointer(one);
        match file.pointer_mut(&pointer) {
            Some(Value::Object(figure)) => {
                figure.insert("value".to_owned(), value);
                if beyond {
                    figure.remove("range");
                    figure.remove("scale");
                }
            }
            Some(place) => *place = value,
            // A switch that the file leaves as it is.
            None => {
                if let Some((around, key)) = pointer.split_once("/mechanisms/")
                    && let Some(table) = file.pointer_mut(around)
                {
                    table["mechanisms"][key] = value;
                }
            }
        }
    }

    /// The scenario; `path` is what its faults name as the file.
    ///
    /// # Errors
    /// Values that were refused; and everything in which the values do not fit each other, in the order of a
    /// written bundle.
    pub fn resolve(self, path: &str) -> Result<Scenario, LoadError> {
        let Self { base, changed, faults, has_other_ties } = self;
        let mut bundle = base.bundle();
        let tree = SpannedTree::textless(path);
        if !faults.is_empty() {
            let mut all = tree.faults();
            for (place, message, hint) in faults {
                all.add_at(0..0, place, message, Some(hint));
            }
            return Err(ordered(all, &json!(bundle)).into());
        }
        let has_changed =
            |name: &str| changed.keys().any(|part| part.regime().is_some_and(|one| one == name));
        let fed_by = |name: &str| {
            base.regimes.get(name).and_then(|file| file.feed.as_ref()).map(|feed| feed.regime.as_str())
        };
        let keeps =
            |name: &str| !has_other_ties && !has_changed(name) && !fed_by(name).is_some_and(has_changed);
        let known = Known {
            plan: (!changed.contains_key(&Part::Society)).then(|| base.plan.clone()),
            regimes: base
                .resolved
                .iter()
                .filter(|one| keeps(one.0))
                .map(|(name, one)| (name.clone(), one.clone()))
                .collect(),
        };
        let unread = |error: serde_json::Error| Faults::of_file(path, error.to_string(), None);
        for (part, file) in changed {
            match part {
                Part::Study => bundle.study = serde_json::from_value(file).map_err(unread)?,
                Part::Society => bundle.society = serde_json::from_value(file).map_err(unread)?,
                Part::Regime(name) => {
                    bundle.regimes.insert(name, serde_json::from_value(file).map_err(unread)?);
                }
            }
        }
        Ok(resolved(bundle, &tree, known).map_err(|faults| ordered(faults, &json!(base.bundle())))?)
    }
}

impl Scenario {
    /// The scenario with other values at these paths, resolved.
    ///
    /// # Errors
    /// A path that leads nowhere; a value that is not allowed there, or that does not fit the others.
    pub fn with(&self, changes: &[(&str, Setting)]) -> Result<Self, LoadError> {
        let mut draft = Draft::of(self);
        for (path, value) in changes {
            draft.set(&self.figure(path)?, value.clone());
        }
        draft.resolve(&format!("study {}", self.study.name))
    }
}

/// Where a figure stands in its file, as a JSON pointer.
fn pointer(one: &Located) -> String {
    let step = |step: &Step<'_>| match step {
        Step::Key(key) => format!("/{}", key.replace('~', "~0").replace('/', "~1")),
        Step::Item(index) => format!("/{index}"),
    };
    read(&one.key).unwrap_or_default().iter().map(step).collect()
}

/// Faults in the order in which their places stand in a written bundle.
fn ordered(mut faults: Faults, bundle: &Value) -> Faults {
    faults.faults.sort_by_cached_key(|fault| position(bundle, &fault.key));
    faults
}

/// Where a place stands in a bundle: at each step, numbers, words and lists come before tables.
fn position(bundle: &Value, place: &str) -> Vec<(bool, usize)> {
    let mut at = bundle;
    let mut position = Vec::new();
    for step in read(place).unwrap_or_default() {
        let next = match (&step, at) {
            (Step::Key(key), Value::Object(fields)) => {
                fields.keys().position(|one| one == key).map(|number| (number, &fields[key.as_ref()]))
            }
            (Step::Item(number), Value::Array(items)) => items.get(*number).map(|item| (*number, item)),
            _ => None,
        };
        let Some((number, inner)) = next else { break };
        let are_tables = |items: &Vec<Value>| !items.is_empty() && items.iter().all(Value::is_object);
        position.push((inner.is_object() || inner.as_array().is_some_and(are_tables), number));
        at = inner;
    }
    position
}
