//! What is measured: one family of measures a file, each with definition, unit and source.
//!
//! Measures read a society's state and its tally and never change either. [`all`] lists them; [`Reading`] is what they
//! read. Persons are counted in one pass ([`stock`]), flows come from the tally of the period.

mod appeals;
mod awareness;
mod benefits;
mod deeds;
mod fear;
mod generations;
mod hardship;
mod home_town;
mod institution;
mod life;
mod list;
mod poll;
mod reading;
mod record;
mod refusals;
mod sanctions;
mod scores;
mod speech;
mod spells;
pub mod stock;
pub mod twins;
mod watching;
mod yardsticks;

pub use reading::{Kept, Kind, Measure, Moment, Reading, Value};
pub use stock::{Groups, Stock};

/// All measures, in the order in which tables and documents name them.
#[must_use]
pub fn all() -> Vec<Measure> {
    [
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
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_adds_up_is_a_count_of_the_period() {
        let kind = |name: &str| all().into_iter().find(|one| one.name == name).map(|one| one.kind);
        for flow in [
            "deposits-saved",
            "interest-saved",
            "checks",
            "checks-wrong",
            "reach-lost",
            "sanctioned-weeks",
            "deaths",
        ] {
            assert_eq!(kind(flow), Some(Kind::Flow), "{flow}");
        }
        for state in
            ["mean-score", "mean-deserved", "appeals-waiting", "population", "sanctioned", "score-bin"]
        {
            assert_eq!(kind(state), Some(Kind::State), "{state}");
        }
        for rate in ["violations", "record-precision", "income-persistence", "appeal-delay"] {
            assert_eq!(kind(rate), Some(Kind::Rate), "{rate}");
        }
        let happens = ["period", "person-week", "persons and year", "ended", "began"];
        for one in all() {
            let share = ["share", "ratio", "correlation", "elasticity", "weeks", "years"].contains(&one.unit);
            assert!(
                !(one.kind.adds_up() && (share || one.unit.starts_with("per "))),
                "{} is no count",
                one.name
            );
            assert!(!(one.kind.adds_up() && one.moment == Moment::Year), "{} leaves periods out", one.name);
            assert!(
                !one.kind.adds_up()
                    || happens.iter().any(|word| one.definition.to_lowercase().contains(word)),
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
        for measure in &all {
            assert!(measure.definition.ends_with('.') && measure.definition.len() > 30, "{}", measure.name);
            assert!(!measure.unit.is_empty() && !measure.source.is_empty(), "{}", measure.name);
        }
    }
}
