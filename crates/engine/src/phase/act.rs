//! 2. Act: what people do, or leave undone, in this tick.
//!
//! For each kind of deed, candidates among those whom it concerns are drawn at the ceiling of their class of habit, and thinned by
//! private opinion and the climate of opinion, for posts that take a stance, and by the response to the regime of those who know
//! its rules. All of that moves one threshold under one draw, so that a person who does something in one world does it in the
//! twin too unless a response says no.

use crate::block::Block;
use crate::phase::{aftermath, publish};
use crate::today::Today;
use crate::world::Desk;
use demerit_kernel::{BlockId, Chance, Mask};
use demerit_regime::{Matter, Spillover};
use demerit_society::account::Loss;
use demerit_society::awareness::heeds;
use demerit_society::conduct::{Present, Who, scaled};
use demerit_society::deed::Act;
use demerit_society::events::Happening;
use demerit_society::tally::stance;
use demerit_society::{Deed, stream};

pub(crate) fn act(today: &Today<'_>, block: &mut Block<'_>, desk: &mut Desk) {
    desk.acts.clear();
    publish::reopen(today, block, desk);
    let reactions = &today.society.reactions;
    if let Some(silence) = &reactions.silence {
        block.tables.climate.fade(silence);
    }
    if let Some(safety) = &reactions.safety {
        block.tables.violations.fade(safety.memory);
    }
    let present = Present::of(block.born, today.pattern, today.tick);
    let heeding = heeds(reactions.awareness.as_ref(), &block.planes.aware).and_not(block.planes.away);
    let (number, tick) = (BlockId(today.block), today.tick);
    for deed in Deed::all() {
        let conduct = &today.society.conduct[deed.index()];
        let kind = stream::deed(deed.index());
        let candidates = conduct.candidates(today.draws, kind, number, tick, &present, block.habits);
        if candidates.is_empty() {
            continue;
        }
        let manner = Manner::of(today, block, deed);
        let felt = reactions.safety.is_some() && deed.is_violation();
        for lane in candidates.lanes() {
            let at = usize::from(lane);
            if conduct.who == Who::WithPupil && !present.lives_with_pupil(today.pattern, lane) {
                continue;
            }
            let kept = conduct.kept_by_all.unwrap_or_else(|| conduct.kept(block.habits.of(at)));
            let luck = today.draws.luck(kind, block.first_person + u32::from(lane), tick.0, 0);
            if !manner.does(today, block, desk, &heeding, lane, kept, luck.word(0)) {
                continue;
            }
            desk.tally.deeds[deed.index()] += 1;
            desk.acts.push(Act { lane, deed, word: luck.word(1) });
            today.tell(block, desk, at, Happening::Did(deed), 0, None);
            if felt {
                block.tables.violations.add();
            }
            if let (Some(matter), Some(post)) = (manner.matter, manner.post) {
                publish::publish(today, block, desk, lane, matter, post, luck.word(1));
            }
        }
    }
}

/// How the regime in force, private opinion and the climate bear on a kind of deed.
struct Manner<'a> {
    matter: Option<Matter>,
    post: Option<usize>,
    punished: bool,
    rewarded: bool,
    /// Factor of the climate on what is said, 1 for all but critical and revealing posts.
    willing: f64,
    /// The highest factor that anything here can put on a chance.
    highest: f64,
    /// What a post would cost others.
    spills: Option<&'a Spillover>,
}

impl<'a> Manner<'a> {
    fn of(today: &'a Today<'_>, block: &Block<'_>, deed: Deed) -> Self {
        let Deed::Act(matter) = deed else {
            return Self {
                matter: None,
                post: None,
                punished: false,
                rewarded: false,
                willing: 1.0,
                highest: 1.0,
                spills: None,
            };
        };
        let (society, regime) = (today.society, today.regime);
        let post = stance(matter);
        let rewarded = regime.rewards(matter);
        let critical = matches!(post, Some(2 | 3));
        let willing = match &society.reactions.silence {
            Some(silence) if critical => silence.willingness(&block.tables.climate),
            _ => 1.0,
        };
        let played = if rewarded { 1.0 + society.response.gaming } else { 1.0 };
        let opinion = if matches!(post, Some(1..)) { 2.0 } else { 1.0 };
        let spilling = |&number: &u16| regime.rules()[usize::from(number)].spills;
        let spills = regime.spillover.as_ref().filter(|_| {
            critical && society.reactions.care.is_some() && regime.about(matter).iter().any(spilling)
        });
        let punished = regime.punishes(matter);
        Self {
            matter: Some(matter),
            post,
            punished,
            rewarded,
            willing,
            highest: opinion * played * willing.max(1.0),
            spills,
        }
    }

    /// Whether a candidate does it.
    #[expect(clippy::too_many_arguments, reason = "a candidate, and all that bears on the deed")]
    #[inline]
    fn does(
        &self,
        today: &Today<'_>,
        block: &Block<'_>,
        desk: &mut Desk,
        heeding: &Mask,
        lane: u16,
        kept: Chance,
        word: u32,
    ) -> bool {
        let Some(matter) = self.matter else {
            return kept.hits(word);
        };
        let response = &today.society.response;
        let heeds = (self.punished || self.rewarded) && heeding.contains(lane);
        if let Some(post) = self.post {
            return self.says(today, block, desk, heeds, lane, matter, post, kept, word);
        }
        let kept = aftermath::lapses(today, block, usize::from(lane), matter)
            .map_or(kept, |factor| scaled(kept, factor));
        if self.rewarded && heeds {
            return scaled(kept, 1.0 + response.gaming).hits(word);
        }
        if !kept.hits(word) {
            return false;
        }
        if !(self.punished && heeds) {
            return true;
        }
        let done = scaled(kept, 1.0 - response.deterrence).hits(word);
        if !done {
            desk.tally.deterred[matter.index()] += 1;
        }
        done
    }

    /// Whether a candidate publishes a post: opinion, climate, a closed account, own fear, care for others, in this order.
    #[expect(clippy::too_many_arguments, reason = "a candidate, and all that bears on the post")]
    fn says(
        &self,
        today: &Today<'_>,
        block: &Block<'_>,
        desk: &mut Desk,
        heeds: bool,
        lane: u16,
        matter: Matter,
        post: usize,
        kept: Chance,
        word: u32,
    ) -> bool {
        if !scaled(kept, self.highest).hits(word) {
            return false;
        }
        let (society, at) = (today.society, usize::from(lane));
        let person = block.first_person + u32::from(lane);
        let support = || society.person(person, block.born[at], block.habits.of(at)).support();
        let opinion = match post {
            1 => 2.0 * support(),
            2 | 3 => 2.0 * (1.0 - support()),
            _ => 1.0,
        };
        let by = |factor: f64| if factor == 1.0 { kept } else { scaled(kept, factor) };
        let played = if self.rewarded && heeds { 1.0 + society.response.gaming } else { 1.0 };
        if !by(opinion * self.willing * played).hits(word) {
            if by(opinion).hits(word) {
                desk.tally.muted[post] += 1;
            }
            return false;
        }
        if block.planes.closed.contains(lane) {
            desk.tally.silenced[post] += 1;
            publish::lose(today, block, desk, lane, Loss::Closed);
            return false;
        }
        if !(self.punished && heeds) {
            return true;
        }
        let luck = today.draws.luck(stream::SPEECH, person, today.tick.0, post as u32);
        let afraid = society.response.withheld(block.tables.fear[at]).hits(luck.word(0));
        if afraid {
            desk.tally.withheld[post] += 1;
        } else if self.spills.is_some_and(|spills| cares(today, block, lane, spills).hits(luck.word(1))) {
            desk.tally.withheld_for_others[post] += 1;
        } else {
            return true;
        }
        publish::lose(today, block, desk, lane, Loss::Withheld);
        today.tell(block, desk, at, Happening::Withheld(matter), 0, None);
        false
    }
}

/// Chance to hold back for the sake of the household and of friends.
fn cares(today: &Today<'_>, block: &Block<'_>, lane: u16, spills: &Spillover) -> Chance {
    let Some(care) = &today.society.reactions.care else { return Chance::ZERO };
    let home = today.home(block);
    let others = home.lanes(lane).filter(|&other| other != usize::from(lane));
    care.holds_back(spills, others.map(|other| home.tie_to(lane, other as u16)))
}
