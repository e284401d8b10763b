//! `demerit sensitivity [STUDY]`: on which assumptions a study's result hangs, and how far on luck.

use crate::arguments::Sensitivity as Call;
use crate::command::forms::{json, text_of};
use crate::command::watched::{failure, listen, watched};
use crate::failure::Failure;
use crate::layout::{Align, ENGLISH, Table, glance, number, paragraph, time};
use crate::progress::Shown;
use crate::terminal::Terminal;
use demerit_analysis::sensitivity::{
    self, PAGE, Sensitivity, SensitivityOptions, Weighed, Weight, narrative, result,
};
use demerit_scenario::load;
use demerit_study::outside::Disk;
use serde_json::json;
use std::fmt::Write;
use std::path::Path;
use std::time::Instant;

/// Factors that are printed; the files have all.
const SHOWN: usize = 20;
/// Cells of the longest bar.
const LONGEST: f64 = 16.0;

/// Takes a study's result apart.
pub(crate) fn sensitivity(call: &Call, terminal: &Terminal) -> Result<String, Failure> {
    let scenario = load::study(text_of(&call.study)?, &Disk)?;
    let options = SensitivityOptions {
        method: call.method.into(),
        samples: call.samples,
        measure: call.measure.clone(),
        difference: call.difference,
        only: call.only.clone(),
        persons: call.persons,
        years: call.years,
        seed: call.seed,
        seeds: call.seeds,
        threads: call.threads,
    };
    let stop = listen()?;
    sensitivity::try_place(&call.out).map_err(|error| failure(error, &stop))?;
    let title = format!("{}: what {} hangs on", scenario.study.name, call.measure);
    let shown = Shown::begin(terminal, call.quiet, &title);
    let clock = Instant::now();
    let found =
        watched(shown, None, &stop, |_, progress| sensitivity::analyse(&scenario, &options, progress))?;
    let page = demerit_report::sensitivity(&found);
    let folder =
        sensitivity::write(&found, &page, &call.out, call.force).map_err(|error| failure(error, &stop))?;
    let text = if call.json {
        json(&json!(found))
    } else {
        plain(&found, clock.elapsed().as_secs_f64(), &folder, terminal)
    };
    match found.stopped_of {
        None => Ok(text),
        Some(all) => Err(Failure::Cut {
            code: stop.code(),
            text,
            message: format!(
                "stopped: of {} runs, {} in {} whole samples are told and written",
                ENGLISH.thousands(all as u64),
                ENGLISH.thousands(found.runs as u64),
                ENGLISH.thousands(u64::from(found.samples))
            ),
        }),
    }
}

fn plain(found: &Sensitivity, seconds: f64, folder: &Path, terminal: &Terminal) -> String {
    let mut text = format!(
        "{}\n{}{} in the study `{}`: {}, middle 95 % from {} to {} over the ranges; {} persons, {} weeks\n\n",
        terminal.heading(&result(found)),
        found.unit,
        found.note.as_ref().map_or_else(String::new, |note| format!(", {note},")),
        found.study,
        number(found.mean),
        number(found.middle[0]),
        number(found.middle[1]),
        ENGLISH.thousands(u64::from(found.persons)),
        ENGLISH.thousands(u64::from(found.weeks)),
    );
    text.push_str(&table(found, terminal));
    let said = narrative(found);
    for part in [said.hangs, said.sure, said.luck].iter().chain(&said.limits) {
        let _ = write!(text, "\n{}", paragraph(part, 0, terminal.width));
    }
    let _ = writeln!(
        text,
        "\nA statement about a made-up society, not about any real one.\n{} person-weeks in {}.\n\nPage: {}",
        glance(found.person_weeks as f64),
        time(seconds),
        folder.join(PAGE).display(),
    );
    text
}

/// The strongest factors, and the seed wherever it stands.
fn table(found: &Sensitivity, terminal: &Terminal) -> String {
    let heads = match found.factors.first().map(|one| one.weight) {
        Some(Weight::Sobol { .. }) => ["", "range", "total", "95 %", "alone", ""],
        _ => ["", "range", "moves it by", "95 %", "deviation", ""],
    };
    let aligned = [Align::Left, Align::Right, Align::Right, Align::Right, Align::Right, Align::Left];
    let columns: Vec<(&str, Align)> = heads.into_iter().zip(aligned).collect();
    let mut table = Table::new(&columns);
    let strength = |one: &Weighed| one.weight.strength().value;
    let longest = found.factors.first().map_or(0.0, strength);
    let all = found.factors.iter().enumerate();
    for (_, one) in all.filter(|(place, one)| *place < SHOWN || one.figure.is_none()) {
        let range = one.figure.as_ref().map_or_else(
            || "another seed".to_owned(),
            |figure| format!("{} to {}", sensitivity::number(figure.low), sensitivity::number(figure.high)),
        );
        let cells = if longest > 0.0 { (strength(one) / longest * LONGEST).round() as usize } else { 0 };
        let shown: fn(f64) -> String = match one.weight {
            Weight::Sobol { .. } => |value| format!("{:.1} %", 100.0 * value),
            Weight::Morris { .. } => number,
        };
        let beside = match one.weight {
            Weight::Sobol { first, .. } => first.value,
            Weight::Morris { sigma, .. } => sigma.value,
        };
        let ends = one.weight.strength();
        table.row([
            one.name(),
            range,
            shown(ends.value),
            format!("{} to {}", shown(ends.low), shown(ends.high)),
            shown(beside),
            "█".repeat(cells),
        ]);
    }
    let mut text = table.text(terminal.width);
    let left = found.factors.iter().skip(SHOWN).filter(|one| one.figure.is_some()).count();
    if left > 0 {
        let _ = writeln!(text, "and {left} more, each weaker; all stand in the files.");
    }
    text
}
