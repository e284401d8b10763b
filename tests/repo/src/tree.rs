//! The files of the repository, without what is built or downloaded; of those that are no text, the paths
//! alone.

use std::fs;
use std::path::{Path, PathBuf};

/// Folders that hold no source: version control, build output, run folders.
const LEFT_OUT: [&str; 4] = [".git", "target", "runs", "node_modules"];

/// A file, by its text.
#[derive(Debug, Clone)]
pub struct TextFile {
    /// The path from the root, with `/` between its parts.
    pub path: String,
    /// All of its text; nothing of a picture, say.
    pub text: String,
}

impl TextFile {
    /// A file made up for a test.
    #[must_use]
    pub fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    /// Whether the name ends in `.extension`.
    #[must_use]
    pub fn is(&self, extension: &str) -> bool {
        self.path.rsplit_once('.').is_some_and(|(_, end)| end == extension)
    }
}

/// The root of the repository.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).map_or_else(PathBuf::new, Path::to_path_buf)
}

/// Every file of the repository, sorted by path.
///
/// # Errors
/// A folder or file that cannot be read.
pub fn text_files() -> std::io::Result<Vec<TextFile>> {
    let root = root();
    let mut found = Vec::new();
    let mut open = vec![root.clone()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            // In a second working tree `.git` is a file.
            if LEFT_OUT.contains(&&*name) {
                continue;
            }
            if path.is_dir() {
                open.push(path);
            } else {
                let text = String::from_utf8(fs::read(&path)?).unwrap_or_default();
                let relative = path.strip_prefix(&root).unwrap_or(&path);
                let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
                found.push(TextFile { path: parts.join("/"), text });
            }
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(found)
}

/// The text of one file of the repository.
///
/// # Errors
/// The file is missing or is not UTF-8; the error names the path.
pub fn text_of(path: &str) -> Result<String, String> {
    fs::read_to_string(root().join(path)).map_err(|fault| format!("{path}: {fault}"))
}
