//! The paths of a file: where each of its tables, lists and values stands in the text.
//!
//! A table that has a header stands at its header; an inline table at its braces; a table that only dotted
//! keys speak of at the key. Checks across fields look their places up by path, such as `gates[2].refuse[0]`.

use super::path::{self, Step};
use crate::faults::Faults;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;
use toml::Spanned;
use toml::de::DeValue;

/// Where everything stands in a file.
#[derive(Clone, Debug)]
pub struct SpannedTree {
    path: String,
    text: Arc<str>,
    root: Node,
}

/// A value of the file: where it stands, where its key stands (for an item of a list, the same), and what is
/// inside it.
#[derive(Clone, Debug)]
struct Node {
    span: Range<usize>,
    key: Range<usize>,
    inside: BTreeMap<Step<'static>, Node>,
}

impl Node {
    fn new(key: Range<usize>, value: &Spanned<DeValue<'_>>) -> Self {
        let inside = match value.get_ref() {
            DeValue::Table(table) => {
                let step = |key: &str| Step::Key(key.to_owned().into());
                table.iter().map(|(key, inner)| (step(key.get_ref()), Self::new(key.span(), inner))).collect()
            }
            DeValue::Array(items) => {
                let items = items.iter().enumerate();
                items.map(|(index, inner)| (Step::Item(index), Self::new(inner.span(), inner))).collect()
            }
            _ => BTreeMap::new(),
        };
        Self { span: value.span(), key, inside }
    }

    /// Looks for these bytes in the inside; leaves the steps to them behind, or none if they are not there.
    fn find<'t>(&'t self, span: &Range<usize>, steps: &mut Vec<Step<'t>>) -> bool {
        self.inside.iter().any(|(step, inner)| {
            steps.push(step.clone());
            let is_found = inner.find(span, steps) || inner.span == *span || inner.key == *span;
            if !is_found {
                steps.pop();
            }
            is_found
        })
    }
}

impl SpannedTree {
    pub(super) fn new(path: &str, text: Arc<str>, root: &Spanned<DeValue<'_>>) -> Self {
        Self { path: path.to_owned(), text, root: Node::new(root.span(), root) }
    }

    /// The tree of what was never a text: all of it stands at the top.
    pub(crate) fn textless(path: &str) -> Self {
        let root = Node { span: 0..0, key: 0..0, inside: BTreeMap::new() };
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

    /// Adds a fault at a path such as `gates[2].refuse[0]`. Where the file has no such path (a key that was
    /// left out), the fault points at the nearest table around it, at worst at the top of the file.
    pub fn fault(&self, faults: &mut Faults, path: &str, message: impl Into<String>, hint: Option<String>) {
        faults.add_at(self.nearest_span(path), path.to_owned(), message.into(), hint);
    }

    /// No faults yet, for this file.
    #[must_use]
    pub fn faults(&self) -> Faults {
        Faults::new(&self.path, Arc::clone(&self.text))
    }

    fn nearest_span(&self, path: &str) -> Range<usize> {
        let Some(steps) = path::read(path) else { return 0..0 };
        let mut nearest = &self.root;
        for step in &steps {
            let Some(next) = nearest.inside.get(step) else { break };
            nearest = next;
        }
        nearest.span.clone()
    }

    /// The written path of the innermost value or key that stands at these bytes; empty where there is none.
    pub(super) fn path_at(&self, span: &Range<usize>) -> String {
        let mut steps = Vec::new();
        self.root.find(span, &mut steps);
        path::written(&steps)
    }
}
