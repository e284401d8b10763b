//! Elementary effects: which factors move a result, how far, and whether they do so alike everywhere.
//!
//! Model: each sample is a trajectory. It begins at a random place of a grid of [`LEVELS`] levels and moves
//! one factor after the other, in a random order, by [`STEP`] of its range: from the lower half upward, from
//! the upper half downward. So each factor moves once in a trajectory and every place of its grid is as
//! likely before the step as after it. The effect of a factor is what the result changes, divided by the
//! signed step: what going over the whole range would do at that pace. A change of the seed has no size and
//! is not divided.
//!
//! Symbols: μ* is the mean of the effects' sizes, μ that of the effects, σ their standard deviation, all in
//! the unit of the result. μ* near |μ|: the factor works in one direction. σ beyond μ*: what it does hangs on
//! the others. The *share of the seed* is the mean square of the seed's effects, halved, over the variance of
//! the result: Jansen's total index. Where there are n seeds in all, two different ones are further apart
//! than two independent ones, which may be the same: the share is multiplied by (n − 1)/n.
//!
//! Sources: Morris, "Factorial sampling plans for preliminary computational experiments", 1991; μ*:
//! Campolongo, Cariboni and Saltelli, 2007; Jansen, 1999.
//!
//! Leaves out: trajectories that are chosen to lie far apart; shares of variance of parameters, which a grid
//! of four levels cannot give.

use super::design::{Point, Seeds, luck, order};
use demerit_kernel::Draws;

/// Levels of the grid.
pub const LEVELS: u32 = 4;
/// A step, as a share of the range.
pub const STEP: f64 = 2.0 / 3.0;

/// The points of a trajectory with the factor that moved before each but the first; the seed's number is that
/// after the parameters.
#[must_use]
pub fn trajectory(
    parameters: usize,
    seeds: Seeds,
    sample: u32,
    draws: Draws,
) -> (Vec<Point>, Vec<(usize, f64)>) {
    let place = |level: u32| f64::from(level) / f64::from(LEVELS - 1);
    let levels: Vec<u32> =
        (0..parameters).map(|factor| luck(draws, sample, factor).below(0, LEVELS)).collect();
    let [first, second] = seeds.pair(sample, true, draws);
    let mut point = Point { at: levels.iter().map(|&level| place(level)).collect(), seed: first };
    let mut points = vec![point.clone()];
    let mut moves = Vec::new();
    for factor in order(draws, sample, parameters + usize::from(seeds.vary())) {
        let length = match levels.get(factor) {
            None => {
                point.seed = second;
                1.0
            }
            Some(&level) if level < LEVELS / 2 => {
                point.at[factor] = place(level + LEVELS / 2);
                STEP
            }
            Some(&level) => {
                point.at[factor] = place(level - LEVELS / 2);
                -STEP
            }
        };
        moves.push((factor, length));
        points.push(point.clone());
    }
    (points, moves)
}

/// The effects of the factors in each trajectory, and the results themselves.
#[derive(Clone, Debug)]
pub struct Effects {
    /// By trajectory and factor.
    effects: Vec<Vec<f64>>,
    /// By trajectory and place in it.
    results: Vec<Vec<f64>>,
    /// Place of the seed among the factors, and by how much the square of a change of it goes beyond that of
    /// two independent ones: a trajectory takes two different ones of so many.
    seed: Option<(usize, f64)>,
}

impl Effects {
    /// From the results of trajectories, in the order of their points.
    #[must_use]
    pub fn of(parameters: usize, seeds: Seeds, draws: Draws, results: Vec<Vec<f64>>) -> Self {
        let factors = parameters + usize::from(seeds.vary());
        let effects = (0..).zip(&results).map(|(sample, results)| {
            let (_, moves) = trajectory(parameters, seeds, sample, draws);
            let mut effects = vec![0.0; factors];
            for ((factor, length), pair) in moves.into_iter().zip(results.windows(2)) {
                effects[factor] = (pair[1] - pair[0]) / length;
            }
            effects
        });
        Self { effects: effects.collect(), results, seed: seeds.vary().then(|| (parameters, seeds.beyond())) }
    }

    /// Four numbers for each factor, from these trajectories: μ*, μ, σ, and the mean of what raises the
    /// result; then the share of the seed.
    #[must_use]
    pub fn numbers(&self, samples: &[usize]) -> Vec<f64> {
        let factors = self.effects.first().map_or(0, Vec::len);
        let count = samples.len().max(1) as f64;
        let mean = |of: &dyn Fn(usize) -> f64| samples.iter().map(|&sample| of(sample)).sum::<f64>() / count;
        let mut numbers = Vec::with_capacity(4 * factors + 1);
        for factor in 0..factors {
            let effect = |sample: usize| self.effects[sample][factor];
            let mu = mean(&effect);
            let squares = mean(&|sample| (effect(sample) - mu) * (effect(sample) - mu));
            let sigma = libm::sqrt(squares * count / (count - 1.0).max(1.0));
            let up = mean(&|sample| effect(sample).max(0.0));
            numbers.extend([mean(&|sample| effect(sample).abs()), mu, sigma, up]);
        }
        let variance = self.variance(samples);
        let share = self.seed.filter(|_| variance > 0.0).map_or(0.0, |(seed, beyond)| {
            mean(&|sample| self.effects[sample][seed] * self.effects[sample][seed]) / 2.0 / beyond / variance
        });
        numbers.push(share);
        numbers
    }

    /// The variance of the result: that over trajectories at each place in them, in the mean over places.
    fn variance(&self, samples: &[usize]) -> f64 {
        let places = self.results.first().map_or(0, Vec::len);
        let count = samples.len() as f64;
        let at = |place: usize| {
            let values = || samples.iter().map(|&sample| self.results[sample][place]);
            let mean = values().sum::<f64>() / count;
            values().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (count - 1.0).max(1.0)
        };
        (0..places).map(at).sum::<f64>() / places.max(1) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_kernel::Seed;

    fn run(parameters: usize, samples: u32, seeds: Seeds, model: impl Fn(&Point) -> f64) -> Vec<f64> {
        let draws = Draws::new(Seed(5));
        let results = (0..samples).map(|sample| {
            trajectory(parameters, seeds, sample, draws).0.iter().map(&model).collect::<Vec<f64>>()
        });
        let effects = Effects::of(parameters, seeds, draws, results.collect());
        effects.numbers(&(0..samples as usize).collect::<Vec<_>>())
    }

    #[test]
    fn each_factor_moves_once_on_the_grid() {
        let draws = Draws::new(Seed(3));
        let mut counts = [0; LEVELS as usize];
        for sample in 0..200 {
            let (points, moves) = trajectory(5, Seeds::Own, sample, draws);
            assert_eq!(points.len(), 7);
            let mut moved: Vec<usize> = moves.iter().map(|one| one.0).collect();
            moved.sort_unstable();
            assert_eq!(moved, [0, 1, 2, 3, 4, 5]);
            for (pair, &(factor, length)) in points.windows(2).zip(&moves) {
                let changed: Vec<usize> = (0..5).filter(|&at| pair[0].at[at] != pair[1].at[at]).collect();
                if factor == 5 {
                    assert!(changed.is_empty() && pair[0].seed != pair[1].seed);
                } else {
                    assert_eq!((changed, pair[0].seed), (vec![factor], pair[1].seed));
                    assert!((pair[1].at[factor] - pair[0].at[factor] - length).abs() < 1e-12);
                }
            }
            for at in &points[6].at {
                assert!((0.0..=1.0).contains(at));
                counts[(at * 3.0).round() as usize] += 1;
            }
        }
        assert!(counts.iter().all(|&count| (200..300).contains(&count)), "a quarter each: {counts:?}");
    }

    #[test]
    fn a_sum_has_its_weights_as_effects_everywhere() {
        let found = run(3, 6, Seeds::Among(1), |point| {
            7.0 + 3.0 * point.at[0] - 2.0 * point.at[1] + 0.0 * point.at[2]
        });
        let wanted = [3.0, 3.0, 0.0, 3.0, 2.0, -2.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];
        assert!(found.iter().zip(wanted).all(|(one, other)| (one - other).abs() < 1e-9), "{found:?}");
    }

    #[test]
    fn a_product_works_differently_from_place_to_place() {
        let found = run(2, 4_000, Seeds::Among(1), |point| point.at[0] * (point.at[1] - 0.5));
        // The other factor takes 0, 1/3, 2/3, 1 alike: its distance from a half is a third in the mean.
        assert!((found[0] - 1.0 / 3.0).abs() < 0.01 && found[1].abs() < 0.02, "{found:?}");
        assert!((found[2] - libm::sqrt(5.0 / 36.0)).abs() < 0.01, "{found:?}");
    }

    #[test]
    fn the_share_of_the_seed_is_that_of_the_noise() {
        // The variance of the grid's levels is 5/36, that of two equal outcomes ±1/4 is 1/16.
        let model = |point: &Point| {
            let noise = Draws::new(Seed(point.seed)).luck(demerit_kernel::Stream(9), 0, 0, 0).word(0) % 2;
            point.at[0] + if noise == 0 { 0.25 } else { -0.25 }
        };
        let found = run(1, 4_000, Seeds::Own, model);
        let wanted = (1.0 / 16.0) / (1.0 / 16.0 + 5.0 / 36.0);
        assert!((found[8] - wanted).abs() < 0.03, "{} {wanted}", found[8]);
    }

    /// Where nothing but the seed matters, its share is the whole, however few seeds there are.
    #[test]
    fn the_share_of_few_seeds_is_no_more_than_the_whole() {
        for count in [2, 3, 5, 30] {
            let found = run(2, 6_000, Seeds::Among(count), |point| (point.seed * point.seed % 7) as f64);
            let share = found[found.len() - 1];
            assert!((share - 1.0).abs() < 0.04, "{count} seeds: {share}");
        }
    }

    #[test]
    fn nothing_and_one() {
        assert_eq!(run(0, 2, Seeds::Among(1), |_| 4.0), [0.0]);
        assert_eq!(run(1, 1, Seeds::Among(1), |point| point.at[0]).len(), 5);
        assert_eq!(run(2, 3, Seeds::Own, |_| 4.0), vec![0.0; 13]);
    }
}
