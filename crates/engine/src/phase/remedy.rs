//! 6. Remedy: appeals are filed, wait, and are upheld, rejected or left without an answer; a correction may miss a copy.

use crate::block::Block;
use crate::phase::review::set_tier;
use crate::phase::{copies, listing};
use crate::today::{Today, occupied};
use crate::world::Scratch;
use demerit_kernel::{BlockId, Mask, Points, Tick};
use demerit_society::remedies::filing::{Able, Filing};
use demerit_society::state::Appeal;
use demerit_society::state::attribution::lost_to_errors;
use demerit_society::state::events::EventKind;
use demerit_society::state::spell::Spell;
use demerit_society::{Flags, stream};

pub(crate) fn remedy(today: &Today<'_>, block: &mut Block<'_>, scratch: &mut Scratch, changed: &mut Mask) {
    if today.regime.appeals.is_some() {
        file(today, block, scratch);
        decide(today, block, scratch, changed);
    }
}

/// Whether a person under a sanction would not be under one by true deeds.
pub(crate) fn wronged(today: &Today<'_>, block: &Block<'_>, at: usize) -> bool {
    let due = block.has(at, Flags::DUE);
    !today.regime.sanctioned(today.regime.tiers.of(Points(block.deserved(at))), due)
}

fn file(today: &Today<'_>, block: &mut Block<'_>, scratch: &mut Scratch) {
    let Some(filing) = &today.society.remedies.filing else { return };
    let ceiling = filing.ceiling();
    let candidates = today.draws.candidates(stream::FILE, BlockId(today.block), today.tick, ceiling);
    for lane in candidates.and(occupied(block)).lanes() {
        let at = usize::from(lane);
        let flags = block.flags(at);
        if flags.has(Flags::APPEALING) || !today.sanctioned(block, lane) {
            continue;
        }
        let wrong = wronged(today, block, at);
        let chance = if wrong { filing.wronged } else { filing.others };
        let word =
            today.draws.luck(stream::FILE, block.first_person + u32::from(lane), today.tick.0, 0).word(0);
        if chance.over(ceiling).hits(word) && able(today, block, filing, at).to_file() {
            block.put_flag(at, Flags::APPEALING, true);
            block.tables.appeals.push(Appeal { lane, filed: today.tick.0 });
            scratch.tally.filed += 1;
            scratch.tally.filed_wrong += u64::from(wrong);
            today.tell(block, scratch, at, EventKind::Filed, 0, None);
        }
    }
}

/// What somebody is able to do about a sanction.
fn able(today: &Today<'_>, block: &Block<'_>, filing: &Filing, at: usize) -> Able {
    let number = block.first_person + at as u32;
    let person = today.society.person(number, block.born[at], block.habits.of(at));
    filing.able(&today.draws, &person, today.income_fifth(block, at), block.tables.fear[at])
}

fn decide(today: &Today<'_>, block: &mut Block<'_>, scratch: &mut Scratch, changed: &mut Mask) {
    let Some(office) = &today.regime.appeals else { return };
    let waiting = &block.tables.appeals;
    let overdue =
        waiting.iter().take_while(|appeal| office.is_overdue(Tick(appeal.filed), today.tick)).count();
    let taken = (office.taken_up(block.persons(), today.tick) as usize).max(overdue).min(waiting.len());
    for number in 0..taken {
        let appeal = block.tables.appeals[number];
        let at = usize::from(appeal.lane);
        let person = block.first_person + u32::from(appeal.lane);
        let luck = today.draws.luck(stream::DECIDE, person, appeal.filed, 0);
        block.put_flag(at, Flags::APPEALING, false);
        scratch.tally.waited += u64::from(today.tick.0 - appeal.filed);
        if !today.sanctioned(block, appeal.lane) {
            // The sanction went by itself while the appeal waited: there is nothing left to decide.
            scratch.tally.lapsed += 1;
            continue;
        }
        let wrong = wronged(today, block, at);
        scratch.tally.taken_wrong += u64::from(wrong);
        if office.silence.hits(luck.word(0)) {
            scratch.tally.silent += 1;
            today.tell(block, scratch, at, EventKind::Unanswered, 0, None);
        } else if office.upheld(wrong).hits(luck.word(1)) {
            scratch.tally.upheld += 1;
            if wrong {
                scratch.tally.upheld_wrong += 1;
                let since = block.tables.spells.of(appeal.lane).and_then(Spell::wrong_since);
                scratch.tally.remedy_weeks += u64::from(since.map_or(0, |since| today.tick.0 - since));
            }
            uphold(today, block, scratch, changed, appeal.lane, wrong);
        } else {
            scratch.tally.rejected += 1;
            today.tell(block, scratch, at, EventKind::Rejected, 0, None);
        }
    }
    block.tables.appeals.drain(..taken);
}

/// Gives back what errors took, and ends a listing that is not due. Whoever is wronged comes out with no less than the
/// deserved score: an error that left no trace in the counters is put right too.
fn uphold(
    today: &Today<'_>,
    block: &mut Block<'_>,
    scratch: &mut Scratch,
    changed: &mut Mask,
    lane: u16,
    wrong: bool,
) {
    let at = usize::from(lane);
    let (before, matter) = (block.score(at), block.cause(at));
    if let Some(scale) = &today.regime.scale {
        let back = scale.add(Points(before), Points(lost_to_errors(&block.tables.losses.of(at)))).0;
        block.put_score(at, if wrong { back.max(block.deserved(at)) } else { back });
        block.tables.losses.clear(lane);
        if let Some(dues) = block.tables.dues.there_mut() {
            dues.forgive(lane);
        }
        set_tier(today, block, scratch, at);
    }
    changed.insert(lane);
    today.tell(block, scratch, at, EventKind::Upheld, block.score(at) - before, None);
    let mut unlisted = false;
    if block.has(at, Flags::LISTED)
        && !block.has(at, Flags::DUE)
        && let Some(place) = block.tables.listings.iter().position(|one| one.lane == lane && one.on_record)
    {
        let gone = block.tables.listings.swap_remove(place);
        listing::clear(today, block, scratch, changed, gone);
        unlisted = true;
    }
    copies::correct(today, block, lane, block.score(at) - before, unlisted, matter);
}
