//! Tiers in the Judge phase: set by the score, at once or at a periodic review, and by a human where one looks first.

use crate::block::Block;
use crate::phase::remedy::wronged;
use crate::today::{Today, occupied};
use crate::world::Scratch;
use demerit_kernel::{Mask, Points};
use demerit_regime::Safeguard;
use demerit_society::remedies::human_review;
use demerit_society::state::events::EventKind;

/// Sets tiers: of those whose score moved, or at a periodic review of everybody.
pub(crate) fn review(today: &Today<'_>, block: &mut Block<'_>, scratch: &mut Scratch, changed: &mut Mask) {
    if today.regime.scale.is_none() || !today.regime.reviews(today.tick) {
        return;
    }
    if today.regime.review_every > 1 {
        *changed = changed.or(occupied(block));
    }
    for lane in changed.lanes() {
        set_tier(today, block, scratch, usize::from(lane));
    }
}

/// Sets one person's tier by the score.
pub(crate) fn set_tier(today: &Today<'_>, block: &mut Block<'_>, scratch: &mut Scratch, at: usize) {
    let mut tier = today.regime.tiers.of(Points(block.score(at)));
    if today.society.safeguards.on(Safeguard::HumanReview) {
        tier = reviewed(today, block, scratch, at, tier);
    }
    if tier != block.tier(at) {
        block.put_tier(at, tier);
        today.tell(block, scratch, at, EventKind::Tier(tier), 0, None);
    }
}

/// The tier after a human has looked at the sanction that it would begin.
fn reviewed(today: &Today<'_>, block: &mut Block<'_>, scratch: &mut Scratch, at: usize, tier: u8) -> u8 {
    let tiers = &today.regime.tiers;
    let lane = at as u16;
    if !tiers.sanctions(tier) {
        if let Some(redress) = block.tables.redress.there_mut() {
            redress.spared.clear(lane);
        }
        return tier;
    }
    if tiers.sanctions(block.tier(at)) {
        return tier;
    }
    let above = (tier + 1..tiers.all().len() as u8).find(|&one| !tiers.sanctions(one));
    let Some(free) = above else { return tier };
    let score = block.score(at);
    if block.tables.redress.spared.holds(lane, score) {
        return free;
    }
    let wrong = wronged(today, block, at);
    if stopped(today, block, scratch, at, wrong, false) {
        block.tables.redress.spared.spare(lane, score);
        free
    } else {
        tier
    }
}

/// Whether a human stops a sanction that is about to begin.
pub(crate) fn stopped(
    today: &Today<'_>,
    block: &Block<'_>,
    scratch: &mut Scratch,
    at: usize,
    wrong: bool,
    list: bool,
) -> bool {
    let safeguards = &today.society.safeguards;
    if !safeguards.on(Safeguard::HumanReview) {
        return false;
    }
    let person = block.first_person + at as u32;
    let error = safeguards.review_error;
    let stops = human_review::stops(&today.draws, person, today.tick.0, error, wrong, list);
    if stops {
        scratch.tally.stopped += 1;
        scratch.tally.stopped_wrong += u64::from(wrong);
        today.tell(block, scratch, at, EventKind::Spared, 0, None);
    }
    stops
}
