//! The list, tiers and human review, within Judge; copies that bring back what had been put right.

use crate::week::Week;
use demerit_kernel::{Points, Tick};
use demerit_regime::{Mechanism, Safeguard};
use demerit_society::Origin;
use demerit_society::remedies::correction::EXCHANGE;
use demerit_society::remedies::human_review;
use demerit_society::state::pending::LISTING;

impl Week<'_> {
    /// Until when an unpaid order leads onto the list, if it does.
    fn leads_onto_list(&self, at: usize) -> Option<u32> {
        let list = self.regime.list.as_ref()?;
        list.enter.hits(self.word(LISTING, at, 0)).then(|| list.until(self.tick).0)
    }

    /// An unpaid order on record.
    pub(crate) fn unpaid_order(&mut self, at: usize, origin: Origin) {
        let Some(until) = self.leads_onto_list(at) else { return };
        let wrong = origin != Origin::OwnDeed && self.one(at).due.is_none();
        if self.one(at).listed.is_none() && self.is_stopped(at, wrong, true) {
            return;
        }
        self.put_on_list(at, until, origin);
        self.befell[at].touched = true;
    }

    fn put_on_list(&mut self, at: usize, until: u32, origin: Origin) {
        let one = self.one_mut(at);
        if one.listed.replace(until).is_none() {
            one.listed_by = Some(origin);
            self.tally.listed += 1;
        }
    }

    /// A true unpaid order.
    pub(crate) fn listing_falls_due(&mut self, at: usize) {
        if let Some(until) = self.leads_onto_list(at) {
            self.one_mut(at).due = Some(until);
        }
    }

    /// Listings whose term is over, or that are repaired, end.
    pub(crate) fn listings_end(&mut self, at: usize) {
        let (regime, tick) = (self.regime, self.tick);
        let word = self.word(LISTING, at, 1);
        let ends = |until: u32| regime.list.as_ref().is_none_or(|list| list.ends(Tick(until), tick, word));
        if self.one(at).due.is_some_and(ends) {
            self.one_mut(at).due = None;
            self.befell[at].touched = true;
        }
        if self.one(at).listed.is_some_and(ends) {
            self.comes_off_list(at);
        }
        self.tally.listed_weeks += u64::from(self.one(at).listed.is_some());
    }

    pub(crate) fn comes_off_list(&mut self, at: usize) {
        self.one_mut(at).listed = None;
        self.befell[at].touched = true;
        self.tally.unlisted += 1;
    }

    /// Stale rows bring back what had been put right.
    pub(crate) fn stale_copies(&mut self, at: usize) {
        let (regime, tick) = (self.regime, self.tick);
        let Some(correction) = &self.society.remedies.correction else { return };
        let attributes = self.society.mechanisms.on(Mechanism::Attribution);
        let word = self.word(EXCHANGE, at, 0);
        for row in std::mem::take(&mut self.one_mut(at).stale) {
            if !correction.comes_back(row.missed).hits(word) {
                self.one_mut(at).stale.push(row);
                continue;
            }
            self.tally.corrections_undone += 1;
            self.befell[at].touched = true;
            let free = !regime.tiers.sanctions(self.one(at).tier);
            if let Some(scale) = regime.scale.filter(|_| row.points > 0) {
                let one = self.one_mut(at);
                let before = one.score;
                one.score = scale.add(Points(before), Points(-row.points)).0;
                if attributes {
                    one.count_loss(Origin::WrongJoin, one.score - before);
                }
                if let Some(matter) = row.matter {
                    if free {
                        one.cause = Some(matter);
                    }
                    self.tally.points_lost[matter.domain().index()][Origin::WrongJoin.index()] +=
                        u64::from(row.points.unsigned_abs());
                }
            }
            if let Some(list) = regime.list.as_ref().filter(|_| row.listed && self.one(at).listed.is_none()) {
                self.put_on_list(at, list.until(tick).0, Origin::WrongJoin);
            }
        }
    }

    /// Sets the tier where it is to be set.
    pub(crate) fn is_reviewed(&mut self, at: usize) {
        if self.regime.scale.is_none() || !self.tick.0.is_multiple_of(self.regime.review_every) {
            return;
        }
        self.befell[at].touched |= self.regime.review_every > 1;
        if self.befell[at].touched {
            self.set_tier(at);
        }
    }

    /// Sets the tier by the score, and lets a human look at a sanction that it would begin.
    pub(crate) fn set_tier(&mut self, at: usize) {
        let tiers = &self.regime.tiers;
        let (score, tier) = (self.one(at).score, tiers.of(Points(self.one(at).score)));
        if !self.society.safeguards.on(Safeguard::HumanReview) {
            self.one_mut(at).tier = tier;
            return;
        }
        if !tiers.sanctions(tier) {
            let one = self.one_mut(at);
            (one.tier, one.spared) = (tier, None);
            return;
        }
        let above = (tier + 1..tiers.all().len() as u8).find(|&one| !tiers.sanctions(one));
        let begins = !tiers.sanctions(self.one(at).tier);
        let Some(free) = above.filter(|_| begins) else {
            self.one_mut(at).tier = tier;
            return;
        };
        let spared = self.one(at).spared.is_some_and(|spared| score >= spared);
        if spared {
            self.one_mut(at).tier = free;
        } else if self.is_stopped(at, !self.deserves_sanction(at), false) {
            let one = self.one_mut(at);
            (one.tier, one.spared) = (free, Some(score));
        } else {
            self.one_mut(at).tier = tier;
        }
    }

    /// Whether a human stops a sanction that is about to begin.
    fn is_stopped(&mut self, at: usize, wrong: bool, list: bool) -> bool {
        let safeguards = &self.society.safeguards;
        if !safeguards.on(Safeguard::HumanReview) {
            return false;
        }
        let error = safeguards.review_error;
        let stops = human_review::stops(&self.draws, self.number(at), self.tick.0, error, wrong, list);
        self.tally.stopped += u64::from(stops);
        self.tally.stopped_wrong += u64::from(stops && wrong);
        stops
    }
}
