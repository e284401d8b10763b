//! A regime by itself, with the regime of the company whose score feeds it.

use super::LoadError;
use super::text::{self, Text};
use crate::catalogue::Kind;
use crate::faults::Faults;
use crate::resolve::{self, Pen};
use crate::walk;
use crate::written::RegimeFile;
use demerit_regime::{Regime, Tie};
use std::collections::BTreeMap;

/// Loads a regime by its name in the catalogue or by a path.
///
/// # Errors
/// All faults; a name that leads nowhere; a file that cannot be read.
pub fn regime(name_or_path: &str) -> Result<(RegimeFile, Regime), LoadError> {
    one_regime(name_or_path, &text::text(Kind::Regime, name_or_path, None)?, None)
}

/// A regime from its text.
pub(super) fn one_regime(
    name: &str,
    text: &Text,
    ties: Option<&[u32; Tie::COUNT]>,
) -> Result<(RegimeFile, Regime), LoadError> {
    let (file, tree) = walk::check::<RegimeFile>(&text.text, &text.path)?;
    let mut companies = BTreeMap::new();
    if let Some(feed) = &file.feed
        && feed.regime != name
        && let Ok(found) = text::text(Kind::Regime, &feed.regime, text.folder.as_deref())
    {
        // Another that is fed itself is refused below, so that this goes no deeper.
        let (company, tree) = walk::check::<RegimeFile>(&found.text, &found.path)?;
        let mut pen = Pen::new(&tree, "", &company.sources);
        let regime = resolve::regime(&feed.regime, &company, ties, &companies, &mut pen);
        companies.extend(pen.faults.or(regime)?.map(|regime| (feed.regime.clone(), regime)));
    }
    let mut pen = Pen::new(&tree, "", &file.sources);
    let regime = resolve::regime(name, &file, ties, &companies, &mut pen);
    let regime = pen.faults.or(regime)?;
    let none = || Faults::of_file(&text.path, "this regime cannot be put together".to_owned(), None);
    Ok((file, regime.ok_or_else(none)?))
}
