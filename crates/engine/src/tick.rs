//! A tick of one neighbourhood: seven phases, in this order.
//!
//! What one person does to another travels as a message and is taken in at the Judge phase of the next tick.
//! Within a tick a neighbourhood depends on itself and its mail alone, so neighbourhoods may be computed in
//! any order and on any thread.

use crate::block::Block;
use crate::phase::observe::checks;
use crate::phase::{act, company, gate, judge, live, observe, remedy, respond};
use crate::scratch::Scratch;
use crate::timer::{Phase, PhaseTimer};
use crate::today::{Shared, Today};
use crate::turn::Turn;
use demerit_kernel::Mask;
use demerit_society::Chunk;
use demerit_society::state::message::Message;

/// Moves the neighbourhood with an index in a chunk by one tick.
pub(crate) fn tick<T: PhaseTimer>(
    shared: &Shared<'_>,
    chunk: &mut Chunk,
    index: usize,
    inbox: &[Message],
    scratch: &mut Scratch,
    timer: &T,
) {
    let today = &Today::of(shared, chunk.first_block.0 + index as u32, inbox);
    let turn = &mut Turn { today, block: Block::of(chunk, index), scratch, changed: Mask::EMPTY };
    let mark = &mut timer.begin();

    // 1. Live
    live::live(turn);
    timer.end(Phase::Live, mark);

    // 2. Act
    act::act(turn);
    timer.end(Phase::Act, mark);

    // 3. Observe
    observe::observe(turn);
    timer.end(Phase::Observe, mark);
    checks::checks(turn);
    timer.end(Phase::Checks, mark);
    company::watch(turn);
    timer.end(Phase::Company, mark);

    // 4. Judge
    judge::judge(turn);
    timer.end(Phase::Judge, mark);

    // 5. Gate
    gate::gate(turn);
    timer.end(Phase::Gate, mark);

    // 6. Remedy
    remedy::remedy(turn);
    timer.end(Phase::Remedy, mark);

    // 7. Respond
    respond::respond(turn);
    timer.end(Phase::Respond, mark);
}
