//! A difference between the two, and how it is told.

use demerit_society::Tally;
use std::fmt::{Debug, Display, Formatter};

/// Where the two differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The tick after which they do.
    pub tick: u32,
    /// About whom, or what.
    pub of: String,
    /// The field.
    pub field: &'static str,
    /// What the reference has.
    pub reference: String,
    /// What the engine has.
    pub engine: String,
}

impl Display for Difference {
    fn fmt(&self, to: &mut Formatter<'_>) -> std::fmt::Result {
        let Self { tick, of, field, reference, engine } = self;
        write!(to, "tick {tick}, {of}, {field}: reference {reference}, engine {engine}")
    }
}

/// One field after the other, as text.
#[derive(Default)]
pub(crate) struct Fields(pub(crate) Vec<(&'static str, String, String)>);

impl Fields {
    pub(crate) fn add<T: Debug + PartialEq>(&mut self, field: &'static str, reference: T, engine: T) {
        if reference != engine {
            self.0.push((field, format!("{reference:?}"), format!("{engine:?}")));
        }
    }
}

/// The lines of two tallies that differ, the reference's first; each with the place among the lines.
pub fn tallies_differ(reference: &Tally, engine: &Tally) -> Vec<String> {
    if reference == engine {
        return Vec::new();
    }
    let lines = |tally: &Tally| format!("{tally:#?}").lines().map(str::to_owned).collect::<Vec<_>>();
    let (one, other) = (lines(reference), lines(engine));
    let mut counter = String::new();
    let mut all = Vec::new();
    for (one, other) in one.into_iter().zip(other) {
        if let Some((name, _)) = one.split_once(": ") {
            name.trim().clone_into(&mut counter);
        }
        if one != other {
            all.push(format!("{counter}: reference {}, engine {}", one.trim(), other.trim()));
        }
    }
    all
}
