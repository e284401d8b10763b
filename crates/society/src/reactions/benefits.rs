//! Benefits: what is claimed for a regime, modelled as the harms are: violations left undone, and how safe
//! people feel.
//!
//! Model. An act that the regime punishes is left undone with chance `deterrence` by whoever knows the rules
//! ([`crate::reactions::response::Response`]). Somebody feels safe with chance a − b·v, where v is the number
//! of violations per person and year in the neighbourhood, smoothed over m ticks: what is really done counts,
//! not what is on record, so that deterrence can be felt. Asked aloud, whoever feels unsafe says the opposite
//! with the chance with which a critical post would be withheld ([`crate::reactions::silence`]).
//!
//! Symbols: a (`base`) and the answer 0 to 1; b (`slope`) per violation per person and year; v per person and
//! year; m (`memory`) in ticks. Sources: the claim of the report ("I would feel safe"); all three numbers are
//! assumptions of the society file. Leaves out: crimes against the person, safety from the authorities, and
//! what being watched feels like. Trust, deposits and credit are benefits too: they are measured at the
//! gates.

use crate::{Smoothed, TICKS_PER_YEAR};
use demerit_kernel::Chance;

/// How safe people feel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FeltSafety {
    /// Share who feel safe where nothing is done.
    pub base: f64,
    /// What one violation per person and year takes from it.
    pub slope: f64,
    /// Ticks of memory.
    pub memory: u32,
}

impl FeltSafety {
    /// Chance to feel safe in a neighbourhood of `persons` persons with these violations.
    pub fn chance(&self, violations: Smoothed, persons: u32) -> Chance {
        let yearly = violations.per_tick(self.memory) * f64::from(TICKS_PER_YEAR) / f64::from(persons.max(1));
        Chance::from_share(self.base - self.slope * yearly)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SAFETY: FeltSafety = FeltSafety { base: 0.9, slope: 0.3, memory: 26 };

    #[test]
    fn felt_safety_falls_with_violations_a_person_and_year() {
        assert!((SAFETY.chance(Smoothed(0), 1000).value() - 0.9).abs() < 1e-9);
        // 500 violations remembered over 26 ticks among 1,000: one per person and year.
        assert!((SAFETY.chance(Smoothed(500 * 256), 1000).value() - 0.6).abs() < 1e-9);
    }

    #[test]
    fn no_slope_no_effect_and_nobody_below_zero() {
        let calm = FeltSafety { slope: 0.0, ..SAFETY };
        assert_eq!(calm.chance(Smoothed(u32::MAX), 1), calm.chance(Smoothed(0), 1));
        assert_eq!(SAFETY.chance(Smoothed(u32::MAX), 1), Chance::ZERO);
        assert_eq!(SAFETY.chance(Smoothed(0), 0), SAFETY.chance(Smoothed(0), 1));
    }

    proptest! {
        #[test]
        fn more_violations_never_make_safer(count in 0u32..1_000_000, more in 0u32..1_000_000) {
            prop_assert!(SAFETY.chance(Smoothed(count + more), 1024) <= SAFETY.chance(Smoothed(count), 1024));
        }
    }
}
