//! Moves of a tick, within Live: out of the regime's reach and back.
//!
//! Model: see [`demerit_society::consequences::migration`]. Symbols and source(s): there. Leaves out: see
//! there.

use crate::turn::Turn;
use demerit_society::consequences::home_town::held;
use demerit_society::consequences::migration::{LEAVE, RETURN};
use demerit_society::{EventKind, Flags};

pub(crate) fn moves(turn: &mut Turn<'_>) {
    let today = turn.today;
    let Some(leaving) = &today.society.consequences.migration else { return };
    if !turn.block.planes.away.is_empty() {
        let back = if today.elsewhere {
            turn.candidates(RETURN, leaving.returns).and(*turn.block.planes.away)
        } else {
            *turn.block.planes.away
        };
        *turn.block.planes.away = turn.block.planes.away.and_not(back);
        turn.changed = turn.changed.or(back);
        turn.log_each(&back, EventKind::CameBack);
    }
    if !today.elsewhere {
        return;
    }
    let there = turn.occupied().and(turn.heeding()).and_not(*turn.block.planes.away);
    for lane in turn.candidates(LEAVE, leaving.leaves).and(there).lanes() {
        let flags = turn.block.flags(lane);
        let by_tier = flags.has(Flags::SANCTIONED) && today.regime.tiers.sanctions(flags.tier());
        let stuck = today.society.consequences.home_town.is_some() && held(today.regime, flags);
        if by_tier && turn.is_adult(lane) && !stuck {
            turn.block.planes.away.insert(lane);
            turn.changed.insert(lane);
            turn.scratch.tally.left += 1;
            turn.log(lane, EventKind::Left, 0, None);
        }
    }
}
