//! Anchors: a number that depends on the score, given at some scores and linear between them.
//!
//! Model: at the score of an anchor the number is the anchor's; between two anchors it lies on the straight
//! line, rounded to the nearest whole number; below the first and above the last it is flat. Used for points
//! (the better the score, the harder the same lapse hits) and for the time in which lost points come back,
//! evenly: of a loss of p points over w ticks, ⌊p·k/w⌋ are back after k.
//!
//! Symbols: scores and points in points; times in ticks. Source: FICO, published examples at scores of 680
//! and 780. Leaves out: what else is on file, which a real score weighs too.

use demerit_kernel::Points;

/// A number at some scores.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchors(Vec<(Points, i16)>);

impl Anchors {
    /// Anchors in ascending order of their scores.
    ///
    /// # Errors
    /// The place of the anchor that does not lie above the one before it; 0 where there are none.
    pub fn new(anchors: Vec<(Points, i16)>) -> Result<Self, usize> {
        if anchors.is_empty() {
            return Err(0);
        }
        match anchors.windows(2).position(|pair| pair[0].0 >= pair[1].0) {
            Some(place) => Err(place + 1),
            None => Ok(Self(anchors)),
        }
    }

    /// Each score with its number, in ascending order.
    pub fn each(&self) -> &[(Points, i16)] {
        &self.0
    }

    /// The number at a score.
    pub fn at(&self, score: Points) -> i16 {
        let above = self.0.partition_point(|anchor| anchor.0 <= score);
        let (Some(&low), high) = (self.0.get(above.saturating_sub(1)), self.0.get(above)) else { return 0 };
        match high {
            Some(&high) if above > 0 => {
                let width = i64::from(high.0.0) - i64::from(low.0.0);
                let step = i64::from(score.0) - i64::from(low.0.0);
                let rise = (i64::from(high.1) - i64::from(low.1)) * step;
                // Half a unit is added before rounding down, so that the nearest whole number comes out.
                (i64::from(low.1) + (2 * rise + width).div_euclid(2 * width)) as i16
            }
            _ => low.1,
        }
    }

    /// The smallest number of all anchors, and the largest.
    pub fn range(&self) -> (i16, i16) {
        let numbers = || self.0.iter().map(|anchor| anchor.1);
        (numbers().min().unwrap_or(0), numbers().max().unwrap_or(0))
    }
}

/// What is back of a loss after `passed` of `whole` ticks, rounded down.
pub fn regained(loss: u16, passed: u32, whole: u32) -> u16 {
    if passed >= whole { loss } else { (u64::from(loss) * u64::from(passed) / u64::from(whole)) as u16 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn late() -> Anchors {
        Anchors::new(vec![(Points(680), -70), (Points(780), -100)]).unwrap()
    }

    #[test]
    fn points_are_interpolated_between_anchors() {
        let at = |score| late().at(Points(score));
        assert_eq!([300, 680, 730, 780, 850].map(at), [-70, -70, -85, -100, -100]);
        assert_eq!([681, 682, 683, 779].map(at), [-70, -71, -71, -100]);
        assert_eq!(late().range(), (-100, -70));
    }

    #[test]
    fn one_anchor_is_the_same_everywhere_and_none_is_refused() {
        let flat = Anchors::new(vec![(Points(5), -3)]).unwrap();
        assert_eq!([-9, 5, 99].map(|score| flat.at(Points(score))), [-3; 3]);
        assert_eq!(Anchors::new(vec![]), Err(0));
        assert_eq!(Anchors::new(vec![(Points(5), 1), (Points(5), 2)]), Err(1));
    }

    #[test]
    fn what_was_lost_comes_back_evenly() {
        assert_eq!([0, 13, 39, 99].map(|passed| regained(70, passed, 39)), [0, 23, 70, 70]);
        assert_eq!(regained(70, 0, 0), 70);
    }

    proptest! {
        #[test]
        fn between_two_anchors_it_stays_between_them(low in -500i16..0, high in -500i16..0, score in 0i16..1000) {
            let anchors = Anchors::new(vec![(Points(300), low), (Points(800), high)]).unwrap();
            let at = anchors.at(Points(score));
            prop_assert!(low.min(high) <= at && at <= low.max(high));
        }
    }
}
