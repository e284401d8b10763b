//! The labour of an analysis: points are run side by side, each by one worker on one thread, and one number of each is kept.
//!
//! Model: a worker takes the next point, makes its scenario and society, lives its worlds and keeps the total of the measure, of two worlds the
//! first's less the second's. Which worker runs which point changes no result. A caller who stops the work gets what is done.

use super::design::Point;
use super::factor::{Drawn, Factors};
use demerit_engine::World;
use demerit_kernel::{Draws, Seed};
use demerit_society::state::events::Cohort;
use demerit_study::run::{RunError, Signal};
use demerit_worlds::schedules::schedule;
use demerit_worlds::total::Measured;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

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

/// Everything that the workers share.
pub(super) struct Crew<'a> {
    pub(super) factors: &'a Factors,
    pub(super) measured: &'a Measured,
    /// The seed with number 0.
    pub(super) first_seed: u64,
    pub(super) threads: usize,
}

#[derive(Default)]
struct State {
    next: AtomicUsize,
    ticks: AtomicU64,
    stop: AtomicBool,
    fault: Mutex<Option<String>>,
}

impl Crew<'_> {
    /// Runs the points in their order; gives what each gave as far as it was run. `progress` is told the ticks lived, over all worlds.
    pub(super) fn run(
        &self,
        points: &[Point],
        progress: &mut dyn FnMut(u64) -> Signal,
    ) -> Result<Vec<Option<Given>>, RunError> {
        let workers = self.threads.clamp(1, points.len().max(1));
        let state = State::default();
        let given: Mutex<Vec<Option<Given>>> = Mutex::new(vec![None; points.len()]);
        let pools = (0..workers).map(|_| rayon::ThreadPoolBuilder::new().num_threads(1).build());
        let pools = pools
            .collect::<Result<Vec<_>, _>>()
            .map_err(|error| RunError::Options(format!("cannot start {workers} threads: {error}")))?;
        std::thread::scope(|scope| {
            let work = || self.work(points, &state, &given);
            let hands: Vec<_> = pools.iter().map(|pool| scope.spawn(move || pool.install(work))).collect();
            while hands.iter().any(|hand| !hand.is_finished()) {
                std::thread::sleep(Duration::from_millis(10));
                if progress(state.ticks.load(Ordering::Relaxed)) == Signal::Stop {
                    state.stop.store(true, Ordering::Relaxed);
                }
            }
        });
        if let Some(fault) = state.fault.into_inner().unwrap_or_else(PoisonError::into_inner) {
            return Err(RunError::Fault(fault));
        }
        Ok(given.into_inner().unwrap_or_else(PoisonError::into_inner))
    }

    fn work(&self, points: &[Point], state: &State, given: &Mutex<Vec<Option<Given>>>) {
        while !state.stop.load(Ordering::Relaxed) {
            let place = state.next.fetch_add(1, Ordering::Relaxed);
            let Some(point) = points.get(place) else { return };
            match self.live(point, state) {
                Ok(Some(one)) => given.lock().unwrap_or_else(PoisonError::into_inner)[place] = Some(one),
                Ok(None) => return,
                Err(fault) => {
                    state.stop.store(true, Ordering::Relaxed);
                    *state.fault.lock().unwrap_or_else(PoisonError::into_inner) = Some(fault);
                    return;
                }
            }
        }
    }

    /// Lives the worlds of a point; nothing if it was stopped.
    fn live(&self, point: &Point, state: &State) -> Result<Option<Given>, String> {
        let seed = self.first_seed + point.seed;
        let (scenario, society, drawn) = self.factors.at(&point.at, seed)?;
        let cohort = Arc::new(Cohort::new(0, society.persons, &Draws::new(Seed(seed))));
        let mut given = Given { value: 0.0, has_value: false, undefined: false, drawn };
        for (sign, file) in [1.0, -1.0].into_iter().zip(scenario.worlds()) {
            let mechanisms = scenario.study.mechanisms_in(file);
            let (schedule, society) =
                schedule(&scenario, file, mechanisms, &society).map_err(|error| error.to_string())?;
            let world = World::new(Arc::new(society), schedule, Arc::clone(&cohort));
            let total = self.measured.live(&scenario, world, seed, &mut || {
                state.ticks.fetch_add(1, Ordering::Relaxed);
                !state.stop.load(Ordering::Relaxed)
            });
            let Some(total) = total else { return Ok(None) };
            given.has_value |= total.is_some();
            given.undefined |= total.is_none() && self.measured.is_mean();
            given.value += sign * total.unwrap_or_default();
        }
        Ok(Some(given))
    }
}
