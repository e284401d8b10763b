//! Home town: refused seats and refused rooms together hold somebody where he lives.
//!
//! Model. Whoever is refused a fast train or a flight takes a slow train with chance `slow`; but who would be
//! refused a room too (where a deposit or a home is asked for) has nowhere to stay, and does not go at all.
//! Somebody is held at home whose standing shuts him out of fast trains, of flights and of rooms.
//!
//! Symbols: slow 0 to 1. Source(s): our assumption. Leaves out: the car, private rooms, what a lost trip was
//! for.

use crate::Flags;
use demerit_kernel::Chance;
use demerit_regime::{Answer, Gate, Regime, Request};

demerit_kernel::stream! {
    /// Who takes a slow train for a fast one.
    pub SLOW_TRAIN = 45;
}

/// What a refused seat leads to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HomeTown {
    /// Chance that somebody takes a slow train for a fast one or a flight.
    pub slow: Chance,
}

impl HomeTown {
    /// Whether a trip is lost by somebody who was refused a fast seat, from 32 even random bits.
    pub fn loses_trip(&self, regime: &Regime, flags: Flags, word: u32) -> bool {
        no_room(regime, flags) || !self.slow.hits(word)
    }
}

/// What the gate of a request, if there is one, answers to a standing, within the limits of purpose.
pub fn answer(regime: &Regime, request: Request, flags: Flags) -> Answer {
    let Some(gate) = regime.gate(request) else { return Answer::Met };
    let answer = gate.answer(flags.tier(), flags.has(Flags::LISTED));
    if regime.purpose_limits && !within_purpose(regime, gate, answer, flags) { Answer::Met } else { answer }
}

/// Whether an answer rests on what belongs to the gate's own domain of life.
fn within_purpose(regime: &Regime, gate: &Gate, answer: Answer, flags: Flags) -> bool {
    match answer {
        Answer::Met | Answer::Privileged => true,
        Answer::RefusedForTier => flags.cause().is_some_and(|matter| matter.domain() == gate.domain),
        Answer::RefusedForList => gate.domain == regime.listed_for().domain(),
    }
}

/// Whether a standing shuts a door.
pub fn refused(regime: &Regime, request: Request, flags: Flags) -> bool {
    matches!(answer(regime, request, flags), Answer::RefusedForTier | Answer::RefusedForList)
}

fn no_room(regime: &Regime, flags: Flags) -> bool {
    refused(regime, Request::Deposit, flags) || refused(regime, Request::Home, flags)
}

/// Whether a standing shuts somebody out of fast trains, of flights and of rooms.
pub fn held(regime: &Regime, flags: Flags) -> bool {
    refused(regime, Request::RailTrip, flags)
        && refused(regime, Request::AirTrip, flags)
        && no_room(regime, flags)
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_kernel::Points;
    use demerit_regime::{Claim, Matter, Parts, Provenance, Scale, Tier, TierSet, Tiers};

    fn gate(request: Request, listed: bool, tier: bool) -> Gate {
        Gate {
            name: request.name().into(),
            request,
            domain: request.domain(),
            refuses: TierSet(u8::from(tier)),
            refuses_listed: listed,
            grants: TierSet(0),
            saves: 0.0,
            provenance: Provenance { claim: Claim::Hypothetical, source: "a test".into() },
        }
    }

    fn regime(gates: Vec<Gate>, purpose_limits: bool) -> Regime {
        let tier = |from: i16| Tier { name: format!("from {from}"), from: Points(from), sanction: from == 0 };
        let tiers = Tiers::new(vec![tier(0), tier(500)]).unwrap();
        let scale = Some(Scale { start: Points(600), floor: Points(0), ceiling: Points(800) });
        Regime::new("test", "A test", Parts { scale, tiers, gates, purpose_limits, ..Parts::default() })
            .unwrap()
    }

    fn low() -> Flags {
        let mut flags = Flags::default();
        flags.put_cause(Some(Matter::LateBill));
        flags
    }

    fn travel() -> Vec<Gate> {
        vec![gate(Request::RailTrip, true, true), gate(Request::AirTrip, false, true)]
    }

    #[test]
    fn seats_and_rooms_together_hold_somebody() {
        let with_room = [travel(), vec![gate(Request::Home, false, true)]].concat();
        assert!(held(&regime(with_room.clone(), false), low()));
        assert!(!held(&regime(travel(), false), low()), "there are rooms");
        assert!(!held(&regime(with_room[1..].to_vec(), false), low()), "there are trains");
        assert!(!held(&regime(with_room, true), low()), "a bill is no matter of travel");
        let mut high = low();
        high.put_tier(1);
        high.put(Flags::LISTED, true);
        assert!(!held(&regime(travel(), false), high), "a listed person may fly here");
    }

    #[test]
    fn a_trip_is_lost_for_want_of_a_room_or_of_patience() {
        let rooms = regime(travel(), false);
        let none = regime([travel(), vec![gate(Request::Deposit, false, true)]].concat(), false);
        let [never, always] = [Chance::ZERO, Chance::ONE].map(|slow| HomeTown { slow });
        assert!(!always.loses_trip(&rooms, low(), 7) && never.loses_trip(&rooms, low(), 7));
        assert!(always.loses_trip(&none, low(), 7));
    }

    #[test]
    fn without_gates_nobody_is_held() {
        let free = regime(Vec::new(), false);
        assert!(!held(&free, low()) && answer(&free, Request::Loan, low()) == Answer::Met);
    }
}
