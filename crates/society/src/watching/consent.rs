//! Consent: who is enrolled where a score is kept of those alone who agree.
//!
//! Model: each person enrols or not, once for life, with the chance that the regime's file gives as a share;
//! the draw is keyed by person and generation, so that whoever enrols at a smaller share enrols at a larger
//! one too. Symbols: share 0 to 1. Source(s): the regime's file. Leaves out: enrolling because others do, or
//! because doors stay closed without it.

use crate::{BirthWeek, generation};
use demerit_kernel::{Chance, Draws};

demerit_kernel::stream! {
    /// Who is enrolled by consent.
    pub CONSENT = 60;
}

/// Whether somebody is enrolled where so many are.
pub fn enrolled(draws: &Draws, share: Chance, person: u32, born: BirthWeek) -> bool {
    share.hits(draws.luck(CONSENT, person, 0, generation(born)).word(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_kernel::Seed;

    #[test]
    fn a_share_enrols_and_stays_when_more_do() {
        let draws = Draws::new(Seed(1));
        let at = |share: f64, person| enrolled(&draws, Chance::from_share(share), person, -9);
        let count = (0..20_000).filter(|&person| at(0.3, person)).count();
        // Four standard errors are 260.
        assert!((5740..=6260).contains(&count), "{count}");
        assert!((0..2000).all(|person| !at(0.3, person) || at(0.6, person)));
        assert!((0..2000).all(|person| !at(0.0, person) && at(1.0, person)));
    }
}
