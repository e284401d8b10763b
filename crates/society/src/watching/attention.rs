//! Attention: where one looks depends on where one looked before.
//!
//! Model. Each neighbourhood has a smoothed count of the entries of the past about matters that the regime
//! punishes: past ← past − past/M + entries of the tick, M weeks long. In the next tick cameras, security and
//! neighbourhood offices cover there F times what they would, and false alarms and clerks' errors come F
//! times as often, with
//!
//! ```text
//! F = (1 − a) + a · (past + 1) / (mean past + 1),  at most 3
//! ```
//!
//! The mean is over all neighbourhoods under the same regime, so that watching moves and hardly grows; a
//! coverage ends at 1. The one entry added above and below keeps the first weeks, when hardly anything is on
//! record, from deciding everything.
//!
//! Symbols: a 0 (even watching) to 0.9; M in weeks, 1 to 520; counts in 1/256 of an entry, F in 2⁻¹⁶, whole
//! numbers both. Sources: for the loop, Ensign et al. (2018, Runaway feedback loops in predictive policing)
//! and Lum & Isaac (2016, To predict and serve?); a and M are our assumptions. Leaves out: attention to
//! single persons; differences between channels.

use demerit_kernel::Chance;
use demerit_regime::Channel;

/// How far watching follows past records.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Attention {
    /// Share a of watching that follows past records, 0 to 0.9.
    pub share: f64,
    /// Weeks M over which the past is smoothed.
    pub weeks: u32,
}

impl Attention {
    /// The smoothed count after a tick with so many entries.
    pub fn passed(&self, past: u32, entries: u32) -> u32 {
        (past - past / self.weeks.max(1)).saturating_add(entries.saturating_mul(ENTRY))
    }

    /// The factor of a neighbourhood.
    pub fn factor(&self, past: u32, mean: u32) -> Factor {
        Factor::of_mean(self.share, past, mean)
    }
}

/// Whether a channel looks where it looked before.
pub const fn follows(channel: Channel) -> bool {
    matches!(channel, Channel::Camera | Channel::Security | Channel::Office)
}

/// An entry, in the units of the smoothed counts.
const ENTRY: u32 = 256;
/// The highest factor.
pub const MOST: f64 = 3.0;
/// The factor 1 in the units of [`Factor`].
const ONE: u32 = 1 << 16;

/// How many times as much is watched in a neighbourhood, in 2⁻¹⁶.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[must_use]
pub struct Factor(u32);

impl Factor {
    /// As much as anywhere.
    pub const ONE: Self = Self(ONE);

    /// The factor where `share` of watching follows the past, with the counts here and in the mean.
    pub fn of_mean(share: f64, past: u32, mean: u32) -> Self {
        let follows = libm::round(share.clamp(0.0, 1.0) * f64::from(ONE)) as u64;
        let (here, mean) = (u64::from(past) + u64::from(ENTRY), u64::from(mean) + u64::from(ENTRY));
        let factor = u64::from(ONE) - follows + follows * here / mean;
        Self(factor.min(u64::from(ONE) * MOST as u64) as u32)
    }

    /// A chance times the factor, at most 1.
    #[inline]
    pub fn of(self, chance: Chance) -> Chance {
        let product = (u128::from(chance.raw()) * u128::from(self.0)) >> 16;
        Chance::from_raw(product.min(1 << 32) as u64).unwrap_or(Chance::ONE)
    }

    /// As a number.
    pub fn value(self) -> f64 {
        f64::from(self.0) / f64::from(ONE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNIT: u32 = ENTRY;

    #[test]
    fn attention_follows_what_was_found_here_beside_the_mean() {
        let attention = Attention { share: 0.5, weeks: 4 };
        assert_eq!(attention.passed(8 * UNIT, 3), 9 * UNIT);
        assert_eq!(attention.factor(5 * UNIT, 2 * UNIT).value(), 1.5, "half, and half of 6/3");
        assert_eq!(attention.factor(0, 3 * UNIT).value(), 0.625, "half, and half of 1/4");
        assert_eq!(attention.factor(u32::MAX, 0).value(), MOST);
        let half = attention.factor(0, u32::MAX);
        assert_eq!(half.of(Chance::ONE), Chance::from_share(0.5));
        assert_eq!(attention.factor(5 * UNIT, 2 * UNIT).of(Chance::from_share(0.9)), Chance::ONE);
    }

    #[test]
    fn where_nothing_follows_the_past_all_are_watched_alike() {
        for past in [0, 1, 1000, u32::MAX] {
            assert_eq!(Factor::of_mean(0.0, past, 77), Factor::ONE);
        }
        assert_eq!(Factor::of_mean(0.9, 0, 0), Factor::ONE, "nothing is on record yet");
        assert_eq!(Factor::ONE.of(Chance::from_share(0.3)), Chance::from_share(0.3));
    }

    #[test]
    fn only_those_who_patrol_follow() {
        assert_eq!(Channel::ALL.into_iter().filter(|&one| follows(one)).count(), 3);
    }

    proptest::proptest! {
        #[test]
        fn watching_moves_and_does_not_grow(pasts in proptest::collection::vec(0u32..3000, 2..40), share in 0.0..0.9) {
            let sum: u64 = pasts.iter().map(|&past| u64::from(past)).sum();
            let mean = (sum / pasts.len() as u64) as u32;
            let factors: Vec<f64> =
                pasts.iter().map(|&past| Factor::of_mean(share, past, mean).value()).collect();
            let watched = factors.iter().sum::<f64>() / pasts.len() as f64;
            // The mean is rounded down to a whole number of at least one entry; what goes beyond three times
            // is cut.
            proptest::prop_assert!(watched <= 1.0 + 0.005, "{}", watched);
            let cut = factors.iter().any(|&factor| factor >= MOST);
            proptest::prop_assert!(cut || watched >= 1.0 - 0.005, "{}", watched);
        }
    }
}
