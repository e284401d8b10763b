//! Rules: what a matter on the record costs or earns.
//!
//! Model: an entry about `matter` gives points from the rule's band, low ≤ points ≤ high: the officer's discretion, drawn
//! evenly over the whole numbers of the band. With a cap, a person is given points by the rule at most `times` times in a
//! window; windows are those of the calendar and begin at the same tick for everybody. With `infers`, the rule reads the
//! matter as a sign of a trait: it is meant for people with that trait, whoever else does the same.
//!
//! Symbols: points in points (negative: lost), times 1 to 15, window in ticks.
//! Leaves out: officers with habits of their own; rules that look at several matters at once.

use crate::{Grounds, Matter, Trait};
use demerit_kernel::{Points, Tick};

/// At most `times` uses of a rule for a person in each window of `window` ticks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cap {
    /// Uses in a window, 1 to 15.
    pub times: u8,
    /// Length of a window in ticks, at least 1.
    pub window: u32,
}

impl Cap {
    /// Whether a new window begins at `tick`.
    #[must_use]
    pub fn begins(&self, tick: Tick) -> bool {
        tick.0.is_multiple_of(self.window)
    }
}

/// A rule of a regime.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Name, unique in the regime.
    pub name: String,
    /// The matter that the rule is about.
    pub matter: Matter,
    /// Fewest points.
    pub low: Points,
    /// Most points.
    pub high: Points,
    /// How often it may count.
    pub cap: Option<Cap>,
    /// The trait that the rule reads into the matter.
    pub infers: Option<Trait>,
    /// Whether points lost by this rule spill over to ties.
    pub spills: bool,
    /// Claim status and source.
    pub grounds: Grounds,
}

impl Rule {
    /// The points that an officer gives, from 32 even random bits.
    #[must_use]
    #[inline]
    pub fn award(&self, officer: u32) -> Points {
        let width = i64::from(self.high.0) - i64::from(self.low.0) + 1;
        let step = (i64::from(officer) * width) >> 32;
        Points((i64::from(self.low.0) + step) as i16)
    }
}

/// How often a capped rule was used for a person in this window: by the record and by the person's true deeds, four
/// bits each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Uses(pub u8);

impl Uses {
    /// Counts one use by the record; `false` if the cap was reached.
    #[inline]
    pub fn record(&mut self, cap: Cap) -> bool {
        let open = (self.0 & 15) < cap.times;
        self.0 += u8::from(open);
        open
    }

    /// Counts one use by a true deed; `false` if the cap was reached.
    #[inline]
    pub fn deserve(&mut self, cap: Cap) -> bool {
        let open = (self.0 >> 4) < cap.times;
        self.0 += u8::from(open) << 4;
        open
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Claim;
    use proptest::prelude::*;

    fn rule(low: i16, high: i16) -> Rule {
        let grounds = Grounds { claim: Claim::Hypothetical, source: "a test".into() };
        let (low, high) = (Points(low), Points(high));
        Rule {
            name: "r".into(),
            matter: Matter::LateBill,
            low,
            high,
            cap: None,
            infers: None,
            spills: false,
            grounds,
        }
    }

    #[test]
    fn a_band_by_hand() {
        let wide = rule(-50, -5);
        assert_eq!(wide.award(0), Points(-50));
        assert_eq!(wide.award(u32::MAX), Points(-5));
        assert_eq!(wide.award(1 << 31), Points(-27));
    }

    #[test]
    fn a_band_of_one_number_leaves_nothing_to_the_officer() {
        assert_eq!(rule(-10, -10).award(123_456_789), Points(-10));
    }

    #[test]
    fn a_cap_of_two_counts_twice_for_record_and_truth_apart() {
        let cap = Cap { times: 2, window: 52 };
        let mut uses = Uses::default();
        assert!(uses.record(cap) && uses.record(cap) && !uses.record(cap));
        assert!(uses.deserve(cap) && uses.deserve(cap) && !uses.deserve(cap));
        assert!(cap.begins(Tick(0)) && !cap.begins(Tick(51)) && cap.begins(Tick(104)));
    }

    proptest! {
        #[test]
        fn an_award_lies_in_the_band(low in -500i16..0, width in 0i16..500, officer in any::<u32>()) {
            let given = rule(low, low + width).award(officer).0;
            prop_assert!(low <= given && given <= low + width);
        }

        #[test]
        fn a_cap_of_fifteen_never_overflows(steps in proptest::collection::vec(any::<bool>(), 0..80)) {
            let cap = Cap { times: 15, window: 1 };
            let mut uses = Uses::default();
            let (mut recorded, mut deserved) = (0, 0);
            for step in steps {
                if step { recorded += u32::from(uses.record(cap)); } else { deserved += u32::from(uses.deserve(cap)); }
            }
            prop_assert!(recorded <= 15 && deserved <= 15);
            prop_assert_eq!(u32::from(uses.0), recorded | deserved << 4);
        }
    }
}
