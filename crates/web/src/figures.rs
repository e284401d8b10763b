//! The few figures above the charts: where both worlds stand by now.
//!
//! Model: what is so at a moment has its last reading; what is a share of what happened, the mean of its readings in the last year; what
//! is counted, the sum over the last year for each 1,000 persons. Only what is read for everybody counts; a world in which nothing of the
//! kind happened has no figure.
//!
//! Source: the choice of figures is ours.
//! Leaves out: intervals, since one seed is shown.

use demerit_report::RunData;
use demerit_words::Words;
use demerit_worlds::tables::MeasureRow;
use serde_json::{Value, json};

/// How readings become one figure.
#[derive(Clone, Copy)]
enum How {
    /// The last one.
    Last,
    /// The mean over the last year.
    Mean,
    /// The sum over the last year, for each 1,000 persons.
    Sum,
}

/// Readings that become one figure.
struct Readings {
    /// Name of the figure: that of its measure, but for a part of one.
    name: &'static str,
    measure: &'static str,
    group: &'static str,
    /// Domain of what is a share.
    domain: &'static str,
    how: How,
}

/// The readings of a measure over all domains.
const fn all(measure: &'static str, group: &'static str, how: How) -> Readings {
    Readings { name: measure, measure, group, domain: "all", how }
}

/// The figures, in the order in which they are shown.
const FIGURES: [Readings; 9] = [
    all("sanctioned", "all", How::Last),
    all("wrongly-sanctioned", "all", How::Last),
    all("record-precision", "all", How::Mean),
    Readings {
        name: "camera-precision",
        measure: "record-precision",
        group: "all",
        domain: "camera",
        how: How::Mean,
    },
    all("refusals", "all", How::Sum),
    all("school-places-refused", "all", How::Sum),
    all("appeal-success-given-innocence", "all", How::Mean),
    all("posts-withheld", "stance:critical", How::Sum),
    all("fear", "all", How::Last),
];

/// The unit of what is counted.
const A_YEAR: &str = "per 1,000 persons a year";

/// The figures of a run.
pub(crate) fn told(data: &RunData, words: Words) -> Vec<Value> {
    let worlds = &data.manifest.worlds;
    let figure = |readings: &Readings| {
        let of = |place: usize| value(data, &worlds.get(place)?.name, readings);
        let unit = match readings.how {
            How::Sum => A_YEAR,
            How::Last | How::Mean => "share",
        };
        json!({
            "measure": readings.name,
            "title": words.named("measure-", readings.measure),
            "here": of(0),
            "beside": of(1),
            "unit": unit,
        })
    };
    FIGURES.iter().map(figure).collect()
}

fn value(data: &RunData, world: &str, readings: &Readings) -> Option<f64> {
    let &Readings { measure, group, domain, how, .. } = readings;
    let of = |row: &&MeasureRow| row.measure == measure && row.world == world && row.group == group;
    let last = data.measures.iter().map(|row| row.tick).max()?;
    let year = data.manifest.ticks_per_year;
    let mut lately = data.measures.iter().filter(of).filter(|row| row.tick + year > last);
    match how {
        How::Last => lately.rfind(|row| row.domain == domain).map(|row| row.value),
        How::Mean => {
            let values: Vec<f64> = lately.filter(|row| row.domain == domain).map(|row| row.value).collect();
            (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
        }
        How::Sum => {
            // Refusals are told by domain of life and have no row for all of them.
            let values: Vec<f64> = lately.map(|row| row.value).collect();
            let weeks = f64::from((last + 1).min(year).max(1));
            let thousands = f64::from(data.manifest.persons) / 1000.0;
            (!values.is_empty()).then(|| values.iter().sum::<f64>() / thousands * f64::from(year) / weeks)
        }
    }
}
