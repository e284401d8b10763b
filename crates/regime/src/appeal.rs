//! Appeals: an office with a queue, which answers some and leaves others.
//!
//! Model: in each neighbourhood an office takes up at most `capacity` appeals a tick, the oldest first. Of those taken up,
//! a share `silence` is never answered. Of those answered, an appeal against a sanction that the person's true deeds would
//! not have brought is upheld with chance `upheld_wrong`, any other with chance `upheld_right`; these two chances are the
//! burden of proof, as an outcome: the office sees the file, not the truth. What is upheld gives back the points that
//! the errors took (to the wronged, at least up to the deserved score) and ends a wrong listing. An appeal whose sanction is
//! over when it is taken up lapses. In a steady queue, waiting = arrivals × delay (Little).
//!
//! Symbols: capacity in appeals per 1,000 persons and tick; the rest 0 to 1.
//! Source: silence as told in the report; shares of suits won and petitions granted from the facts.

use crate::Grounds;
use demerit_kernel::{Chance, Tick};

/// How a regime treats appeals.
#[derive(Clone, Debug, PartialEq)]
pub struct Appeals {
    /// Appeals taken up in a tick, for each 1,000 persons, in thousandths.
    pub capacity_milli: u32,
    /// Share of the appeals taken up that is never answered.
    pub silence: Chance,
    /// Chance that an answered appeal against a wrong sanction is upheld.
    pub upheld_wrong: Chance,
    /// Chance that any other answered appeal is upheld.
    pub upheld_right: Chance,
    /// Claim status and source.
    pub grounds: Grounds,
}

impl Appeals {
    /// Appeals that an office for `persons` persons takes up at `tick`: the fraction is carried over from tick to tick.
    #[must_use]
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
        let grounds = Grounds { claim: Claim::Reported, source: "a test".into() };
        Appeals {
            capacity_milli,
            silence: Chance::ZERO,
            upheld_wrong: Chance::ONE,
            upheld_right: Chance::ZERO,
            grounds,
        }
    }

    #[test]
    fn half_an_appeal_a_tick_is_one_every_second_tick() {
        let half = office(500);
        let taken: Vec<u32> = (0..6).map(|tick| half.taken_up(1000, Tick(tick))).collect();
        assert_eq!(taken, [0, 1, 0, 1, 0, 1]);
    }

    #[test]
    fn no_capacity_no_answer() {
        assert_eq!((0..100).map(|tick| office(0).taken_up(1024, Tick(tick))).sum::<u32>(), 0);
    }
}
