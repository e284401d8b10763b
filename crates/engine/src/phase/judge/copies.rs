//! Copies in the Remedy and Judge phases: a correction misses some, and what was missed comes back.
//!
//! The model is in `demerit_society::remedies::correction`.

use crate::phase::points::{blame, count_loss};
use crate::phase::standing::put_on_list;
use crate::turn::Turn;
use demerit_kernel::Points;
use demerit_regime::Matter;
use demerit_society::remedies::correction::EXCHANGE;
use demerit_society::{EventKind, Flags, Origin, Stale};

/// A correction in one file: `points` given back, a listing ended or not. Each copy is corrected too, or
/// missed.
pub(crate) fn correct(turn: &mut Turn<'_>, lane: u16, points: i16, listed: bool, matter: Option<Matter>) {
    let today = turn.today;
    let Some(correction) = &today.society.remedies.correction else { return };
    if points <= 0 && !listed {
        return;
    }
    let person = turn.number(lane);
    let missed = correction.missed(&today.draws, person, today.tick.0);
    if missed > 0 {
        turn.block.tables.remedies.stale.push(Stale { lane, points, missed, listed, matter });
    }
}

/// Exchanges files: stale rows bring back what had been put right.
pub(crate) fn stale_entries_return(turn: &mut Turn<'_>) {
    let today = turn.today;
    let Some(correction) = &today.society.remedies.correction else { return };
    let mut index = 0;
    while index < turn.block.tables.remedies.stale.len() {
        let row = turn.block.tables.remedies.stale[index];
        if correction.comes_back(row.missed).hits(turn.luck(EXCHANGE, row.lane, 0).word(0)) {
            // Those that stay keep the order of the corrections.
            turn.block.tables.remedies.stale.remove(index);
            restore(turn, row);
        } else {
            index += 1;
        }
    }
}

fn restore(turn: &mut Turn<'_>, row: Stale) {
    let today = turn.today;
    turn.scratch.tally.corrections_undone += 1;
    turn.changed.insert(row.lane);
    let scale = today.regime.scale.as_ref().filter(|_| row.points > 0);
    if let Some(scale) = scale {
        let before = turn.block.score(row.lane);
        turn.block.put_score(row.lane, scale.add(Points(before), Points(-row.points)).0);
        let lost = turn.block.score(row.lane) - before;
        count_loss(turn, row.lane, Origin::WrongJoin, lost);
        if let Some(matter) = row.matter {
            turn.scratch.tally.points_lost[matter.domain().index()][Origin::WrongJoin.index()] +=
                u64::from(row.points.unsigned_abs());
            blame(turn, row.lane, matter);
        }
    }
    turn.log(row.lane, EventKind::Undone, scale.map_or(0, |_| -row.points), None);
    let again = row.listed && !turn.block.has(row.lane, Flags::LISTED);
    if let Some(list) = today.regime.list.as_ref().filter(|_| again) {
        put_on_list(turn, row.lane, list.until(today.tick), Origin::WrongJoin, None);
    }
}
