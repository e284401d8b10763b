//! Hostile places: folders, pipes, devices and links that go in circles, where files are expected.
//!
//! Each is tried in a thread of its own, which has to end soon.

#![cfg(unix)]

use demerit_analysis::plan::Plan;
use demerit_analysis::validate;
use demerit_scenario::load;
use demerit_scenario::load::NoFiles;
use demerit_study::outside::Disk;
use demerit_study::run::{Keeping, RunError, RunOptions, Signal, resume, run};
use demerit_study::run_folder;
use demerit_worlds::Size;
use rustix::fs::{CWD, FileType, Mode, mknodat};
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

/// Far above what a refusal takes, on a busy machine too.
const SOON: Duration = Duration::from_secs(180);

/// What reading a place gives, if it ends.
fn ends(
    path: PathBuf,
    read: impl FnOnce(&Path) -> Result<(), String> + Send + 'static,
) -> Result<(), String> {
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || tell.send(read(&path)));
    told.recv_timeout(SOON).expect("it ends")
}

fn plain<T, E: std::fmt::Display>(read: Result<T, E>) -> Result<(), String> {
    read.map(drop).map_err(|error| error.to_string())
}

/// Reads one file.
type Reader = fn(&Path) -> Result<(), String>;

/// Everything that reads one file.
const READERS: [Reader; 5] = [
    |path| plain(load::check_file(path, &Disk)),
    |path| plain(load::study(path.to_str().unwrap(), &Disk)),
    |path| plain(load::regime(path.to_str().unwrap(), &Disk)),
    |path| plain(Plan::read(path)),
    |path| plain(validate::file(path)),
];

fn pipe(path: &Path) {
    mknodat(CWD, path, FileType::Fifo, Mode::from_raw_mode(0o600), 0).unwrap();
}

/// Places that are no files, and what is said of them.
fn places(folder: &Path) -> Vec<(PathBuf, &'static str)> {
    let at = |name: &str| folder.join(name);
    pipe(&at("pipe"));
    fs::create_dir(at("folder")).unwrap();
    symlink("/dev/zero", at("endless")).unwrap();
    symlink(at("pipe"), at("to-pipe")).unwrap();
    symlink(at("circle-b"), at("circle-a")).unwrap();
    symlink(at("circle-a"), at("circle-b")).unwrap();
    symlink(".", at("here")).unwrap();
    symlink(at("nothing"), at("nowhere")).unwrap();
    let no_file = "it is a pipe or a device, not a file";
    vec![
        (at("pipe"), no_file),
        (at("to-pipe"), no_file),
        (at("endless"), no_file),
        (PathBuf::from("/dev/zero"), no_file),
        (PathBuf::from("/dev/null"), no_file),
        (at("folder"), "it is a folder, not a file"),
        (at("here/here/here/folder"), "it is a folder, not a file"),
        (at("circle-a"), ""),
        (at("nowhere"), ""),
        (at(&"here/".repeat(60)).join("folder"), ""),
        (at(&"a".repeat(5000)), ""),
        (at("nul\0within"), ""),
    ]
}

#[test]
fn what_is_no_file_is_refused_soon() {
    let folder = tempfile::tempdir().unwrap();
    for (path, said) in places(folder.path()) {
        for read in READERS {
            let told = ends(path.clone(), read).unwrap_err();
            assert!(told.contains(said), "{}: {told}", path.display());
        }
    }
}

#[test]
fn a_study_that_names_such_places_is_refused_soon() {
    let folder = tempfile::tempdir().unwrap();
    let study = demerit_scenario::catalogue::text(demerit_scenario::catalogue::Kind::Study, "no-dark-corner")
        .unwrap();
    for (path, _) in
        places(folder.path()).into_iter().filter(|place| !place.0.to_string_lossy().contains('\0'))
    {
        let named = study.replacen("china-2020", path.to_str().unwrap(), 1);
        let file = folder.path().join("study.toml");
        fs::write(&file, named).unwrap();
        assert!(ends(file, |path| plain(load::check_file(path, &Disk))).is_err(), "{}", path.display());
    }
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large");
    // Empty on the disk, however long it says that it is.
    fs::File::create(&path).unwrap().set_len(1 << 40).unwrap();
    for read in READERS {
        let told = ends(path.clone(), read).unwrap_err();
        assert!(told.contains("1099511627776 bytes; at most"), "{told}");
    }
    let run = folder.path().join("run");
    fs::create_dir(&run).unwrap();
    fs::rename(&path, run.join("manifest.json")).unwrap();
    let told = ends(run, |path| plain(run_folder::read(path))).unwrap_err();
    assert!(told.contains("1099511627776 bytes; at most"), "{told}");
}

fn options(out: &Path) -> RunOptions {
    RunOptions {
        size: Size { persons: Some(100), years: Some(0.1), seed: Some(4), seeds: 1 },
        threads: Some(1),
        out: out.to_owned(),
        ..RunOptions::default()
    }
}

/// Puts a place where a file was.
fn replaced(path: &Path, with: &str, folder: &Path) {
    let _ = fs::remove_file(path);
    match with {
        "pipe" => pipe(path),
        "folder" => fs::create_dir(path).unwrap(),
        "endless" => symlink("/dev/zero", path).unwrap(),
        _ => {
            symlink(path, folder.join("circle")).and_then(|()| symlink(folder.join("circle"), path)).unwrap()
        }
    }
}

#[test]
fn such_places_in_a_run_folder_are_refused_soon() {
    let study = load::study("no-dark-corner", &NoFiles).unwrap();
    for with in ["pipe", "folder", "endless", "circle"] {
        for name in ["manifest.json", "measures.parquet", "persons.parquet", "ledger.parquet"] {
            let out = tempfile::tempdir().unwrap();
            let done = run(&study, &options(out.path()), &Keeping::NEVER, &mut |_| Signal::Continue, &|_| {
                Ok(Vec::new())
            })
            .unwrap();
            replaced(&done.folder.join(name), with, out.path());
            let told = ends(done.folder, |path| plain(run_folder::read(path))).unwrap_err();
            assert!(told.contains(name), "{with} {name}: {told}");
        }
    }
}

#[test]
fn such_places_in_a_stopped_run_are_refused_soon() {
    let study = load::study("no-dark-corner", &NoFiles).unwrap();
    for with in ["pipe", "folder", "endless", "circle"] {
        for name in ["checkpoint", "lock", "folder"] {
            let out = tempfile::tempdir().unwrap();
            let keeping = Keeping { every: Some(2), on_stop: true, tell: &|_| {} };
            let mut stop = |now: &demerit_study::run::Progress| {
                if now.tick >= 3 { Signal::Stop } else { Signal::Continue }
            };
            let stopped = run(&study, &options(out.path()), &keeping, &mut stop, &|_| Ok(Vec::new()));
            let Err(RunError::Kept(kept)) = stopped else { panic!("{stopped:?}") };
            replaced(&kept.folder.join(name), with, out.path());
            let told = ends(kept.folder, |path| {
                plain(resume(path, Some(1), &Keeping::NEVER, &mut |_| Signal::Stop, &|_| Ok(Vec::new())))
            });
            // A folder that is left over is cleared, and devices can be locked: then the run is resumed,
            // and stopped.
            assert!(told.is_err(), "{with} {name}: {told:?}");
        }
    }
}
