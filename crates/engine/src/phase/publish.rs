//! Publishing, a part of 2. Act: who is reached by a post, what is taken down, whose account is closed and opened again.

use crate::block::Block;
use crate::today::Today;
use crate::world::Scratch;
use demerit_kernel::BlockId;
use demerit_regime::Matter;
use demerit_society::reactions::account::Loss;
use demerit_society::state::events::EventKind;
use demerit_society::stream;

/// A post goes out; `word` are the random bits of the deed.
pub(crate) fn publish(
    today: &Today<'_>,
    block: &mut Block<'_>,
    scratch: &mut Scratch,
    lane: u16,
    matter: Matter,
    post: usize,
    word: u32,
) {
    scratch.tally.published[post] += 1;
    let removal = today.regime.removal.as_ref().filter(|removal| removal.removes(matter, word));
    let Some(removal) = removal else {
        if let Some(audience) = &today.society.reactions.audience {
            scratch.tally.reach[post] += audience.of(block.habits.of(usize::from(lane)));
        }
        if post > 0 && today.society.reactions.silence.is_some() {
            block.tables.climate.hear(post > 1);
        }
        return;
    };
    scratch.tally.removed[post] += 1;
    lose(today, block, scratch, lane, Loss::Removal);
    today.tell(block, scratch, usize::from(lane), EventKind::Removed(matter), 0, None);
    let person = block.first_person + u32::from(lane);
    let luck = today.draws.luck(stream::CLOSE, person, today.tick.0, post as u32);
    if removal.closes.hits(luck.word(0)) {
        block.planes.closed.insert(lane);
        scratch.tally.accounts_closed += 1;
        today.tell(block, scratch, usize::from(lane), EventKind::AccountClosed, 0, None);
    }
}

/// Counts the readers whom a post does not reach.
pub(crate) fn lose(today: &Today<'_>, block: &Block<'_>, scratch: &mut Scratch, lane: u16, loss: Loss) {
    if let Some(audience) = &today.society.reactions.audience {
        scratch.tally.reach_lost[loss as usize] += audience.of(block.habits.of(usize::from(lane)));
    }
}

/// Opens closed accounts again: all of them where the regime removes nothing, else by its chance.
pub(crate) fn reopen(today: &Today<'_>, block: &mut Block<'_>, scratch: &mut Scratch) {
    if block.planes.closed.is_empty() {
        return;
    }
    let opened = match &today.regime.removal {
        Some(removal) => {
            let number = BlockId(today.block);
            let candidates = today.draws.candidates(stream::REOPEN, number, today.tick, removal.reopens);
            candidates.and(block.planes.closed.mask())
        }
        None => block.planes.closed.mask(),
    };
    for lane in opened.lanes() {
        block.planes.closed.remove(lane);
        today.tell(block, scratch, usize::from(lane), EventKind::AccountReopened, 0, None);
    }
}
