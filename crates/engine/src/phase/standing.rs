//! Standing, as several phases change it: tiers and listings, and a human who looks before a sanction begins.

use crate::turn::Turn;
use demerit_kernel::{LaneRows, Points, Tick};
use demerit_regime::Safeguard;
use demerit_society::remedies::human_review;
use demerit_society::remedies::human_review::is_spared;
use demerit_society::{EventKind, Flags, Listing, Origin};

/// Tells of the standing with which somebody begins: under a regime that comes into force, or as newborn.
pub(super) fn begins(turn: &mut Turn<'_>, lane: u16, kind: EventKind) {
    turn.log(lane, kind, 0, None);
    if !turn.today.regime.tiers.all().is_empty() {
        turn.log(lane, EventKind::Tier(turn.block.tier(lane)), 0, None);
    }
}

/// Whether a person under a sanction would not be under one by true deeds.
pub(super) fn wronged(turn: &Turn<'_>, lane: u16) -> bool {
    let regime = turn.today.regime;
    let due = turn.block.has(lane, Flags::DUE);
    !regime.sanctioned(regime.tiers.of(Points(turn.block.deserved(lane))), due)
}

/// Sets one person's tier by the score.
pub(super) fn set_tier(turn: &mut Turn<'_>, lane: u16) {
    let today = turn.today;
    let mut tier = today.regime.tiers.of(Points(turn.block.score(lane)));
    if today.society.safeguards.on(Safeguard::HumanReview) {
        tier = reviewed(turn, lane, tier);
    }
    if tier != turn.block.tier(lane) {
        turn.block.put_tier(lane, tier);
        turn.log(lane, EventKind::Tier(tier), 0, None);
    }
}

/// The tier after a human has looked at the sanction that it would begin.
fn reviewed(turn: &mut Turn<'_>, lane: u16, tier: u8) -> u8 {
    let tiers = &turn.today.regime.tiers;
    if !tiers.sanctions(tier) {
        if let Some(remedies) = turn.block.tables.remedies.there_mut() {
            remedies.spared.remove(lane);
        }
        return tier;
    }
    if tiers.sanctions(turn.block.tier(lane)) {
        return tier;
    }
    let above = (tier + 1..tiers.all().len() as u8).find(|&one| !tiers.sanctions(one));
    let Some(free) = above else { return tier };
    let score = turn.block.score(lane);
    if is_spared(&turn.block.tables.remedies.spared, lane, score) {
        return free;
    }
    let wrong = wronged(turn, lane);
    if stopped(turn, lane, wrong, false) {
        turn.block.tables.remedies.spared.insert((lane, score));
        free
    } else {
        tier
    }
}

/// Whether a human stops a sanction that is about to begin, by a tier or by the list.
pub(super) fn stopped(turn: &mut Turn<'_>, lane: u16, wrong: bool, list: bool) -> bool {
    let today = turn.today;
    let safeguards = &today.society.safeguards;
    if !safeguards.on(Safeguard::HumanReview) {
        return false;
    }
    let (person, error) = (turn.number(lane), safeguards.review_error);
    let stops = human_review::stops(&today.draws, person, today.tick.0, error, wrong, list);
    if stops {
        turn.scratch.tally.stopped += 1;
        turn.scratch.tally.stopped_wrong += u64::from(wrong);
        turn.log(lane, EventKind::Spared, 0, None);
    }
    stops
}

/// Puts somebody on the list, or begins the term anew.
pub(super) fn put_on_list(turn: &mut Turn<'_>, lane: u16, until: Tick, origin: Origin, other: Option<u32>) {
    note_listing(turn, lane, true, until);
    if !turn.block.has(lane, Flags::LISTED) {
        turn.block.put_flag(lane, Flags::LISTED, true);
        turn.block.put_listing_origin(lane, origin);
        turn.scratch.tally.listed += 1;
        turn.log(lane, EventKind::Listed(origin), 0, other);
    }
}

/// Notes until when a listing lasts, on record or by truth.
pub(super) fn note_listing(turn: &mut Turn<'_>, lane: u16, on_record: bool, until: Tick) {
    note(&mut turn.block.tables.listings, lane, on_record, until);
}

/// The same in a table.
pub(super) fn note(listings: &mut LaneRows<Listing>, lane: u16, on_record: bool, until: Tick) {
    match listings.iter_mut().find(|one| one.lane == lane && one.on_record == on_record) {
        Some(listing) => listing.until = until.0,
        None => listings.push(Listing { lane, on_record, until: until.0 }),
    }
}

/// Takes the listing at an index off the list.
pub(super) fn end_listing(turn: &mut Turn<'_>, index: usize) {
    let listing = turn.block.tables.listings.swap_remove(index);
    let flag = if listing.on_record { Flags::LISTED } else { Flags::DUE };
    turn.block.put_flag(listing.lane, flag, false);
    turn.changed.insert(listing.lane);
    if listing.on_record {
        turn.scratch.tally.unlisted += 1;
        turn.log(listing.lane, EventKind::Unlisted, 0, None);
    }
}
