//! The one way from readings to numbers: from the readings of a measure to one number over a window of time,
//! and from the numbers of several seeds to an estimate with its interval.
//!
//! Model: a *sum* adds the readings of the window up, an *end* is the last of them, a *mean* is their mean,
//! each weighed with what it is a share or a mean of: so the mean of a ratio is the ratio of its sums, and a
//! short period counts for less than a long one. What is so at the end of each period is taken to go in a
//! straight line from one end to the next: its mean over a window is that of the line (the trapezoid rule),
//! which does not hang on how often it was read. Over seeds the same holds: the estimate is the ratio of the
//! means, Σwx / Σw, with Fieller's interval at 95 %; where all weights are alike that is the mean with
//! Student's. A difference is taken seed by seed, where both worlds have the same persons with the same luck:
//! its interval is Student's over what each seed adds to it (the delta method).
//!
//! Symbols: values in the unit of their measure; windows in ticks. One seed has no interval, nor have seeds
//! that all say the same, which tell nothing of their spread, and none is told where the weights spread so
//! widely that Fieller's has no ends. An interval ends where the values that are possible do. Sources:
//! Fieller 1954, Some problems in interval estimation; paired differences under common random numbers: Law,
//! Simulation Modeling and Analysis, chapter 11. Leaves out: corrections for looking at many measures at
//! once: of a hundred intervals some five miss.
//!
//! Long because a third of it are tests by hand, beside what they test.

use crate::measure::Kind;
use serde::{Deserialize, Serialize};

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

/// What a measure gave at the end of a period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Last tick of the period.
    pub tick: u32,
    /// The value.
    pub value: f64,
    /// What it weighs in a mean.
    pub weight: f64,
}

/// A number with what it weighs beside others of its kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sample {
    /// The number.
    pub value: f64,
    /// Its weight.
    pub weight: f64,
}

impl Sample {
    /// A number that weighs as much as any other.
    #[must_use]
    pub const fn even(value: f64) -> Self {
        Self { value, weight: 1.0 }
    }

    /// The ratio of two numbers: it weighs as much as the second.
    #[must_use]
    pub fn ratio(part: f64, whole: f64) -> Self {
        Self { value: if whole == 0.0 { 0.0 } else { part / whole }, weight: whole }
    }
}

/// One number of the points (in the order of their ticks) that lie in a window; `None` where there are none,
/// or none that weighs anything.
pub fn number(kind: Kind, points: impl IntoIterator<Item = Point>, window: Window) -> Option<Sample> {
    let mut within = points.into_iter().filter(|point| window.holds(point.tick));
    match kind {
        Kind::End => within.last().map(|point| Sample { value: point.value, weight: point.weight }),
        Kind::Sum => {
            let first = within.next()?.value;
            Some(Sample::even(within.fold(first, |sum, point| sum + point.value)))
        }
        Kind::Mean => mean(within.map(|point| Sample { value: point.value, weight: point.weight })),
    }
}

/// The mean over a window of what is so at these ticks, in their order; `None` where nothing weighs anything.
/// Before the first it is taken to be as it is there.
pub fn level(moments: impl IntoIterator<Item = (u32, Sample)>, window: Window) -> Option<Sample> {
    let (mut before, mut spans) = (None, Vec::new());
    for (tick, now) in moments {
        let (from, then): (u32, Sample) = before.replace((tick + 1, now)).unwrap_or((0, now));
        if window.holds(tick) {
            let half = f64::from(tick + 1 - from) / 2.0;
            spans.extend([then, now].map(|one| Sample { weight: one.weight * half, ..one }));
        }
    }
    mean(spans)
}

/// The mean of some numbers with their weights; `None` where nothing weighs anything.
fn mean(samples: impl IntoIterator<Item = Sample>) -> Option<Sample> {
    let add = |(sum, whole): (f64, f64), one: Sample| (sum + one.value * one.weight, whole + one.weight);
    let (sum, weight) = samples.into_iter().fold((0.0, 0.0), add);
    (weight > 0.0).then(|| Sample { value: sum / weight, weight })
}

/// A number with the interval in which it lies.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Estimate {
    /// The number.
    pub value: f64,
    /// The ends of its interval at 95 %; `None` where nothing tells of one.
    pub interval: Option<[f64; 2]>,
}

impl Estimate {
    /// The mean of independent samples.
    #[must_use]
    pub fn of(samples: &[f64]) -> Option<Self> {
        Self::pooled(&samples.iter().copied().map(Sample::even).collect::<Vec<_>>())
    }

    /// The ratio of the means of independent samples; `None` where none weighs anything.
    #[must_use]
    pub fn pooled(samples: &[Sample]) -> Option<Self> {
        let value = mean(samples.iter().copied())?.value;
        Some(Self { value, interval: fieller(samples, value) })
    }

    /// The first of two worlds less the second, sample by sample.
    #[must_use]
    pub fn difference(pairs: &[(Sample, Sample)]) -> Option<Self> {
        let (here, there): (Vec<Sample>, Vec<Sample>) = pairs.iter().copied().unzip();
        let [one, other] = [mean(here)?, mean(there)?];
        let value = one.value - other.value;
        // What a sample would move the ratio by, times the number of samples.
        let count = pairs.len() as f64;
        let moves =
            |sample: &Sample, mean: Sample| count * sample.weight * (sample.value - mean.value) / mean.weight;
        let moves: Vec<f64> =
            pairs.iter().map(|(here, there)| moves(here, one) - moves(there, other)).collect();
        let square = moves.iter().map(|one| one * one).sum::<f64>();
        let interval = (pairs.len() > 1 && square > 0.0).then(|| {
            let reach = student(pairs.len() - 1) * libm::sqrt(square / (count - 1.0) / count);
            [value - reach, value + reach]
        });
        Some(Self { value, interval })
    }

    /// The same with an interval that ends where the possible values do.
    #[must_use]
    pub fn within(self, [least, most]: [f64; 2]) -> Self {
        let cut = |one: f64| {
            if one < least {
                least
            } else if one > most {
                most
            } else {
                one
            }
        };
        Self { interval: self.interval.map(|ends| ends.map(cut)), ..self }
    }
}

/// Fieller's interval of a ratio of means; `None` where it has no ends.
fn fieller(samples: &[Sample], ratio: f64) -> Option<[f64; 2]> {
    let count = samples.len() as f64;
    let freedom = samples.len().checked_sub(1).filter(|&freedom| freedom > 0)?;
    let whole = samples.iter().map(|one| one.weight).sum::<f64>() / count;
    // Student's t squared times the (co)variances of two means: of what is left above, and of the weights.
    let scale = student(freedom) * student(freedom) / freedom as f64 / count;
    let [mut left, mut cross, mut weight] = [0.0; 3];
    for one in samples {
        let (x, y) = (one.weight * (one.value - ratio), one.weight - whole);
        (left, cross, weight) = (left + scale * x * x, cross + scale * x * y, weight + scale * y * y);
    }
    // The ends are d from the ratio with (d whole)² = t² var(left − d weight).
    let narrow = whole * whole - weight;
    let root = libm::sqrt(cross * cross + narrow * left);
    (narrow > 0.0 && left > 0.0).then(|| [ratio + (-cross - root) / narrow, ratio + (-cross + root) / narrow])
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
    pub fn of(values: Vec<f64>) -> Option<Self> {
        Self::pooled(values.into_iter().map(Sample::even).collect())
    }

    /// The spread of samples about the ratio of their means; `None` where none weighs anything.
    #[must_use]
    pub fn pooled(mut samples: Vec<Sample>) -> Option<Self> {
        samples.retain(|one| one.value.is_finite() && one.weight > 0.0);
        samples.sort_by(|one, other| one.value.total_cmp(&other.value));
        let seeds = samples.len();
        // Below 20 seeds none is cut off.
        let cut = if seeds < 20 { 0 } else { seeds / 40 };
        let mean = mean(samples.iter().copied())?.value;
        let [low, high] = [samples.get(cut)?, samples.get(seeds.checked_sub(1 + cut)?)?].map(|one| one.value);
        Some(Self { mean, low, high, seeds })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const READINGS: [Point; 4] =
        [point(25, 1.0, 26.0), point(51, 2.0, 26.0), point(77, 5.0, 26.0), point(103, 4.0, 26.0)];

    const fn point(tick: u32, value: f64, weight: f64) -> Point {
        Point { tick, value, weight }
    }

    fn value(kind: Kind, points: impl IntoIterator<Item = Point>, window: Window) -> Option<f64> {
        number(kind, points, window).map(|sample| sample.value)
    }

    #[test]
    fn a_sum_adds_up_a_mean_divides_and_an_end_is_the_last_of_the_window() {
        let of = |kind, window| value(kind, READINGS, window);
        assert_eq!(of(Kind::Sum, Window::ALL), Some(12.0));
        assert_eq!(of(Kind::Mean, Window::ALL), Some(3.0));
        assert_eq!(of(Kind::End, Window::ALL), Some(4.0));
        let year = Window::last_year(103, 52);
        assert_eq!(year, Window { from: 52, to: 103 });
        assert_eq!([Kind::Sum, Kind::Mean, Kind::End].map(|kind| of(kind, year)), [9.0, 4.5, 4.0].map(Some));
        assert_eq!(of(Kind::End, Window { from: 0, to: 60 }), Some(2.0));
    }

    #[test]
    fn a_mean_weighs_a_short_period_and_a_rare_event_for_what_they_are() {
        let short = [point(51, 1.0, 52.0), point(64, 5.0, 13.0)];
        assert_eq!(value(Kind::Mean, short, Window::ALL), Some((52.0 + 65.0) / 65.0));
        // 1 of 2 and 0 of 8 are 1 of 10.
        let ratio = [point(3, 0.5, 2.0), point(7, 0.0, 8.0)];
        assert_eq!(number(Kind::Mean, ratio, Window::ALL), Some(Sample { value: 0.1, weight: 10.0 }));
        assert_eq!(number(Kind::Mean, [point(3, 7.0, 0.0)], Window::ALL), None, "nothing was weighed");
    }

    #[test]
    fn what_is_so_has_the_same_mean_however_often_it_was_read() {
        // Growing by one a week, from 10 on: the mean of weeks 53 to 104 is that of their middle.
        let year = Window { from: 52, to: 103 };
        for every in [1, 4, 13, 52] {
            let readings = (1..=104 / every).map(|read| read * every - 1);
            let readings = readings.map(|tick| (tick, Sample::even(10.0 + f64::from(tick))));
            assert_eq!(level(readings, year), Some(Sample { value: 87.0, weight: 52.0 }), "every {every}");
        }
        // By hand, a ratio: 3 of 6 at the beginning and 1 of 2 and 5 of 5 at the ends of periods of 2 and 4.
        let at = |tick, part: f64, whole| (tick, Sample { value: part / whole, weight: whole });
        let found = level([at(9, 3.0, 6.0), at(11, 1.0, 2.0), at(15, 5.0, 5.0)], Window { from: 10, to: 15 });
        assert_eq!(found, Some(Sample { value: 16.0 / 22.0, weight: 22.0 }));
        assert_eq!(level([at(3, 1.0, 4.0)], Window::ALL), Some(Sample { value: 0.25, weight: 16.0 }));
        assert_eq!(level([(3, Sample::ratio(0.0, 0.0))], Window::ALL), None);
    }

    #[test]
    fn without_a_reading_in_the_window_there_is_no_number() {
        for kind in [Kind::Sum, Kind::Mean, Kind::End] {
            assert_eq!(value(kind, READINGS, Window::at(102)), None);
            assert_eq!(value(kind, [], Window::ALL), None);
            assert_eq!(value(kind, READINGS, Window::at(103)), Some(4.0));
        }
        assert_eq!(Window::last_year(3, 52), Window { from: 0, to: 3 }, "a run of less than a year");
    }

    #[test]
    fn intervals_are_those_of_student_and_one_sample_has_none() {
        assert_eq!(Estimate::of(&[4.0]), Some(Estimate { value: 4.0, interval: None }));
        assert_eq!(Estimate::of(&[]), None);
        let two = Estimate::of(&[1.0, 3.0]).unwrap();
        assert!((two.value - 2.0).abs() < 1e-12 && (two.interval.unwrap()[1] - 2.0 - 12.706).abs() < 1e-9);
        assert_eq!(Estimate::of(&[1e6; 3]), Some(Estimate { value: 1e6, interval: None }), "no spread");
        let share = Estimate::of(&[0.0, 0.0, 0.3]).unwrap().within([0.0, 1.0]);
        assert_eq!(share.interval.map(|[low, high]| (low, high > 0.3 && high < 1.0)), Some((0.0, true)));
        assert!((student(11) - STUDENT[10]).abs() < 0.007 && (student(30) - 2.042).abs() < 0.003);
        assert!((student(1_000_000) - 1.960).abs() < 1e-3);
    }

    #[test]
    fn a_ratio_is_that_of_the_means_with_the_interval_of_fieller() {
        let samples =
            [(1.0, 2.0), (0.0, 0.0), (3.0, 4.0), (2.0, 5.0)].map(|(part, whole)| Sample::ratio(part, whole));
        let one = Estimate::pooled(&samples).unwrap();
        assert!(
            (one.value - 6.0 / 11.0).abs() < 1e-12,
            "a seed with nothing to divide by adds nothing: {one:?}"
        );
        assert_eq!(one.interval, None, "the wholes spread too widely");
        let samples =
            [(10.0, 20.0), (12.0, 21.0), (9.0, 19.0)].map(|(part, whole)| Sample::ratio(part, whole));
        let Estimate { value, interval: Some([low, high]) } = Estimate::pooled(&samples).unwrap() else {
            panic!()
        };
        assert!((value - 31.0 / 60.0).abs() < 1e-12);
        // By hand: both ends solve (31/3 − 20 r)² = t² (2.3333 − 3 r + r²) / 3 with t = 4.303.
        for r in [low, high] {
            let (left, right) = (31.0 / 3.0 - 20.0 * r, 4.303 * 4.303 * (7.0 / 3.0 - 3.0 * r + r * r) / 3.0);
            assert!((left * left - right).abs() < 1e-9, "{r}: {left} {right}");
        }
        assert!(low < value && value < high);
    }

    #[test]
    fn a_difference_is_paired_and_is_that_of_the_ratios() {
        let even = |values: [f64; 2]| values.map(Sample::even);
        let [here, there] = [even([5.0, 15.0]), even([1.0, 11.0])];
        let pairs: Vec<_> = here.into_iter().zip(there).collect();
        assert_eq!(Estimate::difference(&pairs), Some(Estimate { value: 4.0, interval: None }), "no spread");
        let apart = [(5.0, 1.0), (15.0, 9.0)].map(|(here, there)| (Sample::even(here), Sample::even(there)));
        let apart = Estimate::difference(&apart).unwrap();
        assert!(
            apart.value == 5.0 && apart.interval.is_some_and(|[low, _]| (low - 5.0 + 12.706).abs() < 1e-9)
        );
        assert_eq!(Estimate::difference(&pairs[..1]).unwrap().interval, None);
        assert_eq!(Estimate::difference(&[]), None);
        let nothing = Sample::ratio(0.0, 0.0);
        let pairs = [(Sample::ratio(1.0, 2.0), Sample::ratio(1.0, 4.0)), (nothing, Sample::ratio(1.0, 4.0))];
        assert!((Estimate::difference(&pairs).unwrap().value - 0.25).abs() < 1e-12);
        assert_eq!(Estimate::difference(&[(nothing, Sample::even(1.0))]), None);
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
