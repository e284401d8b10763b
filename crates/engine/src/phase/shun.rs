//! Ties cut and healed, and what is not sent or not taken in along a cut tie.
//!
//! Model: see [`demerit_society::consequences::shunning`]. The sender holds back what would go along a tie that was cut from the sender; the receiver
//! discards what comes along a tie that was cut from the receiver. Symbols and source(s): there.
//! Leaves out: that somebody may be kin as well as friend: such a tie is cut as a friend's.

use crate::block::Block;
use crate::today::Today;
use crate::world::Scratch;
use demerit_kernel::BlockId;
use demerit_regime::Tie;
use demerit_society::{Flags, stream};

/// The ties that can be cut.
const TIES: [Tie; 2] = [Tie::Friend, Tie::Colleague];

/// Shuns whom a sanction falls on, and counts the ties that are cut.
pub(crate) fn begins(today: &Today<'_>, block: &mut Block<'_>, scratch: &mut Scratch, lane: u16) {
    let Some(shunning) = &today.society.consequences.shunning else { return };
    if block.planes.shunned.contains(lane) {
        return;
    }
    block.planes.shunned.insert(lane);
    let (person, born) = (block.first_person + u32::from(lane), block.born[usize::from(lane)]);
    for tie in TIES {
        today.society.ties.each(today.city, person, tie, |other| {
            scratch.tally.ties_cut += u64::from(shunning.cuts(&today.draws, person, born, other));
        });
    }
}

/// Lets ties heal whose sanction is over.
pub(crate) fn heal(today: &Today<'_>, block: &mut Block<'_>) {
    let Some(shunning) = &today.society.consequences.shunning else { return };
    if block.planes.shunned.is_empty() {
        return;
    }
    let candidates = today.draws.candidates(stream::HEAL, BlockId(today.block), today.tick, shunning.heals);
    for lane in candidates.and(block.planes.shunned.mask()).lanes() {
        if !block.has(usize::from(lane), Flags::SANCTIONED) {
            block.planes.shunned.remove(lane);
        }
    }
}

/// The ties of somebody of the neighbourhood, as far as the person knows them to be cut: asked once, for all ties.
pub(crate) struct Cuts {
    shunned: bool,
    lane: u16,
}

impl Cuts {
    /// Those of the person in a lane.
    pub(crate) fn of(block: &Block<'_>, lane: u16) -> Self {
        Self { shunned: block.planes.shunned.contains(lane), lane }
    }

    /// Whether the tie of this type to another is cut.
    #[inline]
    pub(crate) fn has(&self, today: &Today<'_>, block: &Block<'_>, tie: Tie, other: u32) -> bool {
        self.shunned && TIES.contains(&tie) && cuts(today, block, self.lane, other)
    }
}

/// Whether what comes from somebody comes along a tie that is cut.
pub(crate) fn discards(today: &Today<'_>, block: &Block<'_>, lane: u16, from: u32) -> bool {
    if !block.planes.shunned.contains(lane) || !cuts(today, block, lane, from) {
        return false;
    }
    let person = block.first_person + u32::from(lane);
    let mut at_home = false;
    today.home(block).each(lane, |_, other| at_home |= other == from);
    let mut tied = false;
    for tie in TIES {
        today.society.ties.each(today.city, person, tie, |other| tied |= other == from);
    }
    tied && !at_home
}

fn cuts(today: &Today<'_>, block: &Block<'_>, lane: u16, other: u32) -> bool {
    let (person, born) = (block.first_person + u32::from(lane), block.born[usize::from(lane)]);
    today.society.consequences.shunning.is_some_and(|one| one.cuts(&today.draws, person, born, other))
}
