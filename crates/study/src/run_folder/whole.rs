//! A file is written beside its place and renamed, so that what has a name is whole.

use crate::error::FolderError;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::Path;

/// What ends the name of a file that is being written.
pub(super) const HALF: &str = ".partial";

/// Writes a file beside its place and renames it. Half a file that a killed program left there is written
/// anew; anything else of that name (a link, a pipe, a folder) is somebody's.
///
/// # Errors
/// Its folder cannot be written to; something of somebody else is in the way.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), FolderError> {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(HALF);
    let half = path.with_file_name(&name);
    let failed = |source| FolderError::io("write", path)(source);
    match fs::symlink_metadata(&half) {
        Ok(found) if found.is_file() && has_one_name(&found) => fs::remove_file(&half).map_err(failed)?,
        Ok(_) => {
            let folder = path.parent().unwrap_or(path).to_owned();
            return Err(FolderError::NotOurs { folder, found: name.to_string_lossy().into_owned() });
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(failed(error)),
    }
    let mut file = File::options().write(true).create_new(true).open(&half).map_err(failed)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    written.and_then(|()| fs::rename(&half, path)).map_err(|source| {
        let _ = fs::remove_file(&half);
        failed(source)
    })
}

/// Whether a file has no second name under which somebody else may hold it.
#[cfg(unix)]
fn has_one_name(file: &fs::Metadata) -> bool {
    std::os::unix::fs::MetadataExt::nlink(file) == 1
}

/// Whether a file has no second name; not told here.
#[cfg(not(unix))]
fn has_one_name(_: &fs::Metadata) -> bool {
    true
}

/// Holds a folder against others that write into it, where the system knows such a thing.
pub fn alone(folder: &Path) -> Option<File> {
    File::open(folder).ok().filter(|folder| folder.lock().is_ok())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn nothing_is_written_through_a_link_and_half_a_file_is_written_anew() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("mine"), "mine").unwrap();
        let (file, half) = (at("plan.json"), at(".plan.json.partial"));
        type Put<'a> = &'a dyn Fn();
        let in_the_way: [Put<'_>; 3] =
            [&|| symlink(at("mine"), &half).unwrap(), &|| fs::hard_link(at("mine"), &half).unwrap(), &|| {
                fs::create_dir(&half).unwrap()
            }];
        for put in in_the_way {
            put();
            assert!(matches!(write_whole(&file, b"plan"), Err(FolderError::NotOurs { .. })));
            assert!(fs::symlink_metadata(&half).is_ok() && !file.exists(), "it stays");
            fs::remove_file(&half).or_else(|_| fs::remove_dir(&half)).unwrap();
        }
        assert_eq!(fs::read(at("mine")).unwrap(), b"mine");
        fs::write(&half, "pl").unwrap();
        write_whole(&file, b"plan").unwrap();
        assert!(fs::read(&file).unwrap() == b"plan" && !half.exists());
    }
}
