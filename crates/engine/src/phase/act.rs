//! 2. Act: what people do, or leave undone, in this tick.
//!
//! For each kind of deed, candidates among those whom it concerns are drawn at the ceiling of their class of habit, and thinned: by the
//! response to the regime of those who know its rules, by income for lapses with money, and by private opinion and the climate of
//! opinion for posts that take a stance (`say.rs`). All of that moves one threshold under one draw, so that a person who does
//! something in one world does it in the twin too unless a response says no.
//!
//! Whoever did a kind of deed is a mask of the neighbourhood: later phases work on whole masks, and on single lanes only where
//! something befalls somebody.

use crate::block::Block;
use crate::phase::{publish, say};
use crate::today::Today;
use crate::world::Scratch;
use demerit_kernel::{BlockId, Chance, Mask, Stream};
use demerit_regime::Matter;
use demerit_society::conduct::{Conduct, Present, Who, scaled};
use demerit_society::consequences::hardship::{Hardship, of_money};
use demerit_society::reactions::awareness::heeds;
use demerit_society::state::events::EventKind;
use demerit_society::state::tally::stance;
use demerit_society::{Deed, stream};

/// Those who did a kind of deed in this tick.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Done {
    pub(crate) deed: Deed,
    pub(crate) lanes: Mask,
}

pub(crate) fn act(today: &Today<'_>, block: &mut Block<'_>, scratch: &mut Scratch) {
    scratch.done.clear();
    scratch.lacking.clear();
    publish::reopen(today, block, scratch);
    let reactions = &today.society.reactions;
    if let Some(silence) = &reactions.silence {
        block.tables.climate.fade(silence);
    }
    if let Some(safety) = &reactions.safety {
        block.tables.violations.fade(safety.memory);
    }
    let present = Present::of(block.born, today.pattern, today.tick);
    let heeding = heeds(reactions.awareness.as_ref(), &block.planes.aware).and_not(*block.planes.away);
    for deed in Deed::all() {
        let conduct = &today.society.conduct[deed.index()];
        let candidates = candidates(today, block, conduct, stream::deed(deed.index()), &present);
        if candidates.is_empty() {
            continue;
        }
        let lanes = match deed {
            Deed::Ask(_) => kept(today, block, scratch, deed, &candidates),
            Deed::Act(matter) => match (stance(matter), &today.society.consequences.hardship) {
                (Some(post), _) => say::say(today, block, scratch, &heeding, &candidates, matter, post),
                (None, Some(hardship)) if of_money(matter) => {
                    lapsed(today, block, scratch, &heeding, &candidates, matter, hardship)
                }
                (None, _) => done(today, block, scratch, &heeding, &candidates, matter),
            },
        };
        if lanes.is_empty() {
            continue;
        }
        let count = lanes.count();
        scratch.tally.deeds[deed.index()] += u64::from(count);
        if reactions.safety.is_some() && deed.is_violation() {
            block.tables.violations.add(count);
        }
        // Posts are told one by one, before what becomes of each.
        if !matches!(deed, Deed::Act(matter) if stance(matter).is_some()) {
            today.tell_each(block, scratch, &lanes, EventKind::Did(deed));
        }
        scratch.done.push(Done { deed, lanes });
    }
}

/// The candidates for a kind of deed.
fn candidates(
    today: &Today<'_>,
    block: &Block<'_>,
    conduct: &Conduct,
    kind: Stream,
    present: &Present,
) -> Mask {
    let found =
        conduct.candidates(today.draws, kind, BlockId(today.block), today.tick, present, block.habits);
    if conduct.who != Who::WithPupil || found.is_empty() {
        return found;
    }
    found.lanes().filter(|&lane| present.lives_with_pupil(today.pattern, lane)).collect()
}

/// Draws the luck of a kind of deed for these lanes.
pub(super) fn draw(today: &Today<'_>, block: &Block<'_>, scratch: &mut Scratch, deed: Deed, lanes: &Mask) {
    let kind = stream::deed(deed.index());
    today.draws.lane_luck(kind, block.first_person, lanes, today.tick.0, 0, &mut scratch.luck);
}

/// The candidates who do it where nothing but their own rate bears on it.
fn kept(today: &Today<'_>, block: &Block<'_>, scratch: &mut Scratch, deed: Deed, candidates: &Mask) -> Mask {
    let conduct = &today.society.conduct[deed.index()];
    if conduct.kept_by_all == Some(Chance::ONE) {
        return *candidates;
    }
    draw(today, block, scratch, deed, candidates);
    scratch.luck.below(0, |lane| conduct.kept_in(block.habits, lane))
}

/// The candidates who do something that is neither a post nor a lapse with money: fewer of those who know that it is punished, more of
/// those who know that it is rewarded.
fn done(
    today: &Today<'_>,
    block: &Block<'_>,
    scratch: &mut Scratch,
    heeding: &Mask,
    candidates: &Mask,
    matter: Matter,
) -> Mask {
    let (punished, rewarded) = (today.regime.punishes(matter), today.regime.rewards(matter));
    let heeders = candidates.and(*heeding);
    let deed = Deed::Act(matter);
    if !(punished || rewarded) || heeders.is_empty() {
        return kept(today, block, scratch, deed, candidates);
    }
    let conduct = &today.society.conduct[deed.index()];
    let response = &today.society.response;
    let factor = if rewarded { 1.0 + response.gaming } else { 1.0 - response.deterrence };
    let moved = conduct.kept.map(|kept| scaled(kept, factor));
    // Whoever is sure to do it needs no draw.
    let sure = conduct.kept_by_all == Some(Chance::ONE);
    let asked = if sure { heeders } else { *candidates };
    draw(today, block, scratch, deed, &asked);
    let class = |lane: u16| match conduct.kept_by_all {
        Some(_) => conduct.first_class(),
        None => conduct.class(block.habits.of(usize::from(lane))),
    };
    let plainly = if sure { *candidates } else { scratch.luck.below(0, |lane| conduct.kept[class(lane)]) };
    let heedful = scratch.luck.below(0, |lane| moved[class(lane)]);
    if punished && !rewarded {
        let deterred = plainly.and(heeders).and_not(heedful);
        scratch.tally.deterred[matter.index()] += u64::from(deterred.count());
    }
    plainly.and_not(heeders).or(heedful.and(heeders))
}

/// The candidates who lapse with money: the poor, and those who lost income, sooner than others.
fn lapsed(
    today: &Today<'_>,
    block: &Block<'_>,
    scratch: &mut Scratch,
    heeding: &Mask,
    candidates: &Mask,
    matter: Matter,
    hardship: &Hardship,
) -> Mask {
    let deed = Deed::Act(matter);
    let conduct = &today.society.conduct[deed.index()];
    let (punished, rewarded) = (today.regime.punishes(matter), today.regime.rewards(matter));
    let response = &today.society.response;
    draw(today, block, scratch, deed, candidates);
    let mut does = Mask::EMPTY;
    for place in 0..scratch.luck.len() {
        let (lane, word) = (scratch.luck.lane(place), scratch.luck.word(place, 0));
        let at = usize::from(lane);
        let kept = conduct.kept_in(block.habits, lane);
        let heeds = (punished || rewarded) && heeding.contains(lane);
        let play = if rewarded && heeds { 1.0 + response.gaming } else { 1.0 };
        let lost = block.tables.marks.hardship.of(lane);
        // Whose income matters is asked of the few only whom it decides about.
        if !scaled(scaled(kept, hardship.highest_at(lost)), play).hits(word) {
            continue;
        }
        let kept = scaled(kept, hardship.factor(today.income_fifth(block, at), lost));
        if !scaled(kept, play).hits(word) {
            continue;
        }
        if punished && heeds && !scaled(kept, 1.0 - response.deterrence).hits(word) {
            scratch.tally.deterred[matter.index()] += 1;
            continue;
        }
        does.insert(lane);
    }
    does
}
