//! The one way from readings to numbers: from the readings of a measure to one number over a window of time,
//! and from the numbers of several seeds to a mean with its interval.
//!
//! Model: a *sum* adds the readings of the window up, a *mean* is their mean, an *end* is the last of them.
//! Of n samples of mean m and variance s², the interval at 95 % is m ± t √(s²/n), t of Student's distribution
//! with n − 1 degrees of freedom. A difference is taken seed by seed, where both worlds have the same persons
//! with the same luck, and only then put together.
//!
//! Symbols: values in the unit of their measure; windows in ticks. Sources: Student's t; paired differences
//! under common random numbers: Law, Simulation Modeling and Analysis, chapter 11. Leaves out: corrections
//! for looking at many measures at once: of a hundred intervals some five miss.

use crate::measure::Kind;
use serde::Serialize;
use std::collections::BTreeMap;

/// A span of ticks, from the first to the last inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// First tick.
    pub from: u32,
    /// Last tick.
    pub to: u32,
}

impl Window {
    /// All ticks.
    pub const ALL: Self = Self { from: 0, to: u32::MAX };

    /// One tick alone.
    #[must_use]
    pub const fn at(tick: u32) -> Self {
        Self { from: tick, to: tick }
    }

    /// The year that ends with `last`, or all before it where that is shorter.
    #[must_use]
    pub const fn last_year(last: u32, ticks_per_year: u32) -> Self {
        Self { from: (last + 1).saturating_sub(ticks_per_year), to: last }
    }

    /// Whether a tick lies in it.
    #[must_use]
    pub const fn holds(self, tick: u32) -> bool {
        self.from <= tick && tick <= self.to
    }
}

/// One number of the readings (tick and value, in their order) that lie in a window; `None` where there are
/// none.
pub fn number(kind: Kind, readings: impl IntoIterator<Item = (u32, f64)>, window: Window) -> Option<f64> {
    let within = readings.into_iter().filter(|(tick, _)| window.holds(*tick)).map(|(_, value)| value);
    if kind == Kind::End {
        return within.last();
    }
    let mut count = 0_usize;
    let sum: f64 = within.inspect(|_| count += 1).sum();
    (count > 0).then(|| if kind == Kind::Mean { sum / count as f64 } else { sum })
}

/// What is left of the numbers of one world, seed by seed, when those of another are taken off.
#[must_use]
pub fn differences(here: &BTreeMap<u64, f64>, there: &BTreeMap<u64, f64>) -> Vec<f64> {
    here.iter().filter_map(|(seed, value)| Some(value - there.get(seed)?)).collect()
}

/// A mean with the interval in which it lies.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Estimate {
    /// The mean.
    pub value: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Estimate {
    /// Of independent samples, at 95 %; a single sample is its own interval.
    #[must_use]
    pub fn of(samples: &[f64]) -> Self {
        let count = samples.len() as f64;
        let value = samples.iter().sum::<f64>() / count.max(1.0);
        if samples.len() < 2 {
            return Self { value, low: value, high: value };
        }
        let variance = samples.iter().map(|one| (one - value) * (one - value)).sum::<f64>() / (count - 1.0);
        let reach = student(samples.len() - 1) * libm::sqrt(variance / count);
        Self { value, low: value - reach, high: value + reach }
    }
}

/// The lowest and the highest of some values.
#[must_use]
pub fn extremes(values: impl IntoIterator<Item = f64>) -> Option<[f64; 2]> {
    values.into_iter().fold(None, |found, value| {
        Some(found.map_or([value; 2], |[low, high]: [f64; 2]| [low.min(value), high.max(value)]))
    })
}

/// The 97.5 % point of Student's t, by degrees of freedom from 1.
pub const STUDENT: [f64; 20] = [
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
    2.120, 2.110, 2.101, 2.093, 2.086,
];

/// The same for any number of degrees of freedom, to 0.3 %.
fn student(freedom: usize) -> f64 {
    // Beyond ten, the expansion of Cornish and Fisher around the normal's 1.96.
    let more = 1.960 + 2.372 / freedom as f64 + 2.823 / (freedom * freedom) as f64;
    freedom.checked_sub(1).and_then(|index| STUDENT[..10].get(index)).copied().unwrap_or(more)
}

/// What the seeds say of one number: their mean, the lowest and the highest of them, or from 20 seeds on the
/// middle 95 % (our choice). Values that are not finite are left out as if they had not been measured.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// Mean over the seeds.
    pub mean: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// Seeds that gave a value.
    pub seeds: usize,
}

impl Spread {
    /// The spread of some values; `None` where there is none.
    #[must_use]
    pub fn of(mut values: Vec<f64>) -> Option<Self> {
        values.retain(|value| value.is_finite());
        values.sort_by(f64::total_cmp);
        let seeds = values.len();
        // Below 20 seeds none is cut off.
        let cut = if seeds < 20 { 0 } else { seeds / 40 };
        let mean = values.iter().sum::<f64>() / seeds as f64;
        Some(Self { mean, low: *values.get(cut)?, high: *values.get(seeds.checked_sub(1 + cut)?)?, seeds })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const READINGS: [(u32, f64); 4] = [(25, 1.0), (51, 2.0), (77, 5.0), (103, 4.0)];

    #[test]
    fn a_sum_adds_up_a_mean_divides_and_an_end_is_the_last_of_the_window() {
        let of = |kind, window| number(kind, READINGS, window);
        assert_eq!(of(Kind::Sum, Window::ALL), Some(12.0));
        assert_eq!(of(Kind::Mean, Window::ALL), Some(3.0));
        assert_eq!(of(Kind::End, Window::ALL), Some(4.0));
        let year = Window::last_year(103, 52);
        assert_eq!(year, Window { from: 52, to: 103 });
        assert_eq!([Kind::Sum, Kind::Mean, Kind::End].map(|kind| of(kind, year)), [9.0, 4.5, 4.0].map(Some));
        assert_eq!(of(Kind::End, Window { from: 0, to: 60 }), Some(2.0));
    }

    #[test]
    fn without_a_reading_in_the_window_there_is_no_number() {
        for kind in [Kind::Sum, Kind::Mean, Kind::End] {
            assert_eq!(number(kind, READINGS, Window::at(102)), None);
            assert_eq!(number(kind, [], Window::ALL), None);
            assert_eq!(number(kind, READINGS, Window::at(103)), Some(4.0));
        }
        assert_eq!(Window::last_year(3, 52), Window { from: 0, to: 3 }, "a run of less than a year");
    }

    #[test]
    fn differences_are_of_the_seeds_that_both_worlds_have() {
        let [here, there] = [[(1, 5.0), (2, 7.0)], [(2, 4.0), (3, 9.0)]].map(BTreeMap::from);
        assert_eq!(differences(&here, &there), [3.0]);
        assert!(differences(&here, &BTreeMap::new()).is_empty());
    }

    #[test]
    fn intervals_are_those_of_student() {
        assert_eq!(Estimate::of(&[4.0]), Estimate { value: 4.0, low: 4.0, high: 4.0 });
        let two = Estimate::of(&[1.0, 3.0]);
        assert!((two.value - 2.0).abs() < 1e-12 && (two.high - 2.0 - 12.706).abs() < 1e-9);
        assert!((student(11) - STUDENT[10]).abs() < 0.007 && (student(30) - 2.042).abs() < 0.003);
        assert!((student(1_000_000) - 1.960).abs() < 1e-3);
    }

    #[test]
    fn extremes_are_the_lowest_and_the_highest() {
        assert_eq!(extremes([2.0, -1.0, 7.0]), Some([-1.0, 7.0]));
        assert_eq!(extremes([]), None);
    }

    #[test]
    fn a_spread_of_few_seeds_is_from_the_lowest_to_the_highest() {
        let spread = Spread::of(vec![3.0, 1.0, 2.0]).unwrap();
        assert_eq!((spread.mean, spread.low, spread.high, spread.seeds), (2.0, 1.0, 3.0, 3));
    }

    #[test]
    fn a_spread_of_nothing_is_none_and_what_is_no_number_is_nothing() {
        assert_eq!(Spread::of(vec![]), None);
        assert_eq!(Spread::of(vec![f64::NAN, f64::INFINITY]), None);
        assert_eq!(Spread::of(vec![f64::NAN, 4.0]).unwrap().mean, 4.0);
    }

    #[test]
    fn a_spread_of_many_seeds_leaves_out_the_outermost_twentieth() {
        let spread = Spread::of((0..40).map(f64::from).collect()).unwrap();
        assert_eq!((spread.low, spread.high), (1.0, 38.0));
    }
}
