//! What people can do against a sanction. Each table is a mechanism; the office that hears appeals is the
//! regime's.

mod correction;
mod filing;

pub use correction::CorrectionFile;
pub use filing::FilingFile;

use crate::diagnostics::Diagnostics;
use demerit_society::remedies::Remedies;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Remedies against a sanction.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RemediesFile {
    /// Who appeals; without it nobody does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filing: Option<FilingFile>,
    /// How far a correction reaches; without it there is one file only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<CorrectionFile>,
}

/// Resolves what people can do against a sanction.
pub(super) fn resolve(file: Option<&RemediesFile>, diagnostics: &mut Diagnostics<'_>) -> Remedies {
    let Some(file) = file else { return Remedies::default() };
    Remedies {
        filing: file.filing.as_ref().map(filing::resolve),
        correction: file.correction.as_ref().map(|one| correction::resolve(one, diagnostics)),
    }
}
