//! Tiers in the Judge phase: set by the score, at once or at a periodic review.

use crate::phase::standing::set_tier;
use crate::turn::Turn;

/// Sets tiers: of those whose score moved, or at a periodic review of everybody.
pub(crate) fn review(turn: &mut Turn<'_>) {
    let today = turn.today;
    if today.regime.scale.is_none() || !today.regime.reviews(today.tick) {
        return;
    }
    if today.regime.review_every > 1 {
        turn.changed = turn.changed.or(turn.occupied());
    }
    let changed = turn.changed;
    for lane in changed.lanes() {
        set_tier(turn, lane);
    }
}
