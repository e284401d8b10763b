//! 5. Gate: requests are met, refused, or met with a privilege.

use crate::week::Week;
use demerit_kernel::Points;
use demerit_regime::{Answer, Matter, Request};
use demerit_society::consequences::home_town::SLOW_TRAIN;
use demerit_society::{ADULT, CAUSES, Deed, SCHOOL};

impl Week<'_> {
    pub(crate) fn gate(&mut self) {
        for at in 0..self.count() {
            for deed in self.befell[at].did.clone() {
                match deed {
                    Deed::Ask(request) => self.asks(at, request),
                    Deed::Act(_) if deed.is_violation() => {
                        let trusted =
                            self.regime.gates.iter().any(|gate| gate.grants.contains(self.one(at).tier));
                        self.tally.violations_trusted += u64::from(trusted && self.enrolled(at));
                    }
                    Deed::Act(_) => {}
                }
            }
        }
    }

    /// What the gate of a request answers to the standing, within the limits of purpose.
    pub(crate) fn answer(&self, at: usize, request: Request) -> Answer {
        let one = self.one(at);
        let Some(gate) = self.regime.gates.iter().find(|gate| gate.request == request) else {
            return Answer::Met;
        };
        let answer = gate.answer(one.tier, one.listed.is_some());
        let fits = match answer {
            Answer::Met | Answer::Privileged => true,
            Answer::RefusedForTier => one.cause.is_some_and(|matter| matter.domain() == gate.domain),
            Answer::RefusedForList => gate.domain == self.listed_for().domain(),
        };
        if self.regime.purpose_limits && !fits { Answer::Met } else { answer }
    }

    /// The matter that leads onto the list.
    pub(crate) fn listed_for(&self) -> Matter {
        self.regime.list_matter.unwrap_or(Matter::UnpaidOrder)
    }

    /// For those without a score only the list counts.
    fn unless_unscored(&self, at: usize, answer: Answer) -> Answer {
        let by_score = matches!(answer, Answer::RefusedForTier | Answer::Privileged);
        if by_score && !self.enrolled(at) { Answer::Met } else { answer }
    }

    fn asks(&mut self, at: usize, request: Request) {
        let regime = self.regime;
        let number = request.index();
        self.tally.requests[number] += 1;
        let Some(gate) = regime.gates.iter().find(|gate| gate.request == request) else { return };
        if self.one(at).away {
            return;
        }
        let fifth = usize::from(self.income_fifth(at));
        let answer = self.unless_unscored(at, self.answer(at, request));
        let deserved = regime.tiers.of(Points(self.one(at).deserved));
        let due = self.unless_unscored(at, gate.answer(deserved, self.one(at).due.is_some()));
        let deserves = matches!(due, Answer::RefusedForTier | Answer::RefusedForList);
        if matches!(answer, Answer::Met | Answer::Privileged) && deserves {
            self.tally.met_wrongly[number] += 1;
        }
        let cause = match answer {
            Answer::Met => return,
            Answer::Privileged => {
                self.tally.privileged[number] += 1;
                self.tally.privileged_by_income[number][fifth] += 1;
                self.schooled(at, request, 1);
                return;
            }
            Answer::RefusedForList => self.listed_for().domain().index(),
            Answer::RefusedForTier => self.one(at).cause.map_or(CAUSES - 1, |matter| matter.domain().index()),
        };
        let rural = !self.city.is_urban(self.number(at));
        self.tally.refused[number][cause] += 1;
        self.tally.refused_listed += u64::from(answer == Answer::RefusedForList);
        self.tally.refused_by_income[number][fifth] += 1;
        self.tally.refused_rural[number] += u64::from(rural);
        self.tally.refused_wrongly[number] += u64::from(!deserves);
        if let Some(hardship) = &self.society.consequences.hardship {
            let lost = hardship.after(self.one(at).hardship, hardship.refused[number]);
            self.one_mut(at).hardship = lost;
        }
        self.schooled(at, request, -1);
        if let Some(home_town) = self.society.consequences.home_town
            && matches!(request, Request::RailTrip | Request::AirTrip)
        {
            let slow = home_town.slow.hits(self.word(SLOW_TRAIN, at, request as u32));
            self.tally.trips_lost += u64::from(self.has_no_room(at) || !slow);
        }
    }

    /// What a place at a better school, refused or got before others, does to the pupils of a household.
    fn schooled(&mut self, at: usize, request: Request, step: i8) {
        let figures = self.society.consequences.upbringing.filter(|figures| figures.standing);
        let Some(figures) = figures.filter(|_| request == Request::SchoolPlace) else { return };
        for other in self.household(at) {
            if (SCHOOL..ADULT).contains(&self.age(other)) {
                let mut childhood = self.childhood(other);
                childhood.schooling = (childhood.schooling + step).clamp(-figures.most, figures.most);
                self.one_mut(other).childhood = Some(childhood);
            }
        }
    }
}
