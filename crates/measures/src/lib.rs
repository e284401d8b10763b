//! What is measured: one family of measures a file, each with definition, unit and source.
//!
//! Measures read a society's state and its tally and never change either. [`all`] lists them, [`named`] finds
//! one; [`Reading`] is what they read. Persons are counted in one pass ([`Stock`]), flows come from the tally
//! of the period. What readings come to as one number is formed in one place, [`estimate`].
//!
//! A measure is a row of its family's file; its words in other languages stand in the catalogues of `words`.

use std::sync::LazyLock;

pub mod estimate;
mod measure;
pub mod twins;
mod unit;

mod counting {
    //! What measures are taken from: persons by group, stocks, sums over those who grew up, how long
    //! something lasts, and a world at a moment.
    pub(crate) mod groups;
    pub(crate) mod lineage;
    pub(crate) mod reading;
    pub(crate) mod stock;
    pub(crate) mod survival;
    pub(crate) mod view;
}
mod people {
    pub(crate) mod benefits;
    pub(crate) mod generations;
    pub(crate) mod hardship;
    pub(crate) mod home_town;
    pub(crate) mod life;
}
mod record {
    pub(crate) mod deeds;
    pub(crate) mod entries;
    pub(crate) mod institution;
    pub(crate) mod scores;
    pub(crate) mod watching;
}
mod sanctions {
    pub(crate) mod appeals;
    pub(crate) mod errors;
    pub(crate) mod list;
    pub(crate) mod refusals;
    pub(crate) mod sanctioned;
    pub(crate) mod spells;
    pub(crate) mod yardsticks;
}
mod speech {
    pub(crate) mod awareness;
    pub(crate) mod fear;
    pub(crate) mod poll;
    pub(crate) mod posts;
}

pub use counting::groups::{ByGroup, Group, population, population_by_looks};
pub use counting::reading::Reading;
pub use counting::stock::{Mirror, Stock};
pub use counting::view::{View, sanction};
pub use measure::{Kind, Measure, Moment, Value};
pub use unit::Unit;

/// The families, in the order in which tables and documents name them.
static MEASURES: LazyLock<Vec<Measure>> = LazyLock::new(|| {
    [
        sanctions::sanctioned::MEASURES,
        sanctions::errors::MEASURES,
        sanctions::list::MEASURES,
        sanctions::refusals::MEASURES,
        record::scores::MEASURES,
        record::deeds::MEASURES,
        record::entries::MEASURES,
        record::watching::MEASURES,
        speech::posts::MEASURES,
        speech::poll::MEASURES,
        speech::awareness::MEASURES,
        speech::fear::MEASURES,
        sanctions::appeals::MEASURES,
        sanctions::spells::MEASURES,
        sanctions::yardsticks::MEASURES,
        people::life::MEASURES,
        people::hardship::MEASURES,
        people::generations::MEASURES,
        people::home_town::MEASURES,
        people::benefits::MEASURES,
        record::institution::MEASURES,
        twins::MEASURES,
    ]
    .concat()
});

/// All measures.
#[must_use]
pub fn all() -> &'static [Measure] {
    &MEASURES
}

/// The measure of this name.
#[must_use]
pub fn named(name: &str) -> Option<&'static Measure> {
    all().iter().find(|measure| measure.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_adds_up_is_a_count_of_the_period() {
        let kind = |name: &str| named(name).map(|one| one.kind);
        for flow in [
            "deposits-saved",
            "interest-saved",
            "checks",
            "checks-wrong",
            "reach-lost",
            "sanctioned-weeks",
            "deaths",
        ] {
            assert_eq!(kind(flow), Some(Kind::Sum), "{flow}");
        }
        for state in
            ["mean-score", "mean-deserved", "appeals-waiting", "population", "sanctioned", "score-bin"]
        {
            assert_eq!(kind(state), Some(Kind::End), "{state}");
        }
        for rate in ["violations", "record-precision", "income-persistence", "appeal-delay-mean"] {
            assert_eq!(kind(rate), Some(Kind::Mean), "{rate}");
        }
        let happens = ["period", "person-week", "persons and year", "ended", "began"];
        for one in all() {
            if one.kind != Kind::Sum {
                continue;
            }
            assert!(
                one.unit.is_counted() || one.unit == Unit::MedianWeeklyIncomes,
                "{} is no count",
                one.name
            );
            assert!(one.moment == Moment::Period, "{} leaves periods out", one.name);
            assert!(
                happens.iter().any(|word| one.definition.to_lowercase().contains(word)),
                "{} adds up and does not say over what",
                one.name
            );
        }
    }

    #[test]
    fn names_are_unique_and_definitions_are_sentences() {
        let all = all();
        let mut names: Vec<&str> = all.iter().map(|measure| measure.name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all.len());
        for measure in all {
            assert!(measure.definition.ends_with('.') && measure.definition.len() > 30, "{}", measure.name);
            assert!(!measure.title.is_empty() && !measure.source.is_empty(), "{}", measure.name);
        }
    }
}
