//! Response: fear, silence, compliance, and play for points.
//!
//! Model. Fear is a number from 0 to 255; shares of the file are put into it to the nearest 1/255. A sanction
//! adds `own` to the fear of whom it befalls and `tie` to that of everybody in the household, kin and close
//! friends a tick later; each tick a share `fade` of it goes, at least 1. A critical or revealing post is
//! withheld with chance `chill` where the regime punishes such posts, plus `silence` × fear/255. An act that
//! the regime punishes is left undone with chance `deterrence`; an act that it rewards is done more often by
//! the share `gaming`.
//!
//! Symbols: fear in 1/255; shares 0 to 1. Sources: Marthews & Tucker (2014) for the chill; the others are
//! assumptions of the society file. Leaves out: who knows the rules, the climate of opinion, care for others
//! and hiding, which have files of their own; changes of opinion.

use demerit_kernel::Chance;
use demerit_regime::Mechanism;

demerit_kernel::stream! {
    /// What is not said out of fear.
    pub SPEECH = 14;
}

/// How people respond.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Response {
    /// Fear added by a sanction of one's own.
    pub own: u8,
    /// Fear added by a sanction of somebody close.
    pub tie: u8,
    /// Share of fear that goes in a tick.
    pub fade: Chance,
    /// Share of critical posts withheld only because they are watched and punished.
    pub chill: f64,
    /// Share of critical posts withheld at the highest fear.
    pub silence: f64,
    /// Share of punished acts left undone.
    pub deterrence: f64,
    /// Share by which rewarded acts grow.
    pub gaming: f64,
}

impl Response {
    /// Takes a mechanism away: nobody holds back out of fear, leaves a punished act undone, or plays for
    /// points.
    pub(crate) const fn without(&mut self, off: Mechanism) {
        match off {
            Mechanism::Silence => (self.silence, self.chill) = (0.0, 0.0),
            Mechanism::Benefits => self.deterrence = 0.0,
            Mechanism::Adaptation => self.gaming = 0.0,
            _ => {}
        }
    }

    /// Fear after one tick.
    #[inline]
    pub fn fade(&self, fear: u8) -> u8 {
        if self.fade == Chance::ZERO {
            return fear;
        }
        let gone = ((u64::from(fear) * self.fade.raw()) >> 32) as u8;
        fear.saturating_sub(gone.max(1))
    }

    /// Chance that a punished post is withheld.
    pub fn withheld(&self, fear: u8) -> Chance {
        Chance::from_share(self.chill + self.silence * f64::from(fear) / 255.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const RESPONSE: Response = Response {
        own: 100,
        tie: 20,
        fade: Chance::ZERO,
        chill: 0.02,
        silence: 0.5,
        deterrence: 0.1,
        gaming: 0.2,
    };

    #[test]
    fn fear_fades_by_a_share_and_withholds_in_proportion() {
        let fading = Response { fade: Chance::from_share(0.25), ..RESPONSE };
        assert_eq!([100, 10, 1, 0].map(|fear| fading.fade(fear)), [75, 8, 0, 0]);
        assert_eq!(RESPONSE.fade(100), 100, "no fading at all");
        assert!((RESPONSE.withheld(255).value() - 0.52).abs() < 1e-9);
        assert!((RESPONSE.withheld(0).value() - 0.02).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn fear_always_ends(fear in any::<u8>(), share in 0.001f64..1.0) {
            let fading = Response { fade: Chance::from_share(share), ..RESPONSE };
            let mut left = fear;
            for _ in 0..fear { left = fading.fade(left); }
            prop_assert_eq!(left, 0);
        }
    }
}
