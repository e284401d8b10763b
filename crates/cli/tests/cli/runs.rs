//! `demerit run`, `demerit report` and `demerit life` on tiny societies.

use crate::program::{Place, Said, compare};
use std::fs;

/// The folder of the only run in `runs`, as a path from the place.
fn only_run(place: &Place, out: &str) -> String {
    let names = place.names(out);
    assert_eq!(names.len(), 1, "{names:?}");
    format!("{out}/{}", names[0])
}

/// What was said, without the digest in the folder's name and without times.
fn steady(said: Said, folder: &str) -> Said {
    let (start, digest) = folder.rsplit_once('-').unwrap();
    let mut said = said.with(&format!("{start}-{digest}"), &format!("{start}-DIGEST"));
    let timed = said.out.lines().find(|line| line.contains("person-weeks in ")).map(str::to_owned);
    if let Some(line) = timed {
        let (before, _) = line.split_once(" in ").unwrap();
        said.out = said.out.replace(&line, &format!("{before} in SO LONG."));
    }
    said
}

/// The digests of the manifest, as text.
fn digests(place: &Place, folder: &str) -> String {
    let manifest = fs::read_to_string(place.path(format!("{folder}/manifest.json"))).unwrap();
    let (_, after) = manifest.split_once("\"digests\": {").unwrap();
    let digests = after.split_once('}').unwrap().0.to_owned();
    assert_eq!(digests.matches(".parquet\": \"").count(), 3, "{digests}");
    digests
}

#[test]
fn a_tiny_run() {
    let place = Place::new();
    let said = place.demerit("run --draws 0 --persons 3000 --years 0.5").fine();
    let folder = only_run(&place, "runs");
    assert!(folder.starts_with("runs/no-dark-corner-2018-"), "{folder}");
    compare("run-tiny", &steady(said, &folder));
    let files = [
        "SHA256SUMS",
        "ledger.parquet",
        "manifest.json",
        "measures.parquet",
        "persons.parquet",
        "report.html",
    ];
    assert_eq!(place.names(&folder), files);
    for file in files {
        assert!(fs::metadata(place.path(format!("{folder}/{file}"))).unwrap().len() > 100, "{file}");
    }
    let manifest = fs::read_to_string(place.path(format!("{folder}/manifest.json"))).unwrap();
    assert!(
        manifest.contains("\"command\": \"demerit run no-dark-corner --persons 3000 --years 0.5 --draws 0\"")
    );
}

#[test]
fn the_regime_makes_a_difference_once_it_is_there() {
    let place = Place::new();
    let said = place.demerit("run --draws 0 --persons 3000 --years 9 --quiet").fine();
    assert_eq!(said.err, "");
    assert!(!said.out.contains("do not differ yet"), "{said}");
    let line = said.out.lines().find(|line| line.starts_with("critical posts withheld")).unwrap();
    let numbers: Vec<&str> = line.split_whitespace().skip(3).collect();
    // Here, the year before, in the twin.
    assert!(numbers[0] != "0" && numbers[2] == "0", "{line}");
}

#[test]
fn for_machines() {
    let place = Place::new();
    let said =
        place.demerit("run --draws 0 --persons 500 --years 0.1 --json --quiet --out here/there").fine();
    let folder = only_run(&place, "here/there");
    for part in [
        format!("\"folder\": \"{folder}\""),
        format!("\"report\": \"{folder}/report.html\""),
        "\"seconds\": ".to_owned(),
        "\"person_weeks\": 7500".to_owned(),
        "\"summary\": [".to_owned(),
        "\"label\": \"under a sanction\"".to_owned(),
    ] {
        assert!(said.out.contains(&part), "{part}\n{said}");
    }
    assert!(said.out.starts_with("{\n") && said.out.ends_with("}\n"), "one document and nothing else");
    assert_eq!(said.err, "");
}

#[test]
fn what_a_run_needs_is_said_without_running_it() {
    let place = Place::new();
    let said = place.demerit("run nation --persons 30000 --years 0.2 --threads 2 --needs --quiet").fine();
    assert!(said.out.starts_with("It needs about ") && said.out.ends_with(" on 2 threads.\n"), "{said}");
    for part in [" MiB of memory (", " free, of which ", " may be taken), about ", " MiB of disk and about "]
    {
        assert!(said.out.contains(part), "{part}\n{said}");
    }
    assert_eq!(said.err, "");
    let said = place.demerit("run nation --persons 30000 --years 0.2 --needs --json").fine();
    for key in [
        "\"bytes\": ",
        "\"bytes_free\": ",
        "\"fits\": true",
        "\"bytes_of_disk\": ",
        "\"seconds\": ",
        "\"threads\": ",
    ] {
        assert!(said.out.contains(key), "{key}\n{said}");
    }
    assert!(!place.path("runs").exists(), "nothing was run");
}

#[test]
fn a_run_that_does_not_fit_is_refused_with_what_would() {
    let place = Place::new();
    // Some twenty worlds of a nation each: more than any machine has.
    let call = "run one-mechanism-at-a-time --persons 1500000000";
    let said = place.demerit(call).refused(2);
    for part in [
        "worlds of 1,500,000,000 persons need about ",
        " GiB of memory, and ",
        " are free, of which ",
        "since a tenth of the machine is left to others",
        "try `--persons ",
    ] {
        assert!(said.err.contains(part), "{part}\n{said}");
    }
    assert!(!place.path("runs").exists(), "nothing is left behind");
}

#[test]
fn an_existing_folder_is_replaced_only_by_force() {
    let place = Place::new();
    let call = "run --draws 0 --persons 300 --years 0.1 --quiet";
    place.demerit(call).fine();
    let folder = only_run(&place, "runs");
    place.write(&format!("{folder}/mine.txt"), "a note");
    let before = fs::read(place.path(format!("{folder}/manifest.json"))).unwrap();
    compare("run-again", &steady(place.demerit(call).refused(1), &folder));
    assert_eq!(fs::read(place.path(format!("{folder}/manifest.json"))).unwrap(), before, "untouched");
    assert_eq!(fs::read(place.path(format!("{folder}/mine.txt"))).unwrap(), b"a note");
    compare("run-over-a-note", &steady(place.demerit(&format!("{call} --force")).refused(1), &folder));
    assert_eq!(fs::read(place.path(format!("{folder}/mine.txt"))).unwrap(), b"a note", "force or not");
    assert_eq!(fs::read(place.path(format!("{folder}/manifest.json"))).unwrap(), before, "untouched");
    fs::remove_file(place.path(format!("{folder}/mine.txt"))).unwrap();
    place.demerit(&format!("{call} --force")).fine();
    assert_eq!(only_run(&place, "runs"), folder);
    assert_ne!(fs::read(place.path(format!("{folder}/manifest.json"))).unwrap(), before, "replaced");
}

#[test]
fn the_same_call_gives_the_same_tables_with_any_threads() {
    let place = Place::new();
    let run = |out: &str, more: &str| {
        place.demerit(&format!("run --draws 0 --persons 3000 --years 3 --quiet --out {out} {more}")).fine();
        only_run(&place, out)
    };
    let first = run("a", "");
    for (out, more) in [("b", ""), ("one", "--threads 1"), ("two", "--threads 2"), ("eight", "--threads 8")] {
        let folder = run(out, more);
        assert_eq!(digests(&place, &folder), digests(&place, &first), "{more}");
        for table in ["measures", "persons", "ledger"] {
            let bytes = |folder: &str| fs::read(place.path(format!("{folder}/{table}.parquet"))).unwrap();
            assert_eq!(bytes(&folder), bytes(&first), "{table} {more}");
        }
    }
    let other = run("other", "--seed 5");
    assert_ne!(digests(&place, &other), digests(&place, &first));
}

#[test]
fn several_seeds() {
    let place = Place::new();
    let said = place.demerit("run --draws 0 --persons 400 --years 0.2 --seeds 3 --seed 7 --quiet").fine();
    let folder = only_run(&place, "runs");
    assert!(folder.starts_with("runs/no-dark-corner-7-"), "{folder}");
    let manifest = fs::read_to_string(place.path(format!("{folder}/manifest.json"))).unwrap();
    let seeds: String = manifest
        .split_once("\"seeds\": [")
        .unwrap()
        .1
        .split_once(']')
        .unwrap()
        .0
        .split_whitespace()
        .collect();
    assert_eq!(seeds, "7,8,9");
    assert!(manifest.contains("--years 0.2 --seed 7 --seeds 3 --draws 0\""));
    assert!(said.out.contains("36.0 thousand person-weeks"), "{said}");
}

#[test]
fn a_run_is_repeated_from_its_manifest() {
    let place = Place::new();
    place.demerit("run --draws 0 --persons 700 --years 2.5 --seed 9 --quiet").fine();
    let first = only_run(&place, "runs");
    let manifest = fs::read_to_string(place.path(format!("{first}/manifest.json"))).unwrap();
    let line = manifest.lines().find(|line| line.trim_start().starts_with("\"resolved\": ")).unwrap();
    let quoted =
        line.trim().trim_start_matches("\"resolved\": \"").trim_end_matches(',').trim_end_matches('"');
    place.write("again.toml", quoted.replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\"));
    assert!(place.demerit("check again.toml").fine().out.contains("a bundle, no faults"));
    place.demerit("run again.toml --quiet --out again").fine();
    assert_eq!(digests(&place, &only_run(&place, "again")), digests(&place, &first));

    let bundle = fs::read_to_string(place.path("again.toml")).unwrap();
    place.write("broken.toml", bundle.replace("regime = \"courts-only\"", "regime = \"court-only\""));
    let said = place.demerit("check broken.toml").refused(1);
    assert!(
        said.err.contains("there is no regime `court-only` in this bundle (did you mean `court"),
        "{said}"
    );
}

#[test]
fn a_changed_number_changes_the_result() {
    let place = Place::new();
    let regime = place.demerit("show regime courts-only").fine().out;
    let study = place.demerit("show study no-dark-corner").fine().out;
    assert!(regime.contains("enter = { value = 0.5,"));
    place.write("mine.toml", regime.replace("enter = { value = 0.5,", "enter = { value = 0.8,"));
    place.write("study.toml", study.replace("\"courts-only\"", "\"mine.toml\""));
    place.demerit("run --draws 0 --persons 3000 --years 1 --quiet --out plain").fine();
    place.demerit("run study.toml --draws 0 --persons 3000 --years 1 --quiet --out changed").fine();
    assert_ne!(digests(&place, &only_run(&place, "changed")), digests(&place, &only_run(&place, "plain")));
}

#[test]
fn the_report_is_written_anew() {
    let place = Place::new();
    place.demerit("run --draws 0 --persons 1000 --years 3 --quiet").fine();
    let folder = only_run(&place, "runs");
    let path = place.path(format!("{folder}/report.html"));
    let first = fs::read_to_string(&path).unwrap();
    fs::remove_file(&path).unwrap();
    assert_eq!(place.demerit(&format!("report {folder}")).fine().out, format!("{folder}/report.html\n"));
    assert_eq!(fs::read_to_string(&path).unwrap(), first, "the tables hold all that the report says");
    assert_eq!(place.names(&folder).len(), 6, "nothing left beside");
    fs::write(&path, "my own words").unwrap();
    let said = place.demerit(&format!("report {folder}")).refused(1);
    assert!(said.err.contains("what was changed since: report.html"), "{said}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "my own words");
}

#[test]
fn a_life_is_told() {
    let place = Place::new();
    place.demerit("run --draws 0 --persons 1000 --years 5 --quiet").fine();
    let folder = only_run(&place, "runs");
    let said = place.demerit(&format!("life {folder}")).fine();
    assert!(said.out.contains("It is not a typical life") && said.out.contains("Record: "), "{said}");
    assert!(said.out.contains("\nThe same person in the twin: Law and courts only\n"), "{said}");
    assert!(said.out.lines().all(|line| line.chars().count() <= 100), "wrapped\n{said}");
    let machine = place.demerit(&format!("life {folder} --json")).fine().out;
    let number = machine.split_once("\"number\": ").unwrap().1.split_once(',').unwrap().0.to_owned();
    let asked = place.demerit(&format!("life {folder} {number}")).fine();
    let told = |text: &str| text.split_once("\nwhen ").map(|parts| parts.1.to_owned());
    assert!(told(&asked.out).is_some() && told(&asked.out) == told(&said.out), "the same life\n{asked}");
    let stranger = place.demerit(&format!("life {folder} 4000000")).refused(1);
    assert!(stranger.err.starts_with("error: person 4000000 is not in the cohort of this run"), "{stranger}");
}

#[test]
fn folders_that_are_no_runs() {
    let place = Place::new();
    fs::create_dir(place.path("empty")).unwrap();
    fs::create_dir(place.path("foreign")).unwrap();
    place.write("foreign/manifest.json", "{ \"name\": \"another program\" }");
    for command in ["report", "life"] {
        for folder in ["missing", "empty", "foreign"] {
            compare(
                &format!("{command}-{folder}"),
                &place.demerit(&format!("{command} {folder}")).refused(1),
            );
        }
    }
    place.demerit("run --draws 0 --persons 200 --years 0.1 --quiet").fine();
    let folder = only_run(&place, "runs");
    place.write(&format!("{folder}/measures.parquet"), "not a table");
    compare("report-broken", &steady(place.demerit(&format!("report {folder}")).refused(1), &folder));
}

#[test]
fn a_run_draws_the_ranges_that_its_study_asks_for() {
    let place = Place::new();
    let call = "run --persons 400 --years 0.3 --draws 8 --quiet";
    let said = place.demerit(call).fine();
    let first = "Under a sanction: ";
    assert!(said.out.lines().any(|line| line.starts_with(first)), "{said}");
    assert!(said.out.contains("half of all draws") && said.out.contains("nine in ten"), "{said}");
    let folder = only_run(&place, "runs");
    let report = || fs::read_to_string(place.path(format!("{folder}/report.html"))).unwrap();
    let drawn = |name: &str| fs::read(place.path(format!("{folder}/{name}"))).unwrap();
    let files = ["draws.csv", "ensemble.csv", "ensemble.json"];
    let before = (files.map(drawn), report());
    assert!(before.1.contains("in half of all draws"), "the report begins with them");
    // Written anew, the report has them still.
    place.demerit(&format!("report {folder}")).fine();
    assert_eq!(report(), before.1);
    // Where they are missing, as after a stop, `resume` draws the same again.
    for name in files {
        fs::remove_file(place.path(format!("{folder}/{name}"))).unwrap();
    }
    place.demerit(&format!("report {folder}")).fine();
    assert!(report().contains("was not drawn"));
    let again = place.demerit(&format!("resume {folder} --quiet --threads 1")).fine();
    assert!(again.out.contains("half of all draws"), "{again}");
    assert!((files.map(drawn), report()) == before, "other bytes");
    let machine = place.demerit(&format!("{call} --force --json")).fine();
    assert!(machine.out.contains("\"quantiles\""), "{machine}");
}
