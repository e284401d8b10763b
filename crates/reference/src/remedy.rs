//! 6. Remedy: appeals are filed, wait, and are upheld, rejected or never answered; a correction may miss a
//!    copy.

use crate::week::Week;
use demerit_kernel::{Points, Tick};
use demerit_society::remedies::filing::{DECIDE, FILE};
use demerit_society::state::attribution::lost_to_errors;
use demerit_society::{Appeal, Lasting, Origin, Stale};

impl Week<'_> {
    pub(crate) fn remedy(&mut self) {
        if self.regime.appeals.is_some() {
            self.file();
            self.decide();
        }
    }

    fn file(&mut self) {
        let Some(filing) = &self.society.remedies.filing else { return };
        let ceiling = filing.ceiling();
        for at in self.chosen(FILE, ceiling) {
            if self.one(at).appealing || !self.is_sanctioned(at) {
                continue;
            }
            let wrong = !self.deserves_sanction(at);
            let chance = if wrong { filing.wronged } else { filing.others };
            let able = filing.able(&self.draws, &self.traits(at), self.income_fifth(at), self.one(at).fear);
            if chance.over(ceiling).hits(self.word(FILE, at, 0)) && able.knows && able.dares && able.pays {
                self.one_mut(at).appealing = true;
                self.hood.queue.push(Appeal { lane: at as u16, filed: self.tick.0 });
                self.tally.filed += 1;
                self.tally.filed_wrong += u64::from(wrong);
            }
        }
    }

    fn decide(&mut self) {
        let (regime, now) = (self.regime, self.tick);
        let Some(office) = &regime.appeals else { return };
        let overdue = self.hood.queue.iter().filter(|one| office.is_overdue(Tick(one.filed), now)).count();
        let capacity = office.taken_up(self.count() as u32, now) as usize;
        let taken = capacity.max(overdue).min(self.hood.queue.len());
        for Appeal { lane, filed } in self.hood.queue.drain(..taken).collect::<Vec<_>>() {
            let at = usize::from(lane);
            self.one_mut(at).appealing = false;
            self.tally.ends(Lasting::Appeal, now.0 - filed);
            if !self.is_sanctioned(at) {
                self.tally.lapsed += 1;
                continue;
            }
            let luck = self.draws.luck(DECIDE, self.number(at), filed, 0);
            let wrong = !self.deserves_sanction(at);
            self.tally.taken_wrong += u64::from(wrong);
            if office.silence.hits(luck.word(0)) {
                self.tally.silent += 1;
            } else if office.upheld(wrong).hits(luck.word(1)) {
                self.tally.upheld += 1;
                if wrong {
                    let since = self.one(at).spell.and_then(|spell| spell.wrong_since).unwrap_or(now.0);
                    self.tally.upheld_wrong += 1;
                    self.tally.remedy_weeks += u64::from(now.0 - since);
                }
                self.uphold(at, wrong);
            } else {
                self.tally.rejected += 1;
            }
        }
        for waiting in &self.hood.queue {
            self.tally.goes_on(Lasting::Appeal, now.0 - waiting.filed);
        }
    }

    /// Gives back what errors took, and ends a listing that is not due.
    fn uphold(&mut self, at: usize, wrong: bool) {
        let (before, matter) = (self.one(at).score, self.one(at).cause);
        self.befell[at].touched = true;
        if let Some(scale) = &self.regime.scale {
            let one = self.one_mut(at);
            one.score = scale.add(Points(before), Points(lost_to_errors(&one.losses))).0;
            if wrong {
                one.score = one.score.max(one.deserved);
            }
            one.losses = [0; 5];
            one.coming_back.retain(|loss| !loss.on_record || loss.origin == Origin::OwnDeed);
            self.set_tier(at);
        }
        let listed = self.one(at).listed.is_some() && self.one(at).due.is_none();
        if listed {
            self.comes_off_list(at);
        }
        let points = self.one(at).score - before;
        if let Some(correction) = self.society.remedies.correction
            && (points > 0 || listed)
        {
            let missed = correction.missed(&self.draws, self.number(at), self.tick.0);
            if missed > 0 {
                self.one_mut(at).stale.push(Stale { lane: at as u16, points, missed, listed, matter });
            }
        }
    }
}
