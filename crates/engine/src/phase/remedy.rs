//! 6. Remedy: appeals are filed, wait, and are upheld, rejected or left without an answer; a correction may
//!    miss a copy.

use crate::phase::judge::copies;
use crate::phase::standing::{end_listing, set_tier, wronged};
use crate::turn::Turn;
use demerit_kernel::{Points, SideTable, Tick};
use demerit_society::remedies::filing::{Access, DECIDE, FILE};
use demerit_society::state::attribution::lost_to_errors;
use demerit_society::{Appeal, EventKind, Filing, Flags, Lasting, Spell};

pub(crate) fn remedy(turn: &mut Turn<'_>) {
    if turn.today.regime.appeals.is_some() {
        file(turn);
        decide(turn);
    }
}

fn file(turn: &mut Turn<'_>) {
    let today = turn.today;
    let Some(filing) = &today.society.remedies.filing else { return };
    let ceiling = filing.ceiling();
    for lane in turn.chosen(FILE, ceiling) {
        let flags = turn.block.flags(lane);
        if flags.has(Flags::APPEALING) || !turn.sanctioned(lane) {
            continue;
        }
        let wrong = wronged(turn, lane);
        let chance = if wrong { filing.wronged } else { filing.others };
        let word = turn.luck(FILE, lane, 0).word(0);
        if chance.over(ceiling).hits(word) && able(turn, filing, lane).to_file() {
            turn.block.put_flag(lane, Flags::APPEALING, true);
            turn.block.tables.appeals.push(Appeal { lane, filed: today.tick.0 });
            turn.scratch.tally.filed += 1;
            turn.scratch.tally.filed_wrong += u64::from(wrong);
            turn.log(lane, EventKind::Filed, 0, None);
        }
    }
}

/// What somebody is able to do about a sanction.
fn able(turn: &Turn<'_>, filing: &Filing, lane: u16) -> Access {
    let fear = turn.block.tables.fear[usize::from(lane)];
    filing.able(&turn.today.draws, &turn.person(lane), turn.income_fifth(lane), fear)
}

fn decide(turn: &mut Turn<'_>) {
    let today = turn.today;
    let Some(office) = &today.regime.appeals else { return };
    let waiting = &turn.block.tables.appeals;
    let overdue =
        waiting.iter().take_while(|appeal| office.is_overdue(Tick(appeal.filed), today.tick)).count();
    let taken = (office.taken_up(turn.block.persons(), today.tick) as usize).max(overdue).min(waiting.len());
    for index in 0..taken {
        let appeal = turn.block.tables.appeals[index];
        let lane = appeal.lane;
        let person = turn.number(lane);
        let luck = today.draws.luck(DECIDE, person, appeal.filed, 0);
        turn.block.put_flag(lane, Flags::APPEALING, false);
        turn.scratch.tally.ends(Lasting::Appeal, today.tick.0 - appeal.filed);
        if !turn.sanctioned(lane) {
            // The sanction went by itself while the appeal waited: there is nothing left to decide.
            turn.scratch.tally.lapsed += 1;
            turn.log(lane, EventKind::Lapsed, 0, None);
            continue;
        }
        let wrong = wronged(turn, lane);
        turn.scratch.tally.taken_wrong += u64::from(wrong);
        if office.silence.hits(luck.word(0)) {
            turn.scratch.tally.silent += 1;
            turn.log(lane, EventKind::Unanswered, 0, None);
        } else if office.upheld(wrong).hits(luck.word(1)) {
            turn.scratch.tally.upheld += 1;
            if wrong {
                turn.scratch.tally.upheld_wrong += 1;
                let since = turn.block.tables.spells.get(lane).and_then(Spell::wrong_since);
                turn.scratch.tally.remedy_weeks += u64::from(since.map_or(0, |since| today.tick.0 - since));
            }
            uphold(turn, lane, wrong);
        } else {
            turn.scratch.tally.rejected += 1;
            turn.log(lane, EventKind::Rejected, 0, None);
        }
    }
    turn.block.tables.appeals.drain(..taken);
    for appeal in turn.block.tables.appeals.iter() {
        turn.scratch.tally.goes_on(Lasting::Appeal, today.tick.0 - appeal.filed);
    }
}

/// Gives back what errors took, and ends a listing that is not due. Those who are wronged come out with no
/// less than the deserved score: an error that left no trace in the counters is put right too.
fn uphold(turn: &mut Turn<'_>, lane: u16, wrong: bool) {
    let today = turn.today;
    let at = usize::from(lane);
    let (before, matter) = (turn.block.score(lane), turn.block.cause(lane));
    if let Some(scale) = &today.regime.scale {
        let back = scale.add(Points(before), Points(lost_to_errors(&turn.block.tables.losses.of(at)))).0;
        turn.block.put_score(lane, if wrong { back.max(turn.block.deserved(lane)) } else { back });
        turn.block.tables.losses.clear(lane);
        if let Some(pending) = turn.block.tables.pending.there_mut() {
            pending.forgive(lane);
        }
        set_tier(turn, lane);
    }
    turn.changed.insert(lane);
    let back = turn.block.score(lane) - before;
    turn.log(lane, EventKind::Upheld, back, None);
    let mut unlisted = false;
    if turn.block.has(lane, Flags::LISTED)
        && !turn.block.has(lane, Flags::DUE)
        && let Some(index) =
            turn.block.tables.listings.iter().position(|one| one.lane == lane && one.on_record)
    {
        end_listing(turn, index);
        unlisted = true;
    }
    copies::correct(turn, lane, back, unlisted, matter);
}
