//! 7. Respond: fear rises and fades, word of the rules spreads, people hide.
//!
//! Fear rises where a sanction falls; those close to a newly sanctioned person are frightened a tick later. Whoever is sanctioned or frightened knows
//! the rules; others learn by news and talk. Whoever was frightened, or was caught by an app, may hide.

use crate::block::Block;
use crate::phase::aftermath;
use crate::phase::shun::Cuts;
use crate::phase::spell;
use crate::today::{Today, occupied};
use crate::world::Scratch;
use demerit_kernel::{BlockId, Chance, Mask};
use demerit_regime::Tie;
use demerit_society::population::life::age_years;
use demerit_society::population::person::ADULT;
use demerit_society::reactions::awareness::heeds;
use demerit_society::state::message::{Content, Message};
use demerit_society::{Flags, stream};

pub(crate) fn respond(today: &Today<'_>, block: &mut Block<'_>, scratch: &mut Scratch, changed: &Mask) {
    let response = &today.society.response;
    if response.fade != Chance::ZERO {
        block.tables.fear.change(|fear| response.fade(fear));
    }
    for lane in changed.lanes() {
        let at = usize::from(lane);
        let flags = block.flags(at);
        let was = flags.has(Flags::SANCTIONED);
        let now = today.regime.sanctioned(flags.tier(), flags.has(Flags::LISTED))
            && !block.planes.away.contains(lane);
        if now && !was {
            block.tables.fear.add(lane, response.own);
            aftermath::begins(today, block, scratch, lane);
            scratch.frightened.push(lane);
            if response.tie > 0 {
                frighten(today, block, scratch, lane);
            }
        }
        if now || was || today.starts() {
            spell::follow(today, block, scratch, lane);
        }
        if now != was {
            block.put_flag(at, Flags::SANCTIONED, now);
        }
    }
    spell::count(today, block, scratch);
    learn(today, block, scratch);
    hide(today, block, scratch);
    scratch.frightened.clear();
    scratch.caught.clear();
}

/// Word of the rules spreads: by a fright at once, by news and talk at a chance.
fn learn(today: &Today<'_>, block: &mut Block<'_>, scratch: &Scratch) {
    let Some(awareness) = &today.society.reactions.awareness else { return };
    if today.regime.rules().is_empty() {
        return;
    }
    let aware = block.planes.aware;
    let unaware = occupied(block).and_not(aware);
    if !unaware.is_empty() {
        let ceiling = awareness.ceiling();
        let chance = awareness.learns(aware.count(), block.persons()).over(ceiling);
        let candidates = today.draws.candidates(stream::AWARE, BlockId(today.block), today.tick, ceiling);
        for lane in candidates.and(unaware).lanes() {
            let person = block.first_person + u32::from(lane);
            if chance.hits(today.draws.luck(stream::AWARE, person, today.tick.0, 0).word(0)) {
                block.planes.aware.insert(lane);
            }
        }
        for &lane in &scratch.frightened {
            block.planes.aware.insert(lane);
        }
    }
}

/// Whoever knows the rules and was startled may begin to hide; hiding ends at a chance.
fn hide(today: &Today<'_>, block: &mut Block<'_>, scratch: &Scratch) {
    let Some(hiding) = &today.society.reactions.hiding else { return };
    if !block.planes.hiding.is_empty() {
        let candidates =
            today.draws.candidates(stream::UNHIDE, BlockId(today.block), today.tick, hiding.stops);
        block.planes.hiding = block.planes.hiding.and_not(candidates);
    }
    if today.regime.rules().is_empty() {
        return;
    }
    let heeding = heeds(today.society.reactions.awareness.as_ref(), &block.planes.aware);
    for &lane in scratch.frightened.iter().chain(&scratch.caught) {
        let at = usize::from(lane);
        let person = block.first_person + u32::from(lane);
        let grown = age_years(block.born[at], today.tick) >= ADULT;
        if grown
            && heeding.contains(lane)
            && hiding.starts.hits(today.draws.luck(stream::HIDE, person, today.tick.0, 0).word(0))
        {
            block.planes.hiding.insert(lane);
        }
    }
}

fn frighten(today: &Today<'_>, block: &Block<'_>, scratch: &mut Scratch, lane: u16) {
    let from = block.first_person + u32::from(lane);
    let outbox = &mut scratch.outbox;
    let mut send = |to: u32| outbox.push(Message::new(to, from, Content::Fright));
    today.home(block).each(lane, |_, to| send(to));
    let cuts = Cuts::of(block, lane);
    for tie in [Tie::Kin, Tie::Friend] {
        today.society.ties.each(today.city, from, tie, |to| {
            if !cuts.has(today, block, tie, to) {
                send(to);
            }
        });
    }
}
