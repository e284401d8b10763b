//! The labour of explaining: the worlds of coalitions are run side by side, each by a worker of its own, and their totals kept.
//!
//! Model: a worker takes the next world, runs it to the end, keeps one number of it and drops it, so that there are never more worlds than
//! workers. Which worker runs which world changes no result.
//!
//! Symbols: the total of a measure: see [`demerit_worlds::total`].

use super::coalitions::{Coalitions, Keys};
use demerit_engine::World;
use demerit_kernel::{Draws, Seed};
use demerit_scenario::load::Scenario;
use demerit_society::Society;
use demerit_society::state::events::Cohort;
use demerit_study::run::memory::Memory;
use demerit_study::run::{RunError, Signal};
use demerit_worlds::schedules::schedule;
use demerit_worlds::total::Measured;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// Everything that the workers share.
pub(super) struct Crew<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) society: &'a Society,
    pub(super) game: &'a Coalitions,
    pub(super) measured: &'a Measured,
    pub(super) seed: u64,
    pub(super) threads: usize,
}

/// How far the workers are.
#[derive(Default)]
struct State {
    next: AtomicUsize,
    ticks: AtomicU32,
    stop: AtomicBool,
}

impl Crew<'_> {
    /// Runs the worlds; gives the total of each and the person-weeks computed.
    pub(super) fn run(
        &self,
        keys: &Keys,
        progress: &mut dyn FnMut(u32, u32, u64) -> Signal,
    ) -> Result<(Vec<f64>, u64), RunError> {
        let worlds = keys.worlds.len();
        let all = self.scenario.ticks().saturating_mul(worlds as u32);
        let workers = self.threads.clamp(1, worlds.max(1));
        Memory::check_side_by_side(self.scenario, workers)?;
        let state = State::default();
        let totals: Mutex<Vec<Option<f64>>> = Mutex::new(vec![None; worlds]);
        let pools = (0..workers).map(|worker| {
            let threads = self.threads / workers + usize::from(worker < self.threads % workers);
            rayon::ThreadPoolBuilder::new().num_threads(threads.max(1)).build()
        });
        let pools = pools
            .collect::<Result<Vec<_>, _>>()
            .map_err(|error| RunError::Options(format!("cannot start {} threads: {error}", self.threads)))?;
        let persons = u64::from(self.scenario.study.persons);
        let weeks = |state: &State| u64::from(state.ticks.load(Ordering::Relaxed)) * persons;
        std::thread::scope(|scope| {
            let hands: Vec<_> = pools
                .iter()
                .map(|pool| scope.spawn(|| pool.install(|| self.work(keys, &state, &totals))))
                .collect();
            while hands.iter().any(|hand| !hand.is_finished()) {
                std::thread::sleep(Duration::from_millis(20));
                let ticks = state.ticks.load(Ordering::Relaxed);
                if progress(ticks, all, weeks(&state)) == Signal::Stop {
                    state.stop.store(true, Ordering::Relaxed);
                }
            }
        });
        if state.stop.load(Ordering::Relaxed) {
            return Err(RunError::Stopped);
        }
        let totals = totals.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        if totals.iter().all(Option::is_none) {
            let message =
                format!("`{}` has no value for everybody as a whole in this run", self.measured.name);
            return Err(RunError::Options(message));
        }
        Ok((totals.into_iter().map(Option::unwrap_or_default).collect(), weeks(&state)))
    }

    fn work(&self, keys: &Keys, state: &State, totals: &Mutex<Vec<Option<f64>>>) {
        loop {
            let place = state.next.fetch_add(1, Ordering::Relaxed);
            let Some(&coalition) = keys.worlds.get(place) else { return };
            let Some(total) = self.live(coalition, state) else { return };
            totals.lock().unwrap_or_else(std::sync::PoisonError::into_inner)[place] = total;
        }
    }

    /// Runs the world of a coalition; `None` if it was stopped.
    fn live(&self, coalition: usize, state: &State) -> Option<Option<f64>> {
        let world = self.scenario.study.worlds.first()?;
        let (schedule, society) =
            // Every coalition's regimes have been put together before, to find out which of them differ.
            schedule(self.scenario, world, self.game.mechanisms(coalition), self.society).ok()?;
        let cohort = Arc::new(Cohort::new(0, society.persons, &Draws::new(Seed(self.seed))));
        let world = World::new(Arc::new(society), schedule, cohort);
        self.measured.live(self.scenario, world, self.seed, &mut || {
            state.ticks.fetch_add(1, Ordering::Relaxed);
            !state.stop.load(Ordering::Relaxed)
        })
    }
}
