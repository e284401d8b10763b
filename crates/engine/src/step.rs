//! The main loop. A tick of a world: regimes that are due come into force; where watching follows the past,
//! that past is added up; every neighbourhood lives its week; the mail is handed over.
//!
//! Reading order: this file, `tick.rs` with the phases of one neighbourhood, then one phase after the other
//! in `phase/`.

use crate::exchange::{Alone, Exchange};
use crate::past::SHIFTS;
use crate::timer::{PhaseTimer, Untimed};
use crate::world::World;

/// Moves a world by one tick.
pub fn step(world: &mut World) {
    advance(world, &mut Alone, &Untimed);
}

/// Moves the parts of a world that this process holds by one tick; others do the same with theirs.
pub fn step_with(world: &mut World, others: &mut impl Exchange) {
    advance(world, others, &Untimed);
}

/// Moves a world by one tick, and tells the timer when each phase of each neighbourhood begins and ends.
pub fn step_timed(world: &mut World, timer: &impl PhaseTimer) {
    advance(world, &mut Alone, timer);
}

fn advance(world: &mut World, others: &mut impl Exchange, timer: &impl PhaseTimer) {
    let tick = world.tick;
    world.before.clone_from(&world.in_force);
    let begins = world.schedule.apply(tick, &mut world.in_force);
    let [now, earlier] = &mut world.assessing;
    earlier.clone_from(now);
    let assessor = world.schedule.assessed_by.as_ref();
    let assesses_anew = assessor.is_some_and(|schedule| schedule.apply(tick, now));
    let (parts, shared) = world.split();
    for part in parts {
        part.size_pool();
        if begins {
            part.come_into_force(&shared, |city| shared.before[city] != shared.in_force[city]);
        }
        if assesses_anew && let Some(one) = shared.assessor {
            part.come_to_assess(&shared, |city| one.before[city] != one.in_force[city]);
        }
    }
    look_back(world, others);
    let (parts, shared) = world.split();
    let mut parcels = Vec::new();
    for part in parts {
        part.tick(&shared, timer);
        part.post(&mut parcels);
    }
    for parcel in others.hand_over(parcels) {
        let receiver = world.parts.iter_mut().find(|part| part.number() == parcel.to);
        receiver.expect("a parcel for a part that is here").take_in(&parcel);
    }
    world.tick = tick.next();
}

/// Where watching goes to where entries were found before: adds up what was found in all neighbourhoods, in
/// several goes, each of which knows one digit more of the count that a tenth of them reaches.
fn look_back(world: &mut World, others: &mut impl Exchange) {
    let follows = world.society.attention.is_some();
    let mut pasts = std::mem::take(&mut world.pasts);
    pasts.begin(if follows { world.schedule.regimes.len() } else { 0 });
    if follows {
        let mut sums = std::mem::take(&mut world.sums);
        for shift in SHIFTS {
            let question = pasts.question(shift);
            sums.clear();
            sums.resize(question.numbers(), 0);
            let (parts, shared) = world.split();
            parts.iter_mut().for_each(|part| part.survey(&shared, &question, &mut sums));
            others.sum(&mut sums);
            pasts.answer(shift, &sums);
        }
        world.sums = sums;
    }
    world.pasts = pasts;
}
