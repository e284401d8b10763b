//! The court's list in the Judge phase: an unpaid order on record leads onto it, a true one makes a listing due, listings end.

use crate::block::Block;
use crate::phase::review::stopped;
use crate::today::Today;
use crate::world::Scratch;
use demerit_kernel::{Mask, Tick};
use demerit_society::state::Listing;
use demerit_society::state::attribution::Origin;
use demerit_society::state::events::EventKind;
use demerit_society::{Flags, stream};

/// An unpaid order on record: perhaps onto the list, or a listing's term anew.
pub(crate) fn enter(
    today: &Today<'_>,
    block: &mut Block<'_>,
    scratch: &mut Scratch,
    changed: &mut Mask,
    lane: u16,
    origin: Origin,
    other: Option<u32>,
) {
    let Some(until) = leads_onto(today, block.first_person + u32::from(lane)) else { return };
    let flags = block.flags(usize::from(lane));
    let wrong = origin != Origin::OwnDeed && !flags.has(Flags::DUE);
    if !flags.has(Flags::LISTED) && stopped(today, block, scratch, usize::from(lane), wrong, true) {
        return;
    }
    put_on(today, block, scratch, lane, until, origin, other);
    changed.insert(lane);
}

/// Puts somebody on the list, or begins the term anew.
pub(crate) fn put_on(
    today: &Today<'_>,
    block: &mut Block<'_>,
    scratch: &mut Scratch,
    lane: u16,
    until: Tick,
    origin: Origin,
    other: Option<u32>,
) {
    let at = usize::from(lane);
    put(block, lane, true, until);
    if !block.has(at, Flags::LISTED) {
        block.put_flag(at, Flags::LISTED, true);
        block.put_listing_origin(at, origin);
        scratch.tally.listed += 1;
        today.tell(block, scratch, at, EventKind::Listed(origin), 0, other);
    }
}

/// A true unpaid order: a listing is due, with the same luck.
pub(crate) fn fall_due(today: &Today<'_>, block: &mut Block<'_>, lane: u16) {
    if let Some(until) = leads_onto(today, block.first_person + u32::from(lane)) {
        put(block, lane, false, until);
        block.put_flag(usize::from(lane), Flags::DUE, true);
    }
}

/// Whether an unpaid order leads onto the list, and until when.
fn leads_onto(today: &Today<'_>, person: u32) -> Option<Tick> {
    let list = today.regime.list.as_ref()?;
    let luck = today.draws.luck(stream::LISTING, person, today.tick.0, 0);
    list.enter.hits(luck.word(0)).then(|| list.until(today.tick))
}

fn put(block: &mut Block<'_>, lane: u16, on_record: bool, until: Tick) {
    match block.tables.listings.iter_mut().find(|one| one.lane == lane && one.on_record == on_record) {
        Some(listing) => listing.until = until.0,
        None => block.tables.listings.push(Listing { lane, on_record, until: until.0 }),
    }
}

/// Ends listings whose term is over or that are repaired.
pub(crate) fn end(today: &Today<'_>, block: &mut Block<'_>, scratch: &mut Scratch, changed: &mut Mask) {
    let mut number = 0;
    while number < block.tables.listings.len() {
        let one = block.tables.listings[number];
        let ends = today.regime.list.as_ref().is_none_or(|list| {
            let person = block.first_person + u32::from(one.lane);
            let luck = today.draws.luck(stream::LISTING, person, today.tick.0, 1);
            list.ends(Tick(one.until), today.tick, luck.word(0))
        });
        if ends {
            block.tables.listings.swap_remove(number);
            clear(today, block, scratch, changed, one);
        } else {
            scratch.tally.listed_weeks += u64::from(one.on_record);
            number += 1;
        }
    }
}

/// Takes the flag of a listing away.
pub(crate) fn clear(
    today: &Today<'_>,
    block: &mut Block<'_>,
    scratch: &mut Scratch,
    changed: &mut Mask,
    listing: Listing,
) {
    let at = usize::from(listing.lane);
    block.put_flag(at, if listing.on_record { Flags::LISTED } else { Flags::DUE }, false);
    changed.insert(listing.lane);
    if listing.on_record {
        scratch.tally.unlisted += 1;
        today.tell(block, scratch, at, EventKind::Unlisted, 0, None);
    }
}
