//! What an ensemble gives: ranges, their parts, and which figures they hang on most.

use super::design::{Draw, Varied, varied};
use super::options::{FILED, Over};
use super::parts::shares;
use crate::sensitivity::Bound;
use crate::sensitivity::factor::{Factor, Factors};
use crate::sensitivity::resample::{Ranged, intervals};
use demerit_kernel::Draws;
use demerit_measures::estimate::Estimate;
use demerit_measures::named;
use demerit_scenario::load::Scenario;
use demerit_scenario::notes::PhaseNote;
use demerit_worlds::readings::{Key, apart};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The quantiles that are told.
pub(crate) const QUANTILES: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];
/// How often the clusters are drawn again for an interval.
const TIMES: u32 = 200;
/// Figures that a number is told to hang on, at most.
const TOLD: usize = 3;

/// Measure, domain and group of a number.
pub(crate) type Name = (&'static str, String, String);
/// The numbers of a run: of the first world, of its twin, and their difference.
pub(crate) type Numbers = BTreeMap<Name, [Option<f64>; 3]>;

/// A study's ensemble.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ensemble {
    /// Name of the study.
    pub study: String,
    /// Its worlds: the first, and its twin.
    pub worlds: Vec<String>,
    /// Which files' figures were drawn.
    pub over: Over,
    /// Runs with drawn values.
    pub draws: usize,
    /// Independent clusters of them.
    pub clusters: usize,
    /// Figures that were drawn.
    pub varied: usize,
    /// Persons in each world.
    pub persons: u32,
    /// The phases of the study that want a share of them.
    pub pilots: Vec<PhaseNote>,
    /// Weeks of each world.
    pub weeks: u32,
    /// The first seed.
    pub seed: u64,
    /// The numbers.
    pub numbers: Vec<Quantity>,
    /// Figures that have no range and were not varied.
    pub not_varied: Vec<String>,
    /// Ranges that were cut, and figures that were left out.
    pub bounds: Vec<Bound>,
    /// Runs in which figures did not fit each other and were drawn toward their filed values.
    pub drawn_in: usize,
    /// Person-weeks computed.
    pub person_weeks: u64,
    /// Every run with drawn values, in order.
    #[serde(skip)]
    pub runs: Vec<Drawn>,
    /// The figures that were drawn, with their files.
    #[serde(skip)]
    pub figures: Vec<String>,
}

/// A run with drawn values.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    /// Its cluster.
    pub cluster: usize,
    /// Its seed.
    pub seed: u64,
    /// The value of each figure.
    pub values: Vec<f64>,
}

/// A number of the last year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    /// The measure.
    pub measure: String,
    /// Its domain.
    pub domain: String,
    /// Its group.
    pub group: String,
    /// Its unit.
    pub unit: String,
    /// Whether it is a count, told for each 1,000 persons.
    pub per_thousand: bool,
    /// In the first world.
    pub here: Option<Ranges>,
    /// In its twin.
    pub twin: Option<Ranges>,
    /// The first less its twin.
    pub difference: Option<Ranges>,
}

/// How far a number goes over the draws.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ranges {
    /// With the values as filed: over the seeds, with the interval at 95 %.
    pub filed: Option<Estimate>,
    /// The 5, 25, 50, 75 and 95 % quantiles of the draws, each with its Monte Carlo interval at 95 %.
    pub quantiles: [Ranged; 5],
    /// Draws without a value.
    pub lacking: usize,
    /// Of the draws, the share above zero.
    pub above: f64,
    /// And the share below.
    pub below: f64,
    /// Where the spread comes from; empty where nothing varies.
    pub parts: Vec<Share>,
    /// The figures that it hangs on most; told of the first world alone.
    pub hangs: Vec<Hangs>,
}

/// A part of a spread.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Share {
    /// What leaves it open: `regime`, `society` or `luck`.
    pub of: String,
    /// Its share of the variance of the ranks.
    pub share: Ranged,
}

/// A figure on which a number hangs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hangs {
    /// The figure.
    pub figure: String,
    /// Rank correlation of the figure and the number, with its interval.
    pub correlation: Ranged,
    /// Whether it stands out from what the strongest of so many figures shows by chance.
    pub stands_out: bool,
}

/// A difference whose sign is the same in this share of the draws is certain.
const CERTAIN: f64 = 0.95;

impl Ensemble {
    /// The number of a measure, where it was kept.
    #[must_use]
    pub fn number(&self, of: Key<'_>) -> Option<&Quantity> {
        let is_it =
            |one: &&Quantity| (&*one.measure, &*one.domain, &*one.group) == (of.measure, of.domain, of.group);
        self.numbers.iter().find(is_it)
    }
}

impl Ranges {
    /// Whether the values as filed give less or more than nine in ten draws do.
    #[must_use]
    pub fn leaves_filed_outside(&self) -> bool {
        let [low, .., high] = self.quantiles.map(|one| one.value);
        self.filed.is_some_and(|filed| filed.value < low || filed.value > high)
    }

    /// Whether the draws do not agree on the sign.
    #[must_use]
    pub fn has_unsure_sign(&self) -> bool {
        self.above.min(self.below) > 1.0 - CERTAIN
    }
}

/// What is known when all runs are done.
pub(crate) struct Gathered<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) factors: &'a Factors,
    /// The study as filed, then the draws.
    pub(super) runs: Vec<&'a Draw>,
    pub(super) given: Vec<&'a Numbers>,
    pub(super) drawn_in: Vec<usize>,
    pub(super) luck: Draws,
    pub(super) over: Over,
}

impl Gathered<'_> {
    /// The same with some of the draws alone.
    pub(crate) fn only(mut self, kept: &[bool]) -> Self {
        fn keep<T>(all: &mut Vec<T>, kept: &[bool]) {
            let filed = all.len() - kept.len();
            let mut place = 0..;
            all.retain(|_| place.next().is_none_or(|place| place < filed || kept[place - filed]));
        }
        keep(&mut self.runs, kept);
        keep(&mut self.given, kept);
        keep(&mut self.drawn_in, kept);
        self
    }

    pub(crate) fn told(&self, person_weeks: u64) -> Ensemble {
        let filed = FILED as usize;
        let draws = &self.runs[filed..];
        let mut places = 0..draws.len();
        let clusters: Vec<Vec<usize>> = draws
            .chunk_by(|one, other| one.cluster == other.cluster)
            .map(|cluster| places.by_ref().take(cluster.len()).collect())
            .collect();
        let of_regime: Vec<bool> = self.factors.all.iter().map(Factor::is_of_regime).collect();
        let parts = varied(&of_regime);
        let places: Vec<&[f64]> = draws.iter().filter_map(|draw| draw.at.as_deref()).collect();
        let ranks: Vec<Vec<f64>> = (0..of_regime.len())
            .map(|figure| ranked(&places.iter().map(|at| at[figure]).collect::<Vec<_>>()))
            .collect();
        let mut names: Vec<&Name> = self.given.iter().flat_map(|numbers| numbers.keys()).collect();
        names.sort_unstable();
        names.dedup();
        let order = |name: &str| demerit_measures::all().iter().position(|one| one.name == name);
        names.sort_by_key(|(measure, ..)| order(measure));
        let number = |name: &&Name| {
            let measure = named(name.0)?;
            let column = |side: usize| -> Vec<Option<f64>> {
                self.given.iter().map(|numbers| numbers.get(name).and_then(|sides| sides[side])).collect()
            };
            let ranges = |side: usize| {
                let column = column(side);
                let (filed, drawn) = column.split_at(filed);
                let filed: Vec<f64> = filed.iter().copied().flatten().collect();
                let bounds = measure.bounds();
                let bounds = if side == 2 { apart(bounds, bounds) } else { bounds };
                let filed = Estimate::of(&filed).map(|filed| filed.within(bounds));
                let mut ranges = self.ranges(filed, drawn, draws, &clusters, &parts)?;
                if side == 0 {
                    ranges.hangs = self.hangs(drawn, &clusters, &ranks);
                }
                Some(ranges)
            };
            let [here, twin, difference] = [0, 1, 2].map(ranges);
            Some(Quantity {
                measure: measure.name.to_owned(),
                domain: name.1.clone(),
                group: name.2.clone(),
                unit: measure.unit.name().to_owned(),
                per_thousand: measure.unit.is_counted(),
                here,
                twin,
                difference,
            })
        };
        let numbers = names.par_iter().filter_map(number).collect();
        let cluster_of = |run: usize| clusters.iter().position(|runs| runs.contains(&run)).unwrap_or(0);
        let run = |(place, draw): (usize, &Draw)| {
            let at = draw.at.as_deref().unwrap_or_default();
            let values = self.factors.all.iter().zip(at).map(|(factor, &at)| factor.value(at)).collect();
            Drawn { cluster: cluster_of(place), seed: self.scenario.study.seed + draw.seed, values }
        };
        Ensemble {
            study: self.scenario.study.name.clone(),
            worlds: self.scenario.worlds().iter().map(|world| world.name.clone()).collect(),
            over: self.over,
            draws: draws.len(),
            clusters: clusters.len(),
            varied: self.factors.all.len(),
            persons: self.scenario.study.persons,
            pilots: self.scenario.pilots(),
            weeks: self.scenario.ticks(),
            seed: self.scenario.study.seed,
            numbers,
            not_varied: self.factors.fixed.clone(),
            bounds: self.factors.bounds.clone(),
            drawn_in: self.drawn_in.iter().filter(|count| **count > 0).count(),
            person_weeks,
            runs: draws.iter().copied().enumerate().map(run).collect(),
            figures: self.factors.all.iter().map(Factor::name).collect(),
        }
    }

    fn ranges(
        &self,
        filed: Option<Estimate>,
        drawn: &[Option<f64>],
        draws: &[&Draw],
        clusters: &[Vec<usize>],
        parts: &[Varied],
    ) -> Option<Ranges> {
        let known: Vec<f64> = drawn.iter().copied().flatten().collect();
        if known.is_empty() {
            return None;
        }
        let mut ranked = ranked(&known).into_iter();
        let ranks: Vec<Option<f64>> = drawn.iter().map(|one| one.and_then(|_| ranked.next())).collect();
        let told = |chosen: &[usize]| {
            let chosen: Vec<&[usize]> = chosen.iter().map(|cluster| clusters[*cluster].as_slice()).collect();
            let mut values: Vec<f64> =
                chosen.iter().copied().flatten().filter_map(|run| drawn[*run]).collect();
            values.sort_unstable_by(f64::total_cmp);
            let mut told: Vec<f64> = QUANTILES.iter().map(|at| quantile(&values, *at)).collect();
            let shares = shares(draws, &ranks, parts, &chosen);
            told.extend(shares.unwrap_or_else(|| vec![f64::NAN; parts.len()]));
            told
        };
        let all = intervals(clusters.len(), TIMES, self.luck, &told);
        let quantiles = [0, 1, 2, 3, 4].map(|place| all[place]);
        let part = |(part, share): (&Varied, &Ranged)| Share { of: part.name().to_owned(), share: *share };
        let parts = parts.iter().zip(&all[QUANTILES.len()..]);
        let parts = parts.filter(|(_, share)| share.value.is_finite()).map(part).collect();
        let share = |is: &dyn Fn(f64) -> bool| {
            known.iter().filter(|one| is(**one)).count() as f64 / known.len() as f64
        };
        let (above, below) = (share(&|one| one > 0.0), share(&|one| one < 0.0));
        let (lacking, hangs) = (drawn.len() - known.len(), Vec::new());
        Some(Ranges { filed, quantiles, lacking, above, below, parts, hangs })
    }

    /// The figures with the strongest rank correlations.
    fn hangs(&self, drawn: &[Option<f64>], clusters: &[Vec<usize>], ranks: &[Vec<f64>]) -> Vec<Hangs> {
        // A run without a value has no rank; so few are that the others keep theirs.
        let Some(lowest) = drawn.iter().copied().flatten().reduce(f64::min) else { return Vec::new() };
        let values = ranked(&drawn.iter().map(|one| one.unwrap_or(lowest)).collect::<Vec<_>>());
        let mut all: Vec<(usize, f64)> = ranks
            .iter()
            .enumerate()
            .map(|(figure, ranks)| (figure, correlation(ranks, &values)))
            .filter(|(_, one)| one.is_finite())
            .collect();
        all.sort_by(|one, other| other.1.abs().total_cmp(&one.1.abs()));
        all.truncate(TOLD);
        let told = |(figure, _): &(usize, f64)| {
            let of = |chosen: &[usize]| {
                let runs = || chosen.iter().flat_map(|cluster| &clusters[*cluster]);
                let [x, y] =
                    [&ranks[*figure], &values].map(|all| runs().map(|run| all[*run]).collect::<Vec<_>>());
                vec![correlation(&x, &y)]
            };
            let correlation = intervals(clusters.len(), TIMES, self.luck, &of)[0];
            // Of so many figures the strongest chance correlation is below this in 19 of 20 ensembles.
            let chance =
                normal_quantile(1.0 - 0.025 / ranks.len() as f64) / libm::sqrt(clusters.len() as f64);
            let figure = self.factors.all[*figure].name();
            Hangs { figure, correlation, stands_out: correlation.value.abs() > chance }
        };
        all.iter().map(told).collect()
    }
}

impl Varied {
    const fn name(self) -> &'static str {
        match self {
            Self::Regime => "regime",
            Self::Society => "society",
            Self::Luck => "luck",
        }
    }
}

/// A quantile of sorted values, between two of them in proportion; not a number where there are none.
pub(crate) fn quantile(sorted: &[f64], at: f64) -> f64 {
    let Some(most) = sorted.len().checked_sub(1) else { return f64::NAN };
    let place = at * most as f64;
    let (low, part) = (place as usize, place - libm::floor(place));
    let high = sorted[(low + 1).min(most)];
    sorted[low] + part * (high - sorted[low])
}

/// The rank of each value, from 1; equal values share the mean of theirs.
pub(super) fn ranked(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|one, other| values[*one].total_cmp(&values[*other]));
    let mut ranks = vec![0.0; values.len()];
    let mut below = 0;
    for alike in order.chunk_by(|one, other| values[*one] == values[*other]) {
        let rank = below as f64 + (alike.len() as f64 + 1.0) / 2.0;
        alike.iter().for_each(|place| ranks[*place] = rank);
        below += alike.len();
    }
    ranks
}

/// The correlation of two rows of numbers; not a number where one of them does not vary.
pub(super) fn correlation(one: &[f64], other: &[f64]) -> f64 {
    let count = one.len() as f64;
    let [x, y] = [one, other].map(|all| all.iter().sum::<f64>() / count);
    let sum =
        |of: &dyn Fn(f64, f64) -> f64| one.iter().zip(other).map(|(a, b)| of(a - x, b - y)).sum::<f64>();
    sum(&|a, b| a * b) / libm::sqrt(sum(&|a, _| a * a) * sum(&|_, b| b * b))
}

/// The quantile of the normal distribution for the upper half, to 0.0005 (Abramowitz and Stegun, 26.2.23).
fn normal_quantile(at: f64) -> f64 {
    let t = libm::sqrt(-2.0 * libm::log(1.0 - at));
    let above = 2.515_517 + t * (0.802_853 + t * 0.010_328);
    t - above / (1.0 + t * (1.432_788 + t * (0.189_269 + t * 0.001_308)))
}
