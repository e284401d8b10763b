//! The places of a file: where each of its tables, lists and values stands in the text.
//!
//! The tree keeps, for every key, the bytes of the key and of its value. A table that has a header stands at its
//! header; an inline table at its braces; a table that only dotted keys speak of at the key. Checks across fields
//! look their places up by name, such as `gates[2].refuse[0]`.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::place::{self, Step};
use crate::faults::Faults;

/// Where everything stands in a file that was accepted.
#[derive(Clone, Debug)]
pub struct SpannedTree {
    path: String,
    text: Arc<str>,
    root: Node,
}

/// A value of the file: where it stands, where its key stands, and what is inside it.
#[derive(Clone, Debug)]
struct Node {
    span: Range<usize>,
    key: Option<Range<usize>>,
    inside: Inside,
}

#[derive(Clone, Debug)]
enum Inside {
    Nothing,
    Items(Vec<Node>),
    Keys(BTreeMap<String, Node>),
}

impl SpannedTree {
    pub(super) fn new(path: &str, text: Arc<str>, root: &Spanned<DeValue<'_>>) -> Self {
        let root = Node { span: root.span(), key: None, inside: inside_value(root.get_ref()) };
        Self { path: path.to_owned(), text, root }
    }

    /// The tree of what was never a text: all of it stands at the top.
    pub(crate) fn textless(path: &str) -> Self {
        let root = Node { span: 0..0, key: None, inside: Inside::Nothing };
        Self { path: path.to_owned(), text: Arc::from(""), root }
    }

    /// The path of the file, as the user named it.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The text of the file.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Adds a fault at a place such as `gates[2].refuse[0]`. Where the file has no such place (a key that was left
    /// out), the fault points at the nearest table around it.
    pub fn fault(&self, faults: &mut Faults, place: &str, message: impl Into<String>, hint: Option<String>) {
        faults.add_at(self.nearest_span(place), place.to_owned(), message.into(), hint);
    }

    /// No faults yet, for this file.
    #[must_use]
    pub fn faults(&self) -> Faults {
        Faults::new(&self.path, Arc::clone(&self.text))
    }

    /// The bytes of the value at a place such as `gates[2].refuse[0]`; `None` if the file has no such place.
    #[must_use]
    pub fn span_of(&self, place: &str) -> Option<Range<usize>> {
        let (node, left) = self.descend(place)?;
        (left == 0).then(|| node.span.clone())
    }

    /// The bytes of the key at a place such as `gates[2].refuse`; `None` for items of a list.
    #[must_use]
    pub fn key_span_of(&self, place: &str) -> Option<Range<usize>> {
        let (node, left) = self.descend(place)?;
        if left == 0 { node.key.clone() } else { None }
    }

    /// The bytes of the value at a place, or else of the nearest table or list around it; at worst the top of the
    /// file.
    #[must_use]
    pub fn nearest_span(&self, place: &str) -> Range<usize> {
        self.descend(place).map_or(0..0, |(node, _)| node.span.clone())
    }

    /// The node that is nearest to a place, and how many steps are missing to it.
    fn descend(&self, place: &str) -> Option<(&Node, usize)> {
        let steps = place::read(place)?;
        let mut node = &self.root;
        for (taken, step) in steps.iter().enumerate() {
            let next = match (step, &node.inside) {
                (Step::Key(key), Inside::Keys(keys)) => keys.get(key.as_ref()),
                (Step::Item(item), Inside::Items(items)) => items.get(*item),
                _ => None,
            };
            match next {
                Some(next) => node = next,
                None => return Some((node, steps.len() - taken)),
            }
        }
        Some((node, 0))
    }

    /// The written place of the innermost value or key that stands at these bytes; empty where there is none.
    pub(super) fn place_at(&self, span: &Range<usize>) -> String {
        let mut steps = Vec::new();
        find(&self.root, span, &mut steps);
        place::written(&steps)
    }
}

/// Looks for the bytes in the node's inside; leaves the steps to them behind, or none if they are not there.
fn find<'t>(node: &'t Node, span: &Range<usize>, steps: &mut Vec<Step<'t>>) -> bool {
    let mut step_into = |step: Step<'t>, inner: &'t Node| {
        steps.push(step);
        let found = find(inner, span, steps) || inner.span == *span || inner.key.as_ref() == Some(span);
        if !found {
            steps.pop();
        }
        found
    };
    match &node.inside {
        Inside::Nothing => false,
        Inside::Items(items) => {
            items.iter().enumerate().any(|(item, inner)| step_into(Step::Item(item), inner))
        }
        Inside::Keys(keys) => {
            keys.iter().any(|(key, inner)| step_into(Step::Key(key.as_str().into()), inner))
        }
    }
}

fn inside_table(table: &DeTable<'_>) -> Inside {
    let entries = table.iter().map(|(key, value)| {
        let inner = Node { span: value.span(), key: Some(key.span()), inside: inside_value(value.get_ref()) };
        (key.get_ref().to_string(), inner)
    });
    Inside::Keys(entries.collect())
}

fn inside_value(value: &DeValue<'_>) -> Inside {
    match value {
        DeValue::Table(table) => inside_table(table),
        DeValue::Array(items) => {
            let nodes = items.iter().map(|item| Node {
                span: item.span(),
                key: None,
                inside: inside_value(item.get_ref()),
            });
            Inside::Items(nodes.collect())
        }
        _ => Inside::Nothing,
    }
}
