//! A regime by itself, with the regime of the company whose score feeds it.

use super::error::LoadError;
use super::sources::check_sources;
use super::text::{self, Files, Text};
use crate::catalogue::Kind;
use crate::diagnostics::Diagnostics;
use crate::faults::Faults;
use crate::regime::{self as regimes, RegimeFile};
use crate::schema_check;
use demerit_regime::{Regime, Tie};
use std::collections::BTreeMap;
use std::path::Path;

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
        let (_, regime) = resolved(feed, company, ties, &companies)?;
        companies.extend(regime.map(|regime| (feed.to_owned(), regime)));
    }
    let (file, regime) = resolved(name, read, ties, &companies)?;
    let none = || Faults::of_file(&text.path, "this regime cannot be put together".to_owned(), None);
    Ok((file, regime.ok_or_else(none)?))
}

/// A regime that was read, resolved.
pub(super) fn resolved(
    name: &str,
    read: schema_check::Read<RegimeFile>,
    ties: Option<&[u32; Tie::COUNT]>,
    companies: &BTreeMap<String, Regime>,
) -> Result<(RegimeFile, Option<Regime>), Faults> {
    let (file, regime, _) = read.checked(|file, tree| {
        let mut diagnostics = Diagnostics::new(tree, "", &file.sources);
        let regime = resolve(name, file, ties, companies, &mut diagnostics);
        (diagnostics.faults, regime)
    })?;
    Ok((file, regime))
}

/// Resolves a regime, and checks that the sources of its figures exist.
pub(super) fn resolve(
    name: &str,
    file: &RegimeFile,
    ties: Option<&[u32; Tie::COUNT]>,
    companies: &BTreeMap<String, Regime>,
    diagnostics: &mut Diagnostics<'_>,
) -> Option<Regime> {
    check_sources(file, diagnostics);
    regimes::resolve(name, file, ties, companies, diagnostics)
}

/// The regime whose score feeds this one, where the file says it rightly.
pub(super) fn feed_of(read: &schema_check::Read<RegimeFile>) -> Option<&str> {
    let mut feeds = read.values.iter().map(|file| file.feed.as_ref().map(|feed| feed.regime.as_str()));
    let first = feeds.next()??;
    feeds.all(|other| other == Some(first)).then_some(first)
}
