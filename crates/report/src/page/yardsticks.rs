//! Legal yardsticks: which provisions are about the regime, and measures that bear on them.
//!
//! Model: first the provisions that are about the regime (see [`provisions`]); then the headings (a) to (f)
//! of the assessment that the AI Act, article 27(1), asks of systems of high risk, in the order of the law;
//! under each the measures that bear on it, with the article they bear on, here and in the twin, and with
//! their definitions. Ratios between groups stand under (c), with intervals: see [`groups`].
//!
//! Symbols: values in the unit of their measure; see [`crate::numbers::gauge`].
//! Sources: Regulation (EU) 2024/1689 (AI Act), art. 5(1)(c) and 27(1); Regulation (EU) 2016/679 (GDPR), art.
//! 22; International Covenant on Civil and Political Rights (ICCPR), art. 2, 12, 14, 17, 19, 23, 26. Which
//! measure bears on which article is our assumption.
//!
//! Leaves out: every judgment. Whether something is lawful, necessary or proportionate is not a number.

mod groups;
mod provisions;

use crate::charts::flow::{self, Stream};
use crate::numbers::gauge::definition;
use crate::numbers::{Run, Side};
use crate::page::answers::{head, rows};
use crate::{html, names};
use demerit_scenario::notes::PhaseNote;
use demerit_words::{begun, say};
use maud::{Markup, html};

/// The heading that a measure stands under, the measure, and the article that it bears on.
const YARDSTICKS: [[&str; 3]; 32] = [
    ["a", "requests", "bears-stake"],
    ["a", "refusals", "bears-stake"],
    ["a", "refusal-distance", "AI Act 5(1)(c)(i)"],
    ["b", "sanctions-begun", "bears-often"],
    ["b", "spell-median", "bears-long"],
    ["b", "spell-mean", "bears-long"],
    ["b", "spell-still-on", "bears-long"],
    ["b", "deed-to-consequence", "bears-soon"],
    ["c", "sanctioned", "ICCPR 26"],
    ["c", "partner-sorting", "ICCPR 23"],
    ["c", "school-places-refused", "ICCPR 24, 26"],
    ["d", "sanctioned-without-own-deed", "AI Act 5(1)(c)"],
    ["d", "sanctioned-for-lawful", "AI Act 5(1)(c), ICCPR 19"],
    ["d", "sanction-severity", "AI Act 5(1)(c)(ii)"],
    ["d", "severity-beyond-gravity", "AI Act 5(1)(c)(ii)"],
    ["d", "detriment-by-gravity", "AI Act 5(1)(c)(ii)"],
    ["d", "wrongly-sanctioned-weeks", "ICCPR 14"],
    ["d", "trips-lost", "ICCPR 12"],
    ["d", "held-at-home", "ICCPR 12"],
    ["d", "collateral-share", "ICCPR 17, 23"],
    ["d", "ties-cut", "ICCPR 17, 22"],
    ["d", "reach-lost", "ICCPR 19"],
    ["d", "opinion-gap", "ICCPR 19"],
    ["e", "decisions-unreviewed", "GDPR 22"],
    ["e", "sanctions-stopped", "AI Act 14"],
    ["f", "appeals-known", "ICCPR 2(3)"],
    ["f", "appeals-dared", "ICCPR 2(3)"],
    ["f", "appeal-success-given-innocence", "ICCPR 2(3), 14"],
    ["f", "delay-to-remedy", "ICCPR 2(3), 14"],
    ["f", "wrong-stay-median", "ICCPR 2(3)"],
    ["f", "wrong-stay-still-on", "ICCPR 2(3)"],
    ["f", "corrections-undone", "GDPR 16, 19"],
];

/// The section as HTML.
pub(crate) fn section(run: &Run<'_>) -> Markup {
    let words = run.words;
    let names = words.each(["law-a", "law-b", "law-c", "law-d", "law-e", "law-f"]);
    let content = html! {
        p class="lead" { (say!(words, "law-lead")) }
        (provisions::list(run))
        p class="note" { (html::coded(&say!(words, "law-note"))) }
        @for (letter, name) in ["a", "b", "c", "d", "e", "f"].into_iter().zip(names) {
            h3 { "(" (letter) ") " (name) }
            @match letter {
                "a" => (process(run)),
                "b" => (period(run)),
                "e" => (oversight(run)),
                _ => {}
            }
            (table(run, &name, letter))
            @if letter == "a" && let Some(contexts) = contexts(run) { (contexts) }
            @if letter == "c" && let Some(ratios) = groups::table(run) { (ratios) }
        }
        h3 { (say!(words, "law-cannot")) }
        p { (say!(words, "law-cannot-say")) }
    };
    html::section("law", &say!(words, "heading-law"), &content)
}

fn process(run: &Run<'_>) -> Markup {
    let words = run.words;
    let Some(world) = run.data.manifest.worlds.first() else { return html! {} };
    let minus = |score: i32| score.to_string().replace('-', "−");
    let score = match world.scale {
        Some([low, high]) => {
            let sanctions = world.tiers.iter().filter(|tier| tier.sanction).count();
            let tiers = match world.tiers.len() {
                0 => String::new(),
                tiers => say!(words, "law-tiers", tiers = tiers, sanctions = sanctions),
            };
            say!(words, "law-scale", low = minus(low), high = minus(high), tiers = tiers)
        }
        None => say!(words, "law-no-score"),
    };
    html! {
        p {
            (say!(words, "law-process", regime = &world.regime, score = score)) " "
            a href="#ground" { (say!(words, "heading-ground")) } "."
        }
    }
}

/// The largest streams from a cause to a refusal, each with the distance between the two; none where nothing
/// was refused.
fn contexts(run: &Run<'_>) -> Option<Markup> {
    const MOST: usize = 8;
    let words = run.words;
    let streams = flow::streams(run, Side::Here);
    let total: f64 = streams.iter().map(|stream| stream.requests).sum();
    let row = |stream: &Stream<'_>| {
        vec![
            begun(&names::domain(words, stream.cause)),
            begun(&names::refused(words, stream.domain)),
            words.percent(stream.requests / total),
            words.named("distance-", flow::distance(stream).name()).unwrap_or_default(),
        ]
    };
    let rows: Vec<Vec<String>> = streams.iter().take(MOST).map(row).collect();
    let head = words.each(["plot-flow-cause", "plot-flow-refused-in", "plot-flow-share", "law-distance"]);
    (!rows.is_empty()).then(|| html::table(&say!(words, "law-contexts"), &head, &rows))
}

fn period(run: &Run<'_>) -> Markup {
    let words = run.words;
    let part = |((year, name), phase): ((f64, String), &PhaseNote)| {
        let cities = match phase.cities {
            0 => say!(words, "law-nowhere"),
            1 => say!(words, "law-one-city"),
            many => say!(words, "law-cities", cities = many.to_string()),
        };
        let cities = match (phase.wanted, phase.miss) {
            (Some(wanted), Some(miss)) => {
                let [held, wanted] = [wanted + miss, wanted].map(|share| words.percent_said(share));
                say!(words, "law-pilots", cities = cities, held = held, wanted = wanted)
            }
            _ => cities,
        };
        let year = words.exact((100.0 * year).round() / 100.0);
        say!(words, "law-phase", name = name, year = year, cities = cities)
    };
    let parts: Vec<String> = run.phases().into_iter().zip(&run.data.manifest.phases).map(part).collect();
    html! { @if !parts.is_empty() { p { (say!(words, "law-phases", phases = parts.join("; "))) } } }
}

fn oversight(run: &Run<'_>) -> Markup {
    let Some(world) = run.data.manifest.worlds.first() else { return html! {} };
    let said = match names::safeguards(run.words, &world.safeguards) {
        Some(names) => say!(run.words, "law-safeguards", names = names),
        None => say!(run.words, "law-no-safeguard"),
    };
    html! { p { (said) } }
}

fn table(run: &Run<'_>, name: &str, heading: &str) -> Markup {
    let words = run.words;
    let twin = run.world(Side::Twin).is_some();
    let of = |&[_, measure, law]: &[&'static str; 3]| {
        // The article that it bears on, or what of the heading it answers.
        let answered = law.strip_prefix("bears-").and_then(|what| words.named("bears-", what));
        let law = answered.unwrap_or_else(|| law.to_owned());
        (measure, rows(run, measure, twin, &html! { span class="article" { (law) } }))
    };
    let measured = YARDSTICKS.iter().filter(|[letter, ..]| *letter == heading).map(of);
    let measured: Vec<(&str, Vec<Markup>)> = measured.filter(|(_, rows)| !rows.is_empty()).collect();
    if measured.is_empty() {
        return html! { p class="soft" { (say!(words, "claims-no-number")) } };
    }
    let all = html! {
        (head(words, twin))
        tbody { @for row in measured.iter().flat_map(|(_, rows)| rows) { (row) } }
    };
    html! {
        (html::scrolled(name, Some("answers"), &all))
        details class="why" {
            summary { (say!(words, "law-counted")) }
            dl {
                @for (measure, _) in &measured {
                    @let definition = definition(words, measure);
                    @if !definition.is_empty() { dt { code { (measure) } } dd { (definition) } }
                }
            }
        }
    }
}
