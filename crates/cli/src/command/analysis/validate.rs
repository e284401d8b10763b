//! `demerit validate CASE...`: published figures beside simulated ones.
//!
//! A figure that does not hold is shown as one that does not; it is a result, and no failure of the command.

use crate::arguments::Validate;
use crate::command::forms::json;
use crate::command::watched::failure;
use crate::failure::Failure;
use crate::layout::{Align, Table, number};
use crate::stop::Stop;
use crate::terminal::Terminal;
use demerit_analysis::validate::{self, CaseResult, How, Verdict};
use serde_json::json;

/// Runs the cases.
pub(crate) fn validate(call: &Validate, terminal: &Terminal) -> Result<String, Failure> {
    let mut results = Vec::new();
    for path in &call.cases {
        results.push(
            validate::case(path, call.threads).map_err(|error| failure(error.into(), &Stop::default()))?,
        );
    }
    if call.json {
        return Ok(json(&json!({ "cases": results })));
    }
    Ok(results.iter().map(|case| plain(case, terminal)).collect::<Vec<_>>().join("\n"))
}

fn plain(case: &CaseResult, terminal: &Terminal) -> String {
    let mut table = Table::new(&[
        ("figure", Align::Left),
        ("published", Align::Right),
        ("simulated", Align::Right),
        ("95 % interval", Align::Right),
        ("tolerance", Align::Right),
        ("how", Align::Left),
        ("verdict", Align::Left),
    ]);
    for figure in &case.figures {
        let interval = figure.low.zip(figure.high);
        table.row([
            figure.quantity.clone(),
            number(figure.published),
            figure.simulated.map_or_else(|| "–".to_owned(), number),
            interval
                .map_or_else(|| "–".to_owned(), |(low, high)| format!("{} to {}", number(low), number(high))),
            format!("± {}", number(figure.tolerance)),
            match figure.kind {
                How::Fitted => "fitted".to_owned(),
                How::CameOut => "came out".to_owned(),
            },
            match figure.verdict {
                Verdict::Inside => "inside".to_owned(),
                Verdict::Outside => "OUTSIDE".to_owned(),
                Verdict::NotMeasured => "not measured".to_owned(),
            },
        ]);
    }
    format!("{}\n{}", terminal.heading(&case.title), table.text(terminal.width))
}
