//! Today: all that is fixed about a neighbourhood in a tick.

use crate::block::Block;
use crate::past::{Past, Pasts};
use crate::schedule::Schedule;
use demerit_kernel::{Draws, Tick};
use demerit_regime::Regime;
use demerit_society::society::home;
use demerit_society::{City, Cohort, Home, Message, Place, Society};

/// What all neighbourhoods of a world share in a tick.
#[derive(Clone, Copy)]
pub(crate) struct Shared<'a> {
    pub(crate) society: &'a Society,
    pub(crate) schedule: &'a Schedule,
    pub(crate) cohort: &'a Cohort,
    pub(crate) tick: Tick,
    /// Index of the regime in force in each city.
    pub(crate) in_force: &'a [u8],
    /// The same before this tick.
    pub(crate) before: &'a [u8],
    /// Whether different regimes are in force.
    pub(crate) differ: bool,
    /// What assesses true deeds without effect.
    pub(crate) assessor: Option<Assessor<'a>>,
    pub(crate) pasts: &'a Pasts,
}

/// A schedule without effect, whose rules are put to true deeds.
#[derive(Clone, Copy)]
pub(crate) struct Assessor<'a> {
    pub(crate) schedule: &'a Schedule,
    /// Index of its regime that assesses in each city.
    pub(crate) in_force: &'a [u8],
    /// The same before this tick.
    pub(crate) before: &'a [u8],
}

impl<'a> Assessor<'a> {
    /// The regime that assesses in a city.
    pub(crate) fn regime(&self, city: usize) -> &'a Regime {
        &self.schedule.regimes[usize::from(self.in_force[city])]
    }
}

/// All that is fixed about a neighbourhood in a tick.
pub(crate) struct Today<'a> {
    pub(crate) society: &'a Society,
    pub(crate) draws: Draws,
    pub(crate) tick: Tick,
    /// Number of the neighbourhood.
    pub(crate) block: u32,
    pub(crate) city: &'a City,
    /// Index of the city among all.
    pub(crate) city_index: u16,
    /// What was found in the neighbourhoods under the same regime, up to the last tick.
    pub(crate) past: Past,
    pub(crate) pattern: &'a [Place],
    pub(crate) regime: &'a Regime,
    pub(crate) regime_index: u8,
    /// Whether this regime took over from another one in this tick. What the other one set in motion lapses.
    pub(crate) regime_begins: bool,
    /// The regime whose rules are put to true deeds: this one, or one without effect.
    pub(crate) assessing: &'a Regime,
    /// Whether that one took over from another in this tick.
    pub(crate) assessing_begins: bool,
    /// Whether another regime is in force in some other city.
    pub(crate) elsewhere: bool,
    /// Messages to this neighbourhood.
    pub(crate) inbox: &'a [Message],
    /// Members of the cohort who live here.
    pub(crate) cohort: &'a [u32],
}

impl<'a> Today<'a> {
    /// Today in the neighbourhood with a number.
    pub(crate) fn of(shared: &Shared<'a>, block: u32, inbox: &'a [Message]) -> Self {
        let society = shared.society;
        let city_index = society.cities.index_of_block(block);
        let city = usize::from(city_index);
        let number = shared.in_force[city];
        let regime = &shared.schedule.regimes[usize::from(number)];
        let regime_begins = shared.before[city] != number;
        let (assessing, assessing_begins) = shared.assessor.map_or((regime, regime_begins), |one| {
            (one.regime(city), one.before[city] != one.in_force[city])
        });
        Self {
            society,
            draws: society.draws,
            tick: shared.tick,
            block,
            city: &society.cities.all()[city],
            city_index,
            past: shared.pasts.of(number),
            pattern: society.pattern(block),
            regime,
            regime_index: number,
            regime_begins,
            assessing,
            assessing_begins,
            elsewhere: shared.differ,
            inbox,
            cohort: shared.cohort.of_block(block),
        }
    }

    /// Whether everybody's standing was set anew before this tick: at the start, and where a regime comes
    /// into force.
    pub(crate) const fn is_first_under_regime(&self) -> bool {
        self.regime_begins || self.tick.0 == 0
    }

    /// The households, as far as ties need them.
    pub(crate) fn home<'b>(&'b self, block: &'b Block<'_>) -> Home<'b> {
        let tables = &*block.tables;
        home(self.pattern, block.born, &tables.flags, &tables.marks.couples, block.first_person, self.tick)
    }
}
