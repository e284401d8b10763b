//! The few figures above the charts: where both worlds stand by now.
//!
//! Model: what is so at a moment has its last reading; what is a share of what happened, the mean of its
//! readings in the last year; what is counted, the sum over the last year for each 1,000 persons. Only what
//! is read for everybody counts; a world in which nothing of the kind happened has no figure.
//!
//! Source: the choice of figures is ours.
//! Leaves out: intervals, since one seed is shown.

use demerit_measures::estimate::{Window, number};
use demerit_measures::{Kind, Measure, named};
use demerit_words::Words;
use demerit_worlds::tables::{MeasureRow, RunTables};
use serde_json::{Value, json};

/// Readings that become one figure.
struct Readings {
    /// Name of the figure: that of its measure, but for a part of one.
    name: &'static str,
    measure: &'static str,
    group: &'static str,
    /// Domain of what does not add up.
    domain: &'static str,
}

/// The readings of a measure over all domains.
const fn all(measure: &'static str, group: &'static str) -> Readings {
    Readings { name: measure, measure, group, domain: "all" }
}

/// The figures, in the order in which they are shown.
const FIGURES: [Readings; 9] = [
    all("sanctioned", "all"),
    all("wrongly-sanctioned", "all"),
    all("record-precision", "all"),
    Readings { name: "camera-precision", measure: "record-precision", group: "all", domain: "camera" },
    all("refusals", "all"),
    all("school-places-refused", "all"),
    all("appeal-success-given-innocence", "all"),
    all("posts-withheld", "stance:critical"),
    all("fear", "all"),
];

/// The unit of what is counted.
const A_YEAR: &str = "per 1,000 persons a year";

/// The figures of a run.
pub(crate) fn told(data: &RunTables, words: Words) -> Vec<Value> {
    let worlds = &data.manifest.worlds;
    let figure = |readings: &Readings| {
        let measure = named(readings.measure)?;
        let of = |index: usize| value(data, &worlds.get(index)?.name, readings, measure);
        Some(json!({
            "measure": readings.name,
            "title": words.measure(measure.name, measure.title),
            "here": of(0),
            "beside": of(1),
            "unit": if measure.kind == Kind::Sum { A_YEAR } else { "share" },
        }))
    };
    FIGURES.iter().filter_map(figure).collect()
}

fn value(data: &RunTables, world: &str, readings: &Readings, measure: &Measure) -> Option<f64> {
    let last = data.measures.iter().map(|row| row.tick).max()?;
    let year = data.manifest.ticks_per_year;
    let sums = measure.kind == Kind::Sum;
    // What is counted is counted in every domain: refusals have no row for all of them.
    let of = |row: &&MeasureRow| {
        row.measure == measure.name
            && row.world == world
            && row.group == readings.group
            && (sums || row.domain == readings.domain)
    };
    let lately = data.measures.iter().filter(of).map(|row| (row.tick, row.value));
    let found = number(measure.kind, lately, Window::last_year(last, year))?;
    let weeks = f64::from((last + 1).min(year).max(1));
    let thousands = f64::from(data.manifest.persons) / 1000.0;
    Some(if sums { found / thousands * f64::from(year) / weeks } else { found })
}
