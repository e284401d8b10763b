//! 2. Act: what people do, or leave undone, in this tick.
//!
//! For each kind of deed, candidates among those whom it concerns are drawn at the ceiling of their class of habit, and thinned by
//! private opinion, for posts that take a stance, and by the response to the regime. All of that moves one threshold under one draw, so
//! that a person who does something in one world does it in the twin too unless a response says no.

use crate::block::Block;
use crate::phase::aftermath;
use crate::today::Today;
use crate::world::Desk;
use demerit_kernel::{BlockId, Chance};
use demerit_regime::Matter;
use demerit_society::conduct::{Present, Who, scaled};
use demerit_society::deed::Act;
use demerit_society::events::Happening;
use demerit_society::tally::stance;
use demerit_society::{Deed, stream};

pub(crate) fn act(today: &Today<'_>, block: &mut Block<'_>, desk: &mut Desk) {
    desk.acts.clear();
    let present = Present::of(block.born, today.pattern, today.tick);
    let (number, tick) = (BlockId(today.block), today.tick);
    for deed in Deed::all() {
        let conduct = &today.society.conduct[deed.index()];
        let kind = stream::deed(deed.index());
        let candidates = conduct.candidates(today.draws, kind, number, tick, &present, block.habits);
        if candidates.is_empty() {
            continue;
        }
        let manner = Manner::of(today, deed);
        for lane in candidates.lanes() {
            let at = usize::from(lane);
            if conduct.who == Who::WithPupil && !present.lives_with_pupil(today.pattern, lane) {
                continue;
            }
            let kept = conduct.kept_by_all.unwrap_or_else(|| conduct.kept(block.habits.of(at)));
            let luck = today.draws.luck(kind, block.first_person + u32::from(lane), tick.0, 0);
            if manner.does(today, block, desk, at, kept, luck.word(0)) {
                desk.tally.deeds[deed.index()] += 1;
                desk.acts.push(Act { lane, deed, word: luck.word(1) });
                today.tell(block, desk, at, Happening::Did(deed), 0, None);
            }
        }
    }
}

/// How the regime in force and private opinion bear on a kind of deed.
struct Manner {
    matter: Option<Matter>,
    post: Option<usize>,
    punished: bool,
    rewarded: bool,
}

impl Manner {
    fn of(today: &Today<'_>, deed: Deed) -> Self {
        let Deed::Act(matter) = deed else {
            return Self { matter: None, post: None, punished: false, rewarded: false };
        };
        Self {
            matter: Some(matter),
            post: stance(matter),
            punished: today.regime.punishes(matter),
            rewarded: today.regime.rewards(matter),
        }
    }

    /// Whether a candidate does it.
    fn does(
        &self,
        today: &Today<'_>,
        block: &Block<'_>,
        desk: &mut Desk,
        at: usize,
        kept: Chance,
        word: u32,
    ) -> bool {
        let response = &today.society.response;
        let opinion = match self.post {
            Some(1) => 2.0 * self.support(today, block, at),
            Some(2 | 3) => 2.0 * (1.0 - self.support(today, block, at)),
            _ => 1.0,
        };
        let would = if opinion == 1.0 { kept } else { scaled(kept, opinion) };
        let Some(matter) = self.matter else {
            return would.hits(word);
        };
        let would = aftermath::lapses(today, block, at, matter).map_or(would, |factor| scaled(would, factor));
        if self.rewarded {
            return scaled(would, 1.0 + response.gaming).hits(word);
        }
        if !would.hits(word) {
            return false;
        }
        if !self.punished {
            return true;
        }
        if let Some(post) = self.post {
            let person = block.first_person + at as u32;
            let luck = today.draws.luck(stream::SPEECH, person, today.tick.0, post as u32);
            if response.withheld(block.fear[at]).hits(luck.word(0)) {
                desk.tally.withheld[post] += 1;
                today.tell(block, desk, at, Happening::Withheld(matter), 0, None);
                return false;
            }
            return true;
        }
        let done = scaled(would, 1.0 - response.deterrence).hits(word);
        if !done {
            desk.tally.deterred[matter.index()] += 1;
        }
        done
    }

    fn support(&self, today: &Today<'_>, block: &Block<'_>, at: usize) -> f64 {
        today.society.person(block.first_person + at as u32, block.born[at], block.habits.of(at)).support()
    }
}
