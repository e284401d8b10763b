//! `demerit ensemble [STUDY]`: how far each number goes over all that a study's files leave open.

use crate::arguments::Ensemble as Call;
use crate::command::forms::{json, pilots, text_of};
use crate::command::watched::{failure, listen, watched};
use crate::failure::Failure;
use crate::layout::Align::{Left, Right};
use crate::layout::{ENGLISH, Table, glance, paragraph, time};
use crate::progress::Shown;
use crate::terminal::Terminal;
use demerit_analysis::ensemble::{self, Ensemble, EnsembleOptions, Quantity};
use demerit_analysis::sensitivity;
use demerit_analysis::summary::{LINES, Show};
use demerit_scenario::load;
use demerit_study::outside::Disk;
use serde_json::json;
use std::fmt::Write;
use std::path::Path;
use std::time::Instant;

/// A difference whose sign is the same in this share of the draws is certain.
const CERTAIN: f64 = 0.95;

/// Draws a study's ensemble.
pub(super) fn ensemble(call: &Call, terminal: &Terminal) -> Result<String, Failure> {
    let scenario = load::study(text_of(&call.study)?, &Disk)?;
    let options = EnsembleOptions {
        draws: call.draws,
        over: call.over.into(),
        persons: call.persons,
        years: call.years,
        seed: call.seed,
        threads: call.threads,
    };
    let stop = listen()?;
    sensitivity::try_place(&call.out).map_err(|error| failure(error, &stop))?;
    let title = format!("{}: what its ranges leave open", scenario.study.name);
    let shown = Shown::begin(terminal, call.quiet, &title);
    let clock = Instant::now();
    let found = watched(shown, None, &stop, |_, progress| ensemble::ensemble(&scenario, &options, progress))?;
    let folder = ensemble::write(&found, &call.out, call.force).map_err(|error| failure(error, &stop))?;
    if call.json {
        return Ok(json(&json!(found)));
    }
    Ok(plain(&found, clock.elapsed().as_secs_f64(), &folder, terminal))
}

fn plain(found: &Ensemble, seconds: f64, folder: &Path, terminal: &Terminal) -> String {
    let lines: Vec<(&str, &Quantity, Show)> = LINES
        .iter()
        .filter_map(|(label, key, _)| {
            let of = |one: &&Quantity| {
                (one.measure, &*one.domain, &*one.group) == (key.measure, key.domain, key.group)
            };
            Some((*label, found.numbers.iter().find(of)?, Show::of(key.measure)?))
        })
        .collect();
    let mut text = format!(
        "{}\n{} draws over {} figures with a range; {} persons, {} weeks; means and sums of the last year\n\n",
        terminal.heading(&format!("{}: what its ranges leave open", found.study)),
        ENGLISH.thousands(found.draws as u64),
        ENGLISH.thousands(found.varied as u64),
        ENGLISH.thousands(u64::from(found.persons)),
        ENGLISH.thousands(u64::from(found.weeks)),
    );
    let title = found.worlds.first().map_or("", String::as_str);
    text += &table(&lines, false, title, terminal);
    if found.worlds.len() > 1 {
        text.push('\n');
        text += &table(&lines, true, "less the twin", terminal);
    }
    for sentence in sentences(found, &lines).into_iter().chain(pilots(&found.pilots)) {
        let _ = write!(text, "\n{}", paragraph(&sentence, 0, terminal.width));
    }
    let _ = writeln!(
        text,
        "\nA statement about a made-up society, not about any real one.\n{} person-weeks in {}.\n\nTables: {}",
        glance(found.person_weeks as f64),
        time(seconds),
        folder.display(),
    );
    text
}

/// The ranges in the first world, or of its difference to the twin.
fn table(lines: &[(&str, &Quantity, Show)], differs: bool, title: &str, terminal: &Terminal) -> String {
    let mut table = Table::new(
        &[Left, Right, Right, Right, Right, Right, Right],
        &[title, "as filed", "half of all draws", "nine in ten", "regime", "society", "luck"],
    );
    for (label, quantity, show) in lines {
        let side = if differs { &quantity.difference } else { &quantity.here };
        let Some(ranges) = side else { continue };
        let text = |value: f64| match (quantity.per_thousand, differs) {
            (true, true) if value > 0.0 => format!("+{}", rate(value)),
            (true, _) => rate(value),
            (false, true) => show.difference(value),
            (false, false) => show.text(value),
        };
        let between = |low: usize, high: usize| {
            let [low, high] = [low, high].map(|at| ranges.quantiles[at].value);
            if quantity.per_thousand {
                return format!("{} to {}", text(low), text(high));
            }
            show.between([low, high], differs)
        };
        let share = |name: &str| {
            let part = ranges.parts.iter().find(|part| part.of == name);
            part.map_or_else(String::new, |part| format!("{:.0} %", 100.0 * part.share.value))
        };
        table.row([
            if quantity.per_thousand { format!("{label} *") } else { (*label).to_owned() },
            ranges.filed.map_or_else(|| "–".to_owned(), |filed| text(filed.value)),
            between(1, 3),
            between(0, 4),
            share("regime"),
            share("society"),
            share("luck"),
        ]);
    }
    table.text(terminal.width)
}

/// A count for each 1,000 persons.
fn rate(value: f64) -> String {
    if value.abs() >= 10.0 { format!("{value:.0}") } else { format!("{value:.2}") }
}

fn sentences(found: &Ensemble, lines: &[(&str, &Quantity, Show)]) -> Vec<String> {
    let mut said = vec![
        "* for each 1,000 persons. Regime, society, luck: which part of the spread each leaves open, by ranks; what two \
         leave open together is halved between them."
            .to_owned(),
    ];
    let mut unsure = Vec::new();
    for (label, quantity, _) in lines {
        let Some(ranges) = &quantity.difference else { continue };
        if ranges.above.min(ranges.below) > 1.0 - CERTAIN {
            unsure.push(format!("{label} ({:.0})", 100.0 * ranges.above));
        }
    }
    if !unsure.is_empty() {
        let unsure = unsure.join(", ");
        said.push(format!(
            "The sign is not certain, with more than in the twin in so many of 100 draws: {unsure}."
        ));
    }
    let mut none = Vec::new();
    for (label, quantity, _) in lines {
        let Some(ranges) = &quantity.here else { continue };
        let stand_out: Vec<String> = ranges
            .hangs
            .iter()
            .filter(|one| one.stands_out)
            .map(|one| format!("{} ({:+.2})", one.figure, one.correlation.value))
            .collect();
        if stand_out.is_empty() {
            none.push(*label);
        } else {
            said.push(format!("{label} hangs most on {}.", stand_out.join(", ")));
        }
    }
    if !none.is_empty() {
        said.push(format!(
            "With so few draws no single figure stands out from chance for: {}. More --draws, or `demerit sensitivity`, \
             tell them apart.",
            none.join(", ")
        ));
    }
    said.push(format!(
        "Not varied: {} figures without a declared range; `ensemble.json` names them.",
        ENGLISH.thousands(found.not_varied.len() as u64)
    ));
    said
}
