//! Points of a design: the worlds of each are lived, and one number of them kept, of two worlds the first's
//! less the second's.

use super::design::Point;
use super::factor::{Drawn, Factors};
use crate::pool::{Pace, side_by_side};
use demerit_kernel::{Draws, Seed};
use demerit_study::run::Signal;
use demerit_worlds::LiveError;
use demerit_worlds::total::Measured;

/// What a point gave.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Given {
    /// The number; a ratio with nothing to divide by counts as 0.
    pub(super) value: f64,
    /// Whether the measure had a value in any of the worlds.
    pub(super) has_value: bool,
    /// Whether it was a ratio with nothing to divide by in one of them.
    pub(super) undefined: bool,
    /// Factors that were drawn in.
    pub(super) drawn: Drawn,
}

/// What the points have in common.
pub(super) struct Design<'a> {
    pub(super) factors: &'a Factors,
    pub(super) measured: Measured,
    pub(super) first_seed: u64,
}

impl Design<'_> {
    /// Lives the points in their order; gives what each gave as far as it was lived. `progress` is called
    /// with the ticks lived, over all worlds.
    pub(super) fn lived(
        &self,
        points: &[Point],
        threads: usize,
        progress: &mut dyn FnMut(u64) -> Signal,
    ) -> Result<Vec<Option<Given>>, LiveError> {
        let live = |point: usize, pace: &Pace| self.live(&points[point], pace);
        Ok(side_by_side(points.len(), threads, live, progress)?.0)
    }

    /// Lives the worlds of a point; nothing if it was stopped.
    fn live(&self, point: &Point, pace: &Pace) -> Result<Option<Given>, String> {
        let seed = self.first_seed + point.seed;
        let (scenario, drawn) = self.factors.at(&point.at, seed)?;
        let society = scenario.society(Draws::new(Seed(seed))).map_err(|error| error.to_string())?;
        let mut given = Given { value: 0.0, has_value: false, undefined: false, drawn };
        for (sign, file) in [1.0, -1.0].into_iter().zip(scenario.worlds()) {
            let total = self.measured.live(&scenario, file, &society, &mut || pace.tick());
            let Some(total) = total.map_err(|error| error.to_string())? else { return Ok(None) };
            given.has_value |= total.is_some();
            given.undefined |= total.is_none() && self.measured.is_mean();
            given.value += sign * total.unwrap_or_default();
        }
        Ok(Some(given))
    }
}
