//! What a folder says is what was run: edited manifests and rows that no run gives are refused, with a right
//! digest too.

use demerit_scenario::load;
use demerit_scenario::load::NoFiles;
use demerit_study::run::{Keeping, RunOptions, Signal, run, write_folder};
use demerit_study::run_folder::{self, Filling, FolderError, FolderLock};
use demerit_worlds::Size;
use demerit_worlds::manifest::Manifest;
use demerit_worlds::tables::column::Row;
use demerit_worlds::tables::{LedgerRow, MeasureRow, PersonRow, RunTables};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// The folder of a small run.
fn folder(out: &Path) -> PathBuf {
    let options = RunOptions {
        size: Size { persons: Some(300), years: Some(2.5), seed: Some(4), seeds: 1 },
        threads: Some(1),
        out: out.to_owned(),
        ..RunOptions::default()
    };
    let study = load::study("no-dark-corner", &NoFiles).unwrap();
    run(&study, &options, &Keeping::NEVER, &mut |_| Signal::Continue, &|_| Ok(Vec::new())).unwrap().folder
}

fn message<T>(read: Result<T, FolderError>) -> String {
    match read {
        Err(FolderError::Foreign { path, message }) => {
            format!("{}: {message}", path.file_name().unwrap().display())
        }
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("it is read"),
    }
}

#[test]
fn whatever_is_edited_in_a_manifest_is_refused() {
    let out = tempfile::tempdir().unwrap();
    let folder = folder(out.path());
    let path = folder.join(run_folder::MANIFEST);
    let good: Value = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
    let mut swapped = good["worlds"].clone();
    swapped.as_array_mut().unwrap().swap(0, 1);
    // All that reads a folder, in turn.
    let readers: [&dyn Fn() -> String; 4] = [
        &|| message(run_folder::read(&folder)),
        &|| message(run_folder::told(&folder, None)),
        &|| message(run_folder::read_measures(&folder)),
        &|| message(run_folder::write_sheets(&folder)),
    ];
    let mut turn = readers.iter().cycle();
    for (place, value, says) in [
        ("/format", json!(3), "manifest.json: format: 3; this program reads 4"),
        ("/study", json!("suining"), "study: \"suining\"; the study gives \"no-dark-corner\""),
        ("/title", json!("\u{1b}[2J"), "title: \"\\u001b[2J\"; the study gives \"No dark corner"),
        ("/persons", json!(301), "persons: 301; the study gives 300"),
        ("/ticks", json!(129), "ticks: 129; the study gives 130"),
        ("/horizon", json!(131), "horizon: 131; the study gives 130"),
        ("/start_year", json!(2013), "start_year: 2013; the study gives 2012"),
        ("/seeds", json!([5]), "seeds[0]: 5; the study gives 4"),
        ("/seeds", json!([4, 5]), "its footer does not have the digest of manifest.json"),
        ("/worlds", json!([]), "worlds: 0; allowed: 1 to 60"),
        ("/worlds", json!([good["worlds"][0]]), "the study gives [{\"name\":\"regime\""),
        ("/worlds", swapped, "worlds[0].name: \"twin\"; the study gives \"regime\""),
        ("/worlds/1/name", json!("paradise"), "worlds[1].name: \"paradise\"; the study gives \"twin\""),
        (
            "/worlds/0/tiers/0/sanction",
            json!(false),
            "worlds[0].tiers[0].sanction: false; the study gives true",
        ),
        ("/parameters", json!([]), "parameters: []; the study gives"),
        ("/parameters/0/value", json!(1.25), "parameters[0].value"),
        ("/claims", json!([]), "claims: []; the study gives"),
        ("/limits/0", json!("All of it happened."), "limits[0]: \"All of it happened.\"; the study gives"),
        ("/phases", json!([]), "its footer does not have the digest of manifest.json"),
        ("/figures/0/built", json!(0.5), "its footer does not have the digest of manifest.json"),
        ("/version", json!("0.0.1"), "its footer does not have the digest of manifest.json"),
        ("/study_digest", json!("0".repeat(64)), "study_digest: it is not that of the text under `resolved`"),
        ("/resolved", json!("[study]"), "study_digest: it is not that of the text under `resolved`"),
        ("/digests", json!({}), "it does not have the digest of the manifest"),
    ] {
        let mut edited = good.clone();
        let was = std::mem::replace(edited.pointer_mut(place).unwrap(), value);
        assert_ne!(&was, edited.pointer(place).unwrap(), "{place}");
        fs::write(&path, edited.to_string()).unwrap();
        let said = turn.next().unwrap()();
        assert!(said.contains(says), "{place}: {said}");
    }
    fs::write(&path, good.to_string()).unwrap();
    assert_eq!(run_folder::told(&folder, None).unwrap().manifest.digest().len(), 64);
}

/// A folder written with these tables, so that all digests are right, and read back.
fn forged(out: &Path, tables: RunTables) -> Result<RunTables, FolderError> {
    let lock = FolderLock::new(out, "forged", true).unwrap();
    let RunTables { mut manifest, measures, persons, ledger } = tables;
    manifest.digests.clear();
    let mut filling = Filling::begin(&lock, manifest, false).unwrap();
    filling.measures(measures).unwrap();
    filling.persons(persons).unwrap();
    filling.ledger(ledger).unwrap();
    write_folder(lock, filling, 0, &|_| Ok(Vec::new())).unwrap();
    run_folder::read(&out.join("forged"))
}

/// A change of a row, and what is said of it.
type Change<R> = (fn(&mut R), &'static str);

/// Sees that each change is refused.
fn all_refused<R: Row>(good: &RunTables, rows: fn(&mut RunTables) -> &mut Vec<R>, changes: &[Change<R>]) {
    let place = tempfile::tempdir().unwrap();
    for (change, says) in changes {
        let mut tables = good.clone();
        change(&mut rows(&mut tables)[3]);
        let said = message(forged(place.path(), tables));
        assert!(said.starts_with(&format!("{}: ", R::FILE)) && said.contains(says), "{said}");
    }
}

#[test]
fn rows_that_no_run_gives_are_refused_with_a_right_digest_too() {
    let out = tempfile::tempdir().unwrap();
    let mut good = run_folder::read(&folder(out.path())).unwrap();
    good.measures.truncate(100);
    good.persons.truncate(100);
    good.ledger.truncate(100);
    let place = tempfile::tempdir().unwrap();
    assert_eq!(forged(place.path(), good.clone()).unwrap().ledger, good.ledger);
    let measures: &[Change<MeasureRow>] = &[
        (|row| row.seed = 5, "seed 5 is not of this run"),
        (|row| row.world = "paradise".to_owned(), "the world `paradise` is not of this run"),
        (|row| row.tick = 130, "tick 130 in week 4 of 2012 is not of this run"),
        (|row| row.tick = u32::MAX, "is not of this run"),
        (|row| row.year = 2011, "in week 4 of 2011 is not of this run"),
        (|row| row.week = 5, "in week 5 of 2012 is not of this run"),
        (|row| row.measure = "happiness".to_owned(), "`happiness` in "),
        (|row| row.unit = "elephants".to_owned(), " in `elephants` is no measure"),
        (|row| row.weight = -1.0, "a weight of -1; allowed: 0 or more"),
    ];
    all_refused(&good, |tables| &mut tables.measures, measures);
    let persons: &[Change<PersonRow>] = &[
        (|row| row.seed = 5, "seed 5 is not of this run"),
        (|row| row.world = String::new(), "the world `` is not of this run"),
        (|row| row.person = 300, "person 300 is not of this run, of 300"),
        (|row| row.household = 300, "person 300 is not of this run, of 300"),
        (|row| row.household_size = 0, "has a figure that no run gives"),
        (|row| row.age = 1e308, "has a figure that no run gives"),
        (|row| row.income_fifth = 6, "has a figure that no run gives"),
        (|row| row.weeks_sanctioned = 131, "has a figure that no run gives"),
        (|row| row.life = u32::MAX, "has a figure that no run gives"),
    ];
    all_refused(&good, |tables| &mut tables.persons, persons);
    let ledger: &[Change<LedgerRow>] = &[
        (|row| row.seed = 5, "seed 5 is not of this run"),
        (|row| row.world = "paradise".to_owned(), "the world `paradise` is not of this run"),
        (|row| row.tick = 130, "is not of this run"),
        (|row| row.person = u32::MAX, "person 4294967295 is not of this run, of 300"),
        (|row| row.other = Some(300), "person 300 is not of this run, of 300"),
        (|row| row.income_lacking = Some(1.5), "has a figure that no run gives"),
        (|row| row.life = u32::MAX, "has a figure that no run gives"),
    ];
    all_refused(&good, |tables| &mut tables.ledger, ledger);
    // A manifest that is forged with its tables says another run than its study all the same.
    let manifest = Manifest { start_year: 2013, ..good.manifest.clone() };
    let said = message(forged(place.path(), RunTables { manifest, ..good }));
    assert!(said.contains("start_year: 2013; the study gives 2012"), "{said}");
}
