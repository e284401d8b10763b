//! The summary of a run: a dozen lines for a terminal, here and in the twin, at the end of the run.

use demerit_scenario::describe::grouped;
use demerit_worlds::estimate::estimate;
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

/// A line over the seeds: each from the lowest to the highest, the difference in the mean with its interval at 95 %.
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
        ("violations of law", "violations", "all", Show::Ratio, "per 1,000 persons and year, lately"),
        ("appeals filed", "appeals-filed", "all", Show::Year, "in the last year"),
        ("appeals upheld", "appeals-upheld", "all", Show::Year, "in the last year"),
    ];
    let short = tables.manifest.ticks < tables.manifest.ticks_per_year;
    let names: Vec<&str> = tables.manifest.worlds.iter().map(|world| world.name.as_str()).collect();
    rows.into_iter()
        .filter_map(|(label, measure, group, show, note)| {
            let value =
                |place: usize| names.get(place).map(|world| value(tables, world, measure, group, show));
            let [here_by, twin_by] = [0, 1].map(|place| value(place).unwrap_or_default());
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
    fn text(self, value: f64) -> String {
        match self {
            Self::Share => format!("{:.2} %", 100.0 * value),
            Self::Ratio => format!("{value:.2}"),
            Self::Year => grouped(value),
        }
    }
}

fn mean(by_seed: &BTreeMap<u64, f64>) -> Option<f64> {
    let count = by_seed.len();
    (count > 0).then(|| by_seed.values().sum::<f64>() / count as f64)
}

/// What the seeds tell of a line.
fn over_seeds(here: &BTreeMap<u64, f64>, twin: &BTreeMap<u64, f64>, show: Show) -> OverSeeds {
    let ends = |all: &BTreeMap<u64, f64>| {
        let low = all.values().copied().fold(f64::INFINITY, f64::min);
        let high = all.values().copied().fold(f64::NEG_INFINITY, f64::max);
        (!all.is_empty()).then(|| format!("{} to {}", show.text(low), show.text(high)))
    };
    let gaps: Vec<f64> = here.iter().filter_map(|(seed, value)| Some(value - twin.get(seed)?)).collect();
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
        let one = estimate(&gaps);
        let interval = format!(" ({} to {})", signed(one.low), signed(one.high));
        format!("{}{}", signed(one.value), if gaps.len() > 1 { interval } else { String::new() })
    });
    OverSeeds { here: ends(here), twin: ends(twin), difference }
}

/// The value of each seed that has one.
fn value(tables: &RunTables, world: &str, measure: &str, group: &str, show: Show) -> BTreeMap<u64, f64> {
    let rows: Vec<&MeasureRow> = tables
        .measures
        .iter()
        .filter(|row| row.world == world && row.measure == measure && row.group == group)
        .collect();
    let Some(last) = tables.manifest.ticks.checked_sub(1) else { return BTreeMap::new() };
    let from = tables.manifest.ticks.saturating_sub(tables.manifest.ticks_per_year);
    // A ratio over nothing has no row: only the seeds count that have one at the end.
    let mut found: BTreeMap<u64, f64> =
        rows.iter().filter(|row| row.tick == last).map(|row| (row.seed, 0.0)).collect();
    for row in rows.iter().filter(|row| row.domain == "all" || measure == "refusals") {
        let counts = if matches!(show, Show::Year) { row.tick >= from } else { row.tick == last };
        if let Some(value) = found.get_mut(&row.seed).filter(|_| counts) {
            *value += row.value;
        }
    }
    found
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
