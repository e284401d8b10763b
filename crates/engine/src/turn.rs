//! A neighbourhood's turn in a tick: what every phase gets. What is fixed, what it may change, and the
//! questions that phases ask of the two.

use crate::block::Block;
use crate::scratch::Scratch;
use crate::today::Today;
use demerit_kernel::{BlockId, Chance, LANES, Luck, Mask, Stream};
use demerit_regime::{Regime, places_due};
use demerit_society::conduct::deed::DEEDS;
use demerit_society::reactions::awareness::heeds;
use demerit_society::watching::consent::enrolled;
use demerit_society::{ADULT, Deed, Event, EventKind, Flags, Home, Person, age_years};
use std::ops::Range;

/// What a phase works on.
pub(crate) struct Turn<'a> {
    /// What is fixed.
    pub(crate) today: &'a Today<'a>,
    /// The state of the neighbourhood.
    pub(crate) block: Block<'a>,
    pub(crate) scratch: &'a mut Scratch,
    /// Lanes whose standing may have changed in this tick.
    pub(crate) changed: Mask,
}

impl<'a> Turn<'a> {
    /// Number of the person in a lane.
    #[inline]
    pub(crate) const fn number(&self, lane: u16) -> u32 {
        self.block.first_person + lane as u32
    }

    /// The lanes that hold a person.
    pub(crate) fn occupied(&self) -> Mask {
        Mask::first(self.block.persons().min(LANES))
    }

    /// The lanes whose turn it is, of what happens to each person once in `every` ticks.
    pub(crate) fn due(&self, every: u32) -> Mask {
        let persons = self.block.persons().min(LANES) as u16;
        places_due(self.block.first_person, persons, self.today.tick, every).collect()
    }

    /// The person in a lane.
    #[inline]
    pub(crate) fn person(&self, lane: u16) -> Person<'a> {
        let at = usize::from(lane);
        self.today.society.person(self.number(lane), self.block.born[at], self.block.habits.of(at))
    }

    /// Age of the person in a lane, years.
    pub(crate) fn age(&self, lane: u16) -> u32 {
        age_years(self.block.born[usize::from(lane)], self.today.tick)
    }

    /// Whether the person in a lane is grown up.
    pub(crate) fn is_adult(&self, lane: u16) -> bool {
        self.age(lane) >= ADULT
    }

    /// Candidates for something that befalls each at most with this chance.
    #[inline]
    pub(crate) fn candidates(&self, kind: Stream, ceiling: Chance) -> Mask {
        self.today.draws.candidates(kind, BlockId(self.today.block), self.today.tick, ceiling)
    }

    /// The persons among such candidates, by their lanes, ascending.
    #[inline]
    pub(crate) fn chosen(&self, kind: Stream, ceiling: Chance) -> impl Iterator<Item = u16> + use<> {
        self.candidates(kind, ceiling).and(self.occupied()).lanes()
    }

    /// Those who act with the rules in mind.
    pub(crate) fn heeding(&self) -> Mask {
        heeds(self.today.society.reactions.awareness.as_ref(), &self.block.planes.aware)
    }

    /// The luck of the person in a lane in this tick.
    #[inline]
    pub(crate) fn luck(&self, kind: Stream, lane: u16, index: u32) -> Luck {
        self.today.draws.luck(kind, self.number(lane), self.today.tick.0, index)
    }

    /// Draws the luck of these lanes into the scratch.
    #[inline]
    pub(crate) fn draw(&mut self, kind: Stream, lanes: &Mask, index: u32) {
        let today = self.today;
        let luck = &mut self.scratch.luck;
        today.draws.lane_luck(kind, self.block.first_person, lanes, today.tick.0, index, luck);
    }

    /// Draws the luck of a kind of deed for these lanes.
    pub(crate) fn draw_deed(&mut self, deed: Deed, lanes: &Mask) {
        self.draw(DEEDS.of(deed.index()), lanes, 0);
    }

    /// Whether the regime's rules apply to somebody: to everybody, unless it asks for consent. Whether it
    /// keeps a score at all is another matter.
    #[inline]
    pub(crate) fn enrolled(&self, lane: u16) -> bool {
        self.enrolled_in(self.today.regime, lane)
    }

    /// Whether a regime's rules apply to somebody.
    #[inline]
    pub(crate) fn enrolled_in(&self, regime: &Regime, lane: u16) -> bool {
        regime.consent.as_ref().is_none_or(|consent| {
            let born = self.block.born[usize::from(lane)];
            enrolled(&self.today.draws, consent.share, self.number(lane), born)
        })
    }

    /// Those of these lanes to whom a regime's rules apply.
    pub(crate) fn enrolled_of(&self, regime: &Regime, lanes: Mask) -> Mask {
        match &regime.consent {
            None => lanes,
            Some(_) => lanes.lanes().filter(|&lane| self.enrolled_in(regime, lane)).collect(),
        }
    }

    /// The households, as far as ties need them.
    pub(crate) fn home(&self) -> Home<'_> {
        self.today.home(&self.block)
    }

    /// Lanes of the household of a lane.
    pub(crate) fn household(&self, lane: u16) -> Range<u16> {
        let place = self.today.pattern[usize::from(lane)];
        place.start..(place.start + u16::from(place.size)).min(self.block.persons() as u16)
    }

    /// Fifth of income of the person in a lane, 0 the poorest.
    pub(crate) fn income_fifth(&self, lane: u16) -> u8 {
        let marks = &self.block.tables.marks;
        self.today.society.income_fifth(&self.person(lane), self.today.pattern, marks, self.today.tick)
    }

    /// Whether the person in a lane is under a sanction, and in its reach.
    pub(crate) fn sanctioned(&self, lane: u16) -> bool {
        let flags = self.block.flags(lane);
        self.today.regime.sanctioned(flags.tier(), flags.has(Flags::LISTED))
            && !self.block.planes.away.contains(lane)
    }

    /// The lanes of the members of the cohort, ascending.
    pub(crate) fn members(&self) -> impl Iterator<Item = u16> + use<'a> {
        let first = self.block.first_person;
        self.today.cohort.iter().map(move |person| (person - first) as u16)
    }

    /// Writes an event into the ledger for every member of the cohort whom it befell.
    #[inline]
    pub(crate) fn log_each(&mut self, lanes: &Mask, kind: EventKind) {
        for lane in self.members().filter(|&lane| lanes.contains(lane)) {
            self.log(lane, kind, 0, None);
        }
    }

    /// Writes an event into the ledger if it befell a member of the cohort. Nobody in the society reads the
    /// ledger.
    #[inline]
    pub(crate) fn log(&mut self, lane: u16, kind: EventKind, points: i16, other: Option<u32>) {
        if self.today.cohort.is_empty() {
            return;
        }
        let person = self.number(lane);
        if self.today.cohort.contains(&person) {
            self.scratch.events.push(Event {
                tick: self.today.tick.0,
                person,
                kind,
                points,
                score: self.block.score(lane),
                deserved: self.block.deserved(lane),
                other,
                regime: self.today.regime_index,
            });
        }
    }
}
