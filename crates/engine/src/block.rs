//! A neighbourhood in hand: its columns and side tables, cut out of the chunk.

use demerit_kernel::{LANES, Mask, Tick, count_up};
use demerit_regime::{Matter, Regime, Slot};
use demerit_society::attribution::Origin;
use demerit_society::habit::HabitPlanes;
use demerit_society::life::BirthWeek;
use demerit_society::state::{Planes, Tables};
use demerit_society::{Chunk, Flags};

/// The columns of a neighbourhood.
pub(crate) struct Block<'a> {
    /// Number of the first person.
    pub(crate) first_person: u32,
    pub(crate) born: &'a mut [BirthWeek],
    pub(crate) habits: &'a mut HabitPlanes,
    pub(crate) score: &'a mut [i16],
    pub(crate) deserved: &'a mut [i16],
    /// Scores of the company; empty where no regime of the world takes one in.
    pub(crate) second: &'a mut [i16],
    pub(crate) flags: &'a mut [Flags],
    /// Counters of capped rules, bit by bit.
    pub(crate) uses: &'a mut [Mask],
    pub(crate) planes: &'a mut Planes,
    pub(crate) tables: &'a mut Tables,
}

impl<'a> Block<'a> {
    /// The neighbourhood at a place of a chunk.
    pub(crate) fn of(chunk: &'a mut Chunk, block: usize) -> Self {
        let from = block * LANES as usize;
        let to = (from + LANES as usize).min(chunk.persons());
        let caps = chunk.caps;
        Self {
            first_person: chunk.first_person() + from as u32,
            born: &mut chunk.born[from..to],
            habits: &mut chunk.habits[block],
            score: &mut chunk.score[from..to],
            deserved: &mut chunk.deserved[from..to],
            second: if chunk.second.is_empty() { &mut [] } else { &mut chunk.second[from..to] },
            flags: &mut chunk.flags[from..to],
            uses: &mut chunk.uses[block * caps..(block + 1) * caps],
            planes: &mut chunk.planes[block],
            tables: &mut chunk.tables[block],
        }
    }

    /// Persons in the neighbourhood.
    pub(crate) const fn persons(&self) -> u32 {
        self.born.len() as u32
    }

    /// The score by the record, points.
    #[inline]
    pub(crate) const fn score(&self, at: usize) -> i16 {
        self.score[at]
    }

    /// Sets the score by the record.
    #[inline]
    pub(crate) const fn put_score(&mut self, at: usize, score: i16) {
        self.score[at] = score;
    }

    /// The deserved score, points.
    #[inline]
    pub(crate) const fn deserved(&self, at: usize) -> i16 {
        self.deserved[at]
    }

    /// Sets the deserved score.
    #[inline]
    pub(crate) const fn put_deserved(&mut self, at: usize, score: i16) {
        self.deserved[at] = score;
    }

    /// Lets every score, by the record and deserved, become what `to` says.
    pub(crate) fn change_scores(&mut self, to: impl Fn(i16) -> i16) {
        for score in self.score.iter_mut().chain(self.deserved.iter_mut()) {
            *score = to(*score);
        }
    }

    /// The score of the company, points; for a regime that takes one in.
    #[inline]
    pub(crate) const fn company(&self, at: usize) -> i16 {
        self.second[at]
    }

    /// Sets the score of the company.
    #[inline]
    pub(crate) const fn put_company(&mut self, at: usize, score: i16) {
        self.second[at] = score;
    }

    /// Lets every score of the company become what `to` says.
    pub(crate) fn change_company(&mut self, to: impl Fn(i16) -> i16) {
        for score in self.second.iter_mut() {
            *score = to(*score);
        }
    }

    /// All flags of a person. Asking for a single one by the methods below is cheaper.
    #[inline]
    pub(crate) const fn flags(&self, at: usize) -> Flags {
        self.flags[at]
    }

    /// Sets all flags of a person.
    #[inline]
    pub(crate) const fn put_flags(&mut self, at: usize, flags: Flags) {
        self.flags[at] = flags;
    }

    /// Whether a flag is set.
    #[inline]
    pub(crate) const fn has(&self, at: usize, flag: u16) -> bool {
        self.flags[at].has(flag)
    }

    /// Sets or clears a flag.
    #[inline]
    pub(crate) const fn put_flag(&mut self, at: usize, flag: u16, on: bool) {
        self.flags[at].put(flag, on);
    }

    /// The tier.
    #[inline]
    pub(crate) const fn tier(&self, at: usize) -> u8 {
        self.flags[at].tier()
    }

    /// Sets the tier.
    #[inline]
    pub(crate) const fn put_tier(&mut self, at: usize, tier: u8) {
        self.flags[at].put_tier(tier);
    }

    /// The matter of the rule that last took points before the sanction.
    #[inline]
    pub(crate) fn cause(&self, at: usize) -> Option<Matter> {
        self.flags[at].cause()
    }

    /// Sets the matter of the rule that last took points.
    #[inline]
    pub(crate) fn put_cause(&mut self, at: usize, cause: Option<Matter>) {
        self.flags[at].put_cause(cause);
    }

    /// The origin of the listing.
    #[inline]
    pub(crate) const fn listing_origin(&self, at: usize) -> Origin {
        self.flags[at].listing_origin()
    }

    /// Sets the origin of the listing.
    #[inline]
    pub(crate) const fn put_listing_origin(&mut self, at: usize, origin: Origin) {
        self.flags[at].put_listing_origin(origin);
    }

    /// Counts a use of a capped rule by the record, or by a true deed, for each of these lanes; gives those whose cap was not reached.
    pub(crate) fn use_rule(&mut self, lanes: &Mask, slot: Slot, on_record: bool) -> Mask {
        count_up(&mut self.uses[slot.bits(on_record)], slot.cap.times, lanes)
    }

    /// The same for a single lane.
    pub(crate) fn use_rule_once(&mut self, lane: u16, slot: Slot, on_record: bool) -> bool {
        self.use_rule(&Mask::from_iter([lane]), slot, on_record).contains(lane)
    }

    /// Sets everybody's standing to the start of a regime that comes into force at `tick`. Whoever is listed stays so for the
    /// term of the new regime's list at most, or is taken off where it has none; so does what is due by truth.
    pub(crate) fn start_under(&mut self, regime: &Regime, tick: Tick) {
        match &regime.list {
            Some(list) => {
                let until = list.until(tick).0;
                self.tables.listings.iter_mut().for_each(|listing| listing.until = listing.until.min(until));
            }
            None => {
                for listing in self.tables.listings.drain(..) {
                    let at = usize::from(listing.lane);
                    self.flags[at].put(Flags::LISTED | Flags::DUE, false);
                }
            }
        }
        for lane in 0..self.born.len() {
            self.start_standing(lane, regime);
        }
        self.tables.appeals.clear();
        if !regime.rules().is_empty() {
            self.planes.aware = Mask::EMPTY;
        }
        self.tables.redress.clear_all();
    }

    /// Sets one person's standing to the start of a regime.
    pub(crate) fn start_standing(&mut self, lane: usize, regime: &Regime) {
        let start = regime.start();
        self.score[lane] = start.0;
        self.deserved[lane] = start.0;
        self.tables.losses.clear(lane as u16);
        self.tables.dues.clear_standing(lane as u16);
        if let (Some(second), Some(feed)) = (self.second.get_mut(lane), &regime.feed) {
            *second = feed.company.start().0;
        }
        self.uses.iter_mut().for_each(|uses| uses.remove(lane as u16));
        let flags = &mut self.flags[lane];
        flags.put_tier(regime.tiers.of(start));
        flags.put_cause(None);
        flags.put(Flags::APPEALING, false);
        let listed = flags.has(Flags::LISTED);
        flags.put(Flags::SANCTIONED, regime.sanctioned(flags.tier(), listed));
    }
}
