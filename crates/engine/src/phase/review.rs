//! Tiers in the Judge phase: set by the score, at once or at a periodic review.

use crate::block::Block;
use crate::today::{Today, occupied};
use crate::world::Desk;
use demerit_kernel::{Mask, Points};
use demerit_society::events::Happening;

/// Sets tiers: of those whose score moved, or at a periodic review of everybody.
pub(crate) fn review(today: &Today<'_>, block: &mut Block<'_>, desk: &mut Desk, touched: &mut Mask) {
    if today.regime.scale.is_none() || !today.regime.reviews(today.tick) {
        return;
    }
    if today.regime.review_every > 1 {
        *touched = touched.or(occupied(block));
    }
    for lane in touched.lanes() {
        set_tier(today, block, desk, usize::from(lane));
    }
}

/// Sets one person's tier by the score.
pub(crate) fn set_tier(today: &Today<'_>, block: &mut Block<'_>, desk: &mut Desk, at: usize) {
    let tier = today.regime.tiers.of(Points(block.score[at]));
    if tier != block.flags[at].tier() {
        block.flags[at].put_tier(tier);
        today.tell(block, desk, at, Happening::Tier(tier), 0, None);
    }
}
