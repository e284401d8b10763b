//! A run that was stopped and gone on with gives the same bytes as one that was not.
//!
//! No tolerance: every table, row by row as it is stored, and all of the manifest but the times.

use demerit_scenario::load::NoFiles;
use demerit_scenario::load::{self, Scenario};
use demerit_study::checkpoint::CheckpointError;
use demerit_study::outside::Disk;
use demerit_study::run::{Keeping, Kept, Outcome, Progress, RunError, RunOptions, Signal, resume, run};
use demerit_worlds::manifest::Manifest;
use demerit_worlds::{LiveError, Size};
use std::fs;
use std::path::{Path, PathBuf};

fn options(out: &Path, persons: u32, years: f64, seeds: u32) -> RunOptions {
    RunOptions {
        size: Size { persons: Some(persons), years: Some(years), seed: Some(11), seeds },
        threads: Some(2),
        out: out.to_owned(),
        force: false,
        csv: false,
        command: "a test".into(),
        lang: None,
    }
}

const SAVING: Keeping<'static> = Keeping { every: None, on_stop: true, tell: &|_| {} };

/// Stops at this tick of the seed with this number.
fn stop_at(seed: u32, tick: u32) -> impl FnMut(&Progress) -> Signal {
    move |now| {
        let there = now.seed_number == seed && now.tick == tick && now.stage == "living";
        if there { Signal::Stop } else { Signal::Continue }
    }
}

fn kept(ended: Result<Outcome, RunError>) -> Kept {
    match ended {
        Err(RunError::Kept(kept)) => kept,
        other => panic!("{other:?}"),
    }
}

fn go_on(
    kept: &Path,
    threads: usize,
    progress: &mut dyn FnMut(&Progress) -> Signal,
) -> Result<Outcome, RunError> {
    resume(kept, Some(threads), &SAVING, progress, &|_| Ok(Vec::new()))
}

/// Runs with a stop at each of these seeds and ticks, in order.
fn with_stops(scenario: &Scenario, options: &RunOptions, stops: &[(u32, u32)]) -> Outcome {
    let mut folder: Option<PathBuf> = None;
    for (number, &(seed, tick)) in stops.iter().enumerate() {
        let mut stop = stop_at(seed, tick);
        let ended = match &folder {
            None => run(scenario, options, &SAVING, &mut stop, &|_| Ok(Vec::new())),
            Some(folder) => go_on(folder, 1 + number % 3, &mut stop),
        };
        let kept = kept(ended);
        assert_eq!((kept.seed_number, kept.tick), (seed, tick));
        folder = Some(kept.folder);
    }
    go_on(&folder.unwrap(), 2, &mut |_| Signal::Continue).unwrap()
}

fn untimed(manifest: &Manifest) -> Manifest {
    Manifest { seconds: 0.0, started: String::new(), threads: 0, bytes_per_person: 0.0, ..manifest.clone() }
}

fn same(one: &Outcome, other: &Outcome, what: &str) {
    for file in ["measures.parquet", "persons.parquet", "ledger.parquet"] {
        let bytes = |outcome: &Outcome| fs::read(outcome.folder.join(file)).unwrap();
        assert!(bytes(one) == bytes(other), "{what}: {file}");
    }
    assert_eq!(untimed(&one.told.manifest), untimed(&other.told.manifest), "{what}");
    assert_eq!(one.person_weeks, other.person_weeks, "{what}");
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|one| one.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_run_that_was_stopped_gives_the_same_bytes() {
    for (study, persons, years, seeds, stops) in [
        // In the first week, between readings, at readings, where regimes come into force, at a year's end,
        // in the last week.
        (
            "no-dark-corner",
            2500,
            8.1,
            1,
            &[(1, 1), (1, 2), (1, 155), (1, 156), (1, 157), (1, 313), (1, 364), (1, 421)][..],
        ),
        ("safeguards", 1100, 1.0, 1, &[(1, 3), (1, 40)]),
        ("generations", 900, 3.0, 2, &[(1, 100), (1, 156), (2, 1), (2, 120)]),
        ("what-was-claimed", 1500, 1.5, 1, &[(1, 53)]),
        ("suining", 1, 1.0, 3, &[(2, 52), (3, 7)]),
        ("documented", 1025, 2.0, 1, &[(1, 77)]),
    ] {
        let (never, stopped) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let scenario = load::study(study, &Disk).unwrap();
        let whole = run(
            &scenario,
            &options(never.path(), persons, years, seeds),
            &Keeping::NEVER,
            &mut |_| Signal::Continue,
            &|_| Ok(Vec::new()),
        )
        .unwrap();
        let pieced = with_stops(&scenario, &options(stopped.path(), persons, years, seeds), stops);
        same(&whole, &pieced, study);
        assert_eq!(names(never.path()), names(stopped.path()), "nothing is left beside");
    }
}

#[test]
fn finished_seeds_are_not_run_again() {
    let out = tempfile::tempdir().unwrap();
    let scenario = load::study("no-dark-corner", &NoFiles).unwrap();
    // Stopped while the third society is built: there is no world yet.
    let mut building = |now: &Progress| {
        if now.seed_number == 3 { Signal::Stop } else { Signal::Continue }
    };
    let few = options(out.path(), 300, 0.2, 4);
    let kept = kept(run(&scenario, &few, &SAVING, &mut building, &|_| Ok(Vec::new())));
    assert_eq!((kept.seed_number, kept.tick), (3, 0));
    let mut seen = Vec::new();
    let outcome = go_on(&kept.folder, 2, &mut |now| {
        seen.push((now.seed_number, now.tick));
        Signal::Continue
    });
    assert!(seen.iter().all(|one| one.0 >= 3) && seen.contains(&(4, 10)), "{seen:?}");
    let never = tempfile::tempdir().unwrap();
    let whole = run(
        &scenario,
        &options(never.path(), 300, 0.2, 4),
        &Keeping::NEVER,
        &mut |_| Signal::Continue,
        &|_| Ok(Vec::new()),
    );
    same(&whole.unwrap(), &outcome.unwrap(), "four seeds");
}

#[test]
fn what_is_saved_by_the_clock_of_the_run_is_there_when_it_ends_badly() {
    let out = tempfile::tempdir().unwrap();
    let scenario = load::study("no-dark-corner", &NoFiles).unwrap();
    let every = Keeping { every: Some(10), on_stop: false, tell: &|_| {} };
    let few = options(out.path(), 300, 1.0, 1);
    // The caller goes away, as a killed program does: nothing is saved at the end.
    let kept = kept(run(&scenario, &few, &every, &mut stop_at(1, 37), &|_| Ok(Vec::new())));
    assert_eq!(kept.tick, 30, "the last ten weeks' checkpoint");
    assert_eq!(names(&kept.folder), ["checkpoint", "ledger.rows", "lock", "measures.rows", "twin-0.rows"]);
    let again =
        run(&scenario, &few, &Keeping::NEVER, &mut |_| Signal::Continue, &|_| Ok(Vec::new())).unwrap_err();
    assert!(again.to_string().contains("a run of it was stopped and is kept in"), "{again}");
    let outcome = go_on(&kept.folder, 1, &mut |_| Signal::Continue).unwrap();
    assert!(!kept.folder.exists() && outcome.folder.exists());
    // Whoever asks again is given what there is.
    let read = go_on(&kept.folder, 1, &mut |_| panic!("nothing is run")).unwrap();
    same(&read, &outcome, "read back");
}

#[test]
fn nothing_is_saved_before_there_is_something() {
    let out = tempfile::tempdir().unwrap();
    let scenario = load::study("no-dark-corner", &NoFiles).unwrap();
    let few = options(out.path(), 300, 1.0, 2);
    let ended = run(&scenario, &few, &SAVING, &mut |_| Signal::Stop, &|_| Ok(Vec::new()));
    assert!(matches!(ended, Err(RunError::Live(LiveError::Stopped))), "{ended:?}");
    assert_eq!(names(out.path()), Vec::<String>::new());
    let missing = go_on(&out.path().join("none"), 1, &mut |_| Signal::Continue);
    assert!(matches!(missing, Err(RunError::Checkpoint(CheckpointError::Missing(_)))), "{missing:?}");
}

#[test]
fn a_damaged_or_foreign_checkpoint_is_refused_and_stays_as_it_is() {
    let out = tempfile::tempdir().unwrap();
    let scenario = load::study("no-dark-corner", &NoFiles).unwrap();
    let stopped = |persons, tick| {
        let few = options(out.path(), persons, 0.5, 1);
        kept(run(&scenario, &few, &SAVING, &mut stop_at(1, tick), &|_| Ok(Vec::new()))).folder
    };
    let (here, other) = (stopped(40, 20), stopped(50, 20));
    let file = here.join("checkpoint");
    let good = fs::read(&file).unwrap();
    let mut not_a_week = |now: &Progress| {
        assert_ne!(now.stage, "living");
        Signal::Continue
    };
    let mut refused = |bytes: &[u8], what: &str| {
        fs::write(&file, bytes).unwrap();
        let error = go_on(&here, 1, &mut not_a_week).unwrap_err();
        assert_eq!(fs::read(&file).unwrap(), bytes, "{what}: untouched");
        match error {
            RunError::Checkpoint(error) => error,
            other => panic!("{what}: {other}"),
        }
    };
    for place in (0..good.len()).step_by(good.len() / 60) {
        let mut bytes = good.clone();
        bytes[place] ^= 1 << (place % 8);
        let told = refused(&bytes, &format!("byte {place}")).to_string();
        assert!(told.contains("is damaged in ") || told.contains("is not for this program"), "{told}");
    }
    for len in (0..good.len()).step_by(good.len() / 40) {
        let told = refused(&good[..len], &format!("cut to {len}"));
        assert!(matches!(told, CheckpointError::Damaged { .. }), "{told}");
    }
    let told = refused(&fs::read(other.join("checkpoint")).unwrap(), "another run's").to_string();
    assert!(told.contains("it has the run no-dark-corner-11-") && told.contains(" is needed"), "{told}");
    let told = refused(b"PK\x03\x04 and so on, a longer file", "another program's").to_string();
    assert!(told.contains("it has a file that begins with \"PK"), "{told}");
    fs::write(&file, &good).unwrap();
    go_on(&here, 2, &mut |_| Signal::Continue).unwrap();
}

#[test]
fn a_checkpoint_that_cannot_be_written_is_told_of_and_ends_nothing_but_a_stopped_run() {
    let scenario = load::study("no-dark-corner", &NoFiles).unwrap();
    let told = std::cell::RefCell::new(Vec::new());
    let tell = |text: &str| told.borrow_mut().push(text.to_owned());
    let every = Keeping { every: Some(5), on_stop: true, tell: &tell };
    // From week 7 on a folder is in the way of the file.
    let block = |out: &Path, now: &Progress| {
        if now.tick == 7 {
            let name = names(out).remove(0);
            fs::create_dir(out.join(name).join("checkpoint.partial")).unwrap();
        }
    };
    let (out, never) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut goes_on = |now: &Progress| {
        block(out.path(), now);
        Signal::Continue
    };
    let few = options(out.path(), 100, 0.3, 1);
    let blocked = run(&scenario, &few, &every, &mut goes_on, &|_| Ok(Vec::new())).unwrap();
    let plain = options(never.path(), 100, 0.3, 1);
    let whole =
        run(&scenario, &plain, &Keeping::NEVER, &mut |_| Signal::Continue, &|_| Ok(Vec::new())).unwrap();
    same(&whole, &blocked, "a run without checkpoints");
    let said = told.take();
    assert_eq!(said.len(), 3, "in weeks 10 and 15 and at the end of the seed: {said:?}");
    assert!(said[0].starts_with("no checkpoint in week 10: cannot write "), "{said:?}");
    assert!(said[0].ends_with("; the last checkpoint stays, and the run goes on"), "{said:?}");

    let out = tempfile::tempdir().unwrap();
    let mut stops = |now: &Progress| {
        block(out.path(), now);
        if now.tick == 8 { Signal::Stop } else { Signal::Continue }
    };
    let few = options(out.path(), 100, 0.3, 1);
    match run(&scenario, &few, &every, &mut stops, &|_| Ok(Vec::new())) {
        Err(RunError::NotKept { kept: Some(kept), .. }) => assert_eq!(kept.tick, 5, "the last good one"),
        other => panic!("{other:?}"),
    }
    let folder = out.path().join(names(out.path()).remove(0));
    fs::remove_dir(folder.join("checkpoint.partial")).unwrap();
    same(&whole, &go_on(&folder, 1, &mut |_| Signal::Continue).unwrap(), "from the last good one");
}

#[test]
fn a_folder_that_is_taken_away_is_made_anew() {
    let scenario = load::study("no-dark-corner", &NoFiles).unwrap();
    let never = tempfile::tempdir().unwrap();
    let plain = options(never.path(), 100, 0.3, 1);
    let whole =
        run(&scenario, &plain, &Keeping::NEVER, &mut |_| Signal::Continue, &|_| Ok(Vec::new())).unwrap();
    for every in [None, Some(5)] {
        let above = tempfile::tempdir().unwrap();
        let out = above.path().join("runs");
        let keeping = Keeping { every, on_stop: true, tell: &|text| panic!("{text}") };
        let mut taken_away = |now: &Progress| {
            if now.tick == 7 {
                fs::remove_dir_all(&out).unwrap();
            }
            Signal::Continue
        };
        let few = options(&out, 100, 0.3, 1);
        let ended = run(&scenario, &few, &keeping, &mut taken_away, &|_| Ok(Vec::new())).unwrap();
        same(&whole, &ended, "taken away");
        assert_eq!(names(&out), names(never.path()));
    }
    // Stopped after the checkpoint was taken away: saved again, and not said to be there when it is not.
    let out = tempfile::tempdir().unwrap();
    let few = options(out.path(), 100, 0.3, 1);
    let every = Keeping { every: Some(5), on_stop: true, tell: &|_| {} };
    let mut taken_away = |now: &Progress| {
        if now.tick != 5 || now.stage != "living" {
            return Signal::Continue;
        }
        fs::remove_dir_all(out.path().join(names(out.path()).remove(0))).unwrap();
        Signal::Stop
    };
    let kept = kept(run(&scenario, &few, &every, &mut taken_away, &|_| Ok(Vec::new())));
    assert_eq!(kept.tick, 5);
    same(&whole, &go_on(&kept.folder, 1, &mut |_| Signal::Continue).unwrap(), "saved again");
}
