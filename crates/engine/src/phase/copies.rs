//! Copies in the Remedy and Judge phases: a correction misses some, and what was missed comes back.
//!
//! The model is in `demerit_society::remedies::correction`.

use crate::block::Block;
use crate::phase::listing;
use crate::today::Today;
use crate::world::Scratch;
use demerit_kernel::{Mask, Points};
use demerit_regime::{Matter, Mechanism};
use demerit_society::remedies::correction::Stale;
use demerit_society::state::events::EventKind;
use demerit_society::{Flags, Origin, stream};

/// A correction in one file: `points` given back, a listing ended or not. Each copy is corrected too, or missed.
pub(crate) fn correct(
    today: &Today<'_>,
    block: &mut Block<'_>,
    lane: u16,
    points: i16,
    listed: bool,
    matter: Option<Matter>,
) {
    let Some(correction) = &today.society.remedies.correction else { return };
    if points <= 0 && !listed {
        return;
    }
    let person = block.first_person + u32::from(lane);
    let missed = correction.missed(&today.draws, person, today.tick.0);
    if missed > 0 {
        block.tables.redress.stale.push(Stale { lane, points, missed, listed, matter });
    }
}

/// Exchanges files: stale rows bring back what had been put right.
pub(crate) fn come_back(today: &Today<'_>, block: &mut Block<'_>, scratch: &mut Scratch, changed: &mut Mask) {
    let Some(correction) = &today.society.remedies.correction else { return };
    let mut number = 0;
    while number < block.tables.redress.stale.len() {
        let row = block.tables.redress.stale[number];
        let person = block.first_person + u32::from(row.lane);
        let luck = today.draws.luck(stream::EXCHANGE, person, today.tick.0, 0);
        if correction.comes_back(row.missed).hits(luck.word(0)) {
            // Those that stay keep the order of the corrections.
            block.tables.redress.stale.remove(number);
            restore(today, block, scratch, changed, row);
        } else {
            number += 1;
        }
    }
}

fn restore(today: &Today<'_>, block: &mut Block<'_>, scratch: &mut Scratch, changed: &mut Mask, row: Stale) {
    let at = usize::from(row.lane);
    scratch.tally.corrections_undone += 1;
    changed.insert(row.lane);
    let before = block.score(at);
    if let Some(scale) = &today.regime.scale
        && row.points > 0
    {
        block.put_score(at, scale.add(Points(before), Points(-row.points)).0);
        if today.society.mechanisms.on(Mechanism::Attribution) {
            block.tables.losses.count(at, Origin::WrongJoin, block.score(at) - before);
        }
        if let Some(matter) = row.matter {
            scratch.tally.points_lost[matter.domain().index()][Origin::WrongJoin.index()] +=
                u64::from(row.points.unsigned_abs());
            if !today.regime.tiers.sanctions(block.tier(at)) {
                block.put_cause(at, Some(matter));
            }
        }
    }
    today.tell(block, scratch, at, EventKind::Undone, block.score(at) - before, None);
    let again = row.listed && !block.has(at, Flags::LISTED);
    if let Some(list) = today.regime.list.as_ref().filter(|_| again) {
        listing::put_on(today, block, scratch, row.lane, list.until(today.tick), Origin::WrongJoin, None);
    }
}
