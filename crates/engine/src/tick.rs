//! A tick of one neighbourhood: a week, in seven phases.
//!
//! | phase | what happens | what it reads |
//! |---|---|---|
//! | Live | people age, die, are born, pair, part, move out of reach and back | who people are |
//! | Act | what people truly do, say and ask for | habits, fear, the climate of opinion |
//! | Observe | channels, checks and companies turn some deeds into entries, rightly or not | true deeds |
//! | Judge | entries and mail become points, listings and tiers | the record; true deeds for the deserved score alone |
//! | Gate | requests are met, privileged or refused, by the tiers and listings just set | the record |
//! | Remedy | appeals are filed, wait and are decided; what is upheld is put right | the record, and the case |
//! | Respond | fear rises and fades, people hide or come out, sanctions cost income | what befell them and theirs |
//!
//! No rule, tier, list or gate reads a true deed or a deserved score: these are kept to say afterwards what
//! was wrong. Only an appeal, and a review by a human, look into a case, and err with a chance that depends
//! on whether it is wrong. The crate `regime` is built without the crate that holds the truth.
//!
//! What one person does to another travels as a message and is taken in at the Judge phase of the next tick.
//! Within a tick a neighbourhood reads its own state, its mail, and what was fixed before the tick began
//! (regimes in force, sums over the past), so neighbourhoods may be computed in any order and on any thread.

use crate::block::Block;
use crate::phase::observe::checks;
use crate::phase::{act, company, gate, judge, live, observe, remedy, respond};
use crate::scratch::Scratch;
use crate::timer::{Phase, PhaseTimer};
use crate::today::{Shared, Today};
use crate::turn::Turn;
use demerit_kernel::Mask;
use demerit_society::{Chunk, Message};

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
