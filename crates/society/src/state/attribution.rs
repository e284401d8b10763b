//! Attribution: where a lost point, an entry or a sanction really comes from.
//!
//! Truth knows what the institution cannot: whether an entry speaks of the person's own deed. A person's
//! points lost to each kind of error are kept in a side table of the neighbourhood, in counters that stop at
//! 255, count what a wall of the scale let through, and shrink with the score where it forgets; totals over
//! everybody are exact, before any wall, and kept elsewhere. A sanction that true deeds would have brought,
//! by the deserved score or a due listing, is one for an own deed. A wrong sanction by tier is put down to
//! the error that took most; with none, to [`Origin::Mixed`]; one by the list alone to the origin of the
//! listing, and to [`Origin::Mixed`] where an own order is on record and due no more.

use demerit_kernel::{Mask, Sparse, side_tables};

demerit_kernel::stream! {
    /// The discretion of officers.
    pub OFFICER = 9;
}

demerit_kernel::named! {
    /// Where a lost point, an entry or a sanction comes from; of equal counters the first in this order
    /// decides.
    Origin {
        /// The person did it, and was what the rule took it to show.
        OwnDeed = "own-deed",
        /// The person did it, but was not what the rule took it to show.
        WrongInference = "wrong-inference",
        /// Somebody else did it and was mistaken for the person; or nobody did.
        WrongPerson = "wrong-person",
        /// A file of somebody else was joined to the person's.
        WrongJoin = "wrong-join",
        /// A clerk's error: nothing was done.
        Clerk = "clerk",
        /// Somebody tied to the person lost points.
        Tie = "tie",
        /// No single error: true good deeds went unrecorded, or walls, caps and reviews worked otherwise on
        /// record and truth.
        Mixed = "mixed",
    }
}

impl Origin {
    /// Those that have a counter for each person.
    pub const ERRORS: [Self; 5] =
        [Self::WrongInference, Self::WrongPerson, Self::WrongJoin, Self::Clerk, Self::Tie];

    /// Whether somebody else's deed is behind it.
    pub const fn is_another_s(self) -> bool {
        matches!(self, Self::WrongPerson | Self::WrongJoin | Self::Tie)
    }
}

/// Points lost to each kind of error, in the order of [`Origin::ERRORS`], in points, at most 255 each.
pub type Losses = [u8; 5];

/// All points that errors took, in points.
pub fn lost_to_errors(losses: &Losses) -> i16 {
    losses.iter().map(|&lost| i16::from(lost)).sum()
}

/// The origin of a wrong sanction: the error that took most.
pub fn origin_of(losses: &Losses) -> Origin {
    let mut most = (0, Origin::Mixed);
    for (&lost, origin) in losses.iter().zip(Origin::ERRORS) {
        if lost > most.0 {
            most = (lost, origin);
        }
    }
    most.1
}

/// The points lost to errors in a neighbourhood: for each error, a byte for each lane that lost any.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LossTable([Sparse; 5]);

side_tables!(LossTable { 0 });

impl LossTable {
    /// What a lane lost.
    pub fn of(&self, lane: usize) -> Losses {
        std::array::from_fn(|error| self.0[error][lane])
    }

    /// Counts `points` (a gain counts nothing) as lost by a lane to `origin`, which counts only if it is an
    /// error.
    pub fn count(&mut self, lane: usize, origin: Origin, points: i16) {
        if let Some(table) = self.of_error(origin)
            && points < 0
        {
            table.add(lane as u16, points.unsigned_abs().min(255) as u8);
        }
    }

    /// Counts `points` of what a lane lost to `origin` as given back.
    pub fn give_back(&mut self, lane: usize, origin: Origin, points: u16) {
        if let Some(table) = self.of_error(origin) {
            table.alter(lane as u16, |lost| lost.saturating_sub(points.min(255) as u8));
        }
    }

    fn of_error(&mut self, origin: Origin) -> Option<&mut Sparse> {
        Origin::ERRORS.iter().position(|one| *one == origin).map(|error| &mut self.0[error])
    }

    /// Lets the counters of these lanes become what `left` says, which is no more than they were.
    pub fn fade(&mut self, lanes: &Mask, left: impl Fn(u8) -> u8) {
        self.0.iter_mut().for_each(|one| one.change_among(lanes, &left));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_kernel::SideTable;

    #[test]
    fn a_fall_has_the_origin_that_took_most_points() {
        let mut table = LossTable::default();
        table.count(7, Origin::Tie, -10);
        table.count(7, Origin::WrongPerson, -10);
        assert_eq!(origin_of(&table.of(7)), Origin::WrongPerson, "the first of equals");
        table.count(7, Origin::Tie, -1);
        assert_eq!(origin_of(&table.of(7)), Origin::Tie);
        assert_eq!(lost_to_errors(&table.of(7)), 21);
        assert_eq!((table.of(6), table.of(8)), ([0; 5], [0; 5]));
    }

    #[test]
    fn gains_own_deeds_and_nothing_leave_no_trace() {
        let mut table = LossTable::default();
        table.count(7, Origin::Clerk, 30);
        table.count(7, Origin::OwnDeed, -30);
        table.count(7, Origin::Mixed, -30);
        assert_eq!(table, LossTable::default());
        assert_eq!(origin_of(&table.of(7)), Origin::Mixed);
    }

    #[test]
    fn a_table_keeps_only_those_who_lost() {
        let mut table = LossTable::default();
        table.count(1023, Origin::Tie, -4);
        table.count(2, Origin::Clerk, -6);
        table.count(0, Origin::WrongInference, -6);
        assert_eq!((table.of(1023), table.of(2)), ([0, 0, 0, 0, 4], [0, 0, 0, 6, 0]));
        table.fade(&Mask::from_iter([0, 5, 1023]), |lost| lost / 5);
        assert_eq!(
            (table.of(1023), table.of(2), table.of(0)),
            ([0; 5], [0, 0, 0, 6, 0], [1, 0, 0, 0, 0]),
            "only theirs"
        );
        table.fade(&Mask::from_iter([2]), |lost| lost / 5);
        assert_eq!((table.of(1023), table.of(2), table.of(0)), ([0; 5], [0, 0, 0, 1, 0], [1, 0, 0, 0, 0]));
        table.clear(2);
        table.clear(0);
        assert_eq!(table, LossTable::default());
    }

    #[test]
    fn a_counter_stops_at_its_end() {
        let mut table = LossTable::default();
        table.count(1, Origin::Clerk, -200);
        table.count(1, Origin::Clerk, -30_000);
        assert_eq!(table.of(1), [0, 0, 0, 255, 0]);
    }

    proptest::proptest! {
        #[test]
        fn a_table_counts_as_an_array_does(losses in proptest::collection::vec((0usize..1024, 1usize..3, 1i16..300), 0..2500)) {
            let mut table = LossTable::default();
            let mut array = vec![[0u8; 5]; 1024];
            for (lane, error, points) in losses {
                table.count(lane, Origin::ALL[error], -points);
                let counter = &mut array[lane][error - 1];
                *counter = counter.saturating_add(points.min(255) as u8);
            }
            let cleared = 500;
            table.clear(cleared);
            array[usize::from(cleared)] = [0; 5];
            table.fade(&Mask::FULL, |lost| lost / 2);
            array.as_flattened_mut().iter_mut().for_each(|lost| *lost /= 2);
            for (lane, lost) in array.iter().enumerate() {
                proptest::prop_assert_eq!(&table.of(lane), lost);
            }
        }
    }
}
