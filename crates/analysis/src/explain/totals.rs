//! Totals of coalitions: the world of each is lived, and one number of it kept.
//!
//! Symbols: the total of a measure: see [`demerit_worlds::total`].

use super::coalitions::{Coalitions, Keys};
use crate::pool::{Pace, side_by_side};
use demerit_engine::World;
use demerit_kernel::{Draws, Seed};
use demerit_scenario::load::Scenario;
use demerit_society::Society;
use demerit_society::state::events::Cohort;
use demerit_study::run::memory::Memory;
use demerit_study::run::{RunError, Signal};
use demerit_worlds::schedules::schedule;
use demerit_worlds::total::Measured;
use std::sync::Arc;

/// What the worlds of a seed have in common.
pub(super) struct Totals<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) society: &'a Society,
    pub(super) game: &'a Coalitions,
    pub(super) measured: &'a Measured,
    pub(super) seed: u64,
}

impl Totals<'_> {
    /// Lives the worlds; gives the total of each and the person-weeks computed.
    pub(super) fn of(
        &self,
        keys: &Keys,
        threads: usize,
        progress: &mut dyn FnMut(u32, u32, u64) -> Signal,
    ) -> Result<(Vec<f64>, u64), RunError> {
        let worlds = keys.worlds.len();
        let all = self.scenario.ticks().saturating_mul(worlds as u32);
        Memory::check_side_by_side(self.scenario, threads.clamp(1, worlds.max(1)))?;
        let persons = u64::from(self.scenario.study.persons);
        let mut stopped = false;
        let mut lived = |ticks: u64| {
            let signal = progress(ticks as u32, all, ticks * persons);
            stopped |= signal == Signal::Stop;
            signal
        };
        let live = |world: usize, pace: &Pace| Ok(self.live(keys.worlds[world], pace));
        let (totals, ticks) = side_by_side(worlds, threads, live, &mut lived)?;
        if stopped {
            return Err(RunError::Stopped);
        }
        let totals: Vec<Option<f64>> = totals.into_iter().map(Option::flatten).collect();
        if totals.iter().all(Option::is_none) {
            let message =
                format!("`{}` has no value for everybody as a whole in this run", self.measured.name);
            return Err(RunError::Options(message));
        }
        Ok((totals.into_iter().map(Option::unwrap_or_default).collect(), ticks * persons))
    }

    /// Lives the world of a coalition; `None` if it was stopped.
    fn live(&self, coalition: usize, pace: &Pace) -> Option<Option<f64>> {
        let world = self.scenario.study.worlds.first()?;
        // Every coalition's regimes have been put together before, to find out which of them differ.
        let (schedule, society) =
            schedule(self.scenario, world, self.game.mechanisms(coalition), self.society).ok()?;
        let cohort = Arc::new(Cohort::new(0, society.persons, &Draws::new(Seed(self.seed))));
        let world = World::new(Arc::new(society), schedule, cohort);
        self.measured.live(self.scenario, world, self.seed, &mut || pace.tick())
    }
}
