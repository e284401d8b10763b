//! The charts of a report: each is one file, which computes its title from the data, draws itself twice and
//! tells its numbers.
//!
//! To add one: a file here, its line in [`CHARTS`] and among the modules, and its words in both catalogues, the name for the contents
//! (`short-<name>`) among them.

pub(crate) mod benefits;
mod collateral;
pub(crate) mod flow;
mod groups;
mod origins;
mod persistence;
pub(crate) mod precision;
mod refused;
mod sanctioned;
mod scores;
pub(crate) mod speech;
pub(crate) mod worlds;

use crate::drawing::chart::{Chart, Declared};
use crate::numbers::data::Run;

/// The charts in the order in which the report shows them.
static CHARTS: [Declared; 11] = [
    sanctioned::CHART,
    origins::CHART,
    collateral::CHART,
    flow::CHART,
    refused::CHART,
    scores::CHART,
    speech::CHART,
    groups::CHART,
    precision::CHART,
    benefits::CHART,
    persistence::CHART,
];

/// The charts of a run whose names are wanted.
pub(crate) fn of(run: &Run<'_>, wanted: impl Fn(&str) -> bool) -> Vec<Chart> {
    CHARTS.iter().filter(|chart| wanted(chart.name)).filter_map(|chart| chart.of(run)).collect()
}

/// The chart of many worlds side by side, where the run has more than two.
pub(crate) fn of_worlds(run: &Run<'_>) -> Option<Chart> {
    static WORLDS: Declared = worlds::CHART;
    WORLDS.of(run)
}
