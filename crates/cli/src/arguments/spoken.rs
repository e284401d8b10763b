//! In which language a report speaks, for every command that writes one.

use clap::Args;
use demerit_words::{Language, Words};

/// The language of a report.
#[derive(Debug, Args)]
pub(crate) struct Spoken {
    /// Language of the report: en (English) or id (Indonesian)
    #[arg(long, value_name = "LANG", default_value_t)]
    pub(crate) lang: Language,
}

impl Spoken {
    /// What is said in it.
    pub(crate) fn words(&self) -> Words {
        Words::new(self.lang)
    }
}
