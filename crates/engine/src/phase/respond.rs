//! 7. Respond: fear rises where a sanction falls, and fades; those close to a newly sanctioned person are frightened.

use crate::block::Block;
use crate::phase::aftermath;
use crate::phase::spell;
use crate::today::Today;
use crate::world::Desk;
use demerit_kernel::{Chance, Mask};
use demerit_regime::Tie;
use demerit_society::Flags;
use demerit_society::message::{Content, Message};

pub(crate) fn respond(today: &Today<'_>, block: &mut Block<'_>, desk: &mut Desk, touched: &Mask) {
    let response = &today.society.response;
    if response.fade != Chance::ZERO {
        for fear in block.fear.iter_mut().filter(|fear| **fear > 0) {
            *fear = response.fade(*fear);
        }
    }
    for lane in touched.lanes() {
        let at = usize::from(lane);
        let flags = block.flags[at];
        let now = today.regime.sanctioned(flags.tier(), flags.has(Flags::LISTED));
        if now && !flags.has(Flags::SANCTIONED) {
            block.fear[at] = block.fear[at].saturating_add(response.own);
            aftermath::begins(today, block, desk, lane);
            if response.tie > 0 {
                frighten(today, block, desk, lane);
            }
        }
        if now || flags.has(Flags::SANCTIONED) || today.starts() {
            spell::follow(today, block, desk, lane);
        }
        block.flags[at].put(Flags::SANCTIONED, now);
    }
    spell::count(today, block, desk);
}

fn frighten(today: &Today<'_>, block: &Block<'_>, desk: &mut Desk, lane: u16) {
    let from = block.first_person + u32::from(lane);
    let outbox = &mut desk.outbox;
    let mut send = |to: u32| outbox.push(Message { to, from, content: Content::Fright });
    today.home(block).each(lane, |_, to| send(to));
    for tie in [Tie::Kin, Tie::Friend] {
        today.society.ties.each(today.city, from, tie, &mut send);
    }
}
