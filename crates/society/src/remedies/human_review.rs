//! Human review: somebody looks before a sanction begins, and errs.
//!
//! Model. Where the safeguard is in force, a human looks at each sanction that is about to begin, by tier or by list. One that the person's own
//! true deeds would not have brought is stopped with chance 1 − error, any other with chance error: the
//! human sees more than the record, and not all. Nothing else is put right. Whoever is spared a tier stays in the lowest tier above it that is
//! no sanction, until the score falls below what it was: then a human looks again. Whoever is spared the list is not
//! put on it for that order.
//!
//! Symbols: error from 0 to 1, in `demerit_regime::Safeguards`.
//! Source: our assumption. Leaves out: fatigue, and agreeing with whatever the machine says, but for the error.

use crate::stream;
use demerit_kernel::{Chance, Digest, Draws, Loader, Saved, Saver, Unfit};

/// Whether a human stops a sanction: `wrong` says whether the true deeds would not have brought it, `list` whether it is one by list.
#[must_use]
pub fn stops(draws: &Draws, person: u32, tick: u32, error: Chance, wrong: bool, list: bool) -> bool {
    let errs = draws.luck(stream::REVIEW, person, tick, 0).hits(usize::from(list), error);
    wrong != errs
}

/// Those who were spared a tier, with the score at which it was, by lane in ascending order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SparedTable(Vec<(u16, i16)>);

impl SparedTable {
    /// Nobody.
    pub const NONE: Self = Self(Vec::new());

    /// Whether a lane was spared at this score or a lower one.
    #[must_use]
    pub fn holds(&self, lane: u16, score: i16) -> bool {
        self.place(lane).is_ok_and(|place| score >= self.0[place].1)
    }

    /// Spares a lane at this score.
    pub fn spare(&mut self, lane: u16, score: i16) {
        match self.place(lane) {
            Ok(place) => self.0[place].1 = score,
            Err(place) => self.0.insert(place, (lane, score)),
        }
    }

    /// Takes a lane out.
    pub fn clear(&mut self, lane: u16) {
        if let Ok(place) = self.place(lane) {
            self.0.remove(place);
        }
    }

    /// Takes all out.
    pub fn clear_all(&mut self) {
        self.0.clear();
    }

    /// Bytes that it holds.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.0.capacity() * size_of::<(u16, i16)>()
    }

    /// Adds it to a digest.
    pub fn digest(&self, digest: &mut Digest) {
        digest.u32(self.0.len() as u32);
        for (lane, score) in &self.0 {
            digest.u32(u32::from(*lane) << 16 | u32::from(*score as u16));
        }
    }

    fn place(&self, lane: u16) -> Result<usize, usize> {
        self.0.binary_search_by_key(&lane, |one| one.0)
    }
}

impl Saved for SparedTable {
    fn save(&self, to: &mut Saver) {
        to.put(&self.0);
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        from.by_lane(|lane, from| Ok((lane, from.take()?))).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_kernel::Seed;

    #[test]
    fn a_human_without_error_stops_what_is_wrong_and_nothing_else() {
        let draws = Draws::new(Seed(1));
        assert!((0..100).all(|person| stops(&draws, person, 3, Chance::ZERO, true, false)));
        assert!((0..100).all(|person| !stops(&draws, person, 3, Chance::ZERO, false, true)));
    }

    #[test]
    fn errors_have_their_share() {
        let draws = Draws::new(Seed(1));
        let error = Chance::from_share(0.2);
        for (wrong, share) in [(true, 0.8), (false, 0.2)] {
            let stopped = (0..10_000).filter(|&person| stops(&draws, person, 3, error, wrong, false)).count();
            assert!((stopped as f64 / 10_000.0 - share).abs() < 0.016, "four standard errors");
        }
    }

    #[test]
    fn spared_until_the_score_falls() {
        let mut spared = SparedTable::default();
        spared.spare(4, 50);
        assert!(spared.holds(4, 50) && spared.holds(4, 60) && !spared.holds(4, 49) && !spared.holds(5, 60));
        spared.spare(4, 40);
        assert!(spared.holds(4, 49));
        spared.clear(4);
        assert!(!spared.holds(4, 99));
    }
}
