//! The summary of a run: a dozen lines for a terminal, here and in the twin, at the end of the run.

use demerit_measures::Kind;
use demerit_measures::estimate::{Estimate, Window, differences, extremes, number};
use demerit_scenario::describe::grouped;
use demerit_worlds::tables::{MeasureRow, RunTables};
use serde::Serialize;
use std::collections::BTreeMap;

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
    /// Where several seeds were run: what they tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seeds: Option<OverSeeds>,
}

/// A line over the seeds: each from the lowest to the highest, the difference in the mean with its interval
/// at 95 %.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OverSeeds {
    /// In the first world.
    pub here: Option<String>,
    /// In its twin.
    pub twin: Option<String>,
    /// The first world less its twin, seed by seed.
    pub difference: Option<String>,
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
    let note = |world: &demerit_scenario::notes::WorldNote| {
        let rows = |measure: &str, group: &str, kind: Kind, window: Window| {
            mean(&by_seed(tables, &world.name, measure, group, kind, window))
        };
        WorldLine {
            world: world.name.clone(),
            title: world.title.clone(),
            sanctioned: rows("sanctioned", "all", Kind::End, Window::at(last)),
            wrong_weeks: rows("wrongly-sanctioned-weeks", "all", Kind::Sum, Window::ALL),
            appeals_upheld: rows("appeals-upheld", "all", Kind::Sum, Window::ALL),
            refusals: rows("refusals", "all", Kind::Sum, Window::ALL),
            posts_withheld: rows("posts-withheld", "stance:critical", Kind::Sum, Window::ALL),
            violations: rows("violations", "all", Kind::End, Window::at(last)),
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
        ("violations of law", "violations", "all", Show::Ratio, "per 1,000 persons and year, lately"),
        ("appeals filed", "appeals-filed", "all", Show::Year, "in the last year"),
        ("appeals upheld", "appeals-upheld", "all", Show::Year, "in the last year"),
    ];
    let short = tables.manifest.ticks < tables.manifest.ticks_per_year;
    let names: Vec<&str> = tables.manifest.worlds.iter().map(|world| world.name.as_str()).collect();
    rows.into_iter()
        .filter_map(|(label, measure, group, show, note)| {
            let (kind, window) = show.of(tables);
            let numbers = |world: &&str| by_seed(tables, world, measure, group, kind, window);
            let [here_by, twin_by] = [0, 1].map(|index| names.get(index).map(numbers).unwrap_or_default());
            let [here, twin] = [&here_by, &twin_by].map(|all| mean(all).map(|mean| show.text(mean)));
            let seeds = (tables.manifest.seeds.len() > 1).then(|| over_seeds(&here_by, &twin_by, show));
            (here.is_some() || twin.is_some()).then(|| Line {
                label: label.to_owned(),
                here: here.unwrap_or_else(|| "–".to_owned()),
                twin: (names.len() > 1).then(|| twin.unwrap_or_else(|| "–".to_owned())),
                note: if short {
                    note.replace("in the last year", "in the whole run")
                } else {
                    note.to_owned()
                },
                seeds,
            })
        })
        .collect()
}

impl Show {
    /// The number that is shown.
    fn of(self, tables: &RunTables) -> (Kind, Window) {
        let last = tables.manifest.ticks.saturating_sub(1);
        match self {
            Self::Share | Self::Ratio => (Kind::End, Window::at(last)),
            Self::Year => (Kind::Sum, Window::last_year(last, tables.manifest.ticks_per_year)),
        }
    }

    fn text(self, value: f64) -> String {
        match self {
            Self::Share => format!("{:.2} %", 100.0 * value),
            Self::Ratio => format!("{value:.2}"),
            Self::Year => grouped(value),
        }
    }
}

fn mean(by_seed: &BTreeMap<u64, f64>) -> Option<f64> {
    let values: Vec<f64> = by_seed.values().copied().collect();
    (!values.is_empty()).then(|| Estimate::of(&values).value)
}

/// What the seeds tell of a line.
fn over_seeds(here: &BTreeMap<u64, f64>, twin: &BTreeMap<u64, f64>, show: Show) -> OverSeeds {
    let ends = |all: &BTreeMap<u64, f64>| {
        let [low, high] = extremes(all.values().copied())?;
        Some(format!("{} to {}", show.text(low), show.text(high)))
    };
    let gaps = differences(here, twin);
    let signed = |value: f64| {
        let text = show.text(value.abs());
        let is_nothing = text.chars().all(|letter| !('1'..='9').contains(&letter));
        let sign = if is_nothing {
            ""
        } else if value < 0.0 {
            "-"
        } else {
            "+"
        };
        format!("{sign}{text}")
    };
    let difference = (!gaps.is_empty()).then(|| {
        let one = Estimate::of(&gaps);
        let interval = format!(" ({} to {})", signed(one.low), signed(one.high));
        format!("{}{}", signed(one.value), if gaps.len() > 1 { interval } else { String::new() })
    });
    OverSeeds { here: ends(here), twin: ends(twin), difference }
}

/// The number of each seed that has one.
fn by_seed(
    tables: &RunTables,
    world: &str,
    measure: &str,
    group: &str,
    kind: Kind,
    window: Window,
) -> BTreeMap<u64, f64> {
    // Refusals are read by domain of life and have no row for all of them.
    let of_it = |row: &&MeasureRow| {
        row.world == world
            && row.measure == measure
            && row.group == group
            && (row.domain == "all" || measure == "refusals")
    };
    let mut readings: BTreeMap<u64, Vec<(u32, f64)>> = BTreeMap::new();
    for row in tables.measures.iter().filter(of_it) {
        readings.entry(row.seed).or_default().push((row.tick, row.value));
    }
    readings
        .into_iter()
        .filter_map(|(seed, readings)| Some((seed, number(kind, readings, window)?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seeds(values: &[f64]) -> BTreeMap<u64, f64> {
        (1..).zip(values.iter().copied()).collect()
    }

    #[test]
    fn differences_are_paired_by_seed() {
        let told = over_seeds(&seeds(&[0.05, 0.15]), &seeds(&[0.01, 0.11]), Show::Share);
        assert_eq!(told.here.as_deref(), Some("5.00 % to 15.00 %"));
        assert_eq!(told.twin.as_deref(), Some("1.00 % to 11.00 %"));
        assert_eq!(told.difference.as_deref(), Some("+4.00 % (+4.00 % to +4.00 %)"));
        let apart = over_seeds(&seeds(&[10.0, 14.0]), &seeds(&[11.0, 14.0]), Show::Ratio);
        assert_eq!(apart.difference.as_deref(), Some("-0.50 (-6.85 to +5.85)"));
    }

    #[test]
    fn seeds_without_a_value_are_left_out() {
        let told = over_seeds(&seeds(&[3.0]), &seeds(&[]), Show::Year);
        assert_eq!((told.here.as_deref(), told.twin, told.difference), (Some("3 to 3"), None, None));
        let one = over_seeds(&seeds(&[3.0, 5.0]), &seeds(&[3.0]), Show::Year);
        assert_eq!(one.difference.as_deref(), Some("0"));
    }
}
