//! The court's list in the Judge phase: an unpaid order on record leads onto it, a true one makes a listing
//! due, listings end.

use crate::phase::standing::{end_listing, note, note_listing, put_on_list, stopped};
use crate::turn::Turn;
use demerit_kernel::Tick;
use demerit_regime::Regime;
use demerit_society::state::pending::LISTING;
use demerit_society::{Flags, Origin};

/// An unpaid order on record: perhaps onto the list, or a listing's term anew.
pub(crate) fn enter(turn: &mut Turn<'_>, lane: u16, origin: Origin, other: Option<u32>) {
    let Some(until) = leads_onto(turn, turn.today.regime, lane) else { return };
    let flags = turn.block.flags(lane);
    let wrong = origin != Origin::OwnDeed && !flags.has(Flags::DUE);
    if !flags.has(Flags::LISTED) && stopped(turn, lane, wrong, true) {
        return;
    }
    put_on_list(turn, lane, until, origin, other);
    turn.changed.insert(lane);
}

/// A true unpaid order: a listing is due, with the same luck.
pub(crate) fn fall_due(turn: &mut Turn<'_>, lane: u16) {
    if let Some(until) = leads_onto(turn, turn.today.regime, lane) {
        note_listing(turn, lane, false, until);
        turn.block.put_flag(lane, Flags::DUE, true);
    }
}

/// The same for a regime that assesses without effect.
pub(crate) fn assess_as_due(turn: &mut Turn<'_>, lane: u16) {
    if let Some(until) = leads_onto(turn, turn.today.assessing, lane)
        && let Some(assessed) = &mut turn.block.assessed
    {
        note(assessed.due, lane, false, until);
    }
}

/// Whether an unpaid order leads onto the list of a regime, and until when.
fn leads_onto(turn: &Turn<'_>, regime: &Regime, lane: u16) -> Option<Tick> {
    let list = regime.list.as_ref()?;
    list.enter.hits(turn.luck(LISTING, lane, 0).word(0)).then(|| list.until(turn.today.tick))
}

/// Ends listings whose term is over or that are repaired.
pub(crate) fn end(turn: &mut Turn<'_>) {
    let today = turn.today;
    let mut index = 0;
    while index < turn.block.tables.listings.len() {
        let one = turn.block.tables.listings[index];
        let word = || turn.luck(LISTING, one.lane, 1).word(0);
        let list = today.regime.list.as_ref();
        let ends = list.is_none_or(|list| list.ends(Tick(one.until), today.tick, word()));
        if ends {
            end_listing(turn, index);
        } else {
            turn.scratch.tally.listed_weeks += u64::from(one.on_record);
            index += 1;
        }
    }
    if let Some(assessed) = &mut turn.block.assessed
        && !assessed.due.is_empty()
    {
        let (first, list) = (turn.block.first_person, today.assessing.list.as_ref());
        let word = |lane: u16| today.draws.luck(LISTING, first + u32::from(lane), today.tick.0, 1).word(0);
        assessed
            .due
            .retain(|one| list.is_some_and(|list| !list.ends(Tick(one.until), today.tick, word(one.lane))));
    }
}
