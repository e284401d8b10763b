//! The charts of a report: each is one file, which computes its title from the data, draws itself twice and
//! tells its numbers.
//!
//! To add one: a file here, its line in [`CHARTS`] and among the modules, and its words in both catalogues,
//! the name for the contents (`short-<name>`) among them.

pub(crate) mod benefits;
mod collateral;
pub(crate) mod flow;
mod groups;
mod layers;
mod lost_posts;
mod mirror;
pub(crate) mod origins;
mod persistence;
pub(crate) mod precision;
mod refused;
mod sanctioned;
mod scores;
pub(crate) mod speech;
pub(crate) mod worlds;

use crate::drawing::{Chart, Declared};
use crate::numbers::Run;

/// The charts in the order in which the report shows them.
static CHARTS: &[Declared] = &[
    sanctioned::CHART,
    layers::CHART,
    origins::CHART,
    mirror::CHART,
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

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use demerit_scenario::load::{NoFiles, study};
    use demerit_words::{Language, Words};
    use demerit_worlds::manifest::manifest;
    use demerit_worlds::tables::{MeasureRow, Told};

    /// What is told of a study in which a measure had a value at the end of each of two years, here and in
    /// the twin.
    pub(crate) fn told(measure: &str, here: [f64; 2], twin: [f64; 2]) -> Told {
        let scenario = study("no-dark-corner", &NoFiles).expect("a study");
        let mut data = Told::begin(manifest(&scenario, vec![1], 1).expect("a manifest"), None);
        add(&mut data, (measure, "all"), here, twin);
        data
    }

    /// Adds another measure of a group.
    pub(crate) fn add(data: &mut Told, (measure, group): (&str, &str), here: [f64; 2], twin: [f64; 2]) {
        let mut rows = Vec::new();
        for (world, values) in data.manifest.worlds.iter().zip([here, twin]) {
            rows.extend([51, 103].into_iter().zip(values).map(|(tick, value)| MeasureRow {
                seed: 1,
                world: world.name.clone(),
                tick,
                measure: measure.to_owned(),
                domain: "all".to_owned(),
                group: group.to_owned(),
                value,
                weight: 4.0,
                ..MeasureRow::default()
            }));
        }
        data.measures(&rows);
    }

    #[test]
    fn a_chart_of_what_was_not_measured_draws_nothing_and_says_why() {
        let data = told("no-such-measure", [1.0; 2], [1.0; 2]);
        for language in Language::ALL {
            let run = Run::new(Words::new(language), &data);
            let shown: Vec<_> =
                CHARTS.iter().filter_map(|chart| Some((chart, (chart.show)(&run)?))).collect();
            assert!(shown.len() > 5);
            for (chart, shown) in shown {
                assert!(shown.drawings.is_none() && shown.table.rows.is_empty(), "{}", chart.name);
                assert!(!shown.title.is_empty() && !shown.caption.is_empty(), "{}", chart.name);
            }
        }
    }

    #[test]
    fn every_chart_has_a_name_of_its_own_and_one_for_the_contents() {
        for (index, chart) in CHARTS.iter().enumerate() {
            assert!(CHARTS[..index].iter().all(|other| other.name != chart.name), "{}", chart.name);
            for language in Language::ALL {
                assert!(Words::new(language).named("short-", chart.name).is_some(), "{}", chart.name);
            }
            assert!(
                chart.measures.iter().all(|name| demerit_measures::named(name).is_some()),
                "{}",
                chart.name
            );
        }
    }
}
