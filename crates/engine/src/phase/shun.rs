//! Ties cut and healed, and what is not sent or not taken in along a cut tie.
//!
//! Model: see [`demerit_society::consequences::shunning`]. The sender holds back what would go along a tie
//! that was cut from the sender; the receiver discards what comes along a tie that was cut from the receiver.
//! Symbols and source(s): there. Leaves out: that somebody may be kin as well as friend: such a tie is cut as
//! a friend's.

use crate::block::Block;
use crate::today::Today;
use crate::turn::Turn;
use demerit_regime::Tie;
use demerit_society::Flags;
use demerit_society::consequences::shunning::HEAL;

/// The ties that can be cut.
const TIES: [Tie; 2] = [Tie::Friend, Tie::Colleague];

/// Shuns the person whom a sanction falls on, and counts the ties that are cut.
pub(crate) fn begins(turn: &mut Turn<'_>, lane: u16) {
    let today = turn.today;
    let Some(shunning) = &today.society.consequences.shunning else { return };
    if turn.block.planes.shunned.contains(lane) {
        return;
    }
    turn.block.planes.shunned.insert(lane);
    let (person, born) = (turn.number(lane), turn.block.born[usize::from(lane)]);
    for tie in TIES {
        today.society.ties.each(today.city, person, tie, |other| {
            turn.scratch.tally.ties_cut += u64::from(shunning.cuts(&today.draws, person, born, other));
        });
    }
}

/// Lets ties heal whose sanction is over.
pub(crate) fn heal(turn: &mut Turn<'_>) {
    let Some(shunning) = &turn.today.society.consequences.shunning else { return };
    if turn.block.planes.shunned.is_empty() {
        return;
    }
    let candidates = turn.candidates(HEAL, shunning.heals);
    for lane in candidates.and(turn.block.planes.shunned.mask()).lanes() {
        if !turn.block.has(lane, Flags::SANCTIONED) {
            turn.block.planes.shunned.remove(lane);
        }
    }
}

/// The ties of somebody of the neighbourhood, as far as the person knows them to be cut: asked once, for all
/// ties.
#[derive(Clone, Copy)]
pub(crate) struct Cuts<'a> {
    today: &'a Today<'a>,
    shunned: bool,
    person: u32,
    born: i16,
}

impl<'a> Cuts<'a> {
    /// Those of the person in a lane.
    pub(crate) fn of(today: &'a Today<'a>, block: &Block<'_>, lane: u16) -> Self {
        let shunned = block.planes.shunned.contains(lane);
        Self {
            today,
            shunned,
            person: block.first_person + u32::from(lane),
            born: block.born[usize::from(lane)],
        }
    }

    /// Whether the tie of this type to another is cut.
    #[inline]
    pub(crate) fn has(&self, tie: Tie, other: u32) -> bool {
        self.shunned && TIES.contains(&tie) && self.with(other)
    }

    /// Whether a tie that can be cut is cut from another.
    fn with(&self, other: u32) -> bool {
        let shunning = &self.today.society.consequences.shunning;
        shunning.is_some_and(|one| one.cuts(&self.today.draws, self.person, self.born, other))
    }
}

/// Whether what comes from somebody comes along a tie that is cut.
pub(crate) fn discards(turn: &Turn<'_>, lane: u16, from: u32) -> bool {
    let today = turn.today;
    let cuts = Cuts::of(today, &turn.block, lane);
    if !cuts.shunned || !cuts.with(from) {
        return false;
    }
    let mut at_home = false;
    turn.home().each(lane, |_, other| at_home |= other == from);
    let mut tied = false;
    for tie in TIES {
        today.society.ties.each(today.city, cuts.person, tie, |other| tied |= other == from);
    }
    tied && !at_home
}
