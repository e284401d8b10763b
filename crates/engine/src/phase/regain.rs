//! Lost points that come back, in the Judge phase: noted at the loss, and given back evenly to whoever lost them.

use crate::block::Block;
use crate::today::Today;
use demerit_kernel::{Mask, Points};
use demerit_regime::Rule;
use demerit_society::state::attribution::Origin;
use demerit_society::state::pending::Regain;

/// Notes a loss that will come back: the score before it and after it.
pub(crate) fn note(
    today: &Today<'_>,
    block: &mut Block<'_>,
    lane: u16,
    rule: &Rule,
    on_record: bool,
    origin: Origin,
    (before, after): (Points, Points),
) {
    let Some(recovers) = rule.recovers.as_ref().filter(|_| after < before) else { return };
    let (loss, whole) = ((before.0 - after.0) as u16, recovers.at(before).max(1) as u16);
    let since = today.tick;
    block.tables.dues.regain.push(Regain { lane, on_record, origin, loss, whole, since });
}

/// Gives back what comes back in this tick.
pub(crate) fn come_back(today: &Today<'_>, block: &mut Block<'_>, changed: &mut Mask) {
    let Some(scale) = &today.regime.scale else { return };
    if block.tables.dues.regain.is_empty() {
        return;
    }
    for number in 0..block.tables.dues.regain.len() {
        let one = block.tables.dues.regain[number];
        let points = one.at(today.tick);
        if points == 0 {
            continue;
        }
        let at = usize::from(one.lane);
        let back = |score: i16| scale.add(Points(score), Points(points as i16)).0;
        if !one.on_record {
            block.put_deserved(at, back(block.deserved(at)));
        } else {
            block.put_score(at, back(block.score(at)));
            block.tables.losses.give_back(at, one.origin, points);
        }
        changed.insert(one.lane);
    }
    block.tables.dues.regain.retain(|one| !one.is_over(today.tick));
}
