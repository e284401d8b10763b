//! The README's table of speeds against `bench/results.json`, figure by figure, and the results against the
//! list of peers.
//!
//! The table is read back rather than written again, so that a fault of its writer is found too.

use serde_json::Value;
use std::collections::BTreeSet;

/// A row of the table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The engine with its version.
    pub engine: String,
    /// Threads.
    pub threads: u64,
    /// Median, least and most, million agent-steps a second.
    pub pace: [f64; 3],
    /// How many times faster Demerit is, where that is said.
    pub ratio: Option<f64>,
    /// Bytes an agent.
    pub bytes: Option<f64>,
}

/// The text between the marks of the README.
#[must_use]
pub fn block(readme: &str) -> Option<&str> {
    let (_, rest) = readme.split_once("<!-- bench:begin -->")?;
    Some(rest.split_once("<!-- bench:end -->")?.0)
}

/// The rows of the table in the block; a row that is not understood is an error.
///
/// # Errors
/// A row has other cells than are due.
pub fn rows(block: &str) -> Result<Vec<Row>, String> {
    let lines = block.lines().filter(|line| line.starts_with('|')).skip(2);
    lines
        .map(|line| {
            row(line).ok_or_else(|| format!("a row of the table of speeds is not understood: {line}"))
        })
        .collect()
}

fn row(line: &str) -> Option<Row> {
    let cells: Vec<&str> = line.trim().trim_matches('|').split('|').map(str::trim).collect();
    let [engine, _, threads, pace, ratio, bytes] = cells.as_slice() else { return None };
    let number = |text: &str| text.replace(',', "").parse::<f64>().ok();
    let (median, spread) = pace.split_once(" (")?;
    let (least, most) = spread.strip_suffix(')')?.split_once(" to ")?;
    let ratio = if ratio.is_empty() { None } else { Some(number(ratio.strip_suffix(" times")?)?) };
    Some(Row {
        engine: engine.replace("**", ""),
        threads: threads.parse().ok()?,
        pace: [number(median)?, number(least)?, number(most)?],
        ratio,
        bytes: number(bytes),
    })
}

/// Whether a shown figure is that of the results: three digits or so, so within half of the last one.
fn shows(shown: f64, real: f64) -> bool {
    let half = if real >= 9.95 { 0.5 } else { 0.05 };
    (shown - real).abs() <= half + 1e-9
}

/// Where the README and the results differ.
#[must_use]
pub fn differences(block: &str, rows: &[Row], results: &Value) -> Vec<String> {
    let part = &results["score100"];
    let mut faults = Vec::new();
    for (what, due) in [
        ("date", &part["date"]),
        ("processor", &part["machine"]["processor"]),
        ("date", &results["tick"]["date"]),
    ] {
        if !due.as_str().is_some_and(|due| block.contains(due)) {
            faults
                .push(format!("the {what} of the results, {due}, does not stand above the table of speeds"));
        }
    }
    let engines: Vec<&Value> = part["engines"].as_array().map_or_else(Vec::new, |engines| {
        engines.iter().filter(|engine| engine["agents"] == 1_000_000).collect()
    });
    if rows.is_empty() || rows.len() != engines.len() {
        faults.push(format!("the table of speeds has {} rows for {} engines", rows.len(), engines.len()));
    }
    // Time spent waiting for a processor is taken off where it is known.
    let figure = |engine: &Value, edge: &str| {
        let undisturbed = engine["undisturbed"][edge].as_f64();
        undisturbed.or_else(|| engine["million_agent_steps_per_second"][edge].as_f64()).unwrap_or(f64::NAN)
    };
    let median = |engine: &Value| figure(engine, "median");
    for row in rows {
        let found =
            engines.iter().find(|engine| engine["threads"] == row.threads && is_named(engine, &row.engine));
        let Some(engine) = found else {
            faults.push(format!("there is no result for {} on {} threads", row.engine, row.threads));
            continue;
        };
        for (edge, shown) in ["median", "min", "max"].iter().zip(row.pace) {
            let real = figure(engine, edge);
            if !shows(shown, real) {
                faults.push(format!("{} shows {shown} where the results have {real} ({edge})", row.engine));
            }
        }
        let own = engines.iter().find(|own| own["made"] == "demerit" && own["threads"] == row.threads);
        let ratio = own.filter(|own| own != &engine).map(|own| median(own) / median(engine));
        let same = match (row.ratio, ratio) {
            (Some(shown), Some(real)) => shows(shown, real),
            (shown, real) => shown.is_none() && real.is_none(),
        };
        if !same {
            faults.push(format!("{} shows the ratio {:?} where it is {ratio:?}", row.engine, row.ratio));
        }
        let bytes = engine["bytes_per_agent"]["median"].as_f64();
        if !row.bytes.zip(bytes).map_or(row.bytes == bytes, |(shown, real)| shows(shown, real)) {
            faults.push(format!("{} shows {:?} bytes where it is {bytes:?}", row.engine, row.bytes));
        }
    }
    faults
}

fn is_named(engine: &Value, shown: &str) -> bool {
    let name = engine["engine"].as_str().unwrap_or("");
    let version = engine["version"].as_str().unwrap_or("");
    shown.to_lowercase() == name.to_lowercase()
        || shown.to_lowercase() == format!("{name} {version}").to_lowercase()
}

/// Peers of the list that have neither a result nor a reason why they have none.
#[must_use]
pub fn silent(peers: &toml::Table, results: &Value) -> Vec<String> {
    let listed = peers.get("peer").and_then(toml::Value::as_array).map_or(&[][..], Vec::as_slice);
    let names: BTreeSet<&str> = listed.iter().filter_map(|peer| peer.get("name")?.as_str()).collect();
    if names.is_empty() {
        return vec!["bench/peers.toml names no peer".to_owned()];
    }
    let part = &results["score100"];
    let engines = part["engines"].as_array().map_or(&[][..], Vec::as_slice);
    let has_result = |name: &str| {
        let said = name.replace('-', " ");
        engines.iter().any(|engine| {
            engine["engine"].as_str().is_some_and(|engine| engine.to_lowercase().starts_with(&said))
        })
    };
    let missing =
        names.into_iter().filter(|name| !has_result(name) && !part["not_installed"][*name].is_string());
    missing.map(|name| format!("{name} has no result, and no reason why it has none")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const BLOCK: &str = "on 2026-01-02 (Example, 2 cores)\n\n| engine | made | threads | pace | faster | bytes |\n|---|---|--:|--:|--:|--:|\n\
        | **Demerit** 1.2 | kernel | 1 | 1,000 (500 to 1,500) |  | 2.6 |\n\
        | slow 3 | framework | 1 | 2.5 (1.2 to 3.8) | 400 times | 940 |\n";

    fn results() -> Value {
        let engine = |name: &str, version: &str, made: &str, pace: [f64; 3], bytes: f64| {
            json!({ "engine": name, "version": version, "made": made, "agents": 1_000_000, "threads": 1,
                    "million_agent_steps_per_second": { "median": pace[0], "min": pace[1], "max": pace[2] },
                    "bytes_per_agent": { "median": bytes } })
        };
        json!({ "tick": { "date": "2026-01-02" }, "score100": {
            "date": "2026-01-02", "machine": { "processor": "Example" },
            "engines": [engine("demerit", "1.2", "demerit", [1000.2, 500.0, 1500.0], 2.61),
                        engine("slow", "3", "framework", [2.5, 1.21, 3.77], 940.2)],
            "not_installed": { "gone": "no such version" } } })
    }

    fn found(block: &str) -> usize {
        differences(block, &rows(block).unwrap(), &results()).len()
    }

    #[test]
    fn a_true_table_is_fine_and_every_false_figure_is_found() {
        assert_eq!(found(BLOCK), 0);
        for (true_one, false_one) in [
            ("1,000 (", "1,100 ("),
            ("to 3.8", "to 3.6"),
            ("400 times", "390 times"),
            ("| 940", "| 930"),
            ("| 2.6", "| 2.7"),
        ] {
            assert_eq!(found(&BLOCK.replace(true_one, false_one)), 1, "{false_one}");
        }
        assert!(found(&BLOCK.replace("Example", "Other")) > 0 && found(&BLOCK.replace("slow", "quick")) > 0);
        assert!(rows("| a |\n|---|\n| b |\n").is_err());
    }

    #[test]
    fn the_block_is_what_stands_between_the_marks() {
        assert_eq!(block("a<!-- bench:begin -->b<!-- bench:end -->c"), Some("b"));
        assert_eq!(block("a"), None);
    }

    #[test]
    fn a_peer_without_result_or_reason_is_found() {
        let peers = |names: &[&str]| -> toml::Table {
            let text: String = names.iter().map(|name| format!("[[peer]]\nname = \"{name}\"\n")).collect();
            text.parse().unwrap()
        };
        assert!(silent(&peers(&["slow", "gone"]), &results()).is_empty());
        assert_eq!(silent(&peers(&["slow", "other"]), &results()).len(), 1);
        assert_eq!(silent(&peers(&[]), &results()).len(), 1);
    }
}
