//! The report's page: face, findings, charts, one life, what it rests on, how to repeat it.

pub(crate) mod answers;
mod balance;
mod claims;
mod ground;
mod horizon;
mod one_life;
mod ranges;
mod seeds;
mod yardsticks;

use crate::drawing::Chart;
use crate::findings::finding::Finding;
use crate::numbers::{Run, Side};
use crate::sureness::Sureness;
use crate::{charts, document, findings, html};
use demerit_words::{Words, say};
use maud::{Markup, html};

/// Writes the page.
pub(crate) fn render(run: &Run<'_>, drawn: Sureness<'_>) -> String {
    let words = run.words;
    let manifest = &run.data.manifest;
    let charts = charts::of(run, |_| true);
    let worlds = charts::of_worlds(run);
    let balance = balance::section(run);
    let sentences = claims::section(run, drawn.ranges);
    let pictures = html! {
        @for (index, chart) in charts.iter().enumerate() { (chart.figure(words, Some(index + 1))) }
    };
    let body = html! {
        (face(run))
        div class="layout" {
            (contents(run, &charts, [worlds.is_some(), balance.is_some(), sentences.is_some()]))
            main {
                (ranges::section(run, drawn))
                (found(run, &findings::all(run), &charts))
                @if let Some(worlds) = &worlds {
                    (html::section("many", &charts::worlds::heading(run), &worlds.figure(words, Some(charts.len() + 1))))
                }
                @if let Some(balance) = balance { (balance) }
                (html::section("charts", &say!(words, "heading-charts"), &pictures))
                @if let Some(seeds) = seeds::section(run) { (seeds) }
                @if let Some(sentences) = sentences { (sentences) }
                (answers::section(run))
                (yardsticks::section(run))
                (one_life::section(run))
                (ground::section(run))
                (repeat(run))
            }
        }
    };
    document::page(words, &manifest.version, &words.title(&manifest.title), &body)
}

fn face(run: &Run<'_>) -> Markup {
    let words = run.words;
    let manifest = &run.data.manifest;
    let years = f64::from(manifest.ticks) / f64::from(manifest.ticks_per_year.max(1));
    let span = match manifest.ticks {
        1 => say!(words, "face-weeks", weeks = 1_u32),
        ticks if ticks == manifest.ticks_per_year => say!(words, "face-year"),
        ticks if years < 1.0 => say!(words, "face-weeks", weeks = ticks),
        _ => say!(words, "face-years", years = words.exact((10.0 * years).round() / 10.0)),
    };
    let twin = match run.called(Side::Twin) {
        Some(twin) => say!(words, "face-twin", regime = twin),
        None => say!(words, "face-no-twin"),
    };
    let twin = match manifest.worlds.len() {
        0..=2 => twin,
        3 => say!(words, "face-third", twin = &twin, regime = words.title(&manifest.worlds[2].title)),
        many => say!(words, "face-worlds", twin = &twin, worlds = many - 2),
    };
    let persons = words.count(f64::from(manifest.persons));
    let regime = run.called(Side::Here).unwrap_or_else(|| say!(words, "face-a-regime"));
    let standfirst =
        say!(words, "face-standfirst", persons = persons, span = span, regime = regime, twin = twin);
    let seeds = match run.seeds() {
        0 | 1 => say!(words, "face-one-seed"),
        many @ 2..20 => say!(words, "face-seeds", seeds = many),
        many => say!(words, "face-many-seeds", seeds = many),
    };
    let condition = html! {
        strong { (say!(words, "face-conditional")) } " " (say!(words, "face-files")) " " (seeds)
    };
    let title = html! { (words.title(&manifest.title)) };
    html::face(&say!(words, "face-kicker"), &title, &html! { (standfirst) }, &condition)
}

fn contents(run: &Run<'_>, charts: &[Chart], [many, balance, sentences]: [bool; 3]) -> Markup {
    let words = run.words;
    let entry = |id: &str, name: &str| html! { li { a href={ "#" (id) } { (name) } } };
    html! {
        nav class="contents" aria-label=(say!(words, "contents")) {
            ol {
                (entry("ranges", &say!(words, "heading-ranges")))
                (entry("found", &say!(words, "heading-found")))
                @if many { (entry("many", &charts::worlds::heading(run))) }
                @if balance { (entry("balance", &say!(words, "contents-balance"))) }
                li {
                    a href="#charts" { (say!(words, "heading-charts")) }
                    ol {
                        @for (index, chart) in charts.iter().enumerate() {
                            li {
                                a href={ "#" (chart.name()) } {
                                    span { (index + 1) } " "
                                    (words.named("short-", chart.name()).unwrap_or_default())
                                }
                            }
                        }
                    }
                }
                @if run.seeds() > 1 { (entry("seeds", &say!(words, "heading-seeds"))) }
                @if sentences { (entry("sentences", &say!(words, "contents-sentences"))) }
                (entry("answers", &say!(words, "contents-answers")))
                (entry("law", &say!(words, "heading-law")))
                (entry("life", &say!(words, "heading-life")))
                (entry("ground", &say!(words, "heading-ground")))
                (entry("repeat", &say!(words, "heading-repeat")))
            }
        }
    }
}

fn found(run: &Run<'_>, findings: &[Finding], charts: &[Chart]) -> Markup {
    let words = run.words;
    let content = html! {
        @if findings.is_empty() { p { (say!(words, "found-nothing")) } }
        ol class="findings" { @for finding in findings { (found_one(words, finding, charts)) } }
        @if let Some(beyond) = horizon::table(run) { (beyond) }
        @if !run.has_whole_year() { p class="note" { (say!(words, "found-cut-short")) } }
    };
    html::section("found", &say!(words, "heading-found"), &content)
}

fn found_one(words: Words, finding: &Finding, charts: &[Chart]) -> Markup {
    let number = charts.iter().position(|chart| chart.name() == finding.chart);
    // Millions would reach into the sentence beside them.
    let class = if finding.figure.chars().count() > 7 { "big long" } else { "big" };
    html! {
        li {
            p class=(class) { (finding.figure) }
            div {
                p class="says" { (finding.says) }
                p class="adds" {
                    (finding.adds) " "
                    @if let Some(index) = number {
                        a class="see" href={ "#" (finding.chart) } { (say!(words, "plot-number", number = index + 1)) }
                    } @else {
                        a class="see" href="#life" { (say!(words, "found-one-life")) }
                    }
                }
                @if !finding.intervals.is_empty() { p class="interval" { (finding.intervals) } }
            }
        }
        "\n"
    }
}

fn repeat(run: &Run<'_>) -> Markup {
    let words = run.words;
    let manifest = &run.data.manifest;
    let seeds: Vec<String> = manifest.seeds.iter().map(u64::to_string).collect();
    let (ticks, year) = (manifest.ticks.to_string(), manifest.ticks_per_year.to_string());
    let mut rows = vec![
        (say!(words, "repeat-study"), manifest.study.clone()),
        ("Demerit".to_owned(), manifest.version.clone()),
        (say!(words, "repeat-seeds"), seeds.join(", ")),
        (say!(words, "repeat-persons"), words.count(f64::from(manifest.persons))),
        (say!(words, "repeat-ticks"), say!(words, "repeat-ticks-a-year", ticks = ticks, year = year)),
        (say!(words, "repeat-first"), words.month(f64::from(manifest.start_year))),
        (say!(words, "repeat-digest-of-study"), manifest.study_digest.clone()),
    ];
    let digest = |(file, digest)| (say!(words, "repeat-digest"), format!("{file}: {digest}"));
    rows.extend(manifest.digests.iter().map(digest));
    let content = html! {
        p class="lead" { (say!(words, "repeat-lead")) }
        pre class="command" tabindex="0" { code { (manifest.command) } }
        (html::facts(&rows))
        details {
            summary { (say!(words, "repeat-resolved")) }
            pre tabindex="0" { code { (manifest.resolved) } }
        }
    };
    html::section("repeat", &say!(words, "heading-repeat"), &content)
}
