//! The benchmark: runs the example `bench` of the study crate in release mode and shows its figures as a table.
//!
//! The example writes one JSON object a line, each a case:
//!
//! | field | meaning | unit |
//! |---|---|---|
//! | `case` | what was run | text |
//! | `persons` | persons in the world | count |
//! | `threads` | threads at work | count |
//! | `person_weeks_per_second` | persons times ticks, by wall time | 1/s |
//! | `bytes_per_person` | state columns and sparse memory together | bytes |
//! | `ratio_to_copy` | wall time of a tick by that of a plain copy of the state columns in the same run | 1 |
//!
//! Lines that are no JSON object are shown as they are.

use crate::{Outcome, cargo};
use serde_json::Value;
use std::io::{BufRead, BufReader};
use std::process::Stdio;

/// Runs the benchmark with `options` handed on to it.
pub(crate) fn run(options: &[String]) -> Outcome<()> {
    let mut call = cargo::command();
    call.args([
        "run",
        "--release",
        "--locked",
        "--quiet",
        "--package",
        "demerit-study",
        "--example",
        "bench",
        "--",
    ]);
    call.args(options).stdout(Stdio::piped());
    let words = cargo::in_words(&call);
    let mut child = call.spawn().map_err(|fault| format!("cannot start `{words}`: {fault}"))?;
    let stream = child.stdout.take().ok_or("the benchmark has no output")?;
    let mut cases = 0;
    println!(
        "{}",
        row(["case", "persons", "threads", "person-weeks/s", "bytes/person", "times a copy"]
            .map(String::from))
    );
    for line in BufReader::new(stream).lines() {
        let line = line.map_err(|fault| format!("cannot read the benchmark's output: {fault}"))?;
        match serde_json::from_str::<Value>(&line) {
            Ok(Value::Object(fields)) => {
                println!("{}", case(&Value::Object(fields))?);
                cases += 1;
            }
            _ => println!("{line}"),
        }
    }
    let status = child.wait().map_err(|fault| format!("lost sight of `{words}`: {fault}"))?;
    match (status.success(), cases) {
        (false, _) => Err(format!("`{words}` ended with {status}")),
        (true, 0) => Err(format!("`{words}` measured nothing")),
        (true, _) => Ok(()),
    }
}

/// One case as a row of the table; a missing figure is an error that names it.
fn case(fields: &Value) -> Outcome<String> {
    let text = fields["case"].as_str().ok_or("a line of the benchmark has no field `case`")?;
    let number = |field: &str| {
        fields[field]
            .as_f64()
            .ok_or_else(|| format!("case `{text}` of the benchmark has no number `{field}`"))
    };
    Ok(row([
        text.to_owned(),
        grouped(number("persons")?),
        grouped(number("threads")?),
        grouped(number("person_weeks_per_second")?),
        format!("{:.1}", number("bytes_per_person")?),
        format!("{:.2}", number("ratio_to_copy")?),
    ]))
}

fn row(cells: [String; 6]) -> String {
    let [case, persons, threads, speed, bytes, ratio] = cells;
    format!("{case:<28} {persons:>13} {threads:>7} {speed:>15} {bytes:>12} {ratio:>12}")
}

/// A whole number with commas: 1250000 as `1,250,000`.
fn grouped(number: f64) -> String {
    let digits = format!("{number:.0}");
    let mut shown = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn numbers_are_grouped_by_thousands() {
        assert_eq!(grouped(0.0), "0");
        assert_eq!(grouped(999.0), "999");
        assert_eq!(grouped(1_250_000.4), "1,250,000");
    }

    #[test]
    fn a_case_needs_every_figure() {
        let whole = json!({ "case": "tick", "persons": 1_000_000, "threads": 2, "person_weeks_per_second": 4.5e7,
                            "bytes_per_person": 22.5, "ratio_to_copy": 3.25 });
        let shown = case(&whole).unwrap();
        assert!(shown.contains("45,000,000") && shown.contains("22.5") && shown.contains("3.25"), "{shown}");
        let said = case(&json!({ "case": "tick", "persons": 1 })).unwrap_err();
        assert!(said.contains("`threads`"), "{said}");
    }
}
