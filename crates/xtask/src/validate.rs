//! The validation cases: runs them all and writes `validation/results.md`.
//!
//! A case names a test, which is run as the tests are built, or a study, which the program runs in release
//! mode. `--check` runs nothing: it holds that the page names each figure of each case of `validation/`, with
//! its tolerance as the case has it, and no other. Whether a figure holds is a result and shown, in the page
//! and on the terminal; it fails no command. What does fail is a total that the second program does not share
//! with the engine (`second.rs`).

mod case;
mod held;
mod page;
mod second;

use crate::outcome::Outcome;
use crate::reference::plain;
use crate::{built, cargo, place};
use case::Case;
use page::{Figure, Kind, Named, Verdict};
use serde_json::Value;
use std::collections::BTreeSet;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

/// Where the cases stand.
const FOLDER: &str = "validation";

/// Runs the cases and writes the page, or checks the page.
pub(crate) fn run(check: bool, program: Option<PathBuf>) -> Outcome<()> {
    let page = place::root().join(FOLDER).join("results.md");
    let cases = case::all(FOLDER)?;
    if check {
        return compare(&cases, &page);
    }
    let program = program.map_or_else(built::released_program, Ok)?;
    let told = held::run(&cases)?;
    let mut results = Vec::new();
    for case in &cases {
        results.push(match &case.test {
            Some(test) => held::result(case, test, &told),
            None => studied(case, &program)?,
        });
    }
    place::write(&page, &page::document(&results))?;
    let color = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    println!("\n{}\nwrote {FOLDER}/results.md", page::table(&results, color));
    second::compare(&program)
}

/// Whether the page is that of the cases.
fn compare(cases: &[Case], page: &Path) -> Outcome<()> {
    let text = std::fs::read_to_string(page)
        .map_err(|fault| format!("cannot read {}: {fault}; run `cargo xtask validate`", page.display()))?;
    let due = due(cases);
    let faults = differences(&due, &page::named(&text));
    if faults.is_empty() {
        println!("{FOLDER}/results.md names the {} figures of {} cases", due.len(), cases.len());
        return Ok(());
    }
    Err(format!(
        "{FOLDER}/results.md is not that of the cases; run `cargo xtask validate`:\n  {}",
        faults.join("\n  ")
    ))
}

/// What the page has to name: case, figure and tolerance.
fn due(cases: &[Case]) -> BTreeSet<String> {
    let figures = cases.iter().flat_map(|case| case.figures.iter().map(move |figure| (case, figure)));
    figures.map(|(case, figure)| format!("{}/{} {}", case.id, figure.id, figure.tolerance)).collect()
}

fn differences(due: &BTreeSet<String>, named: &BTreeSet<String>) -> Vec<String> {
    let missing = due.difference(named).map(|one| format!("{one} is missing"));
    missing.chain(named.difference(due).map(|one| format!("{one} is in no case"))).collect()
}

/// Runs a case of published figures by the program.
fn studied(case: &Case, program: &Path) -> Outcome<page::Result> {
    println!("{}", case.file.strip_prefix(place::root()).unwrap_or(&case.file).display());
    let mut call = cargo::program(program);
    call.args(["validate", "--json"]).arg(&case.file);
    result(case, &cargo::json(&mut call)?["cases"][0])
}

/// What the program told of a case.
fn result(case: &Case, told: &Value) -> Outcome<page::Result> {
    let figures = told["figures"].as_array().map_or(&[][..], Vec::as_slice);
    let figure = |named: &Named| {
        let figure = figures
            .iter()
            .find(|figure| figure["id"] == named.id.as_str())
            .ok_or_else(|| format!("the program told nothing about {}/{}", case.id, named.id))?;
        let kind = Kind::of(figure["kind"].as_str().unwrap_or_default())
            .ok_or_else(|| format!("the program told an unknown kind of {}/{}", case.id, named.id))?;
        let verdict = match figure["verdict"].as_str() {
            Some("inside") => Verdict::Holds,
            Some("outside") => Verdict::DoesNotHold,
            _ => Verdict::NotMeasured,
        };
        Ok(Figure {
            named: Named {
                quantity: plain(&figure["quantity"]),
                unit: plain(&figure["unit"]),
                ..named.clone()
            },
            kind,
            expected: figure["published"].as_f64(),
            simulated: figure["simulated"].as_f64(),
            interval: figure["interval"][0].as_f64().zip(figure["interval"][1].as_f64()),
            verdict,
        })
    };
    let figures: Outcome<Vec<Figure>> = case.figures.iter().map(figure).collect();
    let ran = format!("{} persons, {} seeds", plain(&told["persons"]), plain(&told["seeds"]));
    Ok(page::Result { id: case.id.clone(), title: case.title.clone(), ran, figures: figures? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn case() -> Case {
        let named = |id: &str| Named {
            id: id.into(),
            quantity: String::new(),
            unit: String::new(),
            tolerance: "± 0.01".into(),
        };
        let figures = vec![named("one"), named("two")];
        Case { file: "case.toml".into(), id: "case".into(), title: "A case".into(), test: None, figures }
    }

    #[test]
    fn what_the_program_told_is_taken_over() {
        let figure = |id: &str, simulated: Option<f64>, verdict: &str| {
            json!({ "id": id, "quantity": "persons", "unit": "share", "published": 0.25, "simulated": simulated,
                    "interval": simulated.map(|mean| [mean, mean]), "kind": "came-out", "verdict": verdict })
        };
        let figures = [figure("two", None, "not-measured"), figure("one", Some(0.2), "outside")];
        let result = result(&case(), &json!({ "persons": 10, "seeds": 5, "figures": figures })).unwrap();
        assert_eq!(result.ran, "10 persons, 5 seeds");
        let verdicts: Vec<Verdict> = result.figures.iter().map(|one| one.verdict).collect();
        assert_eq!(verdicts, [Verdict::DoesNotHold, Verdict::NotMeasured]);
        assert_eq!((result.figures[0].interval, result.figures[1].interval), (Some((0.2, 0.2)), None));
        assert!(super::result(&case(), &json!({ "figures": [] })).is_err());
    }

    #[test]
    fn a_page_is_held_to_the_cases() {
        let named = ["case/one ± 0.01", "case/three ± 1"].map(str::to_owned).into();
        let faults = differences(&due(&[case()]), &named);
        assert_eq!(faults, ["case/two ± 0.01 is missing", "case/three ± 1 is in no case"]);
    }
}
