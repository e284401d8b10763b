//! What a run came to, for people and for machines.

use crate::command::forms::{REPORT, json, pilots};
use crate::command::ranges;
use crate::layout::Align::{Left, Right};
use crate::layout::{ENGLISH, Table, glance, paragraph, time};
use crate::terminal::Terminal;
use demerit_analysis::run_ranges::RunRanges;
use demerit_analysis::summary;
use demerit_study::run::Outcome;
use demerit_words::begun;
use demerit_worlds::intervals;
use demerit_worlds::manifest::Manifest;
use demerit_worlds::tables::Told;
use serde_json::json;
use std::fmt::Write;

/// Half of all draws lie between these quantiles.
const HALF: [usize; 2] = [1, 3];
/// Nine in ten lie between these.
const MOST: [usize; 2] = [0, 4];

pub(super) fn plain(outcome: &Outcome, ranges: Option<&RunRanges>, terminal: &Terminal) -> String {
    let tables = &outcome.told;
    let lines = summary::of(tables);
    let worlds: Vec<&str> = tables.manifest.worlds.iter().map(|world| world.name.as_str()).collect();
    let mut text = format!("{}\n\n", terminal.heading(&tables.manifest.title));
    let titled = tables.manifest.worlds.iter().filter(|world| world.title != world.name);
    let titled: Vec<String> = titled.map(|world| format!("{}: {}.", world.name, world.title)).collect();
    if !titled.is_empty() {
        let _ = writeln!(text, "{}", paragraph(&titled.join(" "), 0, terminal.width));
    }
    text.push_str(&headlines(&lines, &worlds, ranges, tables, terminal));
    let _ = write!(text, "\n{}", paragraph(summary::span(tables), 0, terminal.width));
    for one in pilots(&tables.manifest.phases) {
        text.push_str(&paragraph(&one, 0, terminal.width));
    }
    if let Some(found) = ranges {
        for sentence in ranges::sentences(&found.drawn, &ranges::lines(&found.drawn)) {
            let _ = write!(text, "\n{}", paragraph(&sentence, 0, terminal.width));
        }
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
    let (weeks, seconds) = (glance(weeks), time(outcome.seconds));
    text.push_str("\nA statement about a made-up society, not about any real one.\n");
    let _ = writeln!(text, "{weeks} person-weeks in {seconds}, {rate} a second.\n");
    let _ = writeln!(text, "Report: {}", outcome.folder.join(REPORT).display());
    text
}

/// The headlines: with the values as filed, over the ranges where those were drawn, the year before, and in
/// the twin.
fn headlines(
    lines: &[summary::Line],
    worlds: &[&str],
    ranges: Option<&RunRanges>,
    tables: &Told,
    terminal: &Terminal,
) -> String {
    let drawn = ranges.map(|found| ranges::lines(&found.drawn)).unwrap_or_default();
    let persons = tables.manifest.persons;
    let over = |label: &str, ends: [usize; 2]| {
        let line = drawn.iter().find(|line| line.label == label)?;
        line.between(ends[0], ends[1], persons)
    };
    let mut text = String::new();
    if let (Some(found), Some(half), Some(first)) =
        (ranges, lines.first().and_then(|line| over(&line.label, HALF)), lines.first())
    {
        let draws = ENGLISH.thousands(found.drawn.draws as u64);
        let says = format!(
            "{}: {half} in half of {draws} draws over all that the files leave open; {} with the values as filed.",
            begun(&first.label),
            first.here
        );
        let _ = writeln!(text, "{}", paragraph(&says, 0, terminal.width));
    }
    let has_before = lines.iter().any(|line| line.before.is_some());
    let mut columns = vec![(Left, ""), (Right, worlds.first().copied().unwrap_or("value"))];
    if ranges.is_some() {
        columns.extend([(Right, "half of all draws"), (Right, "nine in ten")]);
    }
    columns.extend(has_before.then_some((Right, "year before")));
    columns.extend(worlds.get(1).map(|twin| (Right, *twin)));
    let horizon = at_horizon(&tables.manifest, worlds.first().copied().unwrap_or("value"));
    columns.extend(horizon.as_deref().map(|horizon| (Right, horizon)));
    columns.extend(ranges.is_none().then_some((Left, "")));
    let (aligns, heads): (Vec<_>, Vec<_>) = columns.into_iter().unzip();
    let mut table = Table::new(&aligns, &heads);
    let dash = |cell: Option<String>| cell.unwrap_or_else(|| "–".to_owned());
    for line in lines {
        let mut row = vec![line.label.clone(), line.here.clone()];
        if ranges.is_some() {
            row.extend([HALF, MOST].map(|ends| dash(over(&line.label, ends))));
        }
        row.extend(has_before.then(|| dash(line.before.clone())));
        row.extend(line.twin.clone());
        row.extend(line.horizon.clone());
        row.extend(ranges.is_none().then(|| line.note.clone()));
        table.row(row);
    }
    text.push_str(&table.text(terminal.width));
    if ranges.is_some() {
        let noted = lines.iter().filter(|line| !line.note.is_empty());
        let notes: Vec<String> = noted.map(|line| format!("{}: {}", begun(&line.label), line.note)).collect();
        let _ = write!(text, "\n{}", paragraph(&format!("{}.", notes.join(". ")), 0, terminal.width));
    }
    text
}

/// The head of the column of the horizon, where there is one: the first world in a year that lies further on.
fn at_horizon(manifest: &Manifest, first: &str) -> Option<String> {
    let year = f64::from(manifest.horizon) / f64::from(manifest.ticks_per_year);
    (manifest.horizon > manifest.ticks).then(|| format!("{first}, year {year}"))
}

/// How far the seeds are apart.
fn over_seeds(lines: &[summary::Line], worlds: &[&str], outcome: &Outcome, terminal: &Terminal) -> String {
    let names = [worlds.first(), worlds.get(1)].map(|name| name.copied().unwrap_or_default());
    let gap = if worlds.len() > 1 { "difference" } else { "" };
    let mut table = Table::new(&[Left, Right, Right, Right], &["over the seeds", names[0], names[1], gap]);
    for (label, over) in lines.iter().filter_map(|line| Some((&line.label, line.seeds.as_ref()?))) {
        let cell = |text: &Option<String>| text.clone().unwrap_or_default();
        table.row([label.clone(), cell(&over.here), cell(&over.twin), cell(&over.difference)]);
    }
    let twin = if worlds.len() > 1 {
        "The difference is taken seed by seed; it stands in the mean, with the interval in which that lies at 95 %. "
    } else {
        ""
    };
    let (seeds, file) = (outcome.told.manifest.seeds.len(), outcome.folder.join(intervals::FILE));
    let every = format!("Every measure: {}.", file.display());
    let note = format!("Each world from the lowest of {seeds} seeds to the highest. {twin}{every}");
    format!("{}\n{}", table.text(terminal.width), paragraph(&note, 0, terminal.width))
}

/// One line for each world.
fn every_world(tables: &Told, terminal: &Terminal) -> String {
    let mut table = Table::new(
        &[Left, Right, Right, Right, Right, Right, Right],
        &[
            "world",
            "sanctioned",
            "wrongly, weeks",
            "appeals upheld",
            "refusals",
            "posts withheld",
            "violations",
        ],
    );
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
    let note = "Sanctioned: share of persons, in the mean of the last year. Violations: per 1,000 persons and year, in the last year. All others: sums over the run. \
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

pub(super) fn machine(outcome: &Outcome, ranges: Option<&RunRanges>) -> String {
    json(&json!({
        "folder": outcome.folder.display().to_string(),
        "report": outcome.folder.join(REPORT).display().to_string(),
        "seconds": outcome.seconds,
        "person_weeks": outcome.person_weeks,
        "phases": outcome.told.manifest.phases,
        "summary": summary::of(&outcome.told),
        "worlds": summary::worlds(&outcome.told),
        "ranges": ranges.map(|found| ranges::lines(&found.drawn).iter().map(|line| line.quantity).collect::<Vec<_>>()),
    }))
}
