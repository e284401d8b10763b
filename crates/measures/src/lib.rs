//! What is measured: one family of measures a file, each with definition, unit and source.
//!
//! Measures read a society's state and its tally and never change either. [`all`] lists them, [`named`] finds one; [`Reading`]
//! is what they read. Persons are counted in one pass ([`Stock`]), flows come from the tally of the period. What readings come
//! to as one number is formed in one place, [`estimate`].
//!
//! A measure is a row of its family's file; its words in other languages stand in the catalogues of `words`.

use std::sync::LazyLock;

mod appeals;
mod awareness;
mod benefits;
mod deeds;
pub mod estimate;
mod fear;
mod generations;
mod groups;
mod hardship;
mod home_town;
mod institution;
mod life;
mod lineage;
mod list;
mod measure;
mod poll;
mod reading;
mod record;
mod refusals;
mod sanctions;
mod scores;
mod speech;
mod spells;
mod stock;
pub mod twins;
mod unit;
mod view;
mod watching;
mod yardsticks;

pub use groups::{ByGroup, Group, population};
pub use measure::{Kind, Measure, Moment, Value};
pub use reading::Reading;
pub use stock::Stock;
pub use unit::Unit;
pub use view::{View, sanction};

/// The families, in the order in which tables and documents name them.
const FAMILIES: [&[Measure]; 21] = [
    sanctions::MEASURES,
    list::MEASURES,
    refusals::MEASURES,
    scores::MEASURES,
    deeds::MEASURES,
    record::MEASURES,
    watching::MEASURES,
    speech::MEASURES,
    poll::MEASURES,
    awareness::MEASURES,
    fear::MEASURES,
    appeals::MEASURES,
    spells::MEASURES,
    yardsticks::MEASURES,
    life::MEASURES,
    hardship::MEASURES,
    generations::MEASURES,
    home_town::MEASURES,
    benefits::MEASURES,
    institution::MEASURES,
    twins::MEASURES,
];
static MEASURES: LazyLock<Vec<Measure>> = LazyLock::new(|| FAMILIES.concat());

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
        for rate in ["violations", "record-precision", "income-persistence", "appeal-delay"] {
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
