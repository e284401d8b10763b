//! The files of an office: how exact they are.

use crate::figure::Figure;
use demerit_society::watching::office_file::OfficeFile;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What an office's files are like: see `demerit_society::watching::office_file`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OfficeFileFile {
    /// Share of those in farming, services or without work whose income comes and goes.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub uneven: Figure,
    /// Share of persons who have somebody else's file.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub mixed_up: Figure,
}

/// Resolves what the files are like.
pub(in crate::society) fn resolve(file: &OfficeFileFile) -> OfficeFile {
    OfficeFile { uneven: file.uneven.chance(), mixed_up: file.mixed_up.chance() }
}
