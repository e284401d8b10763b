//! Where things stand: the repository's root, and the files below a folder.

use crate::outcome::Outcome;
use std::path::{Path, PathBuf};

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    let own = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    own.ancestors().nth(2).map_or(own.clone(), Path::to_path_buf)
}

/// The text of a file.
pub(crate) fn read(path: &Path) -> Outcome<String> {
    std::fs::read_to_string(path).map_err(|fault| format!("cannot read {}: {fault}", path.display()))
}

/// Writes a text into a file.
pub(crate) fn write(path: &Path, text: &str) -> Outcome<()> {
    std::fs::write(path, text).map_err(|fault| format!("cannot write {}: {fault}", path.display()))
}

/// All files under `folder` whose name ends in `.extension`, sorted by path.
pub(crate) fn files_under(folder: &Path, extension: &str) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        let entries =
            std::fs::read_dir(&next).map_err(|fault| format!("cannot read {}: {fault}", next.display()))?;
        for entry in entries {
            let path = entry.map_err(|fault| format!("cannot read {}: {fault}", next.display()))?.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|end| end == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}
