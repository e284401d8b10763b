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
    mod chart;
    pub(crate) mod course;
    mod plot;
    mod svg;

    pub use chart::SingleChart;
    pub(crate) use chart::{Chart, Declared, Kind, Shown, Swatch, Table, both, worlds_legend};
    pub(crate) use plot::{Area, AxisTick, Frame, Line, areas, lines, steps, value_step, year_step};
    pub(crate) use svg::{Anchor, Drawing, LINE, Shape, broken, length, variable};
}
mod error;
mod findings;
mod html;
mod life;
mod names;
mod numbers {
    mod calendar;
    mod compare;
    mod data;
    pub(crate) mod gauge;

    pub(crate) use compare::Direction;
    pub(crate) use data::{Key, Moment, Run, Side, change, everybody, key};
}
mod page;
mod sensitivity;
mod sureness;

use demerit_words::Words;
use demerit_worlds::tables::Told;
use numbers::Run;

pub use document::STYLE;
pub use drawing::SingleChart;
pub use error::ReportError;
pub use life::{Life, LifeEvent, TwinLife, tell as life};
pub use sensitivity::render as sensitivity;
pub use sureness::Sureness;

/// Writes the report of a run as one HTML file, with the ranges of its numbers where they were drawn.
///
/// # Errors
/// [`ReportError::NoWorld`] if the manifest names no world.
pub fn render(data: &Told, drawn: Sureness<'_>, words: Words) -> Result<String, ReportError> {
    if data.manifest.worlds.is_empty() {
        return Err(ReportError::NoWorld);
    }
    Ok(page::render(&Run::new(words, data), drawn))
}

/// The charts of a run whose names are wanted, each by itself, in the order in which the report shows them;
/// none for a run without a world.
#[must_use]
pub fn charts(data: &Told, words: Words, wanted: impl Fn(&str) -> bool) -> Vec<SingleChart> {
    if data.manifest.worlds.is_empty() {
        return Vec::new();
    }
    let charts = charts::of(&Run::new(words, data), wanted).into_iter();
    charts.map(|chart| chart.single(words)).collect()
}
