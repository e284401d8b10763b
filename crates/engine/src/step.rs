//! The tick: one pass over every neighbourhood, seven phases, in this order.
//!
//! What one person does to another travels as a message and is taken in at the Judge phase of the next tick. Within a tick a
//! neighbourhood depends on itself and its mail alone, so neighbourhoods may be computed in any order and on any thread.
//!
//! Reading order: this file, then one phase after the other in `phase/`.

use crate::block::Block;
use crate::phase::{act, checks, company, gate, judge, live, observe, remedy, respond};
use crate::stopwatch::{Laps, Phase, Unwatched, Watch};
use crate::today::Today;
use crate::world::{Desk, Office, World};
use demerit_kernel::Mask;
use demerit_society::Chunk;

/// Moves a world by one tick.
pub fn step(world: &mut World) {
    step_under::<Unwatched>(world);
}

/// Moves a world by one tick, and adds up how long each phase took on all threads together.
pub fn step_timed(world: &mut World, laps: &mut Laps) {
    step_under::<Laps>(world);
    for office in &mut world.offices {
        laps.add(&std::mem::take(&mut office.desk.laps));
    }
}

fn step_under<W: Watch>(world: &mut World) {
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
        let mut watch = W::default();
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
            pass(&today, chunk, place, desk, &mut watch);
        }
        watch.keep(&mut desk.laps);
    });
    mail.sort(offices.iter().map(|office| &office.desk.outbox[..]));
    world.tick = tick.next();
}

/// One neighbourhood through the phases of one tick.
fn pass<W: Watch>(today: &Today<'_>, chunk: &mut Chunk, place: usize, desk: &mut Desk, watch: &mut W) {
    let mut block = Block::of(chunk, place);
    // Lanes whose standing may have changed in this tick.
    let mut touched = Mask::EMPTY;
    watch.begin();

    // 1. Live
    live::live(today, &mut block, desk, &mut touched);
    watch.lap(Phase::Live);

    // 2. Act
    act::act(today, &mut block, desk);
    watch.lap(Phase::Act);

    // 3. Observe
    observe::observe(today, &mut block, desk);
    watch.lap(Phase::Observe);
    checks::checks(today, &mut block, desk);
    watch.lap(Phase::Checks);
    company::watch(today, &mut block, desk);
    watch.lap(Phase::Company);

    // 4. Judge
    judge::judge(today, &mut block, desk, &mut touched);
    watch.lap(Phase::Judge);

    // 5. Gate
    gate::gate(today, &mut block, desk);
    watch.lap(Phase::Gate);

    // 6. Remedy
    remedy::remedy(today, &mut block, desk, &mut touched);
    watch.lap(Phase::Remedy);

    // 7. Respond
    respond::respond(today, &mut block, desk, &touched);
    watch.lap(Phase::Respond);
}
