//! Files from outside: opened only where they are files of a size that is meant to be read.
//!
//! Model. A path may lead to a folder, to a pipe that nobody writes to, or to a device that never ends. So a
//! file is opened without waiting, asked what it is, and read only if it is a regular file of at most so many
//! bytes. What is asked is the file that was opened, and not the path, which may lead elsewhere a moment
//! later.
//!
//! Leaves out: pipes that somebody does write to; save what they hold into a file first.

use demerit_scenario::load::Files;
use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::path::Path;

/// The files of this machine, for scenarios that name some.
#[derive(Clone, Copy, Debug)]
pub struct Disk;

impl Files for Disk {
    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        read(path, most)
    }
}

/// The largest manifest or plan that is read, in bytes: 64 MiB.
pub const LARGEST_JSON: u64 = 64 << 20;
/// The largest table that is read, in bytes: 16 GiB.
pub const LARGEST_TABLE: u64 = 16 << 30;

/// Opens a file for reading; gives its bytes besides.
pub fn open(path: &Path) -> io::Result<(File, u64)> {
    regular(without_waiting(File::options().read(true)).open(path)?)
}

/// Lets a pipe whose other end nobody holds be opened or refused at once.
pub fn without_waiting(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(
        options,
        rustix::fs::OFlags::NONBLOCK.bits().cast_signed(),
    );
    options
}

/// The file and its bytes, if it is a regular file.
fn regular(file: File) -> io::Result<(File, u64)> {
    let found = file.metadata()?;
    if found.is_file() {
        return Ok((file, found.len()));
    }
    let what = if found.is_dir() { "a folder" } else { "a pipe or a device" };
    Err(io::Error::new(io::ErrorKind::InvalidInput, format!("it is {what}, not a file")))
}

/// Reads a file of at most so many bytes; a larger one is an error of the kind
/// [`io::ErrorKind::FileTooLarge`].
pub fn read(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let (file, size) = open(path)?;
    fits(size, most)?;
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(size as usize)?;
    // It may have grown since.
    let mut file = file.take(most.saturating_add(1));
    file.read_to_end(&mut bytes)?;
    fits(bytes.len() as u64, most)?;
    Ok(bytes)
}

fn fits(size: u64, most: u64) -> io::Result<()> {
    if size <= most {
        return Ok(());
    }
    let message = format!("the file holds {size} bytes; at most {most} are read");
    Err(io::Error::new(io::ErrorKind::FileTooLarge, message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_up_to_its_limit() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        std::fs::write(&path, b"12345").unwrap();
        assert_eq!(read(&path, 5).unwrap(), b"12345");
        let told = read(&path, 4).unwrap_err();
        assert_eq!(told.kind(), io::ErrorKind::FileTooLarge);
        assert_eq!(told.to_string(), "the file holds 5 bytes; at most 4 are read");
        std::fs::write(&path, b"").unwrap();
        assert_eq!(read(&path, 0).unwrap(), b"");
        assert_eq!(read(&folder.path().join("b"), 9).unwrap_err().kind(), io::ErrorKind::NotFound);
    }

    #[test]
    fn a_folder_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(read(folder.path(), 9).unwrap_err().to_string(), "it is a folder, not a file");
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_not_read() {
        for path in ["/dev/zero", "/dev/null"] {
            let told = read(Path::new(path), 9).unwrap_err().to_string();
            assert_eq!(told, "it is a pipe or a device, not a file");
        }
    }
}
