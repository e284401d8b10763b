//! 5. Gate: people ask for things, and are granted or refused by their standing.
//!
//! Demand comes first: requests are deeds, drawn as in the twin. A refusal is put down to the domain of the rule that last took points
//! before the sanction, or to the court where the list refuses.

use crate::block::Block;
use crate::phase::act::Done;
use crate::phase::aftermath;
use crate::today::Today;
use crate::world::Scratch;
use demerit_kernel::{Mask, Points};
use demerit_regime::{Answer, Domain, Gate, Request};
use demerit_society::consequences::home_town::answer;
use demerit_society::state::events::EventKind;
use demerit_society::state::tally::CAUSES;
use demerit_society::{Deed, Flags, stream};

/// An answer to somebody who may have no score: then only the list counts.
const fn unscored(enrolled: bool, answer: Answer) -> Answer {
    match answer {
        Answer::RefusedForTier | Answer::Privileged if !enrolled => Answer::Met,
        answer => answer,
    }
}

pub(crate) fn gate(today: &Today<'_>, block: &mut Block<'_>, scratch: &mut Scratch) {
    for number in 0..scratch.done.len() {
        let Done { deed, lanes } = scratch.done[number];
        match deed {
            Deed::Ask(request) => {
                scratch.tally.requests[request.index()] += u64::from(lanes.count());
                if let Some(gate) = today.regime.gate(request) {
                    // Whoever moved away is out of the regime's reach.
                    requests(today, block, scratch, request, gate, &lanes.and_not(*block.planes.away));
                }
            }
            Deed::Act(_) if deed.is_violation() => {
                for at in lanes.lanes().map(usize::from) {
                    let trusted = today.regime.privileges(block.tier(at));
                    scratch.tally.violations_trusted += u64::from(trusted && today.enrolled(block, at));
                }
            }
            Deed::Act(_) => {}
        }
    }
}

/// Answers those who ask for something.
fn requests(
    today: &Today<'_>,
    block: &mut Block<'_>,
    scratch: &mut Scratch,
    request: Request,
    gate: &Gate,
    lanes: &Mask,
) {
    for lane in lanes.lanes() {
        let at = usize::from(lane);
        let flags = block.flags(at);
        let enrolled = today.enrolled(block, at);
        let answer = unscored(enrolled, answer(today.regime, request, flags));
        match answer {
            Answer::Met => {}
            Answer::Privileged => {
                scratch.tally.privileged[request.index()] += 1;
                let fifth = today.income_fifth(block, at);
                scratch.tally.privileged_by_income[request.index()][usize::from(fifth)] += 1;
                today.tell(block, scratch, at, EventKind::Privileged(request), 0, None);
                aftermath::schooled(today, block, lane, request, 1);
            }
            Answer::RefusedForTier | Answer::RefusedForList => {
                let person = block.first_person + u32::from(lane);
                scratch.tally.refused_listed += u64::from(answer == Answer::RefusedForList);
                let cause = if answer == Answer::RefusedForList {
                    Domain::Court.index()
                } else {
                    flags.cause().map_or(CAUSES - 1, |matter| matter.domain().index())
                };
                let fifth = today.income_fifth(block, at);
                scratch.tally.refused[request.index()][cause] += 1;
                scratch.tally.refused_by_income[request.index()][usize::from(fifth)] += 1;
                scratch.tally.refused_rural[request.index()] += u64::from(!today.city.is_urban(person));
                let due = unscored(
                    enrolled,
                    gate.answer(today.regime.tiers.of(Points(block.deserved(at))), flags.has(Flags::DUE)),
                );
                let wrongly = matches!(due, Answer::Met | Answer::Privileged);
                scratch.tally.refused_wrongly[request.index()] += u64::from(wrongly);
                today.tell(block, scratch, at, EventKind::Refused(request), 0, None);
                aftermath::refused(today, block, lane, request);
                scratch.tally.trips_lost += u64::from(loses_trip(today, flags, person, request));
            }
        }
    }
}

/// Whether somebody who was refused a seat does not travel at all.
fn loses_trip(today: &Today<'_>, flags: Flags, person: u32, request: Request) -> bool {
    let seat = matches!(request, Request::RailTrip | Request::AirTrip);
    today.society.consequences.home_town.filter(|_| seat).is_some_and(|home_town| {
        let luck = today.draws.luck(stream::SLOW_TRAIN, person, today.tick.0, request as u32);
        home_town.loses_trip(today.regime, flags, luck.word(0))
    })
}
