//! 5. Gate: people ask for things, and are granted or refused by their standing.
//!
//! Demand comes first: requests are deeds, drawn as in the twin. A refusal is put down to the domain of the
//! rule that last took points before the sanction, or to the court where the list refuses.

use crate::phase::aftermath;
use crate::scratch::Done;
use crate::turn::Turn;
use demerit_kernel::{Mask, Points};
use demerit_regime::{Answer, Domain, Gate, Request};
use demerit_society::consequences::home_town::{SLOW_TRAIN, answer};
use demerit_society::{CAUSES, Deed, EventKind, Flags};

/// An answer to somebody who may have no score: then only the list counts.
const fn unscored(enrolled: bool, answer: Answer) -> Answer {
    match answer {
        Answer::RefusedForTier | Answer::Privileged if !enrolled => Answer::Met,
        answer => answer,
    }
}

pub(crate) fn gate(turn: &mut Turn<'_>) {
    let today = turn.today;
    for number in 0..turn.scratch.done.len() {
        let Done { deed, lanes } = turn.scratch.done[number];
        match deed {
            Deed::Ask(request) => {
                turn.scratch.tally.requests[request.index()] += u64::from(lanes.count());
                if let Some(gate) = today.regime.gate(request) {
                    // Those who moved away are out of the regime's reach.
                    requests(turn, request, gate, &lanes.and_not(*turn.block.planes.away));
                }
            }
            Deed::Act(_) if deed.is_violation() => {
                for lane in lanes.lanes() {
                    let trusted = today.regime.privileges(turn.block.tier(lane));
                    turn.scratch.tally.violations_trusted += u64::from(trusted && turn.enrolled(lane));
                }
            }
            Deed::Act(_) => {}
        }
    }
}

/// Answers those who ask for something.
fn requests(turn: &mut Turn<'_>, request: Request, gate: &Gate, lanes: &Mask) {
    let today = turn.today;
    for lane in lanes.lanes() {
        let flags = turn.block.flags(lane);
        let enrolled = turn.enrolled(lane);
        let answer = unscored(enrolled, answer(today.regime, request, flags));
        let due =
            gate.answer(today.regime.tiers.of(Points(turn.block.deserved(lane))), flags.has(Flags::DUE));
        let wrongly = unscored(enrolled, due).is_refusal() != answer.is_refusal();
        match answer {
            Answer::Met | Answer::Privileged => {
                turn.scratch.tally.met_wrongly[request.index()] += u64::from(wrongly);
            }
            Answer::RefusedForTier | Answer::RefusedForList => {
                turn.scratch.tally.refused_wrongly[request.index()] += u64::from(wrongly);
            }
        }
        match answer {
            Answer::Met => {}
            Answer::Privileged => {
                turn.scratch.tally.privileged[request.index()] += 1;
                let fifth = turn.income_fifth(lane);
                turn.scratch.tally.privileged_by_income[request.index()][usize::from(fifth)] += 1;
                turn.log(lane, EventKind::Privileged(request), 0, None);
                aftermath::schooled(turn, lane, request, 1);
            }
            Answer::RefusedForTier | Answer::RefusedForList => {
                let person = turn.number(lane);
                turn.scratch.tally.refused_listed += u64::from(answer == Answer::RefusedForList);
                let cause = if answer == Answer::RefusedForList {
                    Domain::Court.index()
                } else {
                    flags.cause().map_or(CAUSES - 1, |matter| matter.domain().index())
                };
                let fifth = turn.income_fifth(lane);
                turn.scratch.tally.refused[request.index()][cause] += 1;
                turn.scratch.tally.refused_by_income[request.index()][usize::from(fifth)] += 1;
                turn.scratch.tally.refused_rural[request.index()] += u64::from(!today.city.is_urban(person));
                turn.log(lane, EventKind::Refused(request), 0, None);
                aftermath::refused(turn, lane, request);
                turn.scratch.tally.trips_lost += u64::from(loses_trip(turn, flags, lane, request));
            }
        }
    }
}

/// Whether somebody who was refused a seat does not travel at all.
fn loses_trip(turn: &Turn<'_>, flags: Flags, lane: u16, request: Request) -> bool {
    let today = turn.today;
    let seat = matches!(request, Request::RailTrip | Request::AirTrip);
    today.society.consequences.home_town.filter(|_| seat).is_some_and(|home_town| {
        home_town.loses_trip(today.regime, flags, turn.luck(SLOW_TRAIN, lane, request as u32).word(0))
    })
}
