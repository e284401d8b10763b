//! 1. Live: deaths and births, partners lost and found. Age needs nothing: it follows from the week of birth.
//!
//! Deaths are drawn as candidates at the highest hazard and thinned by age; a newborn takes the place at once. Who dies
//! does not depend on the regime, so that twins hold the same persons.

use crate::block::Block;
use crate::phase::spell;
use crate::phase::{aftermath, couples, moves};
use crate::today::{Today, occupied};
use crate::world::Scratch;
use demerit_kernel::{BlockId, Mask};
use demerit_society::population::life::age_years;
use demerit_society::state::events::EventKind;
use demerit_society::{Flags, stream};

pub(crate) fn live(today: &Today<'_>, block: &mut Block<'_>, scratch: &mut Scratch, changed: &mut Mask) {
    deaths(today, block, scratch, changed);
    couples::couples(today, block, scratch);
    moves::moves(today, block, scratch, changed);
    aftermath::goes_on(today, block, scratch);
}

fn deaths(today: &Today<'_>, block: &mut Block<'_>, scratch: &mut Scratch, changed: &mut Mask) {
    let ceiling = today.society.hazards.death_ceiling;
    let candidates = today.draws.candidates(stream::DEATH, BlockId(today.block), today.tick, ceiling);
    for lane in candidates.and(occupied(block)).lanes() {
        let at = usize::from(lane);
        let person = block.first_person + u32::from(lane);
        let hazard = today.society.hazards.death(age_years(block.born[at], today.tick));
        let luck = today.draws.luck(stream::DEATH, person, today.tick.0, 0);
        if !hazard.over(ceiling).hits(luck.word(0)) {
            continue;
        }
        scratch.tally.deaths += 1;
        today.tell(block, scratch, at, EventKind::Died, 0, None);
        // A run longer than a birth week can count would have been refused before it began.
        block.born[at] = today.tick.0 as i16;
        let habits = today.society.habits_of(person, today.pattern[at], block.born[at]);
        block.habits.put(lane, habits);
        let uses = today.society.person(person, block.born[at], habits).uses_apps();
        block.habits.put_app_user(lane, uses);
        block.put_flags(at, Flags(0));
        block.planes.clear(lane);
        spell::over(today, block, scratch, lane);
        block.tables.clear(lane);
        block.start_standing(at, today.regime);
        aftermath::born(today, block, lane);
        changed.insert(lane);
    }
}
