//! Totals of coalitions: the world of each is lived, and one number of it kept.
//!
//! Symbols: the total of a measure: see [`demerit_worlds::total`].

use super::coalitions::{Coalitions, Keys};
use crate::pool::{Pace, side_by_side};
use demerit_scenario::load::Scenario;
use demerit_society::Society;
use demerit_study::run::Signal;
use demerit_study::run::memory::Memory;
use demerit_worlds::LiveError;
use demerit_worlds::total::Measured;

/// What the worlds of a seed have in common.
pub(super) struct Totals<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) society: &'a Society,
    pub(super) game: &'a Coalitions,
    pub(super) measured: Measured,
}

impl Totals<'_> {
    /// Lives the worlds; gives the total of each and the person-weeks computed.
    pub(super) fn of(
        &self,
        keys: &Keys,
        threads: usize,
        progress: &mut dyn FnMut(u32, u32, u64) -> Signal,
    ) -> Result<(Vec<f64>, u64), LiveError> {
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
        let live = |world: usize, pace: &Pace| {
            let Some(world) = self.game.world(keys.worlds[world]) else { return Ok(None) };
            let total = self.measured.live(self.scenario, &world, self.society, &mut || pace.tick());
            total.map_err(|error| error.to_string())
        };
        let (totals, ticks) = side_by_side(worlds, threads, live, &mut lived)?;
        if stopped {
            return Err(LiveError::Stopped);
        }
        // What is counted and has no value counted nothing; a ratio without one had nothing to divide by.
        let without = if self.measured.is_mean() { None } else { Some(0.0) };
        let totals: Vec<Option<f64>> = totals.into_iter().map(Option::flatten).collect();
        let lacks = |coalition: &&usize| totals[keys.world_of[*coalition]].is_none();
        let (lacking, all) = (keys.world_of.keys().filter(lacks).count(), keys.world_of.len());
        let name = self.measured.name();
        let told = if lacking == all {
            Some(format!("`{name}` has no value for everybody as a whole in this run"))
        } else if lacking > 0 && without.is_none() {
            Some(format!(
                "`{name}` has no value in {lacking} of {all} coalitions, where there is nothing to divide by, \
                 and so cannot be shared out; explain what it is made of, or take more persons or years"
            ))
        } else {
            None
        };
        if let Some(message) = told {
            return Err(LiveError::Options(message));
        }
        Ok((totals.into_iter().map(|total| total.or(without).unwrap_or_default()).collect(), ticks * persons))
    }
}
