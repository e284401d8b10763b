//! 7. Respond: fear rises and fades, word of the rules spreads, people hide.
//!
//! Fear rises where a sanction falls; those close to a newly sanctioned person are frightened a tick later.
//! The sanctioned and the frightened know the rules; others learn by news and talk. Those who were
//! frightened, or caught by an app, may hide.

pub(crate) mod spell;

use crate::phase::aftermath;
use crate::phase::shun::Cuts;
use crate::turn::Turn;
use demerit_kernel::Chance;
use demerit_regime::Tie;
use demerit_society::reactions::adaptation::{HIDE, UNHIDE};
use demerit_society::reactions::awareness::AWARE;
use demerit_society::{Content, Flags, Message};

pub(crate) fn respond(turn: &mut Turn<'_>) {
    let today = turn.today;
    let response = &today.society.response;
    if response.fade != Chance::ZERO {
        turn.block.tables.fear.change(|fear| response.fade(fear));
    }
    let changed = turn.changed;
    for lane in changed.lanes() {
        let flags = turn.block.flags(lane);
        let was = flags.has(Flags::SANCTIONED);
        let now = today.regime.sanctioned(flags.tier(), flags.has(Flags::LISTED))
            && !turn.block.planes.away.contains(lane);
        if now && !was {
            turn.block.tables.fear.add(lane, response.own);
            aftermath::begins(turn, lane);
            turn.scratch.frightened.push(lane);
            if response.tie > 0 {
                frighten(turn, lane);
            }
        }
        if now || was || today.is_first_under_regime() {
            spell::follow(turn, lane);
        }
        if now != was {
            turn.block.put_flag(lane, Flags::SANCTIONED, now);
        }
    }
    spell::count(turn);
    learn(turn);
    hide(turn);
    turn.scratch.frightened.clear();
    turn.scratch.caught.clear();
}

/// Word of the rules spreads: by a fright at once, by news and talk at a chance.
fn learn(turn: &mut Turn<'_>) {
    let today = turn.today;
    let Some(awareness) = &today.society.reactions.awareness else { return };
    if today.regime.rules().is_empty() {
        return;
    }
    let aware = turn.block.planes.aware;
    let unaware = turn.occupied().and_not(aware);
    if !unaware.is_empty() {
        let ceiling = awareness.ceiling();
        let chance = awareness.learns(aware.count(), turn.block.persons()).over(ceiling);
        let candidates = turn.candidates(AWARE, ceiling);
        for lane in candidates.and(unaware).lanes() {
            if chance.hits(turn.luck(AWARE, lane, 0).word(0)) {
                turn.block.planes.aware.insert(lane);
            }
        }
        for &lane in &turn.scratch.frightened {
            turn.block.planes.aware.insert(lane);
        }
    }
}

/// Those who know the rules and were startled may begin to hide; hiding ends at a chance.
fn hide(turn: &mut Turn<'_>) {
    let today = turn.today;
    let Some(hiding) = &today.society.reactions.hiding else { return };
    if !turn.block.planes.hiding.is_empty() {
        let candidates = turn.candidates(UNHIDE, hiding.stops);
        turn.block.planes.hiding = turn.block.planes.hiding.and_not(candidates);
    }
    if today.regime.rules().is_empty() {
        return;
    }
    let heeding = turn.heeding();
    for &lane in turn.scratch.frightened.iter().chain(&turn.scratch.caught) {
        if turn.is_adult(lane)
            && heeding.contains(lane)
            && hiding.starts.hits(turn.luck(HIDE, lane, 0).word(0))
        {
            turn.block.planes.hiding.insert(lane);
        }
    }
}

fn frighten(turn: &mut Turn<'_>, lane: u16) {
    let today = turn.today;
    let from = turn.number(lane);
    let (block, outbox) = (&turn.block, &mut turn.scratch.outbox);
    let mut send = |to: u32| outbox.push(Message::new(to, from, Content::Fright));
    today.home(block).each(lane, |_, to| send(to));
    let cuts = Cuts::of(today, block, lane);
    for tie in [Tie::Kin, Tie::Friend] {
        today.society.ties.each(today.city, from, tie, |to| {
            if !cuts.has(tie, to) {
                send(to);
            }
        });
    }
}
