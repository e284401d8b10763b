//! From the tables of a run folder to one self-contained HTML file, and one made-up life as text.
//!
//! [`render`] writes the report: what was found in plain sentences, charts, one life entry by entry, what the
//! result rests on and how to repeat it. [`life`] tells one life of the cohort. Both are pure: the same
//! tables give the same bytes.
//!
//! Leaves out: reading files and clocks, which is `demerit-study`'s business; any script, so that nothing
//! runs in a reader's browser.

mod charts;
mod document;
mod drawing {
    pub(crate) mod chart;
    pub(crate) mod course;
    pub(crate) mod plot;
    pub(crate) mod svg;
}
mod error;
mod findings;
mod html;
mod life;
mod names;
mod numbers {
    mod calendar;
    pub(crate) mod data;
    pub(crate) mod gauge;
}
mod page;
mod sensitivity;

use demerit_words::Words;
use demerit_worlds::tables::RunTables;
use numbers::data::Run;

pub use document::STYLE;
pub use drawing::chart::SingleChart;
pub use error::ReportError;
pub use life::{Life, LifeEvent, TwinLife};

/// Writes the report of a run as one HTML file.
///
/// # Errors
/// [`ReportError::NoWorld`] if the manifest names no world.
pub fn render(data: &RunTables, words: Words) -> Result<String, ReportError> {
    if data.manifest.worlds.is_empty() {
        return Err(ReportError::NoWorld);
    }
    Ok(page::render(&Run::new(words, data)))
}

/// The charts of a run whose names are wanted, each by itself, in the order in which the report shows them;
/// none for a run without a world.
#[must_use]
pub fn charts(data: &RunTables, words: Words, wanted: impl Fn(&str) -> bool) -> Vec<SingleChart> {
    if data.manifest.worlds.is_empty() {
        return Vec::new();
    }
    let charts = charts::of(&Run::new(words, data), wanted).into_iter();
    charts.map(|chart| chart.single(words)).collect()
}

/// Writes, in English, the page of an analysis of sensitivity as one HTML file.
#[must_use]
pub fn sensitivity(found: &demerit_analysis::sensitivity::Sensitivity) -> String {
    sensitivity::render(found)
}

/// Tells the life of a person of the cohort, or of the one whose life shows most.
///
/// # Errors
/// [`ReportError`] if the run has no world or no cohort, or if the person is not in it.
pub fn life(data: &RunTables, person: Option<u32>, words: Words) -> Result<Life, ReportError> {
    life::tell(words, data, person)
}
