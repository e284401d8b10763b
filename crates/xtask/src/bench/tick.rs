//! The social model's own tick, over persons, ticks and threads, beside its floors; and a whole run.
//!
//! Each case is a process of its own (the example `bench` of the study crate), called in turn, several times
//! over.

use super::figures::{number, or_nought, ranged, rounded, short, spread};
use crate::outcome::Outcome;
use crate::thousands::grouped;
use crate::{built, cargo};
use serde_json::{Value, json};
use std::path::Path;

/// The study that is timed: one world, every mechanism on from the first tick.
const STUDY: &str = "nation";
/// The study of the whole run: a world and its twin, with measures, tables and files.
const WHOLE: &str = "no-dark-corner";

/// Persons, ticks, threads, how often.
type Case = (u64, u64, u64, u64);

const CASES: [Case; 11] = [
    (10_000, 52, 1, 5),
    (10_000, 52, 2, 5),
    (100_000, 52, 1, 5),
    (100_000, 52, 2, 5),
    (1_000_000, 13, 1, 3),
    (1_000_000, 52, 1, 5),
    (1_000_000, 52, 2, 5),
    (1_000_000, 208, 1, 1),
    (1_000_000, 208, 2, 1),
    (10_000_000, 52, 1, 1),
    (10_000_000, 52, 2, 2),
];

/// Runs all cases and hands back the figures.
pub(crate) fn measure(quick: bool) -> Outcome<Value> {
    let words = ["--release", "--package", "demerit-study", "--example", "bench"];
    let program = built::built(&words, "release/examples/bench")?;
    let mut cases: Vec<(Case, Vec<Value>)> = CASES
        .into_iter()
        .filter(|case| !quick || case.0 <= 100_000)
        .map(|(persons, ticks, threads, times)| {
            ((persons, ticks, threads, if quick { 1 } else { times }), Vec::new())
        })
        .collect();
    let rounds = cases.iter().map(|(case, _)| case.3).max().unwrap_or(0);
    for round in 0..rounds {
        for ((persons, ticks, threads, times), found) in &mut cases {
            if round < *times {
                found.push(call(&program, "tick", STUDY, [*persons, *ticks, *threads])?);
            }
        }
        println!("round {} of {rounds}: the tick", round + 1);
    }
    let mut rows = Vec::new();
    println!(
        "{:<8} {:>11} {:>6} {:>7} {:>30} {:>13} {:>12} {:>15}",
        "case",
        "persons",
        "ticks",
        "threads",
        "million person-weeks/s",
        "bytes/person",
        "times a copy",
        "times the draws"
    );
    for ((persons, ticks, threads, _), found) in &cases {
        let row = row(*persons, *ticks, *threads, found)?;
        show("tick", &row);
        rows.push(row);
    }
    let (persons, years) = if quick { (50_000, 1) } else { (1_000_000, 2) };
    let run = call(&program, "run", WHOLE, [persons, years, 2])?;
    let pace = number(&run, "person_weeks")? / number(&run, "seconds")? / 1e6;
    println!(
        "a whole run of {WHOLE}, {} persons, {years} years, two threads: {} million person-weeks/s",
        grouped(persons as f64),
        short(pace)
    );
    let whole = json!({ "study": WHOLE, "persons": persons, "years": years, "threads": 2, "million_person_weeks_per_second": rounded(pace) });
    Ok(json!({ "study": STUDY, "cases": rows, "whole_run": whole }))
}

fn call(program: &Path, mode: &str, study: &str, numbers: [u64; 3]) -> Outcome<Value> {
    let mut call = cargo::program(program);
    call.args([mode, study]).args(numbers.map(|number| number.to_string()));
    cargo::json(&mut call)
}

/// The figures of one case.
fn row(persons: u64, ticks: u64, threads: u64, found: &[Value]) -> Outcome<Value> {
    let of = |field: &str| found.iter().map(|run| number(run, field)).collect::<Outcome<Vec<f64>>>();
    let seconds = of("seconds")?;
    let weeks = (persons * ticks) as f64;
    let each = |floor: &[f64]| {
        let pairs = seconds.iter().zip(floor);
        spread(pairs.map(|(whole, floor)| whole / ticks as f64 / floor))
    };
    let bytes = of("bytes_per_person")?;
    Ok(json!({
        "persons": persons,
        "ticks": ticks,
        "threads": threads,
        "repeats": found.len(),
        "million_person_weeks_per_second": spread(seconds.iter().map(|seconds| weeks / seconds / 1e6)),
        "nanoseconds_per_person_week": spread(seconds.iter().map(|seconds| seconds * 1e9 / weeks)),
        "undisturbed": spread(found.iter().zip(&seconds).filter(|_| threads == 1).filter_map(|(run, seconds)| {
            Some(weeks / (seconds - run["waited"].as_f64()?) / 1e6)
        })),
        "share_waited": spread(found.iter().zip(&seconds).filter_map(|(run, seconds)| {
            Some(run["waited"].as_f64()? / (seconds * threads as f64))
        })),
        "bytes_per_person": bytes.last().copied().map(rounded),
        "peak_bytes_per_person": found.last().and_then(|run| run["peak_bytes_per_person"].as_f64()).map(rounded),
        "times_a_copy": each(&of("seconds_to_copy")?),
        "times_the_draws": each(&of("seconds_to_draw")?),
    }))
}

fn show(case: &str, row: &Value) {
    let median = |field: &str| short(or_nought(&row[field]["median"]));
    println!(
        "{case:<8} {:>11} {:>6} {:>7} {:>30} {:>13.1} {:>12} {:>15}",
        grouped(or_nought(&row["persons"])),
        row["ticks"].to_string(),
        row["threads"].to_string(),
        ranged(&row["million_person_weeks_per_second"]),
        or_nought(&row["bytes_per_person"]),
        median("times_a_copy"),
        median("times_the_draws"),
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_gives_the_median_pace_and_the_furthest_from_the_floors() {
        let run = |seconds: f64| {
            json!({ "seconds": seconds, "bytes_per_person": 12.0, "peak_bytes_per_person": 15.0,
                    "seconds_to_copy": 0.01, "seconds_to_draw": 0.02 })
        };
        let row = row(1000, 10, 2, &[run(1.0), run(2.0), run(4.0)]).unwrap();
        assert_eq!(row["million_person_weeks_per_second"]["median"], 0.005);
        assert_eq!(row["nanoseconds_per_person_week"]["median"], 200_000.0);
        assert_eq!(
            (&row["times_a_copy"]["max"], &row["times_the_draws"]["min"]),
            (&json!(40.0), &json!(5.0))
        );
    }

    #[test]
    fn a_missing_figure_is_named() {
        assert!(row(1, 1, 1, &[json!({ "seconds": 1.0 })]).unwrap_err().contains("bytes_per_person"));
    }
}
