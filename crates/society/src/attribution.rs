//! Attribution: where a lost point, an entry or a sanction really comes from.
//!
//! Truth knows what the institution cannot: whether an entry speaks of the person's own deed. A person's points lost to
//! each kind of error are kept in five counters of a byte, in points, which stop at 255, in a side table of the neighbourhood, since
//! most people never lose any; totals over everybody are exact and kept elsewhere. A wrong sanction is put down to the origin that took most; with none, to [`Origin::Mixed`].

use demerit_kernel::Digest;

/// Where a lost point, an entry or a sanction comes from; of equal counters the first in this order decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Origin {
    /// The person did it, and was what the rule took it to show.
    OwnDeed = 0,
    /// The person did it, but was not what the rule took it to show.
    WrongInference = 1,
    /// Somebody else did it and was mistaken for the person; or nobody did.
    WrongPerson = 2,
    /// A file of somebody else was joined to the person's.
    WrongJoin = 3,
    /// A clerk's error: nothing was done.
    Clerk = 4,
    /// Somebody tied to the person lost points.
    Tie = 5,
    /// No single error: true good deeds went unrecorded, or walls, caps and reviews worked otherwise on record and truth.
    Mixed = 6,
}

impl Origin {
    /// All origins.
    pub const ALL: [Self; 7] = [
        Self::OwnDeed,
        Self::WrongInference,
        Self::WrongPerson,
        Self::WrongJoin,
        Self::Clerk,
        Self::Tie,
        Self::Mixed,
    ];
    /// How many there are.
    pub const COUNT: usize = 7;
    /// Those that have a counter for each person.
    pub const ERRORS: [Self; 5] =
        [Self::WrongInference, Self::WrongPerson, Self::WrongJoin, Self::Clerk, Self::Tie];

    /// The name in tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::OwnDeed => "own-deed",
            Self::WrongInference => "wrong-inference",
            Self::WrongPerson => "wrong-person",
            Self::WrongJoin => "wrong-join",
            Self::Clerk => "clerk",
            Self::Tie => "tie",
            Self::Mixed => "mixed",
        }
    }

    /// Its place in [`Self::ALL`].
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The origin at a place in [`Self::ALL`].
    #[must_use]
    pub const fn at(index: usize) -> Self {
        Self::ALL[index]
    }

    /// Whether somebody else's deed is behind it.
    #[must_use]
    pub const fn is_another_s(self) -> bool {
        matches!(self, Self::WrongPerson | Self::WrongJoin | Self::Tie)
    }
}

/// Points lost to each kind of error, in the order of [`Origin::ERRORS`], in points, at most 255 each.
pub type Losses = [u8; 5];

/// Counts `points` (a gain counts nothing) as lost by `origin`.
#[inline]
pub fn count_loss(losses: &mut Losses, origin: Origin, points: i16) {
    if points < 0
        && let Some(counter) = (origin.index().wrapping_sub(1) < 5).then(|| &mut losses[origin.index() - 1])
    {
        *counter = counter.saturating_add(points.unsigned_abs().min(255) as u8);
    }
}

/// All points that errors took, in points.
#[must_use]
pub fn lost_to_errors(losses: &Losses) -> i16 {
    losses.iter().map(|&lost| i16::from(lost)).sum()
}

/// The origin of a wrong sanction: the error that took most.
#[must_use]
pub fn origin_of(losses: &Losses) -> Origin {
    let mut most = (0, Origin::Mixed);
    for (&lost, origin) in losses.iter().zip(Origin::ERRORS) {
        if lost > most.0 {
            most = (lost, origin);
        }
    }
    most.1
}

/// The points lost to errors in a neighbourhood, by lane in ascending order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LossTable(Vec<(u16, Losses)>);

impl LossTable {
    /// What a lane lost; nothing where it is not there.
    #[must_use]
    pub fn of(&self, lane: usize) -> Losses {
        self.place(lane).map_or([0; 5], |place| self.0[place].1)
    }

    /// Counts `points` as lost by a lane; see [`count_loss`].
    pub fn count(&mut self, lane: usize, origin: Origin, points: i16) {
        let mut losses = self.of(lane);
        count_loss(&mut losses, origin, points);
        match self.place(lane) {
            Ok(place) => self.0[place].1 = losses,
            Err(place) if losses != [0; 5] => self.0.insert(place, (lane as u16, losses)),
            Err(_) => {}
        }
    }

    /// Forgets what a lane lost.
    pub fn clear(&mut self, lane: u16) {
        if let Ok(place) = self.place(usize::from(lane)) {
            self.0.remove(place);
        }
    }

    /// Forgets what everybody lost.
    pub fn clear_all(&mut self) {
        self.0.clear();
    }

    /// Lets every counter become what `left` says; who has nothing left is taken out.
    pub fn fade(&mut self, left: impl Fn(u8) -> u8) {
        self.0.retain_mut(|(_, losses)| {
            *losses = losses.map(&left);
            *losses != [0; 5]
        });
    }

    /// Bytes that it holds.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.0.capacity() * size_of::<(u16, Losses)>()
    }

    /// Adds it to a digest.
    pub fn digest(&self, digest: &mut Digest) {
        digest.u32(self.0.len() as u32);
        for (lane, losses) in &self.0 {
            digest.u32(u32::from(*lane));
            digest.bytes(losses);
        }
    }

    fn place(&self, lane: usize) -> Result<usize, usize> {
        self.0.binary_search_by_key(&lane, |one| usize::from(one.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        let mut losses = [0; 5];
        count_loss(&mut losses, Origin::Tie, -10);
        count_loss(&mut losses, Origin::WrongPerson, -10);
        assert_eq!(origin_of(&losses), Origin::WrongPerson, "the first of equals");
        count_loss(&mut losses, Origin::Tie, -1);
        assert_eq!(origin_of(&losses), Origin::Tie);
        assert_eq!(lost_to_errors(&losses), 21);
    }

    #[test]
    fn gains_own_deeds_and_nothing_leave_no_trace() {
        let mut losses = [0; 5];
        count_loss(&mut losses, Origin::Clerk, 30);
        count_loss(&mut losses, Origin::OwnDeed, -30);
        count_loss(&mut losses, Origin::Mixed, -30);
        assert_eq!(losses, [0; 5]);
        assert_eq!(origin_of(&losses), Origin::Mixed);
    }

    #[test]
    fn a_counter_stops_at_its_end() {
        let mut losses = [0; 5];
        count_loss(&mut losses, Origin::Clerk, -300);
        count_loss(&mut losses, Origin::Clerk, -300);
        assert_eq!(losses[3], 255);
    }

    #[test]
    fn a_table_keeps_only_those_who_lost() {
        let mut table = LossTable::default();
        table.count(9, Origin::Tie, -4);
        table.count(2, Origin::Clerk, -6);
        table.count(5, Origin::OwnDeed, -6);
        assert_eq!((table.of(9), table.of(2), table.of(5)), ([0, 0, 0, 0, 4], [0, 0, 0, 6, 0], [0; 5]));
        table.fade(|lost| lost / 5);
        assert_eq!((table.of(9), table.of(2)), ([0; 5], [0, 0, 0, 1, 0]));
        table.clear(2);
        assert_eq!(table, LossTable::default());
    }
}
