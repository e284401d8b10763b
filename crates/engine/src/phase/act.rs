//! 2. Act: what people do, or leave undone, in this tick.
//!
//! For each kind of deed, candidates among those whom it concerns are drawn at the ceiling of their class of
//! habit, and thinned: by the response to the regime of those who know its rules, by income for lapses with
//! money, and by private opinion and the climate of opinion for posts that take a stance (`say.rs`). All of
//! that moves one threshold under one draw, so that a person who does something in one world does it in the
//! twin too unless a response says no.
//!
//! Those who did a kind of deed are a mask of the neighbourhood: later phases work on whole masks, and on
//! single lanes only where something befalls somebody.

mod publish;
mod say;

use crate::scratch::Done;
use crate::turn::Turn;
use demerit_kernel::{BlockId, Chance, Mask, Stream};
use demerit_regime::Matter;
use demerit_society::conduct::deed::DEEDS;
use demerit_society::conduct::scaled;
use demerit_society::consequences::hardship::of_money;
use demerit_society::{Conduct, Deed, EventKind, Hardship, Present, Stance, Who};

pub(crate) fn act(turn: &mut Turn<'_>) {
    let today = turn.today;
    turn.scratch.done.clear();
    turn.scratch.lacking.clear();
    publish::reopen(turn);
    let reactions = &today.society.reactions;
    if let Some(silence) = &reactions.silence {
        turn.block.tables.climate.fade(silence);
    }
    if let Some(safety) = &reactions.safety {
        turn.block.tables.violations.fade(safety.memory);
    }
    let present = Present::of(turn.block.born, today.pattern, today.tick);
    let heeding = turn.heeding().and_not(*turn.block.planes.away);
    for deed in Deed::all() {
        let conduct = &today.society.conduct[deed.index()];
        let candidates = candidates(turn, conduct, DEEDS.of(deed.index()), &present);
        if candidates.is_empty() {
            continue;
        }
        let lanes = match deed {
            Deed::Ask(_) => kept(turn, deed, &candidates),
            Deed::Act(matter) => match (Stance::of(matter), &today.society.consequences.hardship) {
                (Some(post), _) => say::say(turn, &heeding, &candidates, matter, post),
                (None, Some(hardship)) if of_money(matter) => {
                    lapsed(turn, &heeding, &candidates, matter, hardship)
                }
                (None, _) => done(turn, &heeding, &candidates, matter),
            },
        };
        if lanes.is_empty() {
            continue;
        }
        let count = lanes.count();
        turn.scratch.tally.deeds[deed.index()] += u64::from(count);
        if reactions.safety.is_some() && deed.is_violation() {
            turn.block.tables.violations.add(count);
        }
        // Posts are kept one by one, each before what becomes of it.
        if !matches!(deed, Deed::Act(matter) if Stance::of(matter).is_some()) {
            turn.log_each(&lanes, EventKind::Did(deed));
        }
        turn.scratch.done.push(Done { deed, lanes });
    }
}

/// The candidates for a kind of deed.
fn candidates(turn: &Turn<'_>, conduct: &Conduct, kind: Stream, present: &Present) -> Mask {
    let today = turn.today;
    let found =
        conduct.candidates(today.draws, kind, BlockId(today.block), today.tick, present, turn.block.habits);
    if conduct.plan.who != Who::WithPupil || found.is_empty() {
        return found;
    }
    found.lanes().filter(|&lane| present.lives_with_pupil(today.pattern, lane)).collect()
}

/// The candidates who do it where nothing but their own rate bears on it.
fn kept(turn: &mut Turn<'_>, deed: Deed, candidates: &Mask) -> Mask {
    let today = turn.today;
    let conduct = &today.society.conduct[deed.index()];
    if conduct.kept_by_all == Some(Chance::ONE) {
        return *candidates;
    }
    turn.draw_deed(deed, candidates);
    turn.scratch.luck.below(0, |lane| conduct.kept_in(turn.block.habits, lane))
}

/// The candidates who do something that is neither a post nor a lapse with money: fewer of those who know
/// that it is punished, more of those who know that it is rewarded.
fn done(turn: &mut Turn<'_>, heeding: &Mask, candidates: &Mask, matter: Matter) -> Mask {
    let today = turn.today;
    let (punished, rewarded) = (today.regime.punishes(matter), today.regime.rewards(matter));
    let heeders = candidates.and(*heeding);
    let deed = Deed::Act(matter);
    if !(punished || rewarded) || heeders.is_empty() {
        return kept(turn, deed, candidates);
    }
    let conduct = &today.society.conduct[deed.index()];
    let response = &today.society.response;
    let factor = if rewarded { 1.0 + response.gaming } else { 1.0 - response.deterrence };
    let moved = conduct.kept.map(|kept| scaled(kept, factor));
    // Those who are sure to do it need no draw.
    let sure = conduct.kept_by_all == Some(Chance::ONE);
    let asked = if sure { heeders } else { *candidates };
    turn.draw_deed(deed, &asked);
    let class = |lane: u16| match conduct.kept_by_all {
        Some(_) => conduct.first_class(),
        None => conduct.class(turn.block.habits.of(usize::from(lane))),
    };
    let plainly =
        if sure { *candidates } else { turn.scratch.luck.below(0, |lane| conduct.kept[class(lane)]) };
    let heedful = turn.scratch.luck.below(0, |lane| moved[class(lane)]);
    if punished && !rewarded {
        let deterred = plainly.and(heeders).and_not(heedful);
        turn.scratch.tally.deterred[matter.index()] += u64::from(deterred.count());
    }
    plainly.and_not(heeders).or(heedful.and(heeders))
}

/// The candidates who lapse with money: the poor, and those who lost income, sooner than others.
fn lapsed(
    turn: &mut Turn<'_>,
    heeding: &Mask,
    candidates: &Mask,
    matter: Matter,
    hardship: &Hardship,
) -> Mask {
    let today = turn.today;
    let deed = Deed::Act(matter);
    let conduct = &today.society.conduct[deed.index()];
    let (punished, rewarded) = (today.regime.punishes(matter), today.regime.rewards(matter));
    let response = &today.society.response;
    turn.draw_deed(deed, candidates);
    let mut does = Mask::EMPTY;
    for index in 0..turn.scratch.luck.len() {
        let (lane, word) = (turn.scratch.luck.lane(index), turn.scratch.luck.word(index, 0));
        let kept = conduct.kept_in(turn.block.habits, lane);
        let heeds = (punished || rewarded) && heeding.contains(lane);
        let play = if rewarded && heeds { 1.0 + response.gaming } else { 1.0 };
        let lost = turn.block.tables.marks.hardship.of(lane);
        // Income is looked up only for the few whom it decides about.
        if !scaled(scaled(kept, hardship.highest_at(lost)), play).hits(word) {
            continue;
        }
        let kept = scaled(kept, hardship.factor(turn.income_fifth(lane), lost));
        if !scaled(kept, play).hits(word) {
            continue;
        }
        if punished && heeds && !scaled(kept, 1.0 - response.deterrence).hits(word) {
            turn.scratch.tally.deterred[matter.index()] += 1;
            continue;
        }
        does.insert(lane);
    }
    does
}
