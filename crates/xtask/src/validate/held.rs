//! Cases that tests hold: runs the tests and gathers what they told, a line of JSON for each figure.
//!
//! A test that fails has told its figures before: that one does not hold is a result. Only where nothing was
//! told at all is there a fault.

use super::case::{Case, Test};
use super::page::{Figure, Kind, Result, Verdict};
use crate::cargo;
use crate::outcome::Outcome;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::process::Stdio;

/// What begins a line about a figure.
const MARK: &str = "{\"case\":";

/// The lines about figures, by case and figure.
pub(super) type Told = BTreeMap<(String, String), Value>;

/// Runs the tests of all these cases, each target once.
pub(super) fn run(cases: &[Case]) -> Outcome<Told> {
    let mut targets: BTreeMap<(&str, &str), BTreeSet<&str>> = BTreeMap::new();
    for Test { package, target, name, .. } in cases.iter().filter_map(|case| case.test.as_ref()) {
        targets.entry((package, target)).or_default().insert(name);
    }
    let mut told = Told::new();
    for ((package, target), tests) in targets {
        println!("{} tests of {package}/{target}", tests.len());
        let mut call = cargo::command();
        call.args(["test", "--package", package, "--test", target, "--locked", "--quiet", "--"]);
        call.args(["--exact", "--nocapture"]).args(tests);
        let done = call
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .and_then(std::process::Child::wait_with_output)
            .map_err(|fault| format!("cannot run `{}`: {fault}", cargo::in_words(&call)))?;
        let here = lines(&String::from_utf8_lossy(&done.stdout))?;
        if here.is_empty() {
            let call = cargo::in_words(&call);
            return Err(format!("`{call}` told no figure and ended with {}", done.status));
        }
        told.extend(here);
    }
    Ok(told)
}

/// The figures in what tests wrote. The harness may have written the test's name before a line.
fn lines(text: &str) -> Outcome<Told> {
    let mut told = Told::new();
    for line in text.lines().filter_map(|line| line.find(MARK).map(|from| &line[from..])) {
        let value: Value = serde_json::from_str(line).map_err(|fault| format!("{fault} in `{line}`"))?;
        let word = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
        told.insert((word("case"), word("figure")), value);
    }
    Ok(told)
}

/// What came of a case; what was not told was not measured.
pub(super) fn result(case: &Case, test: &Test, told: &Told) -> Result {
    let kind = if test.kind == "conformance" { Kind::Conformance } else { Kind::ClosedForm };
    let mut seeds = 1;
    let figures = case.figures.iter().map(|named| {
        let line = told.get(&(case.id.clone(), named.id.clone()));
        let value = |key: &str| line.and_then(|line| line[key].as_f64());
        seeds = seeds.max(line.and_then(|line| line["seeds"].as_u64()).unwrap_or(1));
        let verdict = match line.and_then(|line| line["holds"].as_bool()) {
            Some(true) => Verdict::Holds,
            Some(false) => Verdict::DoesNotHold,
            None => Verdict::NotMeasured,
        };
        Figure {
            named: named.clone(),
            kind,
            expected: value("expected"),
            simulated: value("simulated"),
            interval: value("low").zip(value("high")),
            verdict,
        }
    });
    let figures = figures.collect();
    let seeds = if seeds > 1 { format!(", {seeds} seeds") } else { String::new() };
    let ran = format!("the test `{}` of `{}`{seeds}", test.name, test.package);
    Result { id: case.id.clone(), title: case.title.clone(), ran, figures }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::page::Named;

    const LINE: &str = r#"test forms::one ... {"case":"c","figure":"one","expected":1.0,"simulated":2.0,"low":null,"high":null,"seeds":3,"holds":false}"#;

    #[test]
    fn what_was_told_is_found_and_what_was_not_is_not_measured() {
        let told = lines(&format!("running 1 test\n{LINE}\nFAILED\n")).unwrap();
        let named = |id: &str| Named {
            id: id.into(),
            quantity: "q".into(),
            unit: "u".into(),
            tolerance: "exact".into(),
        };
        let case = Case {
            file: "case.toml".into(),
            id: "c".into(),
            title: "C".into(),
            test: None,
            figures: vec![named("one"), named("two")],
        };
        let test = Test {
            kind: "closed-form".into(),
            package: "p".into(),
            target: "t".into(),
            name: "forms::one".into(),
        };
        let result = result(&case, &test, &told);
        assert_eq!(result.ran, "the test `forms::one` of `p`, 3 seeds");
        let [one, two] = &result.figures[..] else { panic!("two figures") };
        assert_eq!((one.verdict, one.simulated, one.interval), (Verdict::DoesNotHold, Some(2.0), None));
        assert_eq!((two.verdict, two.expected), (Verdict::NotMeasured, None));
    }

    #[test]
    fn a_torn_line_is_a_fault() {
        assert!(lines("{\"case\":\"c\",").is_err());
        assert!(lines("nothing here\n").unwrap().is_empty());
    }
}
