//! 3. Observe: what was done becomes what is on record, of the right person or another.
//!
//! Besides, channels write entries with nothing behind them, and offices check. What a company sees is in
//! `company.rs`.

use crate::week::{Week, sending};
use demerit_kernel::{Chance, Stream};
use demerit_regime::{Channel, Checks, Matter, OnFile};
use demerit_society::observation::{SEEN, ascribe};
use demerit_society::watching::attention::{Factor, follows};
use demerit_society::watching::clerk::false_positive;
use demerit_society::watching::office_file::{CHECK, Facts};
use demerit_society::watching::{clerk, identification};
use demerit_society::{
    ADULT, Ascribed, CLASSES, Content, Coverage, Deed, Entry, Origin, Scene, TICKS_PER_YEAR, Watch,
};

/// Kinds of entries with nothing behind them, in the order in which a channel writes them.
const FALSE_MATCH: u32 = 0;
const FALSE_ALARM: u32 = 1;
const CLERK: u32 = 2;

impl Week<'_> {
    pub(crate) fn observe(&mut self) {
        let attention = self.society.attention;
        let past = self.hood.past;
        let factor = attention.map_or(Factor::ONE, |one| one.factor(past, self.mean_past));
        let tenth = attention.is_some() && self.tenth.is_some_and(|tenth| past >= tenth);
        let mut entries = 0;
        for at in 0..self.count() {
            for deed in self.befell[at].did.clone() {
                if let Deed::Act(matter) = deed
                    && self.regime.uses(matter)
                    && !self.one(at).away
                {
                    entries += self.is_watched(at, matter, factor, tenth);
                }
            }
        }
        for place in 0..self.society.watching.len() {
            entries += self.errs(place, factor);
        }
        if let Some(attention) = attention {
            self.hood.past = attention.passed(past, entries);
        }
        self.checks();
        self.company_watches();
    }

    /// What a channel makes of a deed; nothing where it does not see it.
    pub(crate) fn sees(
        &self,
        watch: &Watch,
        at: usize,
        matter: Matter,
        attention: Factor,
    ) -> Option<Ascribed> {
        let scene = Scene { city: self.city, number: self.city_number, attention };
        let one = self.one(at);
        if watch.coverage == Coverage::AppUsers && (!one.uses_apps || one.hiding) {
            return None;
        }
        let kind = SEEN.of(watch.channel.index());
        let luck = self.draws.luck(kind, self.number(at), self.tick.0, matter as u32);
        if !scene.share(watch).hits(luck.word(0)) || watch.miss.hits(luck.word(1)) {
            return None;
        }
        let who = (self.number(at), one.habits.sex());
        Some(ascribe(self.society, watch, scene, who, (self.tick.0, matter), luck))
    }

    /// Puts a deed before the channels that the regime reads, until one sees it; gives the entries that
    /// attention counts.
    fn is_watched(&mut self, at: usize, matter: Matter, factor: Factor, tenth: bool) -> u32 {
        let society = self.society;
        let class = (self.city.class as usize).min(CLASSES - 1);
        for (place, watch) in society.watching.iter().enumerate() {
            let channel = watch.channel;
            if !watch.matters.contains(&matter) || !self.regime.reads(channel) {
                continue;
            }
            let seen = self.sees(watch, at, matter, factor);
            let found = u64::from(seen.is_some());
            if channel == Channel::Camera {
                self.tally.camera_done[class] += 1;
                self.tally.camera_seen[class] += found;
            }
            if follows(channel) {
                self.tally.patrolled[usize::from(tenth)] += 1;
                self.tally.patrol_seen[usize::from(tenth)] += found;
            }
            self.tally.seen[matter.index()] += found;
            let Some(ascribed) = seen else { continue };
            let order = [sending::OBSERVE, matter as u32, place as u32, at as u32, 0];
            let entry = |origin| Content::Entry(Entry { matter, channel, origin });
            match ascribed {
                Ascribed::Rightly => self.befell[at].own.push((matter, channel, place)),
                Ascribed::To(to, origin) => self.send(order, at, to, entry(origin)),
                Ascribed::ToLookAlike(to, looks) => {
                    self.mistaken(at, looks);
                    self.send(order, at, to, entry(Origin::WrongPerson));
                }
            }
            return u32::from(society.attention.is_some() && self.regime.punishes(matter));
        }
        0
    }

    fn mistaken(&mut self, at: usize, looks: usize) {
        let sex = self.one(at).habits.sex() as usize;
        self.tally.mistaken_by_looks[looks] += 1;
        self.tally.mistaken_by_sex[sex] += 1;
    }

    /// Entries of a channel with nothing behind them; gives those that attention counts.
    fn errs(&mut self, place: usize, factor: Factor) -> u32 {
        let watch = &self.society.watching[place];
        if !self.regime.reads(watch.channel) {
            return 0;
        }
        let channel = watch.channel.index();
        let kinds = [
            (FALSE_MATCH, false_positive(channel, false), watch.false_match, Origin::WrongPerson),
            (CLERK, false_positive(channel, true), watch.clerk, Origin::Clerk),
        ];
        let mut entries = 0;
        for (number, kind, chance, origin) in kinds {
            let errors = clerk::errors(chance);
            for at in self.chosen(kind, errors.ceiling) {
                let luck = self.draws.luck(kind, self.number(at), self.tick.0, 0);
                if errors.befall(1.0, factor, luck.word(1)) {
                    entries += self.write_unfounded(at, (place, number), kind, origin);
                }
            }
        }
        let Some(recognition) = self.society.recognition.as_ref().filter(|_| watch.recognises_faces()) else {
            return entries;
        };
        for at in self.chosen(identification::FALSE_ALARM, recognition.false_alarms().ceiling) {
            let looks = recognition.looks_of(self.society, self.number(at));
            let luck = self.draws.luck(identification::FALSE_ALARM, self.number(at), self.tick.0, 0);
            if recognition.alarmed(looks, self.one(at).habits.sex(), factor, luck.word(1)) {
                let written = self.befell[at].unfounded.len();
                entries += self.write_unfounded(
                    at,
                    (place, FALSE_ALARM),
                    identification::FALSE_ALARM,
                    Origin::WrongPerson,
                );
                if self.befell[at].unfounded.len() > written {
                    self.mistaken(at, looks);
                }
            }
        }
        entries
    }

    /// Writes an entry with nothing behind it, if the regime has a use for its matter.
    fn write_unfounded(&mut self, at: usize, by: (usize, u32), kind: Stream, origin: Origin) -> u32 {
        let watch = &self.society.watching[by.0];
        let Some(matter) = watch.any_matter(self.word(kind, at, 0)) else { return 0 };
        if !self.regime.uses(matter) {
            return 0;
        }
        self.befell[at].unfounded.push((by.0, by.1, Entry { matter, channel: watch.channel, origin }));
        u32::from(self.society.attention.is_some() && self.regime.punishes(matter))
    }

    fn checks(&mut self) {
        let regime = self.regime;
        let Some(checks) = &regime.checks else { return };
        let now = self.tick.0;
        for at in 0..self.count() {
            let did = self.befell[at].did.contains(&Deed::Act(Matter::UndeclaredIncome));
            let undeclared = &mut self.one_mut(at).undeclared;
            undeclared.retain(|&when| now - when < TICKS_PER_YEAR);
            undeclared.extend(did.then_some(now));
        }
        let ceiling = Chance::from_share(Checks::CEILING);
        for at in self.chosen(CHECK, ceiling) {
            let luck = self.draws.luck(CHECK, self.number(at), now, 0);
            let file = self.on_file(at);
            if self.age(at) < ADULT || !checks.chance(file).over(ceiling).hits(luck.word(0)) {
                continue;
            }
            self.tally.checks += 1;
            let there = !self.one(at).undeclared.is_empty();
            if !checks.finds(there, file, luck.word(1)) {
                continue;
            }
            let origin = if there { Origin::OwnDeed } else { Origin::WrongInference };
            if there {
                self.one_mut(at).undeclared.remove(0);
            } else {
                self.tally.checks_wrong += 1;
            }
            let entry = Entry { matter: Matter::UndeclaredIncome, channel: Channel::Office, origin };
            self.befell[at].unfounded.push((usize::MAX, 0, entry));
        }
    }

    /// What the office's file shows; a file that is mixed up is that of the next place.
    fn on_file(&self, at: usize) -> OnFile {
        let office = self.society.office_file.unwrap_or_default();
        let past_record = self.one(at).cause.is_some() || self.one(at).listed.is_some();
        let next = at ^ 1;
        let mixed_up = next < self.count() && office.is_mixed_up(&self.draws, self.number(at));
        let whose = if mixed_up { next } else { at };
        let facts = Facts {
            person: self.traits(whose),
            fifth: self.income_fifth(whose),
            alone: self.pattern[whose].size == 1,
            rural: !self.city.is_urban(self.number(whose)),
        };
        office.shows(&self.draws, &facts, past_record, self.tick)
    }
}
