//! A fixed sample of the faults and damages, with every run of the tests; `cargo xtask faults --all` tries
//! every one.
#![cfg(all(target_os = "linux", target_arch = "x86_64"))]

use demerit_tests_faults::campaign::{self, sample};
use demerit_tests_faults::damage::damages;
use demerit_tests_faults::program::Program;
use demerit_tests_faults::scene::{NAMES, Scene};
use demerit_tests_faults::told;

/// Faults of a scene: over three hundred in all.
const FAULTS: usize = 44;
/// Places at which each file of a scene is damaged.
const PLACES: usize = 3;

#[track_caller]
fn stands(name: &str) {
    let program = Program::built().unwrap();
    let scene = Scene::set(name, &program).unwrap();
    let (faults, damages) = (sample(&scene.faults, FAULTS), damages(&scene, PLACES));
    assert_eq!(faults.len(), FAULTS);
    let counts = campaign::run(&scene, (&faults, &damages), &program, &|_, _| ()).unwrap();
    assert!(counts.wrong.is_empty(), "{}", counts.wrong.join("\n\n"));
    // Where nothing is befallen, nothing is tried.
    let struck: u32 = counts.struck.iter().sum();
    assert!(struck as usize > FAULTS / 2 && counts.struck.iter().all(|&some| some > 0), "{counts:?}");
    assert!(counts.refused > 0, "{counts:?}");
}

#[test]
fn a_run_stands() {
    stands("run");
}

#[test]
fn a_run_over_an_old_one_stands() {
    stands("run over an old one");
}

#[test]
fn going_on_stands() {
    stands("resume");
}

#[test]
fn a_shard_stands() {
    stands("shard");
}

#[test]
fn a_merge_stands() {
    stands("merge");
}

#[test]
fn a_report_drawn_anew_stands() {
    stands("report");
}

#[test]
fn a_life_told_stands() {
    stands("life");
}

#[test]
fn the_counts_of_every_scene_stand_in_the_document() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/reliability.md");
    let text = std::fs::read_to_string(path).unwrap();
    let rows = told::rows(&text).unwrap();
    for name in NAMES.into_iter().chain([told::ALL]) {
        let row = rows.iter().find(|row| row.0 == name).unwrap_or_else(|| panic!("no row of {name}"));
        assert_eq!(row.1.last(), Some(&0), "something is not as it should be: {name}");
    }
}
