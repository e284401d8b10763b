//! Human review: somebody looks before a sanction begins, and errs.
//!
//! Model. Where the safeguard is in force, a human looks at each sanction that is about to begin, by tier or
//! by list. One that the person's own true deeds would not have brought is stopped with chance 1 − error, any
//! other with chance error: the human sees more than the record, and not all. Nothing else is put right.
//! Whoever is spared a tier stays in the lowest tier above it that is no sanction, until the score falls
//! below what it was: then a human looks again. Whoever is spared the list is not put on it for that order.
//!
//! Symbols: error from 0 to 1, in `demerit_regime::Safeguards`. Source: our assumption. Leaves out: fatigue,
//! and agreeing with whatever the machine says, but for the error.

use demerit_kernel::{Chance, Draws, LaneMap};

demerit_kernel::stream! {
    /// Human review of a sanction.
    pub REVIEW = 53;
}

/// Whether a human stops a sanction: `wrong` says whether the true deeds would not have brought it, `list`
/// whether it is one by list.
pub fn stops(draws: &Draws, person: u32, tick: u32, error: Chance, wrong: bool, list: bool) -> bool {
    let errs = draws.luck(REVIEW, person, tick, 0).hits(usize::from(list), error);
    wrong != errs
}

/// Those who were spared a tier, with the score at which it was.
pub type SparedTable = LaneMap<(u16, i16)>;

/// Whether a lane was spared at this score or a lower one.
pub fn is_spared(spared: &SparedTable, lane: u16, score: i16) -> bool {
    spared.get(lane).is_some_and(|at| score >= at.1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_kernel::{Seed, SideTable};

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
        spared.insert((4, 50));
        assert!(
            is_spared(&spared, 4, 50)
                && is_spared(&spared, 4, 60)
                && !is_spared(&spared, 4, 49)
                && !is_spared(&spared, 5, 60)
        );
        spared.insert((4, 40));
        assert!(is_spared(&spared, 4, 49));
        spared.clear(4);
        assert!(!is_spared(&spared, 4, 99));
    }
}
