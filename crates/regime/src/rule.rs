//! Rules: what a matter on the record costs or earns.
//!
//! Model: an entry about `matter` gives points from the rule's band, low ≤ points ≤ high: the officer's
//! discretion, drawn evenly over the whole numbers of the band, or by the score at which it falls
//! (`rule/anchor.rs`). A matter may be the object of several rules: each of them counts. With a cap, a person
//! is given points by the rule only so many times in a window (see `rule/cap.rs`). With `infers`, the rule
//! reads the matter as a sign of a trait: it is meant for people with that trait, whoever else does the same.
//!
//! Symbols: points in points (negative: lost). Sources: rule by rule in the regime file.
//! Leaves out: officers with habits of their own; rules that look at several matters at once.

pub(crate) mod anchor;
pub(crate) mod cap;

use crate::{Anchors, Cap, Matter, Provenance, Trait};
use demerit_kernel::Points;

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
    /// Points by the score at which they fall, in place of the band.
    pub points_at: Option<Anchors>,
    /// Ticks in which lost points come back, by the score before the loss.
    pub recovers: Option<Anchors>,
    /// How often it may count.
    pub cap: Option<Cap>,
    /// The trait that the rule reads into the matter.
    pub infers: Option<Trait>,
    /// Whether it counts only for those who have that trait: an inference without errors.
    pub infers_rightly: bool,
    /// Whether points lost by this rule spill over to ties.
    pub spills: bool,
    /// Claim status and source.
    pub provenance: Provenance,
}

impl Rule {
    /// A rule without a cap, a trait or a tie, that gives the same points at every score.
    pub fn plain(matter: Matter, points: Points, provenance: Provenance) -> Self {
        Self {
            name: matter.name().into(),
            matter,
            low: points,
            high: points,
            points_at: None,
            recovers: None,
            cap: None,
            infers: None,
            infers_rightly: false,
            spills: false,
            provenance,
        }
    }

    /// Whether it leaves nothing to the officer.
    #[inline]
    pub fn is_fixed(&self) -> bool {
        self.low == self.high || self.points_at.is_some()
    }

    /// The points for somebody with this score, from 32 even random bits.
    #[inline]
    pub fn award_at(&self, score: Points, officer: u32) -> Points {
        self.points_at.as_ref().map_or_else(|| self.award(officer), |anchors| Points(anchors.at(score)))
    }

    /// The points that an officer gives, from 32 even random bits.
    #[inline]
    pub fn award(&self, officer: u32) -> Points {
        let width = i64::from(self.high.0) - i64::from(self.low.0) + 1;
        let step = (i64::from(officer) * width) >> 32;
        Points((i64::from(self.low.0) + step) as i16)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Claim;
    use proptest::prelude::*;

    fn rule(low: i16, high: i16) -> Rule {
        let provenance = Provenance { claim: Claim::Hypothetical, source: "a test".into() };
        Rule { low: Points(low), ..Rule::plain(Matter::LateBill, Points(high), provenance) }
    }

    #[test]
    fn points_by_the_score_leave_nothing_to_the_officer() {
        let points_at = Anchors::new(vec![(Points(680), -70), (Points(780), -100)]).ok();
        let shock = Rule { points_at, ..rule(-100, -70) };
        assert!(shock.is_fixed() && !rule(-100, -70).is_fixed());
        assert_eq!([680, 780].map(|score| shock.award_at(Points(score), 7)), [Points(-70), Points(-100)]);
        assert_eq!(rule(-5, -5).award_at(Points(680), 7), Points(-5));
    }

    #[test]
    fn an_officer_picks_within_the_band() {
        let wide = rule(-50, -5);
        assert_eq!(wide.award(0), Points(-50));
        assert_eq!(wide.award(u32::MAX), Points(-5));
        assert_eq!(wide.award(1 << 31), Points(-27));
    }

    #[test]
    fn a_band_of_one_number_leaves_nothing_to_the_officer() {
        assert_eq!(rule(-10, -10).award(123_456_789), Points(-10));
    }

    proptest! {
        #[test]
        fn an_award_lies_in_the_band(low in -500i16..0, width in 0i16..500, officer in any::<u32>()) {
            let given = rule(low, low + width).award(officer).0;
            prop_assert!(low <= given && given <= low + width);
        }
    }
}
