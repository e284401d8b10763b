//! A society by itself.

use super::error::LoadError;
use super::sources::check_sources;
use super::text::{self, Files, Text};
use crate::catalogue::Kind;
use crate::diagnostics::Diagnostics;
use crate::faults::Faults;
use crate::schema_check;
use crate::society::{self as societies, SocietyFile};
use demerit_society::society::SocietyPlan;
use std::path::Path;

/// Loads a society by its name in the catalogue or by a path.
///
/// # Errors
/// All faults; a name that leads nowhere; a file that cannot be read.
pub fn society(name_or_path: &str, files: &dyn Files) -> Result<(SocietyFile, SocietyPlan), LoadError> {
    let text = text::text(Kind::Society, name_or_path, Path::new(""), files)?;
    Ok(one_society(name_or_path, &text)?)
}

/// A society from its text.
pub(super) fn one_society(name: &str, text: &Text) -> Result<(SocietyFile, SocietyPlan), Faults> {
    let read = schema_check::read::<SocietyFile>(&text.text, &text.path)?;
    let (file, plan, _) = read.checked(|file, tree| {
        let mut diagnostics = Diagnostics::new(tree, "", &file.sources);
        let plan = resolve(name, file, &mut diagnostics);
        (diagnostics.faults, plan)
    })?;
    Ok((file, plan))
}

/// Resolves a society, and checks that the sources of its figures exist.
pub(super) fn resolve(name: &str, file: &SocietyFile, diagnostics: &mut Diagnostics<'_>) -> SocietyPlan {
    check_sources(file, diagnostics);
    societies::resolve(name, file, diagnostics)
}
