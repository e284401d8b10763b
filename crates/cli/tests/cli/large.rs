//! The largest study: one just within it is run, stopped, gone on with, planned; one just beyond it is
//! refused before anything begins.

use crate::program::{Place, Said};
use demerit_scenario::load::LARGEST_STUDY;
use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};

const STUDY: &str = r#"
name = "large"
title = "A large study"
about = "A study of two regimes that hold much text."
society = "china-2020"
persons = 3000
start_year = 2012
years = 12
seed = 5

[[worlds]]
name = "regime"
rollout = [
    { phase = "first", from_year = 0, regime = "first.toml" },
    { phase = "second", from_year = 1, regime = "second.toml" },
]

[[worlds]]
name = "twin"
rollout = [{ phase = "first", from_year = 0, regime = "courts-only" }]
"#;

/// A study whose two regimes hold so many letters more between them.
fn place(more: usize) -> Place {
    let place = Place::new();
    let regime = place.demerit("show regime court-list").fine().out;
    for (name, letters) in [("first", more / 2), ("second", more - more / 2)] {
        let citation = format!("[sources]\nmore = \"{}\"\n", "m".repeat(letters));
        place.write(&format!("{name}.toml"), regime.replacen("[sources]\n", &citation, 1));
    }
    place.write("study.toml", STUDY);
    place
}

/// Bytes of the study as a refusal tells them.
fn told(said: &Said) -> usize {
    let (_, after) = said.err.split_once(" hold ").unwrap_or_else(|| panic!("{said}"));
    after.split(' ').next().unwrap().parse().unwrap()
}

#[test]
fn what_is_taken_can_be_resumed_and_planned_and_nothing_else_is_taken() {
    let beyond = place(LARGEST_STUDY);
    let bytes = told(&beyond.demerit("check study.toml"));
    let fits = LARGEST_STUDY - (bytes - LARGEST_STUDY);
    let beyond = place(fits + 1);
    for line in [
        "check study.toml",
        "run study.toml",
        "plan study.toml --out plan.json",
        "explore study.toml --no-open",
    ] {
        let said = beyond.demerit(line);
        assert_eq!((said.code, told(&said)), (1, LARGEST_STUDY + 1), "{said}");
        assert!(said.err.contains(&format!("at most {LARGEST_STUDY} are taken")), "{said}");
    }
    assert_eq!(beyond.names("runs"), [""; 0]);

    let within = place(fits);
    within.demerit("check study.toml").fine();
    within.demerit("plan study.toml --persons 300 --years 0.2 --seeds 2 --out plan.json").fine();
    within.demerit("run --plan plan.json --shard 1/1 --out shard --quiet").fine();
    within.demerit("merge shard --out merged").fine();
    let words = ["run", "study.toml", "--draws", "0", "--quiet", "--checkpoint-every", "2", "--out", "runs"];
    let mut run = within.command(&words).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let begun = Instant::now();
    let unfinished = loop {
        let names = within.names("runs");
        let kept = names.into_iter().find(|name| within.path(format!("runs/{name}/checkpoint")).exists());
        if let Some(name) = kept {
            break name;
        }
        assert!(begun.elapsed() < Duration::from_secs(300) && run.try_wait().unwrap().is_none());
        sleep(Duration::from_millis(20));
    };
    run.kill().unwrap();
    run.wait().unwrap();
    let folder = format!("runs/{}", unfinished.trim_end_matches(".unfinished"));
    within.demerit(&format!("resume {folder} --quiet")).fine();
    within.demerit(&format!("report {folder}")).fine();
}
