//! Attribution: where a lost point, an entry or a sanction really comes from.
//!
//! Truth knows what the institution cannot: whether an entry speaks of the person's own deed. A person's
//! points lost to each kind of error are kept in a side table of the neighbourhood, in counters that stop at
//! 255, count what a wall of the scale let through, and shrink with the score where it forgets; totals over
//! everybody are exact, before any wall, and kept elsewhere. A sanction that true deeds would have brought,
//! by the deserved score or a due listing, is one for an own deed. A wrong sanction by tier is put down to
//! the error that took most; with none, to [`Origin::Mixed`]; one by the list alone to the origin of the
//! listing, and to [`Origin::Mixed`] where an own order is on record and due no more.
//!
//! A wrong sanction lies in the first [`Layer`] whose errors, taken back together with those of the layers
//! before it, would end it. So the layers are nested: whoever is in one is counted in all that follow.

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

    /// The layer of the errors to which it belongs; `None` for one's own deeds.
    pub const fn layer(self) -> Option<Layer> {
        match self {
            Self::OwnDeed => None,
            Self::WrongPerson | Self::WrongJoin | Self::Clerk => Some(Layer::Identity),
            Self::Tie => Some(Layer::Tie),
            Self::WrongInference => Some(Layer::Inference),
            Self::Mixed => Some(Layer::Whole),
        }
    }

    /// Whether somebody else's deed is behind it.
    pub const fn is_another_s(self) -> bool {
        matches!(self, Self::WrongPerson | Self::WrongJoin | Self::Tie)
    }
}

demerit_kernel::named! {
    /// How much has to be taken back until a wrong sanction ends; each holds all that come before it.
    Layer {
        /// What is about another person, or has nothing behind it: a mistaken person, a file joined by error,
        /// a clerk's error, a false alarm.
        Identity = "identity",
        /// Points that came along a tie too: somebody else's deed.
        Tie = "tie",
        /// Own deeds too, where the rule reads a trait into them that is not there.
        Inference = "inference",
        /// All by which record and true deeds differ: good deeds that nobody wrote down too, caps and walls
        /// of the scale that worked otherwise, a review that comes late.
        Whole = "whole",
    }
}

impl Layer {
    /// The layer of a wrong sanction of somebody who lost these points to errors; by a listing of this
    /// origin, where there is one, and by a tier, where `by_tier` says so.
    ///
    /// `sanctions_with` says whether the score would be in a sanctioning tier with so many points more. It is
    /// asked only where a layer took points: what a late review leaves in place is not put down to an error.
    pub fn of(
        losses: &Losses,
        listing: Option<Origin>,
        by_tier: bool,
        sanctions_with: impl Fn(i16) -> bool,
    ) -> Self {
        let within = |layer: Self, origin: Origin| origin.layer().is_some_and(|one| one <= layer);
        let ends = |layer: &Self| {
            let errors = losses.iter().zip(Origin::ERRORS).filter(|one| within(*layer, one.1));
            let back: i16 = errors.map(|one| i16::from(*one.0)).sum();
            let tier_ends = !by_tier || (back > 0 && !sanctions_with(back));
            tier_ends && listing.is_none_or(|origin| within(*layer, origin))
        };
        [Self::Identity, Self::Tie, Self::Inference].into_iter().find(ends).unwrap_or(Self::Whole)
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

    /// A tier below 100 sanctions; `score` is what is left of it.
    fn layer(losses: Losses, listing: Option<Origin>, score: i16) -> Layer {
        Layer::of(&losses, listing, score < 100, |back| score + back < 100)
    }

    #[test]
    fn each_error_has_the_layer_that_ends_what_it_brought() {
        let ten = |origin: Origin| {
            let mut losses = Losses::default();
            losses[Origin::ERRORS.iter().position(|one| *one == origin).unwrap()] = 10;
            losses
        };
        for origin in Origin::ERRORS {
            // By a tier that ten points more would end, by the list, and by both.
            let own = origin.layer().unwrap();
            assert_eq!(layer(ten(origin), None, 95), own);
            assert_eq!(layer(Losses::default(), Some(origin), 100), own);
            assert_eq!(layer(ten(origin), Some(origin), 95), own);
            assert_eq!(layer(ten(origin), None, 85), Layer::Whole, "ten points are not enough");
            assert_eq!(layer(ten(origin), Some(Origin::Mixed), 95), Layer::Whole, "a listing stays");
        }
        // A join took what ties alone do not explain.
        assert_eq!(layer([0, 0, 10, 0, 10], None, 85), Layer::Tie);
        assert_eq!(layer([10, 0, 10, 0, 10], None, 75), Layer::Inference);
        assert_eq!(layer([0; 5], None, 99), Layer::Whole, "nothing is known to have been taken");
        // Both the tier and the list have to end.
        assert_eq!(layer(ten(Origin::Clerk), Some(Origin::WrongInference), 95), Layer::Inference);
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
        fn a_layer_ends_a_sanction_and_the_one_before_does_not(
            losses in proptest::array::uniform5(proptest::num::u8::ANY),
            listing in proptest::option::of(0..Origin::COUNT),
            score in -300i16..200,
        ) {
            let listing = listing.map(|number| Origin::ALL[number]).filter(|one| *one != Origin::OwnDeed);
            proptest::prop_assume!(listing.is_some() || score < 100);
            let stays = |within: Layer| {
                let back = Origin::ERRORS.iter().zip(losses).filter(|one| one.0.layer() <= Some(within));
                let after = score + back.map(|one| i16::from(one.1)).sum::<i16>();
                // What no error took stays, as the tier has it.
                let tier = score < 100 && after < 100;
                tier || listing.is_some_and(|one| one.layer() > Some(within))
            };
            let found = layer(losses, listing, score);
            for one in [Layer::Identity, Layer::Tie, Layer::Inference] {
                proptest::prop_assert_eq!(stays(one), one < found, "{} at {}", found, one);
            }
        }

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
