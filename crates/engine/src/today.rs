//! Today: all that is fixed about a neighbourhood in a tick, and what every phase asks of it.

use crate::block::Block;
use crate::past::Past;
use crate::world::Scratch;
use demerit_kernel::{Draws, LANES, Mask, Tick};
use demerit_regime::Regime;
use demerit_society::population::city::City;
use demerit_society::population::household::Place;
use demerit_society::population::ties::Home;
use demerit_society::state::events::{Event, EventKind};
use demerit_society::state::message::Message;
use demerit_society::{Flags, Society};

/// All that is fixed about a neighbourhood in a tick.
pub(crate) struct Today<'a> {
    pub(crate) society: &'a Society,
    pub(crate) draws: Draws,
    pub(crate) tick: Tick,
    /// Number of the neighbourhood.
    pub(crate) block: u32,
    pub(crate) city: &'a City,
    /// What was found in the neighbourhoods under the same regime, up to the last tick.
    pub(crate) past: Past,
    pub(crate) pattern: &'a [Place],
    pub(crate) regime: &'a Regime,
    pub(crate) regime_number: u8,
    /// Whether the regime came into force in this tick.
    pub(crate) begins: bool,
    /// Whether another regime is in force in some other city.
    pub(crate) elsewhere: bool,
    /// Messages to this neighbourhood.
    pub(crate) inbox: &'a [Message],
    /// Members of the cohort who live here.
    pub(crate) cohort: &'a [u32],
}

impl Today<'_> {
    /// Whether everybody's standing was set anew before this tick: at the start, and where a regime comes into force.
    pub(crate) const fn starts(&self) -> bool {
        self.begins || self.tick.0 == 0
    }

    /// Whether somebody has a score under the regime: everybody, unless it asks for consent.
    #[inline]
    pub(crate) fn enrolled(&self, block: &Block<'_>, at: usize) -> bool {
        self.regime.consent.as_ref().is_none_or(|consent| {
            demerit_society::watching::consent::enrolled(
                &self.draws,
                consent.share,
                block.first_person + at as u32,
                block.born[at],
            )
        })
    }

    /// Those of these lanes who have a score under the regime.
    pub(crate) fn enrolled_of(&self, block: &Block<'_>, lanes: Mask) -> Mask {
        match &self.regime.consent {
            None => lanes,
            Some(_) => lanes.lanes().filter(|&lane| self.enrolled(block, usize::from(lane))).collect(),
        }
    }

    /// Place of the city among all.
    pub(crate) fn city_number(&self) -> u16 {
        self.society.cities.index_of_block(self.block)
    }

    /// The households, as far as ties need them.
    pub(crate) fn home<'b>(&'b self, block: &'b Block<'_>) -> Home<'b> {
        let couples = &block.tables.marks.couples;
        demerit_society::society::home(
            self.pattern,
            block.born,
            &block.tables.flags,
            couples,
            block.first_person,
            self.tick,
        )
    }

    /// Whether whoever holds a lane is under a sanction, and in its reach.
    pub(crate) fn sanctioned(&self, block: &Block<'_>, lane: u16) -> bool {
        let flags = block.flags(usize::from(lane));
        self.regime.sanctioned(flags.tier(), flags.has(Flags::LISTED)) && !block.planes.away.contains(lane)
    }

    /// Lanes of the household of a lane, in a neighbourhood of so many persons.
    pub(crate) fn household(&self, lane: u16, persons: u32) -> std::ops::Range<u16> {
        let place = self.pattern[usize::from(lane)];
        place.start..(place.start + u16::from(place.size)).min(persons as u16)
    }

    /// Fifth of income of whoever holds a lane, 0 the poorest.
    pub(crate) fn income_fifth(&self, block: &Block<'_>, at: usize) -> u8 {
        let person = self.society.person(block.first_person + at as u32, block.born[at], block.habits.of(at));
        self.society.income_fifth(&person, self.pattern, &block.tables.marks, self.tick)
    }

    /// Keeps an event for every member of the cohort whom it befell.
    #[inline]
    pub(crate) fn tell_each(&self, block: &Block<'_>, scratch: &mut Scratch, lanes: &Mask, kind: EventKind) {
        for &person in self.cohort {
            let lane = (person - block.first_person) as u16;
            if lanes.contains(lane) {
                self.tell(block, scratch, usize::from(lane), kind, 0, None);
            }
        }
    }

    /// Keeps an event if it befell a member of the cohort.
    #[inline]
    pub(crate) fn tell(
        &self,
        block: &Block<'_>,
        scratch: &mut Scratch,
        lane: usize,
        kind: EventKind,
        points: i16,
        other: Option<u32>,
    ) {
        if self.cohort.is_empty() {
            return;
        }
        let person = block.first_person + lane as u32;
        if self.cohort.contains(&person) {
            scratch.events.push(Event {
                tick: self.tick.0,
                person,
                kind,
                points,
                score: block.score(lane),
                deserved: block.deserved(lane),
                other,
                regime: self.regime_number,
            });
        }
    }
}

/// The lanes of a neighbourhood that hold a person.
pub(crate) fn occupied(block: &Block<'_>) -> Mask {
    Mask::first(block.persons().min(LANES))
}
