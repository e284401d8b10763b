//! The tick: one pass over every neighbourhood, seven phases, in this order.
//!
//! What one person does to another travels as a message and is taken in at the Judge phase of the next tick. Within a tick a
//! neighbourhood depends on itself and its mail alone, so neighbourhoods may be computed in any order and on any thread.
//!
//! Reading order: this file, then one phase after the other in `phase/`.

use crate::block::Block;
use crate::exchange::{Alone, Exchange};
use crate::part::Common;
use crate::past::SHIFTS;
use crate::phase::{act, checks, company, gate, judge, live, observe, remedy, respond};
use crate::stopwatch::{Laps, Phase, Unwatched, Watch};
use crate::today::Today;
use crate::world::{Scratch, World};
use demerit_kernel::Mask;
use demerit_society::Chunk;
use demerit_society::state::message::Message;

/// Moves a world by one tick.
pub fn step(world: &mut World) {
    step_under::<Unwatched>(world, &mut Alone);
}

/// Moves the parts of a world that are held here by one tick, while others do the same with theirs.
pub fn step_with(world: &mut World, others: &mut impl Exchange) {
    step_under::<Unwatched>(world, others);
}

/// Moves a world by one tick, and adds up how long each phase took on all threads together.
pub fn step_timed(world: &mut World, laps: &mut Laps) {
    step_under::<Laps>(world, &mut Alone);
    world.parts.iter_mut().for_each(|part| part.take_laps(laps));
}

fn step_under<W: Watch>(world: &mut World, others: &mut impl Exchange) {
    let tick = world.tick;
    world.before.clone_from(&world.in_force);
    let turned = world.schedule.apply(tick, &mut world.in_force);
    let (parts, common) = world.split();
    for part in parts {
        part.size_pool();
        if turned {
            part.come_into_force(&common, |city| common.before[city] != common.in_force[city]);
        }
    }
    look_back(world, others);
    let (parts, common) = world.split();
    let mut parcels = Vec::new();
    for part in parts {
        part.live::<W>(&common);
        part.post(&mut parcels);
    }
    for parcel in others.hand_over(parcels) {
        let held = world.parts.iter_mut().find(|part| part.number() == parcel.to);
        held.expect("a parcel for a part that is held here").take_in(&parcel);
    }
    world.tick = tick.next();
}

/// Takes the past of all neighbourhoods, where attention follows it.
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
            let (parts, common) = world.split();
            parts.iter_mut().for_each(|part| part.survey(&common, &question, &mut sums));
            others.sum(&mut sums);
            pasts.answer(shift, &sums);
        }
        world.sums = sums;
    }
    world.pasts = pasts;
}

/// One neighbourhood through the phases of one tick.
pub(crate) fn pass<W: Watch>(
    common: &Common<'_>,
    chunk: &mut Chunk,
    place: usize,
    inbox: &[Message],
    scratch: &mut Scratch,
    watch: &mut W,
) {
    let number = chunk.first_block.0 + place as u32;
    let city = usize::from(common.society.cities.index_of_block(number));
    let regime = common.in_force[city];
    let today = &Today {
        society: common.society,
        draws: common.society.draws,
        tick: common.tick,
        block: number,
        city: &common.society.cities.all()[city],
        past: common.pasts.of(regime),
        pattern: common.society.pattern(number),
        regime: &common.schedule.regimes[usize::from(regime)],
        regime_number: regime,
        begins: common.before[city] != regime,
        elsewhere: common.differ,
        inbox,
        cohort: common.cohort.of_block(number),
    };
    let mut block = Block::of(chunk, place);
    // Lanes whose standing may have changed in this tick.
    let mut changed = Mask::EMPTY;
    watch.begin();

    // 1. Live
    live::live(today, &mut block, scratch, &mut changed);
    watch.lap(Phase::Live);

    // 2. Act
    act::act(today, &mut block, scratch);
    watch.lap(Phase::Act);

    // 3. Observe
    observe::observe(today, &mut block, scratch);
    watch.lap(Phase::Observe);
    checks::checks(today, &mut block, scratch);
    watch.lap(Phase::Checks);
    company::watch(today, &mut block, scratch);
    watch.lap(Phase::Company);

    // 4. Judge
    judge::judge(today, &mut block, scratch, &mut changed);
    watch.lap(Phase::Judge);

    // 5. Gate
    gate::gate(today, &mut block, scratch);
    watch.lap(Phase::Gate);

    // 6. Remedy
    remedy::remedy(today, &mut block, scratch, &mut changed);
    watch.lap(Phase::Remedy);

    // 7. Respond
    respond::respond(today, &mut block, scratch, &changed);
    watch.lap(Phase::Respond);
}
