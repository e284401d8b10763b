//! Switches: a society as it is with some mechanisms off and some safeguards in force.
//!
//! Model: what belongs to people and to watching is changed here, once, before anything runs; persons,
//! cities, households, ties and luck stay what they are, so that worlds with different switches are twins.
//! What a part is without a mechanism, or under a safeguard, stands in the part's own file. What belongs to
//! the institution is switched in the regime.

use crate::watching::office_file::Facts;
use crate::{ADULT, Conduct, Correction, Deed, OfficeFile, Society, Stance};
use demerit_kernel::{LANES, Tick};
use demerit_regime::{
    ErrorSource, ErrorSources, Indicator, Matter, Mechanism, Mechanisms, Safeguard, Safeguards,
};

/// Puts a safeguard in force.
type Guard = fn(&mut Society, &Safeguards);

/// What a society is under a safeguard.
const GUARDED: &[(Safeguard, Guard)] = &[
    (Safeguard::MatchThreshold, |society, figures| {
        let divides = figures.threshold_divides;
        for watch in society.watching.iter_mut().filter(|watch| watch.recognises_faces()) {
            watch.with_threshold(divides, figures.threshold_misses);
        }
        let cities = society.cities.all();
        society.recognition = society.recognition.take().map(|one| one.with_threshold(divides, cities));
    }),
    (Safeguard::Notice, |society, _| {
        society.remedies.filing = society.remedies.filing.take().map(|filing| filing.with_notice());
    }),
    (Safeguard::CorrectionsReachAll, |society, _| {
        society.remedies.correction = society.remedies.correction.map(Correction::reaching_all);
    }),
];

impl Society {
    /// Takes a mechanism away.
    fn without(&mut self, off: Mechanism) {
        self.watching.iter_mut().for_each(|watch| watch.without(off));
        self.response.without(off);
        self.consequences.without(off);
        self.reactions.without(off);
        match off {
            Mechanism::Identification => self.recognition = None,
            Mechanism::JoinedFiles => {
                self.office_file = self.office_file.map(OfficeFile::without_mix_ups);
                self.remedies.correction = self.remedies.correction.map(Correction::reaching_all);
            }
            // Where everything is seen there is nothing for attention to move.
            Mechanism::Observation | Mechanism::Attention => self.attention = None,
            Mechanism::Safeguards => self.safeguards = Safeguards::default(),
            _ => {}
        }
    }

    /// The society with these mechanisms and safeguards.
    pub fn switched(&self, mechanisms: Mechanisms, safeguards: &Safeguards) -> Self {
        let mut society = self.clone();
        society.mechanisms = mechanisms;
        society.safeguards = *safeguards;
        mechanisms.off().for_each(|off| society.without(off));
        let in_force = society.safeguards;
        for (_, guard) in GUARDED.iter().filter(|one| in_force.on(one.0)) {
            guard(&mut society, &in_force);
        }
        society
    }

    /// The society without the errors of some sources; its channels stay.
    pub fn freed_of(mut self, errors: ErrorSources) -> Self {
        for off in errors.off() {
            match off {
                ErrorSource::WrongPerson => self.without(Mechanism::Identification),
                ErrorSource::WrongJoin => self.without(Mechanism::JoinedFiles),
                ErrorSource::Clerk => self.without(Mechanism::ClerkErrors),
                ErrorSource::UnevenAttention => {
                    self.attention = None;
                    let cities = self.cities.all();
                    self.recognition = self.recognition.as_ref().map(|one| one.even(cities));
                }
                // These belong to the regime.
                ErrorSource::WrongInference | ErrorSource::Tie => {}
            }
        }
        self
    }

    /// The share of adults at the start of whom an office's file shows each indicator, in a sample; nobody
    /// has a past yet.
    pub fn shown_of_adults(&self) -> [f64; Indicator::COUNT] {
        let (mut adults, mut shown) = (0.0, [0.0; Indicator::COUNT]);
        let office = self.office_file.unwrap_or_default();
        self.each_of_a_sample(|number, born| {
            let place = self.pattern(number / LANES)[(number % LANES) as usize];
            let person = self.person(number, born, self.habits_of(number, place, born));
            if person.age(Tick(0)) < ADULT {
                return;
            }
            let facts = Facts {
                person,
                fifth: person.income_fifth(),
                alone: place.size == 1,
                rural: !self.city(number / LANES).is_urban(number),
            };
            let file = office.shows(&self.draws, &facts, false, Tick(0));
            adults += 1.0;
            Indicator::ALL
                .iter()
                .zip(&mut shown)
                .for_each(|(one, sum)| *sum += f64::from(u8::from(file.shows(*one))));
        });
        shown.map(|sum| sum / f64::max(adults, 1.0))
    }

    /// The society without the deeds that nothing is made of: those that are neither requests nor posts nor
    /// violations, and that no regime of a study has a use for. What nobody looks at need not be drawn; deeds
    /// of one kind never depend on another's. Nobody plays for points that no regime gives: for what none of
    /// them has `rewarded`, fewer candidates do.
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
                && Stance::of(matter).is_none()
                && !deed.is_violation()
            {
                *conduct = Conduct::never();
            }
        }
        self
    }
}
