//! Joined files: how many persons bear one name.

use crate::diagnostics::Diagnostics;
use crate::figure::Figure;
use demerit_society::watching::joined_files::JoinedFiles;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How files are joined: see `demerit_society::watching::joined_files`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct JoinedFilesFile {
    /// Persons who bear one name.
    #[schemars(range(min = 2.0, max = 64.0))]
    pub group: Figure,
}

/// Resolves it.
pub(in crate::society) fn resolve(file: &JoinedFilesFile, diagnostics: &mut Diagnostics<'_>) -> JoinedFiles {
    JoinedFiles { group: diagnostics.whole("joined_files.group", &file.group).max(0) as u32 }
}
