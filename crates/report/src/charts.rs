//! The charts of a report: each is one file, which computes its title from the data, draws itself twice and
//! tells its numbers.
//!
//! To add one: a file here, its line in [`all`], and its words in both catalogues, the name for the contents
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

use crate::chart::Chart;
use crate::data::Run;

/// All charts in the order in which the report shows them.
pub(crate) fn all(run: &Run<'_>) -> Vec<Chart> {
    let mut charts = vec![
        sanctioned::chart(run),
        origins::chart(run),
        collateral::chart(run),
        flow::chart(run),
        refused::chart(run),
        scores::chart(run),
        speech::chart(run),
        groups::chart(run),
        precision::chart(run),
        benefits::chart(run),
    ];
    charts.extend(persistence::chart(run));
    charts
}
