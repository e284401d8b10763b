//! Units of measures, each with the word that tables and documents have for it.

demerit_kernel::named! {
    /// The unit of a measure.
    Unit {
        /// A part of a whole, from 0 to 1, or the difference of two such parts.
        Share = "share",
        /// One number for each one of another.
        Ratio = "ratio",
        /// A correlation, from −1 to 1.
        Correlation = "correlation",
        /// By what per cent one number changes when another changes by one.
        Elasticity = "elasticity",
        /// Weeks.
        Weeks = "weeks",
        /// Years.
        Years = "years",
        /// Persons.
        Persons = "persons",
        /// Persons times weeks.
        PersonWeeks = "person-weeks",
        /// The same for each year.
        PersonWeeksPerYear = "person-weeks per year",
        /// Requests.
        Requests = "requests",
        /// Requests for each year of a person.
        RequestsPerPersonYear = "requests per person-year",
        /// Appeals.
        Appeals = "appeals",
        /// Posts.
        Posts = "posts",
        /// Deeds.
        Deeds = "deeds",
        /// Entries in records.
        Entries = "entries",
        /// Points of a score.
        Points = "points",
        /// Couples.
        Couples = "couples",
        /// Readers of posts.
        Readers = "readers",
        /// Trips.
        Trips = "trips",
        /// Median weekly incomes.
        MedianWeeklyIncomes = "median weekly incomes",
        /// For each 1,000 years of persons.
        PerThousandPersonYears = "per 1,000 person-years",
        /// For each 1,000 persons and year.
        PerThousandPersonsAndYear = "per 1,000 persons and year",
    }
}

impl Unit {
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

    /// The least and the most that can be told in it.
    #[must_use]
    pub const fn bounds(self) -> [f64; 2] {
        match self {
            Self::Share => [0.0, 1.0],
            Self::Correlation => [-1.0, 1.0],
            Self::Points | Self::Elasticity => [f64::NEG_INFINITY, f64::INFINITY],
            _ => [0.0, f64::INFINITY],
        }
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
