//! Faulty files: each fault is told at its place, with what is allowed, and with exit code 1.
//!
//! The files stand in `tests/faulty`. Those that no editor would keep as they are (bytes that are no text,
//! thousands of brackets) and those that differ in a number from a file of the catalogue are made here.

use crate::program::{Place, Said, compare};
use std::fs;
use std::path::Path;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/faulty");

/// Fewest faulty files that are stored.
const FEWEST: usize = 20;

/// A place with all the stored files, and their names.
fn stored() -> (Place, Vec<String>) {
    let place = Place::new();
    let mut names: Vec<String> = fs::read_dir(FOLDER)
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .filter(|name| Path::new(name).extension().is_some_and(|end| end == "toml"))
        .collect();
    names.sort();
    for name in &names {
        place.write(name, fs::read(Path::new(FOLDER).join(name)).unwrap());
    }
    (place, names)
}

fn told(place: &Place, name: &str) -> Said {
    let said = place.demerit(&format!("check {name}")).refused(1);
    assert!(!said.err.is_empty());
    said
}

/// A file of the catalogue with some texts replaced.
fn altered(place: &Place, kind: &str, name: &str, changes: &[(&str, &str)]) -> String {
    let mut text = place.demerit(&format!("show {kind} {name}")).fine().out;
    for (old, new) in changes {
        assert!(text.contains(old), "{kind} {name} has no `{old}`");
        text = text.replacen(old, new, 1);
    }
    text
}

#[test]
fn every_faulty_file_is_told_of() {
    let (place, names) = stored();
    assert!(names.len() >= FEWEST, "{}", names.len());
    for name in &names {
        compare(&format!("faulty-{}", name.trim_end_matches(".toml")), &told(&place, name));
    }
}

#[test]
fn faults_for_machines_have_places_and_words() {
    let (place, names) = stored();
    for name in &names {
        let said = place.demerit(&format!("check --json {name}"));
        assert_eq!((said.code, said.err.as_str()), (1, ""), "{said}");
        for part in [
            "\"right\": false",
            "\"kind\": null",
            "\"line\": ",
            "\"column\": ",
            "\"message\": \"",
            "\"key\": ",
        ] {
            assert!(said.out.contains(part), "{name} {part}");
        }
    }
    compare("faulty-json", &place.demerit("check --json regime-tiers-overlap.toml"));
}

#[test]
fn a_faulty_study_is_not_run() {
    let (place, names) = stored();
    let before = place.names(".");
    for name in names.iter().filter(|name| name.starts_with("study-")) {
        let said = place.demerit(&format!("run {name} --persons 100")).refused(1);
        assert_eq!(said.err, told(&place, name).err, "run and check tell the same");
    }
    assert_eq!(place.names("."), before, "nothing was written");
}

/// A study whose list can never hold anybody.
fn without_bite(place: &Place) {
    let court = "enter = { value = 0.9";
    let threat = "matter = \"threat\"\nenter = { value = 0.9";
    place.write("mine.toml", altered(place, "regime", "court-list", &[(court, threat)]));
    let study = altered(place, "study", "suining", &[("\"suining-2010\"", "\"mine.toml\"")]);
    place.write("study.toml", study);
}

#[test]
fn what_cannot_bite_is_told_and_refused_where_that_is_asked_for() {
    let place = Place::new();
    without_bite(&place);
    compare("check-warning", &place.demerit("check study.toml").fine());
    compare("check-warning-json", &place.demerit("check --json study.toml").fine());
    compare("check-warning-strict", &place.demerit("check --strict study.toml").refused(1));
    let said = place.demerit("check --strict --json study.toml");
    assert_eq!(said.code, 1, "{said}");
    assert!(said.out.contains("\"right\": false") && said.out.contains("list.matter"), "{said}");
}

#[test]
fn a_run_tells_what_cannot_bite_before_it_starts() {
    let place = Place::new();
    without_bite(&place);
    let said = place.demerit("run study.toml --needs --persons 100").fine();
    assert!(said.err.starts_with("warning: mine.toml:"), "{said}");
    let said = place.demerit("run study.toml --needs --persons 40000").fine();
    assert!(said.err.contains("40000 persons are more than the 30000"), "{said}");
    let said = place.demerit("run study.toml --needs --persons 100 -q").fine();
    assert_eq!(said.err, "", "{said}");
}

#[test]
fn good_and_faulty_files_together() {
    let (place, _) = stored();
    place.write("good.toml", place.demerit("show regime courts-only").fine().out);
    let said = place.demerit("check good.toml regime-tiers-overlap.toml missing.toml good.toml");
    assert_eq!(said.code, 1);
    compare("check-several", &said);
}

#[test]
fn files_that_no_editor_would_keep() {
    let place = Place::new();
    let cases: [(&str, Vec<u8>); 5] = [
        ("not-utf8", b"title = \"caf\xe9\"\nabout = \"In an old encoding.\"\n".to_vec()),
        ("zero-bytes", vec![0; 64]),
        ("deep-nesting", format!("title = {}{}\n", "[".repeat(20_000), "]".repeat(20_000)).into_bytes()),
        ("steers-the-terminal", b"title = \"\x1b[2J\"\nabout = 7\n".to_vec()),
        (
            "long-line",
            format!("title = \"{}\"\nabout = 7 # {}\n", "a".repeat(5_000), "b".repeat(5_000)).into_bytes(),
        ),
    ];
    for (name, bytes) in cases {
        let file = format!("{name}.toml");
        place.write(&file, bytes);
        let said = told(&place, &file);
        assert!(!said.err.contains('\u{1b}') && !said.err.contains('\0'), "{said:?}");
        compare(&format!("faulty-{name}"), &said);
    }
}

#[test]
fn things_that_are_no_files() {
    let place = Place::new();
    fs::create_dir(place.path("folder")).unwrap();
    compare("faulty-folder", &told(&place, "folder"));
    compare("faulty-missing", &told(&place, "missing.toml"));
    compare("run-folder", &place.demerit("run folder").refused(1));
    compare("describe-folder", &place.demerit("describe society ./folder").refused(1));
}

/// A regime whose spillover is harmless or not according to the ties of the society that it is put into.
const SPILLS: &str = r#"title = "Losses that travel three steps"
about = "A friend loses half of what one loses."

[scale]
start = 600
floor = 0
ceiling = 800

[spillover]
reach = 3
claim = "hypothetical"
source = "dunbar-sympathy"

[spillover.weights]
friend = 0.5
"#;

#[test]
fn a_spillover_that_would_grow_without_end() {
    let place = Place::new();
    let study = altered(
        &place,
        "study",
        "no-dark-corner",
        &[("regime = \"no-dark-corner\"", "regime = \"mine.toml\"")],
    );
    place.write("mine.toml", SPILLS);
    place.write("study.toml", &study);
    compare("faulty-spillover", &told(&place, "study.toml"));
    place.write("mine.toml", SPILLS.replace("friend = 0.5", "friend = 0.05"));
    place.demerit("check study.toml").fine();
    place.write("mine.toml", SPILLS.replace("reach = 3", "reach = 1"));
    place.demerit("check study.toml").fine();
}

#[test]
fn a_society_whose_shares_do_not_fit() {
    let place = Place::new();
    let changes = [
        ("{ value = 0.254,", "{ value = 0.354,"),
        ("over_65 = { value = 0.1350", "over_65 = { value = 0.1950"),
        ("weekly_men = { value = 0.33", "weekly_men = { value = 0.73"),
        ("care = [0.5,", "care = [0.6,"),
        ("who = \"drivers\"", "who = \"motorists\""),
        ("covers = \"city-cameras\"", "covers = \"everything\""),
        ("\"npl-tpir-10k\"", "\"npl-tpir-10m\""),
        ("tie = \"colleague\"", "tie = \"workmate\""),
    ];
    place.write("society.toml", altered(&place, "society", "china-2020", &changes));
    let said = told(&place, "society.toml");
    for part in [
        "0.195 of 65 and over are more than the 0.187 of 60 and over",
        "0.73 drink weekly, but only 0.635 drink at all",
        "there is no group of persons `motorists`",
        "there is no coverage `everything`",
        "unknown source `npl-tpir-10m` (did you mean `npl-tpir-10k`?)",
        "there is no tie `workmate`",
    ] {
        assert!(said.err.contains(part), "{part}\n{said}");
    }
    assert_eq!(said.err.matches("1.1").count(), 2, "two lists of shares add up to 1.1\n{said}");
}

#[cfg(unix)]
#[test]
fn a_path_that_is_no_text_is_no_fault_of_ours() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let place = Place::new();
    let name = OsStr::from_bytes(b"caf\xe9.toml");
    if fs::write(place.path(name), place.demerit("show regime courts-only").fine().out).is_err() {
        return; // This file system takes no such names.
    }
    let call = |words: &[&str]| Said::of(words.join(" "), place.command(words).arg(name).output().unwrap());
    assert!(call(&["check"]).fine().out.contains("a regime, no faults"));
    compare("run-path-not-utf8", &call(&["run"]).refused(1));
    call(&["describe", "society"]).refused(1);
    call(&["report"]).refused(1);
    call(&["life"]).refused(1);
    call(&["show", "regime"]).refused(2);
}
