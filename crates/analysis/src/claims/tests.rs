//! Tests of claims: verdicts follow from the numbers, and the file from the catalogue.

use super::*;
use crate::ensemble::Over;

fn claim(more: &str) -> ClaimFile {
    let text = format!(
        "id = \"S01\"\nsays = {{ en = \"a\", id = \"b\" }}\nquestion = \"q\"\nstudy = \"no-dark-corner\"\n{more}\n\
         [[tests]]\nmeasure = \"violations\"\nagainst = \"twin\"\nrelative = true\nis = \"below\"\nthreshold = 0.0\n\
         [[tests]]\nmeasure = \"sanctioned\"\nis = \"above\"\nthreshold = 0.01\nwhy = \"w\"\n"
    );
    toml::from_str(&text).unwrap()
}

fn number(test: &TestFile, middle: f64, luck: f64, spread: f64) -> Number {
    let filed = Estimate { value: middle, interval: Some([middle - luck, middle + luck]) };
    told(test, Some(filed), Some([-2.0, -1.0, 0.0, 1.0, 2.0].map(|at| middle + at * spread)))
}

/// The verdict where the violations fall by so much and so many are sanctioned.
fn verdict_of(claim: &ClaimFile, violations: f64, sanctioned: f64, spread: f64) -> Option<Verdict> {
    let numbers = [
        number(&claim.tests[0], violations, 0.005, spread),
        number(&claim.tests[1], sanctioned, 0.001, spread / 10.0),
    ];
    answered(claim, &numbers).verdict
}

#[test]
fn opposite_figures_bring_the_opposite_verdict() {
    let plain = claim("");
    assert_eq!(verdict_of(&plain, -0.05, 0.04, 0.01), Some(Verdict::Shown));
    assert_eq!(verdict_of(&plain, 0.05, 0.0, 0.01), Some(Verdict::Otherwise));
    assert_eq!(verdict_of(&plain, 0.05, 0.04, 0.01), Some(Verdict::InPart));
    // What holds as filed, and not over the ranges, holds in part; so it does where luck alone may turn it.
    assert_eq!(verdict_of(&plain, -0.05, 0.04, 0.05), Some(Verdict::InPart));
    assert_eq!(verdict_of(&plain, -0.004, 0.04, 0.001), Some(Verdict::InPart));
    let lacking = claim("lacks = \"more\"");
    assert_eq!(verdict_of(&lacking, -0.05, 0.04, 0.01), Some(Verdict::InPart));
    assert_eq!(verdict_of(&lacking, 0.05, 0.0, 0.01), Some(Verdict::Otherwise));
    let assumed = claim("assumed = \"society: response.deterrence\"");
    assert_eq!(verdict_of(&assumed, -0.05, 0.04, 0.01), Some(Verdict::OnlyIfAssumed));
    assert_eq!(verdict_of(&assumed, 0.05, 0.0, 0.01), Some(Verdict::Otherwise));
}

#[test]
fn without_a_range_the_filed_number_decides_and_without_a_number_nothing_does() {
    let plain = claim("");
    let of =
        |test: usize, value: f64| told(&plain.tests[test], Some(Estimate { value, interval: None }), None);
    assert_eq!(answered(&plain, &[of(0, -0.1), of(1, 0.2)]).verdict, Some(Verdict::Shown));
    assert_eq!(answered(&plain, &[of(0, 0.1), of(1, 0.0)]).verdict, Some(Verdict::Otherwise));
    assert_eq!(answered(&plain, &[of(0, 0.1), told(&plain.tests[1], None, None)]).verdict, None);
    assert_eq!(answered(&plain, &[]).verdict, None);
}

#[test]
fn every_sentence_of_the_report_has_its_claim_and_each_verdict_its_reason() {
    let file = file().unwrap();
    let ids: Vec<String> = (1..=44).map(|number| format!("S{number:02}")).collect();
    assert_eq!(file.claims.iter().map(|claim| claim.id.clone()).collect::<Vec<_>>(), ids);
    assert!(file.claims.iter().filter(|claim| claim.study.is_some()).count() > 20);
}

#[test]
fn a_file_that_does_not_fit_the_catalogue_is_refused_with_the_place() {
    let head = "[[claims]]\nid = \"S01\"\nsays = { en = \"a\", id = \"b\" }\n";
    let told = |more: &str| match file::read(&format!("{head}{more}"), "claims.toml") {
        Err(load::LoadError::Faults(faults)) => faults[0].to_string(),
        other => panic!("{other:?}"),
    };
    assert!(told("").contains("one of `study`, `not_yet` and `cannot`"));
    let study = "question = \"q\"\nstudy = \"no-dark-corner\"\n";
    assert!(told(study).contains("comes with a `question` and with `tests`"));
    let test = |more: &str| format!("{study}[[claims.tests]]\nis = \"above\"\nthreshold = 0.0\n{more}\n");
    assert!(told(&test("measure = \"sanctoned\"")).contains("did you mean `sanctioned`?"));
    assert!(told(&test("measure = \"sanctioned\"\nagainst = \"twinn\"")).contains("has no world `twinn`"));
    assert!(told(&test("measure = \"sanctioned\"\nrelative = true")).contains("needs a world"));
    let assumed =
        test("measure = \"sanctioned\"").replace(study, &format!("{study}assumed = \"tiers.no\"\n"));
    assert!(told(&assumed).contains("tiers.no"), "{}", told(&assumed));
}

#[test]
fn a_small_file_is_answered_from_its_studies() {
    let mut file = file().unwrap();
    file.claims.retain(|claim| ["S07", "S26", "S27"].contains(&claim.id.as_str()));
    let ensemble = EnsembleOptions {
        draws: 8,
        over: Over::All,
        persons: 400,
        years: Some(0.5),
        seed: None,
        threads: Some(2),
    };
    let found = answers(&file, &ClaimsOptions { ensemble, seeds: 2 }, &mut |_| Signal::Continue).unwrap();
    let verdicts: Vec<Option<Verdict>> = found.claims.iter().map(|one| one.verdict).collect();
    assert!(verdicts[0].is_some());
    assert_eq!(verdicts[1..], [Some(Verdict::NotYet), Some(Verdict::Cannot)]);
    let numbers = &found.claims[0].numbers;
    assert_eq!(numbers.len(), file.claims[0].tests.len());
    assert!(numbers.iter().all(|one| one.filed.is_some() && one.range.is_some_and(|all| all.is_sorted())));
}
