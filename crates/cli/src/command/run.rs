//! `demerit run [STUDY]`: a study is run, its folder written, its summary printed.

use super::resume::{listen, watched};
use super::{data, json, report, text_of};
use crate::arguments::Run;
use crate::failure::Failure;
use crate::layout::{Align, ENGLISH, Table, glance, paragraph, time};
use crate::progress::{Shown, said};
use crate::stop::Stop;
use crate::terminal::Terminal;
use demerit_analysis::summary;
use demerit_scenario::load::{self, Scenario};
use demerit_study::checkpoint::CheckpointError;
use demerit_study::outside::Disk;
use demerit_study::run::{self, Kept, Needs, Outcome, Progress, RunError, RunOptions, Signal};
use demerit_words::Words;
use demerit_worlds::intervals;
use demerit_worlds::manifest::Manifest;
use demerit_worlds::tables::RunTables;
use serde_json::json;
use std::fmt::Write;

/// Runs a study.
pub(super) fn run(call: &Run, terminal: &Terminal) -> Result<String, Failure> {
    if let Some(file) = &call.share.plan {
        return super::plan::shard(call, file, terminal);
    }
    let study = text_of(&call.study)?;
    let scenario = load::study(study, &Disk)?;
    let options = RunOptions {
        persons: call.persons,
        years: call.years,
        seed: call.seed,
        seeds: call.seeds,
        threads: call.threads,
        out: call.out.clone(),
        force: call.force,
        command: command_of(study, call.persons, call.years, call.seed, call.seeds),
    };
    let stop = listen()?;
    let mut shown = Shown::begin(terminal, call.quiet, &title(&scenario, call));
    if call.needs {
        let mut progress = |step: &Progress| {
            shown.step(step);
            if stop.is_wanted() { Signal::Stop } else { Signal::Continue }
        };
        let needs = run::needs(&scenario, &options, &mut progress);
        shown.end();
        let needs = needs.map_err(|error| failure(error, &stop))?;
        return Ok(if call.json { needed(&needs) } else { format!("{}\n", said(&needs)) });
    }
    let outcome = watched(shown, call.checkpoint_every, &stop, |keeping, progress| {
        run::run_kept(&scenario, &options, keeping, progress, &extra(call.spoken.words()))
    })?;
    Ok(if call.json { machine(&outcome) } else { plain(&outcome, terminal) })
}

fn needed(needs: &Needs) -> String {
    json(&json!({
        "bytes": needs.bytes,
        "bytes_free": needs.free,
        "seconds": needs.seconds,
        "threads": needs.threads,
    }))
}

/// The report, which is written into the folder together with the tables.
pub(super) fn extra(words: Words) -> impl Fn(&RunTables) -> Result<Vec<(String, Vec<u8>)>, String> {
    move |tables| {
        let page = demerit_report::render(&data(tables.clone()), words).map_err(|error| error.to_string())?;
        Ok(vec![(report::FILE.to_owned(), page.into_bytes())])
    }
}

pub(super) fn failure(error: RunError, stop: &Stop) -> Failure {
    match error {
        RunError::Load(error) => error.into(),
        RunError::Folder(error) => error.into(),
        RunError::Options(message) => Failure::Call { message },
        RunError::Stopped => Failure::Stopped {
            code: stop.code(),
            text: "stopped; nothing was written".to_owned(),
            hint: None,
        },
        RunError::Kept(kept) => Failure::Stopped {
            code: stop.code(),
            text: format!("stopped; {kept}"),
            hint: Some(goes_on(&kept)),
        },
        RunError::NotKept { error, kept } => {
            let stays = kept.as_ref().map(|kept| format!("{kept}: {}", goes_on(kept)));
            Failure::Stopped {
                code: stop.code(),
                text: format!("stopped, and what was lived since could not be saved: {}", checkpoint(&error)),
                hint: Some(stays.unwrap_or_else(|| error.hint().to_owned())),
            }
        }
        RunError::Checkpoint(error) => {
            Failure::Problem { message: checkpoint(&error), hint: Some(error.hint().to_owned()) }
        }
        error @ RunError::StoppedAfter(..) => {
            Failure::Stopped { code: stop.code(), text: error.to_string(), hint: None }
        }
        RunError::Fault(message) => Failure::Ours(message),
        error @ (RunError::Society(_) | RunError::Regime(_)) => Failure::problem(error.to_string()),
    }
}

/// How to go on with a run that is kept.
fn goes_on(kept: &Kept) -> String {
    match kept.folder.to_str() {
        Some(folder) => format!("`demerit resume {}` goes on with it", quoted(folder)),
        // What is shown of such a name is not the name.
        None => "`demerit resume` with this folder goes on with it".to_owned(),
    }
}

/// What is wrong with a checkpoint, without the numbers of the system's errors.
fn checkpoint(error: &CheckpointError) -> String {
    match error {
        CheckpointError::Io { what, path, source } => {
            format!("cannot {what} {}: {}", path.display(), crate::failure::plain(source))
        }
        CheckpointError::Room { path, needed, free } => format!(
            "{} has {} free, and a checkpoint takes about {}",
            path.display(),
            room(*free),
            room(*needed)
        ),
        other => other.to_string(),
    }
}

/// Bytes of a disk as people read them.
fn room(bytes: u64) -> String {
    if bytes < 10_000_000_000 {
        format!("{} MB", bytes.div_ceil(1_000_000))
    } else {
        format!("{} GB", bytes.div_ceil(1_000_000_000))
    }
}

/// The command that repeats a run, with all that bears on its result.
pub(super) fn command_of(
    study: &str,
    persons: Option<u32>,
    years: Option<f64>,
    seed: Option<u64>,
    seeds: u32,
) -> String {
    let mut words = format!("demerit run {}", quoted(study));
    if let Some(persons) = persons {
        let _ = write!(words, " --persons {persons}");
    }
    if let Some(years) = years {
        let _ = write!(words, " --years {years}");
    }
    if let Some(seed) = seed {
        let _ = write!(words, " --seed {seed}");
    }
    if seeds > 1 {
        let _ = write!(words, " --seeds {seeds}");
    }
    words
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_./".contains(letter);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', "'\\''"))
    }
}

/// What is being run, in a line.
fn title(scenario: &Scenario, call: &Run) -> String {
    let study = &scenario.study;
    let persons = ENGLISH.thousands(u64::from(call.persons.unwrap_or(study.persons)));
    let years = call.years.map_or(study.years, |years| years.min(study.years));
    let seeds = if call.seeds > 1 {
        format!(", {} seeds", ENGLISH.thousands(u64::from(call.seeds)))
    } else {
        String::new()
    };
    let worlds = scenario.worlds().len();
    let worlds = if worlds == 1 { "1 world".to_owned() } else { format!("{worlds} worlds") };
    let years = if years == 1.0 { "1 year".to_owned() } else { format!("{years} years") };
    format!("{}: {worlds} of {persons} persons, {years}{seeds}", study.name)
}

pub(super) fn plain(outcome: &Outcome, terminal: &Terminal) -> String {
    let tables = &outcome.tables;
    let lines = summary::of(tables);
    let worlds: Vec<&str> = tables.manifest.worlds.iter().map(|world| world.name.as_str()).collect();
    let first = worlds.first().copied().unwrap_or("value");
    let mut text = format!("{}\n\n", terminal.heading(&tables.manifest.title));
    if let Some(twin) = worlds.get(1) {
        let mut table =
            Table::new(&[("", Align::Left), (first, Align::Right), (twin, Align::Right), ("", Align::Left)]);
        for line in lines.clone() {
            table.row([line.label, line.here, line.twin.unwrap_or_default(), line.note]);
        }
        text.push_str(&table.text(terminal.width));
    } else {
        let mut table = Table::new(&[("", Align::Left), (first, Align::Right), ("", Align::Left)]);
        for line in lines.clone() {
            table.row([line.label, line.here, line.note]);
        }
        text.push_str(&table.text(terminal.width));
    }
    if lines.iter().any(|line| line.seeds.is_some()) {
        let _ = write!(text, "\n{}", over_seeds(&lines, &worlds, outcome, terminal));
    }
    if worlds.len() > 2 {
        let _ = write!(text, "\n{}", every_world(tables, terminal));
    }
    if let Some(note) = cut_short(&tables.manifest) {
        let _ = write!(text, "\n{}", paragraph(&note, 0, terminal.width));
    }
    let weeks = outcome.person_weeks as f64;
    let rate = glance(weeks / outcome.seconds.max(1e-3));
    let _ = writeln!(
        text,
        "\nA statement about a made-up society, not about any real one.\n{} person-weeks in {}, {rate} a second.\n\nReport: {}",
        glance(weeks),
        time(outcome.seconds),
        outcome.folder.join(report::FILE).display(),
    );
    text
}

/// How far the seeds are apart.
fn over_seeds(lines: &[summary::Line], worlds: &[&str], outcome: &Outcome, terminal: &Terminal) -> String {
    let names = [worlds.first(), worlds.get(1)].map(|name| name.copied().unwrap_or_default());
    let gap = if worlds.len() > 1 { "difference" } else { "" };
    let mut table = Table::new(&[
        ("over the seeds", Align::Left),
        (names[0], Align::Right),
        (names[1], Align::Right),
        (gap, Align::Right),
    ]);
    for (label, over) in lines.iter().filter_map(|line| Some((&line.label, line.seeds.as_ref()?))) {
        let cell = |text: &Option<String>| text.clone().unwrap_or_default();
        table.row([label.clone(), cell(&over.here), cell(&over.twin), cell(&over.difference)]);
    }
    let twin = if worlds.len() > 1 {
        "The difference is taken seed by seed; it stands in the mean, with the interval in which that lies at 95 %. "
    } else {
        ""
    };
    let note = format!(
        "Each world from the lowest of {} seeds to the highest. {twin}Every measure: {}.",
        outcome.tables.manifest.seeds.len(),
        outcome.folder.join(intervals::FILE).display(),
    );
    format!("{}\n{}", table.text(terminal.width), paragraph(&note, 0, terminal.width))
}

/// One line for each world.
fn every_world(tables: &RunTables, terminal: &Terminal) -> String {
    let mut table = Table::new(&[
        ("world", Align::Left),
        ("sanctioned", Align::Right),
        ("wrongly, weeks", Align::Right),
        ("appeals upheld", Align::Right),
        ("refusals", Align::Right),
        ("posts withheld", Align::Right),
        ("violations", Align::Right),
    ]);
    let cell =
        |value: Option<f64>, shown: &dyn Fn(f64) -> String| value.map_or_else(|| "–".to_owned(), shown);
    let whole = |value: f64| ENGLISH.thousands(value.round() as u64);
    for line in summary::worlds(tables) {
        table.row([
            line.world,
            cell(line.sanctioned, &|share| format!("{:.2} %", 100.0 * share)),
            cell(line.wrong_weeks, &whole),
            cell(line.appeals_upheld, &whole),
            cell(line.refusals, &whole),
            cell(line.posts_withheld, &whole),
            cell(line.violations, &|rate| format!("{rate:.2}")),
        ]);
    }
    let note = "Sanctioned: share of persons at the end. Violations: per 1,000 persons and year at the end. All others: sums over the run. \
                Persons and luck are the same in all worlds.";
    format!("{}\n{}", table.text(terminal.width), paragraph(note, 0, terminal.width))
}

/// A word to those who cut a study short before anything that could differ from the twin began.
fn cut_short(manifest: &Manifest) -> Option<String> {
    let next = manifest.phases.iter().find(|phase| phase.from_tick > 0)?;
    (manifest.worlds.len() > 1 && next.from_tick >= manifest.ticks).then(|| {
        let year = f64::from(next.from_tick) / f64::from(manifest.ticks_per_year);
        format!(
            "The run ended before the phase `{}` began after {year} years, so its worlds do not differ yet. Choose more --years \
             to see what the regime does.",
            next.name
        )
    })
}

pub(super) fn machine(outcome: &Outcome) -> String {
    json(&json!({
        "folder": outcome.folder.display().to_string(),
        "report": outcome.folder.join(report::FILE).display().to_string(),
        "seconds": outcome.seconds,
        "person_weeks": outcome.person_weeks,
        "summary": summary::of(&outcome.tables),
        "worlds": summary::worlds(&outcome.tables),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_quoted_only_where_a_shell_would_split_it() {
        assert_eq!(quoted("no-dark-corner"), "no-dark-corner");
        assert_eq!(quoted("my studies/a.toml"), "'my studies/a.toml'");
        assert_eq!(quoted("it's"), r"'it'\''s'");
        assert_eq!(quoted(""), "''");
    }
}
