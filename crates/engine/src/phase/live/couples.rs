//! Partings and pairings of a tick, within Live.
//!
//! Model: see [`demerit_society::consequences::partner`]. A couple is keyed by its lower lane. Who is a
//! candidate to part or to look around depends on no regime; whether something comes of it may depend on
//! standing. Symbols and source(s): there. Leaves out: see there.

use crate::turn::Turn;
use demerit_kernel::Chance;
use demerit_society::consequences::partner::{CHOICE, Looks, PARTNER, standing};
use demerit_society::{EventKind, Flags, Partners};

pub(crate) fn couples(turn: &mut Turn<'_>) {
    let today = turn.today;
    let figures = today.society.consequences.partners.unwrap_or(Partners::PLAIN);
    let hazards = &today.society.hazards;
    // Two of a parted couple look around, each with half the chance of a pairing.
    let looks = Chance::from_share(hazards.pair.value() / 2.0);
    let ceiling = figures.most_parting(hazards.part).max(looks);
    let word = |turn: &Turn<'_>, lane| turn.luck(PARTNER, lane, 0).word(0);
    for lane in turn.chosen(PARTNER, ceiling) {
        if let Some(other) = turn.home().partner(lane) {
            let under = |lane: u16| turn.block.has(lane, Flags::SANCTIONED);
            let chance = figures.parts(hazards.part, under(lane), under(other));
            if lane < other && chance.over(ceiling).hits(word(turn, lane)) {
                part(turn, lane, other);
            }
        } else if turn.block.has(lane, Flags::PARTED)
            && looks.over(ceiling).hits(word(turn, lane))
            && let Some(other) = choose(turn, &figures, lane)
        {
            turn.block.tables.marks.couples.join(lane, other);
            turn.scratch.tally.paired += 1;
            tell(turn, EventKind::Paired, lane, other);
        }
    }
}

fn part(turn: &mut Turn<'_>, lane: u16, other: u16) {
    turn.block.tables.marks.couples.part(lane);
    for one in [lane, other] {
        turn.block.put_flag(one, Flags::PARTED, true);
    }
    turn.scratch.tally.parted += 1;
    tell(turn, EventKind::Parted, lane, other);
}

fn tell(turn: &mut Turn<'_>, kind: EventKind, lane: u16, other: u16) {
    for (one, with) in [(lane, other), (other, lane)] {
        let with = turn.number(with);
        turn.log(one, kind, 0, Some(with));
    }
}

/// Whom somebody alone finds, if anybody.
fn choose(turn: &Turn<'_>, figures: &Partners, lane: u16) -> Option<u16> {
    let today = turn.today;
    let at = usize::from(lane);
    let sex = turn.block.habits.of(at).sex();
    let age = turn.age(lane);
    let place = today.pattern[at];
    let former = place.start + u16::from(place.partner_of((lane - place.start) as u8));
    let luck = |other: u16| turn.luck(CHOICE, lane, u32::from(other));
    let mut looks = Looks::default();
    for other in turn.block.tables.flags.with(Flags::PARTED) {
        let there = usize::from(other);
        let fits = other != lane
            && other != former
            && turn.block.habits.of(there).sex() != sex
            && turn.age(other).abs_diff(age) <= figures.apart
            && turn.block.tables.marks.couples.of(other).is_none();
        if fits {
            looks.take_in(figures.looks_at, luck(other).word(0), standing(turn.block.flags(other)), other);
        }
    }
    let mine = standing(turn.block.flags(lane));
    let mut seen = looks.in_order(figures.regard);
    seen.find(|&(theirs, other)| figures.agree(mine, theirs, luck(other).word(1))).map(|one| one.1)
}
