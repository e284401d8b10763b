//! Requests refused, and how many of them for a cause in another part of life.

use super::{Finding, unmeasured};
use crate::charts::{is_same, last_year_words, streams};
use crate::data::{Run, Side, key};
use crate::names;
use crate::numbers::{count, many, percent};

pub(super) fn refusals(run: &Run<'_>) -> Finding {
    let window = run.last_year();
    let total = |seed: u64, side: Side, measure: &str| -> Option<f64> {
        let sums: Vec<f64> = run
            .domains(measure)
            .into_iter()
            .filter_map(|domain| run.sum_of(seed, side, key(measure, domain, "all"), window))
            .collect();
        (!sums.is_empty()).then(|| sums.iter().sum())
    };
    let Some(refused) =
        run.over_seeds(|seed| total(seed, Side::Here, "refusals").or_else(|| by_cause(run, seed)))
    else {
        return unmeasured("flow");
    };
    let when = last_year_words(run);
    if refused.mean <= 0.0 {
        return Finding {
            figure: "0".to_owned(),
            says: format!("No request was refused {when}."),
            adds: String::new(),
            intervals: String::new(),
            chart: "flow",
        };
    }
    let mut says = format!("{} {} refused {when}", count(refused.mean), were(refused.mean));
    if let Some(requests) =
        run.over_seeds(|seed| total(seed, Side::Here, "requests")).filter(|all| all.mean > 0.0)
    {
        says.push_str(&format!(", {} of all that were made", percent(refused.mean / requests.mean)));
    }
    match run.over_seeds(|seed| total(seed, Side::Twin, "refusals")) {
        Some(twin) if twin.mean <= 0.0 => says.push_str("; in the twin, none"),
        Some(twin) => says.push_str(&format!("; in the twin, {}", count(twin.mean))),
        None => {}
    }
    says.push('.');
    let finding = Finding {
        figure: count(refused.mean),
        says,
        adds: across(run),
        intervals: String::new(),
        chart: "flow",
    };
    finding.over_seeds(&[("", Some(refused))], count)
}

fn were(number: f64) -> &'static str {
    if number.round() == 1.0 { "request was" } else { "requests were" }
}

fn by_cause(run: &Run<'_>, seed: u64) -> Option<f64> {
    let sums: Vec<f64> = run
        .places("refusals")
        .into_iter()
        .filter_map(|(domain, group)| {
            run.sum_of(seed, Side::Here, key("refusals", domain, group), run.last_year())
        })
        .collect();
    (!sums.is_empty()).then(|| sums.iter().sum())
}

fn across(run: &Run<'_>) -> String {
    let streams = streams(run, Side::Here);
    let total: f64 = streams.iter().map(|stream| stream.requests).sum();
    let other: f64 = streams.iter().filter(|stream| !is_same(stream)).map(|stream| stream.requests).sum();
    let Some(most) = streams.iter().find(|stream| !is_same(stream)) else {
        return if total > 0.0 {
            "Each for a cause in the same part of life.".to_owned()
        } else {
            String::new()
        };
    };
    format!(
        "The cause of {} of them lies in another part of life: most often {}, by refusing {} ({}).",
        percent(other / total),
        names::domain(most.cause),
        names::refused(most.domain),
        many(most.requests, "time", "times")
    )
}
