//! Plans that somebody changed and sealed again: the digest is right, and what they say is not.

use demerit_analysis::plan::{Made, Plan, PlanError, PlanFile, PlanOptions, Shard, ShardOptions, make, run};
use demerit_scenario::load;
use demerit_scenario::load::NoFiles;
use demerit_study::run::{Keeping, Progress, RunError, Signal};
use demerit_worlds::{LiveError, Size};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs;
use std::path::Path;

fn plan() -> Plan {
    let options = PlanOptions {
        size: Size { persons: Some(300), years: Some(0.1), seed: Some(7), seeds: 2 },
        vary: vec!["cities.cameras=50,100".parse().unwrap()],
        command: "demerit run no-dark-corner".to_owned(),
    };
    make(&load::study("no-dark-corner", &NoFiles).unwrap(), &options).unwrap()
}

#[test]
fn a_plan_comes_back_as_it_was_sealed() {
    let plan = plan();
    let back = Plan::of_bytes(&plan.file.bytes().unwrap(), Path::new("plan.json")).unwrap();
    assert_eq!(back.file, plan.file);
}

/// Values that a field of a plan may be given by hand.
fn hostile() -> Vec<Value> {
    let texts = ["", "con", "-rf", "..", "../elsewhere", "/elsewhere", "a\0b", "no-dark-corner", "\u{1b}[2J"];
    let numbers = ["0", "-1", "1", "0.5", "1e308", "-1e308", "1e-320", "4294967295", "9007199254740991"];
    let texts = texts.iter().map(|text| json!(text)).chain([json!("x".repeat(100_000))]);
    let numbers = numbers.iter().map(|text| serde_json::from_str(text).unwrap());
    let others = [json!(null), json!(true), json!([]), json!({}), json!([1e308]), json!([0.5, 0.5])];
    texts.chain(numbers).chain([json!(u64::MAX)]).chain(others).collect()
}

/// Places of all fields of a plan, and of those within them.
fn places(at: &str, tree: &Value, places: &mut Vec<String>) {
    let inner: Vec<(String, &Value)> = match tree {
        Value::Object(fields) => fields.iter().map(|(key, value)| (key.clone(), value)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(at, item)| (at.to_string(), item)).collect(),
        _ => Vec::new(),
    };
    for (key, value) in inner {
        let place = format!("{at}/{key}");
        self::places(&place, value, places);
        places.push(place);
    }
}

#[test]
fn no_field_of_a_plan_leads_to_a_fault_or_elsewhere() {
    let out = tempfile::tempdir().unwrap();
    let tree: Value = serde_json::from_slice(&plan().file.bytes().unwrap()).unwrap();
    let mut all = Vec::new();
    places("", &tree, &mut all);
    assert!(all.iter().any(|place| place == "/varied/0/values/1") && all.len() > 12, "{all:?}");
    let (mut refused, mut run_through) = (0, 0);
    for (place, value) in all.iter().flat_map(|place| hostile().into_iter().map(move |value| (place, value)))
    {
        let mut changed = tree.clone();
        *changed.pointer_mut(place).unwrap() = value.clone();
        let sealed = serde_json::from_value::<PlanFile>(changed.clone()).map(|file| file.sealed().unwrap());
        let bytes = sealed.map_or_else(|_| changed.to_string().into_bytes(), |file| file.bytes().unwrap());
        let told = |error: PlanError| {
            let text = error.to_string();
            assert!(!matches!(&error, PlanError::Run(RunError::Live(LiveError::Fault(_)))), "{text}");
            text
        };
        match Plan::of_bytes(&bytes, Path::new("plan.json")).map_err(told) {
            Err(text) => {
                assert!(!text.is_empty(), "{place} {value}");
                refused += 1;
            }
            // What is another plan is run where it should be, or refused.
            Ok(plan) => {
                let first = plan.units(|number| number == 1).next().unwrap().map_err(told);
                let few = plan.file.persons.is_some_and(|persons| persons < 1000);
                let Ok(Made { unit, .. }) = first.as_ref() else { continue };
                assert!(unit.name.starts_with(&format!("no-dark-corner-{}-", unit.seed)), "{}", unit.name);
                if few && plan.file.years.is_some() {
                    let inner = out.path().join("inner");
                    let options = ShardOptions {
                        shard: Shard { number: 1, of: plan.count() },
                        threads: Some(1),
                        out: inner.clone(),
                        file: "plan.json".to_owned(),
                    };
                    let mut go_on = |_: &Progress| Signal::Continue;
                    run(&plan, &options, &Keeping::NEVER, &mut |_| {}, &mut go_on).map_err(told).unwrap();
                    let names = |folder: &Path| -> BTreeSet<OsString> {
                        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect()
                    };
                    assert_eq!(names(out.path()), ["inner".into()].into());
                    assert_eq!(names(&inner), [unit.name.as_str().into(), "plan.json".into()].into());
                    fs::remove_dir_all(inner).unwrap();
                    run_through += 1;
                }
            }
        }
    }
    assert!(refused > 200 && run_through > 5, "{refused} {run_through}");
}

#[test]
fn every_field_of_a_plan_has_its_range() {
    let told = |place: &str, value: Value| {
        let mut changed: Value = serde_json::from_slice(&plan().file.bytes().unwrap()).unwrap();
        *changed.pointer_mut(place).unwrap() = value;
        let file = serde_json::from_value::<PlanFile>(changed).unwrap().sealed().unwrap();
        Plan::of_bytes(&file.bytes().unwrap(), Path::new("plan.json")).unwrap_err().to_string()
    };
    let cameras = plan().file.varied[0].parameter.clone();
    let twice = json!([plan().file.varied[0], plan().file.varied[0]]);
    for (place, value, says) in [
        ("/study", json!("suining"), "study: `suining`; the study under `resolved` is `no-dark-corner`"),
        ("/persons", json!(0), "0 persons: at least 1 is needed"),
        ("/persons", json!(u32::MAX), "4294967295 persons: at most 1500000000 are allowed"),
        ("/years", json!(1e308), "allowed is above 0 up to 600"),
        ("/years", json!(-1), "-1 years: allowed is above 0 up to 600"),
        ("/years", json!(0.001), "0.001 years are not a single week"),
        ("/seeds/count", json!(0), "0 seeds: at least 1 is needed"),
        ("/seeds/count", json!(u32::MAX), "units: a plan has at most 10000"),
        ("/seeds/first", json!(u64::MAX), "go beyond the highest, 9007199254740991"),
        ("/varied/0/values", json!([]), "0 values; allowed are 1 to 1000"),
        ("/varied/0/values", json!([50, 50]), "the value 50 is given twice"),
        ("/varied/0/values/0", json!(1e308), "the file declares the range 40 to 170"),
        ("/varied/0/parameter", json!("cities.kamera"), "cities.kamera"),
        ("/varied", twice, &format!("{cameras} is varied twice")),
    ] {
        let said = told(place, value);
        assert!(said.starts_with("plan.json is no plan: ") && said.contains(says), "{place}: {said}");
    }
}
