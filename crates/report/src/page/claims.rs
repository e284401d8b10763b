//! What the report of 2018 says that this run's study is to answer, sentence by sentence, and what it says.
//!
//! The numbers are those of this run, as filed, each with how far it goes over the draws of the run's ranges
//! where it was drawn; the verdict follows from them by the rule of [`claims`](demerit_analysis::claims).
//! Numbers of worlds beyond the first two are not drawn; their ranges `demerit claims` says.

use crate::numbers::Run;
use crate::numbers::gauge::{show, unit};
use crate::{html, names};
use demerit_analysis::claims::{Answer, Beyond, Form, Number, TestFile, of_run};
use demerit_analysis::run_ranges::RunRanges;
use demerit_words::{Language, Words, say};
use maud::{Markup, html};

/// The section as HTML; none where the study answers no claim.
pub(crate) fn section(run: &Run<'_>, ranges: Option<&RunRanges>) -> Option<Markup> {
    let words = run.words;
    let answers =
        of_run(run.data, ranges.map(|all| &all.claims)).ok().filter(|answers| !answers.is_empty())?;
    let mut head =
        words.each(["sentences-says", "sentences-number", "sentences-asked", "sentences-verdict"]).to_vec();
    if ranges.is_some() {
        head.insert(2, say!(words, "sentences-range"));
    }
    let rows: Vec<Vec<String>> =
        answers.iter().flat_map(|answer| rows(words, answer, ranges.is_some())).collect();
    let content = html! {
        p class="lead" { (say!(words, "sentences-lead")) }
        p class="note" { (html::coded(&note(words, ranges))) }
        details {
            summary { (say!(words, "sentences-every", claims = answers.len())) }
            (html::table(&say!(words, "sentences-table"), &head, &rows))
        }
    };
    Some(html::section("sentences", &say!(words, "sentences-heading"), &content))
}

/// What the ranges are of, or where they are to be had.
fn note(words: Words, ranges: Option<&RunRanges>) -> String {
    match ranges {
        Some(all) => say!(words, "sentences-drawn", draws = all.drawn.draws),
        None => say!(words, "sentences-note"),
    }
}

/// A row for each number of a claim; sentence and verdict stand in the first.
fn rows(words: Words, answer: &Answer, with_ranges: bool) -> Vec<Vec<String>> {
    let says = match words.language() {
        Language::En => &answer.claim.says.en,
        Language::Id => &answer.claim.says.id,
    };
    let verdict = answer.verdict.map_or("not-measured", |verdict| verdict.word());
    let mut sides = [
        format!("{} {says}", answer.claim.id),
        words.named("verdict-", verdict).unwrap_or_else(|| verdict.to_owned()),
    ];
    let row = |(test, number): (&TestFile, &Number)| {
        let [says, verdict] = std::mem::take(&mut sides);
        let mut row = vec![says, told(words, test, number), asked(words, test), verdict];
        if with_ranges {
            row.insert(2, html::or_dash(number.range, |range| over_draws(words, test, range)));
        }
        row
    };
    answer.claim.tests.iter().zip(&answer.numbers).map(row).collect()
}

/// The number, with its interval where several seeds were run.
fn told(words: Words, test: &TestFile, number: &Number) -> String {
    let value = number.filed.map_or_else(
        || say!(words, "claims-no-number"),
        |filed| {
            let text = |value| value_of(words, test, value);
            let interval = filed.interval.map(|[low, high]| [low, high].map(text));
            interval.map_or_else(
                || text(filed.value),
                |[low, high]| words.within(&text(filed.value), &low, &high),
            )
        },
    );
    let part = [
        test.domain.as_ref().map(|one| names::channel(words, one)),
        test.group.as_ref().map(|one| match one.split_once(':') {
            Some(("origin", origin)) => names::origin(words, origin),
            _ => names::group(words, one),
        }),
    ];
    let part: Vec<String> = part.into_iter().flatten().collect();
    let mut measure = names::measure(words, &test.measure);
    if !part.is_empty() {
        measure = format!("{measure} ({})", part.join(", "));
    }
    if let Some(over) = &test.over {
        measure = say!(words, "sentences-over", part = measure, whole = names::measure(words, &over.measure));
    }
    match (test.against.is_some(), test.relative, test.form()) {
        (true, true, _) => say!(words, "sentences-relative", measure = measure, value = value),
        (true, false, _) => say!(words, "sentences-less", measure = measure, value = value),
        (false, _, Form::PerThousand) => say!(words, "sentences-counted", measure = measure, value = value),
        (false, ..) => say!(words, "sentences-plain", measure = measure, value = value),
    }
}

/// How far the number goes over the draws: half of them, and nine in ten.
fn over_draws(words: Words, test: &TestFile, range: [f64; 5]) -> String {
    let [lowest, low, _, high, highest] = range.map(|value| value_of(words, test, value));
    say!(words, "sentences-draws", half = words.range(&low, &high), most = words.range(&lowest, &highest))
}

/// Where the number has to lie.
fn asked(words: Words, test: &TestFile) -> String {
    let value = value_of(words, test, test.threshold);
    match test.is {
        Beyond::Above => say!(words, "sentences-above", value = value),
        Beyond::Below => say!(words, "sentences-below", value = value),
    }
}

fn value_of(words: Words, test: &TestFile, value: f64) -> String {
    match test.form() {
        Form::Share if test.relative => words.signed_percent(value),
        Form::Share => words.percent(value),
        Form::Points => words.points(value),
        Form::PerThousand | Form::Plain if test.over.is_some() => words.short(value),
        Form::PerThousand | Form::Plain => show(words, unit(&test.measure), value),
    }
}
