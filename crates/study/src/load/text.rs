//! Texts of scenario files: where they come from, and what they are.
//!
//! What a file is follows from the keys at its top, which are looked for line by line, so that a file is known for what it is
//! even where a fault keeps it from being read.

use super::LoadError;
use crate::catalogue::{self, Kind};
use crate::faults::Faults;
use crate::outside;
use crate::walk::{LARGEST_TEXT, did_you_mean};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// A text and where it comes from.
pub(super) struct Text {
    pub(super) path: String,
    pub(super) text: String,
    /// Where what it names is looked for.
    pub(super) beside: Beside,
}

/// Where a name is looked for that is not in the catalogue.
pub(super) enum Beside {
    /// In the folder that the program was started in.
    Here,
    /// In this folder.
    Folder(PathBuf),
    /// Nowhere: the text came from somebody who may name no file of this machine.
    Nowhere,
}

/// The text of a file of the catalogue, or of a path.
pub(super) fn text(kind: Kind, name: &str, beside: &Beside) -> Result<Text, LoadError> {
    if let Some(text) = catalogue::text(kind, name) {
        return Ok(Text {
            path: format!("catalogue/{}/{name}.toml", kind.plural()),
            text: text.to_owned(),
            beside: Beside::Here,
        });
    }
    let path = match beside {
        Beside::Here => Some(PathBuf::from(name)),
        Beside::Folder(folder) => Some(folder.join(name)),
        Beside::Nowhere => None,
    };
    let Some(path) = path.filter(|path| path.exists()) else {
        let hint = did_you_mean(name, catalogue::names(kind)).map(|near| format!("did you mean `{near}`?"));
        let hint = hint.or_else(|| Some(format!("the catalogue has: {}", catalogue::names(kind).join(", "))));
        return Err(LoadError::Unknown { kind, name: name.to_owned(), hint });
    };
    read(&path)
}

pub(super) fn read(path: &Path) -> Result<Text, LoadError> {
    let shown = path.display().to_string();
    let bytes = outside::read(path, LARGEST_TEXT as u64).map_err(|source| match source.kind() {
        ErrorKind::FileTooLarge => Faults::of_file(&shown, source.to_string(), None).into(),
        _ => LoadError::Io { path: path.to_owned(), source },
    })?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let message = format!("not UTF-8: byte {} starts no character", error.utf8_error().valid_up_to());
        Faults::of_file(&shown, message, Some("save the file as UTF-8 text".into()))
    })?;
    let beside = path.parent().map_or(Beside::Here, |folder| Beside::Folder(folder.to_owned()));
    Ok(Text { path: shown, text, beside })
}

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A study with all that it names.
    Bundle,
    /// A file of a kind.
    Of(Kind),
}

/// What a text is: `study` makes a bundle, `worlds` or `society` a study, `households` and its like a society; anything
/// else is held to be a regime.
pub(super) fn form(text: &str) -> Form {
    let has = |keys: &[&str]| keys.iter().any(|key| has_key(text, key));
    if has(&["study"]) {
        Form::Bundle
    } else if has(&["worlds", "society"]) {
        Form::Of(Kind::Study)
    } else if has(&["households", "deeds", "habits", "cities"]) {
        Form::Of(Kind::Society)
    } else {
        Form::Of(Kind::Regime)
    }
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
        assert_eq!(form("title = 1\n[[worlds]]\nname = \"a"), Form::Of(Kind::Study));
        assert_eq!(form("society = \"x\"\nsociety = \"y\""), Form::Of(Kind::Study));
        assert_eq!(form("[study]\n[society.cities]"), Form::Bundle);
        assert_eq!(form("[households]\nsizes = ["), Form::Of(Kind::Society));
        assert_eq!(
            form("[[rules]]\nsociety = 3"),
            Form::Of(Kind::Regime),
            "a key inside a table is not at the top"
        );
        assert_eq!(form(""), Form::Of(Kind::Regime));
    }

    #[test]
    fn a_text_that_was_sent_opens_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mine.toml");
        std::fs::write(&path, catalogue::text(Kind::Society, "plain").unwrap()).unwrap();
        let study = catalogue::text(Kind::Study, "no-dark-corner").unwrap();
        assert!(crate::load::sent(study).is_ok());
        let named = study.replacen("\"china-2020\"", &format!("{:?}", path.to_str().unwrap()), 1);
        let told = crate::load::sent(&named).unwrap_err().to_string();
        assert!(told.starts_with("the study:") && told.contains("there is no society"), "{told}");
        let beside = folder.path().join("study.toml");
        std::fs::write(&beside, named).unwrap();
        assert!(crate::load::study(beside.to_str().unwrap()).is_ok(), "a file may name it");
    }
}
