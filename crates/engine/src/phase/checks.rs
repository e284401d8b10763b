//! Checks for undeclared income, at the end of the Observe phase: the office's file says who is checked; a finding is an entry.
//!
//! Incomes that were not declared are remembered for a year, under regimes that check; a finding ends what it found.

use crate::block::Block;
use crate::today::{Today, occupied};
use crate::world::Scratch;
use demerit_kernel::{BlockId, Chance};
use demerit_regime::{Channel, Checks, Matter, OnFile};
use demerit_society::observation::Entry;
use demerit_society::population::person::ADULT;
use demerit_society::state::attribution::Origin;
use demerit_society::watching::office_file::Facts;
use demerit_society::{Deed, Flags, TICKS_PER_YEAR, stream};

pub(crate) fn checks(today: &Today<'_>, block: &mut Block<'_>, scratch: &mut Scratch) {
    let Some(checks) = &today.regime.checks else { return };
    let undeclared = &mut block.tables.dues.undeclared;
    undeclared.retain(|one| today.tick.0.saturating_sub(one.1.0) < TICKS_PER_YEAR);
    let own = |deed: Deed| deed == Deed::Act(Matter::UndeclaredIncome);
    let lanes = scratch.done.iter().filter(|done| own(done.deed)).flat_map(|done| done.lanes.lanes());
    undeclared.extend(lanes.map(|lane| (lane, today.tick)));
    // Candidates are drawn alike under every regime.
    let ceiling = Chance::from_share(Checks::CEILING);
    let candidates = today.draws.candidates(stream::CHECK, BlockId(today.block), today.tick, ceiling);
    for lane in candidates.and(occupied(block)).lanes() {
        let at = usize::from(lane);
        let person = block.first_person + u32::from(lane);
        let one = today.society.person(person, block.born[at], block.habits.of(at));
        if one.age(today.tick) < ADULT {
            continue;
        }
        let luck = today.draws.luck(stream::CHECK, person, today.tick.0, 0);
        let file = on_file(today, block, lane);
        if !checks.chance(file).over(ceiling).hits(luck.word(0)) {
            continue;
        }
        scratch.tally.checks += 1;
        let there = block.tables.dues.undeclared.iter().position(|one| one.0 == lane);
        if !checks.finds(there.is_some(), file, luck.word(1)) {
            continue;
        }
        let origin = if there.is_some() { Origin::OwnDeed } else { Origin::WrongInference };
        scratch.tally.checks_wrong += u64::from(there.is_none());
        if let Some(place) = there {
            block.tables.dues.undeclared.remove(place);
        }
        scratch
            .entries
            .push((lane, Entry { matter: Matter::UndeclaredIncome, channel: Channel::Office, origin }));
    }
}

/// What the office's file shows of somebody; a file that is mixed up is that of the next place.
fn on_file(today: &Today<'_>, block: &Block<'_>, lane: u16) -> OnFile {
    let office = today.society.office_file.unwrap_or_default();
    let person = block.first_person + u32::from(lane);
    let flags = block.flags(usize::from(lane));
    let past_record = flags.cause().is_some() || flags.has(Flags::LISTED);
    let next = usize::from(lane ^ 1);
    let mixed_up = next < block.born.len() && office.is_mixed_up(&today.draws, person);
    let at = if mixed_up { next } else { usize::from(lane) };
    let number = block.first_person + at as u32;
    let facts = Facts {
        person: today.society.person(number, block.born[at], block.habits.of(at)),
        fifth: today.income_fifth(block, at),
        alone: today.pattern[at].size == 1,
        rural: !today.city.is_urban(number),
    };
    office.shows(&today.draws, &facts, past_record, today.tick)
}
