//! 2. Act: what people do or leave undone, kind by kind, person by person.

use crate::week::Week;
use demerit_kernel::{BlockId, Chance, Few, Mask};
use demerit_regime::{Matter, Spillover};
use demerit_society::conduct::deed::DEEDS;
use demerit_society::conduct::scaled;
use demerit_society::consequences::hardship::of_money;
use demerit_society::reactions::account::{CLOSE, Loss, REOPEN};
use demerit_society::reactions::response::SPEECH;
use demerit_society::{ADULT, Climate, Conduct, Deed, Follows, SCHOOL, Smoothed, Stance, Who};

/// What an event adds to a smoothed count.
const EVENT: u32 = 256;
/// Kinds done less often in a week than this are drawn by number.
const RARE: f64 = 1.0 / 128.0;

/// A smoothed count a week later.
fn faded(count: u32, memory: u32) -> u32 {
    count - count.checked_div(memory).unwrap_or(count)
}

/// What bears on a post beside the writer's own opinion.
struct Mood {
    /// Factor of the climate.
    willing: f64,
    /// Factor of points to be had.
    played: f64,
    /// Whether the writer knows that it is punished.
    punished: bool,
}

impl Week<'_> {
    pub(crate) fn act(&mut self) {
        self.reopen();
        let reactions = &self.society.reactions;
        if let Some(silence) = &reactions.silence {
            self.hood.critical = faded(self.hood.critical, silence.memory);
            self.hood.stances = faded(self.hood.stances, silence.memory);
        }
        if let Some(safety) = &reactions.safety {
            self.hood.violations = faded(self.hood.violations, safety.memory);
        }
        for deed in Deed::all() {
            // The climate is that of before the first post of the kind.
            let willing = self.willingness(deed);
            for at in self.candidates(deed) {
                if !self.does(at, deed, willing) {
                    continue;
                }
                self.tally.deeds[deed.index()] += 1;
                if reactions.safety.is_some() && deed.is_violation() {
                    self.hood.violations += EVENT;
                }
                self.befell[at].did.push(deed);
            }
        }
    }

    fn reopen(&mut self) {
        let opened = match &self.regime.removal {
            Some(removal) => self.chosen(REOPEN, removal.reopens),
            None => (0..self.count()).collect(),
        };
        opened.into_iter().for_each(|at| self.one_mut(at).closed = false);
    }

    /// Who may do something of a kind in this tick, at the ceiling of the class of habit.
    fn candidates(&self, deed: Deed) -> Vec<usize> {
        let conduct = &self.society.conduct[deed.index()];
        let kind = DEEDS.of(deed.index());
        let (block, tick) = (BlockId(self.block), self.tick);
        let highest = conduct.ceilings.into_iter().max().unwrap_or_default();
        let even = conduct.plan.follows == Follows::Nothing || highest.value() < RARE;
        let drawn: Vec<Mask> = if even {
            let chance = conduct.ceilings[0];
            let drawn = if chance <= Few::MOST && chance > Chance::ZERO {
                self.draws.candidates_few(kind, block, tick, &Few::new(chance))
            } else {
                self.draws.candidates(kind, block, tick, chance)
            };
            vec![drawn; 4]
        } else {
            let whole = Mask::FULL;
            let of_class = |&chance: &Chance| self.draws.candidates_of(kind, block, tick, &[(whole, chance)]);
            conduct.ceilings.iter().map(of_class).collect()
        };
        let all = 0..self.count();
        all.filter(|&at| {
            drawn[conduct.class(self.one(at).habits)].contains(at as u16)
                && self.concerns(conduct.plan.who, at)
        })
        .collect()
    }

    fn concerns(&self, who: Who, at: usize) -> bool {
        let age = self.age(at);
        let lives_with =
            |from: u32, below: u32| self.household(at).any(|one| (from..below).contains(&self.age(one)));
        match who {
            Who::Everyone => true,
            Who::Adults => age >= ADULT,
            Who::Drivers => age >= ADULT && self.one(at).habits.drives(),
            Who::Pupils => (SCHOOL..ADULT).contains(&age),
            Who::WithInfant => age >= ADULT && lives_with(0, 3),
            Who::WithPupil => age >= ADULT && lives_with(SCHOOL, ADULT),
        }
    }

    /// Whether a candidate does it.
    fn does(&mut self, at: usize, deed: Deed, willing: f64) -> bool {
        let conduct: &Conduct = &self.society.conduct[deed.index()];
        let kept = conduct.kept[conduct.class(self.one(at).habits)];
        let luck = self.draws.luck(DEEDS.of(deed.index()), self.number(at), self.tick.0, 0);
        let Deed::Act(matter) = deed else { return kept.hits(luck.word(0)) };
        let (regime, response) = (self.regime, &self.society.response);
        let heeds = self.heeds(at) && !self.one(at).away;
        let (punished, rewarded) = (heeds && regime.punishes(matter), heeds && regime.rewards(matter));
        let played = if rewarded { 1.0 + response.gaming } else { 1.0 };
        if let Some(post) = Stance::of(matter) {
            let mood = Mood { willing, played, punished };
            let says = self.says(at, matter, post, kept, luck.word(0), &mood);
            if says {
                self.publish(at, matter, post, luck.word(1));
            }
            return says;
        }
        let kept = match &self.society.consequences.hardship {
            Some(hardship) if of_money(matter) => {
                scaled(kept, hardship.factor(self.income_fifth(at), self.one(at).hardship))
            }
            _ => kept,
        };
        if !scaled(kept, played).hits(luck.word(0)) {
            return false;
        }
        if punished && !scaled(kept, 1.0 - response.deterrence).hits(luck.word(0)) {
            self.tally.deterred[matter.index()] += 1;
            return false;
        }
        true
    }

    /// Factor of the climate on a kind of post.
    fn willingness(&self, deed: Deed) -> f64 {
        let critical =
            matches!(deed, Deed::Act(matter) if Stance::of(matter).is_some_and(Stance::is_critical));
        let Some(silence) = self.society.reactions.silence.filter(|_| critical) else { return 1.0 };
        let (critical, all) = (Smoothed(self.hood.critical), Smoothed(self.hood.stances));
        silence.willingness(&Climate { critical, all })
    }

    fn says(
        &mut self,
        at: usize,
        matter: Matter,
        post: Stance,
        kept: Chance,
        word: u32,
        mood: &Mood,
    ) -> bool {
        let opinion = match post {
            Stance::Supportive => 2.0 * self.traits(at).support(),
            Stance::Critical | Stance::Investigative => 2.0 * (1.0 - self.traits(at).support()),
            Stance::Neutral => 1.0,
        };
        let meant = scaled(kept, opinion).hits(word);
        let says = scaled(kept, opinion * mood.willing * mood.played).hits(word);
        let stance = post.index();
        self.tally.meant[stance] += u64::from(meant);
        match (meant, says) {
            (true, false) => self.tally.muted[stance] += 1,
            (false, true) if scaled(kept, opinion * mood.willing).hits(word) => {
                self.tally.roused[stance] += 1
            }
            (false, true) => self.tally.played[stance] += 1,
            _ => {}
        }
        if !says {
            return false;
        }
        if self.one(at).closed {
            self.tally.silenced[post.index()] += 1;
            self.lose_readers(at, Loss::Closed);
            return false;
        }
        if !mood.punished {
            return true;
        }
        let luck = self.draws.luck(SPEECH, self.number(at), self.tick.0, post as u32);
        if self.society.response.withheld(self.one(at).fear).hits(luck.word(0)) {
            self.tally.withheld[post.index()] += 1;
        } else if self.cares(at, matter, post).hits(luck.word(1)) {
            self.tally.withheld_for_others[post.index()] += 1;
        } else {
            return true;
        }
        self.lose_readers(at, Loss::Withheld);
        false
    }

    /// Chance to hold back for the sake of others, whom a critical post would cost points.
    fn cares(&self, at: usize, matter: Matter, post: Stance) -> Chance {
        let spilling = |&number: &u16| self.regime.rules()[usize::from(number)].spills;
        let spills: Option<&Spillover> = self.regime.spillover.as_ref();
        match (&self.society.reactions.care, spills) {
            (Some(care), Some(spills))
                if post.is_critical() && self.regime.about(matter).iter().any(spilling) =>
            {
                let others = self.household(at).filter(|&other| other != at);
                care.holds_back(spills, others.map(|other| self.tie_to(at, other)))
            }
            _ => Chance::ZERO,
        }
    }

    fn publish(&mut self, at: usize, matter: Matter, post: Stance, word: u32) {
        self.tally.published[post.index()] += 1;
        match self.regime.removal.as_ref().filter(|removal| removal.removes(matter, word)) {
            Some(removal) => {
                self.tally.removed[post.index()] += 1;
                self.lose_readers(at, Loss::Removal);
                if removal.closes.hits(self.word(CLOSE, at, post as u32)) {
                    self.one_mut(at).closed = true;
                    self.tally.accounts_closed += 1;
                }
            }
            None => {
                self.tally.reach[post.index()] += self.readers(at);
                if post != Stance::Neutral && self.society.reactions.silence.is_some() {
                    self.hood.stances += EVENT;
                    self.hood.critical += if post.is_critical() { EVENT } else { 0 };
                }
            }
        }
    }

    fn readers(&self, at: usize) -> u64 {
        self.society.reactions.audience.map_or(0, |audience| audience.of(self.one(at).habits))
    }

    fn lose_readers(&mut self, at: usize, loss: Loss) {
        self.tally.reach_lost[loss as usize] += self.readers(at);
    }
}
