//! The few figures above the charts: where both worlds stand by now.
//!
//! Model: what is counted has the sum over the last year for each 1,000 persons; anything else its mean over
//! the last year. A world in which nothing of the kind happened has no figure.
//!
//! Source: the choice of figures is ours.
//! Leaves out: intervals, since one seed is shown.

use demerit_measures::estimate::Window;
use demerit_measures::{Kind, Measure, named};
use demerit_words::Words;
use demerit_worlds::readings::{Readings, key};
use demerit_worlds::tables::Told;
use serde_json::{Value, json};

/// A figure and the readings that become it.
struct Figure {
    /// Name of the figure: that of its measure, but for a part of one.
    name: &'static str,
    measure: &'static str,
    group: &'static str,
    domain: &'static str,
}

/// The figure of a measure over all domains.
const fn all(measure: &'static str, group: &'static str) -> Figure {
    Figure { name: measure, measure, group, domain: "all" }
}

/// The figures, in the order in which they are shown.
const FIGURES: [Figure; 9] = [
    all("sanctioned", "all"),
    all("wrongly-sanctioned", "all"),
    all("record-precision", "all"),
    Figure { name: "camera-precision", measure: "record-precision", group: "all", domain: "camera" },
    all("refusals", "all"),
    all("school-places-refused", "all"),
    all("appeal-success-given-innocence", "all"),
    all("posts-withheld", "stance:critical"),
    all("fear", "all"),
];

/// The unit of what is counted.
const A_YEAR: &str = "per 1,000 persons a year";

/// The figures of a run.
pub(crate) fn told(data: &Told, words: Words) -> Vec<Value> {
    let worlds = &data.manifest.worlds;
    let readings = Readings::until(&data.measures, data.manifest.ticks);
    let figure = |figure: &Figure| {
        let measure = named(figure.measure)?;
        let of = |index: usize| value(data, &readings, &worlds.get(index)?.name, figure, measure);
        Some(json!({
            "measure": figure.name,
            "title": words.measure(measure.name, measure.title),
            "here": of(0),
            "beside": of(1),
            "unit": if measure.kind == Kind::Sum { A_YEAR } else { "share" },
        }))
    };
    FIGURES.iter().filter_map(figure).collect()
}

fn value(
    data: &Told,
    readings: &Readings<'_>,
    world: &str,
    figure: &Figure,
    measure: &Measure,
) -> Option<f64> {
    let (last, year) = (readings.last_tick(), data.manifest.ticks_per_year);
    let sums = measure.kind == Kind::Sum;
    let of = key(figure.measure, figure.domain, figure.group);
    let found = readings
        .numbers(measure.kind.over_time(), world, of, Window::last_year(last, year))
        .estimate()?
        .value;
    let weeks = f64::from((last + 1).min(year).max(1));
    let thousands = f64::from(data.manifest.persons) / 1000.0;
    Some(if sums { found / thousands * f64::from(year) / weeks } else { found })
}
