//! 4. Judge: entries become points that spill, true deeds are put to the same rules, and the tier is set.
//!
//! One person after the other: the score forgets and regains, mail is taken in, then entries, then true
//! deeds.

use crate::week::{Order, Week, sending};
use demerit_kernel::Points;
use demerit_regime::{Channel, Mechanism, Rule, Tie, is_due, regained};
use demerit_society::state::attribution::OFFICER;
use demerit_society::state::message::SPILL;
use demerit_society::{Content, Deed, Entry, Origin, Regain};

impl Week<'_> {
    pub(crate) fn judge(&mut self) {
        let (regime, starts) = (self.regime, self.starts());
        for at in 0..self.count() {
            self.befell[at].touched |= starts;
            self.forgets(at);
            self.regains(at);
            if let Some(feed) = &regime.feed {
                self.feed(at, feed);
            }
            self.takes_mail(at);
            self.takes_entries(at);
            self.deserves(at);
            self.stale_copies(at);
            self.listings_end(at);
            self.is_reviewed(at);
        }
    }

    /// Windows of capped rules begin; the score and the counters of losses of who is due go back towards the
    /// start.
    fn forgets(&mut self, at: usize) {
        let (regime, tick, number) = (self.regime, self.tick, self.number(at));
        let one = self.one_mut(at);
        for slot in regime.slots().iter().filter(|slot| slot.cap.begins(tick)) {
            one.uses.remove(&slot.number);
        }
        if let (Some(forgetting), Some(scale)) = (&regime.forgetting, &regime.scale)
            && is_due(number, tick, forgetting.every)
        {
            one.score = forgetting.step(Points(one.score), scale.start).0;
            one.deserved = forgetting.step(Points(one.deserved), scale.start).0;
            one.losses = one.losses.map(|lost| forgetting.left(Points(i16::from(lost))).0 as u8);
            self.befell[at].touched = true;
        }
    }

    fn regains(&mut self, at: usize) {
        let (regime, now) = (self.regime, self.tick.0);
        let Some(scale) = &regime.scale else { return };
        let one = &mut self.hood.people[at];
        for loss in one.coming_back.clone() {
            let (passed, whole) = (now - loss.since.0, u32::from(loss.whole));
            let until = |passed: u32| regained(loss.loss, passed, whole);
            let points = until(passed) - until(passed.saturating_sub(1));
            if points == 0 {
                continue;
            }
            let back = Points(points as i16);
            if loss.on_record {
                one.score = scale.add(Points(one.score), back).0;
                one.count_back(loss.origin, points);
            } else {
                one.deserved = scale.add(Points(one.deserved), back).0;
            }
            self.befell[at].touched = true;
        }
        one.coming_back.retain(|loss| now - loss.since.0 < u32::from(loss.whole));
    }

    fn takes_mail(&mut self, at: usize) {
        if i32::from(self.one(at).born) == self.tick.0 as i32 {
            return;
        }
        let (regime, inbox, me) = (self.regime, self.inbox, self.number(at));
        for (number, letter) in inbox.iter().enumerate().filter(|one| one.1.to == me) {
            let order = [sending::MAIL, number as u32, 0, 0, 0];
            let is_entry = matches!(letter.content, Content::Entry(_));
            if !is_entry && self.discards(at, letter.from) {
                continue;
            }
            match letter.content {
                Content::Entry(entry) => {
                    if regime.uses(entry.matter) {
                        self.entered(at, entry, true, order);
                    }
                }
                Content::Spill { rule, points, steps } => {
                    if !self.begins && !self.one(at).away && self.enrolled(at) {
                        self.take(at, rule, points, Origin::Tie);
                        self.remember(at, points, u32::from(steps));
                        self.befell[at].touched = true;
                        self.spill(at, rule, points, steps, order);
                    }
                }
                Content::Company { points } => {
                    if let Some(feed) = regime.feed.as_ref().filter(|_| !self.begins) {
                        self.company_adds(&feed.company, at, points, true);
                    }
                }
                Content::Fright => {
                    let more = self.society.response.tie;
                    let one = self.one_mut(at);
                    one.fear = one.fear.saturating_add(more);
                    self.befell[at].frightened = true;
                }
            }
        }
    }

    /// Whether what comes from somebody comes along a tie that was cut.
    fn discards(&self, at: usize, from: u32) -> bool {
        let tied = |tie| self.tied(at, tie).contains(&from);
        self.one(at).shunned
            && self.cuts(at, from)
            && (tied(Tie::Friend) || tied(Tie::Colleague))
            && !self.close(at).iter().any(|one| one.1 == from)
    }

    fn takes_entries(&mut self, at: usize) {
        for (matter, channel, place) in self.befell[at].own.clone() {
            let entry = Entry { matter, channel, origin: Origin::OwnDeed };
            self.entered(at, entry, false, [sending::OWN, matter as u32, place as u32, 0, at as u32]);
        }
        let mut unfounded = self.befell[at].unfounded.clone();
        unfounded.sort_by_key(|one| (one.0, one.1));
        for (place, kind, entry) in unfounded {
            let place = u32::try_from(place).unwrap_or(u32::MAX);
            self.entered(at, entry, false, [sending::NOTHING_BEHIND, place, kind, at as u32, 0]);
        }
    }

    /// An entry in the record: points by every rule about the matter, and the list.
    fn entered(&mut self, at: usize, entry: Entry, of_another: bool, order: Order) {
        if self.one(at).away {
            return;
        }
        let regime = self.regime;
        let rules = if self.enrolled(at) { regime.about(entry.matter) } else { &[] };
        let mut counted_as = None;
        for &number in rules {
            let rule = &regime.rules()[usize::from(number)];
            if !self.is_meant(at, rule) {
                continue;
            }
            let origin = self.origin_under(at, rule.infers, entry.origin);
            counted_as.get_or_insert(origin);
            if let Some(trait_) = rule.infers {
                self.tally.inferred[trait_.index()] += 1;
                self.tally.inferred_rightly[trait_.index()] += u64::from(self.has(at, trait_));
            }
            if let Some(slot) = regime.slot(number)
                && !self.one_mut(at).use_rule(slot, true)
            {
                continue;
            }
            let points = self.award(at, number, rule, self.one(at).score);
            self.take(at, number, points, origin);
            self.remember(at, points, u32::from(of_another));
            self.befell[at].touched = true;
            self.befell[at].caught |= entry.channel == Channel::App && points < 0;
            if rule.spills {
                let mut order = order;
                if order[0] == sending::OWN {
                    // Own entries are gone through rule by rule, and within a rule person by person.
                    order[3] = u32::from(number);
                }
                self.spill(at, number, points, 0, order);
            }
        }
        let origin = counted_as.unwrap_or(entry.origin);
        self.tally.entries[entry.channel.index()][origin.index()] += 1;
        if regime.lists(entry.matter) {
            self.unpaid_order(at, entry.origin);
        }
    }

    /// The points of a rule for somebody with a score.
    pub(crate) fn award(&self, at: usize, number: u16, rule: &Rule, score: i16) -> i16 {
        let officer = if rule.is_fixed() { 0 } else { self.word(OFFICER, at, u32::from(number)) };
        rule.award_at(Points(score), officer).0
    }

    /// Adds points to the score and to every account of where they came from.
    fn take(&mut self, at: usize, number: u16, points: i16, origin: Origin) {
        let regime = self.regime;
        let Some(scale) = &regime.scale else { return };
        let rule = &regime.rules()[usize::from(number)];
        let (domain, size) = (rule.matter.domain().index(), u64::from(points.unsigned_abs()));
        let attributes = self.society.mechanisms.on(Mechanism::Attribution);
        let free = !regime.tiers.sanctions(self.one(at).tier);
        let before = self.one(at).score;
        let after = scale.add(Points(before), Points(points)).0;
        self.note_loss(at, rule, true, origin, before, after);
        let one = self.one_mut(at);
        one.score = after;
        if points >= 0 {
            self.tally.points_gained[domain] += size;
            return;
        }
        if attributes {
            one.count_loss(origin, after - before);
        }
        if free {
            one.cause = Some(rule.matter);
        }
        self.tally.points_lost[domain][origin.index()] += size;
    }

    /// Notes a loss that will come back.
    fn note_loss(
        &mut self,
        at: usize,
        rule: &Rule,
        on_record: bool,
        origin: Origin,
        before: i16,
        after: i16,
    ) {
        let (lane, since) = (at as u16, self.tick);
        if let Some(recovers) = rule.recovers.as_ref().filter(|_| after < before) {
            let (loss, whole) = ((before - after) as u16, recovers.at(Points(before)).max(1) as u16);
            self.one_mut(at).coming_back.push(Regain { lane, on_record, origin, loss, whole, since });
        }
    }

    /// Remembers until the next review when the deed was done that cost points.
    fn remember(&mut self, at: usize, points: i16, weeks: u32) {
        let tiers = &self.regime.tiers;
        let brings = weeks > 0 && tiers.sanctions(tiers.of(Points(self.one(at).score)));
        if points < 0 && (self.regime.review_every > 1 || brings) {
            let done = self.tick.0.saturating_sub(weeks);
            self.one_mut(at).first_deed.get_or_insert(done);
        }
    }

    /// Sends what a loss costs the ties.
    fn spill(&mut self, at: usize, rule: u16, points: i16, steps: u8, order: Order) {
        let regime = self.regime;
        let Some(spillover) = &regime.spillover else { return };
        if points >= 0 || steps >= spillover.reach {
            return;
        }
        let (draws, number, tick) = (self.draws, self.number(at), self.tick.0);
        let word = |tie: Tie, place: usize| {
            let index = u32::from(rule) << 16 | (tie.index() as u32) << 8;
            draws.luck(SPILL, number, tick, index + place as u32 / 4).word(place % 4)
        };
        let mut others: Vec<(Tie, u32, u32)> = Vec::new();
        for (place, (tie, to)) in self.close(at).into_iter().enumerate() {
            others.push((tie, to, word(Tie::Partner, place)));
        }
        for tie in [Tie::Kin, Tie::Friend, Tie::Colleague, Tie::Acquaintance] {
            if spillover.carries(tie) {
                for (place, to) in self.tied(at, tie).into_iter().enumerate() {
                    if !self.is_cut(at, tie, to) {
                        others.push((tie, to, word(tie, place)));
                    }
                }
            }
        }
        for (tie, to, word) in others {
            let passed = spillover.passed_on(tie, Points(points), word).0;
            if spillover.carries(tie) && passed != 0 {
                self.send(order, at, to, Content::Spill { rule, points: passed, steps: steps + 1 });
            }
        }
    }

    /// Puts the rules to the true deeds.
    fn deserves(&mut self, at: usize) {
        let regime = self.regime;
        for deed in self.befell[at].did.clone() {
            let Deed::Act(matter) = deed else { continue };
            if !regime.uses(matter) || self.one(at).away {
                continue;
            }
            let rules = if self.enrolled(at) { regime.about(matter) } else { &[] };
            for &number in rules {
                let rule = &regime.rules()[usize::from(number)];
                if self.origin_under(at, rule.infers, Origin::OwnDeed) != Origin::OwnDeed {
                    continue;
                }
                if let Some(slot) = regime.slot(number)
                    && !self.one_mut(at).use_rule(slot, false)
                {
                    continue;
                }
                let Some(scale) = &regime.scale else { continue };
                let before = self.one(at).deserved;
                let points = self.award(at, number, rule, before);
                let after = scale.add(Points(before), Points(points)).0;
                self.one_mut(at).deserved = after;
                self.note_loss(at, rule, false, Origin::OwnDeed, before, after);
            }
            if regime.lists(matter) {
                self.listing_falls_due(at);
            }
            // Whether a sanction is wrong may have changed.
            self.befell[at].touched |= self.one(at).spell.is_some();
        }
    }
}
