//! Weighing: from what all points gave to the weight of each factor, with its interval.
//!
//! Model: the numbers of the method over all samples, and over samples drawn again; see [`super::resample`].
//! Factors are put in the order of their strength, the strongest first, equals in the order of the files.

use super::design::{Point, Seeds};
use super::factor::Factors;
use super::points::Given;
use super::resample::Ranged;
use super::result::{Method, Row, Sensitivity, SensitivityOptions, Weighed, Weight};
use super::{morris, resample, sobol};
use demerit_kernel::Draws;
use demerit_scenario::load::Scenario;
use demerit_worlds::total::Measured;
use std::collections::BTreeMap;

/// Everything that was run.
pub(super) struct Gathered<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) options: &'a SensitivityOptions,
    pub(super) factors: Factors,
    pub(super) seeds: Seeds,
    pub(super) draws: Draws,
    pub(super) whole: Vec<Vec<Given>>,
    pub(super) samples: Vec<Vec<Point>>,
}

impl Gathered<'_> {
    /// The weights of all factors, and all that is told with them.
    pub(super) fn weighed(self, measured: Measured) -> Sensitivity {
        let results: Vec<Vec<f64>> =
            self.whole.iter().map(|sample| sample.iter().map(|one| one.value).collect()).collect();
        let (weights, mut seed_share) = self.weights(&results);
        let mut order: Vec<usize> = (0..weights.len()).collect();
        let strength = |place: usize| weights[place].strength().value;
        order.sort_by(|&one, &other| strength(other).total_cmp(&strength(one)).then(one.cmp(&other)));
        let weigh =
            |&place: &usize| Weighed { figure: self.factors.all.get(place).cloned(), weight: weights[place] };
        let factors: Vec<Weighed> = order.iter().map(weigh).collect();
        if let (true, Method::Sobol) = (self.seeds.vary(), self.options.method) {
            seed_share = weights.last().map(Weight::strength);
        }
        let mut drawn: BTreeMap<String, usize> = BTreeMap::new();
        for (factor, _) in self.whole.iter().flatten().flat_map(|one| &one.drawn) {
            *drawn.entry(self.factors.all[*factor].name()).or_default() += 1;
        }
        // Points that are as likely anywhere: all of a trajectory, the two that a row is made from.
        let free = if self.options.method == Method::Sobol { 2 } else { usize::MAX };
        let mut free: Vec<f64> = results.iter().flat_map(|row| row.iter().take(free)).copied().collect();
        free.sort_unstable_by(f64::total_cmp);
        let cut = free.len() / 40;
        let figures: Vec<usize> =
            order.iter().copied().filter(|&place| place < self.factors.all.len()).collect();
        let rows = (0..).zip(self.whole.iter().zip(&self.samples)).flat_map(|(sample, (given, points))| {
            let row = |(given, point): (&Given, &Point)| Row {
                sample,
                seed: self.scenario.study.seed + point.seed,
                values: figures.iter().map(|&place| self.value(place, given, point)).collect(),
                drawn: given.drawn.len(),
                value: given.value,
                undefined: given.undefined,
            };
            given.iter().zip(points).map(row).collect::<Vec<_>>()
        });
        Sensitivity {
            study: self.scenario.study.name.clone(),
            worlds: self.scenario.worlds().iter().map(|world| world.name.clone()).collect(),
            measure: measured.name().to_owned(),
            unit: measured.unit().to_owned(),
            note: measured.note(),
            method: self.options.method,
            samples: self.whole.len() as u32,
            persons: self.scenario.study.persons,
            pilots: self.scenario.pilots(),
            weeks: self.scenario.ticks(),
            seed: self.scenario.study.seed,
            seeds: self.options.seeds,
            runs: self.whole.iter().map(Vec::len).sum(),
            mean: free.iter().sum::<f64>() / free.len() as f64,
            middle: [free[cut], free[free.len() - 1 - cut]],
            factors,
            seed_share,
            drawn_in: self.whole.iter().flatten().filter(|one| !one.drawn.is_empty()).count(),
            drawn,
            fixed: self.factors.fixed.len(),
            unasked: self.factors.unasked,
            table: rows.collect(),
            bounds: self.factors.bounds,
            balances: self.factors.balances,
            person_weeks: 0,
            undefined: 0,
            stopped_of: None,
        }
    }

    /// The value that a figure had at a point.
    fn value(&self, place: usize, given: &Given, point: &Point) -> f64 {
        let drawn = given.drawn.iter().find(|one| one.0 == place);
        drawn.map_or_else(|| self.factors.all[place].value(point.at[place]), |one| one.1)
    }

    /// The weight of each factor, the seed last, and for trajectories the share of the seed.
    fn weights(&self, results: &[Vec<f64>]) -> (Vec<Weight>, Option<Ranged>) {
        let count = results.len();
        match self.options.method {
            Method::Morris => {
                let parameters = self.factors.all.len();
                let effects = morris::Effects::of(parameters, self.seeds, self.draws, results.to_vec());
                let found = resample::intervals(count, resample::TIMES, self.draws, &|samples| {
                    effects.numbers(samples)
                });
                let (all, share) = found.split_at(found.len() - 1);
                let weight = |four: &[Ranged]| Weight::Morris {
                    mu_star: four[0],
                    mu: four[1],
                    sigma: four[2],
                    up: four[3],
                };
                (all.chunks_exact(4).map(weight).collect(), self.seeds.vary().then_some(share[0]))
            }
            Method::Sobol => {
                let found = resample::intervals(count, resample::TIMES, self.draws, &|samples| {
                    sobol::numbers(results, samples)
                });
                let weight = |two: &[Ranged]| Weight::Sobol { first: two[0], total: two[1] };
                (found.chunks_exact(2).map(weight).collect(), None)
            }
        }
    }
}
