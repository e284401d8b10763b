//! Partners: couples part, and whoever is alone looks for somebody new, with an eye on standing.
//!
//! Model. A couple parts with the chance of its society, times `parting` if exactly one of the two is under a
//! sanction. Whoever has parted looks for a partner at the chance of its society: up to `looks_at` others, in
//! an order drawn for the occasion, among those of the other sex in the neighbourhood who are alone too, are
//! at most `apart` years older or younger, and are not the former partner. The best standing is asked first:
//! not under a sanction before under one, then the tier. Of two of unequal standing the one who stands higher
//! agrees with chance `accepts`; equals agree. Without regard to standing the first in order agrees, and
//! nobody parts for a sanction. A society without figures of its own has `apart` 15 and no regard.
//!
//! Symbols: chances of parting and pairing per tick (see [`crate::population::life`]); years. Standing as
//! [`standing`]. Source(s): our assumption, but for the rates. Leaves out: those never coupled, the widowed,
//! moving together, love.

use crate::Flags;
use demerit_kernel::{Chance, Digest, LaneMap, Loader, Saved, Saver, SideTable, Unfit};

demerit_kernel::stream! {
    /// Partners lost and found.
    pub PARTNER = 8;
    /// Whom somebody without a partner looks at, and who accepts whom.
    pub CHOICE = 44;
}

/// How standing counts with couples.
#[derive(Clone, Copy, Debug, PartialEq)]
#[must_use]
pub struct Partners {
    /// Factor on parting if exactly one of a couple is under a sanction; at least 1.
    pub parting: f64,
    /// Others whom somebody alone looks at, at most [`MOST_LOOKS`].
    pub looks_at: u8,
    /// Chance that somebody accepts whoever stands lower.
    pub accepts: Chance,
    /// Most years between partners.
    pub apart: u32,
    /// Whether standing counts.
    pub regard: bool,
}

/// Most others whom somebody looks at.
pub const MOST_LOOKS: usize = 8;

impl Partners {
    /// Standing does not count.
    pub const PLAIN: Self =
        Self { parting: 1.0, looks_at: 5, accepts: Chance::ONE, apart: 15, regard: false };

    /// The same where standing does not count. Candidates are drawn as before.
    pub const fn without_regard(self) -> Self {
        Self { regard: false, ..self }
    }

    /// The highest chance that a couple parts, from the chance of the society.
    pub fn most_parting(&self, part: Chance) -> Chance {
        Chance::from_share((part.value() * self.parting.max(1.0)).min(1.0))
    }

    /// The chance that a couple parts of which these are under a sanction.
    pub fn parts(&self, part: Chance, one: bool, other: bool) -> Chance {
        if self.regard && one != other { self.most_parting(part) } else { part }
    }

    /// Whether two agree, from 32 even random bits.
    pub const fn agree(&self, one: u8, other: u8, word: u32) -> bool {
        !self.regard || one == other || self.accepts.hits(word)
    }
}

/// The standing that others see: the tier, and above all whether under a sanction.
pub const fn standing(flags: Flags) -> u8 {
    flags.tier() | (!flags.has(Flags::SANCTIONED) as u8) << 3
}

/// The few whom somebody looks at, in their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Looks {
    seen: [(u8, u32, u16); MOST_LOOKS],
    count: usize,
}

impl Looks {
    /// Takes in one more if the drawn place in the order is among the first `most`.
    pub fn take_in(&mut self, most: u8, place: u32, standing: u8, lane: u16) {
        let most = usize::from(most).min(MOST_LOOKS);
        let at = self.seen[..self.count].partition_point(|one| (one.1, one.2) < (place, lane));
        if at >= most {
            return;
        }
        self.count = (self.count + 1).min(most);
        self.seen[at..self.count].rotate_right(1);
        self.seen[at] = (standing, place, lane);
    }

    /// Those seen, with their standing: in the order drawn, or with regard the best standing first.
    pub fn in_order(&mut self, regard: bool) -> impl Iterator<Item = (u8, u16)> + '_ {
        let seen = &mut self.seen[..self.count];
        if regard {
            seen.sort_by_key(|one| (u8::MAX - one.0, one.1, one.2));
        }
        seen.iter().map(|one| (one.0, one.2))
    }
}

/// The couples of a neighbourhood that were formed within the run: each lane with its partner's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Couples(LaneMap<(u16, u16)>);

impl Couples {
    /// No couples.
    pub const NONE: &'static Self = &Self(LaneMap::EMPTY);

    /// The partner of a lane.
    pub fn of(&self, lane: u16) -> Option<u16> {
        self.0.get(lane).map(|one| one.1)
    }

    /// Makes a couple of two who are alone.
    pub fn join(&mut self, one: u16, other: u16) {
        for (lane, partner) in [(one, other), (other, one)] {
            self.0.find_or_insert(lane, || (lane, partner));
        }
    }

    /// Ends the couple of a lane, if it is in one.
    pub fn part(&mut self, lane: u16) {
        if let Some((_, other)) = self.0.remove(lane) {
            self.0.remove(other);
        }
    }
}

impl SideTable for Couples {
    fn clear(&mut self, lane: u16) {
        self.part(lane);
    }

    fn clear_all(&mut self) {
        self.0.clear_all();
    }

    fn memory(&self) -> usize {
        self.0.memory()
    }

    fn digest(&self, to: &mut Digest) {
        self.0.digest(to);
    }
}

impl Saved for Couples {
    fn save(&self, to: &mut Saver) {
        to.put(&self.0);
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        let couples = Self(from.take()?);
        let fits = couples.0.all().iter().all(|one| couples.of(one.1) == Some(one.0));
        from.check(fits, || ("a partner without one".to_owned(), "couples of two".to_owned()))?;
        Ok(couples)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn partners() -> Partners {
        Partners { parting: 3.0, looks_at: 2, accepts: Chance::ZERO, apart: 15, regard: true }
    }

    #[test]
    fn standing_counts_sanctions_before_tiers_and_a_sanction_of_one_parts() {
        let part = Chance::from_share(0.01);
        assert_eq!(partners().parts(part, true, true), part);
        assert!((partners().parts(part, true, false).value() - 0.03).abs() < 1e-9);
        assert!(partners().agree(9, 9, 0) && !partners().agree(9, 1, 0));
        let mut flags = Flags::default();
        flags.put_tier(2);
        assert_eq!(standing(flags), 10);
        flags.put(Flags::SANCTIONED, true);
        assert_eq!(standing(flags), 2);
    }

    #[test]
    fn without_regard_nobody_asks_for_standing() {
        let plain = partners().without_regard();
        let part = Chance::from_share(0.01);
        assert!(plain.agree(9, 1, u32::MAX) && plain.parts(part, true, false) == part);
        assert_eq!(plain.most_parting(part), partners().most_parting(part), "the ceiling stays");
    }

    #[test]
    fn the_first_are_seen_and_the_best_is_asked_first() {
        let mut looks = Looks::default();
        for (place, standing, lane) in [(50, 9, 1), (10, 1, 2), (30, 8, 3), (90, 15, 4)] {
            looks.take_in(2, place, standing, lane);
        }
        assert_eq!(looks.in_order(false).collect::<Vec<_>>(), [(1, 2), (8, 3)]);
        assert_eq!(looks.in_order(true).collect::<Vec<_>>(), [(8, 3), (1, 2)]);
        assert_eq!(Looks::default().in_order(true).count(), 0);
    }

    #[test]
    fn couples_are_of_two() {
        let mut couples = Couples::default();
        couples.join(9, 4);
        couples.join(1, 7);
        assert_eq!([9, 4, 1, 7, 5].map(|lane| couples.of(lane)), [Some(4), Some(9), Some(7), Some(1), None]);
        couples.part(4);
        couples.part(5);
        assert_eq!([9, 4, 1].map(|lane| couples.of(lane)), [None, None, Some(7)]);
    }

    proptest! {
        #[test]
        fn those_seen_are_the_first_in_order(places in proptest::collection::vec(any::<u32>(), 0..30), most in 0u8..=8) {
            let mut looks = Looks::default();
            for (lane, place) in places.iter().enumerate() {
                looks.take_in(most, *place, 0, lane as u16);
            }
            let mut wanted: Vec<(u32, u16)> = places.iter().enumerate().map(|(lane, place)| (*place, lane as u16)).collect();
            wanted.sort_unstable();
            wanted.truncate(usize::from(most));
            let seen: Vec<u16> = looks.in_order(false).map(|one| one.1).collect();
            prop_assert_eq!(seen, wanted.iter().map(|one| one.1).collect::<Vec<_>>());
        }
    }
}
