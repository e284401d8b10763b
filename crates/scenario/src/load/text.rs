//! Texts of scenario files: where they come from, what they are, and why something could not be loaded.
//!
//! What a file is follows from the keys at its top, which are looked for line by line, so that a file is
//! known for what it is even where a fault keeps it from being read.

use crate::catalogue::{self, Kind};
use crate::faults::Faults;
use crate::schema_check::{LARGEST_TEXT, meant};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why something could not be loaded. All of these are problems of the input.
#[derive(Debug, Error)]
pub enum LoadError {
    /// Faults in files.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Faults(Vec<Faults>),
    /// A name that is neither in the catalogue nor a file.
    #[error("there is no {kind} `{name}` in the catalogue, and no such file")]
    Unknown {
        /// What was looked for.
        kind: Kind,
        /// Its name.
        name: String,
        /// What may have been meant.
        hint: Option<String>,
    },
    /// A file that cannot be read.
    #[error("cannot read {}: {source}", path.display())]
    Io {
        /// Its path.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
}

impl From<Faults> for LoadError {
    fn from(faults: Faults) -> Self {
        Self::Faults(vec![faults])
    }
}

/// What opens files for a scenario: the disk, or nothing at all.
pub trait Files {
    /// The bytes of a file of at most `most` bytes.
    ///
    /// # Errors
    /// A file that is not there or cannot be read; one that is too large, as [`ErrorKind::FileTooLarge`].
    fn read(&self, path: &Path, most: u64) -> std::io::Result<Vec<u8>>;
}

/// No files: what a text names is looked for in the catalogue alone.
#[derive(Clone, Copy, Debug)]
pub struct NoFiles;

impl Files for NoFiles {
    fn read(&self, _: &Path, _: u64) -> std::io::Result<Vec<u8>> {
        Err(ErrorKind::NotFound.into())
    }
}

/// A text and where it comes from.
pub(super) struct Text {
    pub(super) path: String,
    pub(super) text: String,
    /// Folder in which the files that it names are looked for; empty for the one that the program was started
    /// in.
    pub(super) folder: PathBuf,
}

/// The text of a file of the catalogue, or of a path from this folder.
pub(super) fn text(kind: Kind, name: &str, folder: &Path, files: &dyn Files) -> Result<Text, LoadError> {
    if let Some(text) = catalogue::text(kind, name) {
        return Ok(Text {
            path: format!("catalogue/{}/{name}.toml", kind.plural()),
            text: text.to_owned(),
            folder: PathBuf::new(),
        });
    }
    read(&folder.join(name), files).map_err(|error| match error {
        LoadError::Io { source, .. }
            if matches!(source.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) =>
        {
            let known = catalogue::names(kind);
            let hint =
                meant(name, &known).or_else(|| Some(format!("the catalogue has: {}", known.join(", "))));
            LoadError::Unknown { kind, name: name.to_owned(), hint }
        }
        other => other,
    })
}

pub(super) fn read(path: &Path, files: &dyn Files) -> Result<Text, LoadError> {
    let shown = path.display().to_string();
    let bytes = files.read(path, LARGEST_TEXT as u64).map_err(|source| match source.kind() {
        ErrorKind::FileTooLarge => Faults::of_file(&shown, source.to_string(), None).into(),
        _ => LoadError::Io { path: path.to_owned(), source },
    })?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let message = format!("not UTF-8: byte {} starts no character", error.utf8_error().valid_up_to());
        Faults::of_file(&shown, message, Some("save the file as UTF-8 text".into()))
    })?;
    let folder = path.parent().map(Path::to_owned).unwrap_or_default();
    Ok(Text { path: shown, text, folder })
}

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A study with all that it names.
    Bundle,
    /// A file of a kind.
    Of(Kind),
}

/// What a text is: `study` makes a bundle, `worlds` or `society` a study, `households` and its like a
/// society, `rules` and its like a regime; `None` where it has none of these keys.
pub(super) fn form(text: &str) -> Option<Form> {
    let forms: [(Form, &[&str]); 4] = [
        (Form::Bundle, &["study"]),
        (Form::Of(Kind::Study), &["worlds", "society"]),
        (Form::Of(Kind::Society), &["households", "deeds", "habits", "cities"]),
        (Form::Of(Kind::Regime), &["rules", "scale", "tiers", "gates", "list", "appeals", "spillover"]),
    ];
    let has = |keys: &[&str]| keys.iter().any(|key| has_key(text, key));
    forms.into_iter().find(|one| has(one.1)).map(|one| one.0)
}

/// Whether a text has this key at its top, even if something else keeps it from being read.
fn has_key(text: &str, key: &str) -> bool {
    let mut top = true;
    text.lines().map(str::trim_start).any(|line| {
        if line.starts_with('[') {
            top = false;
            let name = line.trim_start_matches('[').trim_start();
            return name.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with([']', '.']));
        }
        top && line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with(['=', '.']))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_their_keys_even_with_faults() {
        assert_eq!(form("title = 1\n[[worlds]]\nname = \"a"), Some(Form::Of(Kind::Study)));
        assert_eq!(form("society = \"x\"\nsociety = \"y\""), Some(Form::Of(Kind::Study)));
        assert_eq!(form("[study]\n[society.cities]"), Some(Form::Bundle));
        assert_eq!(form("[households]\nsizes = ["), Some(Form::Of(Kind::Society)));
        assert_eq!(
            form("[[rules]]\nsociety = 3"),
            Some(Form::Of(Kind::Regime)),
            "a key inside a table is not at the top"
        );
        assert_eq!(form("title = 1"), None);
    }

    /// One file, whatever its path.
    struct One(&'static str);

    impl Files for One {
        fn read(&self, _: &Path, _: u64) -> std::io::Result<Vec<u8>> {
            Ok(self.0.as_bytes().to_vec())
        }
    }

    #[test]
    fn what_a_text_names_is_opened_by_the_callers_files_alone() {
        let study = catalogue::text(Kind::Study, "no-dark-corner").unwrap();
        assert!(crate::load::sent(study).is_ok());
        let named = study.replacen("\"china-2020\"", "\"mine.toml\"", 1);
        let told = crate::load::sent(&named).unwrap_err().to_string();
        assert!(told.starts_with("the study:") && told.contains("there is no society"), "{told}");
        let mine = One(catalogue::text(Kind::Society, "plain").unwrap());
        assert!(crate::load::text_with(&named, &mine).is_ok(), "a caller with files may name one");
    }
}
