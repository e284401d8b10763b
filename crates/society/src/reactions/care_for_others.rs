//! Care for others: what is not said because it would cost somebody else.
//!
//! Model. Before a critical or revealing post for which the regime would take points from the author's ties,
//! whoever knows that holds back with chance k·min(1, h), where h is the sum of the regime's weights over the
//! actual members of the household and over `friends` friends whom one has in mind. Own fear comes first:
//! what was withheld out of fear is not counted here.
//!
//! Symbols: k (`care`) 0 to 1; h 0 or more; `friends` in persons. Source: the report of 2018 (people think of
//! friends and family first, `reported`); both numbers are assumptions. Leaves out: how many points are at
//! stake, care of the ties for each other, and asking them.

use demerit_kernel::Chance;
use demerit_regime::{Spillover, Tie};

/// How much people hold back for others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Care {
    /// Chance to hold back where the ties together would lose as much as oneself.
    pub care: f64,
    /// Friends whom one has in mind.
    pub friends: f64,
}

impl Care {
    /// Chance to hold back under a spillover, with these members of the household.
    pub fn holds_back(&self, spillover: &Spillover, household: impl Iterator<Item = Tie>) -> Chance {
        let weight = |tie: Tie| spillover.weights[tie.index()].value();
        let home: f64 = household.map(weight).sum();
        Chance::from_share(self.care * (home + self.friends * weight(Tie::Friend)).min(1.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_regime::{Claim, Provenance};
    use proptest::prelude::*;

    fn spillover(weights: &[(Tie, f64)]) -> Spillover {
        let mut all = [Chance::ZERO; Tie::COUNT];
        for (tie, weight) in weights {
            all[tie.index()] = Chance::from_share(*weight);
        }
        let provenance = Provenance { claim: Claim::Hypothetical, source: "a test".into() };
        Spillover { weights: all, reach: 1, provenance }
    }

    #[test]
    fn care_weighs_whom_a_deed_would_hurt_and_is_at_most_the_whole() {
        let care = Care { care: 0.5, friends: 2.0 };
        let spills = spillover(&[(Tie::Partner, 0.25), (Tie::Child, 0.125), (Tie::Friend, 0.0625)]);
        let home = [Tie::Partner, Tie::Child, Tie::Child, Tie::Housemate];
        // 0.25 + 2 × 0.125 at home, 2 × 0.0625 of friends, half of it.
        assert!((care.holds_back(&spills, home.into_iter()).value() - 0.3125).abs() < 1e-9);
        let heavy = spillover(&[(Tie::Child, 1.0)]);
        assert!((care.holds_back(&heavy, home.into_iter()).value() - 0.5).abs() < 1e-9, "at most the whole");
    }

    #[test]
    fn nobody_at_risk_nothing_held_back() {
        let care = Care { care: 1.0, friends: 0.0 };
        assert_eq!(care.holds_back(&spillover(&[(Tie::Partner, 0.5)]), std::iter::empty()), Chance::ZERO);
        let careless = Care { care: 0.0, friends: 9.0 };
        let spills = spillover(&[(Tie::Friend, 1.0)]);
        assert_eq!(careless.holds_back(&spills, [Tie::Partner].into_iter()), Chance::ZERO);
    }

    proptest! {
        #[test]
        fn more_ties_hold_back_more(care in 0.0f64..=1.0, weight in 0.0f64..=1.0, ties in 0usize..7) {
            let care = Care { care, friends: 1.0 };
            let spills = spillover(&[(Tie::Child, weight)]);
            let with = |ties| care.holds_back(&spills, std::iter::repeat_n(Tie::Child, ties));
            prop_assert!(with(ties) <= with(ties + 1));
            prop_assert!(with(ties + 1) <= Chance::from_share(care.care));
        }
    }
}
