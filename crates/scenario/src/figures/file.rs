//! A kind of file beside its schema, and everything in such a file that has a path.

use super::located::{Located, Part};
use super::tree::At;
use crate::regime::RegimeFile;
use crate::schema_check::schema_of;
use crate::society::SocietyFile;
use crate::study::StudyFile;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A kind of file: its schema, and the sources that it lists itself.
pub trait HasFigures: Serialize {
    /// The schema, made once.
    fn schema() -> &'static Value;

    /// The sources beyond the list of facts.
    fn sources(&self) -> &BTreeMap<String, String>;
}

pub(crate) static NO_SOURCES: BTreeMap<String, String> = BTreeMap::new();

impl HasFigures for StudyFile {
    fn schema() -> &'static Value {
        static SCHEMA: LazyLock<Value> = LazyLock::new(schema_of::<StudyFile>);
        &SCHEMA
    }

    fn sources(&self) -> &BTreeMap<String, String> {
        &NO_SOURCES
    }
}

impl HasFigures for SocietyFile {
    fn schema() -> &'static Value {
        static SCHEMA: LazyLock<Value> = LazyLock::new(schema_of::<SocietyFile>);
        &SCHEMA
    }

    fn sources(&self) -> &BTreeMap<String, String> {
        &self.sources
    }
}

impl HasFigures for RegimeFile {
    fn schema() -> &'static Value {
        static SCHEMA: LazyLock<Value> = LazyLock::new(schema_of::<RegimeFile>);
        &SCHEMA
    }

    fn sources(&self) -> &BTreeMap<String, String> {
        &self.sources
    }
}

/// Everything in a file that has a path, in the order of its keys; `name` is what the file is called.
#[must_use]
pub fn of_file<T: HasFigures>(part: &Part, name: &str, file: &T) -> Vec<Located> {
    let written = serde_json::to_value(file).unwrap_or_default();
    At::top(T::schema(), &written).all(&mut |at| at.located(part, name, file.sources()))
}
