//! 1. Live: deaths and births; couples part and pair; who moves away and back; what sanctions left behind
//!    goes on.

use crate::person::{Childhood, Person};
use crate::week::Week;
use demerit_kernel::{Chance, Tick};
use demerit_regime::{Answer, Request};
use demerit_society::consequences::hardship::JOB;
use demerit_society::consequences::migration::{LEAVE, RETURN};
use demerit_society::consequences::partner::{CHOICE, MOST_LOOKS, PARTNER};
use demerit_society::consequences::shunning::HEAL;
use demerit_society::population::life::DEATH;
use demerit_society::{ADULT, Hardship, Partners, Role};

impl Week<'_> {
    pub(crate) fn live(&mut self) {
        self.deaths();
        self.couples();
        self.moves();
        self.ties_heal();
        self.hardship_goes_on();
    }

    fn deaths(&mut self) {
        let society = self.society;
        let ceiling = society.hazards.death_ceiling;
        for at in self.chosen(DEATH, ceiling) {
            let hazard = society.hazards.death(self.age(at));
            if !hazard.over(ceiling).hits(self.word(DEATH, at, 0)) {
                continue;
            }
            self.tally.deaths += 1;
            self.end_spell(at);
            self.hood.queue.retain(|one| usize::from(one.lane) != at);
            self.end_couple(at);
            let born = self.tick.0 as i16;
            let habits = society.habits_of(self.number(at), self.pattern[at], born);
            let uses_apps = society.person(self.number(at), born, habits).uses_apps();
            let mut newborn = Person::born_at(born, habits, uses_apps);
            newborn.stand_at_start(self.regime);
            *self.one_mut(at) = newborn;
            self.be_born_into_family(at);
            self.befell[at].touched = true;
        }
    }

    /// A newborn has parents: the household's first couple, who of it still live, or else any adult there.
    fn be_born_into_family(&mut self, at: usize) {
        if self.society.consequences.upbringing.is_none() {
            return;
        }
        let adults: Vec<usize> = self.household(at).filter(|&one| self.age(one) >= ADULT).collect();
        let of_couple = |one: &usize| {
            self.one(*one).born < 0 && matches!(self.pattern[*one].role, Role::Head | Role::Partner)
        };
        let mut parents: Vec<usize> = adults.iter().copied().filter(of_couple).take(2).collect();
        if parents.is_empty() {
            parents = adults.into_iter().take(1).collect();
        }
        let means: Vec<(f64, u8)> =
            parents.iter().map(|&one| (self.income_rank(one), self.one(one).hardship)).collect();
        let place = self.society.parents_at_birth(self.number(at), self.one(at).born, &means);
        let shadow = parents.iter().any(|&one| self.one(one).sanctioned);
        self.one_mut(at).childhood = Some(Childhood { parents: place, schooling: 0, shadow });
    }

    fn end_couple(&mut self, at: usize) {
        if let Some(other) = self.one_mut(at).partner.take() {
            self.one_mut(other).partner = None;
        }
    }

    fn couples(&mut self) {
        let society = self.society;
        let figures = society.consequences.partners.unwrap_or(Partners::PLAIN);
        let (parts, pairs) = (society.hazards.part, society.hazards.pair);
        let looks = Chance::from_share(pairs.value() / 2.0);
        let ceiling = figures.most_parting(parts).max(looks);
        for at in self.chosen(PARTNER, ceiling) {
            let word = self.word(PARTNER, at, 0);
            match self.partner(at) {
                // A couple is asked once, at its first place.
                Some(other) if at < other => {
                    let chance = figures.parts(parts, self.one(at).sanctioned, self.one(other).sanctioned);
                    if chance.over(ceiling).hits(word) {
                        self.end_couple(at);
                        self.one_mut(at).parted = true;
                        self.one_mut(other).parted = true;
                        self.tally.parted += 1;
                    }
                }
                None if self.one(at).parted && looks.over(ceiling).hits(word) => {
                    if let Some(other) = self.finds(&figures, at) {
                        self.one_mut(at).partner = Some(other);
                        self.one_mut(other).partner = Some(at);
                        self.tally.paired += 1;
                    }
                }
                _ => {}
            }
        }
    }

    /// Whom somebody alone finds.
    fn finds(&self, figures: &Partners, at: usize) -> Option<usize> {
        let standing = |at: usize| self.one(at).tier | u8::from(!self.one(at).sanctioned) << 3;
        let place = self.pattern[at];
        let start = usize::from(place.start);
        let former = start + usize::from(place.partner_of((at - start) as u8));
        let luck = |other: usize| self.draws.luck(CHOICE, self.number(at), self.tick.0, other as u32);
        let mut seen = Vec::new();
        for other in 0..self.count() {
            let them = self.one(other);
            let alone = them.parted && them.partner.is_none() && other != at && other != former;
            let sex = them.habits.sex() != self.one(at).habits.sex();
            if alone && sex && self.age(other).abs_diff(self.age(at)) <= figures.apart {
                seen.push((luck(other).word(0), other));
            }
        }
        seen.sort_unstable();
        seen.truncate(usize::from(figures.looks_at).min(MOST_LOOKS));
        if figures.regard {
            seen.sort_by_key(|&(_, other)| std::cmp::Reverse(standing(other)));
        }
        let agrees = |other: usize| figures.agree(standing(at), standing(other), luck(other).word(1));
        seen.into_iter().map(|one| one.1).find(|&other| agrees(other))
    }

    fn moves(&mut self) {
        let Some(leaving) = self.society.consequences.migration else { return };
        let back: Vec<usize> =
            if self.elsewhere { self.chosen(RETURN, leaving.returns) } else { (0..self.count()).collect() };
        for at in back {
            if self.one(at).away {
                self.one_mut(at).away = false;
                self.befell[at].touched = true;
            }
        }
        if !self.elsewhere {
            return;
        }
        for at in self.chosen(LEAVE, leaving.leaves) {
            let one = self.one(at);
            let by_tier = one.sanctioned && self.regime.tiers.sanctions(one.tier);
            let held = self.society.consequences.home_town.is_some() && self.is_held(at);
            if by_tier && !one.away && self.heeds(at) && self.age(at) >= ADULT && !held {
                self.one_mut(at).away = true;
                self.befell[at].touched = true;
                self.tally.left += 1;
            }
        }
    }

    /// Whether the standing shuts somebody out of fast trains, of flights and of rooms.
    fn is_held(&self, at: usize) -> bool {
        self.refuses(at, Request::RailTrip) && self.refuses(at, Request::AirTrip) && self.has_no_room(at)
    }

    /// Whether the standing shuts somebody out of rooms.
    pub(crate) fn has_no_room(&self, at: usize) -> bool {
        self.refuses(at, Request::Deposit) || self.refuses(at, Request::Home)
    }

    fn refuses(&self, at: usize, request: Request) -> bool {
        matches!(self.answer(at, request), Answer::RefusedForTier | Answer::RefusedForList)
    }

    fn ties_heal(&mut self) {
        let Some(shunning) = self.society.consequences.shunning else { return };
        for at in self.chosen(HEAL, shunning.heals) {
            let one = self.one_mut(at);
            one.shunned &= one.sanctioned;
        }
    }

    fn hardship_goes_on(&mut self) {
        let society = self.society;
        let Some(hardship) = &society.consequences.hardship else { return };
        for at in self.chosen(JOB, hardship.job_later) {
            if self.one(at).sanctioned {
                self.lose_job(at, hardship);
            }
        }
        if Hardship::recovers_at(Tick(self.tick.0)) {
            for one in self.hood.people.iter_mut().filter(|one| !one.sanctioned) {
                one.hardship = hardship.recovered(one.hardship);
            }
        }
    }

    /// Takes the income that goes with the job, from somebody who has one to lose.
    pub(crate) fn lose_job(&mut self, at: usize, hardship: &Hardship) {
        let lost = self.one(at).hardship;
        if self.traits(at).occupation(self.tick).is_work() && lost < hardship.with_job {
            self.one_mut(at).hardship = hardship.after(lost, hardship.with_job);
            self.tally.jobs_lost += 1;
        }
    }
}
