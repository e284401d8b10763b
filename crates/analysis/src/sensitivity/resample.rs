//! Intervals by drawing samples again: how far a number would move had other samples been drawn.
//!
//! Model: of n samples, n are drawn with replacement, [`TIMES`] times over; the interval of a number goes
//! from its 2.5 % point to its 97.5 % point over these draws. All numbers share the draws. The draws are
//! keyed, so that the same samples give the same interval.
//!
//! Sources: Efron 1979; for indices of sensitivity Archer, Saltelli and Sobol' 1997. Leaves out: corrections
//! of the bias that few samples bring; below some twenty samples the intervals are too narrow.

use demerit_kernel::Draws;
use serde::{Deserialize, Serialize};

demerit_kernel::stream! {
    /// Which samples are drawn again for an interval.
    pub(crate) RESAMPLE = 72;
}

/// A number with the interval that samples drawn again give it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ranged {
    /// The number.
    pub value: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// How often the samples are drawn again, unless a caller has a great many numbers.
pub(crate) const TIMES: u32 = 1_000;

/// The numbers of all samples, each with its interval.
#[must_use]
pub(crate) fn intervals(
    count: usize,
    times: u32,
    draws: Draws,
    numbers: &dyn Fn(&[usize]) -> Vec<f64>,
) -> Vec<Ranged> {
    let mut samples: Vec<usize> = (0..count).collect();
    let values = numbers(&samples);
    let mut drawn: Vec<Vec<f64>> = vec![Vec::with_capacity(times as usize); values.len()];
    for time in 0..times {
        for (place, sample) in samples.iter_mut().enumerate() {
            *sample = draws.luck(RESAMPLE, time, 0, place as u32 / 4).below(place % 4, count as u32) as usize;
        }
        for (all, one) in drawn.iter_mut().zip(numbers(&samples)) {
            all.push(one);
        }
    }
    // Samples that give no number, such as those in which nothing varies, are left out.
    let ends = |value: f64, mut all: Vec<f64>| {
        all.retain(|one| one.is_finite());
        all.sort_unstable_by(f64::total_cmp);
        let cut = all.len() / 40;
        if all.is_empty() { [value; 2] } else { [all[cut], all[all.len() - 1 - cut]] }
    };
    values
        .into_iter()
        .zip(drawn)
        .map(|(value, all)| {
            let [low, high] = ends(value, all);
            Ranged { value, low, high }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_kernel::Seed;

    #[test]
    fn the_interval_of_a_mean_is_that_of_its_error() {
        let draws = Draws::new(Seed(2));
        let mean = |samples: &[usize]| {
            vec![samples.iter().map(|&one| one as f64).sum::<f64>() / samples.len() as f64]
        };
        let found = intervals(400, TIMES, draws, &mean)[0];
        // The numbers 0 to 399 have deviation 115.5, their mean an error of 5.77.
        assert_eq!(found.value, 199.5);
        assert!((found.high - found.low - 2.0 * 1.96 * 5.77).abs() < 2.5, "{found:?}");
        assert_eq!(found, intervals(400, TIMES, draws, &mean)[0]);
    }

    #[test]
    fn a_single_sample_is_its_own_interval() {
        let one = intervals(1, TIMES, Draws::new(Seed(2)), &|samples| vec![samples.len() as f64])[0];
        assert_eq!([one.value, one.low, one.high], [1.0; 3]);
        assert!(intervals(3, TIMES, Draws::new(Seed(2)), &|_| Vec::new()).is_empty());
    }
}
