//! Legal yardsticks: measures under the headings of the fundamental-rights impact assessment of the AI Act, article 27(1).
//!
//! Model: the headings (a) to (f) in the order of the law; under each the measures that bear on it, with the article they bear on, here and in the
//! twin, and with their definitions. Ratios between groups stand under (c), with intervals: see [`groups`].
//!
//! Symbols: values in the unit of their measure; see [`crate::gauge`].
//! Sources: Regulation (EU) 2024/1689 (AI Act), art. 5(1)(c) and 27(1); Regulation (EU) 2016/679 (GDPR), art. 22; International Covenant on
//! Civil and Political Rights (ICCPR), art. 2, 12, 14, 17, 19, 23, 26. Which measure bears on which article is our assumption.
//!
//! Leaves out: every judgment. Whether something is lawful, necessary or proportionate is not a number.

mod groups;

use crate::answers::head;
use crate::charts;
use crate::data::{Run, Side};
use crate::gauge::{cell, definition, parts, spread, unit, unit_words};
use crate::html::escape;
use crate::labels::{label, safeguard};
use demerit_words::{Words, say};

/// A measure and the article that it bears on.
type Yardstick = (&'static str, &'static str);

const PROCESS: &[Yardstick] = &[
    ("requests", "bears-stake"),
    ("refusals", "bears-stake"),
    ("refusals-other-domain", "AI Act 5(1)(c)(i)"),
];
const PERIOD: &[Yardstick] = &[
    ("sanctions-begun", "bears-often"),
    ("mean-spell", "bears-long"),
    ("deed-to-consequence", "bears-soon"),
];
const PERSONS: &[Yardstick] =
    &[("sanctioned", "ICCPR 26"), ("partner-sorting", "ICCPR 23"), ("school-places-refused", "ICCPR 24, 26")];
const RISKS: &[Yardstick] = &[
    ("sanctioned-without-own-deed", "AI Act 5(1)(c)"),
    ("sanctioned-for-lawful", "AI Act 5(1)(c), ICCPR 19"),
    ("detriment-by-gravity", "AI Act 5(1)(c)(ii)"),
    ("wrongly-sanctioned-weeks", "ICCPR 14"),
    ("trips-lost", "ICCPR 12"),
    ("held-at-home", "ICCPR 12"),
    ("collateral-ratio", "ICCPR 17, 23"),
    ("ties-cut", "ICCPR 17, 22"),
    ("reach-lost", "ICCPR 19"),
    ("opinion-gap", "ICCPR 19"),
];
const OVERSIGHT: &[Yardstick] = &[("decisions-unreviewed", "GDPR 22"), ("sanctions-stopped", "AI Act 14")];
const REMEDY: &[Yardstick] = &[
    ("appeals-known", "ICCPR 2(3)"),
    ("appeals-dared", "ICCPR 2(3)"),
    ("appeal-success-given-innocence", "ICCPR 2(3), 14"),
    ("delay-to-remedy", "ICCPR 2(3), 14"),
    ("wrong-stay", "ICCPR 2(3)"),
    ("corrections-undone", "GDPR 16, 19"),
];

/// The section as HTML.
pub(crate) fn section(run: &Run<'_>) -> String {
    let words = run.words;
    let mut text = format!(
        "<section id=\"law\"><h2>{}</h2><p class=\"lead\">{}</p><p class=\"note\">{}</p>",
        escape(&say!(words, "heading-law")),
        escape(&say!(words, "law-lead")),
        escape(&say!(words, "law-note"))
    );
    let headings: [(&str, String, String, &[Yardstick]); 6] = [
        ("a", say!(words, "law-a"), process(run), PROCESS),
        ("b", say!(words, "law-b"), period(run), PERIOD),
        ("c", say!(words, "law-c"), String::new(), PERSONS),
        ("d", say!(words, "law-d"), String::new(), RISKS),
        ("e", say!(words, "law-e"), oversight(run), OVERSIGHT),
        ("f", say!(words, "law-f"), String::new(), REMEDY),
    ];
    for (letter, name, says, yardsticks) in headings {
        text.push_str(&format!("<h3>({letter}) {}</h3>{says}", escape(&name)));
        text.push_str(&table(run, &name, yardsticks));
        if letter == "c" {
            text.push_str(&groups::table(run));
        }
    }
    text.push_str(&format!(
        "<h3>{}</h3><p>{}</p></section>\n",
        escape(&say!(words, "law-cannot")),
        escape(&say!(words, "law-cannot-say"))
    ));
    text
}

fn process(run: &Run<'_>) -> String {
    let words = run.words;
    let manifest = &run.data.manifest;
    let Some(world) = manifest.worlds.first() else { return String::new() };
    let minus = |score: i32| score.to_string().replace('-', "−");
    let score = match world.scale {
        Some([low, high]) => {
            let sanctions = world.tiers.iter().filter(|tier| tier.sanction).count();
            let tiers = if world.tiers.is_empty() {
                String::new()
            } else {
                say!(words, "law-tiers", tiers = world.tiers.len(), sanctions = sanctions)
            };
            say!(words, "law-scale", low = minus(low), high = minus(high), tiers = tiers)
        }
        None => say!(words, "law-no-score"),
    };
    format!(
        "<p>{}</p>",
        say!(words, "law-process-html", regime = escape(&world.regime), score = escape(&score))
    )
}

fn period(run: &Run<'_>) -> String {
    let words = run.words;
    let manifest = &run.data.manifest;
    let parts: Vec<String> = charts::phases(run)
        .into_iter()
        .zip(&manifest.phases)
        .map(|((year, name), phase)| {
            let cities = match phase.cities {
                0 => say!(words, "law-nowhere"),
                1 => say!(words, "law-one-city"),
                many => say!(words, "law-cities", cities = many.to_string()),
            };
            let year = words.exact((100.0 * year).round() / 100.0);
            say!(words, "law-phase", name = name, year = year, cities = cities)
        })
        .collect();
    if parts.is_empty() {
        return String::new();
    }
    format!("<p>{}</p>", escape(&say!(words, "law-phases", phases = parts.join("; "))))
}

fn oversight(run: &Run<'_>) -> String {
    let words = run.words;
    let Some(world) = run.data.manifest.worlds.first() else { return String::new() };
    if world.safeguards.is_empty() {
        return format!("<p>{}</p>", escape(&say!(words, "law-no-safeguard")));
    }
    let names: Vec<String> = world.safeguards.iter().map(|one| safeguard(words, one)).collect();
    format!("<p>{}</p>", escape(&say!(words, "law-safeguards", names = names.join("; "))))
}

/// The article that a measure bears on, or what of the heading it answers.
fn bears_on(words: Words, law: &str) -> String {
    match law.strip_prefix("bears-") {
        Some(what) => words.named("bears-", what).unwrap_or_default(),
        None => law.to_owned(),
    }
}

fn table(run: &Run<'_>, name: &str, yardsticks: &[Yardstick]) -> String {
    let words = run.words;
    let twin = run.world(Side::Twin).is_some();
    let mut rows = String::new();
    let mut definitions = String::new();
    for &(measure, law) in yardsticks {
        let unit = unit(run, measure);
        let mut told = false;
        for part in parts(run, measure) {
            let here = spread(run, Side::Here, &part.keys);
            let other = if twin { spread(run, Side::Twin, &part.keys) } else { None };
            if here.is_none() && other.is_none() {
                continue;
            }
            let part_name = if part.name.is_empty() { String::new() } else { format!(": {}", part.name) };
            rows.push_str(&format!(
                "<tr><th scope=\"row\">{}{}</th>{}{}</tr>\n",
                escape(&format!("{}{part_name}{}", label(words, measure), unit_words(words, unit))),
                if told {
                    String::new()
                } else {
                    format!("<span class=\"article\">{}</span>", escape(&bears_on(words, law)))
                },
                cell(words, unit, here),
                if twin { cell(words, unit, other) } else { String::new() }
            ));
            told = true;
        }
        let definition = definition(words, measure);
        if told && !definition.is_empty() {
            definitions.push_str(&format!("<dt><code>{measure}</code></dt><dd>{}</dd>", escape(&definition)));
        }
    }
    if rows.is_empty() {
        return format!("<p class=\"soft\">{}</p>", escape(&say!(words, "claims-no-number")));
    }
    format!(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{0}\"><table class=\"answers\"><caption \
         class=\"unseen\">{0}</caption>{1}\
         <tbody>{rows}</tbody></table></div><details class=\"why\"><summary>{2}</summary><dl>{definitions}</dl></details>",
        escape(name),
        head(words, twin),
        escape(&say!(words, "law-counted"))
    )
}
