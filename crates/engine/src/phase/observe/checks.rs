//! Checks for undeclared income, at the end of the Observe phase: the office's file says who is checked; a
//! finding is an entry.
//!
//! Incomes that were not declared are remembered for a year, under regimes that check; a finding ends what it
//! found.

use crate::turn::Turn;
use demerit_kernel::Chance;
use demerit_regime::{Channel, Checks, Matter, OnFile};
use demerit_society::watching::office_file::{CHECK, Facts};
use demerit_society::{Deed, Entry, EventKind, Flags, Origin, TICKS_PER_YEAR, Undeclared};

pub(crate) fn checks(turn: &mut Turn<'_>) {
    let today = turn.today;
    let Some(checks) = &today.regime.checks else { return };
    let undeclared = &mut turn.block.tables.pending.undeclared;
    undeclared.retain(|one| today.tick.0.saturating_sub(one.tick.0) < TICKS_PER_YEAR);
    let own = |deed: Deed| deed == Deed::Act(Matter::UndeclaredIncome);
    let lanes = turn.scratch.done.iter().filter(|done| own(done.deed)).flat_map(|done| done.lanes.lanes());
    undeclared.extend(lanes.map(|lane| Undeclared { lane, tick: today.tick }));
    // Candidates are drawn alike under every regime.
    let ceiling = Chance::from_share(Checks::CEILING);
    for lane in turn.chosen(CHECK, ceiling) {
        if !turn.is_adult(lane) {
            continue;
        }
        let luck = turn.luck(CHECK, lane, 0);
        let file = on_file(turn, lane);
        if !checks.chance(file).over(ceiling).hits(luck.word(0)) {
            continue;
        }
        turn.scratch.tally.checks += 1;
        let there = turn.block.tables.pending.undeclared.iter().position(|one| one.lane == lane);
        let found = checks.finds(there.is_some(), file, luck.word(1));
        turn.log(lane, EventKind::Checked { found }, 0, None);
        if !found {
            continue;
        }
        let origin = if there.is_some() { Origin::OwnDeed } else { Origin::WrongInference };
        turn.scratch.tally.checks_wrong += u64::from(there.is_none());
        if let Some(index) = there {
            turn.block.tables.pending.undeclared.remove(index);
        }
        turn.scratch
            .entries
            .push((lane, Entry { matter: Matter::UndeclaredIncome, channel: Channel::Office, origin }));
    }
}

/// What the office's file shows of somebody; a file that is mixed up is that of the next person.
fn on_file(turn: &Turn<'_>, lane: u16) -> OnFile {
    let today = turn.today;
    let office = today.society.office_file.unwrap_or_default();
    let person = turn.number(lane);
    let flags = turn.block.flags(lane);
    let past_record = flags.cause().is_some() || flags.has(Flags::LISTED);
    let next = lane ^ 1;
    let mixed_up = usize::from(next) < turn.block.born.len() && office.is_mixed_up(&today.draws, person);
    let shown = if mixed_up { next } else { lane };
    let facts = Facts {
        person: turn.person(shown),
        fifth: turn.income_fifth(shown),
        alone: today.pattern[usize::from(shown)].size == 1,
        rural: !today.city.is_urban(turn.number(shown)),
    };
    office.shows(&today.draws, &facts, past_record, today.tick)
}
