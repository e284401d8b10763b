//! The two languages.

use std::fmt;
use std::str::FromStr;

/// A language that Demerit speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Indonesian.
    Id,
}

/// A language that Demerit does not speak.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no language of Demerit; known are `en` (English) and `id` (Indonesian, bahasa Indonesia)")]
pub struct LanguageError(String);

impl Language {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::En, Self::Id];

    /// Its code, as in `--lang` and in the `lang` attribute of a page.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Id => "id",
        }
    }

    /// What it calls itself.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Id => "Bahasa Indonesia",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.code())
    }
}

impl FromStr for Language {
    type Err = LanguageError;

    fn from_str(code: &str) -> Result<Self, LanguageError> {
        let known = Self::ALL.into_iter().find(|language| language.code() == code);
        known.ok_or_else(|| LanguageError(code.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_back_and_others_refused() {
        for language in Language::ALL {
            assert_eq!(language.to_string().parse(), Ok(language));
        }
        for wrong in ["", "ID", "in", "de"] {
            let error = wrong.parse::<Language>().expect_err("no such language").to_string();
            assert!(error.contains(&format!("`{wrong}`")) && error.contains("`id`"), "{error}");
        }
    }
}
