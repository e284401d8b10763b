//! The tick: one pass over every neighbourhood, seven phases, in this order.
//!
//! What one person does to another travels as a message and is taken in at the Judge phase of the next tick. Within a tick a
//! neighbourhood depends on itself and its mail alone, so neighbourhoods may be computed in any order and on any thread.
//!
//! Reading order: this file, then one phase after the other in `phase/`.

use crate::block::Block;
use crate::phase::{act, checks, company, gate, judge, live, observe, remedy, respond};
use crate::today::Today;
use crate::world::{Desk, Office, World};
use demerit_kernel::Mask;
use demerit_society::Chunk;

/// Moves a world by one tick.
pub fn step(world: &mut World) {
    let tick = world.tick;
    let before = world.in_force.clone();
    if world.plan.turn(tick, &mut world.in_force) {
        let now = world.in_force.clone();
        world.come_into_force(|city| before[city] != now[city]);
    }
    let World { society, plan, cohort, in_force, offices, mail, pasts, .. } = &mut *world;
    pasts.take(society, plan.regimes.len(), in_force, offices);
    let pasts = &*pasts;
    let (society, plan, cohort, in_force, mail) = (&**society, &*plan, &**cohort, &*in_force, &mut *mail);
    let elsewhere = in_force.iter().any(|number| *number != in_force[0]);
    let post = &*mail;
    demerit_kernel::for_each_ordered(offices, |_, Office { chunk, desk }| {
        desk.outbox.clear();
        for place in 0..chunk.tables.len() {
            let number = chunk.first_block.0 + place as u32;
            let city = usize::from(society.cities.index_of_block(number));
            let today = Today {
                society,
                draws: society.draws,
                tick,
                block: number,
                city: &society.cities.all()[city],
                past: pasts.of(in_force[city]),
                pattern: society.pattern(number),
                regime: &plan.regimes[usize::from(in_force[city])],
                regime_number: in_force[city],
                begins: before[city] != in_force[city],
                elsewhere,
                inbox: post.to(number),
                cohort: cohort.of_block(number),
            };
            pass(&today, chunk, place, desk);
        }
    });
    mail.sort(offices.iter().map(|office| &office.desk.outbox[..]));
    world.tick = tick.next();
}

/// One neighbourhood through the phases of one tick.
fn pass(today: &Today<'_>, chunk: &mut Chunk, place: usize, desk: &mut Desk) {
    let mut block = Block::of(chunk, place);
    // Lanes whose standing may have changed in this tick.
    let mut touched = Mask::EMPTY;

    // 1. Live
    live::live(today, &mut block, desk, &mut touched);

    // 2. Act
    act::act(today, &mut block, desk);

    // 3. Observe
    observe::observe(today, &mut block, desk);
    checks::checks(today, &mut block, desk);
    company::watch(today, &mut block, desk);

    // 4. Judge
    judge::judge(today, &mut block, desk, &mut touched);

    // 5. Gate
    gate::gate(today, &mut block, desk);

    // 6. Remedy
    remedy::remedy(today, &mut block, desk, &mut touched);

    // 7. Respond
    respond::respond(today, &mut block, desk, &touched);
}
