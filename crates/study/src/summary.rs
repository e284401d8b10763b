//! The summary of a run: a dozen lines for a terminal, here and in the twin, at the end of the run.

use crate::describe::grouped;
use crate::tables::{MeasureRow, RunTables};
use serde::Serialize;

/// A line of the summary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// What it is about.
    pub label: String,
    /// Value in the first world.
    pub here: String,
    /// Value in its twin.
    pub twin: Option<String>,
    /// What else to know.
    pub note: String,
}

/// A world of the summary, where there are more than two.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WorldLine {
    /// Name of the world.
    pub world: String,
    /// Its title.
    pub title: String,
    /// Persons under a sanction at the end, as a share.
    pub sanctioned: Option<f64>,
    /// Person-weeks wrongly under a sanction, in the whole run.
    pub wrong_weeks: Option<f64>,
    /// Appeals upheld in the whole run.
    pub appeals_upheld: Option<f64>,
    /// Requests refused in the whole run.
    pub refusals: Option<f64>,
    /// Critical posts withheld in the whole run.
    pub posts_withheld: Option<f64>,
    /// Violations of law per 1,000 persons and year, at the end.
    pub violations: Option<f64>,
}

/// The worlds of a run side by side: means over its seeds.
#[must_use]
pub fn worlds(tables: &RunTables) -> Vec<WorldLine> {
    let last = tables.manifest.ticks.saturating_sub(1);
    let note = |world: &crate::manifest::WorldNote| {
        let rows = |measure: &'static str, group: &'static str, from: u32| {
            let of_it = move |row: &&MeasureRow| {
                row.world == world.name && row.measure == measure && row.group == group && row.tick >= from
            };
            let whole = move |row: &&MeasureRow| row.domain == "all" || measure == "refusals";
            let found: Vec<&MeasureRow> = tables.measures.iter().filter(of_it).filter(whole).collect();
            let mut seeds: Vec<u64> = found.iter().map(|row| row.seed).collect();
            seeds.sort_unstable();
            seeds.dedup();
            let sum: f64 = found.iter().map(|row| row.value).sum();
            (!seeds.is_empty()).then(|| sum / seeds.len() as f64)
        };
        WorldLine {
            world: world.name.clone(),
            title: world.title.clone(),
            sanctioned: rows("sanctioned", "all", last),
            wrong_weeks: rows("wrongly-sanctioned-weeks", "all", 0),
            appeals_upheld: rows("appeals-upheld", "all", 0),
            refusals: rows("refusals", "all", 0),
            posts_withheld: rows("posts-withheld", "stance:critical", 0),
            violations: rows("violations", "all", last),
        }
    };
    tables.manifest.worlds.iter().map(note).collect()
}

/// How a value is taken from the rows of a measure and shown.
#[derive(Clone, Copy)]
enum Show {
    /// The last value, as percent.
    Share,
    /// The last value, as a ratio.
    Ratio,
    /// The sum over the last year.
    Year,
}

/// The lines of a run's summary: means over its seeds.
#[must_use]
pub fn of(tables: &RunTables) -> Vec<Line> {
    let rows = [
        ("under a sanction", "sanctioned", "all", Show::Share, "at the end"),
        (
            "wrongly so",
            "wrongly-sanctioned",
            "all",
            Show::Share,
            "their true deeds would not have brought it",
        ),
        (
            "under a sanction only here",
            "sanctioned-only-here",
            "all",
            Show::Share,
            "the same person in the twin is not",
        ),
        (
            "for another's deed",
            "collateral-ratio",
            "all",
            Show::Ratio,
            "for each one sanctioned for their own",
        ),
        ("on the court's list", "listed", "all", Show::Share, "at the end"),
        ("record that is true", "record-precision", "all", Show::Share, "of the entries of the last period"),
        ("requests refused", "refusals", "all", Show::Year, "in the last year"),
        ("critical posts", "posts", "stance:critical", Show::Year, "in the last year"),
        ("critical posts withheld", "posts-withheld", "stance:critical", Show::Year, "in the last year"),
        ("violations of law", "violations", "all", Show::Ratio, "per 1,000 persons and year"),
        ("appeals filed", "appeals-filed", "all", Show::Year, "in the last year"),
        ("appeals upheld", "appeals-upheld", "all", Show::Year, "in the last year"),
    ];
    let short = tables.manifest.ticks < tables.manifest.ticks_per_year;
    let names: Vec<&str> = tables.manifest.worlds.iter().map(|world| world.name.as_str()).collect();
    rows.into_iter()
        .filter_map(|(label, measure, group, show, note)| {
            let value = |world: &str| value(tables, world, measure, group, show);
            let here = names.first().and_then(|world| value(world));
            let twin = names.get(1).and_then(|world| value(world));
            (here.is_some() || twin.is_some()).then(|| Line {
                label: label.to_owned(),
                here: here.unwrap_or_else(|| "–".to_owned()),
                twin: (names.len() > 1).then(|| twin.unwrap_or_else(|| "–".to_owned())),
                note: if short {
                    note.replace("in the last year", "in the whole run")
                } else {
                    note.to_owned()
                },
            })
        })
        .collect()
}

fn value(tables: &RunTables, world: &str, measure: &str, group: &str, show: Show) -> Option<String> {
    let rows: Vec<&MeasureRow> = tables
        .measures
        .iter()
        .filter(|row| row.world == world && row.measure == measure && row.group == group)
        .collect();
    let last = tables.manifest.ticks.checked_sub(1)?;
    let from = tables.manifest.ticks.saturating_sub(tables.manifest.ticks_per_year);
    // A ratio over nothing has no row: the mean is that of the seeds that have one.
    let mut found: Vec<u64> = rows.iter().filter(|row| row.tick == last).map(|row| row.seed).collect();
    found.sort_unstable();
    found.dedup();
    if found.is_empty() {
        return None;
    }
    let seeds = found.len() as f64;
    let whole = |row: &&&MeasureRow| row.domain == "all" || measure == "refusals";
    let at_end: f64 = rows.iter().filter(whole).filter(|row| row.tick == last).map(|row| row.value).sum();
    let in_year: f64 = rows.iter().filter(whole).filter(|row| row.tick >= from).map(|row| row.value).sum();
    Some(match show {
        Show::Share => format!("{:.2} %", 100.0 * at_end / seeds),
        Show::Ratio => format!("{:.2}", at_end / seeds),
        Show::Year => grouped(in_year / seeds),
    })
}
