//! A society or a regime by itself; a regime with that of the company whose score feeds it.

use super::text::{self, Files, LoadError, Text};
use crate::catalogue::Kind;
use crate::faults::Faults;
use crate::faults::diagnostics::Diagnostics;
use crate::figures::{Part, sources_of};
use crate::regime::{self as regimes, RegimeFile};
use crate::schema_check::{self, Read};
use crate::society::{self as societies, SocietyFile};
use demerit_regime::{Regime, Tie};
use demerit_society::society::SocietyPlan;
use serde::Serialize;
use std::collections::BTreeMap;
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
        let plan = resolved_society(name, file, &mut diagnostics);
        (diagnostics.faults, plan)
    })?;
    Ok((file, plan))
}

/// Resolves a society, and checks that the sources of its figures exist.
pub(super) fn resolved_society(
    name: &str,
    file: &SocietyFile,
    diagnostics: &mut Diagnostics<'_>,
) -> SocietyPlan {
    check_sources(&Part::Society, file, diagnostics);
    societies::resolve(name, file, diagnostics)
}

/// Loads a regime by its name in the catalogue or by a path.
///
/// # Errors
/// All faults; a name that leads nowhere; a file that cannot be read.
pub fn regime(name_or_path: &str, files: &dyn Files) -> Result<(RegimeFile, Regime), LoadError> {
    one_regime(name_or_path, &text::text(Kind::Regime, name_or_path, Path::new(""), files)?, None, files)
}

/// A regime from its text.
pub(super) fn one_regime(
    name: &str,
    text: &Text,
    ties: Option<&[u32; Tie::COUNT]>,
    files: &dyn Files,
) -> Result<(RegimeFile, Regime), LoadError> {
    let read = schema_check::read::<RegimeFile>(&text.text, &text.path)?;
    let mut companies = BTreeMap::new();
    if let Some(feed) = feed_of(&read).filter(|feed| *feed != name)
        && let Ok(found) = text::text(Kind::Regime, feed, &text.folder, files)
    {
        // Another that is fed itself is refused below, so that this goes no deeper.
        let company = schema_check::read::<RegimeFile>(&found.text, &found.path)?;
        let (_, regime) = checked_regime(feed, company, ties, &companies)?;
        companies.extend(regime.map(|regime| (feed.to_owned(), regime)));
    }
    let (file, regime) = checked_regime(name, read, ties, &companies)?;
    let none = || Faults::of_file(&text.path, "this regime cannot be put together".to_owned(), None);
    Ok((file, regime.ok_or_else(none)?))
}

/// A regime that was read, checked.
pub(super) fn checked_regime(
    name: &str,
    read: Read<RegimeFile>,
    ties: Option<&[u32; Tie::COUNT]>,
    companies: &BTreeMap<String, Regime>,
) -> Result<(RegimeFile, Option<Regime>), Faults> {
    let (file, regime, _) = read.checked(|file, tree| {
        let mut diagnostics = Diagnostics::new(tree, "", &file.sources);
        let regime = resolved_regime(name, file, ties, companies, &mut diagnostics);
        (diagnostics.faults, regime)
    })?;
    Ok((file, regime))
}

/// Resolves a regime, and checks that the sources of its figures exist.
pub(super) fn resolved_regime(
    name: &str,
    file: &RegimeFile,
    ties: Option<&[u32; Tie::COUNT]>,
    companies: &BTreeMap<String, Regime>,
    diagnostics: &mut Diagnostics<'_>,
) -> Option<Regime> {
    check_sources(&Part::Regime(name.to_owned()), file, diagnostics);
    regimes::resolve(name, file, ties, companies, diagnostics)
}

/// The regime whose score feeds this one, where the file says it rightly.
pub(super) fn feed_of(read: &Read<RegimeFile>) -> Option<&str> {
    let mut feeds = read.values.iter().map(|file| file.feed.as_ref().map(|feed| feed.regime.as_str()));
    let first = feeds.next()??;
    feeds.all(|other| other == Some(first)).then_some(first)
}

/// Checks that the sources of figures exist. Figures that name none are assumptions and need none; what was
/// never a text has the sources of the files that it was made from.
fn check_sources(part: &Part, file: &impl Serialize, diagnostics: &mut Diagnostics<'_>) {
    if diagnostics.has_text() {
        for (key, source) in sources_of(part, file) {
            diagnostics.source(&format!("{key}.source"), &source);
        }
    }
}
