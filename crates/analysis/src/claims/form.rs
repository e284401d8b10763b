//! How the number of a test is to be read.

use super::file::TestFile;
use demerit_measures::{Unit, named};
use serde::Serialize;

/// How a number is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// A share of a whole.
    Share,
    /// A difference of two shares.
    Points,
    /// A count for each 1,000 persons and year.
    PerThousand,
    /// In the measure's own unit.
    Plain,
}

impl TestFile {
    /// How its number is to be read.
    #[must_use]
    pub fn form(&self) -> Form {
        let unit = named(&self.measure).map(|one| one.unit);
        match unit {
            _ if self.relative => Form::Share,
            _ if self.over.is_some() => Form::Plain,
            Some(Unit::Share) if self.against.is_some() => Form::Points,
            Some(Unit::Share) => Form::Share,
            Some(unit) if unit.is_counted() || unit == Unit::MedianWeeklyIncomes => Form::PerThousand,
            _ => Form::Plain,
        }
    }
}
