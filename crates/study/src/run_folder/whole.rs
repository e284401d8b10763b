//! A file is written beside its place and renamed, so that what has a name is whole.

use crate::error::FolderError;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

/// What ends the name of a file that is being written.
pub(super) const HALF: &str = ".partial";

/// Writes a file beside its place and renames it.
///
/// # Errors
/// Its folder cannot be written to.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), FolderError> {
    let mut half = OsString::from(".");
    half.push(path.file_name().unwrap_or_default());
    half.push(HALF);
    let half = path.with_file_name(half);
    let written = || {
        let mut file = File::create(&half)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&half, path)
    };
    written().map_err(|source| {
        let _ = fs::remove_file(&half);
        FolderError::io("write", path)(source)
    })
}

/// Holds a folder against others that write into it, where the system knows such a thing.
pub fn alone(folder: &Path) -> Option<File> {
    File::open(folder).ok().filter(|folder| folder.lock().is_ok())
}
