//! A design: at which points of the factors' ranges the model is run, and with which seed.
//!
//! Model: a design is made of samples that are alike and independent of each other; a sample is a row of
//! points that belong together. A point has a coordinate from 0 to 1 for each parameter, the place within its
//! range, and a seed. The seed is one factor more where it may vary. Sample j depends on j alone, so that the
//! first samples of a larger design are those of a smaller one.
//!
//! Source: what the seed is to a stochastic model: see `docs/decisions/0012-sensitivity.md`. Leaves out:
//! sequences that fill the space more evenly; their samples are not independent, which the intervals rest on.

use demerit_kernel::Draws;

demerit_kernel::stream! {
    /// Where the samples of a sensitivity analysis lie.
    pub(crate) SAMPLE = 71;
}

/// Where and with which seed the model is run once.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Place within the range of each parameter, from 0 to 1.
    pub at: Vec<f64>,
    /// Number of the seed, from 0.
    pub seed: u64,
}

/// Which seeds there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seeds {
    /// As many as are drawn: each sample has two of its own.
    Own,
    /// So many, of which each sample draws two. One alone is no factor.
    Among(u32),
}

impl Seeds {
    /// Whether the seed is a factor.
    #[must_use]
    pub const fn vary(self) -> bool {
        !matches!(self, Self::Among(0 | 1))
    }

    /// The mean square of the distance between two different seeds' results, over that between two
    /// independent ones'.
    #[must_use]
    pub fn beyond(self) -> f64 {
        match self {
            Self::Among(count @ 2..) => f64::from(count) / f64::from(count - 1),
            Self::Own | Self::Among(_) => 1.0,
        }
    }

    /// The two seeds of a sample, independent of each other or, where they have to be, `apart`.
    #[must_use]
    pub fn pair(self, sample: u32, apart: bool, draws: Draws) -> [u64; 2] {
        let luck = draws.luck(SAMPLE, sample, SEED, 0);
        match self {
            Self::Own => [2 * u64::from(sample), 2 * u64::from(sample) + 1],
            Self::Among(count @ 2..) if apart => {
                let first = luck.below(0, count);
                [u64::from(first), u64::from((first + 1 + luck.below(1, count - 1)) % count)]
            }
            Self::Among(count) => [luck.below(0, count), luck.below(1, count)].map(u64::from),
        }
    }
}

/// The place of draws that are about the seed; no factor has this number.
const SEED: u32 = u32::MAX;

/// The luck of a sample in a factor.
pub(super) fn luck(draws: Draws, sample: u32, factor: usize) -> demerit_kernel::Luck {
    draws.luck(SAMPLE, sample, factor as u32, 1)
}

/// An order of the factors, each order as likely as any other.
pub(super) fn order(draws: Draws, sample: u32, factors: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..factors).collect();
    for place in (1..factors).rev() {
        let other = draws.luck(SAMPLE, sample, place as u32, 2).below(0, place as u32 + 1);
        order.swap(place, other as usize);
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_kernel::Seed;

    #[test]
    fn seeds_are_as_many_as_there_may_be() {
        let draws = Draws::new(Seed(1));
        assert_eq!(Seeds::Own.pair(7, true, draws), [14, 15]);
        assert_eq!(Seeds::Among(1).pair(7, true, draws), [0, 0]);
        assert!(Seeds::Own.vary() && Seeds::Among(2).vary() && !Seeds::Among(1).vary());
        let mut equal = 0;
        for sample in 0..400 {
            let [one, other] = Seeds::Among(3).pair(sample, true, draws);
            assert!(one < 3 && other < 3 && one != other);
            let [one, other] = Seeds::Among(3).pair(sample, false, draws);
            equal += u32::from(one == other);
        }
        assert!((100..170).contains(&equal), "a third of independent pairs are equal: {equal}");
    }
}
