//! Lost points that come back, in the Judge phase: given back evenly to those who lost them.

use crate::turn::Turn;
use demerit_kernel::Points;
use demerit_society::EventKind;

/// Gives back the points that return in this tick.
pub(crate) fn return_points(turn: &mut Turn<'_>) {
    let today = turn.today;
    let Some(scale) = &today.assessing.scale else { return };
    if turn.block.tables.pending.regain.is_empty() {
        return;
    }
    for number in 0..turn.block.tables.pending.regain.len() {
        let one = turn.block.tables.pending.regain[number];
        let points = one.at(today.tick);
        if points == 0 {
            continue;
        }
        let at = usize::from(one.lane);
        let before = turn.block.score(one.lane);
        let back = |score: i16| scale.add(Points(score), Points(points as i16)).0;
        if !one.on_record {
            turn.block.put_merit(one.lane, back(turn.block.merit(one.lane)));
        } else {
            turn.block.put_score(one.lane, back(turn.block.score(one.lane)));
            turn.block.tables.losses.give_back(at, one.origin, points);
        }
        turn.changed.insert(one.lane);
        // What is put to a twin's deeds without effect is no event of that world.
        if one.on_record || turn.block.assessed.is_none() {
            let points = turn.block.score(one.lane) - before;
            turn.log(one.lane, EventKind::Regained, points, None);
        }
    }
    turn.block.tables.pending.regain.retain(|one| !one.is_over(today.tick));
}
