//! A week of a neighbourhood: what is fixed about it, what is gathered in it, and its seven phases one after
//! the other.

use crate::person::{NEIGHBOURS, Neighbourhood, Person};
use demerit_kernel::{BlockId, Chance, Draws, Mask, Stream, Tick};
use demerit_regime::{Channel, Matter, Regime};
use demerit_society::watching::consent::enrolled;
use demerit_society::{City, Content, Deed, Entry, Place, Society, Tally};

/// What one person's life brings to another's, a week later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Letter {
    pub(crate) to: u32,
    pub(crate) from: u32,
    pub(crate) content: Content,
}

/// The place of a letter among those of a neighbourhood and tick: the step that sends it, and what the step
/// goes by.
pub(crate) type Order = [u32; 5];

/// The steps that send letters, in their order.
pub(crate) mod sending {
    pub(crate) const OBSERVE: u32 = 1;
    pub(crate) const COMPANY: u32 = 2;
    pub(crate) const MAIL: u32 = 3;
    pub(crate) const OWN: u32 = 4;
    pub(crate) const NOTHING_BEHIND: u32 = 5;
    pub(crate) const FRIGHT: u32 = 6;
}

/// What befell a person in the tick so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct Befell {
    /// Deeds and requests, in the order of the kinds.
    pub(crate) did: Vec<Deed>,
    /// Entries about own deeds: matter, channel, and the channel's place among those of the society.
    pub(crate) own: Vec<(Matter, Channel, usize)>,
    /// Entries with nothing behind them: the writing channel's place, the kind of error, the entry.
    pub(crate) unfounded: Vec<(usize, u32, Entry)>,
    /// Whether the standing may have changed.
    pub(crate) touched: bool,
    /// Sanctioned, or frightened by the sanction of somebody close.
    pub(crate) frightened: bool,
    /// Lost points for what an app saw.
    pub(crate) caught: bool,
}

/// A neighbourhood in a tick.
pub(crate) struct Week<'a> {
    pub(crate) society: &'a Society,
    pub(crate) draws: Draws,
    pub(crate) tick: Tick,
    pub(crate) regime: &'a Regime,
    /// Whether the regime came into force in this tick.
    pub(crate) begins: bool,
    /// Whether another regime is in force in some other city.
    pub(crate) elsewhere: bool,
    pub(crate) block: u32,
    pub(crate) first: u32,
    pub(crate) city: &'a City,
    pub(crate) city_number: u16,
    pub(crate) pattern: &'a [Place],
    /// Mean of the past entries over the neighbourhoods under the same regime.
    pub(crate) mean_past: u32,
    /// The past entries that a tenth of them reach.
    pub(crate) tenth: Option<u32>,
    pub(crate) inbox: &'a [Letter],
    pub(crate) hood: &'a mut Neighbourhood,
    pub(crate) befell: Vec<Befell>,
    pub(crate) letters: Vec<(Order, Letter)>,
    pub(crate) tally: &'a mut Tally,
}

impl Week<'_> {
    /// The seven phases.
    pub(crate) fn pass(&mut self) {
        self.live();
        self.act();
        self.observe();
        self.judge();
        self.gate();
        self.remedy();
        self.respond();
    }

    /// The letters sent, in order.
    pub(crate) fn posted(mut self) -> Vec<Letter> {
        self.letters.sort_by_key(|one| one.0);
        self.letters.into_iter().map(|one| one.1).collect()
    }

    /// How many live here.
    pub(crate) fn count(&self) -> usize {
        self.hood.people.len()
    }

    /// Number of the person at a place.
    pub(crate) fn number(&self, at: usize) -> u32 {
        self.first + at as u32
    }

    /// The person at a place.
    pub(crate) fn one(&self, at: usize) -> &Person {
        &self.hood.people[at]
    }

    /// The person at a place, to be changed.
    pub(crate) fn one_mut(&mut self, at: usize) -> &mut Person {
        &mut self.hood.people[at]
    }

    /// Age in whole years.
    pub(crate) fn age(&self, at: usize) -> u32 {
        (self.tick.0 as i32 - i32::from(self.one(at).born)).max(0) as u32 / 52
    }

    /// Places chosen in this tick at a chance that is the same for all, in order.
    pub(crate) fn chosen(&self, kind: Stream, chance: Chance) -> Vec<usize> {
        let chosen = self.draws.candidates(kind, BlockId(self.block), self.tick, chance);
        self.places(&chosen)
    }

    /// Places of a drawing at which somebody lives.
    pub(crate) fn places(&self, drawn: &Mask) -> Vec<usize> {
        (0..NEIGHBOURS as u16)
            .filter(|&lane| drawn.contains(lane))
            .map(usize::from)
            .filter(|&at| at < self.count())
            .collect()
    }

    /// The first word of a person's luck.
    pub(crate) fn word(&self, kind: Stream, at: usize, index: u32) -> u32 {
        self.draws.luck(kind, self.number(at), self.tick.0, index).word(0)
    }

    /// Whether everybody's standing was set anew before this tick.
    pub(crate) fn starts(&self) -> bool {
        self.begins || self.tick.0 == 0
    }

    /// Whether somebody has a score.
    pub(crate) fn enrolled(&self, at: usize) -> bool {
        self.regime
            .consent
            .as_ref()
            .is_none_or(|consent| enrolled(&self.draws, consent.share, self.number(at), self.one(at).born))
    }

    /// Whether somebody acts with the rules in mind.
    pub(crate) fn heeds(&self, at: usize) -> bool {
        self.society.reactions.awareness.is_none() || self.one(at).aware
    }

    /// Whether somebody is under a sanction now, and in its reach.
    pub(crate) fn is_sanctioned(&self, at: usize) -> bool {
        let one = self.one(at);
        (one.listed.is_some() || self.regime.tiers.sanctions(one.tier)) && !one.away
    }

    /// Whether true deeds would bring a sanction.
    pub(crate) fn deserves_sanction(&self, at: usize) -> bool {
        let one = self.one(at);
        one.due.is_some()
            || self.regime.tiers.sanctions(self.regime.tiers.of(demerit_kernel::Points(one.deserved)))
    }

    /// Sends a letter.
    pub(crate) fn send(&mut self, order: Order, from: usize, to: u32, content: Content) {
        let from = self.number(from);
        self.letters.push((order, Letter { to, from, content }));
    }
}
