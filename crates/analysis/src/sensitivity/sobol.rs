//! Shares of variance: how much of what a result varies is a factor's own doing, and how much it has a part
//! in.
//!
//! Model: each sample has two independent points A and B and, for each factor i, the point A with i taken
//! from B. With f the result at each,
//!
//! - the first-order index of i is mean(f(B) (f(A with i of B) − f(A))) / V: what of the variance i brings
//!   about alone;
//! - its total index is mean((f(A) − f(A with i of B))²) / 2V: what of the variance is gone when i is known
//!   along with all others, that is, what i has a part in;
//! - V is the variance over all A and B, whose mean is taken off first, which changes no expectation and
//!   makes the first steadier.
//!
//! Symbols: indices are shares of V, from 0 to 1 but for sampling error; first orders sum to 1 at most,
//! totals to 1 at least.
//!
//! Sources: Sobol' 1993; the first order: Saltelli et al., "Variance based sensitivity analysis of model
//! output", 2010, table 2; the total: Jansen, "Analysis of variance designs for model output", 1999.
//!
//! Leaves out: indices of pairs; factors that hang together.

use super::design::{Point, Seeds, luck};
use demerit_kernel::Draws;

/// The points of a sample: A, B, then A with each factor in turn from B; the seed is the factor after the
/// parameters.
#[must_use]
pub fn sample(parameters: usize, seeds: Seeds, sample: u32, draws: Draws) -> Vec<Point> {
    let of =
        |half: usize| (0..parameters).map(|factor| luck(draws, sample, factor).fine_unit(half)).collect();
    let [first, second] = seeds.pair(sample, false, draws);
    let (a, b) = (Point { at: of(0), seed: first }, Point { at: of(1), seed: second });
    let mut points = vec![a.clone(), b.clone()];
    points.extend((0..parameters).map(|factor| {
        let mut point = a.clone();
        point.at[factor] = b.at[factor];
        point
    }));
    if seeds.vary() {
        points.push(Point { seed: b.seed, ..a });
    }
    points
}

/// First-order and total index of each factor in turn, from these samples; all 0 where the result does not
/// vary.
#[must_use]
pub fn numbers(results: &[Vec<f64>], samples: &[usize]) -> Vec<f64> {
    let factors = results.first().map_or(0, |row| row.len().saturating_sub(2));
    let rows = || samples.iter().map(|&sample| &results[sample]);
    let count = samples.len().max(1) as f64;
    let mean = rows().map(|row| row[0] + row[1]).sum::<f64>() / (2.0 * count);
    let square = |value: f64| value * value;
    let variance = rows().map(|row| square(row[0] - mean) + square(row[1] - mean)).sum::<f64>()
        / (2.0 * count - 1.0).max(1.0);
    if variance <= 0.0 {
        return vec![0.0; 2 * factors];
    }
    let mut numbers = Vec::with_capacity(2 * factors);
    for place in 2..factors + 2 {
        let first = rows().map(|row| (row[1] - mean) * (row[place] - row[0])).sum::<f64>() / count;
        let total = rows().map(|row| square(row[0] - row[place])).sum::<f64>() / (2.0 * count);
        numbers.extend([first / variance, total / variance]);
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::super::resample::{TIMES, intervals};
    use super::*;
    use demerit_kernel::Seed;
    use std::f64::consts::PI;

    /// Samples, and the farthest that an index may be from the known one.
    const SAMPLES: u32 = 8_192;
    const TOLERANCE: f64 = 0.04;

    /// Holds the estimates of a function against known indices: first order and total in turn.
    fn hold(parameters: usize, seeds: Seeds, model: impl Fn(&Point) -> f64, wanted: &[f64]) {
        let draws = Draws::new(Seed(12));
        let results: Vec<Vec<f64>> = (0..SAMPLES)
            .map(|number| sample(parameters, seeds, number, draws).iter().map(&model).collect())
            .collect();
        let found = intervals(SAMPLES as usize, TIMES, draws, &|samples| numbers(&results, samples));
        assert_eq!(found.len(), wanted.len());
        for (place, (one, wanted)) in found.iter().zip(wanted).enumerate() {
            assert!((one.value - wanted).abs() < TOLERANCE, "number {place}: {one:?}, wanted {wanted}");
            // Intervals at 95 % of a dozen numbers may miss by a little; at twice their width none may.
            let (low, high) = (2.0 * one.low - one.value, 2.0 * one.high - one.value);
            assert!((low - 1e-9..=high + 1e-9).contains(wanted), "number {place}: {one:?}, wanted {wanted}");
        }
    }

    #[test]
    fn the_ishigami_function() {
        let (a, b) = (7.0, 0.1);
        let model = |point: &Point| {
            let [x, y, z] = [0, 1, 2].map(|at| PI * (2.0 * point.at[at] - 1.0));
            x.sin() + a * y.sin() * y.sin() + b * z.powi(4) * x.sin()
        };
        // By hand, from the integrals of the function's parts.
        let one = 0.5 * (1.0 + b * PI.powi(4) / 5.0).powi(2);
        let two = a * a / 8.0;
        let both = b * b * PI.powi(8) * 8.0 / 225.0;
        let whole = one + two + both;
        let wanted = [one, one + both, two, two, 0.0, both].map(|part| part / whole);
        hold(3, Seeds::Among(1), model, &wanted);
    }

    #[test]
    fn the_g_function() {
        let weights = [0.0, 1.0, 4.5, 9.0, 99.0];
        let model = |point: &Point| {
            point.at.iter().zip(weights).map(|(x, a)| ((4.0 * x - 2.0).abs() + a) / (1.0 + a)).product()
        };
        let parts = weights.map(|a| 1.0 / (3.0 * (1.0 + a) * (1.0 + a)));
        let product: f64 = parts.iter().map(|part| 1.0 + part).product();
        let whole = product - 1.0;
        let wanted: Vec<f64> =
            parts.iter().flat_map(|part| [part / whole, part * product / (1.0 + part) / whole]).collect();
        hold(5, Seeds::Among(1), model, &wanted);
    }

    #[test]
    fn the_seed_has_the_share_of_the_noise() {
        // Noise of variance 1/12 that a second factor scales from 0 to 2: alone it has E² = 1 of E[w²] = 4/3
        // of it.
        let noise = |seed: u64| Draws::new(Seed(seed)).luck(demerit_kernel::Stream(9), 0, 0, 0).unit(0) - 0.5;
        let model = |point: &Point| 2.0 * point.at[1] * noise(point.seed) + point.at[0];
        let whole = 1.0 / 12.0 + 4.0 / 3.0 / 12.0;
        let wanted = [1.0, 1.0, 0.0, 1.0 / 3.0, 1.0, 4.0 / 3.0].map(|part| part / 12.0 / whole);
        hold(2, Seeds::Own, model, &wanted);
    }

    #[test]
    fn a_point_differs_from_a_in_one_factor() {
        let points = sample(3, Seeds::Own, 4, Draws::new(Seed(1)));
        assert_eq!(points.len(), 6);
        for factor in 0..3 {
            for at in 0..3 {
                let from = if at == factor { 1 } else { 0 };
                assert_eq!(points[2 + factor].at[at], points[from].at[at]);
            }
            assert_eq!(points[2 + factor].seed, points[0].seed);
        }
        assert_eq!((&points[5].at, points[5].seed), (&points[0].at, points[1].seed));
        assert_eq!(sample(3, Seeds::Among(1), 4, Draws::new(Seed(1))).len(), 5);
    }

    #[test]
    fn what_does_not_vary_has_no_shares() {
        assert_eq!(numbers(&[vec![4.0; 4], vec![4.0; 4]], &[0, 1]), [0.0; 4]);
        assert!(numbers(&[], &[]).is_empty());
    }
}
