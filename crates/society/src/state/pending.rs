//! Pending: what few persons of a neighbourhood have open with an institution at a time.
//!
//! Model: listings and appeals; points on their way back after a loss; incomes that were not declared in the
//! last year, which a check may find. Each is a list of lanes that keeps its room. Symbols: points in points,
//! times in ticks. Source(s): our assumption. Leaves out: more than one undeclared income for each lane and
//! tick.

use crate::Origin;
use crate::state::rare::Empty;
use demerit_kernel::{LaneRows, Tick, of_lane, saved, side_tables};
use demerit_regime::regained;

demerit_kernel::stream! {
    /// Entry into and repair of listings.
    pub LISTING = 10;
}

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

saved!(Listing { lane, on_record, until });

of_lane!(Listing, one => [u32::from(one.lane) << 1 | u32::from(one.on_record), one.until]);

/// An appeal that waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appeal {
    /// Whose.
    pub lane: u16,
    /// Tick of filing.
    pub filed: u32,
}

saved!(Appeal { lane, filed });

of_lane!(Appeal, one => [u32::from(one.lane), one.filed]);

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

saved!(Regain { lane, on_record, origin, loss, whole, since });

of_lane!(Regain, one => [
    u32::from(one.lane) << 4 | u32::from(one.on_record) << 3 | one.origin as u32,
    u32::from(one.loss) << 16 | u32::from(one.whole),
    one.since.0
]);

impl Regain {
    /// Points that come back at `tick`.
    pub fn at(&self, tick: Tick) -> u16 {
        let (passed, whole) = (tick.0.saturating_sub(self.since.0), u32::from(self.whole));
        regained(self.loss, passed, whole) - regained(self.loss, passed.saturating_sub(1), whole)
    }

    /// Whether all of them are back by `tick`.
    pub fn is_over(&self, tick: Tick) -> bool {
        tick.0.saturating_sub(self.since.0) >= u32::from(self.whole)
    }
}

/// An income that was not declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Undeclared {
    /// Whose.
    pub lane: u16,
    /// When.
    pub tick: Tick,
}

saved!(Undeclared { lane, tick });

of_lane!(Undeclared, one => [u32::from(one.lane), one.tick.0]);

/// What is open in a neighbourhood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pending {
    /// Points on their way back.
    pub regain: LaneRows<Regain>,
    /// Incomes that were not declared.
    pub undeclared: LaneRows<Undeclared>,
}

side_tables!(Pending { regain, undeclared });

impl Empty for Pending {
    const EMPTY: &'static Self = &Self { regain: LaneRows::EMPTY, undeclared: LaneRows::EMPTY };
}

impl Pending {
    /// Stops what errors took on record from coming back to a lane: it has been given back at once.
    pub fn forgive(&mut self, lane: u16) {
        self.regain.retain(|one| one.lane != lane || !one.on_record || one.origin == Origin::OwnDeed);
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
        let mut pending = Pending::default();
        pending.regain.extend([
            one(true, Origin::Clerk),
            one(true, Origin::OwnDeed),
            one(false, Origin::OwnDeed),
        ]);
        pending.forgive(1);
        assert_eq!(*pending.regain, [one(true, Origin::OwnDeed), one(false, Origin::OwnDeed)]);
    }
}
