//! Why something could not be loaded.

use crate::catalogue::Kind;
use crate::faults::Faults;
use std::path::PathBuf;
use thiserror::Error;

/// Why something could not be loaded. All of these are problems of the input.
#[derive(Debug, Error)]
pub enum LoadError {
    /// Faults in files.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Faults(Vec<Faults>),
    /// A name that is neither in the catalogue nor a file.
    #[error("there is no {kind} `{name}` in the catalogue, and no such file")]
    Unknown {
        /// What was looked for.
        kind: Kind,
        /// Its name.
        name: String,
        /// What may have been meant.
        hint: Option<String>,
    },
    /// A file that cannot be read.
    #[error("cannot read {}: {source}", path.display())]
    Io {
        /// Its path.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
}

impl From<Faults> for LoadError {
    fn from(faults: Faults) -> Self {
        Self::Faults(vec![faults])
    }
}
