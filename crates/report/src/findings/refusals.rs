//! Requests refused, and how many of them for a cause in another part of life.

use crate::charts::flow::{is_same, streams};
use crate::findings::finding::Finding;
use crate::names;
use crate::numbers::{Run, Side, key};
use demerit_words::{Words, say};
use std::ops::Add;

pub(super) fn refusals(run: &Run<'_>) -> Option<Finding> {
    let words = run.words;
    let window = run.last_year();
    let total = |seed: u64, side: Side, measure: &str| -> Option<f64> {
        let sum = |domain| run.sum_of(seed, side, key(measure, domain, "all"), window);
        run.domains(measure).into_iter().filter_map(sum).reduce(Add::add)
    };
    let refused =
        run.over_seeds(|seed| total(seed, Side::Here, "refusals").or_else(|| by_cause(run, seed)))?;
    let when = run.last_year_said();
    if refused.mean <= 0.0 {
        let says = say!(words, "found-refusals-none", when = &when);
        return Some(Finding::plain("flow", "0".to_owned(), says));
    }
    let mut says = say!(words, "found-refusals", requests = refused.mean, when = &when);
    let requests = run.over_seeds(|seed| total(seed, Side::Here, "requests"));
    if let Some(requests) = requests.filter(|all| all.mean > 0.0) {
        let share = words.percent_said(refused.mean / requests.mean);
        says += &say!(words, "found-refusals-share", share = share);
    }
    match run.over_seeds(|seed| total(seed, Side::Twin, "refusals")) {
        Some(twin) if twin.mean <= 0.0 => says += &say!(words, "found-twin-none"),
        Some(twin) => says += &say!(words, "found-twin", value = words.count(twin.mean)),
        None => {}
    }
    says.push('.');
    let found = Finding::plain("flow", words.count(refused.mean), says).adding(across(run));
    Some(found.over_seeds(words, [Some(refused), None], Words::count))
}

fn by_cause(run: &Run<'_>, seed: u64) -> Option<f64> {
    let sum = |(domain, group)| run.sum_of(seed, Side::Here, key("refusals", domain, group), run.last_year());
    run.breakdown("refusals").into_iter().filter_map(sum).reduce(Add::add)
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
