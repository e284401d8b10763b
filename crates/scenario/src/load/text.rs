//! Texts of scenario files: where they come from, and why something could not be loaded.

use crate::catalogue::{self, Kind};
use crate::faults::Faults;
use crate::schema_check::{LARGEST_TEXT, meant};
use crate::shown::brief;
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
    #[error("{}", brief(&format!("there is no {kind} `{name}` in the catalogue, and no such file")))]
    Unknown {
        /// What was looked for.
        kind: Kind,
        /// Its name.
        name: String,
        /// What may have been meant.
        hint: Option<String>,
    },
    /// A file that cannot be read.
    #[error("{}", brief(&format!("cannot read {}: {source}", path.display())))]
    Io {
        /// Its path.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// Whoever wanted it does so no more.
    #[error("the check was stopped before its end")]
    Stopped,
}

impl From<Faults> for LoadError {
    fn from(faults: Faults) -> Self {
        Self::Faults(vec![faults])
    }
}

/// What opens files for a scenario: the disk, or nothing at all.
pub trait Files {
    /// Whether what is loaded is wanted still: asked between a file, or a part of one, and the next.
    ///
    /// # Errors
    /// [`LoadError::Stopped`] where it is not.
    fn go_on(&self) -> Result<(), LoadError> {
        Ok(())
    }

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

/// No files, for as long as the answer is yes.
pub(super) struct NoFilesWhile<'a>(pub(super) &'a dyn Fn() -> bool);

impl Files for NoFilesWhile<'_> {
    fn go_on(&self) -> Result<(), LoadError> {
        if (self.0)() { Ok(()) } else { Err(LoadError::Stopped) }
    }

    fn read(&self, path: &Path, most: u64) -> std::io::Result<Vec<u8>> {
        NoFiles.read(path, most)
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

#[cfg(test)]
mod tests {
    use super::*;

    /// One file, whatever its path.
    struct One(&'static str);

    impl Files for One {
        fn read(&self, _: &Path, _: u64) -> std::io::Result<Vec<u8>> {
            Ok(self.0.as_bytes().to_vec())
        }
    }

    #[test]
    fn a_check_is_dropped_between_any_two_parts_once_it_is_not_wanted() {
        let study = catalogue::text(Kind::Study, "no-dark-corner").unwrap();
        let bundle = toml::to_string(&crate::load::sent(study).unwrap().bundle()).unwrap();
        for (text, most) in [(study, 9), (&bundle, 2)] {
            let asked = std::cell::Cell::new(0);
            let up_to = |last: u32| {
                asked.set(0);
                crate::load::sent_while(text, &|| asked.replace(asked.get() + 1) < last)
            };
            assert!(up_to(u32::MAX).is_ok());
            let times = asked.get();
            assert!(times >= most, "{times}");
            for last in 0..times {
                assert!(matches!(up_to(last), Err(LoadError::Stopped)), "{last} of {times}");
                assert_eq!(asked.get(), last + 1, "nothing is done after it");
            }
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
