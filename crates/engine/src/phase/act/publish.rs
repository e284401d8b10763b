//! Publishing, a part of 2. Act: who is reached by a post, what is taken down, whose account is closed and
//! opened again.

use crate::turn::Turn;
use demerit_regime::Matter;
use demerit_society::reactions::account::{CLOSE, Loss, REOPEN};
use demerit_society::{EventKind, Stance};

/// A post goes out; `word` are the random bits of the deed.
pub(crate) fn publish(turn: &mut Turn<'_>, lane: u16, matter: Matter, post: Stance, word: u32) {
    let today = turn.today;
    turn.scratch.tally.published[post.index()] += 1;
    let removal = today.regime.removal.as_ref().filter(|removal| removal.removes(matter, word));
    let Some(removal) = removal else {
        if let Some(audience) = &today.society.reactions.audience {
            turn.scratch.tally.reach[post.index()] += audience.of(turn.block.habits.of(usize::from(lane)));
        }
        if post != Stance::Neutral && today.society.reactions.silence.is_some() {
            turn.block.tables.climate.hear(post.is_critical());
        }
        return;
    };
    turn.scratch.tally.removed[post.index()] += 1;
    lose(turn, lane, Loss::Removal);
    turn.log(lane, EventKind::Removed(matter), 0, None);
    if removal.closes.hits(turn.luck(CLOSE, lane, post as u32).word(0)) {
        turn.block.planes.closed.insert(lane);
        turn.scratch.tally.accounts_closed += 1;
        turn.log(lane, EventKind::AccountClosed, 0, None);
    }
}

/// Counts the readers whom a post does not reach.
pub(crate) fn lose(turn: &mut Turn<'_>, lane: u16, loss: Loss) {
    let today = turn.today;
    if let Some(audience) = &today.society.reactions.audience {
        turn.scratch.tally.reach_lost[loss as usize] += audience.of(turn.block.habits.of(usize::from(lane)));
    }
}

/// Opens closed accounts again: all of them where the regime removes nothing, else by its chance.
pub(crate) fn reopen(turn: &mut Turn<'_>) {
    let today = turn.today;
    if turn.block.planes.closed.is_empty() {
        return;
    }
    let opened = match &today.regime.removal {
        Some(removal) => turn.candidates(REOPEN, removal.reopens).and(turn.block.planes.closed.mask()),
        None => turn.block.planes.closed.mask(),
    };
    for lane in opened.lanes() {
        turn.block.planes.closed.remove(lane);
        turn.log(lane, EventKind::AccountReopened, 0, None);
    }
}
