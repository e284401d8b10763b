//! What was found: inputs that once did harm, one a file, in `found/TARGET/`.

use crate::target::Target;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The folder of what was found.
#[must_use]
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("found")
}

/// Keeps an input; gives its path.
///
/// # Errors
/// It cannot be written.
pub fn keep(folder: &Path, target: &dyn Target, name: &str, input: &[u8]) -> io::Result<PathBuf> {
    let folder = folder.join(target.name());
    fs::create_dir_all(&folder)?;
    let path = folder.join(format!("{name}.{}", target.ending()));
    fs::write(&path, input).map(|()| path)
}

/// The inputs that are kept for a target, by name.
///
/// # Errors
/// The folder cannot be read.
pub fn kept(folder: &Path, target: &dyn Target) -> io::Result<Vec<(String, Vec<u8>)>> {
    let folder = folder.join(target.name());
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut all = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        all.push((name, fs::read(&path)?));
    }
    all.sort();
    Ok(all)
}

/// A smaller input that still does harm: pieces are left out, the larger first, as long as it does.
#[must_use]
pub fn shrunk(input: &[u8], mut tries: u32, does_harm: &mut dyn FnMut(&[u8]) -> bool) -> Vec<u8> {
    let mut least = input.to_vec();
    let mut piece = least.len().div_ceil(2);
    while piece > 0 && tries > 0 {
        let mut at = 0;
        while at < least.len() && tries > 0 {
            let without = [&least[..at], &least[least.len().min(at + piece)..]].concat();
            tries -= 1;
            if does_harm(&without) {
                least = without;
            } else {
                at += piece;
            }
        }
        piece = if piece == 1 { 0 } else { piece.div_ceil(2) };
    }
    least
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_no_harm_is_left_out() {
        let input: Vec<u8> = (0..=255).collect();
        let mut harm = |input: &[u8]| input.contains(&7) && input.contains(&200);
        assert_eq!(shrunk(&input, 10_000, &mut harm), [7, 200]);
        assert_eq!(shrunk(&input, 0, &mut harm), input);
        assert_eq!(shrunk(b"", 9, &mut |_| true), b"");
    }
}
