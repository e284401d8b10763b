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

use crate::charts;
use crate::data::{Run, Side};
use crate::gauge::{cell, definition, parts, spread, unit, unit_words};
use crate::html::escape;
use crate::labels::{label, safeguard};
use crate::numbers::exact;

/// A measure and the article that it bears on.
type Yardstick = (&'static str, &'static str);

const PROCESS: &[Yardstick] = &[
    ("requests", "the decisions at stake"),
    ("refusals", "the decisions at stake"),
    ("refusals-other-domain", "AI Act 5(1)(c)(i)"),
];
const PERIOD: &[Yardstick] =
    &[("sanctions-begun", "how often"), ("mean-spell", "for how long"), ("deed-to-consequence", "how soon")];
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
    let mut text = String::from(
        "<section id=\"law\"><h2>Legal yardsticks</h2><p class=\"lead\">The measures under the headings of the fundamental-rights impact \
         assessment that European law asks for before such a system is used (AI Act, article 27(1)).</p><p class=\"note\">An article beside a \
         measure says what the number bears on, not that the article is broken.</p>",
    );
    let headings: [(&str, &str, String, &[Yardstick]); 6] = [
        ("a", "The process in which the system is used", process(run), PROCESS),
        ("b", "Period and frequency of use", period(run), PERIOD),
        ("c", "Categories of persons affected", String::new(), PERSONS),
        ("d", "Specific risks of harm", String::new(), RISKS),
        ("e", "Human oversight", oversight(run), OVERSIGHT),
        ("f", "If the risks materialise: complaint and remedy", String::new(), REMEDY),
    ];
    for (letter, name, says, yardsticks) in headings {
        text.push_str(&format!("<h3>({letter}) {name}</h3>{says}"));
        text.push_str(&table(run, name, yardsticks));
        if letter == "c" {
            text.push_str(&groups::table(run));
        }
    }
    text.push_str(
        "<h3>What these numbers cannot decide</h3><p>Whether any of this is lawful, necessary or proportionate is a judgment. It needs the law \
         that holds in the place, the aim that is pursued, what milder means there were, and somebody who is heard. A small number is not a \
         permission: some rights, such as to hold an opinion, allow no trade at all. A large number is not a verdict: the persons are \
         made up, and the number holds only as far as the assumptions below do. Nothing here measures dignity, or what it is like to be \
         watched.</p></section>\n",
    );
    text
}

fn process(run: &Run<'_>) -> String {
    let manifest = &run.data.manifest;
    let Some(world) = manifest.worlds.first() else { return String::new() };
    let score = match world.scale {
        Some([low, high]) => {
            let sanctions = world.tiers.iter().filter(|tier| tier.sanction).count();
            let tiers = match (world.tiers.len(), sanctions) {
                (0, _) => String::new(),
                (all, 0) => format!(", in {all} tiers, none of which is by itself a sanction"),
                (all, 1) => format!(", in {all} tiers, one of which is a sanction"),
                (all, some) => format!(", in {all} tiers, {some} of which are sanctions"),
            };
            format!("It keeps a score from {low} to {high}{tiers}.")
        }
        None => "It keeps no score.".to_owned(),
    };
    format!(
        "<p>“{}”. {} Its rules, lists and gates stand, each with how well it is known, under <a href=\"#ground\">What it rests on</a>.</p>",
        escape(&world.regime),
        escape(&score.replace('-', "−"))
    )
}

fn period(run: &Run<'_>) -> String {
    let manifest = &run.data.manifest;
    let parts: Vec<String> = charts::phases(run)
        .into_iter()
        .zip(&manifest.phases)
        .map(|((year, name), phase)| {
            let cities = match phase.cities {
                0 => "nowhere".to_owned(),
                1 => "in one city".to_owned(),
                many => format!("in {many} cities"),
            };
            format!("{name}, from {}: {cities}", exact((100.0 * year).round() / 100.0))
        })
        .collect();
    if parts.is_empty() {
        return String::new();
    }
    format!(
        "<p>Phases of this world, each with the cities in which its regime is in force: {}.</p>",
        escape(&parts.join("; "))
    )
}

fn oversight(run: &Run<'_>) -> String {
    let Some(world) = run.data.manifest.worlds.first() else { return String::new() };
    if world.safeguards.is_empty() {
        return "<p>No safeguard is in force in this world.</p>".to_owned();
    }
    let names: Vec<String> = world.safeguards.iter().map(|one| safeguard(one)).collect();
    format!("<p>Safeguards in force: {}.</p>", escape(&names.join("; ")))
}

fn table(run: &Run<'_>, name: &str, yardsticks: &[Yardstick]) -> String {
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
                escape(&format!("{}{part_name}{}", label(measure), unit_words(unit))),
                if told { String::new() } else { format!("<span class=\"article\">{}</span>", escape(law)) },
                cell(unit, here),
                if twin { cell(unit, other) } else { String::new() }
            ));
            told = true;
        }
        if told && !definition(measure).is_empty() {
            definitions.push_str(&format!(
                "<dt><code>{measure}</code></dt><dd>{}</dd>",
                escape(definition(measure))
            ));
        }
    }
    if rows.is_empty() {
        return "<p class=\"soft\">This run has no number for it.</p>".to_owned();
    }
    format!(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{0}\"><table class=\"answers\"><caption \
         class=\"unseen\">{0}</caption><thead><tr><th scope=\"col\">Measure</th><th scope=\"col\" class=\"number\">{1}</th>{2}</tr></thead>\
         <tbody>{rows}</tbody></table></div><details class=\"why\"><summary>What is counted here</summary><dl>{definitions}</dl></details>",
        escape(name),
        if twin { "Here" } else { "Value" },
        if twin { "<th scope=\"col\" class=\"number\">Twin</th>" } else { "" }
    )
}
