//! `demerit calibrate` and `demerit claims` on tiny societies: what is written, what is shown in a report,
//! and calls that are refused.

use crate::program::Place;

const TINY: &str = "--persons 300 --years 0.3";

#[test]
fn a_calibration_is_written_and_shown_in_a_report_of_its_study() {
    let place = Place::new();
    let said = place.demerit(&format!("calibrate {TINY} --draws 8 --quiet --out kept")).fine();
    for part in ["of 8 draws are kept", "census/", "held out", "demerit report RUN --calibrated kept/"] {
        assert!(said.out.contains(part), "{part}: {said}");
    }
    let folder = format!("kept/{}", place.names("kept")[0]);
    let files = ["SHA256SUMS", "calibrate.csv", "calibrate.json", "draws.csv", "targets.csv"];
    assert_eq!(place.names(&folder), files);

    place.demerit(&format!("run {TINY} --draws 0 --quiet --out runs")).fine();
    let run = format!("runs/{}", place.names("runs")[0]);
    place.demerit(&format!("report {run} --calibrated {folder}")).fine();
    let page = std::fs::read_to_string(place.path(format!("{run}/report.html"))).unwrap();
    assert!(page.contains("of the 8 draws") && !page.contains("was not asked"), "a calibrated section");

    place.demerit("run documented --persons 300 --years 0.3 --draws 0 --quiet --out others").fine();
    let other = format!("others/{}", place.names("others")[0]);
    let refused = place.demerit(&format!("report {other} --calibrated {folder}"));
    assert!(refused.code == 1 && refused.err.contains("study `no-dark-corner`"), "{refused}");
    let nothing = place.demerit(&format!("report {run} --calibrated {run}"));
    assert!(nothing.code == 1 && nothing.err.contains("calibrate.json"), "{nothing}");
}

#[test]
fn every_claim_has_an_answer() {
    let place = Place::new();
    let said = place.demerit("claims --persons 200 --draws 8 --seeds 1 --quiet --out answers.json").fine();
    for part in ["S01", "nine in ten", "not yet", "Statements about a made-up society"] {
        assert!(said.out.contains(part), "{part}: {said}");
    }
    let text = std::fs::read_to_string(place.path("answers.json")).unwrap();
    let answers: serde_json::Value = serde_json::from_str(&text).unwrap();
    let claims = answers["claims"].as_array().unwrap();
    assert!(claims.len() > 40 && claims.iter().all(|one| one["claim"]["says"]["id"].is_string()));
}
