//! What the institution does: how much of what it writes down is true, what it refuses and for which causes,
//! what becomes of appeals.

use crate::charts::flow::{self, Stream};
use crate::charts::precision;
use crate::findings::finding::Finding;
use crate::names;
use crate::numbers::{Run, Side, everybody};
use demerit_measures::estimate::Window;
use demerit_words::{Words, say};

pub(super) fn precision(run: &Run<'_>) -> Option<Finding> {
    let words = run.words;
    let window = run.last_year();
    let Some(here) = precision::precision(run, Side::Here, "all", window) else {
        let says = say!(words, "found-record-none", when = run.last_year_said());
        return run.is_measured().then(|| Finding::plain("precision", "–".to_owned(), says));
    };
    let twin = precision::precision(run, Side::Twin, "all", window)
        .map(|twin| say!(words, "found-twin-is", value = words.percent_said(twin.mean)))
        .unwrap_or_default();
    let (share, when) = (words.percent_said(here.mean), run.last_year_said());
    let says = say!(words, "found-record", share = share, when = when, twin = &twin);
    let found = Finding::plain("precision", words.percent(here.mean), says);
    let others = if here.mean < 1.0 { say!(words, "found-record-others") } else { String::new() };
    let found = found.adding(others);
    Some(found.over_seeds(words, [Some(here), None], Words::percent))
}

pub(super) fn refusals(run: &Run<'_>) -> Option<Finding> {
    let words = run.words;
    let window = run.last_year();
    let total = |side, measure| run.sum(side, everybody(measure), window);
    let refused = total(Side::Here, "refusals")?;
    let when = run.last_year_said();
    if refused.mean <= 0.0 {
        let says = say!(words, "found-refusals-none", when = &when);
        return Some(Finding::plain("flow", "0".to_owned(), says));
    }
    let mut says = say!(words, "found-refusals", requests = refused.mean, when = &when);
    if let Some(requests) = total(Side::Here, "requests").filter(|all| all.mean > 0.0) {
        let share = words.percent_said(refused.mean / requests.mean);
        says += &say!(words, "found-refusals-share", share = share);
    }
    match total(Side::Twin, "refusals") {
        Some(twin) if twin.mean <= 0.0 => says += &say!(words, "found-twin-none"),
        Some(twin) => says += &say!(words, "found-twin", value = words.count(twin.mean)),
        None => {}
    }
    says.push('.');
    let found = Finding::plain("flow", words.count(refused.mean), says).adding(across(run));
    Some(found.over_seeds(words, [Some(refused), None], Words::count))
}

fn across(run: &Run<'_>) -> String {
    let words = run.words;
    let streams = flow::streams(run, Side::Here);
    let total: f64 = streams.iter().map(|stream| stream.requests).sum();
    let unrelated: Vec<&Stream<'_>> = streams.iter().filter(|stream| flow::is_unrelated(stream)).collect();
    let Some(most) = unrelated.first() else {
        return if total > 0.0 { say!(words, "found-refusals-related") } else { String::new() };
    };
    let other: f64 = unrelated.iter().map(|stream| stream.requests).sum();
    let (cause, refused) = (names::domain(words, most.cause), names::refused(words, most.domain));
    let (share, times) = (words.percent_said(other / total), most.requests);
    if flow::is_first_most(run, &unrelated) {
        let once = run.once();
        say!(
            words,
            "found-refusals-unrelated",
            share = share,
            cause = cause,
            refused = refused,
            times = times,
            once = once
        )
    } else {
        say!(words, "found-refusals-unrelated-unclear", share = share, cause = cause, refused = refused)
    }
}

pub(super) fn answered(run: &Run<'_>) -> Option<Finding> {
    let words = run.words;
    let sum = |measure| run.sum(Side::Here, everybody(measure), Window::ALL).map(|spread| spread.mean);
    let filed = run.sum(Side::Here, everybody("appeals-filed"), Window::ALL)?;
    if filed.mean <= 0.0 {
        return Some(Finding::plain("life", "0".to_owned(), say!(words, "found-appeals-none")));
    }
    let (upheld, rejected) = (sum("appeals-upheld").unwrap_or(0.0), sum("appeals-rejected").unwrap_or(0.0));
    let answered = (upheld + rejected) / filed.mean;
    let share = |part: f64| words.percent_said(part / filed.mean);
    let [all, yes, no] = [upheld + rejected, upheld, rejected].map(share);
    let mut says =
        say!(words, "found-appeals", filed = filed.mean, answered = all, upheld = yes, rejected = no);
    if let Some(silent) = sum("appeals-silent").filter(|silent| *silent > 0.0) {
        says += &say!(words, "found-appeals-silence", share = share(silent));
    }
    if let Some(lapsed) = sum("appeals-lapsed").filter(|lapsed| *lapsed > 0.0) {
        says += &say!(words, "found-appeals-lapsed", share = share(lapsed));
    }
    let mut adds = Vec::new();
    if let Some(waiting) = run.end(Side::Here, everybody("appeals-waiting")) {
        adds.push(if waiting.mean > 0.0 {
            say!(words, "found-appeals-waiting", appeals = waiting.mean)
        } else {
            say!(words, "found-appeals-none-waiting")
        });
    }
    let innocent =
        run.over_seeds(|seed| run.lately_of(seed, Side::Here, everybody("appeal-success-given-innocence")));
    if let Some(innocent) = innocent {
        let share = words.percent_said(innocent.mean.clamp(0.0, 1.0));
        adds.push(say!(words, "found-appeals-innocent", share = share));
    }
    let share = run.over_seeds(|seed| {
        let sum = |measure| run.sum_of(seed, Side::Here, everybody(measure), Window::ALL);
        let filed = sum("appeals-filed").filter(|filed| *filed > 0.0)?;
        Some((sum("appeals-upheld").unwrap_or(0.0) + sum("appeals-rejected").unwrap_or(0.0)) / filed)
    });
    let found = Finding::plain("life", words.percent(answered), says).adding(adds.join(" "));
    let named = [(&*say!(words, "found-interval-answered"), share)];
    Some(found.with_intervals(words, &named, Words::percent))
}
