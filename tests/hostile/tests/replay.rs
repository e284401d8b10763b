//! What once did harm is read again, and a short campaign is made, with every run of the tests.

use demerit_tests_hostile::found;
use demerit_tests_hostile::target::{all, input};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// Far above what any of these takes, on a busy machine too.
const SOON: Duration = Duration::from_secs(180);

/// Inputs of a target in a short campaign, for each of a thousand of its share.
const EACH: u64 = 3;

#[test]
fn what_was_found_is_read_without_harm() {
    let folder = found::folder();
    let targets = all().unwrap();
    let mut read = 0;
    for target in &targets {
        for (name, input) in found::kept(&folder, &**target).unwrap() {
            let begun = Instant::now();
            target.read(&input);
            assert!(begun.elapsed() < SOON, "{} {name}: {:?}", target.name(), begun.elapsed());
            read += 1;
        }
    }
    // A folder that no target reads would be kept for nothing.
    let kept = std::fs::read_dir(&folder)
        .unwrap()
        .flat_map(|entry| std::fs::read_dir(entry.unwrap().path()).unwrap());
    assert_eq!(kept.count(), read);
}

#[test]
fn a_short_campaign_does_no_harm() {
    for target in all().unwrap() {
        let mut passed = 0;
        for number in 0..target.share() * EACH {
            let input = input(&*target, 0, number);
            let begun = Instant::now();
            passed += u64::from(target.read(&input));
            assert!(begun.elapsed() < SOON, "{} {number}: {:?}", target.name(), begun.elapsed());
        }
        println!("{}: {passed} of {}", target.name(), target.share() * EACH);
    }
}

/// The program of the campaign, with workers of its own.
fn program(arguments: &[&str], found: &Path) -> (bool, String) {
    let mut call = Command::new(env!("CARGO_BIN_EXE_hostile"));
    let done = call.args(arguments).arg("--found").arg(found).output().unwrap();
    (done.status.success(), String::from_utf8(done.stdout).unwrap())
}

#[test]
fn the_program_counts_what_it_reads() {
    let folder = tempfile::tempdir().unwrap();
    let (well, told) = program(&["--inputs", "300", "--target", "notation"], folder.path());
    assert!(well && told.contains("| `notation` | 300 |"), "{told}");
    let (well, _) = program(&["--inputs", "1", "--target", "nothing"], folder.path());
    assert!(!well, "no such target");
}

#[cfg(unix)]
#[test]
fn a_worker_has_no_more_memory_than_it_is_given() {
    let folder = tempfile::tempdir().unwrap();
    let (well, _) = program(&["--inputs", "1", "--target", "notation", "--memory", "1"], folder.path());
    assert!(!well, "a worker cannot live in one MiB");
}
