//! The check of a scenario file: its text is held against the JSON schema of its type, and all its faults are
//! gathered at once, each at its line and column.
//!
//! 1. The text is measured: at most [`LARGEST_TEXT`] bytes and [`DEEPEST_NESTING`] levels (`depth.rs`).
//! 2. It is parsed as TOML with the place of every key and value; faults of the syntax end the check here,
//!    but for keys that are given twice (`syntax.rs`).
//! 3. The tree is held against the schema of the type (`checker.rs`): unknown and missing keys, wrong types,
//!    numbers out of range, unknown words, lists and texts of the wrong length, ranges that miss their value.
//! 4. `serde` has the final word: what the schema cannot say, the type's own reading of the file still
//!    refuses.
//!
//! What comes back beside the value is the [`SpannedTree`], so that checks across fields can add their faults
//! at the right place:
//!
//! ```text
//! let (regime, tree) = check::<Regime>(text, path)?;
//! let mut faults = tree.faults();
//! if !tiers.contains(&regime.gates[2].tier) {
//!     tree.fault(&mut faults, "gates[2].tier", "no such tier", did_you_mean(&regime.gates[2].tier, tiers));
//! }
//! faults.or(regime)
//! ```
//!
//! The schema is the one that `schemars` derives from the type. The check is stricter than `serde` in two
//! points: a table with named keys takes no others, unless its schema says so, and it cannot be written as a
//! list of its values.
//!
//! A file with faults is read in two ways, with one thing or another in the place of what is wrong, so that
//! checks across fields can go on ([`read`]); what they say of both is a fault too.
//!
//! It leaves out `serde(alias)`, which a derived schema does not show, every form of a text but that of a
//! name, and whatever a schema can say beyond the keywords that ours have (`schema.rs`).

mod checker;
mod depth;
mod names;
mod number;
pub(crate) mod path;
pub(crate) mod schema;
mod suggest;
mod syntax;
mod tree;
mod words;

pub use depth::DEEPEST_NESTING;
pub(crate) use suggest::Guess;
pub use suggest::{NoSuch, did_you_mean, meant};
pub use tree::SpannedTree;

use std::sync::Arc;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use serde::de::DeserializeOwned;
use serde_json::Value;
use toml::de::ValueDeserializer;

use checker::{Substitute, hold};
use schema::Schema;

use crate::faults::Faults;
use crate::figure::spread_bounds;

/// The largest text that is read, in bytes: 1 MiB.
pub const LARGEST_TEXT: usize = 1 << 20;

/// The JSON schema of a type as editors and the check use it.
#[must_use]
pub fn schema_of<T: JsonSchema>() -> Value {
    let schema = SchemaSettings::draft2020_12()
        .with_transform(RecursiveTransform(spread_bounds))
        .into_generator()
        .into_root_schema_for::<T>()
        .to_value();
    debug_assert_eq!(schema::unread(&schema), None, "the check does not hold a file to this");
    schema
}

/// What could be read of a text.
#[derive(Debug)]
pub struct Read<T> {
    /// Where everything stands.
    pub tree: SpannedTree,
    /// What is wrong with its keys and values.
    pub faults: Faults,
    /// The value, or, where something is wrong, two values with something else in its place in each.
    pub values: Vec<T>,
}

impl<T> Read<T> {
    /// The value and what a further check made of it, if neither found anything wrong; otherwise everything
    /// that is wrong.
    ///
    /// # Errors
    /// The faults of the file, and those that the further check finds whatever stands in the place of what is
    /// wrong already.
    pub fn checked<R>(
        mut self,
        check: impl FnMut(&T, &SpannedTree) -> (Faults, R),
    ) -> Result<(T, R, SpannedTree), Faults> {
        let mut check = check;
        let (told, found): (Vec<Faults>, Vec<R>) =
            self.values.iter().map(|value| check(value, &self.tree)).unzip();
        self.faults.further(told);
        match (self.values.into_iter().next(), found.into_iter().next()) {
            (Some(value), Some(found)) => self.faults.or((value, found, self.tree)),
            _ => Err(self.faults),
        }
    }
}

/// Reads a text as a `T`, or says everything that is wrong with it. `path` is what the faults name as the
/// file.
///
/// # Errors
/// All faults that were found, in the order of their places.
pub fn check<T: JsonSchema + DeserializeOwned>(text: &str, path: &str) -> Result<(T, SpannedTree), Faults> {
    let read = read::<T>(text, path)?;
    let (value, (), tree) = read.checked(|_, tree| (tree.faults(), ()))?;
    Ok((value, tree))
}

/// Reads a text as a `T` as far as it can be read, so that it can be checked further even where something is
/// wrong.
///
/// # Errors
/// All faults that were found, where they leave nothing to check further.
pub fn read<T: JsonSchema + DeserializeOwned>(text: &str, path: &str) -> Result<Read<T>, Faults> {
    if text.len() > LARGEST_TEXT {
        let message = format!("the file holds {} bytes; at most {LARGEST_TEXT} are read", text.len());
        return Err(Faults::of_file(path, message, None));
    }
    let text: Arc<str> = Arc::from(text);
    let mut faults = Faults::new(path, Arc::clone(&text));
    if let Some(offset) = depth::too_deep(&text, DEEPEST_NESTING) {
        let message = format!("nested too deeply: at most {DEEPEST_NESTING} levels are read");
        faults.add_at(offset..offset + 1, String::new(), message, None);
        return Err(faults);
    }
    let Some(root) = syntax::read(&text, &mut faults) else {
        return Err(faults);
    };
    let schema = schema_of::<T>();
    let low = hold(Schema::of(&schema), &root, Substitute::Low, &mut faults);
    let tree = SpannedTree::new(path, Arc::clone(&text), &root);
    if !faults.is_empty() {
        let high =
            hold(Schema::of(&schema), &root, Substitute::High, &mut Faults::new(path, Arc::clone(&text)));
        let values: Result<Vec<T>, _> = [low, high].into_iter().map(T::deserialize).collect();
        return match values {
            Ok(values) => Ok(Read { tree, faults, values }),
            Err(_) => Err(faults),
        };
    }
    match T::deserialize(ValueDeserializer::from(root)) {
        Ok(value) => Ok(Read { tree, faults, values: vec![value] }),
        Err(error) => {
            let span = error.span().unwrap_or_default();
            let path = tree.path_at(&span);
            faults.add_at(span, path, error.message().trim_end().to_owned(), None);
            Err(faults)
        }
    }
}
