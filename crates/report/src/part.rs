//! A chart by itself, for a page that is not the report: the same drawing, without its number.

use crate::data::Run;
use serde::Serialize;

/// A chart and what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChartPart {
    /// Its name.
    pub name: &'static str,
    /// The finding, in a sentence.
    pub title: String,
    /// What is shown, with its unit.
    pub subtitle: String,
    /// The figure, drawn for wide and for narrow pages. It has no script and no style of its own; [`STYLE`](crate::STYLE) goes with it.
    pub html: String,
    /// What to know when reading it.
    pub caption: String,
    /// The measures that it is made of.
    pub measures: &'static [&'static str],
}

/// The charts that are wanted.
pub(crate) fn charts(run: &Run<'_>, wanted: impl Fn(&str) -> bool) -> Vec<ChartPart> {
    let all = crate::charts::all(run).into_iter().filter(|chart| wanted(chart.name));
    all.map(|chart| ChartPart {
        html: chart.figure(run.words, None),
        name: chart.name,
        title: chart.title,
        subtitle: chart.subtitle,
        caption: chart.caption,
        measures: chart.measures,
    })
    .collect()
}
