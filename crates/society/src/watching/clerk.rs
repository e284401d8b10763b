//! Clerks: entries that somebody wrote by mistake, with nothing behind them.
//!
//! Model. In each tick a channel's clerks write an entry about a person by error with chance 1 − e^(−r/52): r
//! is a rate per person and year, each channel its own. The matter is even over what the channel looks at.
//! Where a regime's offices look where they found something before, the chance follows the neighbourhood's
//! factor of attention (a quota of entries: [`crate::watching::attention`]).
//!
//! Symbols: r in entries per person and year, 0 to 52. Sources: reports of persons listed by mistake; every
//! rate is our assumption, in the society file (`channels.clerk`). Leaves out: errors about a deed that was
//! done (see [`crate::watching::joined_files`]); hostile clerks.

use crate::watching::attention::{Factor, MOST};
use demerit_kernel::{Chance, Stream};
use demerit_regime::Channel;

demerit_kernel::stream! {
    /// Entries with nothing behind them, two for each channel.
    FALSE_POSITIVES = 300, for 2 * Channel::COUNT
}

/// The stream of entries of a channel with nothing behind them: false matches or clerks' errors.
pub const fn false_positive(channel: usize, clerk: bool) -> Stream {
    FALSE_POSITIVES.of(2 * channel + clerk as usize)
}

/// Entries with nothing behind them, at a chance per person and tick.
///
/// Candidates are drawn at a ceiling that does not depend on attention or on who it is, so that twins hold
/// the same candidates; each is kept with its own chance over the ceiling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Errors {
    /// Chance at which candidates are drawn.
    pub ceiling: Chance,
    mean: Chance,
}

impl Errors {
    /// Errors with this mean chance per person and tick, which nobody suffers at more than `most` times the
    /// mean.
    pub fn new(mean: Chance, most: f64) -> Self {
        Self { ceiling: Chance::from_share(mean.value() * most * MOST), mean }
    }

    /// Whether a candidate whose own factor is `own` is written about, where attention has this factor;
    /// judged by a word.
    pub fn befall(&self, own: f64, attention: Factor, word: u32) -> bool {
        let chance = Chance::from_share(self.mean.value() * own);
        attention.of(chance).over(self.ceiling).hits(word)
    }
}

/// A clerk's errors: the same for everybody, but for attention.
pub fn errors(chance: Chance) -> Errors {
    Errors::new(chance, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_without_a_deed_befalls_where_attention_looks() {
        let errors = errors(Chance::from_share(0.125));
        assert_eq!(errors.ceiling, Chance::from_share(0.375), "three times the mean");
        let third = 1_431_655_765;
        assert!(errors.befall(1.0, Factor::ONE, third - 1) && !errors.befall(1.0, Factor::ONE, third));
        let half = Factor::of_mean(0.5, 0, 1 << 20);
        assert!(!errors.befall(1.0, half, third - 1), "nothing was found here before: half as often");
    }

    #[test]
    fn a_rate_of_zero_never() {
        let none = errors(Chance::ZERO);
        assert_eq!(none.ceiling, Chance::ZERO);
        assert!(!none.befall(1.0, Factor::ONE, 0));
    }

    proptest::proptest! {
        #[test]
        fn more_attention_keeps_whoever_less_keeps(past in 0u32..1_000_000, more in 0u32..1_000_000, word: u32) {
            let errors = errors(Chance::from_share(0.01));
            let (little, much) = (Factor::of_mean(0.5, past, 1000), Factor::of_mean(0.5, past + more, 1000));
            proptest::prop_assert!(!errors.befall(1.0, little, word) || errors.befall(1.0, much, word));
        }
    }
}
