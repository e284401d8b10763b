//! The catalogue: every file is right, every study can be run at a small size, and each says what it asks.

use demerit_kernel::{Draws, Seed};
use demerit_scenario::catalogue::{Kind, entries, names};
use demerit_scenario::load::{self, NoFiles};
use demerit_society::Society;

#[test]
fn every_society_can_be_built() {
    for name in names(Kind::Society) {
        let (file, plan) = load::society(name, &NoFiles).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(!file.about.is_empty());
        Society::new(&plan, 3_000, Draws::new(Seed(1))).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

#[test]
fn every_regime_is_right() {
    for name in names(Kind::Regime) {
        load::regime(name, &NoFiles).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

#[test]
fn every_study_asks_something_and_runs_in_minutes() {
    for entry in entries(Kind::Study) {
        let scenario =
            load::study(entry.name, &NoFiles).unwrap_or_else(|error| panic!("{}: {error}", entry.name));
        assert_eq!(scenario.study.name, entry.name);
        let weeks = f64::from(scenario.study.persons)
            * f64::from(scenario.ticks())
            * scenario.study.worlds.len() as f64;
        // The nation is as large as it is; its run says beforehand what it takes.
        assert!(weeks < 4e9 || entry.name == "nation", "{}: {weeks} person-weeks", entry.name);
        assert!(scenario.study.about.contains('?') || entry.name == "no-dark-corner", "{}", entry.name);
    }
}
