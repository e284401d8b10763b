//! In which language a report speaks, for every command that writes one.

use clap::Args;
use demerit_words::{Language, Words};
use demerit_worlds::manifest::Manifest;

/// The language of a report.
#[derive(Debug, Args)]
pub(crate) struct Spoken {
    /// Report in en (English) or id (Indonesian) [default: the run's]
    #[arg(long, value_name = "LANG")]
    pub(crate) lang: Option<Language>,
}

impl Spoken {
    /// What is said in the language that is asked for now, else in the one that the run was asked for.
    pub(crate) fn words(&self, run: &Manifest) -> Words {
        let begun = || run.lang.as_deref().and_then(|code| code.parse().ok());
        Words::new(self.lang.or_else(begun).unwrap_or_default())
    }
}
