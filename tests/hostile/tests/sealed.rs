//! Plans that somebody changed and sealed again: the digest is right, and what they say is not.

use demerit_analysis::plan::{Plan, PlanOptions, make};
use demerit_scenario::load;
use demerit_scenario::load::NoFiles;
use demerit_worlds::Size;
use std::path::Path;

fn plan() -> Plan {
    let options = PlanOptions {
        size: Size { persons: Some(300), years: Some(0.1), seed: Some(7), seeds: 2 },
        vary: Vec::new(),
        command: "demerit run no-dark-corner".to_owned(),
    };
    make(&load::study("no-dark-corner", &NoFiles).unwrap(), &options).unwrap()
}

/// What is said of a plan that is changed and sealed.
fn told(change: impl FnOnce(&mut Plan)) -> String {
    let mut plan = plan();
    change(&mut plan);
    let bytes = plan.sealed().unwrap().bytes().unwrap();
    Plan::of_bytes(&bytes, Path::new("plan.json")).unwrap_err().to_string()
}

#[test]
fn a_plan_comes_back_as_it_was_sealed() {
    let plan = plan();
    assert_eq!(Plan::of_bytes(&plan.bytes().unwrap(), Path::new("plan.json")).unwrap(), plan);
}

#[test]
fn units_have_their_numbers() {
    assert!(told(|plan| plan.units[0].number = 0).ends_with("units[0].number: 0; allowed: 1"));
    assert!(told(|plan| plan.units[1].number = u32::MAX).ends_with("allowed: 2"));
    assert!(told(|plan| plan.units.clear()).ends_with("units: 0; allowed: 1 to 10000"));
}

#[test]
fn a_unit_leads_nowhere_else() {
    for name in ["../elsewhere", "/elsewhere", "", ".", "..", "a/b", "a\\b", "a\0b"] {
        let told = told(|plan| plan.units[0].name = name.to_owned());
        assert!(told.ends_with("allowed: small letters, digits and hyphens"), "{told}");
    }
}

#[test]
fn a_unit_has_as_many_values_as_are_varied() {
    assert!(told(|plan| plan.units[0].values = vec![1.0]).ends_with("units[0].values: 1; allowed: 0"));
}
