//! A run that lives on to a horizon says of the study's years what a run without one says, row by row.

use demerit_measures::Kind;
use demerit_measures::estimate::Window;
use demerit_scenario::load::{NoFiles, Scenario, study};
use demerit_study::run::{Keeping, Outcome, RunOptions, Signal, run};
use demerit_study::run_folder;
use demerit_worlds::intervals::{self, Span};
use demerit_worlds::readings::{Readings, everybody};
use demerit_worlds::tables::{MeasureRow, RunTables};
use demerit_worlds::{Size, sized};
use std::path::Path;

/// The default study of 2,000 persons over a year, of which the regime is in force for half.
fn short(horizon: Option<f64>) -> Scenario {
    let mut scenario = study("no-dark-corner", &NoFiles).unwrap();
    (scenario.study.persons, scenario.study.years, scenario.study.cohort) = (2_000, 1.0, 20);
    scenario.study.horizon = horizon;
    for (step, year) in scenario.study.worlds[0].rollout.iter_mut().zip([0.0, 0.3, 0.5]) {
        step.from_year = year;
    }
    scenario
}

fn outcome(scenario: &Scenario, out: &Path) -> Outcome {
    let (size, out) = (Size::default(), out.to_owned());
    let options = RunOptions {
        size,
        threads: Some(2),
        out,
        force: true,
        csv: false,
        command: "a test".into(),
        lang: None,
    };
    run(scenario, &options, &Keeping::NEVER, &mut |_| Signal::Continue, &|_| Ok(Vec::new())).unwrap()
}

#[test]
fn the_numbers_of_the_years_are_the_same_and_the_horizon_stands_beside_them() {
    let places = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let near = run_folder::read(&outcome(&short(None), places[0].path()).folder).unwrap();
    let far = run_folder::read(&outcome(&short(Some(2.5)), places[1].path()).folder).unwrap();
    assert_eq!((near.manifest.ticks, near.manifest.horizon), (52, 52));
    assert_eq!((far.manifest.ticks, far.manifest.horizon), (52, 130));
    assert_eq!(far.manifest.person_weeks() * 52, near.manifest.person_weeks() * 130);
    let within: Vec<_> = far.measures.iter().filter(|row| row.tick < 52).cloned().collect();
    assert_eq!(within, near.measures);
    let worlds = ["regime", "twin"];
    let of = |tables: &RunTables| {
        intervals::all(&worlds, &tables.measures.iter().collect(), tables.manifest.ticks)
    };
    let (beyond, years): (Vec<_>, Vec<_>) = of(&far).into_iter().partition(|one| one.span == Span::Horizon);
    assert!(!beyond.is_empty());
    assert_eq!(years, of(&near), "no number of the years has seen what came after");
    // The last year before the horizon is made of whole periods, though it begins within a calendar year.
    let last = Window::last_year(129, 52);
    let weeks: f64 = far
        .measures
        .iter()
        .filter(|row| row.world == "regime" && row.measure == "sanctions-begun")
        .filter(|row| last.holds(row.tick))
        .map(|row| row.weight)
        .sum();
    assert_eq!(weeks, 52.0);
    let share = |rows: &[MeasureRow], year: Window| {
        Readings::new(rows).number(Kind::Mean, "regime", 2018, everybody("sanctioned"), year).unwrap().value
    };
    let [now, then] = [Window::last_year(51, 52), last].map(|year| share(&far.measures, year));
    assert!(then > now && now > 0.0, "{now} in the first half year of the regime, then {then}");
}

#[test]
fn fewer_years_than_the_study_s_drop_its_horizon() {
    let scenario = short(Some(40.0));
    let cut = |years| sized(&scenario, &Size { years, ..Size::default() }).unwrap().study.horizon;
    assert_eq!([cut(None), cut(Some(1.0)), cut(Some(0.5))], [Some(40.0), Some(40.0), None]);
}
