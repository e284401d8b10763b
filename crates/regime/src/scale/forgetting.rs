//! Forgetting: a score drifts back to where it started.
//!
//! Model: every `every` ticks a person's distance to the start shrinks by the share φ, towards the start:
//! s' = start + (s − start)·(1 − φ), the distance rounded down, so that a score reaches the start in the end.
//! Persons take turns: the one with number p is due in tick t > 0 where p + t is a multiple of `every`, so
//! that an even share forgets in each tick.
//!
//! Symbols: φ 0 to 1; every in ticks. Leaves out: offices that do it for all on one day.

use demerit_kernel::{Chance, Points};

/// Ticks between two steps of a person where points expire.
const STEP: u32 = 4;
/// Share of the points that is left when they count as expired.
const LEFT: f64 = 0.05;

/// How a regime forgets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub struct Forgetting {
    /// Ticks between two steps of a person, at least 1.
    pub every: u32,
    /// Share of the distance that is forgotten in a step.
    pub share: Chance,
}

impl Forgetting {
    /// Forgetting by which points have expired after `weeks`; `own` where that is sooner.
    pub fn expiring(own: Option<Self>, weeks: u32) -> Self {
        let steps = f64::from(weeks) / f64::from(STEP);
        let due = Self { every: STEP, share: Chance::from_share(1.0 - libm::pow(LEFT, 1.0 / steps)) };
        own.filter(|own| own.yearly() >= due.yearly()).unwrap_or(due)
    }

    /// Share of a distance that is forgotten in 52 ticks.
    fn yearly(self) -> f64 {
        1.0 - libm::pow(1.0 - self.share.value(), 52.0 / f64::from(self.every))
    }

    /// What is left of an amount of points after one step, rounded towards zero.
    #[inline]
    pub fn left(&self, points: Points) -> Points {
        let keep = (1u64 << 32) - self.share.raw();
        let size = (u64::from(points.0.unsigned_abs()) * keep) >> 32;
        Points(if points.0 < 0 { -(size as i16) } else { size as i16 })
    }

    /// The score after one step.
    #[inline]
    pub fn step(&self, score: Points, start: Points) -> Points {
        let distance = i32::from(score.0) - i32::from(start.0);
        let left = (u64::from(distance.unsigned_abs()) * ((1u64 << 32) - self.share.raw())) >> 32;
        // What is left is no more than the distance, so the score stays between where it was and the start.
        Points((i32::from(start.0) + distance.signum() * left as i32) as i16)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_moves_by_the_share_towards_its_start() {
        let half = Forgetting { every: 52, share: Chance::from_share(0.5) };
        assert_eq!(half.step(Points(500), Points(600)), Points(550));
        assert_eq!(half.step(Points(700), Points(600)), Points(650));
        assert_eq!(half.step(Points(599), Points(600)), Points(600));
    }

    #[test]
    fn an_amount_shrinks_towards_nothing_from_either_side() {
        let third = Forgetting { every: 4, share: Chance::from_share(1.0 / 3.0) };
        let left = |points| third.left(Points(points)).0;
        assert_eq!([-100, -2, -1, 0, 1, 2, 100].map(left), [-66, -1, 0, 0, 0, 1, 66]);
        assert_eq!(Forgetting { every: 4, share: Chance::ZERO }.left(Points(i16::MAX)), Points(i16::MAX));
    }

    #[test]
    fn the_widest_scale_is_no_trouble() {
        let some = Forgetting { every: 1, share: Chance::from_share(0.5) };
        assert_eq!(some.step(Points(-30_000), Points(30_000)), Points(0));
        assert_eq!(some.step(Points(30_000), Points(-30_000)), Points(0));
    }

    #[test]
    fn nothing_and_everything() {
        let never = Forgetting { every: 1, share: Chance::ZERO };
        let all = Forgetting { every: 1, share: Chance::ONE };
        assert_eq!(never.step(Points(123), Points(600)), Points(123));
        assert_eq!(all.step(Points(123), Points(600)), Points(600));
    }
}
