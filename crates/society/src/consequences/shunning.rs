//! Shunning: friends and colleagues cut the tie to whom a sanction falls on.
//!
//! Model. When a sanction begins, the person is shunned: each friend and each colleague cuts the tie with
//! chance `cut`. That is one bit of the person and a draw keyed by the two, so that both ends agree without a
//! byte for the tie: the tie of p and f is cut if p is shunned and the draw of (p, f) hits, or the other way
//! round. Along a cut tie no points are lost and nobody is frightened. Once the sanction is over the bit
//! clears with chance `heals` in a tick, and all ties are as before.
//!
//! Symbols: cut 0 to 1; heals per tick. Source(s): our assumption. Leaves out: new friends; kin and the
//! household, who stay.

use crate::{BirthWeek, generation};
use demerit_kernel::{Chance, Draws};

demerit_kernel::stream! {
    /// Who cuts the tie to whom a sanction falls on.
    pub SHUN = 42;
    /// When cut ties heal.
    pub HEAL = 43;
}

/// How ties are cut and heal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shunning {
    /// Chance that a friend or colleague cuts the tie.
    pub cut: Chance,
    /// Chance in a tick that the ties heal once the sanction is over.
    pub heals: Chance,
}

impl Shunning {
    /// Whether `other` cuts the tie to the person who was born then, if that person is shunned.
    pub fn cuts(&self, draws: &Draws, person: u32, born: BirthWeek, other: u32) -> bool {
        self.cut.hits(draws.luck(SHUN, person, generation(born), other).word(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_kernel::Seed;

    #[test]
    fn all_or_none_or_the_share() {
        let draws = Draws::new(Seed(3));
        let cut = |share: f64| {
            let shunning = Shunning { cut: Chance::from_share(share), heals: Chance::ZERO };
            (0..10_000).filter(|&other| shunning.cuts(&draws, 7, -500, other)).count()
        };
        assert_eq!((cut(0.0), cut(1.0)), (0, 10_000));
        // Four standard errors of 10,000 draws at a third.
        assert!(cut(1.0 / 3.0).abs_diff(3_333) < 4 * 47);
    }

    #[test]
    fn the_next_in_the_same_place_has_other_friends() {
        let draws = Draws::new(Seed(3));
        let half = Shunning { cut: Chance::from_share(0.5), heals: Chance::ZERO };
        let who =
            |born: BirthWeek| (0..64).map(|other| half.cuts(&draws, 7, born, other)).collect::<Vec<_>>();
        assert_eq!(who(-500), who(-9), "the same person, whatever the birth week before the start");
        assert_ne!(who(-500), who(40));
    }
}
