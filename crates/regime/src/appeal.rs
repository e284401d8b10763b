//! Appeals: an office with a queue, which answers some and leaves others.
//!
//! Model: in each neighbourhood an office takes up at most `capacity` appeals a tick, the oldest first: with
//! k = capacity × persons/1,000, in tick t as many as ⌊(t + 1)k⌋ − ⌊tk⌋. Of those taken up, a share `silence`
//! is never answered. Of those answered, an appeal against a sanction that the person's true deeds would not
//! have brought is upheld with chance `upheld_wrong`, any other with chance `upheld_right`; these two chances
//! are what the office makes of the file: it does not see the truth. Where the person bears the burden of
//! proof, somebody wronged has to show what was not done, which they can with chance `proves`; so they are
//! upheld with chance `upheld_wrong` × `proves`. An appeal that has waited for `within` ticks is taken up
//! whatever the capacity. What is upheld gives back the points that the errors took (all that is counted of
//! them, and to the wronged at least up to the deserved score), sets the counts to 0 and the tier by the new
//! score, and ends a listing that is not due. An appeal whose sanction is over when it is taken up lapses,
//! and has used its share of the capacity. In a steady queue, waiting = arrivals × delay (Little).
//!
//! Symbols: capacity in appeals per 1,000 persons and tick; within in ticks; the rest 0 to 1.
//! Source: silence as told in the report; shares of suits won and petitions granted from the facts.

use crate::Provenance;
use demerit_kernel::{Chance, Tick, named};

named! {
    /// Who has to prove the case.
    Burden {
        /// The office: it has to show that the sanction was right.
        Office = "office",
        /// The person: they have to show that it was wrong.
        Person = "person",
    }
}

/// How a regime treats appeals.
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct Appeals {
    /// Appeals taken up in a tick, for each 1,000 persons, in thousandths.
    pub capacity_milli: u32,
    /// Share of the appeals taken up that is never answered.
    pub silence: Chance,
    /// Ticks after which an appeal is taken up in any case; `None`: it may wait for ever.
    pub within: Option<u32>,
    /// Who bears the burden of proof.
    pub burden: Burden,
    /// Chance that somebody wronged can prove it.
    pub proves: Chance,
    /// Chance that an answered appeal against a wrong sanction is upheld where the office bears the burden.
    pub upheld_wrong: Chance,
    /// Chance that any other answered appeal is upheld.
    pub upheld_right: Chance,
    /// Claim status and source.
    pub provenance: Provenance,
}

impl Appeals {
    /// The same where every appeal is answered within `weeks`, and silence decides none.
    pub fn answered_within(mut self, weeks: u32) -> Self {
        self.within = Some(self.within.map_or(weeks, |within| within.min(weeks)));
        self.silence = Chance::ZERO;
        self
    }

    /// Chance that an answered appeal is upheld, of somebody wronged or not.
    pub const fn upheld(&self, wrong: bool) -> Chance {
        match (wrong, self.burden) {
            (true, Burden::Office) => self.upheld_wrong,
            (true, Burden::Person) => self.upheld_wrong.times(self.proves),
            (false, _) => self.upheld_right,
        }
    }

    /// Whether an appeal has waited for as long as it may.
    pub fn is_overdue(&self, filed: Tick, now: Tick) -> bool {
        self.within.is_some_and(|within| now.0 - filed.0 >= within)
    }

    /// Appeals that an office for `persons` persons takes up at `tick`: the fraction is carried over from
    /// tick to tick.
    pub fn taken_up(&self, persons: u32, tick: Tick) -> u32 {
        let each = u64::from(self.capacity_milli) * u64::from(persons);
        let by = |ticks: u64| ticks * each / 1_000_000;
        (by(u64::from(tick.0) + 1) - by(u64::from(tick.0))) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Claim;

    fn office(capacity_milli: u32) -> Appeals {
        let provenance = Provenance { claim: Claim::Reported, source: "a test".into() };
        Appeals {
            capacity_milli,
            silence: Chance::ZERO,
            within: None,
            burden: Burden::Office,
            proves: Chance::from_share(0.25),
            upheld_wrong: Chance::ONE,
            upheld_right: Chance::ZERO,
            provenance,
        }
    }

    #[test]
    fn half_an_appeal_a_tick_is_one_every_second_tick() {
        let half = office(500);
        let taken: Vec<u32> = (0..6).map(|tick| half.taken_up(1000, Tick(tick))).collect();
        assert_eq!(taken, [0, 1, 0, 1, 0, 1]);
    }

    #[test]
    fn what_is_taken_up_grows_with_persons_and_ticks() {
        // 2.5 for each 1,000 and tick: 0.64 a tick for 256 persons, 64 in a hundred ticks.
        let office = office(2500);
        assert_eq!((0..100).map(|tick| office.taken_up(256, Tick(tick))).sum::<u32>(), 64);
        assert_eq!(office.taken_up(4000, Tick(u32::MAX - 1)), 10);
        assert_eq!(office.taken_up(0, Tick(3)), 0);
    }

    #[test]
    fn the_burden_of_proof_weighs_on_the_wronged_alone() {
        let on_office = Appeals { upheld_right: Chance::from_share(0.125), ..office(1) };
        let on_person = Appeals { burden: Burden::Person, ..on_office.clone() };
        assert_eq!((on_office.upheld(true), on_person.upheld(true)), (Chance::ONE, Chance::from_share(0.25)));
        assert_eq!(on_office.upheld(false), on_person.upheld(false));
    }

    #[test]
    fn an_appeal_is_overdue_after_its_time() {
        assert!(!office(0).is_overdue(Tick(0), Tick(10_000)), "without a time none is");
        let in_time = Appeals { within: Some(4), ..office(0) };
        assert!(!in_time.is_overdue(Tick(7), Tick(10)) && in_time.is_overdue(Tick(7), Tick(11)));
    }

    #[test]
    fn no_capacity_no_answer() {
        assert_eq!((0..100).map(|tick| office(0).taken_up(1024, Tick(tick))).sum::<u32>(), 0);
    }
}
