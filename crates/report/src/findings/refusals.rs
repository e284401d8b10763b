//! Requests refused, and how many of them for a cause in another part of life.

use crate::charts::flow::{is_same, streams};
use crate::data::{Run, Side, key};
use crate::finding::{Finding, unmeasured};
use crate::names;
use demerit_words::{Words, say};

pub(super) fn refusals(run: &Run<'_>) -> Finding {
    let words = run.words;
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
    let when = run.last_year_said();
    if refused.mean <= 0.0 {
        return Finding::plain("flow", "0".to_owned(), say!(words, "found-refusals-none", when = &when));
    }
    let mut says = say!(words, "found-refusals", requests = refused.mean, when = &when);
    if let Some(requests) =
        run.over_seeds(|seed| total(seed, Side::Here, "requests")).filter(|all| all.mean > 0.0)
    {
        says.push_str(&say!(
            words,
            "found-refusals-share",
            share = words.percent_said(refused.mean / requests.mean)
        ));
    }
    match run.over_seeds(|seed| total(seed, Side::Twin, "refusals")) {
        Some(twin) if twin.mean <= 0.0 => says.push_str(&say!(words, "found-twin-none")),
        Some(twin) => says.push_str(&say!(words, "found-twin", value = words.count(twin.mean))),
        None => {}
    }
    says.push('.');
    let finding = Finding::plain("flow", words.count(refused.mean), says).adding(across(run));
    finding.over_seeds(words, &[("", Some(refused))], Words::count)
}

fn by_cause(run: &Run<'_>, seed: u64) -> Option<f64> {
    let sums: Vec<f64> = run
        .breakdown("refusals")
        .into_iter()
        .filter_map(|(domain, group)| {
            run.sum_of(seed, Side::Here, key("refusals", domain, group), run.last_year())
        })
        .collect();
    (!sums.is_empty()).then(|| sums.iter().sum())
}

fn across(run: &Run<'_>) -> String {
    let words = run.words;
    let streams = streams(run, Side::Here);
    let total: f64 = streams.iter().map(|stream| stream.requests).sum();
    let other: f64 = streams.iter().filter(|stream| !is_same(stream)).map(|stream| stream.requests).sum();
    let Some(most) = streams.iter().find(|stream| !is_same(stream)) else {
        return if total > 0.0 { say!(words, "found-refusals-same") } else { String::new() };
    };
    say!(
        words,
        "found-refusals-across",
        share = words.percent_said(other / total),
        cause = names::domain(words, most.cause),
        refused = names::refused(words, most.domain),
        times = most.requests,
    )
}
