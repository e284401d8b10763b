//! `demerit explain [STUDY]`: a measure's total, shared out among the errors or mechanisms that bring it
//! about.

use crate::arguments::Explain;
use crate::command::forms::{counted, json, pilots, text_of};
use crate::command::watched::{listen, watched};
use crate::failure::Failure;
use crate::layout::Align::{Left, Right};
use crate::layout::{ENGLISH, Table, glance, number, paragraph, time};
use crate::progress::Shown;
use crate::terminal::Terminal;
use demerit_analysis::explain::{self, ExplainOptions, Explanation, NONE, Over};
use demerit_scenario::load;
use demerit_study::outside::Disk;
use serde_json::json;
use std::fmt::Write;
use std::time::Instant;

/// Cells of the longest bar.
const LONGEST: usize = 24;

/// What is wrong where nothing on record errs.
const LEFT: &str =
    ": good deeds that no channel saw, and walls, caps and reviews that worked otherwise on record and truth";

/// Explains a measure.
pub(crate) fn explain(call: &Explain, terminal: &Terminal) -> Result<String, Failure> {
    let scenario = load::study(text_of(&call.analysis.study)?, &Disk)?;
    let options = ExplainOptions {
        measure: call.measure.clone(),
        over: call.over.map(Into::into),
        persons: call.persons,
        years: call.analysis.years,
        seed: call.analysis.seed,
        seeds: call.seeds,
        threads: call.analysis.threads,
        samples: call.samples,
    };
    let stop = listen()?;
    let title = format!("{}: {} explained", scenario.study.name, call.measure);
    let shown = Shown::begin(terminal, call.analysis.quiet, &title);
    let clock = Instant::now();
    let found = watched(shown, None, &stop, |_, progress| explain::explain(&scenario, &options, progress))?;
    let seconds = clock.elapsed().as_secs_f64();
    Ok(if call.analysis.json { json(&json!(found)) } else { plain(&found, seconds, terminal) })
}

fn plain(found: &Explanation, seconds: f64, terminal: &Terminal) -> String {
    let Explanation { unit, world, study, .. } = found;
    let [persons, weeks] = [found.persons, found.weeks].map(|count| ENGLISH.thousands(u64::from(count)));
    let mut text = format!("{}\n{unit} in the world `{world}` ", terminal.heading(&found.measure));
    let _ = write!(text, "of the study `{study}`: {persons} persons, {weeks} weeks\n\n");
    let ranged = found.values.iter().any(|part| part.interval.is_some());
    let mut table = Table::new(
        &[Left, Right, Right, Right, Left],
        &["", &found.unit, "share", if ranged { "95 % interval" } else { "" }, ""],
    );
    let largest = found.values.iter().map(|part| part.value.abs()).fold(0.0, f64::max);
    for part in &found.values {
        let range = part.interval.map(|[low, high]| format!("{} to {}", number(low), number(high)));
        table.row([
            part.player.clone(),
            number(part.value),
            share(part.value, found.total),
            range.unwrap_or_default(),
            bar(part.value, largest),
        ]);
    }
    let total = share(found.total, found.total);
    table.row(["total".into(), number(found.total), total, String::new(), String::new()]);
    text.push_str(&table.text(terminal.width));
    let _ = write!(text, "\n{}", paragraph(&sentences(found), 0, terminal.width));
    for one in pilots(&found.pilots) {
        text.push_str(&paragraph(&one, 0, terminal.width));
    }
    let weeks = found.person_weeks as f64;
    let _ = writeln!(text, "\n{} person-weeks in {}.", glance(weeks), time(seconds));
    text
}

fn share(part: f64, whole: f64) -> String {
    if whole == 0.0 { "–".to_owned() } else { format!("{:.1} %", 100.0 * part / whole) }
}

/// A bar; a part that lessens the total is drawn hollow.
fn bar(value: f64, largest: f64) -> String {
    let cells = if largest > 0.0 { (value.abs() / largest * LONGEST as f64).round() as usize } else { 0 };
    (if value < 0.0 { "░" } else { "█" }).repeat(cells)
}

/// How to read the table, honestly.
fn sentences(found: &Explanation) -> String {
    let mut text = format!(
        "{} Each row is the mean of what one adds over all orders in which they could be switched on (its Shapley value), so the rows sum to the \
         total; `{NONE}` is what is left with all of them off{}. ",
        match found.over {
            Over::Errors => "Each is an error that could be remedied with every rule kept.",
            Over::Institutions =>
                "Each is a part of the institution, or of watching, that need not be there.",
        },
        if found.over == Over::Errors && Over::usual(&found.measure) == Over::Errors { LEFT } else { "" },
    );
    let how = if found.exact { "every one of" } else { "a sample of orders, with" };
    let coalitions = counted(found.coalitions, "coalition");
    let worlds = counted(found.worlds, "different world");
    let _ = write!(text, "It rests on {how} {coalitions}, for which {worlds} had to be run. ");
    text.push_str(match (found.seeds.len(), found.exact) {
        (1, true) => "With one seed there is no interval: another made-up population would give somewhat other numbers. ",
        (1, false) => "The intervals are over orders, not over seeds. ",
        _ => "The intervals are over seeds. ",
    });
    if let Some(note) = &found.note {
        let _ = write!(text, "The total is {note}. ");
    }
    if !found.idle.is_empty() {
        let _ = write!(text, "Without effect here: {}. ", found.idle.join(", "));
    }
    text.push_str("It is a statement about this model, not about any real society.");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_long_as_its_share_of_the_longest() {
        assert_eq!(bar(12.0, 12.0).chars().count(), LONGEST);
        assert_eq!(bar(-6.0, 12.0), "░".repeat(LONGEST / 2));
        assert_eq!(bar(0.0, 0.0), "");
        assert_eq!((share(1.0, 3.0).as_str(), share(1.0, 0.0).as_str()), ("33.3 %", "–"));
    }
}
