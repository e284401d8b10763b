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

/// A folder with one file of one word, as the program gives it.
fn folder(path: &Path, word: &str) {
    fs::create_dir_all(path).unwrap();
    super::super::write_file(path, "a", word.as_bytes()).unwrap();
}

/// A place with what a program has begun in it, and with the lock of one that was killed.
fn place(left: &Path) {
    fs::create_dir_all(left).unwrap();
    fs::write(left.join(LOCK), format!("{MARK}\na\nb\nSHA256SUMS\n")).unwrap();
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
        (|run, _| folder(run, "new"), "new"),
    ];
    for (number, (leave, wanted)) in moments.into_iter().enumerate() {
        for has_checkpoint in [false, true] {
            let begin = || {
                let out = tempfile::tempdir().unwrap();
                let left = out.path().join("run.unfinished");
                place(&left);
                leave(&out.path().join("run"), &left);
                fs::write(left.join(PARTIAL), "half").unwrap();
                if has_checkpoint {
                    fs::write(left.join(CHECKPOINT), "state").unwrap();
                }
                (out, left)
            };
            let (out, left) = begin();
            // What is kept is told first: `resume` knows whether the run is whole.
            let refused = FolderLock::new(out.path(), "run", false).unwrap_err();
            assert!(
                if has_checkpoint {
                    matches!(refused, FolderError::Unfinished(_))
                } else {
                    matches!(refused, FolderError::Exists(_))
                },
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

/// All that lies in a folder, with what it holds.
fn all(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(self::all(&path));
            all.push((path, Vec::new()));
        } else {
            let bytes = fs::read(&path).unwrap();
            all.push((path, bytes));
        }
    }
    all.sort();
    all
}

/// Somebody has put something into a run folder, or changed a file of it: nothing of it goes, force or not.
#[test]
fn a_folder_with_something_of_somebody_else_is_left_as_it_is() {
    type Put = fn(&Path);
    let put: [(Put, &str); 8] = [
        (|run| fs::write(run.join("notes.txt"), "mine").unwrap(), "notes.txt"),
        (|run| fs::write(run.join("a"), "changed by me").unwrap(), "a (changed)"),
        (|run| fs::create_dir(run.join("sub")).unwrap(), "sub"),
        (
            |run| (fs::remove_file(run.join("a")).unwrap(), fs::create_dir(run.join("a")).unwrap()).0,
            "a (changed)",
        ),
        (|run| fs::write(run.join(SUMS), "00  a\n").unwrap(), "SHA256SUMS, a"),
        (|run| fs::remove_file(run.join(SUMS)).unwrap(), "a"),
        (|run| fs::write(run.join(".mine.partial"), "half").unwrap(), ".mine.partial"),
        (
            |run| (0..9).for_each(|one| fs::write(run.join(format!("n{one}")), "").unwrap()),
            "n0, n1, n2, n3, n4, 4 more",
        ),
    ];
    for (put, told) in put {
        let out = tempfile::tempdir().unwrap();
        let run = out.path().join("run");
        folder(&run, "old");
        put(&run);
        let before = all(out.path());
        let refused = FolderLock::new(out.path(), "run", true).unwrap_err().to_string();
        assert!(refused.ends_with(&format!("changed since: {told}")), "{refused}");
        assert_eq!(all(out.path()), before, "{told}");
        // The same while the new one is being filled.
        fs::remove_dir_all(&run).unwrap();
        folder(&run, "old");
        let claim = FolderLock::new(out.path(), "run", true).unwrap();
        claim.write("a", b"new").unwrap();
        put(&run);
        let before = all(&run);
        assert!(matches!(claim.finish(), Err(FolderError::NotOurs { .. })), "{told}");
        assert_eq!(all(&run), before, "{told}");
    }
    let out = tempfile::tempdir().unwrap();
    fs::write(out.path().join("run"), "a file").unwrap();
    assert!(matches!(FolderLock::new(out.path(), "run", true), Err(FolderError::NotOurs { .. })));
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("nowhere", out.path().join("link")).unwrap();
        assert!(matches!(FolderLock::new(out.path(), "link", true), Err(FolderError::NotOurs { .. })));
        assert!(matches!(FolderLock::new(out.path(), "link", false), Err(FolderError::Exists(_))));
    }
}

/// A place of the name that a run would take is somebody's own, or somebody has put something there.
#[test]
fn a_place_with_something_of_somebody_else_is_left_as_it_is() {
    type Put = fn(&Path);
    let put: [(Put, &str); 7] = [
        (|left| fs::write(left.join("notes.txt"), "mine").unwrap(), "notes.txt"),
        (
            |left| {
                (fs::write(left.join(LOCK), "").unwrap(), fs::write(left.join(CHECKPOINT), "x").unwrap()).0
            },
            "checkpoint",
        ),
        (|left| fs::write(left.join(LOCK), "pid 7").unwrap(), "lock"),
        (
            |left| {
                (
                    place(left),
                    folder(&left.join(FOLDER), "x"),
                    fs::write(left.join("folder/notes"), "").unwrap(),
                )
                    .0
            },
            "folder/notes",
        ),
        (
            |left| {
                (place(left), folder(&left.join(OLD), "x"), fs::write(left.join("old/notes"), "").unwrap()).0
            },
            "old/notes",
        ),
        (|left| (place(left), fs::write(left.join("My rows.rows"), "").unwrap()).0, "My rows.rows"),
        (|left| (place(left), fs::create_dir(left.join(CHECKPOINT)).unwrap()).0, "checkpoint"),
    ];
    for (put, told) in put {
        let out = tempfile::tempdir().unwrap();
        let left = out.path().join("run.unfinished");
        fs::create_dir(&left).unwrap();
        put(&left);
        let before = all(out.path());
        for refused in [FolderLock::new(out.path(), "run", true), FolderLock::resume(out.path(), "run", true)]
        {
            let refused = refused.unwrap_err().to_string();
            assert!(refused.ends_with(&format!("changed since: {told}")), "{refused}");
        }
        assert_eq!(all(out.path()), before, "{told}");
        fs::create_dir(out.path().join("run")).unwrap();
        FolderLock::clear_up(out.path(), "run", true);
        assert!(before.iter().all(|(path, bytes)| !path.ends_with(told)
            || path.is_dir()
            || fs::read(path).unwrap() == *bytes));
    }
}

/// What somebody puts into a place while a run is at work there stays, when the run is dropped or ends.
#[test]
fn what_is_put_into_a_place_at_work_stays() {
    for ends in [false, true] {
        let out = tempfile::tempdir().unwrap();
        let claim = FolderLock::new(out.path(), "run", false).unwrap();
        claim.write("a", b"1").unwrap();
        fs::write(claim.unfinished.join("notes"), "mine").unwrap();
        if ends {
            drop(claim.finish().unwrap())
        } else {
            drop(claim)
        }
        let left = all(&out.path().join("run.unfinished"));
        assert!(
            matches!(&left[..], [(path, bytes)] if path.ends_with("notes") && bytes == b"mine"),
            "{left:?}"
        );
    }
}

/// A file is written anew and the program is killed at each moment: the folder stays the program's own.
#[test]
fn killed_while_a_file_is_written_anew() {
    let out = tempfile::tempdir().unwrap();
    let run = out.path().join("run");
    let own = || Found::in_folder(&run).unwrap().all_own(&run).is_ok();
    folder(&run, "old");
    let mut sums = Sums::of(&run).unwrap();
    sums.add("a", demerit_worlds::manifest::digest_of(b"new"));
    sums.write(&run).unwrap();
    assert!(own(), "before it");
    fs::write(run.join(".a.partial"), "ne").unwrap();
    fs::write(run.join(".SHA256SUMS.partial"), "# De").unwrap();
    assert!(own(), "half of it");
    fs::write(run.join("a"), "new").unwrap();
    assert!(own(), "all of it");
    folder(&run, "newest");
    assert!(own() && word(out.path()) == "newest");
    fs::write(run.join("a"), "mine").unwrap();
    let refused = super::super::write_file(&run, "a", b"theirs").unwrap_err();
    assert!(matches!(refused, FolderError::NotOurs { .. }) && word(out.path()) == "mine", "not written over");
}

/// The list is such as other programs read.
#[cfg(target_os = "linux")]
#[test]
fn the_list_of_files_is_read_by_sha256sum() {
    let out = tempfile::tempdir().unwrap();
    let claim = FolderLock::new(out.path(), "run", false).unwrap();
    claim.write("a", b"1").unwrap();
    claim.write("b", b"2").unwrap();
    let run = claim.finish().unwrap();
    let sums = || {
        let call = ["--check", "--strict", SUMS];
        std::process::Command::new("sha256sum").args(call).current_dir(&run).output().unwrap()
    };
    assert_eq!(String::from_utf8(sums().stdout).unwrap(), "a: OK\nb: OK\n");
    fs::write(run.join("b"), "3").unwrap();
    assert!(!sums().status.success());
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
    place(&left);
    fs::create_dir(out.path().join("run")).unwrap();
    FolderLock::clear_up(out.path(), "run", false);
    assert!(!left.exists());
    FolderLock::clear_up(out.path(), "run", false);
}
