//! The page of an analysis of sensitivity: what a result hangs on, how sure that is, a tornado chart, and
//! what was not varied.
//!
//! It takes style and policy of the report of a run, and like that needs neither network nor script. The
//! sentences are those of the study's own [`told`], so that terminal and page say the same.

mod tornado;

use crate::document;
use crate::drawing::Shape;
use crate::html::{coded, face, facts, legend, section, table};
use demerit_analysis::sensitivity::{Method, Ranged, Sensitivity, Weighed, Weight, narrative, result};
use demerit_scenario::figure::Scale;
use demerit_words::{Language, Words};
use maud::{Markup, html};

/// The sentences of the study are in English, and so is the page.
const ENGLISH: Words = Words::new(Language::En);
// The headings.
const HANGS: &str = "What it hangs on";
const CANNOT: &str = "What this cannot say";
const REPEAT: &str = "How to repeat it";

/// Writes, in English, the page of an analysis of sensitivity as one HTML file.
#[must_use]
pub fn render(found: &Sensitivity) -> String {
    let hangs = format!("What {} hangs on", result(found));
    let said = narrative(found);
    let condition = html! {
        strong { "These are conditional statements about a made-up society." }
        " " (coded(&said.sure)) " " (coded(&said.luck))
    };
    let body = html! {
        (face("Demerit · a laboratory of made-up societies", &coded(&hangs), &coded(&said.hangs), &condition))
        div class="layout" {
            nav class="contents" aria-label="Contents" {
                ol {
                    li { a href="#found" { (HANGS) } }
                    li { a href="#limits" { (CANNOT) } }
                    li { a href="#repeat" { (REPEAT) } }
                }
            }
            main {
                (section("found", HANGS, &html! { p class="lead" { (lead(found)) } (plate(found)) }))
                (section("limits", CANNOT, &html! { ul class="limits" { @for limit in &said.limits { li { (coded(limit)) } } } }))
                (repeat(found))
            }
        }
    };
    document::page(ENGLISH, env!("CARGO_PKG_VERSION"), &hangs.replace('`', ""), &body)
}

/// The result over the declared ranges, in a sentence.
fn lead(found: &Sensitivity) -> String {
    let figures = found.factors.iter().filter(|one| one.figure.is_some()).count();
    let [low, high] = found.middle;
    format!(
        "Over the declared ranges of {} figures the result is {} in the mean; the middle 95 % of it {} from {} to {}. Unit: {}{}.",
        ENGLISH.count(figures as f64),
        ENGLISH.short(found.mean),
        if low == high { "stands" } else { "goes" },
        ENGLISH.short(low),
        ENGLISH.short(high),
        found.unit,
        found.note.as_ref().map_or_else(String::new, |note| format!("; {note}")),
    )
}

/// The chart with its numbers.
fn plate(found: &Sensitivity) -> Markup {
    let (title, subtitle, colours, caption) = match found.method {
        Method::Morris => (
            "How far each figure moves the result",
            "Mean size of the effect of going over the whole declared range, in the unit of the result, with its interval at 95 %",
            [
                ("here", "a higher figure raises the result"),
                ("twin", "a higher figure lowers it"),
                ("c8", "another seed"),
            ],
            "Elementary effects after Morris: each figure moves once along every trajectory, all others stay. A bar on both sides means that \
             what the figure does hangs on where the others stand. Deviation beyond the mean size says the same.",
        ),
        Method::Sobol => (
            "In how much of the variance each figure has a part",
            "Total index, % of the variance of the result, with its interval at 95 %; the dark part is what the figure does alone",
            [("here", "alone"), ("wrong", "together with others"), ("c8", "the seed")],
            "Shares of variance after Sobol’: what a figure does together with others counts for each of them, so that totals can sum to more than \
             100 %. Small samples can put an index below nothing or beyond the whole.",
        ),
    };
    let drawn = |shape: Shape| {
        let id = format!("chart-tornado-{}", shape.width());
        tornado::draw(ENGLISH, found, shape).finish(&id, "tornado", shape, &format!("{title}. {subtitle}"))
    };
    html! {
        figure id="tornado" class="plate" {
            div class="plate-head" { h3 { (title) } p class="subtitle" { (subtitle) } }
            (legend(colours.map(|(colour, name)| ("fill", colour, name))))
            (drawn(Shape::Wide))
            (drawn(Shape::Narrow))
            figcaption { (caption) }
            details { summary { "All figures that were varied" } (numbers(found)) }
        }
    }
}

/// The table of all factors.
fn numbers(found: &Sensitivity) -> Markup {
    let head = match found.method {
        Method::Morris => ["Figure", "Declared", "Varied", "Moves it by", "95 %", "Mean effect", "Deviation"],
        Method::Sobol => ["Figure", "Declared", "Varied", "Total", "95 %", "Alone", "Alone, 95 %"],
    };
    let [exact, short, percent]: [fn(f64) -> String; 3] =
        [|value| ENGLISH.exact(value), |value| ENGLISH.short(value), |value| ENGLISH.percent(value)];
    let ends = |one: Ranged, show: fn(f64) -> String| format!("{} to {}", show(one.low), show(one.high));
    let row = |one: &Weighed| {
        let (declared, varied) = match &one.figure {
            Some(figure) => {
                let how = if figure.scale == Scale::Log { ", by its logarithm" } else { "" };
                let [declared, low, high] = [figure.declared, figure.low, figure.high].map(exact);
                (declared, format!("{low} to {high}{how}"))
            }
            None => ("–".to_owned(), "another seed".to_owned()),
        };
        let numbers = match one.weight {
            Weight::Morris { mu_star, mu, sigma, .. } => {
                [short(mu_star.value), ends(mu_star, short), short(mu.value), short(sigma.value)]
            }
            Weight::Sobol { first, total } => {
                [percent(total.value), ends(total, percent), percent(first.value), ends(first, percent)]
            }
        };
        [one.name(), declared, varied].into_iter().chain(numbers).collect()
    };
    let rows: Vec<Vec<String>> = found.factors.iter().map(row).collect();
    table("All figures that were varied, the strongest first", &head, &rows)
}

fn repeat(found: &Sensitivity) -> Markup {
    let method = match found.method {
        Method::Morris => "elementary effects (Morris)",
        Method::Sobol => "shares of variance (Sobol’)",
    };
    let count = |number: u32| ENGLISH.count(f64::from(number));
    let seeds = found.seeds.map_or_else(|| "two for each sample".to_owned(), count);
    let rows = [
        ("Study", found.study.clone()),
        ("Measure", found.measure.clone()),
        ("Worlds", found.worlds.join(" less ")),
        ("Method", method.to_owned()),
        ("Samples", format!("{}, {} runs", count(found.samples), ENGLISH.count(found.runs as f64))),
        ("Persons", count(found.persons)),
        ("Weeks", count(found.weeks)),
        ("First seed", found.seed.to_string()),
        ("Seeds", seeds),
        ("Demerit", env!("CARGO_PKG_VERSION").to_owned()),
    ];
    let content = html! {
        p class="lead" {
            "The same version, study and seed give the same bytes on any machine and with any number of threads."
        }
        (facts(&rows))
        p class="note" {
            (coded("Every factor stands in `sensitivity.csv` beside this page, every run with its values in `runs.csv`."))
        }
    };
    section("repeat", REPEAT, &content)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html::text as as_on_a_page;
    use demerit_analysis::sensitivity::{SensitivityOptions, analyse};
    use demerit_scenario::load;
    use demerit_study::run::Signal;

    fn found(method: Method) -> Sensitivity {
        let scenario = load::study("no-dark-corner", &load::NoFiles).expect("a study");
        let options = SensitivityOptions {
            method,
            samples: 2,
            measure: "sanctioned".into(),
            difference: false,
            only: vec!["no-dark-corner: tiers".into()],
            persons: 200,
            years: Some(0.2),
            seed: None,
            seeds: None,
            threads: Some(1),
        };
        analyse(&scenario, &options, &mut |_| Signal::Continue).expect("an analysis")
    }

    #[test]
    fn a_page_of_each_method_tells_every_factor_and_its_limits() {
        for method in [Method::Morris, Method::Sobol] {
            let found = found(method);
            let page = render(&found);
            for one in &found.factors {
                assert!(page.contains(&as_on_a_page(&coded(&one.name()))), "{}", one.name());
            }
            for sentence in [&narrative(&found).hangs, &narrative(&found).sure, &narrative(&found).luck] {
                assert!(page.contains(&as_on_a_page(&coded(sentence))), "{sentence}");
            }
            assert!(page.contains("chart-tornado-760") && page.contains("chart-tornado-360"));
            assert!(
                !page.contains("NaN") && !page.contains("<script") && page.contains("conditional statements")
            );
        }
    }

    #[test]
    fn hostile_names_stay_text() {
        let mut found = found(Method::Sobol);
        found.study = "<b>".into();
        found.worlds = vec!["`<i>`".into()];
        let page = render(&found);
        assert!(!page.contains("<b>") && !page.contains("<i>"));
    }
}
