//! A kind of file beside its schema, and everything in such a file that has a path.

use super::located::{Located, Part};
use super::tree::At;
use crate::catalogue::Kind;
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
    /// What kind of file it is.
    const KIND: Kind;

    /// The sources beyond the list of facts.
    fn sources(&self) -> &BTreeMap<String, String> {
        &NO_SOURCES
    }
}

pub(crate) static NO_SOURCES: BTreeMap<String, String> = BTreeMap::new();

impl HasFigures for StudyFile {
    const KIND: Kind = Kind::Study;
}

impl HasFigures for SocietyFile {
    const KIND: Kind = Kind::Society;

    fn sources(&self) -> &BTreeMap<String, String> {
        &self.sources
    }
}

impl HasFigures for RegimeFile {
    const KIND: Kind = Kind::Regime;

    fn sources(&self) -> &BTreeMap<String, String> {
        &self.sources
    }
}

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

/// Everything in a file that has a path, in the order of its keys; `name` is what the file is called.
#[must_use]
pub fn of_file<T: HasFigures>(part: &Part, name: &str, file: &T) -> Vec<Located> {
    let written = serde_json::to_value(file).unwrap_or_default();
    At::top(schema(T::KIND), &written).all(&mut |at| at.located(part, name, file.sources()))
}
