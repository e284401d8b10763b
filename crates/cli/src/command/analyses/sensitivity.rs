//! `demerit sensitivity [STUDY]`: on which assumptions a study's result hangs, and how far on luck.

use crate::arguments::Sensitivity as Call;
use crate::command::forms::{json, pilots, text_of};
use crate::command::watched::{failure, listen, watched};
use crate::failure::Failure;
use crate::layout::Align::{Left, Right};
use crate::layout::{ENGLISH, Table, glance, number, paragraph, time};
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
    let scenario = load::study(text_of(&call.analysis.study)?, &Disk)?;
    let options = SensitivityOptions {
        method: call.method.into(),
        samples: call.samples,
        measure: call.measure.clone(),
        difference: call.difference,
        only: call.only.clone(),
        persons: call.persons,
        years: call.analysis.years,
        seed: call.analysis.seed,
        seeds: call.seeds,
        threads: call.analysis.threads,
    };
    let stop = listen()?;
    sensitivity::try_place(&call.folder.out).map_err(|error| failure(error, &stop))?;
    let title = format!("{}: what {} hangs on", scenario.study.name, call.measure);
    let shown = Shown::begin(terminal, call.analysis.quiet, &title);
    let clock = Instant::now();
    let found =
        watched(shown, None, &stop, |_, progress| sensitivity::analyse(&scenario, &options, progress))?;
    let page = demerit_report::sensitivity(&found);
    let folder = sensitivity::write(&found, &page, &call.folder.out, call.folder.force)
        .map_err(|error| failure(error, &stop))?;
    let text = if call.analysis.json {
        json(&json!(found))
    } else {
        plain(&found, clock.elapsed().as_secs_f64(), &folder, terminal)
    };
    let Some(all) = found.stopped_of else { return Ok(text) };
    let [all, runs] = [all, found.runs].map(|count| ENGLISH.thousands(count as u64));
    let samples = ENGLISH.thousands(u64::from(found.samples));
    let message = format!("stopped: of {all} runs, {runs} in {samples} whole samples are told and written");
    Err(Failure::Stopped { code: stop.code(), text, message, hint: None })
}

fn plain(found: &Sensitivity, seconds: f64, folder: &Path, terminal: &Terminal) -> String {
    let note = found.note.as_ref().map_or_else(String::new, |note| format!(", {note},"));
    let [mean, low, high] = [found.mean, found.middle[0], found.middle[1]].map(number);
    let [persons, weeks] = [found.persons, found.weeks].map(|count| ENGLISH.thousands(u64::from(count)));
    let (heading, Sensitivity { unit, study, .. }) = (terminal.heading(&result(found)), found);
    let mut text = format!(
        "{heading}\n{unit}{note} in the study `{study}`: {mean}, middle 95 % from {low} to {high} over the ranges; \
         {persons} persons, {weeks} weeks\n\n"
    );
    text.push_str(&table(found, terminal));
    let said = narrative(found);
    for part in [said.hangs, said.sure, said.luck].iter().chain(&said.limits).chain(&pilots(&found.pilots)) {
        let _ = write!(text, "\n{}", paragraph(part, 0, terminal.width));
    }
    text.push_str("\nA statement about a made-up society, not about any real one.\n");
    let _ = writeln!(text, "{} person-weeks in {}.\n", glance(found.person_weeks as f64), time(seconds));
    let _ = writeln!(text, "Page: {}", folder.join(PAGE).display());
    text
}

/// The strongest factors, and the seed wherever it stands.
fn table(found: &Sensitivity, terminal: &Terminal) -> String {
    let heads = match found.factors.first().map(|one| one.weight) {
        Some(Weight::Sobol { .. }) => ["", "range", "total", "95 %", "alone", ""],
        _ => ["", "range", "moves it by", "95 %", "deviation", ""],
    };
    let mut table = Table::new(&[Left, Right, Right, Right, Right, Left], &heads);
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
