//! The table of ratios in `README.md`, between two marks, written from the results and from nothing else.

use super::figures::{DISTURBED, or_nought, ranged, short, text};
use super::machine;
use crate::outcome::Outcome;
use crate::thousands::grouped;
use serde_json::Value;
use std::fmt::Write;

/// Where the table begins.
const BEGIN: &str = "<!-- bench:begin -->";
/// Where it ends.
const END: &str = "<!-- bench:end -->";
/// Agents of the comparison that the table shows.
pub(crate) const AGENTS: u64 = 1_000_000;

/// The text with the table in its place.
pub(crate) fn with_table(text: &str, results: &Value) -> Outcome<String> {
    let (Some(from), Some(to)) = (text.find(BEGIN), text.find(END)) else {
        return Err(format!("README.md lacks the marks {BEGIN} and {END}"));
    };
    if to < from {
        return Err(format!("in README.md {END} stands before {BEGIN}"));
    }
    Ok(format!("{}\n{}{}", &text[..from + BEGIN.len()], table(results), &text[to..]))
}

/// The engines at the size of the table, one thread before two, the fastest first.
pub(crate) fn rows(results: &Value) -> Vec<&Value> {
    let engines = results["score100"]["engines"].as_array().map_or(&[][..], Vec::as_slice);
    let mut rows: Vec<&Value> = engines.iter().filter(|engine| engine["agents"] == AGENTS).collect();
    rows.sort_by(|one, other| {
        let threads = |row: &Value| row["threads"].as_u64();
        threads(one).cmp(&threads(other)).then(pace(other).total_cmp(&pace(one)))
    });
    rows
}

/// Million agent-steps a second: without the time in which the program was kept waiting for a processor where
/// that is known (for one thread), else by the clock on the wall.
pub(crate) fn paces(row: &Value) -> &Value {
    let undisturbed = &row["undisturbed"];
    if undisturbed.is_object() { undisturbed } else { &row["million_agent_steps_per_second"] }
}

/// The median of [`paces`].
pub(crate) fn pace(row: &Value) -> f64 {
    or_nought(&paces(row)["median"])
}

/// The engine's name for a reader.
pub(crate) fn name(row: &Value) -> String {
    let version = text(&row["version"]);
    match text(&row["engine"]) {
        "demerit" => format!("**Demerit** {version}"),
        other if other.starts_with("plain") => other.to_owned(),
        other => format!("{other} {version}"),
    }
}

fn table(results: &Value) -> String {
    let mut page = String::new();
    let part = &results["score100"];
    if part.is_object() {
        let (agents, machine) = (grouped(AGENTS as f64), machine::in_words(&part["machine"]));
        let date = part["date"].as_str().unwrap_or("an unknown day");
        let _ = write!(page, "\n*score-100* with {agents} agents, measured on {date} ({machine}). ");
        page.push_str("All results agree with the law of the model within its sampling error.\n\n");
        page.push_str("| engine | made | threads | million agent-steps a second (least to most) | Demerit is faster by | bytes an agent |\n");
        page.push_str("|---|---|--:|--:|--:|--:|\n");
        let rows = rows(results);
        for row in &rows {
            let rival = rows.iter().find(|own| own["made"] == "demerit" && own["threads"] == row["threads"]);
            let ratio = rival.map_or(0.0, |own| pace(own) / pace(row));
            let (made, ratio) = match text(&row["made"]) {
                "demerit" => ("this engine's kernel", String::new()),
                made => (made, format!("{} times", short(ratio))),
            };
            let (name, threads, paces) = (name(row), &row["threads"], ranged(paces(row)));
            let bytes = row["bytes_per_agent"]["median"].as_f64().map_or("unknown".into(), short);
            let _ = writeln!(page, "| {name} | {made} | {threads} | {paces} | {ratio} | {bytes} |");
        }
        let waited = rows.iter().filter_map(|row| row["share_waited"]["median"].as_f64()).fold(0.0, f64::max);
        if waited > DISTURBED {
            let _ = writeln!(
                page,
                "\nThe machine was busy with other work meanwhile: programs waited for a processor for up to {:.0} % of the time. For one thread that is \
                 taken off; the figures of two threads are too low, and not evenly so.",
                100.0 * waited
            );
        }
        if let Some(missing) = part["not_installed"].as_object() {
            for (peer, why) in missing {
                let why = why.as_str().unwrap_or("no reason was given");
                let _ = writeln!(page, "\nNot installed: {peer} ({why}).");
            }
        }
    }
    if let Some(tick) = social(&results["tick"]) {
        page.push_str(&tick);
    }
    page.push('\n');
    page
}

/// The social model's own pace in a sentence: the two-thread case with the most persons.
fn social(part: &Value) -> Option<String> {
    let cases = part["cases"].as_array()?;
    let two = cases.iter().filter(|case| case["threads"] == 2);
    let largest = two.max_by_key(|case| (case["persons"].as_u64(), case["ticks"].as_u64()))?;
    let weeks = largest["million_person_weeks_per_second"]["median"].as_f64()?;
    let busy = largest["share_waited"]["median"].as_f64() > Some(DISTURBED);
    Some(format!(
        "\nThe social model itself, every mechanism on (study `{}`), {} persons over {} weeks on two threads, measured on {}: {} million \
         person-weeks a second{}, {:.1} bytes of state a person.\n",
        part["study"].as_str()?,
        grouped(largest["persons"].as_f64()?),
        largest["ticks"],
        part["date"].as_str()?,
        short(weeks),
        if busy { " while the machine was busy with other work" } else { "" },
        largest["bytes_per_person"].as_f64()?,
    ))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use serde_json::json;

    /// Results of three engines, and of a tick.
    pub(crate) fn results() -> Value {
        let engine = |name: &str, made: &str, agents: u64, threads: u64, pace: f64| {
            json!({ "engine": name, "version": "1.2", "made": made, "agents": agents, "threads": threads,
                    "million_agent_steps_per_second": { "median": pace, "min": pace / 2.0, "max": pace * 1.5 },
                    "bytes_per_agent": { "median": 2.6 } })
        };
        json!({
            "score100": {
                "date": "2026-01-02",
                "machine": { "processor": "Example", "cores": 2, "vector_units": [], "memory_gib": 24 },
                "engines": [
                    engine("slow", "framework", AGENTS, 1, 2.5),
                    engine("demerit", "demerit", AGENTS, 2, 2000.0),
                    engine("demerit", "demerit", AGENTS, 1, 1000.0),
                    engine("demerit", "demerit", 10_000, 1, 1.0),
                    engine("plain Rust, skip", "by hand", AGENTS, 2, 500.0),
                ],
                "not_installed": { "other": "no such version" },
            },
            "tick": { "study": "nation", "date": "2026-01-03", "cases": [
                { "persons": 1000, "ticks": 5, "threads": 2, "bytes_per_person": 12.04,
                  "million_person_weeks_per_second": { "median": 88.8 } } ] },
        })
    }

    #[test]
    fn the_table_shows_the_largest_size_of_each_engine_and_stays_when_written_twice() {
        let text = format!("before {BEGIN}old{END} after");
        let text = with_table(&text, &results()).unwrap();
        assert!(
            text.starts_with(&format!("before {BEGIN}\n")) && text.ends_with(&format!("{END} after")),
            "{text}"
        );
        assert!(!text.contains("old"));
        let rows: Vec<&str> = text.lines().filter(|line| line.starts_with("| ")).skip(1).collect();
        assert_eq!(
            rows,
            [
                "| **Demerit** 1.2 | this engine's kernel | 1 | 1,000 (500 to 1,500) |  | 2.6 |",
                "| slow 1.2 | framework | 1 | 2.5 (1.2 to 3.8) | 400 times | 2.6 |",
                "| **Demerit** 1.2 | this engine's kernel | 2 | 2,000 (1,000 to 3,000) |  | 2.6 |",
                "| plain Rust, skip | by hand | 2 | 500 (250 to 750) | 4.0 times | 2.6 |",
            ]
        );
        assert!(text.contains("Not installed: other (no such version)."));
        assert!(
            text.contains("1,000 persons over 5 weeks")
                && text.contains("89 million")
                && text.contains("12.0 bytes")
        );
        assert_eq!(with_table(&text, &results()).unwrap(), text, "written twice it stays");
    }

    #[test]
    fn a_busy_machine_is_owned_up_to() {
        let mut results = results();
        let written = |results: &Value| with_table(&format!("{BEGIN}{END}"), results).unwrap();
        assert!(!written(&results).contains("busy"));
        results["score100"]["engines"][0]["share_waited"] = json!({ "median": 0.31 });
        assert!(written(&results).contains("for up to 31 % of the time"));
    }

    #[test]
    fn time_spent_waiting_is_taken_off() {
        let mut results = results();
        results["score100"]["engines"][0]["undisturbed"] = json!({ "median": 5.0, "min": 4.0, "max": 6.0 });
        let text = with_table(&format!("{BEGIN}{END}"), &results).unwrap();
        assert!(text.contains("| slow 1.2 | framework | 1 | 5.0 (4.0 to 6.0) | 200 times | 2.6 |"), "{text}");
    }

    #[test]
    fn without_marks_it_is_an_error() {
        assert!(with_table("nothing", &results()).is_err());
        assert!(with_table(&format!("{END}{BEGIN}"), &results()).is_err());
    }

    #[test]
    fn a_part_that_was_not_measured_is_left_out() {
        let mut results = results();
        results["score100"] = Value::Null;
        let text = with_table(&format!("{BEGIN}{END}"), &results).unwrap();
        assert!(!text.contains("| ") && text.contains("million person-weeks"));
    }
}
