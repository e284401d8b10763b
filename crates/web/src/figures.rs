//! The few figures above the charts: where both worlds stand by now.
//!
//! Model: what is so at a moment has its last reading; what is a share of what happened, the mean of its readings in the last year; what
//! is counted, the sum over the last year for each 1,000 persons. Only what is read for everybody counts; a world in which nothing of the
//! kind happened has no figure.
//!
//! Source: the choice of figures is ours.
//! Leaves out: intervals, since one seed is shown.

use demerit_report::RunData;
use demerit_study::tables::MeasureRow;
use demerit_words::Words;
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

/// The figures: the measure, the group of its readings, how they become one.
const FIGURES: [(&str, &str, How); 7] = [
    ("sanctioned", "all", How::Last),
    ("wrongly-sanctioned", "all", How::Last),
    ("record-precision", "all", How::Mean),
    ("refusals", "all", How::Sum),
    ("appeal-success-given-innocence", "all", How::Mean),
    ("posts-withheld", "stance:critical", How::Sum),
    ("fear", "all", How::Last),
];

/// The unit of what is counted.
const A_YEAR: &str = "per 1,000 persons a year";

/// The figures of a run.
pub(crate) fn told(data: &RunData, words: Words) -> Vec<Value> {
    let worlds = &data.manifest.worlds;
    let figure = |&(measure, group, how): &(&str, &str, How)| {
        let of = |place: usize| value(data, &worlds.get(place)?.name, measure, group, how);
        let unit = match how {
            How::Sum => A_YEAR,
            How::Last | How::Mean => "share",
        };
        json!({
            "measure": measure,
            "title": words.named("measure-", measure),
            "here": of(0),
            "beside": of(1),
            "unit": unit,
        })
    };
    FIGURES.iter().map(figure).collect()
}

fn value(data: &RunData, world: &str, measure: &str, group: &str, how: How) -> Option<f64> {
    let of = |row: &&MeasureRow| row.measure == measure && row.world == world && row.group == group;
    let last = data.measures.iter().map(|row| row.tick).max()?;
    let year = data.manifest.ticks_per_year;
    let mut lately = data.measures.iter().filter(of).filter(|row| row.tick + year > last);
    match how {
        How::Last => lately.rfind(|row| row.domain == "all").map(|row| row.value),
        How::Mean => {
            let values: Vec<f64> = lately.filter(|row| row.domain == "all").map(|row| row.value).collect();
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
