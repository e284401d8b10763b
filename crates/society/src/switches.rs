//! Switches: a society as it is with some mechanisms off and some safeguards in force.
//!
//! Model: what belongs to people and to watching is changed here, once, before anything runs; persons, cities, households, ties
//! and luck stay what they are, so that worlds with different switches are twins. What belongs to the institution is switched in the
//! regime.

use crate::Society;
use crate::hardship::Hardship;
use crate::watching::Coverage;
use demerit_kernel::Chance;
use demerit_regime::{Channel, Mechanism, Mechanisms, Safeguard, Safeguards};

impl Society {
    /// The society with these mechanisms and safeguards.
    #[must_use]
    pub fn switched(&self, mechanisms: Mechanisms, safeguards: &Safeguards) -> Self {
        let off = |one: Mechanism| !mechanisms.on(one);
        let guarded = |one: Safeguard| !off(Mechanism::Safeguards) && safeguards.on(one);
        let mut society = self.clone();
        society.mechanisms = mechanisms;
        society.safeguards = *safeguards;
        for watch in &mut society.watching {
            if off(Mechanism::Identification) {
                watch.wrong_person = Chance::ZERO;
                watch.false_match = Chance::ZERO;
            }
            if off(Mechanism::JoinedFiles) {
                watch.wrong_join = Chance::ZERO;
            }
            if off(Mechanism::ClerkErrors) {
                watch.clerk = Chance::ZERO;
            }
            if off(Mechanism::Observation) {
                watch.coverage = Coverage::Deeds(Chance::ONE);
                watch.miss = Chance::ZERO;
            }
            if guarded(Safeguard::MatchThreshold) && watch.channel == Channel::Camera {
                let fewer = |chance: Chance| {
                    Chance::from_share(chance.value() / safeguards.threshold_divides.max(1.0))
                };
                watch.wrong_person = fewer(watch.wrong_person);
                watch.false_match = fewer(watch.false_match);
                watch.miss = Chance::from_share((watch.miss.value() + safeguards.threshold_misses).min(1.0));
            }
        }
        if off(Mechanism::Scarring) {
            let hardship = &mut society.consequences.hardship;
            *hardship = hardship.map(Hardship::without_scars);
        }
        let response = &mut society.response;
        if off(Mechanism::Silence) {
            response.silence = 0.0;
            response.chill = 0.0;
        }
        if off(Mechanism::Benefits) {
            response.deterrence = 0.0;
        }
        if off(Mechanism::Adaptation) {
            response.gaming = 0.0;
        }
        society
    }
}
