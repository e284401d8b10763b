//! Checkpoints with the right checksums, of other programs.

use super::frames::{Packed, Reader, Writer};
use super::*;
use crate::run::{Keeping, Progress, RunError, RunOptions, Signal, run};
use demerit_scenario::load;
use demerit_scenario::load::NoFiles;
use demerit_worlds::Size;
use serde_json::json;
use std::path::{Path, PathBuf};

/// A checkpoint of a tiny run, and the name of the run.
fn written(out: &Path) -> (PathBuf, String) {
    let options = RunOptions {
        size: Size { persons: Some(20), years: Some(0.2), seed: Some(3), seeds: 1 },
        threads: Some(1),
        out: out.to_owned(),
        ..RunOptions::default()
    };
    let saving = Keeping { every: None, on_stop: true, tell: &|_| {} };
    let mut stop = |now: &Progress| if now.tick == 5 { Signal::Stop } else { Signal::Continue };
    let study = load::study("no-dark-corner", &NoFiles).unwrap();
    match run(&study, &options, &saving, &mut stop, &|_| Ok(Vec::new())) {
        Err(RunError::Kept(kept)) => {
            let name = kept.folder.file_name().unwrap().to_str().unwrap().replace(".unfinished", "");
            (kept.folder.join("checkpoint"), name)
        }
        other => panic!("{other:?}"),
    }
}

/// The frames of a file.
fn frames(path: &Path) -> Vec<Vec<u8>> {
    let mut reader = Reader::open(path).unwrap();
    std::iter::from_fn(|| reader.next(1 << 26).ok()).collect()
}

fn write_frames(path: &Path, frames: &[Vec<u8>]) {
    let mut writer = Writer::create(path).unwrap();
    for (number, plain) in (0..).zip(frames) {
        writer.put(&Packed::new(number, plain).unwrap()).unwrap();
    }
    writer.finish().unwrap();
}

fn opened(path: &Path, name: &str) -> Result<(), RunError> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    Loading::open(path, name, &pool).map(|_| ())
}

/// A folder with what one that was written holds.
fn copied(from: &Path) -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    for file in std::fs::read_dir(from).unwrap().map(Result::unwrap).filter(|one| one.path().is_file()) {
        std::fs::copy(file.path(), copy.path().join(file.file_name())).unwrap();
    }
    copy
}

#[test]
fn spools_are_cut_to_what_the_checkpoint_knows_and_damage_is_found() {
    let out = tempfile::tempdir().unwrap();
    let (path, name) = written(out.path());
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let head = Loading::open(&path, &name, &pool).unwrap().0.head;
    let goes_on = |folder: &Path| Spools::goes_on(folder, head.spools, head.seed).map(|_| ());
    let copy = copied(path.parent().unwrap());
    let rows = copy.path().join("measures.rows");
    let good = std::fs::read(&rows).unwrap();
    std::fs::write(&rows, [&good[..], b"half a frame"].concat()).unwrap();
    goes_on(copy.path()).unwrap();
    assert_eq!(std::fs::read(&rows).unwrap(), good, "what came after the checkpoint is cut off");
    for place in (0..good.len()).step_by(1 + good.len() / 40) {
        let mut other = good.clone();
        other[place] ^= 0x41;
        std::fs::write(&rows, &other).unwrap();
        let told = goes_on(copy.path()).unwrap_err();
        let found = matches!(told, CheckpointError::Damaged { .. } | CheckpointError::Foreign { .. });
        assert!(found, "byte {place}: {told}");
        std::fs::write(&rows, &good[..place]).unwrap();
        assert!(goes_on(copy.path()).is_err(), "cut to {place}");
    }
    std::fs::remove_file(&rows).unwrap();
    let told = goes_on(copy.path()).unwrap_err().to_string();
    assert!(told.contains("cannot read") && told.contains("measures.rows"), "{told}");
}

#[test]
fn another_version_study_or_way_of_computing_is_refused() {
    let out = tempfile::tempdir().unwrap();
    let (path, name) = written(out.path());
    let good = frames(&path);
    opened(&path, &name).unwrap();
    let with = |change: &dyn Fn(&mut serde_json::Value)| {
        let mut head: serde_json::Value = serde_json::from_slice(&good[0]).unwrap();
        change(&mut head);
        let mut frames = good.clone();
        frames[0] = serde_json::to_vec(&head).unwrap();
        write_frames(&path, &frames);
        opened(&path, &name).unwrap_err().to_string()
    };
    let told = with(&|head| head["manifest"]["version"] = "9.9.9".into());
    assert!(told.contains("it has version 9.9.9, and version "), "{told}");
    let told = with(&|head| head["results"] = "0123456789".into());
    assert!(told.contains("it has results 01234567…, and results "), "{told}");
    let told = with(&|head| head["name"] = "other-1-2".into());
    assert!(told.contains("it has the run other-1-2, and the run no-dark-corner-3-"), "{told}");
    let told = with(&|head| {
        let text = head["manifest"]["resolved"].as_str().unwrap().replacen("0.5", "0.6", 1);
        head["manifest"]["resolved"] = text.into();
    });
    assert!(told.contains("is damaged in part 1: found study_digest: it is not that of the text"), "{told}");
    for (key, value, says) in [
        ("worlds", json!([]), "found worlds: 0; allowed: 1 to 60"),
        ("persons", json!(21), "found persons: 21; the study gives 20"),
        ("seeds", json!([3, 5]), "found seeds[1]: 5; the study gives 4"),
        ("seeds", json!([3, 4]), "expected a moment of its own study"),
        ("horizon", json!(12), "found horizon: 12; the study gives 10"),
        ("start_year", json!(2013), "found start_year: 2013; the study gives 2012"),
        ("title", json!("Another"), "found title: \"Another\"; the study gives \"No dark corner"),
        ("limits", json!([]), "found limits: []; the study gives [\"Everybody is made up."),
    ] {
        let told = with(&|head| head["manifest"][key] = value.clone());
        assert!(told.contains("is damaged in part 1: ") && told.contains(says), "{told}");
    }
    let told = with(&|head| head["tick"] = 4_000_000.into());
    assert!(told.contains("found week 4000000 of seed 1 of 1, expected a moment of its own study"), "{told}");
    let told = with(&|head| head["more"] = 1.into());
    assert!(told.contains("unknown field `more`"), "{told}");
    let told = with(&|head| head["spools"]["ledger"]["more"] = 1.into());
    assert!(told.contains("unknown field `more`"), "{told}");
}

#[test]
fn damage_that_the_checksums_do_not_show_is_refused_or_harmless() {
    let out = tempfile::tempdir().unwrap();
    let (path, name) = written(out.path());
    let good = frames(&path);
    let folder = path.parent().unwrap().to_owned();
    let mut refused = 0;
    for (frame, plain) in good.iter().enumerate().skip(1) {
        for place in (0..plain.len()).step_by(1 + plain.len() / 12) {
            let mut frames = good.clone();
            frames[frame][place] ^= 0x41;
            write_frames(&path, &frames);
            let saving = Keeping { every: None, on_stop: false, tell: &|_| {} };
            let mut two_weeks = |now: &Progress| if now.tick >= 7 { Signal::Stop } else { Signal::Continue };
            let options = Some(1);
            // It may be a number for another: then the run goes on.
            let ended = crate::run::resume(&folder, options, &saving, &mut two_weeks, &|_| Ok(Vec::new()));
            refused += u32::from(matches!(ended, Err(RunError::Checkpoint(_))));
        }
    }
    assert!(refused > 10, "{refused}");
    write_frames(&path, &good[..good.len() - 1]);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    assert!(Loading::open(&path, &name, &pool).is_ok(), "what is missing is found when it is needed");
}
