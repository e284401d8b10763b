//! Room on the disk, asked for before a checkpoint is written.

use std::path::Path;

/// Bytes that the disk of a folder has free; `None` where the system does not tell.
#[cfg(unix)]
pub(crate) fn free(folder: &Path) -> Option<u64> {
    let told = rustix::fs::statvfs(folder).ok()?;
    told.f_bavail.checked_mul(told.f_frsize)
}

/// Bytes that the disk of a folder has free; not told here.
#[cfg(not(unix))]
pub(crate) fn free(_: &Path) -> Option<u64> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_has_room_and_what_is_not_there_has_none() {
        let folder = tempfile::tempdir().unwrap();
        if cfg!(unix) {
            assert!(free(folder.path()).is_some_and(|bytes| bytes > 0));
        }
        assert_eq!(free(&folder.path().join("none")), None);
    }
}
