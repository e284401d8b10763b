//! Readings: what the measures of a run gave, found fast, and put together to numbers in one way.
//!
//! Model: a *series* is one measure in one domain and one group, in one world and one seed, over the periods
//! of the run. What was counted at another time and not in a window did not happen in it; a category of a
//! sparse measure that was counted in another seed, world or period and not here counted nothing here.
//! Anything else without a reading is unknown, and the seed is named as lacking. Values that are not finite
//! are left out as if they had not been measured.
//!
//! Symbols: windows and ticks in weeks from the start. Leaves out: how numbers are shown.

pub use crate::tables::Key;
use crate::tables::{MeasureRow, Measures};
use demerit_measures::estimate::{Estimate, Point, Sample, Spread, Window, level, number};
use demerit_measures::{Kind, Measure, Moment, named};
use demerit_society::TICKS_PER_YEAR;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A measure in a domain and a group.
#[must_use]
pub const fn key<'a>(measure: &'a str, domain: &'a str, group: &'a str) -> Key<'a> {
    Key { measure, domain, group }
}

/// A measure of everybody in every domain.
#[must_use]
pub const fn everybody(measure: &str) -> Key<'_> {
    key(measure, "all", "all")
}

/// The readings of a run.
pub struct Readings<'a> {
    measures: Cow<'a, Measures>,
    /// The tick before which is read.
    end: u32,
    seeds: Vec<u64>,
    /// Last ticks of all periods, in order.
    ticks: Vec<u32>,
}

/// One number of a world, of each seed that has it.
#[derive(Clone, Debug, PartialEq)]
pub struct OverSeeds {
    /// The numbers with their weights, by seed.
    pub samples: BTreeMap<u64, Sample>,
    /// Seeds without a value.
    pub lacking: Vec<u64>,
    /// The least and the most that the number can be.
    pub bounds: [f64; 2],
}

impl Default for OverSeeds {
    fn default() -> Self {
        let bounds = [f64::NEG_INFINITY, f64::INFINITY];
        Self { samples: BTreeMap::new(), lacking: Vec::new(), bounds }
    }
}

impl OverSeeds {
    /// What the seeds say of the number, with its interval.
    #[must_use]
    pub fn estimate(&self) -> Option<Estimate> {
        let estimate = Estimate::pooled(&self.samples.values().copied().collect::<Vec<_>>())?;
        Some(estimate.within(self.bounds))
    }

    /// The number less that of another world, seed by seed.
    #[must_use]
    pub fn less(&self, other: &Self) -> Option<Estimate> {
        let estimate = Estimate::difference(&self.pairs(other).map(|(_, pair)| pair).collect::<Vec<_>>())?;
        Some(estimate.within(apart(self.bounds, other.bounds)))
    }

    /// The numbers of the seeds that both worlds have.
    pub fn pairs<'s>(&'s self, other: &'s Self) -> impl Iterator<Item = (u64, (Sample, Sample))> + 's {
        self.samples.iter().filter_map(|(seed, here)| Some((*seed, (*here, *other.samples.get(seed)?))))
    }

    /// From the lowest seed to the highest, about the estimate.
    #[must_use]
    pub fn spread(&self) -> Option<Spread> {
        Spread::pooled(self.samples.values().copied().collect())
    }
}

/// The least and the most by which two numbers within bounds can lie apart.
#[must_use]
pub fn apart(one: [f64; 2], other: [f64; 2]) -> [f64; 2] {
    [one[0] - other[1], one[1] - other[0]]
}

impl<'a> Readings<'a> {
    /// Those of these rows.
    #[must_use]
    pub fn new(rows: &[MeasureRow]) -> Self {
        Self::with(Cow::Owned(rows.iter().collect()), u32::MAX)
    }

    /// Those of the first so many ticks: those of a study's years, where a run went on to its horizon.
    #[must_use]
    pub fn until(measures: &'a Measures, end: u32) -> Self {
        Self::with(Cow::Borrowed(measures), end)
    }

    fn with(measures: Cow<'a, Measures>, end: u32) -> Self {
        let (seeds, ticks) = (measures.seeds(end).collect(), measures.ticks(end).collect());
        Self { measures, end, seeds, ticks }
    }

    /// The last tick that was measured.
    #[must_use]
    pub fn last_tick(&self) -> u32 {
        self.ticks.last().copied().unwrap_or(0)
    }

    /// All that was measured, in order.
    pub fn keys(&self) -> impl Iterator<Item = Key<'_>> {
        self.measures.keys(self.end)
    }

    /// The series of one seed and world, empty where it was not measured.
    #[must_use]
    pub fn series(&self, world: &str, seed: u64, key: Key<'_>) -> &[Point] {
        self.measures.series(world, seed, key, self.end)
    }

    /// One number of the readings of one seed in a window.
    #[must_use]
    pub fn number(&self, kind: Kind, world: &str, seed: u64, key: Key<'_>, window: Window) -> Option<Sample> {
        let points = self.series(world, seed, key);
        let measure = named(key.measure);
        let is_sparse = measure.is_some_and(|one| one.is_sparse) && self.measures.has(key, self.end);
        let zero = Sample::even(0.0);
        if let (Kind::Mean, Some(measure)) = (kind, measure.filter(|one| one.kind == Kind::End)) {
            let lacking = Sample { weight: if is_sparse { 1.0 } else { 0.0 }, ..zero };
            return level(self.moments(measure.moment, points, lacking), window);
        }
        let found = number(kind, points.iter().copied(), window);
        if is_sparse {
            return Some(found.map_or(zero, |found| Sample::even(found.value)));
        }
        found.or_else(|| (kind == Kind::Sum && !points.is_empty()).then_some(zero))
    }

    /// What was so at each moment at which a measure is taken, weighed for a week.
    fn moments(&self, moment: Moment, points: &[Point], lacking: Sample) -> Vec<(u32, Sample)> {
        let is_moment = |tick: u32| moment == Moment::Period || (tick + 1).is_multiple_of(TICKS_PER_YEAR);
        let ticks = self.ticks.iter().copied().filter(|&tick| is_moment(tick) || tick == self.last_tick());
        let (mut before, mut points) = (0, points.iter().peekable());
        let at = |tick: u32| {
            let weeks = f64::from(tick + 1 - std::mem::replace(&mut before, tick + 1));
            let point = points.next_if(|point| point.tick == tick);
            let read = |point: &Point| Sample { value: point.value, weight: point.weight / weeks };
            (tick, point.map_or(lacking, read))
        };
        ticks.map(at).collect()
    }

    /// The same of each seed.
    #[must_use]
    pub fn numbers(&self, kind: Kind, world: &str, key: Key<'_>, window: Window) -> OverSeeds {
        let mut found = OverSeeds::default();
        found.bounds = named(key.measure).map_or(found.bounds, Measure::bounds);
        for &seed in &self.seeds {
            match self.number(kind, world, seed, key, window) {
                Some(sample) => _ = found.samples.insert(seed, sample),
                None => found.lacking.push(seed),
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(seed: u64, world: &str, measure: &str, domain: &str, (value, weight): (f64, f64)) -> MeasureRow {
        let (world, measure, group) = (world.to_owned(), measure.to_owned(), "all".to_owned());
        let domain = domain.to_owned();
        MeasureRow { seed, world, tick: 51, measure, domain, group, value, weight, ..MeasureRow::default() }
    }

    fn of(rows: &[MeasureRow], world: &str, kind: Kind, key: Key<'_>) -> OverSeeds {
        Readings::new(rows).numbers(kind, world, key, Window::ALL)
    }

    #[test]
    fn a_count_without_a_row_is_a_zero_in_every_seed_and_world() {
        let finance = key("sanctioned-by-cause", "finance", "all");
        let rows = [
            row(1, "here", "sanctioned-by-cause", "finance", (9.0, 4.0)),
            row(2, "here", "sanctioned", "all", (0.0, 4.0)),
            row(2, "twin", "sanctioned", "all", (0.0, 4.0)),
        ];
        let here = of(&rows, "here", Kind::End, finance);
        assert_eq!(here.estimate().unwrap().value, 4.5, "the mean of 9 and 0");
        assert!(here.lacking.is_empty());
        let twin = of(&rows, "twin", Kind::End, finance);
        assert_eq!(here.less(&twin).unwrap().value, 4.5, "the twin has no row at all");
        // What was never counted anywhere is unknown.
        assert_eq!(of(&rows, "here", Kind::End, key("sanctioned-by-cause", "court", "all")).estimate(), None);
    }

    #[test]
    fn a_period_without_a_row_is_a_zero_in_the_mean() {
        let at = |tick: u32, measure: &str, value: f64| MeasureRow {
            tick,
            ..row(1, "here", measure, "all", (value, 26.0))
        };
        let rows = [at(25, "sanctioned", 0.0), at(51, "sanctioned", 0.1), at(51, "sanctioned-by-cause", 8.0)];
        let cause = everybody("sanctioned-by-cause");
        let readings = Readings::new(&rows);
        let of = |kind, window| readings.number(kind, "here", 1, cause, window).unwrap().value;
        assert_eq!(of(Kind::Mean, Window::ALL), 2.0, "none in one half of the year, and then up to 8");
        assert_eq!([of(Kind::End, Window::at(51)), of(Kind::End, Window::at(25))], [8.0, 0.0]);
    }

    #[test]
    fn a_ratio_is_one_of_the_means_and_names_the_seeds_that_lack_it() {
        let precision = everybody("record-precision");
        let rows = [
            row(1, "here", "record-precision", "all", (1.0, 1.0)),
            row(2, "here", "record-precision", "all", (0.0, 9.0)),
            row(3, "here", "sanctioned", "all", (0.5, 52.0)),
        ];
        let found = of(&rows, "here", Kind::Mean, precision);
        assert_eq!((found.estimate().unwrap().value, found.lacking), (0.1, vec![3]));
    }

    #[test]
    fn what_was_counted_at_another_time_did_not_happen_in_the_window() {
        let rows = [row(1, "here", "appeals-filed", "all", (3.0, 4.0))];
        let readings = Readings::new(&rows);
        let filed = everybody("appeals-filed");
        assert_eq!(readings.number(Kind::Sum, "here", 1, filed, Window::at(99)), Some(Sample::even(0.0)));
        assert_eq!(readings.number(Kind::Sum, "twin", 1, filed, Window::at(99)), None);
        assert_eq!(readings.number(Kind::Mean, "here", 1, filed, Window::at(99)), None);
    }
}
