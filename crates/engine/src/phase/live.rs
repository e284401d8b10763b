//! 1. Live: deaths and births, partners lost and found. Age needs nothing: it follows from the week of birth.
//!
//! Deaths are drawn as candidates at the highest hazard and thinned by age; a newborn takes the place at
//! once. Who dies does not depend on the regime, so that twins hold the same persons.

mod couples;
mod moves;

use crate::phase::aftermath;
use crate::phase::respond::spell;
use crate::phase::standing::begins;
use crate::turn::Turn;
use demerit_society::population::life::DEATH;
use demerit_society::{EventKind, Flags};

pub(crate) fn live(turn: &mut Turn<'_>) {
    if turn.today.is_first_under_regime() {
        turn.members().for_each(|lane| begins(turn, lane, EventKind::Began));
    }
    deaths(turn);
    couples::couples(turn);
    moves::moves(turn);
    aftermath::goes_on(turn);
}

fn deaths(turn: &mut Turn<'_>) {
    let today = turn.today;
    let ceiling = today.society.hazards.death_ceiling;
    for lane in turn.chosen(DEATH, ceiling) {
        let at = usize::from(lane);
        let person = turn.number(lane);
        let hazard = today.society.hazards.death(turn.age(lane));
        if !hazard.over(ceiling).hits(turn.luck(DEATH, lane, 0).word(0)) {
            continue;
        }
        turn.scratch.tally.deaths += 1;
        turn.log(lane, EventKind::Died, 0, None);
        // A run longer than a birth week can count would have been refused before it began.
        turn.block.born[at] = today.tick.0 as i16;
        let habits = today.society.habits_of(person, today.pattern[at], turn.block.born[at]);
        turn.block.habits.put(lane, habits);
        let uses = turn.person(lane).uses_apps();
        turn.block.habits.put_app_user(lane, uses);
        turn.block.put_flags(lane, Flags(0));
        turn.block.planes.clear(lane);
        spell::over(turn, lane);
        turn.block.tables.clear(lane);
        turn.block.start_standing(lane, today.regime);
        turn.block.assess_anew(lane, today.assessing);
        aftermath::born(turn, lane);
        begins(turn, lane, EventKind::Born);
        turn.changed.insert(lane);
    }
}
