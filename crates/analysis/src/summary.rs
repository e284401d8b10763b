//! The summary of a run: a dozen lines for a terminal, here and in the twin, over the last year of the run.
//!
//! Model: what is counted is summed over the last year; a share, a rate or a ratio has its mean over it (see
//! [`demerit_measures::estimate`]). A run of less than a year is told whole.

use demerit_measures::estimate::{Spread, Window};
use demerit_measures::{Kind, Unit, named};
use demerit_worlds::readings::{Key, OverSeeds, Readings, everybody, key};
use demerit_worlds::tables::Told;
use demerit_worlds::thousands::grouped;
use serde::Serialize;

/// A line of the summary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// What it is about.
    pub label: String,
    /// Value in the first world.
    pub here: String,
    /// The same the year before.
    pub before: Option<String>,
    /// Value in its twin.
    pub twin: Option<String>,
    /// The same of the last year before the horizon, where the study has one: in the first world.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub horizon: Option<String>,
    /// What else to know.
    pub note: String,
    /// Where several seeds were run: what they tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seeds: Option<SeedsLine>,
}

/// A line over the seeds: each from the lowest to the highest, the difference with its interval at 95 %.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SeedsLine {
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
    /// Persons under a sanction, as a share, in the mean of the last year.
    pub sanctioned: Option<f64>,
    /// Person-weeks wrongly under a sanction, in the whole run.
    pub wrong_weeks: Option<f64>,
    /// Appeals upheld in the whole run.
    pub appeals_upheld: Option<f64>,
    /// Requests refused in the whole run.
    pub refusals: Option<f64>,
    /// Critical posts withheld in the whole run.
    pub posts_withheld: Option<f64>,
    /// Violations of law per 1,000 persons and year, in the last year.
    pub violations: Option<f64>,
}

/// The worlds of a run side by side, over its seeds.
#[must_use]
pub fn worlds(tables: &Told) -> Vec<WorldLine> {
    let readings = Readings::until(&tables.measures, tables.manifest.ticks);
    let last_year = last_year(tables);
    let note = |world: &demerit_scenario::notes::WorldNote| {
        let of = |kind, key, window| Some(readings.numbers(kind, &world.name, key, window).estimate()?.value);
        let sum = |key| of(Kind::Sum, key, Window::ALL);
        let mean = |key| of(Kind::Mean, key, last_year);
        WorldLine {
            world: world.name.clone(),
            title: world.title.clone(),
            sanctioned: mean(everybody("sanctioned")),
            wrong_weeks: sum(everybody("wrongly-sanctioned-weeks")),
            appeals_upheld: sum(everybody("appeals-upheld")),
            refusals: sum(everybody("refusals")),
            posts_withheld: sum(key("posts-withheld", "all", "stance:critical")),
            violations: mean(everybody("violations")),
        }
    };
    tables.manifest.worlds.iter().map(note).collect()
}

/// The last year of a run, or all of it where it is shorter.
fn last_year(tables: &Told) -> Window {
    Window::last_year(tables.manifest.ticks.saturating_sub(1), tables.manifest.ticks_per_year)
}

/// What of a run its summary is about, in a sentence.
#[must_use]
pub const fn span(tables: &Told) -> &'static str {
    if tables.manifest.ticks < tables.manifest.ticks_per_year {
        "Shares and rates are means over the whole run, counts are sums over it: it is shorter than a year."
    } else {
        "Shares and rates are means over the last year, counts are sums over it."
    }
}

/// The lines: a label, what it counts, and what else to know.
pub const LINES: [(&str, Key<'_>, &str); 12] = [
    ("under a sanction", everybody("sanctioned"), ""),
    ("wrongly so", everybody("wrongly-sanctioned"), "their true deeds would not have brought it"),
    ("under a sanction only here", everybody("sanctioned-only-here"), "the same person in the twin is not"),
    ("for a tie's deed", everybody("collateral-share"), "of all under a sanction"),
    ("on the court's list", everybody("listed"), ""),
    ("record that is true", everybody("record-precision"), "of the entries written"),
    ("requests refused", everybody("refusals"), ""),
    ("critical posts", key("posts", "all", "stance:critical"), ""),
    ("critical posts withheld", key("posts-withheld", "all", "stance:critical"), "out of own fear"),
    ("violations of law", everybody("violations"), "per 1,000 persons and year"),
    ("appeals filed", everybody("appeals-filed"), ""),
    ("appeals upheld", everybody("appeals-upheld"), ""),
];

/// The lines of a run's summary, over its seeds.
#[must_use]
pub fn of(tables: &Told) -> Vec<Line> {
    let manifest = &tables.manifest;
    let readings = Readings::until(&tables.measures, manifest.ticks);
    let window = last_year(tables);
    let beyond = (manifest.horizon > manifest.ticks).then(|| {
        (
            Readings::until(&tables.measures, u32::MAX),
            Window::last_year(manifest.horizon - 1, manifest.ticks_per_year),
        )
    });
    let [here, twin] = [0, 1].map(|index| tables.manifest.worlds.get(index).map(|world| world.name.as_str()));
    let line = |(label, key, note): (&str, Key<'_>, &str)| {
        let show = Show::of(key.measure)?;
        let numbers = |world: Option<&str>, window| {
            let numbers = |world| readings.numbers(show.kind(), world, key, window);
            world.map(numbers).unwrap_or_default()
        };
        let of = |world| numbers(world, window);
        let text = |all: &OverSeeds| all.estimate().map(|one| show.text(one.value));
        let (here, twin, has_twin) = (of(here), of(twin), twin.is_some());
        let before = (window.from >= tables.manifest.ticks_per_year).then(|| {
            let year = Window::last_year(window.from - 1, tables.manifest.ticks_per_year);
            text(&numbers(tables.manifest.worlds.first().map(|world| world.name.as_str()), year))
        });
        let horizon = beyond.as_ref().map(|(readings, year)| {
            let world = tables.manifest.worlds.first()?;
            text(&readings.numbers(show.kind(), &world.name, key, *year))
        });
        let seeds = (tables.manifest.seeds.len() > 1).then(|| over_seeds(&here, &twin, show));
        let dash = || "–".to_owned();
        (!here.samples.is_empty() || !twin.samples.is_empty()).then(|| Line {
            label: label.to_owned(),
            here: text(&here).unwrap_or_else(dash),
            before: before.flatten(),
            twin: has_twin.then(|| text(&twin).unwrap_or_else(dash)),
            horizon: horizon.map(|one| one.unwrap_or_else(dash)),
            note: note.to_owned(),
            seeds,
        })
    };
    LINES.into_iter().filter_map(line).collect()
}

/// How a number is taken and shown.
#[derive(Clone, Copy, Debug)]
pub enum Show {
    /// A mean, as percent.
    Share,
    /// A mean of another unit.
    Ratio,
    /// A sum.
    Count,
}

impl Show {
    /// That of a measure; `None` for a name of none.
    #[must_use]
    pub fn of(measure: &str) -> Option<Self> {
        let measure = named(measure)?;
        Some(match (measure.kind, measure.unit) {
            (Kind::Sum, _) => Self::Count,
            (_, Unit::Share) => Self::Share,
            _ => Self::Ratio,
        })
    }

    const fn kind(self) -> Kind {
        if matches!(self, Self::Count) { Kind::Sum } else { Kind::Mean }
    }

    /// A value.
    #[must_use]
    pub fn text(self, value: f64) -> String {
        match self {
            Self::Share => format!("{:.2} %", 100.0 * value),
            Self::Ratio => format!("{value:.2}"),
            Self::Count => grouped(value),
        }
    }

    /// From one value to another, or from one difference to another.
    #[must_use]
    pub fn between(self, [low, high]: [f64; 2], is_difference: bool) -> String {
        if !is_difference {
            return format!("{} to {}", self.text(low), self.text(high));
        }
        let low = self.difference(low);
        format!("{} to {}", low.strip_suffix(" points").unwrap_or(&low), self.difference(high))
    }

    /// A difference: that of two shares is in points.
    #[must_use]
    pub fn difference(self, value: f64) -> String {
        let text = match self {
            Self::Share => format!("{:.2} points", 100.0 * value.abs()),
            _ => self.text(value.abs()),
        };
        let is_nothing = text.chars().all(|letter| !('1'..='9').contains(&letter));
        let sign = match value {
            _ if is_nothing => "",
            _ if value < 0.0 => "-",
            _ => "+",
        };
        format!("{sign}{text}")
    }
}

/// What the seeds tell of a line.
fn over_seeds(here: &OverSeeds, twin: &OverSeeds, show: Show) -> SeedsLine {
    let ends = |all: &OverSeeds| {
        let Spread { low, high, .. } = all.spread()?;
        Some(show.between([low, high], false))
    };
    let difference = here.less(twin).map(|one| {
        let interval =
            one.interval.map(|ends| format!(" ({})", show.between(ends, true))).unwrap_or_default();
        format!("{}{interval}", show.difference(one.value))
    });
    SeedsLine { here: ends(here), twin: ends(twin), difference }
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_measures::estimate::Sample;

    fn seeds(values: &[f64]) -> OverSeeds {
        let samples = (1..).zip(values.iter().copied().map(Sample::even)).collect();
        OverSeeds { samples, ..OverSeeds::default() }
    }

    #[test]
    fn differences_are_paired_by_seed_and_those_of_shares_are_in_points() {
        let told = over_seeds(&seeds(&[0.05, 0.15]), &seeds(&[0.01, 0.11]), Show::Share);
        assert_eq!(told.here.as_deref(), Some("5.00 % to 15.00 %"));
        assert_eq!(told.twin.as_deref(), Some("1.00 % to 11.00 %"));
        assert_eq!(told.difference.as_deref(), Some("+4.00 points (+4.00 to +4.00 points)"));
        let apart = over_seeds(&seeds(&[10.0, 14.0]), &seeds(&[11.0, 14.0]), Show::Ratio);
        assert_eq!(apart.difference.as_deref(), Some("-0.50 (-6.85 to +5.85)"));
    }

    #[test]
    fn seeds_without_a_value_are_left_out() {
        let told = over_seeds(&seeds(&[3.0]), &seeds(&[]), Show::Count);
        assert_eq!((told.here.as_deref(), told.twin, told.difference), (Some("3 to 3"), None, None));
        let one = over_seeds(&seeds(&[3.0, 5.0]), &seeds(&[3.0]), Show::Count);
        assert_eq!(one.difference.as_deref(), Some("0"), "one seed has no interval");
    }
}
