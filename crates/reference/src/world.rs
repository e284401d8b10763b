//! The world of the reference: all neighbourhoods, the regimes in force, the mail, and a tick of all of them.

use crate::person::{NEIGHBOURS, Neighbourhood};
use crate::week::{Befell, Letter, Week};
use demerit_engine::Schedule;
use demerit_kernel::Tick;
use demerit_society::{Society, Tally};
use std::sync::Arc;

/// A society under a schedule of regimes, between two ticks.
#[derive(Clone, Debug)]
pub struct Reference {
    pub(crate) society: Arc<Society>,
    pub(crate) schedule: Schedule,
    pub(crate) tick: u32,
    /// Number of the regime in force in each city.
    pub(crate) in_force: Vec<u8>,
    pub(crate) hoods: Vec<Neighbourhood>,
    /// Letters on their way.
    pub(crate) mail: Vec<Letter>,
    tally: Tally,
}

impl Reference {
    /// A world at its first tick.
    pub fn new(society: Arc<Society>, schedule: Schedule) -> Self {
        let mut hoods: Vec<Neighbourhood> =
            (0..society.blocks()).map(|block| Neighbourhood::at_start(&society, block)).collect();
        hoods.iter_mut().for_each(|hood| hood.come_under(&schedule.regimes[0], 0));
        let in_force = vec![0; society.cities.all().len()];
        Self { society, schedule, tick: 0, in_force, hoods, mail: Vec::new(), tally: Tally::default() }
    }

    /// The next tick to be computed.
    pub const fn tick(&self) -> u32 {
        self.tick
    }

    /// What was counted since the last call.
    pub fn take_tally(&mut self) -> Tally {
        std::mem::take(&mut self.tally)
    }

    /// Moves the world by one tick.
    pub fn step(&mut self) {
        let before = self.in_force.clone();
        for change in self.schedule.changes.iter().filter(|change| change.from.0 == self.tick) {
            for (city, now) in (0..).zip(&mut self.in_force) {
                if change.cities.as_ref().is_none_or(|cities| cities.contains(&city)) {
                    *now = change.regime;
                }
            }
        }
        let society = Arc::clone(&self.society);
        let city_of = |block: usize| usize::from(society.cities.index_of_block(block as u32));
        for (block, hood) in self.hoods.iter_mut().enumerate() {
            let (was, now) = (before[city_of(block)], self.in_force[city_of(block)]);
            if was != now {
                hood.come_under(&self.schedule.regimes[usize::from(now)], self.tick);
            }
        }
        let pasts = self.pasts();
        let elsewhere = self.in_force.iter().any(|one| *one != self.in_force[0]);
        let mail = std::mem::take(&mut self.mail);
        for (block, hood) in self.hoods.iter_mut().enumerate() {
            let city = city_of(block);
            let number = usize::from(self.in_force[city]);
            let here = |letter: &&Letter| (letter.to / NEIGHBOURS) as usize == block;
            let inbox: Vec<Letter> = mail.iter().filter(here).copied().collect();
            let (mean_past, tenth) = pasts[number];
            let befell = vec![Befell::default(); hood.people.len()];
            let mut week = Week {
                society: &society,
                draws: society.draws,
                tick: Tick(self.tick),
                regime: &self.schedule.regimes[number],
                begins: before[city] != self.in_force[city],
                elsewhere,
                block: block as u32,
                first: block as u32 * NEIGHBOURS,
                city: &society.cities.all()[city],
                city_number: city as u16,
                pattern: society.pattern(block as u32),
                mean_past,
                tenth,
                inbox: &inbox,
                hood,
                befell,
                letters: Vec::new(),
                tally: &mut self.tally,
            };
            week.pass();
            self.mail.extend(week.posted());
        }
        self.tick += 1;
    }

    /// For each regime the mean of the past entries over its neighbourhoods, and the count that a tenth of
    /// them reach.
    fn pasts(&self) -> Vec<(u32, Option<u32>)> {
        let of = |regime: usize| {
            let city = |block: usize| usize::from(self.society.cities.index_of_block(block as u32));
            let under = |block: &usize| usize::from(self.in_force[city(*block)]) == regime;
            let mut counts: Vec<u32> =
                (0..self.hoods.len()).filter(under).map(|block| self.hoods[block].past).collect();
            counts.sort_unstable();
            let sum: u64 = counts.iter().map(|&count| u64::from(count)).sum();
            let mean = sum.checked_div(counts.len() as u64).unwrap_or(0) as u32;
            let most = counts.len() / 10;
            (mean, (most > 0).then(|| counts[counts.len() - most]).filter(|&count| count > 0))
        };
        (0..self.schedule.regimes.len()).map(of).collect()
    }
}
