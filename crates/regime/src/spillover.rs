//! Spillover: points that a person loses because of somebody else.
//!
//! Model: when a rule that spills takes d points from a person, each tie of a type with weight w loses w·d,
//! rounded to one of the two neighbouring whole numbers so that the mean is exact. With a reach above 1 the
//! loss is passed on again, up to `reach` steps. Then the sum over layers of weight × degree must stay below
//! 1: it bounds the spectral radius of the weighted tie matrix, without which losses would grow with every
//! step. With a reach of 1 nothing is passed on twice.
//!
//! Symbols: w 0 to 1, d in points, reach 1 to 4 steps. A step takes one tick.
//! Source: the report's account of friends and fathers (`hypothetical`); the linear form is our assumption.

use crate::Provenance;
use demerit_kernel::{Chance, Points, named};

named! {
    /// The type of a tie, seen from the person who causes something to the person whom it befalls.
    Tie {
        /// Wife or husband.
        Partner = "partner",
        /// Mother or father of the one who caused it.
        Parent = "parent",
        /// Daughter or son of the one who caused it.
        Child = "child",
        /// Somebody else of the household.
        Housemate = "housemate",
        /// Kin outside the household.
        Kin = "kin",
        /// A close friend.
        Friend = "friend",
        /// A colleague or classmate.
        Colleague = "colleague",
        /// An acquaintance.
        Acquaintance = "acquaintance",
    }
}

/// Points passed on along ties.
#[derive(Clone, Debug, PartialEq)]
pub struct Spillover {
    /// Weight of each type of tie; zero where it carries nothing.
    pub weights: [Chance; Tie::COUNT],
    /// Steps that a loss may travel.
    pub reach: u8,
    /// Claim status and source.
    pub provenance: Provenance,
}

impl Spillover {
    /// What a tie of this type loses when `points` were lost, rounded by 32 even random bits.
    ///
    /// Points gained spill as nothing.
    #[inline]
    pub fn passed_on(&self, tie: Tie, points: Points, word: u32) -> Points {
        if points.0 >= 0 {
            return Points(0);
        }
        let exact = u64::from(points.0.unsigned_abs()) * self.weights[tie.index()].raw();
        let whole = exact >> 32;
        let up = u64::from(word) < (exact & 0xffff_ffff);
        Points(-((whole + u64::from(up)) as i16))
    }

    /// Whether any type of tie carries anything.
    pub fn carries(&self, tie: Tie) -> bool {
        self.weights[tie.index()] != Chance::ZERO
    }

    /// An upper bound of the spectral radius, from the largest number of ties of each type.
    pub fn spectral_bound(&self, degrees: &[u32; Tie::COUNT]) -> f64 {
        self.weights.iter().zip(degrees).map(|(weight, degree)| weight.value() * f64::from(*degree)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Claim;

    fn friends(weight: f64) -> Spillover {
        let mut weights = [Chance::ZERO; Tie::COUNT];
        weights[Tie::Friend.index()] = Chance::from_share(weight);
        Spillover {
            weights,
            reach: 1,
            provenance: Provenance { claim: Claim::Hypothetical, source: "a test".into() },
        }
    }

    #[test]
    fn losses_spill_by_the_weight_of_the_tie_and_gains_do_not() {
        let spill = friends(0.25);
        assert_eq!(spill.passed_on(Tie::Friend, Points(-40), 0), Points(-10));
        assert_eq!(spill.passed_on(Tie::Friend, Points(-10), 0), Points(-3), "2.5 rounded up by a low word");
        assert_eq!(spill.passed_on(Tie::Friend, Points(-10), u32::MAX), Points(-2));
        assert_eq!(spill.passed_on(Tie::Friend, Points(-10), (1 << 31) - 1), Points(-3));
        assert_eq!(spill.passed_on(Tie::Friend, Points(-10), 1 << 31), Points(-2), "half of all words");
        assert_eq!(spill.passed_on(Tie::Kin, Points(-40), 0), Points(0));
        assert!(spill.carries(Tie::Friend) && !spill.carries(Tie::Kin));
        assert_eq!(spill.passed_on(Tie::Friend, Points(40), 0), Points(0), "gains do not spill");
    }

    #[test]
    fn rounding_keeps_the_mean() {
        let spill = friends(0.3);
        let total: i64 = (0..1000u64)
            .map(|place| {
                i64::from(
                    spill.passed_on(Tie::Friend, Points(-7), (place * (u64::from(u32::MAX) / 999)) as u32).0,
                )
            })
            .sum();
        assert!((total + 2100).abs() <= 2, "{total}");
    }

    #[test]
    fn no_weight_carries_nothing() {
        let none = friends(0.0);
        assert!(!none.carries(Tie::Friend));
        assert_eq!(none.spectral_bound(&[50; Tie::COUNT]), 0.0);
        assert!((friends(0.1).spectral_bound(&[10; Tie::COUNT]) - 1.0).abs() < 1e-6);
    }
}
