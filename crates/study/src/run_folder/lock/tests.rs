//! Claims: what is left behind, by whom, and who may take it.

use super::*;

#[test]
fn a_claim_that_is_dropped_leaves_nothing() {
    let out = tempfile::tempdir().unwrap();
    let claim = FolderLock::new(out.path(), "run", false).unwrap();
    claim.write("a", b"1").unwrap();
    drop(claim);
    assert_eq!(fs::read_dir(out.path()).unwrap().count(), 0);
}

#[test]
fn an_existing_folder_is_replaced_only_by_force() {
    let out = tempfile::tempdir().unwrap();
    let write = |text: &[u8], force| {
        let claim = FolderLock::new(out.path(), "run", force)?;
        claim.write("a", text)?;
        claim.finish()
    };
    write(b"1", false).unwrap();
    assert!(matches!(write(b"2", false), Err(FolderError::Exists(_))));
    assert_eq!(fs::read(out.path().join("run/a")).unwrap(), b"1");
    write(b"3", true).unwrap();
    assert_eq!(fs::read(out.path().join("run/a")).unwrap(), b"3");
    assert_eq!(fs::read_dir(out.path()).unwrap().count(), 1);
}

#[test]
fn of_two_at_once_the_second_is_refused() {
    let out = tempfile::tempdir().unwrap();
    let first = FolderLock::new(out.path(), "run", false).unwrap();
    assert!(matches!(FolderLock::new(out.path(), "run", false), Err(FolderError::Busy(_))));
    assert!(matches!(FolderLock::new(out.path(), "run", true), Err(FolderError::Busy(_))), "force or not");
    fs::create_dir(out.path().join("run")).unwrap();
    fs::write(out.path().join("run/a"), b"theirs").unwrap();
    assert!(matches!(first.finish(), Err(FolderError::Exists(_))));
    assert_eq!(fs::read(out.path().join("run/a")).unwrap(), b"theirs");
}

#[test]
fn a_checkpoint_outlives_its_claim_and_is_not_run_over() {
    let out = tempfile::tempdir().unwrap();
    let claim = FolderLock::new(out.path(), "run", false).unwrap();
    fs::write(claim.checkpoint(), b"state").unwrap();
    drop(claim);
    assert!(matches!(FolderLock::new(out.path(), "run", false), Err(FolderError::Unfinished(_))));
    let claim = FolderLock::resume(out.path(), "run", false).unwrap();
    assert_eq!(fs::read(claim.checkpoint()).unwrap(), b"state");
    drop(claim);
    let claim = FolderLock::new(out.path(), "run", true).unwrap();
    assert!(!claim.checkpoint().exists(), "begun anew");
    claim.finish().unwrap();
    assert_eq!(fs::read_dir(out.path()).unwrap().count(), 1);
}

#[test]
fn a_place_that_was_taken_away_is_made_anew() {
    let above = tempfile::tempdir().unwrap();
    let out = above.path().join("runs");
    let claim = FolderLock::new(&out, "run", false).unwrap();
    claim.renew().unwrap();
    fs::remove_dir_all(&out).unwrap();
    claim.renew().unwrap();
    assert!(matches!(FolderLock::new(&out, "run", false), Err(FolderError::Busy(_))), "held anew");
    fs::remove_dir_all(out.join("run.unfinished/folder")).unwrap();
    claim.renew().unwrap();
    claim.write("a", b"1").unwrap();
    assert_eq!(fs::read(claim.finish().unwrap().join("a")).unwrap(), b"1");
    assert_eq!(fs::read_dir(&out).unwrap().count(), 1);
}

#[cfg(unix)]
#[test]
fn a_place_that_another_program_has_claimed_meanwhile_is_left_to_it() {
    let out = tempfile::tempdir().unwrap();
    let claim = FolderLock::new(out.path(), "run", false).unwrap();
    fs::remove_dir_all(out.path().join("run.unfinished")).unwrap();
    let other = FolderLock::new(out.path(), "run", false).unwrap();
    other.write("a", b"theirs").unwrap();
    assert!(matches!(claim.renew(), Err(FolderError::Busy(_))));
    drop(claim);
    assert!(other.is_there());
    assert_eq!(fs::read(other.finish().unwrap().join("a")).unwrap(), b"theirs");
}

/// A folder with one file of one word.
fn folder(path: &Path, word: &str) {
    fs::create_dir_all(path).unwrap();
    fs::write(path.join("a"), word).unwrap();
}

fn word(out: &Path) -> String {
    fs::read_to_string(out.join("run/a")).unwrap()
}

/// A program that replaces a run folder is killed at each moment of the end; what is done next finds one of
/// the two, whole.
#[test]
fn killed_while_an_old_folder_is_replaced() {
    type Left = fn(&Path, &Path);
    let moments: [(Left, &str); 4] = [
        (|run, left| (folder(run, "old"), folder(&left.join(FOLDER), "new")).0, "old"),
        (|_, left| (folder(&left.join(OLD), "old"), folder(&left.join(FOLDER), "new")).0, "old"),
        (|run, left| (folder(run, "new"), folder(&left.join(OLD), "old")).0, "new"),
        (|run, left| (folder(run, "new"), fs::create_dir_all(left).unwrap()).0, "new"),
    ];
    for (number, (leave, wanted)) in moments.into_iter().enumerate() {
        for has_checkpoint in [false, true] {
            let begin = || {
                let out = tempfile::tempdir().unwrap();
                let left = out.path().join("run.unfinished");
                leave(&out.path().join("run"), &left);
                fs::write(left.join(LOCK), "").unwrap();
                fs::write(left.join(PARTIAL), "half").unwrap();
                if has_checkpoint {
                    fs::write(left.join(CHECKPOINT), "state").unwrap();
                }
                (out, left)
            };
            let (out, left) = begin();
            assert!(
                matches!(FolderLock::new(out.path(), "run", false), Err(FolderError::Exists(_))),
                "{number}"
            );
            assert_eq!((word(out.path()).as_str(), left.exists()), (wanted, has_checkpoint), "{number}");
            let (out, left) = begin();
            FolderLock::clear_up(out.path(), "run", false);
            assert_eq!(word(out.path()), wanted, "{number}");
            assert_eq!(left.exists(), has_checkpoint || number < 2, "{number}: what was begun stays");
            assert!(!left.join(PARTIAL).exists());
            let (out, left) = begin();
            let claim = FolderLock::resume(out.path(), "run", true).unwrap();
            assert!(word(out.path()) == wanted && left.join(CHECKPOINT).exists() == has_checkpoint);
            claim.write("a", b"newest").unwrap();
            claim.finish().unwrap();
            assert!(word(out.path()) == "newest" && !left.exists(), "{number}");
        }
    }
}

#[test]
fn what_is_held_is_not_cleared_up() {
    let out = tempfile::tempdir().unwrap();
    let claim = FolderLock::new(out.path(), "run", false).unwrap();
    FolderLock::clear_up(out.path(), "run", false);
    assert!(claim.is_there());
    // As a killed program leaves it: nobody holds it.
    let left = claim.unfinished.clone();
    drop(claim);
    fs::create_dir(&left).unwrap();
    fs::write(left.join(LOCK), b"").unwrap();
    fs::create_dir(out.path().join("run")).unwrap();
    FolderLock::clear_up(out.path(), "run", false);
    assert!(!left.exists());
    FolderLock::clear_up(out.path(), "run", false);
}
