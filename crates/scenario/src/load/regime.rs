//! A regime by itself, with the regime of the company whose score feeds it.

use super::LoadError;
use super::text::{self, Files, Text};
use crate::catalogue::Kind;
use crate::faults::Faults;
use crate::resolve::{self, Pen};
use crate::walk;
use crate::written::RegimeFile;
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
    let read = walk::read::<RegimeFile>(&text.text, &text.path)?;
    let mut companies = BTreeMap::new();
    if let Some(feed) = feed_of(&read).filter(|feed| *feed != name)
        && let Ok(found) = text::text(Kind::Regime, feed, &text.folder, files)
    {
        // Another that is fed itself is refused below, so that this goes no deeper.
        let (_, regime, _) = walk::read::<RegimeFile>(&found.text, &found.path)?.checked(|file, tree| {
            let mut pen = Pen::new(tree, "", &file.sources);
            let regime = resolve::regime(feed, file, ties, &companies, &mut pen);
            (pen.faults, regime)
        })?;
        companies.extend(regime.map(|regime| (feed.to_owned(), regime)));
    }
    let (file, regime, _) = read.checked(|file, tree| {
        let mut pen = Pen::new(tree, "", &file.sources);
        let regime = resolve::regime(name, file, ties, &companies, &mut pen);
        (pen.faults, regime)
    })?;
    let none = || Faults::of_file(&text.path, "this regime cannot be put together".to_owned(), None);
    Ok((file, regime.ok_or_else(none)?))
}

/// The regime whose score feeds this one, where the file says it rightly.
pub(super) fn feed_of(read: &walk::Read<RegimeFile>) -> Option<&str> {
    let mut feeds = read.values.iter().map(|file| file.feed.as_ref().map(|feed| feed.regime.as_str()));
    let first = feeds.next()??;
    feeds.all(|other| other == Some(first)).then_some(first)
}
