//! Spells in the Respond phase: which sanctions began, changed and ended in this tick, and the person-weeks of those that run.
//!
//! Sanctions are followed at the end of a tick, so that what a remedy ended in the same tick never was a spell. The model is in
//! `demerit_society::state::spell`.

use crate::block::Block;
use crate::today::Today;
use crate::world::Scratch;
use demerit_regime::Safeguard;
use demerit_society::state::spell::Sanction;

/// Takes note of what a person is under now.
pub(crate) fn follow(today: &Today<'_>, block: &mut Block<'_>, scratch: &mut Scratch, lane: u16) {
    let at = usize::from(lane);
    let losses = || block.tables.losses.of(at);
    let here = !block.planes.away.contains(lane);
    let now = Sanction::of(today.regime, block.flags(at), block.deserved(at), losses).filter(|_| here);
    let turn = block.tables.spells.follow(lane, today.tick, now);
    if turn.begun
        && let Some(sanction) = now
    {
        begin(today, block, scratch, lane, sanction);
    }
    count_end(scratch, turn);
}

/// Ends the spell of somebody who dies or leaves.
pub(crate) fn over(today: &Today<'_>, block: &mut Block<'_>, scratch: &mut Scratch, lane: u16) {
    let turn = block.tables.spells.follow(lane, today.tick, None);
    count_end(scratch, turn);
}

fn begin(today: &Today<'_>, block: &mut Block<'_>, scratch: &mut Scratch, lane: u16, sanction: Sanction) {
    let tally = &mut scratch.tally;
    tally.sanctions_begun += 1;
    // What is ascribed to another arrives a week after the deed; points lost since the last review are kept for the tiers.
    tally.consequence_weeks += u64::from(if sanction.by_tier {
        block.tables.delays.since(lane, today.tick)
    } else {
        u32::from(block.listing_origin(usize::from(lane)).is_another_s())
    });
    let safeguards = &today.society.safeguards;
    // An official of the court puts somebody on the list; a tier is set by the score alone.
    tally.unreviewed += u64::from(sanction.by_tier && !safeguards.on(Safeguard::HumanReview));
    if safeguards.on(Safeguard::Notice) {
        block.planes.aware.insert(lane);
    }
}

fn count_end(scratch: &mut Scratch, turn: demerit_society::state::spell::Turn) {
    if let Some(weeks) = turn.ended {
        scratch.tally.sanctions_ended += 1;
        scratch.tally.spell_weeks += u64::from(weeks);
    }
    if let Some(weeks) = turn.wrong_ended {
        scratch.tally.wrongs_ended += 1;
        scratch.tally.wrong_weeks += u64::from(weeks);
    }
}

/// Counts the person-weeks of this tick, and forgets what a review has dealt with.
pub(crate) fn count(today: &Today<'_>, block: &mut Block<'_>, scratch: &mut Scratch) {
    for spell in block.tables.spells.all() {
        scratch.tally.sanction_weeks[spell.origin.index()][spell.gravity()] += 1;
    }
    if today.regime.reviews(today.tick) {
        block.tables.delays.clear_all();
    }
}
