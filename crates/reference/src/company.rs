//! A company's score: what the company sees at the end of Observe, and what of it the public score takes in
//! at Judge.

use crate::week::{Week, sending};
use demerit_kernel::Points;
use demerit_regime::{Domain, Feed, Matter, Mechanism, Regime, is_due};
use demerit_society::watching::attention::Factor;
use demerit_society::{Ascribed, Content, Deed, Origin};

impl Week<'_> {
    /// What a company makes of the deeds.
    pub(crate) fn company_watches(&mut self) {
        let regime = self.regime;
        let Some(company) = regime.feed.as_ref().map(|feed| &*feed.company) else { return };
        for at in 0..self.count() {
            for deed in self.befell[at].did.clone() {
                if let Deed::Act(matter) = deed
                    && !company.about(matter).is_empty()
                {
                    self.company_sees(company, at, matter);
                }
            }
        }
    }

    fn company_sees(&mut self, company: &Regime, at: usize, matter: Matter) {
        let society = self.society;
        for (place, watch) in society.watching.iter().enumerate() {
            if !watch.matters.contains(&matter) || !company.reads(watch.channel) {
                continue;
            }
            let Some(ascribed) = self.sees(watch, at, matter, Factor::ONE) else { continue };
            let rules = || {
                let all = company.about(matter).iter();
                all.map(|&number| (number, &company.rules()[usize::from(number)]))
                    .filter(|(_, rule)| self.is_meant(at, rule))
            };
            let score = self.one(at).company.score;
            let award = |(number, rule)| self.award(at, number + Regime::MOST_RULES as u16, rule, score);
            let points = rules().map(award).sum();
            match ascribed {
                Ascribed::Rightly => {
                    let lacks = |infers: Option<_>| infers.is_some_and(|trait_| !self.has(at, trait_));
                    let by_error = rules().any(|(_, rule)| lacks(rule.infers));
                    self.company_adds(company, at, points, by_error);
                }
                Ascribed::To(to, _) | Ascribed::ToLookAlike(to, _) => {
                    let order = [sending::COMPANY, matter as u32, place as u32, at as u32, 0];
                    self.send(order, at, to, Content::Company { points });
                }
            }
            return;
        }
    }

    /// Moves the second score.
    pub(crate) fn company_adds(&mut self, company: &Regime, at: usize, points: i16, by_error: bool) {
        let Some(scale) = &company.scale else { return };
        let held = &mut self.one_mut(at).company;
        held.score = scale.add(Points(held.score), Points(points)).0;
        if by_error {
            let size = points.unsigned_abs().min(255) as u8;
            let counter = if points < 0 { &mut held.taken } else { &mut held.given };
            *counter = counter.saturating_add(size);
        }
    }

    /// A step of the company's forgetting and of the feed, where the person is due.
    pub(crate) fn feed(&mut self, at: usize, feed: &Feed<Regime>) {
        let (number, tick) = (self.number(at), self.tick);
        let start = feed.company.start().0;
        if let Some(forgetting) = &feed.company.forgetting
            && is_due(number, tick, forgetting.every)
        {
            let left = |points: i16| forgetting.left(Points(points)).0;
            let held = &mut self.one_mut(at).company;
            held.score = start + left(held.score - start);
            held.given = left(i16::from(held.given)) as u8;
            held.taken = left(i16::from(held.taken)) as u8;
        }
        let Some(scale) = self.regime.scale.filter(|_| is_due(number, tick, feed.every)) else { return };
        let held = self.one(at).company;
        let points = feed.points(Points(held.score)).0;
        let due = feed.points(Points(held.score.saturating_sub(held.errors()))).0;
        if (points == 0 && due == 0) || !self.enrolled(at) {
            return;
        }
        let attributes = self.society.mechanisms.on(Mechanism::Attribution);
        let before = self.one(at).score;
        let free = !self.regime.tiers.sanctions(self.one(at).tier);
        let one = self.one_mut(at);
        one.score = scale.add(Points(before), Points(points)).0;
        one.deserved = scale.add(Points(one.deserved), Points(due)).0;
        // Of what is taken, as much is the person's own as would be taken without errors.
        let own = points.max(due.min(0));
        if points < 0 {
            if attributes {
                one.count_loss(Origin::WrongJoin, (one.score - before).max(points - own));
            }
            if free {
                one.cause = Some(Matter::CommercialLapse);
            }
        }
        let (size, finance) = (u64::from(points.unsigned_abs()), Domain::Finance.index());
        self.befell[at].touched = true;
        self.tally.fed += size;
        if points < 0 {
            let lost = &mut self.tally.points_lost[finance];
            lost[Origin::OwnDeed.index()] += u64::from(own.unsigned_abs());
            lost[Origin::WrongJoin.index()] += u64::from((points - own).unsigned_abs());
        } else {
            self.tally.points_gained[finance] += size;
        }
    }
}
