//! What a sentence may say of two numbers: which is more, and which of several is the most.
//!
//! Model: the difference is taken seed by seed, where both numbers have the same persons with the same luck.
//! A direction is said where its interval at 95 % keeps off zero (see [`Estimate::difference`]). One seed has
//! no interval: there the direction is that of the run, and the sentence says so ([`Run::once`]). Numbers
//! that differ by less than one in 2,000 in every seed count as the same (our choice).
//!
//! Every sentence and title that says more, less, most or none goes by these rules.

use crate::numbers::{Key, Run, Side, change};
use demerit_measures::estimate::{Estimate, Sample};
use demerit_words::say;

/// How a number compares with another, seed by seed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Direction {
    /// More, by a share of the other; `None` where the other is zero.
    More(Option<f64>),
    /// Less, by a share of the other.
    Less(Option<f64>),
    /// The same.
    Same,
    /// The seeds do not settle it.
    Unclear,
}

impl Run<'_> {
    /// Compares two numbers of the run; `None` where no seed has both.
    pub(crate) fn compare(
        &self,
        one: impl Fn(u64) -> Option<f64>,
        other: impl Fn(u64) -> Option<f64>,
    ) -> Option<Direction> {
        let pair = |&seed: &u64| Some((one(seed)?, other(seed)?));
        let pairs = self.data.manifest.seeds.iter().filter_map(pair);
        let pairs: Vec<(f64, f64)> =
            pairs.filter(|(one, other)| one.is_finite() && other.is_finite()).collect();
        direction(&pairs, self.seeds() == 1)
    }

    /// Compares a number here with the same in the twin; `None` where there is no twin.
    pub(crate) fn against_twin(&self, number: impl Fn(u64, Side) -> Option<f64>) -> Option<Direction> {
        self.compare(|seed| number(seed, Side::Here), |seed| number(seed, Side::Twin))
    }

    /// A number of the last year of the first world, for each seed.
    pub(crate) fn by_seed<'r>(&'r self, of: Key<'r>) -> impl Fn(u64) -> Option<f64> {
        move |seed| self.lately_of(seed, Side::Here, of)
    }

    /// Whether a number is more than each of some others.
    pub(crate) fn is_most<F: Fn(u64) -> Option<f64>>(
        &self,
        one: impl Fn(u64) -> Option<f64>,
        others: impl IntoIterator<Item = F>,
    ) -> bool {
        others.into_iter().all(|other| matches!(self.compare(&one, other), Some(Direction::More(_))))
    }

    /// What goes with a direction that rests on one seed: `in this run`.
    pub(crate) fn once(&self) -> String {
        if self.seeds() > 1 { String::new() } else { say!(self.words, "found-once") }
    }
}

/// The direction of pairs (one, other), of all seeds or of the only one.
fn direction(pairs: &[(f64, f64)], is_only: bool) -> Option<Direction> {
    let even: Vec<_> = pairs.iter().map(|&(one, other)| (Sample::even(one), Sample::even(other))).collect();
    let Estimate { value, interval } = Estimate::difference(&even)?;
    if pairs.iter().all(|&(one, other)| (one - other).abs() <= 0.0005 * one.abs().max(other.abs())) {
        return Some(Direction::Same);
    }
    let count = pairs.len() as f64;
    let [one, other] = [0, 1]
        .map(|side| pairs.iter().map(|pair| if side == 0 { pair.0 } else { pair.1 }).sum::<f64>() / count);
    // Seeds that all differ by the same leave no doubt, and no spread for an interval.
    let is_settled = interval.map_or(is_only || pairs.len() > 1, |[low, high]| low > 0.0 || high < 0.0);
    let by = change(other, one).map(f64::abs);
    Some(match value {
        _ if !is_settled => Direction::Unclear,
        more if more > 0.0 => Direction::More(by),
        _ => Direction::Less(by),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_direction_is_said_where_its_interval_keeps_off_zero() {
        let of = |pairs: &[(f64, f64)]| direction(pairs, false);
        assert_eq!(of(&[(2.0, 1.0), (4.0, 3.0)]), Some(Direction::More(Some(0.5))));
        assert_eq!(of(&[(1.0, 2.0), (3.0, 4.0)]), Some(Direction::Less(Some(1.0 - 2.0 / 3.0))));
        // More in both seeds, but by 1 and by 9: Student's interval of two is wide.
        assert_eq!(of(&[(2.0, 1.0), (12.0, 3.0)]), Some(Direction::Unclear));
        assert_eq!(of(&[(1.0, 2.0), (3.0, 2.5)]), Some(Direction::Unclear));
        assert_eq!(of(&[(1.0, 0.0), (1.0, 0.0)]), Some(Direction::More(None)));
        assert_eq!(of(&[(0.0, 0.0), (3.0, 3.0)]), Some(Direction::Same));
        assert_eq!(of(&[]), None);
    }

    #[test]
    fn one_seed_has_the_direction_of_its_run_and_one_of_several_has_none() {
        assert_eq!(direction(&[(9.0, 10.0)], true), Some(Direction::Less(Some(1.0 - 0.9))));
        assert_eq!(direction(&[(9.0, 10.0)], false), Some(Direction::Unclear));
        assert_eq!(direction(&[(10.0, 10.001)], true), Some(Direction::Same));
    }
}
