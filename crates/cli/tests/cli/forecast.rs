//! What `--needs` foretells is what a run takes, within a factor of two: over the catalogue, and where seeds,
//! lives or worlds are many, and over studies at random. The peaks of memory and of the folder are looked at
//! while the run lives.

use crate::program::Place;
use demerit_kernel::Digest;
use demerit_scenario::catalogue::{Kind, names};
use demerit_scenario::draft::Draft;
use demerit_scenario::load::{self, NoFiles};
use demerit_worlds::manifest::resolved;
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

/// Luck from a number, the same at each run of the test.
struct Luck(u64, u64);

impl Luck {
    /// From 0 to below 1.
    fn share(&mut self) -> f64 {
        self.1 += 1;
        let mut digest = Digest::new();
        let drawn = digest.u64(self.0).u64(self.1).finish();
        u64::from_str_radix(&drawn[..13], 16).unwrap() as f64 / (1u64 << 52) as f64
    }

    /// Between two numbers, each factor as likely.
    fn between(&mut self, low: f64, high: f64) -> f64 {
        low * (high / low).powf(self.share())
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[(self.share() * all.len() as f64) as usize]
    }
}

/// A study of the catalogue with other figures, all within their ranges, of another size and length, and the
/// rest of its call.
fn at_random(number: u64) -> (String, String) {
    let mut luck = Luck(number, 0);
    let mut base = load::study(luck.one_of(&names(Kind::Study)), &NoFiles).unwrap();
    let study = &mut base.study;
    (study.name, study.ensemble, study.horizon) = (format!("random-{number}"), None, None);
    study.persons = luck.between(200.0, 4000.0) as u32;
    study.years = luck.between(0.1, 1.5);
    study.cohort = luck.one_of(&[0, 100, 1000, 100_000]);
    study.measure_every = luck.one_of(&[1, 4, 13, 52]);
    let lived = f64::from(study.persons) * study.years;
    let seeds = luck.between(1.0, (2000.0 / lived).clamp(1.5, 12.0)) as u32;
    let mut draft = Draft::of(&base);
    for figure in base.figures() {
        if let Some([low, high]) = figure.range.filter(|_| !figure.is_whole)
            && luck.share() < 0.5
        {
            draft.set(&figure, low + (high - low) * luck.share());
        }
    }
    // Where the figures do not fit each other, they stay as they are filed.
    let drawn = draft.resolve("at random").unwrap_or_else(|_| base.clone());
    (resolved(&drawn).unwrap(), format!("--seeds {seeds}{}", luck.one_of(&["", " --csv"])))
}

/// Studies at random, of a hundred those with these numbers.
fn at_random_take_what_is_foretold(numbers: std::ops::Range<u64>) {
    let place = Place::new();
    let each = |number: u64| {
        let (text, rest) = at_random(number);
        let file = format!("random-{number}.toml");
        place.write(&file, &text);
        missed(&call(place.path(&file).to_str().unwrap(), &rest))
    };
    let all: Vec<String> = numbers.flat_map(each).collect();
    assert!(all.is_empty(), "{all:#?}");
}

#[test]
fn studies_at_random_take_what_is_foretold_1() {
    at_random_take_what_is_foretold(0..25);
}

#[test]
fn studies_at_random_take_what_is_foretold_2() {
    at_random_take_what_is_foretold(25..50);
}

#[test]
fn studies_at_random_take_what_is_foretold_3() {
    at_random_take_what_is_foretold(50..75);
}

#[test]
fn studies_at_random_take_what_is_foretold_4() {
    at_random_take_what_is_foretold(75..100);
}
