//! Partings and pairings of a tick, within Live.
//!
//! Model: see [`demerit_society::consequences::partner`]. A couple is keyed by its lower lane. Who is a candidate to part or to look around depends on no
//! regime; whether something comes of it may depend on standing.
//! Symbols and source(s): there. Leaves out: see there.

use crate::block::Block;
use crate::today::{Today, occupied};
use crate::world::Scratch;
use demerit_kernel::{BlockId, Chance};
use demerit_society::consequences::partner::{Looks, Partners, standing};
use demerit_society::population::life::age_years;
use demerit_society::state::events::EventKind;
use demerit_society::{Flags, stream};

pub(crate) fn couples(today: &Today<'_>, block: &mut Block<'_>, scratch: &mut Scratch) {
    let figures = today.society.consequences.partners.unwrap_or(Partners::PLAIN);
    let hazards = &today.society.hazards;
    // Two of a parted couple look around, each with half the chance of a pairing.
    let looks = Chance::from_share(hazards.pair.value() / 2.0);
    let ceiling = figures.most_parting(hazards.part).max(looks);
    let candidates = today.draws.candidates(stream::PARTNER, BlockId(today.block), today.tick, ceiling);
    for lane in candidates.and(occupied(block)).lanes() {
        let at = usize::from(lane);
        let person = block.first_person + u32::from(lane);
        let word = || today.draws.luck(stream::PARTNER, person, today.tick.0, 0).word(0);
        if let Some(other) = today.home(block).partner(lane) {
            let under = |lane: u16| block.has(usize::from(lane), Flags::SANCTIONED);
            let chance = figures.parts(hazards.part, under(lane), under(other));
            if lane < other && chance.over(ceiling).hits(word()) {
                part(today, block, scratch, lane, other);
            }
        } else if block.has(at, Flags::PARTED)
            && looks.over(ceiling).hits(word())
            && let Some(other) = choose(today, block, &figures, lane)
        {
            block.tables.marks.couples.join(lane, other);
            scratch.tally.paired += 1;
            tell(today, block, scratch, EventKind::Paired, lane, other);
        }
    }
}

fn part(today: &Today<'_>, block: &mut Block<'_>, scratch: &mut Scratch, lane: u16, other: u16) {
    block.tables.marks.couples.part(lane);
    for one in [lane, other] {
        block.put_flag(usize::from(one), Flags::PARTED, true);
    }
    scratch.tally.parted += 1;
    tell(today, block, scratch, EventKind::Parted, lane, other);
}

fn tell(today: &Today<'_>, block: &Block<'_>, scratch: &mut Scratch, kind: EventKind, lane: u16, other: u16) {
    for (one, with) in [(lane, other), (other, lane)] {
        today.tell(block, scratch, usize::from(one), kind, 0, Some(block.first_person + u32::from(with)));
    }
}

/// Whom somebody alone finds, if anybody.
fn choose(today: &Today<'_>, block: &Block<'_>, figures: &Partners, lane: u16) -> Option<u16> {
    let at = usize::from(lane);
    let person = block.first_person + u32::from(lane);
    let sex = block.habits.of(at).sex();
    let age = age_years(block.born[at], today.tick);
    let place = today.pattern[at];
    let former = place.start + u16::from(place.partner_of((lane - place.start) as u8));
    let luck = |other: u16| today.draws.luck(stream::CHOICE, person, today.tick.0, u32::from(other));
    let mut looks = Looks::default();
    for other in block.tables.flags.with(Flags::PARTED) {
        let there = usize::from(other);
        let fits = other != lane
            && other != former
            && block.habits.of(there).sex() != sex
            && age_years(block.born[there], today.tick).abs_diff(age) <= figures.apart
            && block.tables.marks.couples.of(other).is_none();
        if fits {
            looks.take_in(figures.looks_at, luck(other).word(0), standing(block.flags(there)), other);
        }
    }
    let mine = standing(block.flags(at));
    let mut seen = looks.in_order(figures.regard);
    seen.find(|&(theirs, other)| figures.agree(mine, theirs, luck(other).word(1))).map(|one| one.1)
}
