//! What a report rests on: assumptions, sources, claims, published figures beside the built ones, and limits.

use crate::html;
use crate::numbers::Run;
use demerit_scenario::notes::{ClaimNote, FigureNote};
use demerit_scenario::parameters::ParameterNote;
use demerit_words::{Words, begun, say};
use maud::{Markup, html};

/// The section as HTML.
pub(crate) fn section(run: &Run<'_>) -> Markup {
    let words = run.words;
    let manifest = &run.data.manifest;
    let (sourced, assumed): (Vec<&ParameterNote>, Vec<&ParameterNote>) =
        manifest.parameters.iter().partition(|parameter| parameter.source.is_some());
    let content = html! {
        p class="lead" { (say!(words, "ground-lead", sourced = sourced.len(), assumed = assumed.len())) }
        (claims(words, &manifest.claims))
        (figures(words, &manifest.figures))
        (parameters(words, &say!(words, "ground-assumptions"), &say!(words, "ground-assumptions-say"), &assumed))
        (parameters(words, &say!(words, "ground-sourced"), &say!(words, "ground-sourced-say"), &sourced))
        (limits(words, &manifest.limits))
    };
    html::section("ground", &say!(words, "heading-ground"), &content)
}

fn limits(words: Words, limits: &[String]) -> Markup {
    let known = demerit_scenario::notes::limits();
    // A run of another version may have other limits; those stay as they are.
    let said = |limit: &String| {
        let index = known.iter().position(|one| one == limit);
        index.map_or_else(|| limit.clone(), |index| words.limit(index + 1, limit))
    };
    html! {
        h3 { (say!(words, "ground-limits")) }
        @if limits.is_empty() {
            p { (say!(words, "ground-no-limits")) }
        } @else {
            ul class="limits" { @for limit in limits { li { (said(limit)) } } }
        }
    }
}

/// How well a claim is known; what no run writes has a class of its own.
fn status(words: Words, claim: &str) -> Markup {
    let class = match claim {
        known @ ("documented" | "reported" | "hypothetical") => known,
        _ => "unknown",
    };
    html! {
        span class={ "claim " (class) } { (words.named("claim-", claim).unwrap_or_else(|| claim.to_owned())) }
    }
}

fn claims(words: Words, claims: &[ClaimNote]) -> Markup {
    let mut regimes: Vec<(&str, Vec<&ClaimNote>)> = Vec::new();
    for claim in claims {
        match regimes.iter_mut().find(|(name, _)| *name == claim.regime) {
            Some((_, rows)) => rows.push(claim),
            None => regimes.push((&claim.regime, vec![claim])),
        }
    }
    regimes.sort_by_key(|(_, rows)| std::cmp::Reverse(rows.len()));
    html! {
        h3 { (say!(words, "ground-claims")) }
        p {
            (status(words, "documented")) " " (say!(words, "ground-claims-documented")) " "
            (status(words, "reported")) " " (say!(words, "ground-claims-reported")) " "
            (status(words, "hypothetical")) " " (say!(words, "ground-claims-hypothetical"))
        }
        @if claims.is_empty() { p { (say!(words, "ground-no-claims")) } }
        @for (index, (regime, rows)) in regimes.iter().enumerate() {
            details open[index == 0] { (claims_of(words, regime, rows)) }
        }
    }
}

fn claims_of(words: Words, regime: &str, rows: &[&ClaimNote]) -> Markup {
    let number = |word: &str| rows.iter().filter(|row| row.claim == word).count();
    let (known, told, guessed) = (number("documented"), number("reported"), number("hypothetical"));
    let tally = say!(words, "ground-tally", documented = known, reported = told, hypothetical = guessed);
    let head = words.each(["ground-part", "ground-says", "ground-claim", "ground-source"]);
    html! {
        summary { (regime) " " span class="tally" { (tally) } }
        div class="scroll" tabindex="0" role="region" aria-label=(say!(words, "ground-claims-table")) {
            table class="claims" {
                (html::head(head.map(|name| (name, false))))
                tbody {
                    @for row in rows {
                        tr {
                            th scope="row" {
                                span class="part" { (words.named("part-", &row.part).unwrap_or_else(|| row.part.clone())) }
                                " " (row.name)
                            }
                            td { (row.says) }
                            td { (status(words, &row.claim)) }
                            td { (row.source) }
                        }
                        "\n"
                    }
                }
            }
        }
    }
}

fn figures(words: Words, figures: &[FigureNote]) -> Markup {
    let row = |figure: &FigureNote| {
        vec![
            begun(&quantity(words, &figure.quantity)),
            html::or_dash(figure.published, |value| words.exact(value)),
            as_precise(words, figure.built, figure.published),
            words.unit(&figure.unit),
            words.how(&figure.how),
            words.source(&figure.source),
        ]
    };
    let rows: Vec<Vec<String>> = figures.iter().map(row).collect();
    let head = words.each([
        "ground-figure",
        "ground-published",
        "ground-built",
        "ground-unit",
        "ground-how",
        "ground-source",
    ]);
    html! {
        @if !figures.is_empty() {
            h3 { (say!(words, "ground-figures")) }
            p { (say!(words, "ground-figures-say")) }
            details open {
                summary { (say!(words, "ground-figures-count", figures = figures.len())) }
                (html::table(&say!(words, "ground-figures-table"), &head, &rows))
            }
        }
    }
}

/// What a figure is; the sizes of cities in it are numbers of the language.
fn quantity(words: Words, name: &str) -> String {
    let sizes = name.strip_prefix("cities of ").and_then(|rest| rest.strip_suffix(" persons in the core"));
    let number = |text: &str| text.replace(',', "").parse::<f64>().ok().map(|number| words.count(number));
    let ends = sizes.and_then(|sizes| sizes.split_once(" to "));
    match ends.and_then(|(low, high)| number(low).zip(number(high))) {
        Some((low, high)) => say!(words, "ground-cities", low = low, high = high),
        None => words.quantity(name),
    }
}

/// A built figure with as many places as the published one.
fn as_precise(words: Words, built: f64, published: Option<f64>) -> String {
    let written = published.map(|value| value.to_string()).unwrap_or_default();
    match written.split_once('.') {
        Some((_, places)) if built.is_finite() => words.decimal(built, places.len()),
        _ => words.short(built),
    }
}

fn parameters(words: Words, title: &str, says: &str, parameters: &[&ParameterNote]) -> Markup {
    let sourced = parameters.iter().any(|parameter| parameter.source.is_some());
    let mut head = words.each(["ground-number", "ground-value", "ground-range"]).to_vec();
    if sourced {
        head.extend(words.each(["ground-status", "ground-source"]));
    }
    let range = |[low, high]: [f64; 2]| words.range(&words.exact(low), &words.exact(high));
    let row = |parameter: &&ParameterNote| {
        let mut row = vec![
            format!("{}: {}", parameter.file, parameter.key),
            words.exact(parameter.value),
            html::or_dash(parameter.range, range),
        ];
        if sourced {
            let source = parameter.citation.as_ref().or(parameter.source.as_ref());
            row.extend([words.how(&parameter.status), source.cloned().unwrap_or_default()]);
        }
        row
    };
    let rows: Vec<Vec<String>> = parameters.iter().map(row).collect();
    html! {
        h3 { (title) }
        @if rows.is_empty() {
            p { (say!(words, "ground-none")) }
        } @else {
            p { (says) }
            details {
                summary { (say!(words, "ground-numbers-count", numbers = rows.len())) }
                (html::table(title, &head, &rows))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn built_figures_are_as_precise_as_the_published_ones() {
        assert_eq!(as_precise(Words::default(), 0.254_056, Some(0.254)), "0.254");
        assert_eq!(as_precise(Words::default(), 9_412.3, Some(9400.0)), "9,412");
        assert_eq!(as_precise(Words::default(), 0.5, None), "0.5");
    }
}
