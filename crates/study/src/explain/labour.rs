//! The labour of explaining: the worlds of coalitions are run side by side, each by a worker of its own, and their totals kept.
//!
//! Model: a worker takes the next world, runs it to the end, keeps one number of it and drops it, so that there are never more worlds than
//! workers. Which worker runs which world changes no result.
//!
//! Symbols: the total of a measure: see [`Measured`]. What adds up over time is summed; of anything else the mean is taken.

use super::coalitions::{Coalitions, Keys};
use super::compares;
use crate::load::Scenario;
use crate::run::{Reader, RunError, Signal};
use crate::tables::MeasureRow;
use crate::walk::did_you_mean;
use crate::worlds::plan;
use demerit_engine::{World, step};
use demerit_kernel::{Draws, Seed, Tick};
use demerit_society::events::Cohort;
use demerit_society::{Society, TICKS_PER_YEAR};
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// How a measure's readings become one number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Total {
    Sum,
    Mean,
}

/// A measure and its total.
#[derive(Clone, Debug)]
pub(super) struct Measured {
    pub(super) name: String,
    pub(super) unit: String,
    pub(super) note: Option<String>,
    read: &'static str,
    total: Total,
}

impl Measured {
    /// The measure of this name, or why it has no total.
    pub(super) fn named(name: &str) -> Result<Self, String> {
        let all = demerit_measures::all();
        if compares(name) {
            return Err(format!(
                "`{name}` compares two worlds, so that no mechanism of one of them explains it"
            ));
        }
        if let Some(found) = all.iter().find(|measure| measure.name == name) {
            let sums = found.kind.adds_up();
            let total = if sums { Total::Sum } else { Total::Mean };
            let note = (!sums).then(|| "the mean over the readings of the run".to_owned());
            return Ok(Self {
                name: name.to_owned(),
                unit: found.unit.to_owned(),
                note,
                read: found.name,
                total,
            });
        }
        let names = all.iter().map(|measure| measure.name);
        let near = did_you_mean(name, names).map_or_else(
            || "`demerit list measures` tells them".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        Err(format!("there is no measure `{name}`; {near}"))
    }

    /// The total of the readings of a run; `None` without any for everybody as a whole.
    fn total(&self, rows: &[MeasureRow]) -> Option<f64> {
        let whole = || {
            rows.iter().filter(|row| row.domain == "all" && row.group == "all" && row.measure == self.read)
        };
        let count = whole().count();
        let sum: f64 = whole().map(|row| row.value).sum();
        (count > 0).then(|| match self.total {
            Total::Sum => sum,
            Total::Mean => sum / count as f64,
        })
    }
}

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
        let (plan, society) = plan(self.scenario, world, self.game.mechanisms(coalition), self.society);
        let cohort = Arc::new(Cohort::new(0, society.persons, &Draws::new(Seed(self.seed))));
        let pilot = vec![false; society.cities.all().len()];
        let mut worlds = [World::new(Arc::new(society), plan, cohort)];
        let mut reader = Reader::of_one(self.scenario, self.seed, &pilot, self.measured.read);
        let mut rows = Vec::new();
        let ticks = self.scenario.ticks();
        for tick in 0..ticks {
            worlds.iter_mut().for_each(step);
            let done = tick + 1;
            if done.is_multiple_of(self.scenario.study.measure_every)
                || done.is_multiple_of(TICKS_PER_YEAR)
                || done == ticks
            {
                reader.read(&mut worlds, Tick(tick), &mut rows);
            }
            state.ticks.fetch_add(1, Ordering::Relaxed);
            if state.stop.load(Ordering::Relaxed) {
                return None;
            }
        }
        Some(self.measured.total(&rows))
    }
}
