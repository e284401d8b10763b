//! Dues: what few persons of a neighbourhood have open with an institution at a time.
//!
//! Model: listings and appeals; points on their way back after a loss; incomes that were not declared in the last year, which a check may find. Each is a list of lanes that keeps its room. Symbols: points in points, times in ticks.
//! Source(s): our assumption. Leaves out: more than one undeclared income for each lane and tick.

use crate::state::attribution::Origin;
use crate::state::rare::Empty;
use demerit_kernel::{Digest, Tick};
use demerit_regime::regained;

/// A listing, by the record or by truth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listing {
    /// Whose.
    pub lane: u16,
    /// Whether it is on record; `false`: it is only due by truth.
    pub on_record: bool,
    /// Tick at which it ends by itself.
    pub until: u32,
}

/// An appeal that waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appeal {
    /// Whose.
    pub lane: u16,
    /// Tick of filing.
    pub filed: u32,
}

/// Points on their way back to whoever lost them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Regain {
    /// Whose.
    pub lane: u16,
    /// Whether they were lost on record; `false`: by the deserved score.
    pub on_record: bool,
    /// By what they were lost.
    pub origin: Origin,
    /// Points lost.
    pub loss: u16,
    /// Ticks until all of them are back.
    pub whole: u16,
    /// When they were lost.
    pub since: Tick,
}

impl Regain {
    /// Points that come back at `tick`.
    #[must_use]
    pub fn at(&self, tick: Tick) -> u16 {
        let (passed, whole) = (tick.0.saturating_sub(self.since.0), u32::from(self.whole));
        regained(self.loss, passed, whole) - regained(self.loss, passed.saturating_sub(1), whole)
    }

    /// Whether all of them are back by `tick`.
    #[must_use]
    pub fn is_over(&self, tick: Tick) -> bool {
        tick.0.saturating_sub(self.since.0) >= u32::from(self.whole)
    }
}

/// What is open in a neighbourhood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dues {
    /// Points on their way back.
    pub regain: Vec<Regain>,
    /// Incomes that were not declared: whose, and when.
    pub undeclared: Vec<(u16, Tick)>,
}

impl Empty for Dues {
    const EMPTY: &'static Self = &Self { regain: Vec::new(), undeclared: Vec::new() };
}

impl Dues {
    /// Stops what errors took on record from coming back to a lane: it has been given back at once.
    pub fn forgive(&mut self, lane: u16) {
        self.regain.retain(|one| one.lane != lane || !one.on_record || one.origin == Origin::OwnDeed);
    }

    /// Takes out whatever a lane's standing under a regime is about.
    pub fn clear_standing(&mut self, lane: u16) {
        self.regain.retain(|one| one.lane != lane);
    }

    /// Takes out whatever anybody's standing under a regime is about.
    pub fn clear_all_standing(&mut self) {
        self.regain.clear();
    }

    /// Takes out whatever is about a lane.
    pub fn clear(&mut self, lane: u16) {
        self.clear_standing(lane);
        self.undeclared.retain(|one| one.0 != lane);
    }

    /// Bytes that it holds beside its own.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.regain.capacity() * size_of::<Regain>() + self.undeclared.capacity() * size_of::<(u16, Tick)>()
    }

    /// Adds it to a digest.
    pub fn digest(&self, digest: &mut Digest) {
        digest.u32(self.regain.len() as u32);
        for one in &self.regain {
            digest.u32(u32::from(one.lane) << 4 | u32::from(one.on_record) << 3 | one.origin as u32);
            digest.u32(u32::from(one.loss) << 16 | u32::from(one.whole));
            digest.u32(one.since.0);
        }
        digest.u32(self.undeclared.len() as u32);
        for (lane, tick) in &self.undeclared {
            digest.u32(u32::from(*lane));
            digest.u32(tick.0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seventy_points_are_back_after_nine_months_and_not_before() {
        let one =
            Regain { lane: 3, on_record: true, origin: Origin::OwnDeed, loss: 70, whole: 39, since: Tick(5) };
        let back: Vec<u16> = (5..60).map(|tick| one.at(Tick(tick))).collect();
        assert_eq!(back.iter().sum::<u16>(), 70);
        assert_eq!(back[0], 0);
        assert!(back[1..=39].iter().all(|&points| points == 1 || points == 2) && back[40..] == [0; 15]);
        assert!(!one.is_over(Tick(43)) && one.is_over(Tick(44)));
    }

    #[test]
    fn what_an_appeal_gave_back_does_not_come_back_again() {
        let one =
            |on_record, origin| Regain { lane: 1, on_record, origin, loss: 9, whole: 9, since: Tick(0) };
        let regain = vec![one(true, Origin::Clerk), one(true, Origin::OwnDeed), one(false, Origin::OwnDeed)];
        let mut dues = Dues { regain, ..Dues::default() };
        dues.forgive(1);
        assert_eq!(dues.regain, [one(true, Origin::OwnDeed), one(false, Origin::OwnDeed)]);
    }
}
