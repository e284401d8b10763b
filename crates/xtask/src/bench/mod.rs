//! The benchmark: peers side by side on one small model, and the social model's own tick beside floors.
//!
//! | part | what it does |
//! |---|---|
//! | `peers` | installs each peer of `bench/peers.toml` into an environment of its own, runs all in turn, several times over, holds every result against the law of the model, and only then looks at the times |
//! | `tick` | times the social model's tick over persons, ticks and threads, beside a plain copy of the state and a loop that only draws |
//!
//! Writes `bench/results.json` and `bench/results.svg`, and the table between the marks in `README.md`;
//! `--quick` measures little, shows it and writes nothing. What the fields mean stands in `bench/README.md`.

mod agreement;
mod chart;
mod figures;
mod install;
mod machine;
mod peer;
mod peers;
mod readme;
mod record;
mod tick;

use crate::outcome::Outcome;
use crate::place;
use clap::ValueEnum;
use serde_json::{Map, Value, json};
use std::path::PathBuf;

/// A part of the benchmark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// The comparison on score-100
    Peers,
    /// The social model's own tick
    Tick,
}

/// Where results stand.
const RESULTS: &str = "bench/results.json";
/// Where the chart stands.
const CHART: &str = "bench/results.svg";

/// Runs one part or both.
pub(crate) fn run(only: Option<Part>, quick: bool) -> Outcome<()> {
    let path = place::root().join(RESULTS);
    let mut results = former(&path)?;
    results.insert("schema".into(), json!(1));
    for (part, name) in [(Part::Peers, "score100"), (Part::Tick, "tick")] {
        if only.is_some_and(|only| only != part) {
            continue;
        }
        let mut found = match part {
            Part::Peers => peers::measure(quick)?,
            Part::Tick => tick::measure(quick)?,
        };
        // The parts may be measured on different days: each says its own.
        found["date"] = json!(machine::today());
        found["machine"] = machine::kind();
        results.insert(name.into(), found);
    }
    if quick {
        println!("\nmeasured quickly: nothing was written");
        return Ok(());
    }
    let results = Value::Object(results);
    let text = serde_json::to_string_pretty(&results).map_err(|fault| fault.to_string())?;
    place::write(&path, &(text + "\n"))?;
    place::write(&place::root().join(CHART), &chart::draw(&results)?)?;
    let readme = place::root().join("README.md");
    place::write(&readme, &readme::with_table(&place::read(&readme)?, &results)?)?;
    println!("\nwritten: {RESULTS}, {CHART}, the table in README.md");
    Ok(())
}

/// What stands there already, so that a part that is not measured now is kept.
fn former(path: &PathBuf) -> Outcome<Map<String, Value>> {
    let Ok(text) = std::fs::read_to_string(path) else { return Ok(Map::new()) };
    match serde_json::from_str(&text) {
        Ok(Value::Object(results)) => Ok(results),
        _ => Err(format!("{} is no JSON object", path.display())),
    }
}
