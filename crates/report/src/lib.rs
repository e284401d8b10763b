//! From the tables of a run folder to one self-contained HTML file, and one made-up life as text.
//!
//! [`render`] writes the report: what was found in plain sentences, charts, one life entry by entry, what the result rests on and
//! how to repeat it. [`life`] tells one life of the cohort. Both are pure: the same tables give the same bytes.
//!
//! Leaves out: reading files and clocks, which is `demerit-study`'s business; any script, so that nothing runs in a reader's
//! browser.

mod answers;
mod balance;
mod charts;
mod data;
mod findings;
mod gauge;
mod ground;
mod html;
mod labels;
mod life;
mod names;
mod page;
mod part;
mod plot;
mod seeds;
mod sensitivity;
mod svg;
mod yardsticks;

use demerit_words::Words;

pub use data::RunData;
pub use life::{Life, LifeEvent, TwinLife};
pub use page::STYLE;
pub use part::ChartPart;

/// Why there is no report or no life.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReportError {
    /// The manifest names no world.
    #[error("the manifest of the run names no world, so there is nothing to report")]
    NoWorld,
    /// The run has no cohort.
    #[error(
        "the run kept no cohort, so there is no life to tell; run it with a cohort of one person or more"
    )]
    NoCohort,
    /// The person is not in the cohort.
    #[error("person {person} is not in the cohort of this run; in it are, for instance, {examples}")]
    NotInCohort {
        /// The person asked for.
        person: u32,
        /// A few persons who are in it.
        examples: String,
    },
}

/// Writes the report of a run as one HTML file.
///
/// # Errors
/// [`ReportError::NoWorld`] if the manifest names no world.
pub fn render(data: &RunData, words: Words) -> Result<String, ReportError> {
    if data.manifest.worlds.is_empty() {
        return Err(ReportError::NoWorld);
    }
    Ok(page::render(&data::Run::new(words, data)))
}

/// The charts of a run whose names are wanted, each by itself, in the order in which the report shows them; none for a run without a world.
#[must_use]
pub fn charts(data: &RunData, words: Words, wanted: impl Fn(&str) -> bool) -> Vec<ChartPart> {
    if data.manifest.worlds.is_empty() {
        return Vec::new();
    }
    part::charts(&data::Run::new(words, data), wanted)
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
pub fn life(data: &RunData, person: Option<u32>, words: Words) -> Result<Life, ReportError> {
    life::tell(words, data, person)
}
