//! The scale of a score: where everybody starts, and the two walls.
//!
//! Model: a score is a whole number of points; adding points stops at the walls,
//! s' = min(ceiling, max(floor, s + points)).

pub(crate) mod due;
pub(crate) mod forgetting;
pub(crate) mod tier;

use demerit_kernel::Points;

/// Start, floor and ceiling of a score, in points; floor ≤ start ≤ ceiling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// Score of a person who comes under the regime.
    pub start: Points,
    /// Lowest score.
    pub floor: Points,
    /// Highest score.
    pub ceiling: Points,
}

impl Scale {
    /// The score after `points` were added to `score`.
    #[inline]
    pub fn add(&self, score: Points, points: Points) -> Points {
        let sum = i32::from(score.0) + i32::from(points.0);
        Points(sum.clamp(i32::from(self.floor.0), i32::from(self.ceiling.0)) as i16)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SCALE: Scale = Scale { start: Points(600), floor: Points(0), ceiling: Points(800) };

    #[test]
    fn a_score_stays_between_floor_and_ceiling() {
        assert_eq!(SCALE.add(Points(600), Points(-50)), Points(550));
        assert_eq!(SCALE.add(Points(30), Points(-50)), Points(0));
        assert_eq!(SCALE.add(Points(790), Points(i16::MAX)), Points(800));
    }

    #[test]
    fn a_scale_of_one_point_never_moves() {
        let still = Scale { start: Points(5), floor: Points(5), ceiling: Points(5) };
        assert_eq!(still.add(Points(5), Points(-9)), Points(5));
    }

    proptest! {
        #[test]
        fn stays_between_the_walls(score in 0i16..=800, points in any::<i16>()) {
            let after = SCALE.add(Points(score), Points(points)).0;
            prop_assert!((0..=800).contains(&after));
            prop_assert!(points < 0 || after >= score.min(800));
        }
    }
}
