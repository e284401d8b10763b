//! Runs that are killed at any moment and gone on with: the same bytes as if nothing had been.
#![cfg(unix)]

use crate::program::{Place, Said, compare};
use std::fs;
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// Kills in each of the six cases below: sixty in all.
const KILLS: u32 = 10;
/// Longest that a program lives before it is killed, in milliseconds.
const LONGEST: u64 = 700;

/// What a run folder holds, with what is about the machine taken out of the manifest, and its digest.
fn contents(place: &Place, folder: &str) -> Vec<(String, Vec<u8>)> {
    let about_the_machine = ["\"seconds\": ", "\"started\": ", "\"threads\": ", "\"bytes_per_person\": "];
    let file = |name: String| {
        let bytes = fs::read(place.path(format!("{folder}/{name}"))).unwrap();
        if !["manifest.json", "SHA256SUMS"].contains(&name.as_str()) {
            return (name, bytes);
        }
        let text = String::from_utf8(bytes).unwrap();
        let about = |line: &&str| {
            !line.ends_with("  manifest.json") && !about_the_machine.iter().any(|one| line.contains(one))
        };
        let kept = text.lines().filter(about);
        (name, kept.collect::<Vec<_>>().join("\n").into_bytes())
    };
    place.names(folder).into_iter().map(file).collect()
}

/// The folder of the run in `out` and whether it is whole.
fn folder(place: &Place, out: &str) -> Option<(String, bool)> {
    let names = place.names(out);
    assert!(names.len() <= 2, "{names:?}");
    let name = names.first()?;
    Some((format!("{out}/{}", name.trim_end_matches(".unfinished")), !name.ends_with(".unfinished")))
}

fn start(place: &Place, line: &str) -> Child {
    let words: Vec<&str> = line.split_whitespace().collect();
    place.command(&words).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
}

/// Kills a run at moments that follow from a seed, goes on with it each time, and compares what comes out.
fn killed_and_gone_on_with(seed: u64, call: &str) {
    let place = Place::new();
    place.demerit(&format!("run --draws 0 {call} --quiet --out never")).fine();
    let wanted = contents(&place, &folder(&place, "never").unwrap().0);
    // With several seeds there is a file of intervals besides.
    assert_eq!(wanted.len(), 6 + usize::from(call.contains("--seeds")));
    let (mut luck, mut kills, mut round) = (seed, 0, 0);
    while kills < KILLS {
        round += 1;
        let out = format!("killed-{round}");
        let run = format!("run --draws 0 {call} --quiet --checkpoint-every 6 --out {out}");
        if call.contains("--force") {
            place.demerit(&run).fine();
        }
        let mut line = run.clone();
        loop {
            let last = kills == KILLS;
            let mut program = start(&place, &line);
            if !last {
                // The numbers of Knuth's MMIX.
                luck = luck.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                sleep(Duration::from_millis((luck >> 33) % LONGEST));
                // SIGKILL: nothing can be cleared up.
                program.kill().unwrap();
            }
            let ended = program.wait_with_output().unwrap();
            if ended.status.success() {
                break;
            }
            let killed = ended.status.code().is_none();
            assert!(killed && !last, "{line}: {}", String::from_utf8_lossy(&ended.stderr));
            kills += 1;
            let beside =
                |folder: &str, part: &str| place.path(format!("{folder}.unfinished/{part}")).exists();
            line = match folder(&place, &out) {
                Some((folder, whole))
                    if beside(&folder, "checkpoint") || whole && !beside(&folder, "folder") =>
                {
                    format!("resume {folder}.unfinished --quiet")
                }
                // Killed before anything was saved: begun anew, in the same place.
                _ => run.clone(),
            };
        }
        let (folder, whole) = folder(&place, &out).unwrap();
        assert!(whole && place.names(&out).len() == 1, "nothing is left beside: {:?}", place.names(&out));
        let found = contents(&place, &folder);
        assert_eq!(wanted.len(), found.len());
        for (one, other) in wanted.iter().zip(&found) {
            assert_eq!(one.0, other.0);
            assert!(one.1 == other.1, "{call}, seed {seed}, round {round}: {} differs", one.0);
        }
    }
}

#[test]
fn killed_with_a_twin() {
    killed_and_gone_on_with(1, "no-dark-corner --persons 1500 --years 5 --threads 1");
}

#[test]
fn killed_with_several_seeds() {
    killed_and_gone_on_with(2, "no-dark-corner --persons 500 --years 3 --seeds 4 --threads 2");
}

#[test]
fn killed_with_many_worlds() {
    killed_and_gone_on_with(3, "safeguards --persons 600 --years 1.5 --threads 1");
}

#[test]
fn killed_with_a_company() {
    killed_and_gone_on_with(4, "nation --persons 2100 --years 1 --threads 2");
}

#[test]
fn killed_over_a_lifetime() {
    killed_and_gone_on_with(5, "generations --persons 300 --years 12 --threads 1");
}

#[test]
fn killed_while_a_run_is_replaced() {
    killed_and_gone_on_with(6, "no-dark-corner --persons 300 --years 2 --threads 1 --force");
}

/// A run that was stopped by its first checkpoint's side, and what was said.
fn stopped(place: &Place, call: &str, signal: &str) -> Said {
    let running = start(place, call);
    let checkpoint = || place.names("runs").first().map(|name| place.path(format!("runs/{name}/checkpoint")));
    while !checkpoint().is_some_and(|path| path.exists()) {
        sleep(Duration::from_millis(5));
    }
    let sent = std::process::Command::new("kill").args([signal, &running.id().to_string()]).status();
    assert!(sent.unwrap().success());
    Said::of(call.to_owned(), running.wait_with_output().unwrap())
}

#[test]
fn a_signal_saves_and_says_how_to_go_on() {
    let place = Place::new();
    let call = "run --draws 0 --persons 2000 --years 6 --threads 1 --quiet --checkpoint-every 1";
    let said = stopped(&place, call, "-INT").refused(130);
    let folder = place.names("runs").remove(0);
    assert!(folder.starts_with("no-dark-corner-2018-") && folder.ends_with(".unfinished"), "{folder}");
    assert!(said.err.contains("\nstopped; week ") && said.err.contains(" of 312 is kept in runs/"), "{said}");
    assert!(
        said.err.ends_with(&format!("\n hint: `demerit resume runs/{folder}` goes on with it\n")),
        "{said}"
    );
    let beside = |name: &String| !name.ends_with(".rows");
    let kept: Vec<String> = place.names(&format!("runs/{folder}")).into_iter().filter(beside).collect();
    assert_eq!(kept, ["checkpoint", "lock"]);
    let again = place.demerit("run --draws 0 --persons 2000 --years 6 --quiet").refused(1);
    assert!(again.err.contains("a run of it was stopped and is kept in runs/"), "{again}");
    assert!(again.err.contains(" hint: `demerit resume` with this folder goes on with it"), "{again}");
    let ended = place.demerit(&format!("resume runs/{folder} --threads 2")).fine();
    assert!(ended.out.contains("\nReport: runs/no-dark-corner-2018-"), "{ended}");
    assert!(ended.err.starts_with("going on with runs/"), "{ended}");
    place.demerit("run --draws 0 --persons 2000 --years 6 --quiet --out never").fine();
    let whole = folder.trim_end_matches(".unfinished");
    assert!(contents(&place, &format!("runs/{whole}")) == contents(&place, &format!("never/{whole}")));
}

#[test]
fn a_request_to_end_saves_too() {
    let place = Place::new();
    let call = "run --draws 0 --persons 500 --seeds 30 --threads 1 --quiet --checkpoint-every 1";
    let said = stopped(&place, call, "-TERM").refused(143);
    assert!(said.err.contains(" of 624 of seed 1 of 30 is kept in runs/"), "{said}");
    // Damaged on the way: told with the place, and left as it is.
    let folder = place.names("runs").remove(0);
    let path = place.path(format!("runs/{folder}/checkpoint"));
    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&path, &bytes).unwrap();
    let said = place.demerit(&format!("resume runs/{folder} --quiet")).refused(1);
    assert!(
        said.err.contains("/checkpoint is damaged in part ") && said.err.contains(" hint: put back a copy"),
        "{said}"
    );
    assert_eq!(fs::read(&path).unwrap(), bytes);
    let anew = "run --draws 0 --persons 500 --seeds 2 --years 0.1 --quiet --force --out runs";
    place.demerit(anew).fine();
}

/// Stopped by a terminal that goes away; what was asked for at the start is not asked for again.
#[test]
fn what_was_asked_for_at_the_start_is_kept() {
    let place = Place::new();
    let call =
        "run --draws 0 --persons 500 --years 6 --threads 1 --quiet --checkpoint-every 1 --csv --lang id";
    stopped(&place, call, "-HUP").refused(129);
    let folder = place.names("runs").remove(0);
    place.demerit(&format!("resume runs/{folder} --quiet")).fine();
    let whole = format!("runs/{}", folder.trim_end_matches(".unfinished"));
    let page = fs::read_to_string(place.path(format!("{whole}/report.html"))).unwrap();
    assert!(page.contains("<html lang=\"id\""), "the report is in Indonesian");
    assert!(place.names(&whole).contains(&"measures.csv".to_owned()));
    place.demerit(&format!("report {whole}")).fine();
    assert_eq!(fs::read_to_string(place.path(format!("{whole}/report.html"))).unwrap(), page);
    place.demerit(&format!("report {whole} --lang en")).fine();
    let page = fs::read_to_string(place.path(format!("{whole}/report.html"))).unwrap();
    assert!(page.contains("<html lang=\"en\""), "unless another language is asked for");
}

/// The last files do not fit: what was lived stays, and is written once there is room.
#[test]
fn what_was_lived_outlives_a_disk_that_takes_no_more() {
    let place = Place::new();
    let call = "run --draws 0 --persons 300 --years 1 --threads 1 --quiet";
    place.demerit(&format!("{call} --out never")).fine();
    let wanted = contents(&place, &folder(&place, "never").unwrap().0);
    let size = |name: &str| wanted.iter().find(|one| one.0 == name).map_or(0, |one| one.1.len());
    // A limit below the report and above all tables stands in for a full disk.
    let is_table = |name: &str| name.ends_with(".parquet") || name.ends_with(".csv");
    let tables = wanted.iter().filter(|one| is_table(&one.0)).map(|one| one.1.len()).max().unwrap();
    assert!(size("report.html") > tables + 4096, "{tables} of {}", size("report.html"));
    let limit = format!("ulimit -f {}; exec \"$0\" \"$@\"", size("report.html") / 1024 - 1);
    let mut command = std::process::Command::new("bash");
    command.args(["-c", &limit, env!("CARGO_BIN_EXE_demerit")]).args(call.split(' '));
    let said = Said::of(call.to_owned(), command.current_dir(place.path(".")).output().unwrap()).refused(1);
    assert!(said.err.contains("all that was lived is kept in runs/no-dark-corner-2018-"), "{said}");
    assert!(said.err.contains("/report.html: File too large"), "{said}");
    let kept = place.names("runs").remove(0);
    place.demerit(&format!("resume runs/{kept} --quiet")).fine();
    let found = contents(&place, &folder(&place, "runs").unwrap().0);
    assert!(wanted == found, "the same as if there had been room");
}

#[test]
fn a_second_run_in_the_same_folder_is_refused() {
    let place = Place::new();
    let call = "run --draws 0 --persons 500 --seeds 30 --threads 1 --quiet";
    let mut running = start(&place, call);
    while place.names("runs").first().is_none_or(|name| place.names(&format!("runs/{name}")).len() < 2) {
        sleep(Duration::from_millis(5));
    }
    let said = place.demerit(&format!("{call} --force")).refused(1);
    assert!(said.err.starts_with("error: another run is at work in runs/no-dark-corner-2018-"), "{said}");
    assert!(said.err.contains(" hint: wait for it or stop it, or choose another place with --out"), "{said}");
    running.kill().unwrap();
    running.wait().unwrap();
}

#[test]
fn folders_without_a_checkpoint() {
    let place = Place::new();
    fs::create_dir(place.path("empty")).unwrap();
    fs::create_dir(place.path("foreign.unfinished")).unwrap();
    place.write("foreign.unfinished/checkpoint", "something else altogether");
    for folder in ["missing", "empty", "foreign"] {
        compare(&format!("resume-{folder}"), &place.demerit(&format!("resume {folder}")).refused(1));
    }
    place.demerit("run --draws 0 --persons 200 --years 0.1 --quiet").fine();
    let (folder, _) = folder(&place, "runs").unwrap();
    let said = place.demerit(&format!("resume {folder} --json --quiet")).fine();
    assert!(said.out.contains(&format!("\"folder\": \"{folder}\"")), "a whole run is read back\n{said}");
    // As a run leaves it that was killed when all but this was done.
    fs::create_dir(place.path(format!("{folder}.unfinished"))).unwrap();
    place.write(&format!("{folder}.unfinished/lock"), "");
    place.demerit(&format!("resume {folder}.unfinished --quiet")).fine();
    assert_eq!(place.names("runs").len(), 1, "cleared up: {:?}", place.names("runs"));
}

/// A limit on the size of files stands in for a full disk: no checkpoint can be written, and the run goes on.
#[test]
fn a_checkpoint_that_finds_no_room_does_not_end_the_run() {
    let place = Place::new();
    let mut command = std::process::Command::new("sh");
    command.args(["-c", "trap '' XFSZ; ulimit -f 60; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_demerit")]);
    let call = "run --draws 0 --persons 40000 --years 0.04 --threads 1 --quiet --checkpoint-every 1";
    command.args(call.split(' ')).current_dir(place.path("."));
    let said = Said::of(call.to_owned(), command.output().unwrap());
    assert!(said.err.contains("no checkpoint in week 1: cannot write runs/no-dark-corner-2018-"), "{said}");
    assert!(said.err.contains(", and the run goes on\n"), "{said}");
}
