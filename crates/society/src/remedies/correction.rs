//! Correction: whether what was put right stays right, when a record has copies.
//!
//! Model. A record lies in `copies` files besides the one in which an appeal is upheld. Each of them is
//! corrected with chance `reaches`. Where some are missed, a stale row remains: in every tick each missed
//! copy is exchanged with chance `exchange`, and the first exchange brings back what had been given back: the
//! points are lost again, the listing stands again for a new term, as an error of joined files
//! ([`Origin::WrongJoin`](crate::state::attribution::Origin::WrongJoin)). Then the record is one again, and
//! it takes another appeal.
//!
//! ```text
//! share that comes undone in the long run = 1 − reaches^copies
//! ```
//!
//! Symbols: copies a whole number from 0 to 8; reaches from 0 to 1; exchange a chance per tick.
//! Source: our assumption. Leaves out: a stale row found and corrected before it is exchanged.

use demerit_kernel::{Chance, Draws, Loader, Saved, Saver, Unfit, of_lane};
use demerit_regime::Matter;

demerit_kernel::stream! {
    /// Copies that a correction misses.
    pub COPIES = 51;
    /// Exchange of files.
    pub EXCHANGE = 52;
}

/// How far a correction reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub struct Correction {
    /// Files that hold a copy.
    pub copies: u8,
    /// Chance that a copy is corrected.
    pub reaches: Chance,
    /// Chance in a tick that a copy is exchanged.
    pub exchange: Chance,
}

impl Correction {
    /// The same where a correction reaches every copy.
    pub const fn reaching_all(self) -> Self {
        Self { reaches: Chance::ONE, ..self }
    }

    /// Copies that the correction of `tick` in a person's record misses.
    pub fn missed(&self, draws: &Draws, person: u32, tick: u32) -> u8 {
        let copies = 0..self.copies;
        let missed = |copy: &u8| {
            !self
                .reaches
                .hits(draws.luck(COPIES, person, tick, u32::from(*copy / 4)).word(usize::from(*copy % 4)))
        };
        copies.filter(missed).count() as u8
    }

    /// Chance in a tick that one of `missed` copies is exchanged.
    pub fn comes_back(&self, missed: u8) -> Chance {
        let kept = self.exchange.complement();
        (0..missed).fold(Chance::ONE, |all, _| all.times(kept)).complement()
    }
}

/// What a missed copy still says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stale {
    /// About whom.
    pub lane: u16,
    /// Points that had been given back.
    pub points: i16,
    /// Copies that were missed.
    pub missed: u8,
    /// Whether it says that the person is on the list.
    pub listed: bool,
    /// The matter that the points had been lost by.
    pub matter: Option<Matter>,
}

of_lane!(Stale, one => [
    u32::from(one.lane) << 16 | u32::from(one.points as u16),
    one.matter.map_or(0, |matter| matter as u32 + 1) << 16 | u32::from(one.missed) << 1 | u32::from(one.listed)
]);

impl Saved for Stale {
    const LEAST: usize = 7;

    fn save(&self, to: &mut Saver) {
        to.put(&self.lane).put(&self.points).put(&self.missed).put(&self.listed);
        to.put(&self.matter.map_or(0, |matter| matter as u8 + 1));
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        let (lane, points, missed, listed) = (from.take()?, from.take()?, from.take()?, from.take()?);
        let matter = from.below(Matter::COUNT + 1)?.checked_sub(1).map(|index| Matter::ALL[index]);
        Ok(Self { lane, points, missed, listed, matter })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_kernel::Seed;

    fn correction(reaches: f64, exchange: f64) -> Correction {
        let (reaches, exchange) = (Chance::from_share(reaches), Chance::from_share(exchange));
        Correction { copies: 5, reaches, exchange }
    }

    #[test]
    fn one_in_so_many_copies_is_missed() {
        let (draws, some) = (Draws::new(Seed(3)), correction(0.7, 0.1));
        let missed: u32 = (0..10_000).map(|person| u32::from(some.missed(&draws, person, 4))).sum();
        // 50,000 copies: the standard error of the share is 0.002.
        assert!((f64::from(missed) / 50_000.0 - 0.3).abs() < 0.008);
        let whole = (0..10_000).filter(|&person| some.missed(&draws, person, 4) == 0).count();
        assert!((whole as f64 / 10_000.0 - f64::powi(0.7, 5)).abs() < 0.015);
    }

    #[test]
    fn a_correction_that_reaches_all_misses_none() {
        let draws = Draws::new(Seed(3));
        assert!((0..1000).all(|person| correction(1.0, 1.0).missed(&draws, person, 0) == 0));
        assert!((0..1000).all(|person| correction(0.0, 1.0).missed(&draws, person, 0) == 5));
    }

    #[test]
    fn the_more_copies_the_sooner_one_comes_back() {
        let some = correction(0.5, 0.5);
        assert_eq!(some.comes_back(0), Chance::ZERO);
        assert!(
            (some.comes_back(1).value() - 0.5).abs() < 1e-9
                && (some.comes_back(3).value() - 0.875).abs() < 1e-9
        );
    }
}
