//! A neighbourhood in hand: its columns and side tables, cut out of the chunk.

use demerit_kernel::{LANES, LaneRows, Mask, SideTable, Tick};
use demerit_regime::{Matter, Regime, Slot};
use demerit_society::{
    BirthWeek, Chunk, CompanyScores, Flags, Gap, HabitPlanes, Listing, Origin, Planes, Standing, Tables, Uses,
};

/// The columns of a neighbourhood.
pub(crate) struct Block<'a> {
    /// Number of the first person.
    pub(crate) first_person: u32,
    pub(crate) born: &'a mut [BirthWeek],
    pub(crate) habits: &'a mut HabitPlanes,
    pub(crate) score: &'a mut [i16],
    gaps: &'a mut [Gap],
    standing: &'a mut [Standing],
    /// Index in the chunk.
    index: usize,
    uses: &'a mut Uses,
    pub(crate) planes: &'a mut Planes,
    pub(crate) tables: &'a mut Tables,
    /// What a regime without effect would make of true deeds.
    pub(crate) assessed: Option<Assessed<'a>>,
}

/// Deserved scores, and due listings, by a regime without effect.
pub(crate) struct Assessed<'a> {
    scores: &'a mut [i16],
    pub(crate) due: &'a mut LaneRows<Listing>,
}

impl<'a> Block<'a> {
    /// The neighbourhood with an index in a chunk.
    pub(crate) fn of(chunk: &'a mut Chunk, block: usize) -> Self {
        let from = block * LANES as usize;
        let to = (from + LANES as usize).min(chunk.persons());
        Self {
            first_person: chunk.first_person() + from as u32,
            born: &mut chunk.born[from..to],
            habits: &mut chunk.habits[block],
            score: &mut chunk.score[from..to],
            gaps: &mut chunk.gaps[from..to],
            standing: &mut chunk.standing[from..to],
            index: block,
            uses: &mut chunk.uses,
            planes: &mut chunk.planes[block],
            tables: &mut chunk.tables[block],
            assessed: chunk.assessment.as_mut().map(|assessment| Assessed {
                scores: &mut assessment.scores[from..to],
                due: &mut assessment.due[block],
            }),
        }
    }

    /// Persons in the neighbourhood.
    pub(crate) const fn persons(&self) -> u32 {
        self.born.len() as u32
    }

    /// The score by the record, points.
    #[inline]
    pub(crate) const fn score(&self, lane: u16) -> i16 {
        self.score[lane as usize]
    }

    /// Sets the score by the record; the deserved score stays.
    #[inline]
    pub(crate) fn put_score(&mut self, lane: u16, score: i16) {
        let deserved = self.deserved(lane);
        self.put_scores(lane, score, deserved);
    }

    /// The deserved score, points.
    #[inline]
    pub(crate) fn deserved(&self, lane: u16) -> i16 {
        let at = usize::from(lane);
        self.gaps[at].deserved(self.score[at], &self.tables.far, lane)
    }

    /// Sets the deserved score.
    #[inline]
    pub(crate) fn put_deserved(&mut self, lane: u16, deserved: i16) {
        let at = usize::from(lane);
        self.gaps[at].put(deserved, self.score[at], &mut self.tables.far, lane);
    }

    /// Sets the score by the record and the deserved score.
    #[inline]
    pub(crate) fn put_scores(&mut self, lane: u16, score: i16, deserved: i16) {
        self.score[usize::from(lane)] = score;
        self.put_deserved(lane, deserved);
    }

    /// What true deeds deserve by the rules that are put to them, points: a regime's without effect where one
    /// assesses, the own regime's elsewhere.
    #[inline]
    pub(crate) fn merit(&self, lane: u16) -> i16 {
        self.assessed.as_ref().map_or_else(|| self.deserved(lane), |one| one.scores[usize::from(lane)])
    }

    /// Sets it.
    #[inline]
    pub(crate) fn put_merit(&mut self, lane: u16, merit: i16) {
        match &mut self.assessed {
            Some(one) => one.scores[usize::from(lane)] = merit,
            None => self.put_deserved(lane, merit),
        }
    }

    /// Lets the scores of these lanes, by the record and deserved, become what `to` says.
    pub(crate) fn change_scores(&mut self, lanes: &Mask, to: impl Fn(i16) -> i16) {
        if let Some(one) = &mut self.assessed {
            lanes.lanes().for_each(|lane| one.scores[usize::from(lane)] = to(one.scores[usize::from(lane)]));
            return;
        }
        for lane in lanes.lanes() {
            self.put_scores(lane, to(self.score(lane)), to(self.deserved(lane)));
        }
    }

    /// The score of the company, points; for a regime that takes one in.
    #[inline]
    pub(crate) fn company(&self, lane: u16) -> i16 {
        self.tables.company.of(lane)
    }

    /// All flags of a person. Asking for a single one by the methods below is cheaper.
    #[inline]
    pub(crate) fn flags(&self, lane: u16) -> Flags {
        Flags::of(self.standing[usize::from(lane)], self.tables.flags.flags(lane))
    }

    /// Sets all flags of a person.
    pub(crate) fn put_flags(&mut self, lane: u16, flags: Flags) {
        self.standing[usize::from(lane)] = flags.standing();
        self.tables.flags.put_all(lane, flags);
    }

    /// Whether a flag is set.
    #[inline]
    pub(crate) fn has(&self, lane: u16, flag: u16) -> bool {
        self.tables.flags.has(lane, flag)
    }

    /// Sets or clears a flag.
    #[inline]
    pub(crate) fn put_flag(&mut self, lane: u16, flag: u16, on: bool) {
        self.tables.flags.put(lane, flag, on);
    }

    /// The tier.
    #[inline]
    pub(crate) const fn tier(&self, lane: u16) -> u8 {
        self.standing[lane as usize].tier()
    }

    /// Sets the tier.
    #[inline]
    pub(crate) const fn put_tier(&mut self, lane: u16, tier: u8) {
        self.standing[lane as usize].put_tier(tier);
    }

    /// The matter of the rule that last took points before the sanction.
    #[inline]
    pub(crate) fn cause(&self, lane: u16) -> Option<Matter> {
        self.standing[usize::from(lane)].cause()
    }

    /// Sets the matter of the rule that last took points.
    #[inline]
    pub(crate) fn put_cause(&mut self, lane: u16, cause: Option<Matter>) {
        self.standing[usize::from(lane)].put_cause(cause);
    }

    /// The origin of the listing.
    #[inline]
    pub(crate) fn listing_origin(&self, lane: u16) -> Origin {
        self.tables.flags.listing_origin(lane)
    }

    /// Sets the origin of the listing of somebody who is on the list.
    pub(crate) fn put_listing_origin(&mut self, lane: u16, origin: Origin) {
        let mut flags = self.tables.flags.flags(lane);
        flags.put_listing_origin(origin);
        self.tables.flags.put_all(lane, flags);
    }

    /// Counts a use of a capped rule by the record, or by a true deed, for each of these lanes; gives those
    /// whose cap was not reached.
    pub(crate) fn use_rule(&mut self, lanes: &Mask, slot: Slot, on_record: bool) -> Mask {
        self.uses.count(self.index, slot, on_record, lanes)
    }

    /// The same for a single lane.
    pub(crate) fn use_rule_once(&mut self, lane: u16, slot: Slot, on_record: bool) -> bool {
        self.use_rule(&Mask::from_iter([lane]), slot, on_record).contains(lane)
    }

    /// Sets the uses of a capped rule back: a window begins.
    pub(crate) fn begin_window(&mut self, slot: Slot) {
        self.uses.begin(self.index, slot);
    }

    /// Sets everybody's standing to the start of a regime that comes into force at `tick`. Those who are
    /// listed stay so for the term of the new regime's list at most, or is taken off where it has none; so
    /// does what is due by truth.
    pub(crate) fn start_under(&mut self, regime: &Regime, tick: Tick) {
        match &regime.list {
            Some(list) => {
                let until = list.until(tick).0;
                self.tables.listings.iter_mut().for_each(|listing| listing.until = listing.until.min(until));
            }
            None => {
                for listing in self.tables.listings.drain(..) {
                    let at = listing.lane;
                    self.tables.flags.put(at, Flags::LISTED | Flags::DUE, false);
                }
            }
        }
        self.tables.company = CompanyScores::starting_at(company_start(regime));
        self.tables.clear_all_standing();
        self.uses.clear_all(self.index);
        for lane in 0..self.born.len() as u16 {
            self.stand_at_start(lane, regime);
        }
        self.tables.appeals.clear_all();
        if !regime.rules().is_empty() {
            self.planes.aware = Mask::EMPTY;
        }
        self.tables.remedies.clear_all();
    }

    /// Begins to assess by a regime without effect; due listings last for the term of its list at most.
    pub(crate) fn assess_under(&mut self, regime: &Regime, tick: Tick) {
        let Some(one) = &mut self.assessed else { return };
        one.scores.fill(regime.start().0);
        match &regime.list {
            Some(list) => {
                let until = list.until(tick).0;
                one.due.iter_mut().for_each(|listing| listing.until = listing.until.min(until));
            }
            None => one.due.clear_all(),
        }
        self.tables.company = CompanyScores::starting_at(company_start(regime));
        self.tables.clear_all_standing();
        self.uses.clear_all(self.index);
    }

    /// Assesses somebody who was just born by a regime without effect.
    pub(crate) fn assess_anew(&mut self, lane: u16, regime: &Regime) {
        if let Some(one) = &mut self.assessed {
            one.scores[usize::from(lane)] = regime.start().0;
            SideTable::clear(one.due, lane);
        }
    }

    /// Sets one person's standing to the start of a regime.
    pub(crate) fn start_standing(&mut self, lane: u16, regime: &Regime) {
        self.tables.clear_standing(lane);
        self.uses.clear(self.index, lane);
        self.stand_at_start(lane, regime);
    }

    /// The same for somebody of whose standing the tables hold nothing any more.
    fn stand_at_start(&mut self, lane: u16, regime: &Regime) {
        let start = regime.start();
        self.put_scores(lane, start.0, start.0);
        let tier = regime.tiers.of(start);
        self.put_tier(lane, tier);
        self.put_cause(lane, None);
        self.put_flag(lane, Flags::APPEALING, false);
        let listed = self.has(lane, Flags::LISTED);
        self.put_flag(lane, Flags::SANCTIONED, regime.sanctioned(tier, listed));
    }
}

/// Where a regime's company starts its scores.
fn company_start(regime: &Regime) -> i16 {
    regime.feed.as_ref().map_or(0, |feed| feed.company.start().0)
}
