//! The page of an analysis of sensitivity: what a result hangs on, how sure that is, a tornado chart, and what was not varied.
//!
//! It takes style and policy of the report of a run, and like that needs neither network nor script. The sentences are
//! those of the study's own [`told`], so that terminal and page say the same.

mod tornado;

use crate::html::{escape, table};
use crate::page::{foot, head};
use crate::svg::Shape;
use demerit_analysis::sensitivity::{Method, Sensitivity, Spread, Weight, result, told};
use demerit_words::{Language, Words};

/// The sentences of the study are in English, and so is the page.
const ENGLISH: Words = Words::new(Language::En);

/// Writes the page.
pub(crate) fn render(found: &Sensitivity) -> String {
    let what = result(found);
    let said = told(found);
    let mut page =
        head(ENGLISH, env!("CARGO_PKG_VERSION"), &format!("What {what} hangs on").replace('`', ""));
    page.push_str(&format!(
        "<header class=\"face\"><div class=\"face-inner\"><p class=\"kicker\">Demerit · a laboratory of made-up societies</p><h1>{}</h1><p \
         class=\"standfirst\">{}</p><p class=\"condition\"><strong>These are conditional statements about a made-up society.</strong> {} {}</p></div></header>\n\
         <div class=\"layout\"><nav class=\"contents\" aria-label=\"Contents\"><ol><li><a href=\"#found\">What it hangs on</a></li><li><a \
         href=\"#limits\">What this cannot say</a></li><li><a href=\"#repeat\">How to repeat it</a></li></ol></nav><main>",
        coded(&format!("What {what} hangs on")),
        coded(&said.hangs),
        coded(&said.sure),
        coded(&said.luck),
    ));
    page.push_str(&format!(
        "<section id=\"found\"><h2>What it hangs on</h2><p class=\"lead\">Over the declared ranges of {} figures the result is {} in the mean; the \
         middle 95 % of it {} from {} to {}. Unit: {}{}.</p>{}</section>\n",
        ENGLISH.count(found.factors.iter().filter(|one| one.figure.is_some()).count() as f64),
        ENGLISH.short(found.mean),
        if found.middle[0] == found.middle[1] { "stands" } else { "goes" },
        ENGLISH.short(found.middle[0]),
        ENGLISH.short(found.middle[1]),
        escape(&found.unit),
        found.note.as_ref().map_or_else(String::new, |note| format!("; {}", escape(note))),
        plate(found),
    ));
    page.push_str("<section id=\"limits\"><h2>What this cannot say</h2><ul class=\"limits\">");
    for limit in &said.limits {
        page.push_str(&format!("<li>{}</li>", coded(limit)));
    }
    page.push_str("</ul></section>\n");
    page.push_str(&repeat(found));
    page.push_str(&foot(ENGLISH));
    page
}

/// The chart with its numbers.
fn plate(found: &Sensitivity) -> String {
    let (title, subtitle, legend, caption) = match found.method {
        Method::Morris => (
            "How far each figure moves the result",
            "Mean size of the effect of going over the whole declared range, in the unit of the result, with its interval at 95 %",
            "<li><span class=\"swatch fill hue-here\"></span>a higher figure raises the result</li><li><span class=\"swatch fill \
             hue-twin\"></span>a higher figure lowers it</li><li><span class=\"swatch fill hue-c8\"></span>another seed</li>",
            "Elementary effects after Morris: each figure moves once along every trajectory, all others stay. A bar on both sides means that \
             what the figure does hangs on where the others stand. Deviation beyond the mean size says the same.",
        ),
        Method::Sobol => (
            "In how much of the variance each figure has a part",
            "Total index, % of the variance of the result, with its interval at 95 %; the dark part is what the figure does alone",
            "<li><span class=\"swatch fill hue-here\"></span>alone</li><li><span class=\"swatch fill hue-wrong\"></span>together with others</li><li><span \
             class=\"swatch fill hue-c8\"></span>the seed</li>",
            "Shares of variance after Sobol’: what a figure does together with others counts for each of them, so that totals can sum to more than \
             100 %. Small samples can put an index below nothing or beyond the whole.",
        ),
    };
    let [wide, narrow] = [Shape::Wide, Shape::Narrow].map(|shape| {
        let (id, name) = (format!("chart-tornado-{}", shape.width()), "tornado");
        tornado::draw(found, shape).finish(&id, name, shape, &format!("{title}. {subtitle}"))
    });
    format!(
        "<figure id=\"tornado\" class=\"plate\"><div class=\"plate-head\"><h3>{title}</h3><p class=\"subtitle\">{subtitle}</p></div><ul \
         class=\"legend\">{legend}</ul>{wide}{narrow}<figcaption>{caption}</figcaption><details><summary>All figures that were \
         varied</summary>{}</details></figure>",
        numbers(found)
    )
}

/// The table of all factors.
fn numbers(found: &Sensitivity) -> String {
    let head = match found.method {
        Method::Morris => ["Figure", "Declared", "Varied", "Moves it by", "95 %", "Mean effect", "Deviation"],
        Method::Sobol => ["Figure", "Declared", "Varied", "Total", "95 %", "Alone", "Alone, 95 %"],
    };
    let rows: Vec<Vec<String>> = found
        .factors
        .iter()
        .map(|one| {
            let (declared, varied) = one.figure.as_ref().map_or_else(
                || ("–".to_owned(), "another seed".to_owned()),
                |figure| {
                    let how = if figure.spread == Spread::Logarithm { ", by its logarithm" } else { "" };
                    let range =
                        format!("{} to {}{how}", ENGLISH.exact(figure.low), ENGLISH.exact(figure.high));
                    (ENGLISH.exact(figure.declared), range)
                },
            );
            let numbers = match one.weight {
                Weight::Morris { mu_star, mu, sigma, .. } => [
                    ENGLISH.short(mu_star.value),
                    format!("{} to {}", ENGLISH.short(mu_star.low), ENGLISH.short(mu_star.high)),
                    ENGLISH.short(mu.value),
                    ENGLISH.short(sigma.value),
                ],
                Weight::Sobol { first, total } => [
                    ENGLISH.percent(total.value),
                    format!("{} to {}", ENGLISH.percent(total.low), ENGLISH.percent(total.high)),
                    ENGLISH.percent(first.value),
                    format!("{} to {}", ENGLISH.percent(first.low), ENGLISH.percent(first.high)),
                ],
            };
            [one.name(), declared, varied].into_iter().chain(numbers).collect()
        })
        .collect();
    table("All figures that were varied, the strongest first", &head, &rows)
}

fn repeat(found: &Sensitivity) -> String {
    let method = match found.method {
        Method::Morris => "elementary effects (Morris)",
        Method::Sobol => "shares of variance (Sobol’)",
    };
    let seeds =
        found.seeds.map_or_else(|| "two for each sample".to_owned(), |seeds| ENGLISH.count(f64::from(seeds)));
    let rows = [
        ("Study", found.study.clone()),
        ("Measure", found.measure.clone()),
        ("Worlds", found.worlds.join(" less ")),
        ("Method", method.to_owned()),
        (
            "Samples",
            format!("{}, {} runs", ENGLISH.count(f64::from(found.samples)), ENGLISH.count(found.runs as f64)),
        ),
        ("Persons", ENGLISH.count(f64::from(found.persons))),
        ("Weeks", ENGLISH.count(f64::from(found.weeks))),
        ("First seed", found.seed.to_string()),
        ("Seeds", seeds),
        ("Demerit", env!("CARGO_PKG_VERSION").to_owned()),
    ];
    let mut text = String::from(
        "<section id=\"repeat\"><h2>How to repeat it</h2><p class=\"lead\">The same version, study and seed give the same bytes on any machine and \
         with any number of threads.</p><dl class=\"facts\">",
    );
    for (name, value) in rows {
        text.push_str(&format!("<dt>{name}</dt><dd>{}</dd>", escape(&value)));
    }
    text.push_str(
        "</dl><p class=\"note\">Every factor stands in <code>sensitivity.csv</code> beside this page, every run with its values in \
         <code>runs.csv</code>.</p></section>\n",
    );
    text
}

/// A sentence in which words between backticks are names.
fn coded(sentence: &str) -> String {
    let mut text = String::new();
    for (place, part) in sentence.split('`').enumerate() {
        let part = escape(part);
        text.push_str(&if place % 2 == 1 { format!("<code>{part}</code>") } else { part });
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_analysis::sensitivity::{SensitivityOptions, analyse};
    use demerit_scenario::load;
    use demerit_scenario::load::NoFiles;
    use demerit_study::run::Signal;

    fn found(method: Method) -> Sensitivity {
        let scenario = load::study("no-dark-corner", &NoFiles).expect("a study");
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
                assert!(page.contains(&escape(&one.name())), "{}", one.name());
            }
            for sentence in [&told(&found).hangs, &told(&found).sure, &told(&found).luck] {
                assert!(page.contains(&coded(sentence)), "{sentence}");
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
        assert_eq!(coded("a `b<` c"), "a <code>b&lt;</code> c");
    }
}
