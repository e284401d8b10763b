//! Moves of a tick, within Live: out of the regime's reach and back.
//!
//! Model: see [`demerit_society::consequences::migration`]. Symbols and source(s): there. Leaves out: see there.

use crate::block::Block;
use crate::today::{Today, occupied};
use crate::world::Scratch;
use demerit_kernel::{BlockId, Mask};
use demerit_society::consequences::home_town::held;
use demerit_society::population::life::age_years;
use demerit_society::population::person::ADULT;
use demerit_society::reactions::awareness::heeds;
use demerit_society::{Flags, stream};

pub(crate) fn moves(today: &Today<'_>, block: &mut Block<'_>, scratch: &mut Scratch, changed: &mut Mask) {
    let Some(leaving) = &today.society.consequences.leaving else { return };
    let candidates = |kind, chance| today.draws.candidates(kind, BlockId(today.block), today.tick, chance);
    if !block.planes.away.is_empty() {
        let back = if today.elsewhere {
            candidates(stream::RETURN, leaving.returns).and(*block.planes.away)
        } else {
            *block.planes.away
        };
        *block.planes.away = block.planes.away.and_not(back);
        *changed = changed.or(back);
    }
    if !today.elsewhere {
        return;
    }
    let aware = heeds(today.society.reactions.awareness.as_ref(), &block.planes.aware);
    let there = occupied(block).and(aware).and_not(*block.planes.away);
    for lane in candidates(stream::LEAVE, leaving.leaves).and(there).lanes() {
        let at = usize::from(lane);
        let flags = block.flags(at);
        let by_tier = flags.has(Flags::SANCTIONED) && today.regime.tiers.sanctions(flags.tier());
        let grown = age_years(block.born[at], today.tick) >= ADULT;
        let stuck = today.society.consequences.home_town.is_some() && held(today.regime, flags);
        if by_tier && grown && !stuck {
            block.planes.away.insert(lane);
            changed.insert(lane);
            scratch.tally.left += 1;
        }
    }
}
