//! Apps: whose purchases and words can be read from a telephone.
//!
//! Model. A fixed share of persons uses apps that a regime can read. Of whoever uses them, all deeds of the
//! kinds that the channel looks at are covered, except while the person hides: pays in cash, leaves the
//! telephone at home (see [`crate::state::Planes`]). What is covered is missed, or read and put down to
//! somebody, as [`crate::observation`] says.
//!
//! Symbols: share 0 to 1. Source: our assumption, in the society file (`people.uses_apps`). Leaves out: which
//! app it is; what is said or bought with another's telephone, which `wrong_person` of the channel stands
//! for.

use demerit_kernel::{Chance, Draws};

demerit_kernel::stream! {
    /// Which apps a person uses.
    pub APP = 16;
}

/// Whether the person of this number and generation uses apps that can be read, where a `share` of all does.
pub fn uses(share: Chance, draws: &Draws, person: u32, generation: u32) -> bool {
    share.hits(draws.luck(APP, person, 0, generation).word(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_kernel::Seed;

    #[test]
    fn all_or_nobody() {
        let draws = Draws::new(Seed(2));
        assert!((0..200).all(|one| uses(Chance::ONE, &draws, one, 0)));
        assert!((0..200).all(|one| !uses(Chance::ZERO, &draws, one, 0)));
    }

    #[test]
    fn the_share_comes_out_and_another_generation_decides_anew() {
        let (draws, share) = (Draws::new(Seed(2)), Chance::from_share(0.7));
        let n = 10_000;
        let users = (0..n).filter(|&one| uses(share, &draws, one, 0)).count() as f64 / f64::from(n);
        // Four standard errors are 0.018.
        assert!((users - 0.7).abs() < 0.018, "{users}");
        assert!((0..n).any(|one| uses(share, &draws, one, 0) != uses(share, &draws, one, 1)));
    }
}
