//! `demerit calibrate [STUDY]`: what published figures leave of an ensemble.

use crate::arguments::Calibrate as Call;
use crate::command::forms::{json, text_of};
use crate::command::watched::{failure, listen, watched};
use crate::failure::Failure;
use crate::layout::Align::{Left, Right};
use crate::layout::{ENGLISH, Table, glance, number, paragraph, time};
use crate::progress::Shown;
use crate::terminal::Terminal;
use demerit_analysis::calibrate::{self, BOUND, Calibration, Target};
use demerit_analysis::ensemble::{EnsembleOptions, Ranges};
use demerit_analysis::sensitivity;
use demerit_analysis::summary::LINES;
use demerit_scenario::load;
use demerit_study::outside::Disk;
use serde_json::json;
use std::path::Path;
use std::time::Instant;

/// Calibrates a study.
pub(crate) fn calibrate(call: &Call, terminal: &Terminal) -> Result<String, Failure> {
    let scenario = load::study(text_of(&call.analysis.study)?, &Disk)?;
    let options = EnsembleOptions {
        draws: call.draws,
        over: call.over.into(),
        persons: call.persons,
        years: call.analysis.years,
        seed: call.analysis.seed,
        threads: call.analysis.threads,
    };
    let stop = listen()?;
    sensitivity::try_place(&call.folder.out).map_err(|error| failure(error, &stop))?;
    let title = format!("{}: what published figures leave", scenario.study.name);
    let shown = Shown::begin(terminal, call.analysis.quiet, &title);
    let clock = Instant::now();
    let found =
        watched(shown, None, &stop, |_, progress| calibrate::calibrate(&scenario, &options, progress))?;
    let folder = calibrate::write(&found, &call.folder.out, call.folder.force)
        .map_err(|error| failure(error, &stop))?;
    if call.analysis.json {
        return Ok(json(&json!(found)));
    }
    Ok(plain(&found, clock.elapsed().as_secs_f64(), &folder, terminal))
}

fn plain(found: &Calibration, seconds: f64, folder: &Path, terminal: &Terminal) -> String {
    let (kept, all) = (found.count() as u64, found.draws.len() as u64);
    let mut text = format!(
        "{}\n{} of {} draws are kept: no published figure that concerns them is {BOUND} or more standard deviations away\n\n",
        terminal.heading(&format!("{}: what published figures leave", found.prior.study)),
        ENGLISH.thousands(kept),
        ENGLISH.thousands(all),
    );
    text += &targets(&found.targets, terminal);
    text.push('\n');
    if found.kept.is_some() {
        text += &numbers(found, terminal);
    }
    for sentence in sentences(found) {
        text.push('\n');
        text += &paragraph(&sentence, 0, terminal.width);
    }
    text + &format!(
        "\nA statement about a made-up society, not about any real one.\n{} person-weeks in {}.\n\nTables: {folder}\n\
         In a report of the study: `demerit report RUN --calibrated {folder}`\n",
        glance(found.person_weeks as f64),
        time(seconds),
        folder = folder.display(),
    )
}

/// The targets: what was published, what the draws make of it, and how many of them it cuts.
fn targets(targets: &[Target], terminal: &Terminal) -> String {
    let mut table = Table::new(
        &[Left, Left, Right, Right, Right, Right, Right],
        &["target", "kind", "published", "nine in ten draws", "of those kept", "cuts", "alone"],
    );
    let between = |all: Option<[f64; 5]>| {
        all.map_or_else(|| "–".to_owned(), |[low, .., high]| format!("{} to {}", number(low), number(high)))
    };
    for one in targets {
        let cuts = if one.is_held_out() { format!("({})", one.cuts) } else { one.cuts.to_string() };
        table.row([
            format!("{}/{}", one.case, one.id),
            one.kind.word().replace('-', " "),
            number(one.published),
            between(one.prior),
            between(one.kept),
            cuts,
            one.cuts_alone.to_string(),
        ]);
    }
    table.text(terminal.width)
}

/// The numbers of a run's summary, over all draws and over those that are kept.
fn numbers(found: &Calibration, terminal: &Terminal) -> String {
    let mut table = Table::new(
        &[Left, Right, Right, Right, Right],
        &[
            "in the first world",
            "as filed",
            "half of all draws",
            "half of those kept",
            "nine in ten of those kept",
        ],
    );
    let between = |ranges: Option<&Ranges>, [low, high]: [usize; 2]| {
        let text = |ranges: &Ranges| {
            let [low, high] = [low, high].map(|place| number(ranges.quantiles[place].value));
            format!("{low} to {high}")
        };
        ranges.map_or_else(|| "–".to_owned(), text)
    };
    for (label, key, _) in LINES {
        let Some(one) = found.prior.number(key) else { continue };
        let kept = found.kept.as_ref().and_then(|kept| kept.number(key));
        let kept = kept.and_then(|one| one.here.as_ref());
        let Some(prior) = &one.here else { continue };
        table.row([
            if one.per_thousand { format!("{label} *") } else { label.to_owned() },
            prior.filed.map_or_else(|| "–".to_owned(), |filed| number(filed.value)),
            between(Some(prior), [1, 3]),
            between(kept, [1, 3]),
            between(kept, [0, 4]),
        ]);
    }
    table.text(terminal.width)
        + "* for each 1,000 persons; the others are shares, ratios and rates of the last year\n"
}

fn sentences(found: &Calibration) -> Vec<String> {
    let mut said = Vec::new();
    let cutting = found.cutting();
    let names = |all: &[&Target]| {
        all.iter().map(|one| format!("{}/{} ({})", one.case, one.id, one.cuts)).collect::<Vec<_>>().join(", ")
    };
    let all = found.draws.len();
    if found.kept.is_none() {
        said.push(format!(
            "Nothing is kept: every draw is implausible at one target or another, so that model, ranges or discrepancies are wrong. \
             Draws cut, of {all}: {}.",
            names(&cutting)
        ));
    } else if cutting.is_empty() {
        said.push("No target cuts a draw: what was published does not tell these values apart.".to_owned());
    } else {
        said.push(format!("Draws cut, of {all}: {}.", names(&cutting)));
    }
    for one in found.targets.iter().filter(|one| one.is_held_out() && found.kept.is_some()) {
        let kept = found.count();
        said.push(format!(
            "Held out, and used for nothing: {}/{}, published {}. Of the {kept} draws that are kept, {} are implausible at it.",
            one.case,
            one.id,
            number(one.published),
            one.missed
        ));
    }
    for one in &found.left_out {
        said.push(format!("Left out is the case {}: {}.", one.case, one.why));
    }
    said.push(
        "A figure that the files were fitted to cuts what strays from it, and says nothing about the model. What a case's regime \
         leaves open is drawn only where the study has a regime of the same name."
            .to_owned(),
    );
    said
}
