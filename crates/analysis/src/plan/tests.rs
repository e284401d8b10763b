//! Plans on tiny societies.

use super::shard::State;
use super::*;
use demerit_scenario::load;
use demerit_scenario::load::NoFiles;
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

fn refused(vary: &[&str]) -> String {
    match make(&study(), &options(1, vary)) {
        Err(PlanError::Problem { message, hint }) => format!("{message}; {hint}"),
        Err(other) => other.to_string(),
        Ok(plan) => panic!("{} units", plan.units.len()),
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
        for unit in &plan.units {
            let holders = (1..=of).filter(|&number| Shard { number, of }.holds(unit)).count();
            assert_eq!(holders, 1);
        }
    }
}

#[test]
fn units_stand_in_order_and_each_is_another_run() {
    let plan = make(&study(), &options(2, &["cities.cameras=50,100", "habits.drive=0.35..0.5/3"])).unwrap();
    let shown: Vec<(u64, &[f64])> = plan.units.iter().map(|unit| (unit.seed, &unit.values[..])).collect();
    assert_eq!(shown.len(), 12);
    assert_eq!(shown[0], (7, &[50.0, 0.35][..]));
    assert_eq!(shown[1], (8, &[50.0, 0.35][..]));
    assert_eq!(shown[2], (7, &[50.0, 0.425][..]));
    assert_eq!(shown[11], (8, &[100.0, 0.5][..]));
    let names: std::collections::BTreeSet<&str> = plan.units.iter().map(|unit| unit.name.as_str()).collect();
    assert_eq!(names.len(), 12);
    assert_eq!(
        make(&study(), &options(2, &["cities.cameras=50,100", "habits.drive=0.35..0.5/3"])).unwrap(),
        plan
    );
}

#[test]
fn a_unit_is_the_run_that_the_study_gives_with_its_seed() {
    let plan = make(&study(), &options(1, &[])).unwrap();
    let chosen = demerit_worlds::sized(&study(), &plan.size(7)).unwrap();
    assert_eq!(digest_of(text_of(&chosen.bundle()).unwrap().as_bytes()), plan.units[0].scenario);
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
    assert_eq!(Plan::read(&path).unwrap(), plan);
    let text = fs::read_to_string(&path).unwrap();
    let told = |text: &str| {
        fs::write(&path, text).unwrap();
        Plan::read(&path).unwrap_err().to_string()
    };
    assert!(told(&text.replace("\"seed\": 8", "\"seed\": 9")).contains("was changed after it was made"));
    assert!(told(&text.replace("\"format\": 1", "\"format\": 2")).contains("has the form 2"));
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
    let unit = &plan.units[0];
    assert_eq!(shard::state(place.path(), &plan, unit), State::Missing);
    let at = ShardOptions {
        shard: Shard::WHOLE,
        threads: Some(1),
        out: place.path().to_owned(),
        file: "plan.json".to_owned(),
    };
    let mut go_on = |_: &demerit_study::run::Progress| demerit_study::run::Signal::Continue;
    run(&plan, &at, &demerit_study::run::Keeping::NEVER, &mut |_| {}, &mut go_on).unwrap();
    assert_eq!(shard::state(place.path(), &plan, unit), State::Whole);
    let wrong = |plan: &Plan, unit: &Unit| match shard::state(place.path(), plan, unit) {
        State::Wrong(why) => why,
        other => panic!("{other:?}"),
    };
    let other = Plan { version: "0.0.1".to_owned(), ..plan.clone() };
    assert!(wrong(&other, unit).contains("made by version"));
    assert!(wrong(&plan, &Unit { seed: 8, ..unit.clone() }).contains("made with the seeds [7], not 8"));
    assert!(wrong(&plan, &Unit { scenario: "0".repeat(64), ..unit.clone() }).contains("another plan"));
    let manifest = place.path().join(&unit.name).join("manifest.json");
    let text = fs::read_to_string(&manifest).unwrap();
    fs::write(&manifest, &text[1..]).unwrap();
    assert!(wrong(&plan, unit).contains("manifest.json is damaged"));
    fs::remove_file(&manifest).unwrap();
    assert!(wrong(&plan, unit).contains("manifest.json cannot be read"));
}
