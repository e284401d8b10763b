//! Units of measures, each with the word that tables and documents have for it.

/// The unit of a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A part of a whole, from 0 to 1, or the difference of two such parts.
    Share,
    /// One number for each one of another.
    Ratio,
    /// A correlation, from −1 to 1.
    Correlation,
    /// By what per cent one number changes when another changes by one.
    Elasticity,
    /// Weeks.
    Weeks,
    /// Years.
    Years,
    /// Persons.
    Persons,
    /// Persons times weeks.
    PersonWeeks,
    /// The same for each year.
    PersonWeeksPerYear,
    /// Requests.
    Requests,
    /// Requests for each year of a person.
    RequestsPerPersonYear,
    /// Appeals.
    Appeals,
    /// Posts.
    Posts,
    /// Deeds.
    Deeds,
    /// Entries in records.
    Entries,
    /// Points of a score.
    Points,
    /// Couples.
    Couples,
    /// Readers of posts.
    Readers,
    /// Trips.
    Trips,
    /// Median weekly incomes.
    MedianWeeklyIncomes,
    /// For each 1,000 years of persons.
    PerThousandPersonYears,
    /// For each 1,000 persons and year.
    PerThousandPersonsAndYear,
}

impl Unit {
    /// All units.
    pub const ALL: [Self; 22] = [
        Self::Share,
        Self::Ratio,
        Self::Correlation,
        Self::Elasticity,
        Self::Weeks,
        Self::Years,
        Self::Persons,
        Self::PersonWeeks,
        Self::PersonWeeksPerYear,
        Self::Requests,
        Self::RequestsPerPersonYear,
        Self::Appeals,
        Self::Posts,
        Self::Deeds,
        Self::Entries,
        Self::Points,
        Self::Couples,
        Self::Readers,
        Self::Trips,
        Self::MedianWeeklyIncomes,
        Self::PerThousandPersonYears,
        Self::PerThousandPersonsAndYear,
    ];

    /// Its word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Share => "share",
            Self::Ratio => "ratio",
            Self::Correlation => "correlation",
            Self::Elasticity => "elasticity",
            Self::Weeks => "weeks",
            Self::Years => "years",
            Self::Persons => "persons",
            Self::PersonWeeks => "person-weeks",
            Self::PersonWeeksPerYear => "person-weeks per year",
            Self::Requests => "requests",
            Self::RequestsPerPersonYear => "requests per person-year",
            Self::Appeals => "appeals",
            Self::Posts => "posts",
            Self::Deeds => "deeds",
            Self::Entries => "entries",
            Self::Points => "points",
            Self::Couples => "couples",
            Self::Readers => "readers",
            Self::Trips => "trips",
            Self::MedianWeeklyIncomes => "median weekly incomes",
            Self::PerThousandPersonYears => "per 1,000 person-years",
            Self::PerThousandPersonsAndYear => "per 1,000 persons and year",
        }
    }

    /// The unit that a table has this word for.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.name() == word)
    }

    /// Whether whole things are counted in it.
    #[must_use]
    pub const fn is_counted(self) -> bool {
        matches!(
            self,
            Self::Persons
                | Self::PersonWeeks
                | Self::Requests
                | Self::Appeals
                | Self::Posts
                | Self::Deeds
                | Self::Entries
                | Self::Points
                | Self::Couples
                | Self::Readers
                | Self::Trips
        )
    }

    /// Whether the number says it all: a label needs no word for such a unit.
    #[must_use]
    pub const fn is_plain(self) -> bool {
        matches!(self, Self::Share | Self::Ratio | Self::Correlation | Self::Elasticity)
    }

    /// Whether it is counted for a span of time that the unit names.
    #[must_use]
    pub const fn is_rate(self) -> bool {
        matches!(
            self,
            Self::PersonWeeksPerYear
                | Self::RequestsPerPersonYear
                | Self::PerThousandPersonYears
                | Self::PerThousandPersonsAndYear
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_names_its_unit_and_no_other() {
        for unit in Unit::ALL {
            assert_eq!(Unit::named(unit.name()), Some(unit));
            let sorts = [unit.is_counted(), unit.is_plain(), unit.is_rate()];
            assert!(sorts.into_iter().filter(|one| *one).count() <= 1, "{unit:?} is of one sort at most");
        }
        assert_eq!(Unit::named("furlongs"), None);
    }
}
