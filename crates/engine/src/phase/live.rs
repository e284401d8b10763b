//! 1. Live: deaths and births, partners lost and found. Age needs nothing: it follows from the week of birth.
//!
//! Deaths are drawn as candidates at the highest hazard and thinned by age; a newborn takes the place at once. Nothing here
//! depends on the regime, so that twins hold the same persons.

use crate::block::Block;
use crate::phase::aftermath;
use crate::phase::spell;
use crate::today::{Today, occupied};
use crate::world::Desk;
use demerit_kernel::{BlockId, Mask};
use demerit_society::events::Happening;
use demerit_society::life::age_years;
use demerit_society::{Flags, stream};

pub(crate) fn live(today: &Today<'_>, block: &mut Block<'_>, desk: &mut Desk, touched: &mut Mask) {
    deaths(today, block, desk, touched);
    partners(today, block, desk);
    aftermath::goes_on(today, block, desk);
}

fn deaths(today: &Today<'_>, block: &mut Block<'_>, desk: &mut Desk, touched: &mut Mask) {
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
        desk.tally.deaths += 1;
        today.tell(block, desk, at, Happening::Died, 0, None);
        // A run longer than a birth week can count would have been refused before it began.
        block.born[at] = today.tick.0 as i16;
        let habits = today.society.habits_of(person, today.pattern[at], block.born[at]);
        block.habits.put(lane, habits);
        block.flags[at] = Flags(0);
        block.fear[at] = 0;
        block.planes.clear(lane);
        spell::over(today, block, desk, lane);
        block.tables.clear(lane);
        block.start_standing(at, today.regime);
        aftermath::born(today, block, lane);
        touched.insert(lane);
    }
}

fn partners(today: &Today<'_>, block: &mut Block<'_>, desk: &mut Desk) {
    let hazards = &today.society.hazards;
    let ceiling = hazards.part.max(hazards.pair);
    let candidates = today.draws.candidates(stream::PARTNER, BlockId(today.block), today.tick, ceiling);
    for lane in candidates.and(occupied(block)).lanes() {
        let at = usize::from(lane);
        let place = today.pattern[at];
        if !place.is_coupled() {
            continue;
        }
        // A couple is keyed by its first place; whoever was born later than the start belongs to none.
        let other = usize::from(place.start) + usize::from(place.partner_of((lane - place.start) as u8));
        if other <= at || other >= block.born.len() {
            continue;
        }
        if block.born[at] >= 0 || block.born[other] >= 0 {
            continue;
        }
        let word =
            today.draws.luck(stream::PARTNER, block.first_person + u32::from(lane), today.tick.0, 0).word(0);
        let parted = block.flags[at].has(Flags::PARTED);
        let chance = if parted { hazards.pair } else { hazards.part };
        if chance.over(ceiling).hits(word) {
            for one in [at, other] {
                block.flags[one].put(Flags::PARTED, !parted);
                let happening = if parted { Happening::Paired } else { Happening::Parted };
                let with = block.first_person + (at + other - one) as u32;
                today.tell(block, desk, one, happening, 0, Some(with));
            }
            *(if parted { &mut desk.tally.paired } else { &mut desk.tally.parted }) += 1;
        }
    }
}
