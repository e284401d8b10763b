//! Intervals over seeds: every measure of every world, and its difference to the twin, with how far another
//! seed would move it.
//!
//! Model: what adds up over time is summed over the run, and over its last year; anything else has its mean
//! over the run, its mean over the last year, and its value at the end. Where a study has a horizon, the
//! last year before it is told as well. How readings become a number, and
//! seeds an estimate with its interval at 95 %, is said in [`demerit_measures::estimate`].
//!
//! Symbols: `seeds` is the number of seeds that have a value, `lacking` names the others. The ends of an
//! interval are left empty where nothing tells of one, as with one seed. Leaves out: corrections for looking
//! at many measures at once: of a hundred intervals some five miss.

use crate::readings::{Key, Readings};
use crate::tables::Measures;
use demerit_measures::estimate::{Estimate, Window, extremes};
use demerit_measures::{Kind, named};
use demerit_scenario::shown::cell;
use demerit_society::TICKS_PER_YEAR;
use std::fmt::Write;

/// Name of the table in a run folder.
pub const FILE: &str = "intervals.csv";

demerit_kernel::named! {
    /// What of a run a number is about.
    Span {
        /// All of it.
        Run = "run",
        /// Its last year.
        LastYear = "last-year",
        /// Its last week.
        End = "end",
        /// The last year before the study's horizon, which lies beyond its years.
        Horizon = "horizon",
    }
}

/// A number over the seeds.
#[derive(Clone, Debug, PartialEq)]
pub struct Interval {
    /// The world.
    pub world: String,
    /// The world that is taken off, seed by seed.
    pub less: Option<String>,
    /// The measure.
    pub measure: &'static str,
    /// Its domain.
    pub domain: String,
    /// Its group.
    pub group: String,
    /// Its unit.
    pub unit: &'static str,
    /// What of the run.
    pub span: Span,
    /// How readings became the number.
    pub kind: Kind,
    /// Seeds that have a value.
    pub seeds: usize,
    /// Seeds that have none.
    pub lacking: Vec<u64>,
    /// The number with its interval.
    pub estimate: Estimate,
    /// The lowest and the highest of the seeds.
    pub extremes: [f64; 2],
}

/// All intervals of a run's first so many ticks, those of its study's years, and of the last year before its
/// horizon, where there is one: of its worlds in their order, each followed by its differences to the twin,
/// the second.
#[must_use]
pub fn all(worlds: &[&str], measures: &Measures, ticks: u32) -> Vec<Interval> {
    of(worlds, measures, ticks, &|_| true)
}

/// Those of what is wanted.
#[must_use]
pub fn of(
    worlds: &[&str],
    measures: &Measures,
    ticks: u32,
    wanted: &dyn Fn(Key<'_>) -> bool,
) -> Vec<Interval> {
    let readings = Readings::until(measures, ticks);
    let last = readings.last_tick();
    let beyond = Readings::until(measures, u32::MAX);
    let horizon = Some(beyond.last_tick()).filter(|horizon| *horizon > last);
    let mut found = Vec::new();
    for (index, &world) in worlds.iter().enumerate() {
        let twin = worlds.get(1).filter(|_| index != 1);
        let (mut own, mut differences) = (Vec::new(), Vec::new());
        for key in readings.keys().filter(|key| wanted(*key)) {
            let Some(measure) = named(key.measure) else { continue };
            for (span, kind, window) in spans(measure.kind, last, horizon) {
                let readings = if span == Span::Horizon { &beyond } else { &readings };
                let of = |world: &str| readings.numbers(kind, world, key, window);
                let here = of(world);
                let interval =
                    |less: Option<&str>, lacking: Vec<u64>, seeds: Vec<f64>, estimate: Estimate| {
                        Some(Interval {
                            world: world.to_owned(),
                            less: less.map(str::to_owned),
                            measure: measure.name,
                            domain: key.domain.to_owned(),
                            group: key.group.to_owned(),
                            unit: measure.unit.name(),
                            span,
                            kind,
                            seeds: seeds.len(),
                            lacking,
                            estimate,
                            extremes: extremes(seeds)?,
                        })
                    };
                let values = here.samples.values().map(|one| one.value).collect();
                let estimate = here.estimate();
                own.extend(estimate.and_then(|one| interval(None, here.lacking.clone(), values, one)));
                let Some(&twin) = twin else { continue };
                let there = of(twin);
                let values = here.pairs(&there).map(|(_, (here, there))| here.value - there.value).collect();
                let mut lacking: Vec<u64> = here.lacking.iter().chain(&there.lacking).copied().collect();
                lacking.sort_unstable();
                lacking.dedup();
                let difference = here.less(&there);
                differences.extend(difference.and_then(|one| interval(Some(twin), lacking, values, one)));
            }
        }
        found.append(&mut own);
        found.append(&mut differences);
    }
    found
}

/// What is told of a measure of this kind.
fn spans(kind: Kind, last: u32, horizon: Option<u32>) -> Vec<(Span, Kind, Window)> {
    let how = kind.over_time();
    let year = Window::last_year(last, TICKS_PER_YEAR);
    let mut spans = vec![(Span::Run, how, Window::ALL), (Span::LastYear, how, year)];
    if kind != Kind::Sum {
        spans.push((Span::End, Kind::End, Window::at(last)));
    }
    spans.extend(horizon.map(|horizon| (Span::Horizon, how, Window::last_year(horizon, TICKS_PER_YEAR))));
    spans
}

/// The table of all intervals.
#[must_use]
pub fn table(all: &[Interval]) -> String {
    let mut text = String::from(
        "world,less,measure,domain,group,unit,span,kind,seeds,lacking,value,low,high,lowest,highest\n",
    );
    for one in all {
        let less = one.less.as_deref().unwrap_or_default();
        let span = [one.unit, one.span.name(), one.kind.name()];
        let words = [&one.world, less, one.measure, &one.domain, &one.group].into_iter().chain(span);
        let words: Vec<String> = words.map(cell).collect();
        let lacking: Vec<String> = one.lacking.iter().map(u64::to_string).collect();
        let bounds = one.estimate.interval.map_or(",".to_owned(), |[low, high]| format!("{low},{high}"));
        let [lowest, highest] = one.extremes;
        let _ = writeln!(
            text,
            "{},{},{},{},{bounds},{lowest},{highest}",
            words.join(","),
            one.seeds,
            lacking.join(" "),
            one.estimate.value,
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::MeasureRow;

    fn row(seed: u64, world: &str, tick: u32, measure: &str, value: f64) -> MeasureRow {
        let all = || "all".to_owned();
        let (domain, group) = (all(), all());
        let (world, measure) = (world.to_owned(), measure.to_owned());
        MeasureRow { seed, world, tick, measure, domain, group, value, weight: 4.0, ..MeasureRow::default() }
    }

    /// Two seeds, two readings: what adds up and what does not.
    fn rows() -> Vec<MeasureRow> {
        let mut rows = Vec::new();
        for (seed, more) in [(1, 0.0), (2, 10.0)] {
            for (tick, late) in [(3, 0.0), (7, 2.0)] {
                rows.push(row(seed, "here", tick, "sanctioned", 5.0 + more + late));
                rows.push(row(seed, "twin", tick, "sanctioned", 1.0 + more));
                rows.push(row(seed, "here", tick, "appeals-filed", 3.0 + more));
            }
        }
        rows
    }

    fn of(all: &[Interval], less: bool, measure: &str, span: Span) -> Interval {
        let mut found = all.iter().filter(|one| {
            one.world == "here" && one.less.is_some() == less && one.measure == measure && one.span == span
        });
        found.next().unwrap().clone()
    }

    #[test]
    fn counts_are_summed_and_all_else_has_a_mean_and_an_end() {
        let all = all(&["here", "twin"], &rows().iter().collect(), 8);
        let end = of(&all, false, "sanctioned", Span::End);
        assert_eq!((end.seeds, end.estimate.value, end.extremes), (2, 12.0, [7.0, 17.0]));
        assert_eq!(end.estimate.interval, Some([0.0, 1.0]), "no share is above all");
        assert_eq!(of(&all, false, "sanctioned", Span::Run).estimate.value, 10.5);
        assert_eq!(of(&all, false, "appeals-filed", Span::Run).estimate.value, 16.0);
        assert!(all.iter().all(|one| one.measure != "appeals-filed" || one.kind == Kind::Sum));
    }

    #[test]
    fn differences_are_taken_seed_by_seed() {
        let all = all(&["here", "twin"], &rows().iter().collect(), 8);
        let gap = of(&all, true, "sanctioned", Span::End);
        // Both seeds differ by 6 at the end, however far the seeds are apart.
        assert_eq!((gap.estimate.value, gap.estimate.interval), (6.0, None), "no spread");
        assert_eq!(gap.less.as_deref(), Some("twin"));
        assert!(all.iter().all(|one| one.less.is_none() || one.measure == "sanctioned"));
        assert!(all.iter().all(|one| one.world != "twin" || one.less.is_none()));
    }

    #[test]
    fn a_horizon_has_its_last_year_and_leaves_the_other_spans_as_they_are() {
        let mut rows = rows();
        let near = all(&["here", "twin"], &rows.iter().collect(), 8);
        assert!(near.iter().all(|one| one.span != Span::Horizon));
        for (seed, more) in [(1, 0.0), (2, 10.0)] {
            for tick in [151, 203] {
                rows.push(row(seed, "here", tick, "sanctioned", 40.0 + more));
                rows.push(row(seed, "twin", tick, "sanctioned", 30.0 + more));
            }
        }
        let far = all(&["here", "twin"], &rows.iter().collect(), 8);
        for (less, value) in [(false, 45.0), (true, 10.0)] {
            let found = of(&far, less, "sanctioned", Span::Horizon).estimate.value;
            assert!((found - value).abs() < 1e-9, "{found}");
        }
        let others: Vec<Interval> = far.into_iter().filter(|one| one.span != Span::Horizon).collect();
        assert_eq!(others, near);
    }

    #[test]
    fn one_world_one_seed_and_nothing() {
        assert!(
            super::all(&["here"], &Measures::default(), 8).is_empty()
                && super::all(&[], &rows().iter().collect(), 8).is_empty()
        );
        let alone = super::all(&["here"], &rows()[..3].iter().collect(), 8);
        assert!(!alone.is_empty());
        assert!(
            alone.iter().all(|one| one.less.is_none() && one.seeds == 1 && one.estimate.interval.is_none())
        );
    }

    #[test]
    fn the_table_has_a_line_for_each_and_names_the_seeds_that_lack_a_value() {
        let mut rows = rows();
        rows.retain(|row| row.seed == 1 || row.measure != "sanctioned");
        let all = all(&["here", "twin"], &rows.iter().collect(), 8);
        let text = table(&all);
        assert_eq!(text.lines().count(), all.len() + 1);
        let line = text.lines().find(|line| line.starts_with("here,twin,sanctioned,all,all,")).unwrap();
        assert_eq!(line, "here,twin,sanctioned,all,all,share,run,mean,1,2,4.5,,,4.5,4.5");
    }
}
