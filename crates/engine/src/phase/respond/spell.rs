//! Spells in the Respond phase: which sanctions began, changed and ended in this tick, and the person-weeks
//! of those that run.
//!
//! Sanctions are followed at the end of a tick, so that what a remedy ended in the same tick never was a
//! spell. The model is in `demerit_society::state::spell`.

use crate::turn::Turn;
use demerit_kernel::SideTable;
use demerit_regime::Safeguard;
use demerit_society::state::{delay, spell};
use demerit_society::{EventKind, Lasting, Sanction};

/// Takes note of what a person is under now.
pub(crate) fn follow(turn: &mut Turn<'_>, lane: u16) {
    let today = turn.today;
    let at = usize::from(lane);
    let losses = || turn.block.tables.losses.of(at);
    let here = !turn.block.planes.away.contains(lane);
    let scores = (turn.block.score(lane), turn.block.deserved(lane));
    let now = Sanction::of(today.regime, turn.block.flags(lane), scores, losses).filter(|_| here);
    let followed = spell::follow(&mut turn.block.tables.spells, lane, today.tick, now);
    if followed.begun
        && let Some(sanction) = now
    {
        begin(turn, lane, sanction);
    }
    if let Some(kind) = told(followed, now) {
        turn.log(lane, kind, 0, None);
    }
    count_end(turn, followed);
}

/// What the ledger tells of a turn of a spell.
fn told(followed: spell::Turn, now: Option<Sanction>) -> Option<EventKind> {
    let spell::Turn { begun, turned_wrong, ended, wrong_ended } = followed;
    match now {
        None => ended.map(|_| EventKind::Released),
        Some(sanction) if begun || turned_wrong || wrong_ended.is_some() => {
            Some(EventKind::Sanctioned { wrong: sanction.is_wrong() })
        }
        Some(_) => None,
    }
}

/// Ends the spell of somebody who dies or leaves.
pub(crate) fn over(turn: &mut Turn<'_>, lane: u16) {
    let followed = spell::follow(&mut turn.block.tables.spells, lane, turn.today.tick, None);
    count_end(turn, followed);
}

fn begin(turn: &mut Turn<'_>, lane: u16, sanction: Sanction) {
    let today = turn.today;
    let tally = &mut turn.scratch.tally;
    tally.sanctions_begun += 1;
    // What is ascribed to another arrives a week after the deed; points lost since the last review are kept
    // for the tiers.
    tally.consequence_weeks += u64::from(if sanction.by_tier {
        delay::since(&turn.block.tables.delays, lane, today.tick)
    } else {
        u32::from(turn.block.listing_origin(lane).is_another_s())
    });
    let safeguards = &today.society.safeguards;
    // An official of the court puts somebody on the list; a tier is set by the score alone.
    tally.unreviewed += u64::from(sanction.by_tier && !safeguards.on(Safeguard::HumanReview));
    if safeguards.on(Safeguard::Notice) {
        turn.block.planes.aware.insert(lane);
    }
}

fn count_end(turn: &mut Turn<'_>, followed: spell::Turn) {
    if let Some(weeks) = followed.ended {
        turn.scratch.tally.ends(Lasting::Sanction, weeks);
    }
    if let Some(weeks) = followed.wrong_ended {
        turn.scratch.tally.ends(Lasting::Wrong, weeks);
    }
}

/// Counts the person-weeks of this tick by the ages of the spells that run, and forgets what a review has
/// dealt with.
pub(crate) fn count(turn: &mut Turn<'_>) {
    let today = turn.today;
    let tally = &mut turn.scratch.tally;
    for spell in turn.block.tables.spells.all() {
        tally.sanction_weeks[spell.origin.index()][spell.gravity()] += 1;
        tally.goes_on(Lasting::Sanction, today.tick.0 - u32::from(spell.since));
        if let Some(since) = spell.wrong_since() {
            tally.goes_on(Lasting::Wrong, today.tick.0 - since);
        }
    }
    if today.regime.reviews(today.tick) {
        turn.block.tables.delays.clear_all();
    }
}
