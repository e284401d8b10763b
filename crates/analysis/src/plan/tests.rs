//! Plans on tiny societies.

use super::shard::State;
use super::units::Made;
use super::*;
use demerit_scenario::load;
use demerit_scenario::load::NoFiles;
use demerit_study::run_folder::{self, Filling, FolderLock};
use demerit_worlds::manifest::digest_of;
use demerit_worlds::tables::RunTables;
use std::fs;

fn study() -> Scenario {
    load::study("no-dark-corner", &NoFiles).unwrap()
}

fn options(seeds: u32, vary: &[&str]) -> PlanOptions {
    PlanOptions {
        size: Size { persons: Some(300), years: Some(0.1), seed: Some(7), seeds },
        vary: vary.iter().map(|text| text.parse().unwrap()).collect(),
        command: "demerit run no-dark-corner".to_owned(),
    }
}

/// All units of a plan.
fn made(plan: &Plan) -> Vec<Made> {
    plan.units(|_| true).map(Result::unwrap).collect()
}

fn refused(vary: &[&str]) -> String {
    match make(&study(), &options(1, vary)) {
        Err(PlanError::Problem { message, hint }) => format!("{message}; {hint}"),
        Err(other) => other.to_string(),
        Ok(plan) => panic!("{} units", plan.count()),
    }
}

#[test]
fn values_are_a_range_with_steps_or_a_list() {
    let of = |text: &str| text.parse::<Varied>().map(|varied| varied.values);
    assert_eq!(of("a=0..1/5"), Ok(vec![0.0, 0.25, 0.5, 0.75, 1.0]));
    assert_eq!(of("a=-20..-5/2"), Ok(vec![-20.0, -5.0]));
    assert_eq!(of("a = 3, 1 ,2"), Ok(vec![3.0, 1.0, 2.0]));
    for text in [
        "a",
        "=1",
        "a=",
        "a=1..2",
        "a=2..1/3",
        "a=1..1/3",
        "a=1..2/1",
        "a=1..2/0",
        "a=1..2/x",
        "a=1,,2",
        "a=nan",
        "a=1..inf/3",
        "a=1,1.0",
    ] {
        assert!(of(text).is_err(), "{text}");
    }
    assert!(of("a=0..1/1001").is_err_and(|error| error.contains("from 2 to 1000")));
}

#[test]
fn shards_are_read_and_share_all_units() {
    assert_eq!("2/3".parse(), Ok(Shard { number: 2, of: 3 }));
    for text in ["0/3", "4/3", "x/y", "1", "", "/", "1/0", "-1/3", "1/3/5", "+1/3", "1/99999999999"] {
        assert!(text.parse::<Shard>().is_err_and(|error| error.contains("allowed is I/N")), "{text}");
    }
    let plan = make(&study(), &options(5, &[])).unwrap();
    for of in [1, 2, 3, 5, 8] {
        for unit in 1..=plan.count() {
            let holders = (1..=of).filter(|&number| Shard { number, of }.holds(unit)).count();
            assert_eq!(holders, 1);
        }
    }
}

#[test]
fn units_stand_in_order_and_each_is_another_run() {
    let plan = make(&study(), &options(2, &["cities.cameras=50,100", "habits.drive=0.35..0.5/3"])).unwrap();
    let units: Vec<Unit> = made(&plan).into_iter().map(|made| made.unit).collect();
    let shown: Vec<(u64, &[f64])> = units.iter().map(|unit| (unit.seed, &unit.values[..])).collect();
    assert_eq!(shown.len(), 12);
    assert_eq!(shown[0], (7, &[50.0, 0.35][..]));
    assert_eq!(shown[1], (8, &[50.0, 0.35][..]));
    assert_eq!(shown[2], (7, &[50.0, 0.425][..]));
    assert_eq!(shown[11], (8, &[100.0, 0.5][..]));
    let names: std::collections::BTreeSet<&str> = units.iter().map(|unit| unit.name.as_str()).collect();
    assert_eq!(names.len(), 12);
    let again = make(&study(), &options(2, &["cities.cameras=50,100", "habits.drive=0.35..0.5/3"])).unwrap();
    assert_eq!(again.file, plan.file);
    let some: Vec<Unit> = plan.units(|number| number % 5 == 3).map(|made| made.unwrap().unit).collect();
    assert_eq!(some, [units[2].clone(), units[7].clone()], "made alone as among all");
}

#[test]
fn a_unit_is_the_run_that_the_study_gives_with_its_seed() {
    let plan = make(&study(), &options(1, &[])).unwrap();
    let size = Size { seeds: 1, ..options(1, &[]).size };
    let chosen = demerit_worlds::sized(&study(), &size).unwrap();
    assert_eq!(digest_of(text_of(&chosen.bundle()).unwrap().as_bytes()), made(&plan)[0].unit.scenario);
}

#[test]
fn parameters_that_cannot_be_varied_are_refused() {
    let told = refused(&["cities.camera=50,100"]);
    assert!(
        told.contains("no parameter `cities.camera`; did you mean `cities.cameras`?")
            || told.contains("cities.camera"),
        "{told}"
    );
    assert!(refused(&["cities.urban=0.5,0.6"]).contains("has no declared range"));
    let told = refused(&["cities.cameras=10..170/5"]);
    assert!(told.contains("cities.cameras = 10: the file declares the range 40 to 170"), "{told}");
    assert!(refused(&["cities.cameras=50", "cities.cameras=60"]).contains("varied twice"));
    let many = refused(&["cities.cameras=40..170/200", "habits.drive=0.35..0.5/100"]);
    assert!(many.contains("20000 units: a plan has at most 10000"), "{many}");
}

#[test]
fn a_plan_that_was_changed_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.json");
    let plan = make(&study(), &options(2, &[])).unwrap();
    plan.write(&path).unwrap();
    assert_eq!(Plan::read(&path).unwrap().file, plan.file);
    let text = fs::read_to_string(&path).unwrap();
    let told = |text: &str| {
        fs::write(&path, text).unwrap();
        Plan::read(&path).unwrap_err().to_string()
    };
    assert!(told(&text.replace("\"first\": 7", "\"first\": 9")).contains("was changed after it was made"));
    assert!(told(&text.replace("\"format\": 2", "\"format\": 1")).contains("has the form 1"));
    let version = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
    assert!(told(&text.replace(&version, "\"version\": \"0.0.1\"")).contains("was made by version 0.0.1"));
    assert!(told("{}").contains("is no plan"));
    assert!(told(&text[..text.len() / 2]).contains("is no plan"));
    assert!(Plan::read(&folder.path().join("none")).unwrap_err().to_string().contains("cannot read"));
}

#[test]
fn a_wrong_unit_is_told_for_what_it_is() {
    let place = tempfile::tempdir().unwrap();
    let plan = make(&study(), &options(1, &[])).unwrap();
    let made = made(&plan).remove(0);
    assert_eq!(shard::state(place.path(), &made), State::Missing);
    let at = ShardOptions {
        shard: Shard::WHOLE,
        threads: Some(1),
        out: place.path().to_owned(),
        file: "plan.json".to_owned(),
    };
    let mut go_on = |_: &demerit_study::run::Progress| demerit_study::run::Signal::Continue;
    run(&plan, &at, &demerit_study::run::Keeping::NEVER, &mut |_| {}, &mut go_on).unwrap();
    assert!(matches!(shard::state(place.path(), &made), State::Whole(_)));
    let wrong = |unit: &Unit| {
        let Made { study, size, sized, .. } = &made;
        let made = Made { unit: unit.clone(), study: study.clone(), size: *size, sized: sized.clone() };
        match shard::state(place.path(), &made) {
            State::Wrong(why) => why,
            other => panic!("{other:?}"),
        }
    };
    let unit = &made.unit;
    assert!(wrong(&Unit { seed: 8, ..unit.clone() }).contains("made with the seeds [7], not 8"));
    assert!(wrong(&Unit { scenario: "0".repeat(64), ..unit.clone() }).contains("another plan"));
    let manifest = place.path().join(&unit.name).join("manifest.json");
    let text = fs::read_to_string(&manifest).unwrap();
    let version = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
    for (was, is, told) in [
        (version.as_str(), "\"version\": \"0.0.1\"", "made by version 0.0.1"),
        ("\"persons\": 300", "\"persons\": 301", "persons: 301; the study gives 300"),
        ("\"title\": \"No", "\"title\": \"Every", "title: \"Every dark corner"),
        ("\"built\": ", "\"built\": 1", "its footer does not have the digest of manifest.json"),
        ("{", "", "manifest.json is damaged"),
    ] {
        assert!(text.contains(was), "{was}");
        fs::write(&manifest, text.replacen(was, is, 1)).unwrap();
        assert!(wrong(unit).contains(told), "{}", wrong(unit));
    }
    fs::remove_file(&manifest).unwrap();
    assert!(wrong(unit).contains("manifest.json cannot be read"));
}

#[test]
fn two_results_of_one_unit_have_to_be_the_same() {
    let place = tempfile::tempdir().unwrap();
    let plan = make(&study(), &options(2, &[])).unwrap();
    let folders = ["one", "other"].map(|name| place.path().join(name));
    for out in &folders {
        let at = ShardOptions {
            shard: Shard::WHOLE,
            threads: Some(1),
            out: out.clone(),
            file: "plan.json".to_owned(),
        };
        let mut go_on = |_: &demerit_study::run::Progress| demerit_study::run::Signal::Continue;
        run(&plan, &at, &demerit_study::run::Keeping::NEVER, &mut |_| {}, &mut go_on).unwrap();
    }
    let merged = |name: &str| merge(&folders, &place.path().join(name), false, false, &|_| Ok(Vec::new()));
    assert_eq!(merged("same").unwrap().units, 2, "what both hold is the same");

    // One that says otherwise, and whose digests are all right.
    let unit = made(&plan).remove(1).unit.name;
    let RunTables { mut manifest, mut measures, persons, ledger } =
        run_folder::read(&folders[1].join(&unit)).unwrap();
    measures[0].value += 1.0;
    manifest.digests.clear();
    let lock = FolderLock::new(&folders[1], &unit, true).unwrap();
    let mut tables = Filling::begin(&lock, manifest, false).unwrap();
    tables.measures(measures).unwrap();
    tables.persons(persons).unwrap();
    tables.ledger(ledger).unwrap();
    demerit_study::run::write_folder(lock, tables, 0, &|_| Ok(Vec::new())).unwrap();
    let told = merged("different").unwrap_err().to_string();
    let both = folders.each_ref().map(|folder| folder.join(&unit).display().to_string());
    assert!(told.contains("1 of 2 units can be put together"), "{told}");
    let named = format!("{} and {} hold different results of it", both[0], both[1]);
    assert!(told.contains(&named) && !place.path().join("different").exists(), "{told}");
}
