//! What a run is foretold to need is what it takes, within a factor of two.
//!
//! Bytes on the disk are counted as they lie there.

use demerit_scenario::load::{self, Scenario};
use demerit_study::outside::Disk;
use demerit_study::run::{Keeping, Progress, RunOptions, Signal, needs, run};
use demerit_worlds::Size;
use std::fs;
use std::path::Path;

/// Bytes of the files in a folder and those below it.
fn bytes(folder: &Path) -> u64 {
    let files = fs::read_dir(folder).unwrap().map(Result::unwrap);
    files
        .map(|one| if one.path().is_dir() { bytes(&one.path()) } else { one.metadata().unwrap().len() })
        .sum()
}

/// What is foretold of the disk, and what the spools and the tables of a run take.
fn disk(scenario: &Scenario, size: Size) -> [u64; 2] {
    let out = tempfile::tempdir().unwrap();
    let options = RunOptions { size, threads: Some(1), out: out.path().to_owned(), ..RunOptions::default() };
    let go_on = |_: &Progress| Signal::Continue;
    let needs = needs(scenario, &options, &mut go_on.clone()).unwrap();
    let unfinished = std::cell::Cell::new(0);
    let done = run(scenario, &options, &Keeping::NEVER, &mut go_on.clone(), &|_| {
        unfinished.set(bytes(out.path()));
        Ok(Vec::new())
    });
    assert!(done.unwrap().folder.exists() && unfinished.get() > 0);
    [needs.disk, unfinished.get()]
}

#[test]
fn the_disk_that_a_run_takes_is_foretold() {
    let few =
        |persons, years, seeds| Size { persons: Some(persons), years: Some(years), seed: Some(3), seeds };
    for (study, size, cohort) in [
        ("no-dark-corner", few(1000, 3.0, 6), 0),
        ("no-dark-corner", few(1000, 1.0, 3), 1000),
        ("generations", few(600, 2.0, 4), 100_000),
    ] {
        let mut scenario = load::study(study, &Disk).unwrap();
        (scenario.study.cohort, scenario.study.ensemble) = (cohort, None);
        let [foretold, taken] = disk(&scenario, size);
        // Beside the rows, the report and ranges are counted on, which this run does not write.
        let foretold = foretold - 500_000;
        let ratio = foretold as f64 / taken as f64;
        assert!(
            (0.5..2.0).contains(&ratio),
            "{study}, {cohort} lives: {foretold} bytes for {taken}: {ratio}"
        );
    }
}
