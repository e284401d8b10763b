//! Switches: a society as it is with some mechanisms off and some safeguards in force.
//!
//! Model: what belongs to people and to watching is changed here, once, before anything runs; persons, cities, households, ties
//! and luck stay what they are, so that worlds with different switches are twins. What belongs to the institution is switched in the
//! regime.

use crate::conduct::Conduct;
use crate::state::tally::stance;
use crate::watching::Coverage;
use crate::watching::identification::Recognition;
use crate::{Deed, Society};
use demerit_kernel::Chance;
use demerit_regime::{Channel, Matter, Mechanism, Mechanisms, Safeguard, Safeguards};

impl Society {
    /// The society with these mechanisms and safeguards.
    #[must_use]
    pub fn switched(&self, mechanisms: Mechanisms, safeguards: &Safeguards) -> Self {
        let off = |one: Mechanism| !mechanisms.on(one);
        let guarded = |one: Safeguard| !off(Mechanism::Safeguards) && safeguards.on(one);
        let mut society = self.clone();
        society.mechanisms = mechanisms;
        if off(Mechanism::JoinedFiles)
            && let Some(file) = &mut society.office_file
        {
            file.mixed_up = Chance::ZERO;
        }
        society.safeguards = if off(Mechanism::Safeguards) { Safeguards::default() } else { *safeguards };
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
        society.consequences = society.consequences.switched(mechanisms);
        if off(Mechanism::Identification) {
            society.recognition = None;
        } else if guarded(Safeguard::MatchThreshold) {
            let cities = society.cities.all();
            let higher = |one: Recognition| one.with_threshold(safeguards.threshold_divides, cities);
            society.recognition = society.recognition.take().map(higher);
        }
        // Where everything is seen there is nothing for attention to move.
        if off(Mechanism::Attention) || off(Mechanism::Observation) {
            society.attention = None;
        }
        if let Some(filing) = &mut society.remedies.filing
            && guarded(Safeguard::Notice)
        {
            filing.knows = Chance::ONE;
        }
        if let Some(correction) = &mut society.remedies.correction
            && (off(Mechanism::JoinedFiles) || guarded(Safeguard::CorrectionsReachAll))
        {
            correction.reaches = Chance::ONE;
        }
        let response = &mut society.response;
        let reactions = &mut society.reactions;
        if off(Mechanism::Silence) {
            response.silence = 0.0;
            response.chill = 0.0;
            reactions.silence = None;
        }
        if off(Mechanism::Benefits) {
            response.deterrence = 0.0;
        }
        if off(Mechanism::Adaptation) {
            response.gaming = 0.0;
            reactions.hiding = None;
        }
        if off(Mechanism::Awareness) {
            reactions.awareness = None;
        }
        if off(Mechanism::CareForOthers) {
            reactions.care = None;
        }
        society
    }

    /// The society without the deeds that nothing is made of: those that are neither requests nor posts nor violations, and that
    /// no regime of a study has a use for. What nobody looks at need not be drawn; deeds of one kind never depend on another's.
    /// Nobody plays for points that no regime gives: for what none of them has `rewarded`, fewer candidates do.
    #[must_use]
    pub fn only(mut self, used: impl Fn(Matter) -> bool, rewarded: impl Fn(Matter) -> bool) -> Self {
        let play = 1.0 + self.response.gaming;
        for (deed, conduct) in Deed::all().zip(&mut self.conduct) {
            if let Deed::Act(matter) = deed
                && !rewarded(matter)
            {
                *conduct = conduct.with_less(play);
            }
            if let Deed::Act(matter) = deed
                && !used(matter)
                && stance(matter).is_none()
                && !deed.is_violation()
            {
                *conduct = Conduct::never();
            }
        }
        self
    }
}
