//! 7. Respond: spells begin and end, fear rises and fades, word of the rules spreads, people hide.

use crate::person::Spell;
use crate::week::{Week, sending};
use demerit_kernel::{Chance, Points};
use demerit_regime::{Safeguard, Tie};
use demerit_society::consequences::hardship::JOB;
use demerit_society::reactions::adaptation::{HIDE, UNHIDE};
use demerit_society::reactions::awareness::AWARE;
use demerit_society::state::attribution::{Layer, origin_of};
use demerit_society::{ADULT, Content, GRAVITIES, Lasting, Origin};

impl Week<'_> {
    pub(crate) fn respond(&mut self) {
        let response = self.society.response;
        for at in 0..self.count() {
            if response.fade != Chance::ZERO {
                let one = self.one_mut(at);
                one.fear = response.fade(one.fear);
            }
        }
        for at in 0..self.count() {
            if self.befell[at].touched {
                self.follows_standing(at);
            }
        }
        for at in 0..self.count() {
            if let Some(spell) = self.one(at).spell {
                self.tally.sanction_weeks[spell.origin.index()][spell.gravity] += 1;
                self.tally.goes_on(Lasting::Sanction, self.tick.0 - spell.since);
                if let Some(since) = spell.wrong_since {
                    self.tally.goes_on(Lasting::Wrong, self.tick.0 - since);
                }
            }
            if self.tick.0.is_multiple_of(self.regime.review_every) {
                self.one_mut(at).first_deed = None;
            }
        }
        self.learn();
        self.hide();
    }

    fn follows_standing(&mut self, at: usize) {
        let response = self.society.response;
        let (now, before) = (self.is_sanctioned(at), self.one(at).sanctioned);
        if now && !before {
            let one = self.one_mut(at);
            one.fear = one.fear.saturating_add(response.own);
            self.sanction_begins(at);
            self.befell[at].frightened = true;
            if response.tie > 0 {
                self.frighten(at);
            }
        }
        if now || before || self.starts() {
            self.follow_spell(at);
        }
        self.one_mut(at).sanctioned = now;
    }

    /// What the beginning of a sanction costs.
    fn sanction_begins(&mut self, at: usize) {
        let society = self.society;
        if let Some(hardship) = &society.consequences.hardship
            && hardship.job.hits(self.word(JOB, at, 0))
        {
            self.lose_job(at, hardship);
        }
        if society.consequences.shunning.is_some() && !self.one(at).shunned {
            self.one_mut(at).shunned = true;
            let others = [Tie::Friend, Tie::Colleague].map(|tie| self.tied(at, tie)).concat();
            let cut = others.into_iter().filter(|&other| self.cuts(at, other)).count();
            self.tally.ties_cut += cut as u64;
        }
        if society.consequences.upbringing.is_some() {
            for other in self.household(at) {
                if self.age(other) < ADULT && self.tie_to(at, other) == Tie::Child {
                    let mut childhood = self.childhood(other);
                    childhood.shadow = true;
                    self.one_mut(other).childhood = Some(childhood);
                }
            }
        }
    }

    /// Lets those close know.
    fn frighten(&mut self, at: usize) {
        let mut others: Vec<u32> = self.close(at).into_iter().map(|one| one.1).collect();
        for tie in [Tie::Kin, Tie::Friend] {
            others.extend(self.tied(at, tie).into_iter().filter(|&other| !self.is_cut(at, tie, other)));
        }
        for to in others {
            self.send([sending::FRIGHT, at as u32, 0, 0, 0], at, to, Content::Fright);
        }
    }

    /// Where the sanction comes from, and the place of the gravity of its cause; nothing where there is none.
    fn sanction(&self, at: usize) -> Option<(Origin, usize)> {
        let one = self.one(at);
        let by_tier = self.regime.tiers.sanctions(one.tier);
        if !self.is_sanctioned(at) {
            return None;
        }
        let origin = if self.deserves_sanction(at) {
            Origin::OwnDeed
        } else if by_tier {
            origin_of(&one.losses)
        } else {
            // An own order is no longer due by truth, but still on record.
            one.listed_by.filter(|by| *by != Origin::OwnDeed).unwrap_or(Origin::Mixed)
        };
        let listed = one.listed.map(|_| self.listed_for());
        let cause = if by_tier { one.cause.or(listed) } else { listed };
        Some((origin, cause.map_or(GRAVITIES - 1, |matter| matter.gravity().index())))
    }

    /// The first layer of errors with which a wrong sanction would end, were they taken back.
    fn layer(&self, at: usize) -> Layer {
        use Origin::{Clerk, Tie, WrongInference, WrongJoin, WrongPerson};
        let (one, tiers) = (self.one(at), &self.regime.tiers);
        let layers = [
            (Layer::Identity, &[WrongPerson, WrongJoin, Clerk][..]),
            (Layer::Tie, &[WrongPerson, WrongJoin, Clerk, Tie][..]),
            (Layer::Inference, &[WrongPerson, WrongJoin, Clerk, Tie, WrongInference][..]),
        ];
        for (layer, kinds) in layers {
            let errors = one.losses.iter().zip(Origin::ERRORS).filter(|(_, kind)| kinds.contains(kind));
            let back: i16 = errors.map(|(lost, _)| i16::from(*lost)).sum();
            let would_stay = tiers.sanctions(tiers.of(Points(one.score + back)));
            let tier_stays = tiers.sanctions(one.tier) && (back == 0 || would_stay);
            let by = one.listed_by.unwrap_or(Origin::OwnDeed);
            let listing_stays = one.listed.is_some() && !kinds.contains(&by);
            if !tier_stays && !listing_stays {
                return layer;
            }
        }
        Layer::Whole
    }

    fn follow_spell(&mut self, at: usize) {
        let now = self.tick.0;
        let Some((origin, gravity)) = self.sanction(at) else {
            self.end_spell(at);
            return;
        };
        let wrong = origin != Origin::OwnDeed;
        let layer = wrong.then(|| self.layer(at));
        let before = self.one(at).spell;
        if before.is_none() {
            self.spell_begins(at);
        }
        let wrong_before = before.and_then(|spell| spell.wrong_since);
        if let Some(since) = wrong_before.filter(|_| !wrong) {
            self.tally.ends(Lasting::Wrong, now - since);
        }
        self.one_mut(at).spell = Some(Spell {
            since: before.map_or(now, |spell| spell.since),
            wrong_since: wrong.then(|| wrong_before.unwrap_or(now)),
            origin,
            layer,
            gravity,
        });
    }

    fn spell_begins(&mut self, at: usize) {
        let (now, safeguards) = (self.tick.0, &self.society.safeguards);
        let by_tier = self.regime.tiers.sanctions(self.one(at).tier);
        self.tally.sanctions_begun += 1;
        if by_tier {
            self.tally.consequence_weeks += u64::from(self.one(at).first_deed.map_or(0, |done| now - done));
            self.tally.unreviewed += u64::from(!safeguards.on(Safeguard::HumanReview));
        } else {
            self.tally.consequence_weeks +=
                u64::from(self.one(at).listed_by.is_some_and(Origin::is_another_s));
        }
        self.one_mut(at).aware |= safeguards.on(Safeguard::Notice);
    }

    /// Ends the spell of somebody, if one runs.
    pub(crate) fn end_spell(&mut self, at: usize) {
        let Some(spell) = self.one_mut(at).spell.take() else { return };
        self.tally.ends(Lasting::Sanction, self.tick.0 - spell.since);
        if let Some(since) = spell.wrong_since {
            self.tally.ends(Lasting::Wrong, self.tick.0 - since);
        }
    }

    fn learn(&mut self) {
        let Some(awareness) = self.society.reactions.awareness else { return };
        if self.regime.rules().is_empty() {
            return;
        }
        let aware = self.hood.people.iter().filter(|one| one.aware).count() as u32;
        let ceiling = awareness.ceiling();
        let chance = awareness.learns(aware, self.count() as u32).over(ceiling);
        for at in self.chosen(AWARE, ceiling) {
            if chance.hits(self.word(AWARE, at, 0)) {
                self.one_mut(at).aware = true;
            }
        }
        for at in 0..self.count() {
            self.hood.people[at].aware |= self.befell[at].frightened;
        }
    }

    fn hide(&mut self) {
        let Some(hiding) = self.society.reactions.hiding else { return };
        for at in self.chosen(UNHIDE, hiding.stops) {
            self.one_mut(at).hiding = false;
        }
        if self.regime.rules().is_empty() {
            return;
        }
        for at in 0..self.count() {
            let startled = self.befell[at].frightened || self.befell[at].caught;
            if startled
                && self.heeds(at)
                && self.age(at) >= ADULT
                && hiding.starts.hits(self.word(HIDE, at, 0))
            {
                self.one_mut(at).hiding = true;
            }
        }
    }
}
