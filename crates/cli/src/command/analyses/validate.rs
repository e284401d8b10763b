//! `demerit validate CASE...`: published figures beside simulated ones.
//!
//! A figure that does not hold is shown as one that does not; it is a result, and no failure of the command.

use crate::command::forms::json;
use crate::command::watched::failure;
use crate::failure::Failure;
use crate::layout::Align::{Left, Right};
use crate::layout::{Table, number};
use crate::stop::Stop;
use crate::terminal::Terminal;
use demerit_analysis::validate::{self, CaseResult, Verdict};
use serde_json::json;
use std::path::PathBuf;

/// Runs the cases.
pub(crate) fn validate(
    cases: &[PathBuf],
    threads: Option<usize>,
    as_json: bool,
    terminal: &Terminal,
) -> Result<String, Failure> {
    let run = |path: &PathBuf| validate::case(path, threads);
    let results: Result<Vec<CaseResult>, _> = cases.iter().map(run).collect();
    let results = results.map_err(|error| failure(error.into(), &Stop::default()))?;
    if as_json {
        return Ok(json(&json!({ "cases": results })));
    }
    Ok(results.iter().map(|case| plain(case, terminal)).collect::<Vec<_>>().join("\n"))
}

fn plain(case: &CaseResult, terminal: &Terminal) -> String {
    let mut table = Table::new(
        &[Left, Right, Right, Right, Right, Left, Left],
        &["figure", "published", "simulated", "95 % interval", "tolerance", "how", "verdict"],
    );
    for figure in &case.figures {
        let interval = figure.interval;
        table.row([
            figure.quantity.clone(),
            number(figure.published),
            figure.simulated.map_or_else(|| "–".to_owned(), number),
            interval
                .map_or_else(|| "–".to_owned(), |[low, high]| format!("{} to {}", number(low), number(high))),
            format!("± {}", number(figure.tolerance)),
            figure.kind.word().replace('-', " "),
            match figure.verdict {
                Verdict::Inside => "inside".to_owned(),
                Verdict::Outside => "OUTSIDE".to_owned(),
                Verdict::NotMeasured => "not measured".to_owned(),
            },
        ]);
    }
    format!("{}\n{}", terminal.heading(&case.title), table.text(terminal.width))
}
