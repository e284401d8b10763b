//! `demerit sensitivity` on tiny societies: what is written, the same bytes for any threads, and calls that
//! are refused.

use crate::program::Place;
use std::fs;

const CALL: &str =
    "sensitivity --persons 500 --years 0.3 --measure sanctioned --only tiers --samples 2 --quiet";

/// The files of the only analysis in a folder.
fn files(place: &Place, out: &str) -> Vec<(String, Vec<u8>)> {
    let names = place.names(out);
    assert_eq!(names.len(), 1, "{names:?}");
    let folder = format!("{out}/{}", names[0]);
    let read = |name: String| {
        let bytes = fs::read(place.path(format!("{folder}/{name}"))).unwrap();
        (name, bytes)
    };
    place.names(&folder).into_iter().map(read).collect()
}

#[test]
fn an_analysis_is_written_and_is_the_same_for_any_threads() {
    let place = Place::new();
    for method in ["morris", "sobol"] {
        let call = format!("{CALL} --method {method}");
        let said = place.demerit(&format!("{call} --threads 1 --out {method}-1")).fine();
        for part in ["the total of `sanctioned` in `regime`", "the seed", "tiers[2].from", "95 %", "Page: "] {
            assert!(said.out.contains(part), "{part}: {said}");
        }
        place.demerit(&format!("{call} --threads 2 --out {method}-2")).fine();
        let (one, two) = (files(&place, &format!("{method}-1")), files(&place, &format!("{method}-2")));
        let names: Vec<&str> = one.iter().map(|file| file.0.as_str()).collect();
        let wanted = ["SHA256SUMS", "runs.csv", "sensitivity.csv", "sensitivity.html", "sensitivity.json"];
        assert_eq!(names, wanted);
        assert_eq!(one, two);
        let rows = String::from_utf8(one[1].1.clone()).unwrap();
        let factors = String::from_utf8(one[2].1.clone()).unwrap();
        let count = factors.lines().count() - 1;
        let each = if method == "morris" { count + 1 } else { count + 2 };
        assert_eq!(rows.lines().count() - 1, 2 * each, "{factors}");
    }
}

#[test]
fn for_machines_it_is_json() {
    let place = Place::new();
    let said = place.demerit(&format!("{CALL} --json --difference --seeds 1")).fine();
    for part in ["\"method\": \"morris\"", "\"mu_star\": {", "\"seed_share\": null", "\"twin\""] {
        assert!(said.out.contains(part), "{part}: {said}");
    }
}

#[test]
fn calls_that_cannot_be_answered_are_refused() {
    let place = Place::new();
    for (words, part) in [
        ("--samples 1", "allowed is a whole number from 2 to 100,000"),
        ("--method best", "[possible values: morris, sobol]"),
        ("--only nowhere", "no figure with a declared range has `nowhere` in its name"),
        ("--measure sanctiond", "did you mean `sanctioned`?"),
        ("--seeds 0", "allowed is a whole number from 1"),
    ] {
        let said = place.demerit(&format!("sensitivity --persons 100 --years 0.1 {words}")).refused(2);
        assert!(said.err.contains(part), "{part}: {said}");
    }
    let said = place.demerit("sensitivity nowhere").refused(1);
    assert!(said.err.contains("there is no study `nowhere`"), "{said}");
    assert!(place.names("").iter().all(|name| name != "runs"));
}

#[test]
fn an_analysis_that_is_there_is_kept() {
    let place = Place::new();
    place.demerit(CALL).fine();
    let said = place.demerit(CALL).refused(1);
    assert!(said.err.contains("is there already") && said.err.contains("--force"), "{said}");
    place.demerit(&format!("{CALL} --force")).fine();
}
