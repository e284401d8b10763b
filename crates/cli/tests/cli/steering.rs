//! Text from files, names and arguments is shown and never obeyed: no letter that steers a terminal,
//! turns the direction of writing or has no width gets out of any command raw, nor into a file for
//! people; no cell of a table is a formula; what is quoted is short, and no line is quoted of a file
//! that is none of ours.

use crate::program::{Place, Said};
use demerit_scenario::shown::steers;
use std::fs;
use std::path::Path;

/// What steers, as TOML writes it: a title of the window, a colour, the same in one letter, a mark that turns
/// the direction, a letter without width.
const STEERING: &str = r"\u001b[31m\u009b2J\u202e\u200b\u0007";

/// What a spreadsheet takes for a formula.
const FORMULA: &str = "=1+1,";

const STUDY: &str = r#"
name = "hostile"
title = "a study"
about = "about"
society = "society.toml"
persons = 400
start_year = 2012
years = 1
seed = 5

[[worlds]]
name = "regime"
title = "a world"
rollout = [{ phase = "all along", from_year = 0, regime = "regime.toml" }]

[[worlds]]
name = "twin"
title = "the twin"
rollout = [{ phase = "all along", from_year = 0, regime = "courts-only" }]
"#;

/// A text of the catalogue in which every title, name, note and citation begins with something.
fn begun(text: &str, with: &str) -> String {
    let mut text = text.to_owned();
    for tier in ["untrustworthy", "warned", "normal", "trusted"] {
        text = text.replace(&format!("\"{tier}\""), &format!("\"{with}{tier}\""));
    }
    for key in ["title", "about", "phase", "note"] {
        let begins = format!("{key} = \"");
        text = text.replace(&begins, &format!("{begins}{with}"));
        // A text over several lines is left as it was.
        text = text.replace(&format!("{begins}{with}\"\""), &format!("{begins}\"\""));
    }
    let (mut table, mut whole) = (String::new(), String::new());
    for line in text.lines() {
        if line.starts_with('[') {
            table = line.to_owned();
        }
        let named =
            ["[[rules]]", "[[gates]]", "[list]"].contains(&table.as_str()) && line.starts_with("name = ");
        let line = if named || table == "[sources]" {
            line.replacen(" = \"", &format!(" = \"{with}"), 1)
        } else {
            line.to_owned()
        };
        whole.push_str(&line);
        whole.push('\n');
    }
    whole
}

/// A folder with a study, a society and a regime whose texts all begin with something.
fn place(with: &str) -> Place {
    let place = Place::new();
    for (kind, name) in [("society", "china-2020"), ("regime", "no-dark-corner")] {
        let text = place.demerit(&format!("show {kind} {name}")).fine().out;
        place.write(&format!("{kind}.toml"), begun(&text, with));
    }
    place.write("study.toml", begun(STUDY, with));
    place
}

#[track_caller]
fn seen(said: &Said) {
    for text in [&said.out, &said.err] {
        let raw = text.find(steers);
        assert!(
            raw.is_none(),
            "{}: {:?}",
            said.call,
            &text[raw.unwrap()..].chars().take(60).collect::<String>()
        );
    }
}

fn called(place: &Place, words: &[&str]) -> Said {
    let said = Said::of(words.join(" "), place.command(words).output().unwrap());
    seen(&said);
    said
}

/// Every file for people in a folder and those in it.
fn files(folder: &Path, all: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, all);
        } else if path
            .extension()
            .is_some_and(|kind| ["html", "csv", "json"].map(Some).contains(&kind.to_str()))
        {
            all.push((path.display().to_string(), fs::read_to_string(&path).unwrap()));
        }
    }
}

/// The cells of a table.
fn cells(table: &str) -> Vec<String> {
    let (mut cells, mut quoted) = (vec![String::new()], false);
    for letter in table.chars() {
        match letter {
            '"' => quoted = !quoted,
            ',' | '\n' if !quoted => cells.push(String::new()),
            other => cells.last_mut().unwrap().push(other),
        }
    }
    cells
}

#[test]
fn what_steers_is_shown_by_every_command_and_in_every_file() {
    let place = place(STEERING);
    let run =
        called(&place, &["run", "study.toml", "--draws", "0", "--csv", "--seeds", "2", "--out", "runs"])
            .fine();
    assert!(run.out.contains("\\u{1b}[31m\\u{9b}2J\\u{202e}\\u{200b}\\u{7}a study"), "{run}");
    let folder = format!("runs/{}", place.names("runs")[0]);
    let lines: [&[&str]; 9] = [
        &["life", &folder],
        &["life", &folder, "--json"],
        &["report", &folder, "--csv", "--lang", "id"],
        &["check", "study.toml", "society.toml", "regime.toml"],
        &["check", "study.toml", "--json"],
        &["describe", "society", "society.toml"],
        &["describe", "society", "society.toml", "--json"],
        &["run", "study.toml", "--draws", "0", "--json", "--quiet", "--out", "again"],
        &["plan", "study.toml", "--seeds", "2", "--out", "plan.json", "--json"],
    ];
    for line in lines {
        called(&place, line).fine();
    }
    let sensitivity = "sensitivity study.toml --years 0.3 --measure sanctioned --only tiers --samples 2 --quiet --out found";
    called(&place, &sensitivity.split(' ').collect::<Vec<_>>()).fine();
    let mut all = Vec::new();
    files(&place.path("."), &mut all);
    assert!(all.len() > 10, "{:?}", all.iter().map(|file| &file.0).collect::<Vec<_>>());
    for (name, text) in all {
        assert!(
            !text.contains(steers),
            "{name}: {:?}",
            text.find(steers).map(|at| &text[at..(at + 80).min(text.len())])
        );
    }
}

#[test]
fn styles_pass_where_colours_are_wanted_and_nothing_else() {
    let place = place(STEERING);
    for words in [
        &["describe", "society", "society.toml", "--color", "always"][..],
        &["run", "\u{1b}[31m\u{9b}x.toml", "--color", "always"],
        &["run", "--\u{1b}[31m\u{202e}", "--color", "always"],
    ] {
        let mut said = Said::of(words.join(" "), place.command(words).output().unwrap());
        let styles: usize = [
            "\u{1b}[1m",
            "\u{1b}[0m",
            "\u{1b}[1m\u{1b}[31m",
            "\u{1b}[1m\u{1b}[36m",
            "\u{1b}[33m",
            "\u{1b}[32m",
            "\u{1b}[4m",
        ]
        .iter()
        .map(|style| said.out.matches(style).count() + said.err.matches(style).count())
        .sum();
        assert!(styles > 0, "{said}");
        for text in [&mut said.out, &mut said.err] {
            assert!(!text.contains("\u{1b}[31m\\u{9b}") && !text.contains("\u{1b}[31m\\u{202e}"), "{text}");
            for style in ["0", "1", "4", "31", "32", "33", "36"] {
                *text = text.replace(&format!("\u{1b}[{style}m"), "");
            }
        }
        seen(&said);
        assert!(said.code != 0 || said.out.contains("\\u{1b}[31m"), "{said}");
    }
}

#[test]
fn names_and_arguments_are_shown_in_errors() {
    let place = place(STEERING);
    let bad = "\u{1b}]0;x\u{7}\u{9b}31m\u{202e}";
    let file = format!("{bad}.toml");
    place.write(&file, format!("title = \"{STEERING}\"\n\"{STEERING}\" = 3\nscale = \"{STEERING}\"\n"));
    let long = "n".repeat(100_000);
    let lines: [&[&str]; 12] = [
        &["run", bad],
        &[bad],
        &["run", &format!("--{bad}")],
        &["run", "--persons", bad],
        &["list", bad],
        &["check", &file],
        &["check", &file, "--json"],
        &["life", bad],
        &["resume", bad],
        &["plan", "study.toml", "--vary", &format!("{bad}=1,2"), "--out", "p.json"],
        &["run", &long],
        &["run", &format!("--{long}")],
    ];
    for line in lines {
        let said = called(&place, line);
        assert_ne!(said.code, 0, "{said}");
        assert!(said.err.len() + said.out.len() < 6_000, "{} bytes", said.err.len());
    }
    place.command(&["run", "study.toml", "--draws", "0", "--years", "0.1", "--out", bad]).output().unwrap();
    called(&place, &["run", "study.toml", "--draws", "0", "--years", "0.1", "--out", bad]);
}

#[test]
fn no_cell_of_a_table_is_a_formula() {
    let place = place(FORMULA);
    called(
        &place,
        &["run", "study.toml", "--draws", "0", "--csv", "--seeds", "2", "--quiet", "--out", "runs"],
    )
    .fine();
    let sensitivity = "sensitivity study.toml --years 0.3 --measure sanctioned --only rules --samples 2 --quiet --out found";
    called(&place, &sensitivity.split(' ').collect::<Vec<_>>()).fine();
    let mut all = Vec::new();
    files(&place.path("."), &mut all);
    let mut guarded = 0;
    for (name, text) in all.iter().filter(|file| file.0.ends_with(".csv")) {
        for cell in cells(text) {
            let is_number = cell.parse::<f64>().is_ok();
            assert!(is_number || !cell.starts_with(['=', '+', '-', '@', '\t']), "{name}: {cell}");
            guarded += usize::from(cell.starts_with("'="));
        }
    }
    assert!(guarded > 0, "the names are in some table");
}

#[test]
fn a_file_that_is_none_of_ours_is_not_quoted_and_a_long_name_is_cut() {
    let place = place("");
    place.write("accounts", "root:x:0:0:hidden:/root:/bin/sh\nlist:x:38:38:hidden:/var/list\n");
    place.write("study.toml", STUDY.replace("regime.toml", "accounts"));
    for line in ["check accounts", "check accounts --json", "check study.toml", "run study.toml"] {
        let said = called(&place, &line.split(' ').collect::<Vec<_>>());
        assert_eq!(said.code, 1, "{said}");
        assert!(!said.err.contains("hidden") && !said.out.contains("hidden"), "{said}");
        assert!(said.err.contains("accounts:1:") || line.ends_with("json"), "{said}");
    }
    let regime = "r".repeat(900_000);
    place.write("study.toml", STUDY.replace("regime.toml", &regime));
    for line in ["check study.toml", "check study.toml --json", "run study.toml"] {
        let said = called(&place, &line.split(' ').collect::<Vec<_>>());
        assert_eq!(said.code, 1, "{}", said.code);
        assert!(said.err.len() + said.out.len() < 3_000, "{} bytes", said.err.len() + said.out.len());
    }
}
