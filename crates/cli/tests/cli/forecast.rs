//! What `--needs` foretells is what a run takes, within a factor of two: over the catalogue, and where seeds,
//! lives or worlds are many. The peaks of memory and of the folder are looked at while the run lives.

use crate::program::Place;
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

/// Between two looks at a run.
const LOOK: Duration = Duration::from_millis(2);

/// Bytes of the files in a folder and those below it; what is renamed meanwhile is let be.
fn bytes(folder: &Path) -> u64 {
    let all = fs::read_dir(folder).into_iter().flatten().flatten();
    let one = |path: std::path::PathBuf| if path.is_dir() { bytes(&path) } else { length(&path) };
    all.map(|entry| one(entry.path())).sum()
}

fn length(file: &Path) -> u64 {
    fs::metadata(file).map_or(0, |known| known.len())
}

/// The most memory that a process has held so far, in bytes.
fn peak(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok()? * 1024)
}

/// What a run takes of memory and of the disk at its busiest.
fn taken(place: &Place, words: &[String]) -> [u64; 2] {
    let words: Vec<&str> = words.iter().map(String::as_str).chain(["--quiet"]).collect();
    let mut run = place.command(&words);
    let mut run = run.stdout(Stdio::null()).spawn().unwrap();
    let mut most = [0; 2];
    let ended = loop {
        let now = [peak(run.id()).unwrap_or(0), bytes(&place.path("runs"))];
        most = [most[0].max(now[0]), most[1].max(now[1])];
        if let Some(ended) = run.try_wait().unwrap() {
            most[1] = most[1].max(bytes(&place.path("runs")));
            break ended;
        }
        std::thread::sleep(LOOK);
    };
    assert!(ended.success(), "{words:?}");
    most
}

/// Asks, runs and compares; tells what is missed by more than the factor.
fn missed(words: &[String]) -> Vec<String> {
    let place = Place::new();
    let asked = place.demerit(&format!("{} --needs --json", words.join(" "))).fine();
    let asked: Value = serde_json::from_str(&asked.out).unwrap();
    let foretold = ["bytes", "bytes_of_disk"].map(|name| asked[name].as_u64().unwrap());
    let taken = taken(&place, words);
    let told = |what: usize| {
        let ratio = foretold[what] as f64 / taken[what] as f64;
        let (foretold, taken, name) = (foretold[what], taken[what], ["memory", "disk"][what]);
        let told = format!("{words:?}: {foretold} bytes of {name} for {taken}: {ratio:.2}");
        (!(0.5..2.0).contains(&ratio)).then_some(told)
    };
    (0..2).filter_map(told).collect()
}

/// The words of a call.
fn call(study: &str, rest: &str) -> Vec<String> {
    let rest = format!("{rest} --draws 0 --checkpoint-every 20");
    ["run", study].into_iter().chain(rest.split_whitespace()).map(str::to_owned).collect()
}

#[test]
fn every_study_of_the_catalogue_takes_what_is_foretold() {
    let listed = Place::new().demerit("list studies --json").fine();
    let listed: Value = serde_json::from_str(&listed.out).unwrap();
    let names = listed["studies"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap());
    let all: Vec<String> = names.flat_map(|name| missed(&call(name, "--persons 10000 --years 1"))).collect();
    assert!(all.is_empty(), "{all:#?}");
}

#[test]
fn what_gathers_with_seeds_and_with_lives_is_foretold() {
    let place = Place::new();
    let text = place.demerit("show study no-dark-corner").fine().out;
    let cases = [
        ("1000", "--persons 300 --seeds 8"),
        ("0", "--persons 1000 --seeds 5"),
        ("3000", "--persons 3000"),
        ("100000", "--persons 50 --seeds 4"),
    ];
    let all = cases.into_iter().flat_map(|(cohort, rest)| {
        let file = format!("cohort-{cohort}.toml");
        place.write(&file, text.replacen("seed = 2018\n", &format!("seed = 2018\ncohort = {cohort}\n"), 1));
        missed(&call(place.path(&file).to_str().unwrap(), &format!("{rest} --years 1.5")))
    });
    let all: Vec<String> = all.collect();
    assert!(all.is_empty(), "{all:#?}");
}
