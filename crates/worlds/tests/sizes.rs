//! The same experiment at every size: headline figures of a study at 20,000, 100,000 and 1,000,000 persons
//! agree within what their seeds tell.
//!
//! The study is `no-dark-corner` with its phases drawn together: the pilot from the first year, the whole
//! country from the second, read in the third. Its whole twelve years at a million persons take longer than a
//! test may; what depends on size (which cities there are, how many are pilots, how counts are rounded) is
//! there in three.

use demerit_measures::estimate::Window;
use demerit_measures::named;
use demerit_scenario::load::{NoFiles, Scenario, study};
use demerit_scenario::word::Word;
use demerit_worlds::in_memory::lived;
use demerit_worlds::readings::{Key, Readings, everybody, key};

/// What is compared: each in the mean or the sum of the last year, counts as a share of the twin's.
const HEADLINES: [&str; 5] =
    ["sanctioned", "wrongly-sanctioned", "listed", "record-precision", "critical posts kept"];

fn of_size(persons: u32, seed: u64) -> Scenario {
    let mut scenario = study("no-dark-corner", &NoFiles).unwrap();
    let study = &mut scenario.study;
    (study.persons, study.seed, study.years, study.cohort, study.measure_every) = (persons, seed, 3.0, 0, 13);
    let wanted = ["sanctioned", "wrongly-sanctioned", "listed", "record-precision", "posts"];
    study.measures = wanted.map(|name| Word::named(name).unwrap()).to_vec();
    for (step, year) in study.worlds[0].rollout.iter_mut().zip([0.0, 0.25, 1.0]) {
        step.from_year = year;
    }
    scenario
}

/// The headline figures of one seed.
fn headlines(persons: u32, seed: u64) -> [f64; HEADLINES.len()] {
    let scenario = of_size(persons, seed);
    let rows = lived(&scenario, &mut || true).unwrap().unwrap();
    let readings = Readings::new(&rows);
    let year = Window::last_year(readings.last_tick(), 52);
    let of = |world: &str, of: Key<'_>| {
        let kind = named(of.measure).unwrap().kind.over_time();
        readings.number(kind, world, seed, of, year).unwrap().value
    };
    let posts = key("posts", "all", "stance:critical");
    HEADLINES.map(|name| match name {
        "critical posts kept" => of("regime", posts) / of("twin", posts),
        name => of("regime", everybody(name)),
    })
}

#[test]
fn headline_figures_do_not_depend_on_how_many_persons_there_are() {
    // One run of a million persons varies as much as the mean of fifty of 20,000.
    let large = headlines(1_000_000, 1);
    for (persons, seeds) in [(20_000_u32, 10_u64), (100_000, 4)] {
        let runs: Vec<_> = (1..=seeds).map(|seed| headlines(persons, seed)).collect();
        for (place, name) in HEADLINES.into_iter().enumerate() {
            let values: Vec<f64> = runs.iter().map(|run| run[place]).collect();
            let count = values.len() as f64;
            let mean = values.iter().sum::<f64>() / count;
            let variance = values.iter().map(|one| (one - mean).powi(2)).sum::<f64>() / (count - 1.0);
            let of_large = variance * f64::from(persons) / 1e6;
            let error = (variance / count + of_large).sqrt();
            println!("{name} at {persons}: {mean:.5} ± {error:.5}, at 1,000,000: {:.5}", large[place]);
            assert!(
                (mean - large[place]).abs() < 4.0 * error,
                "{name}: {mean:.5} ± {error:.5} at {persons}, {:.5} at a million",
                large[place]
            );
        }
    }
}

#[test]
fn the_share_of_pilots_is_met_as_nearly_as_whole_cities_allow_at_every_size() {
    let miss = |persons: u32| of_size(persons, 1).pilots()[0].miss.unwrap().abs();
    // A neighbourhood of 1,024 persons is the least that a city can have.
    for persons in [20_000, 50_000, 100_000, 300_000, 1_000_000, 3_000_000] {
        assert!(miss(persons) <= 1024.0 / f64::from(persons), "{persons}: {}", miss(persons));
    }
    assert!(miss(1_000_000) < 0.001);
}
