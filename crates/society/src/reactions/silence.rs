//! Silence: what is thought and what is said part ways.
//!
//! Model. Private opinion is fixed ([`crate::population::person::Person::support`]): support s is even from 0
//! to 1, and thins posts. Somebody whose class of writing posts with chance p in a tick posts in support with
//! chance 2s·p, critically or revealingly with chance 2(1 − s)·w·p, w as below, and without a stance with
//! chance p; where the regime rewards such a post and the writer knows it, with 1 + `gaming` times that.
//! Deterrence does not touch posts.
//!
//! Three things stand between opinion and a critical or revealing post. Fear: where the regime punishes such
//! posts, whoever knows it withholds one with a chance that grows with fear
//! ([`crate::reactions::response::Response::withheld`]). Care for others:
//! [`crate::reactions::care_for_others`]. Climate: people speak up more readily where others are heard to say
//! the like. The climate c of a neighbourhood is the share of critical and revealing posts among the posts
//! with a stance that were published there and not removed, remembered with weight (1 − 1/m) per tick, and
//! with 20 posts at the usual share u besides, which stay: c = (critical + 20u)/(all + 20). Willingness to
//! post critically is multiplied by w = 1 + b·(c − u), at least 0. Posts that were withheld or removed never
//! reach others, so that silence feeds on itself.
//!
//! A poll inside the simulation asks whether somebody supports the authorities (support of at least 1/2).
//! Supporters say yes; a critic says yes too with the chance with which a critical post would be withheld.
//!
//! Symbols: m (`memory`) in ticks; b (`slope`) 0 or more; u (`usual`) and c 0 to 1; w 0 or more. Sources:
//! Noelle-Neumann (1974) for the spiral; the slope is set so that climate and willingness correlate by about
//! 0.10 over persons (Matthes, Knoll & von Sikorski 2018, fact `silence-overall`); Kuran (1995) for the poll.
//! The memory, the 20 posts and the even opinion are assumptions. Leaves out: a climate beyond the
//! neighbourhood, the audience of a post in the climate, supporters who fall silent, changes of opinion.

use crate::Smoothed;

demerit_kernel::stream! {
    /// What is answered in a poll.
    pub POLL = 35;
}

/// Posts at the usual share that a neighbourhood remembers at the start.
const PRIOR: f64 = 20.0;

/// How the climate of opinion bears on what is said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Silence {
    /// Change of willingness for each unit of climate above the usual.
    pub slope: f64,
    /// Share of critical posts among those with a stance where nobody is silenced.
    pub usual: f64,
    /// Ticks of memory.
    pub memory: u32,
}

/// What has been heard in a neighbourhood lately.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Climate {
    /// Critical and revealing posts.
    pub critical: Smoothed,
    /// Posts with any stance.
    pub all: Smoothed,
}

demerit_kernel::saved!(Climate { critical, all });

impl Climate {
    /// A tick goes by.
    pub const fn fade(&mut self, silence: &Silence) {
        self.critical.fade(silence.memory);
        self.all.fade(silence.memory);
    }

    /// A post with a stance is heard.
    pub const fn hear(&mut self, critical: bool) {
        self.all.add(1);
        if critical {
            self.critical.add(1);
        }
    }

    /// The perceived share of critical posts.
    pub fn share(&self, silence: &Silence) -> f64 {
        (self.critical.value() + PRIOR * silence.usual) / (self.all.value() + PRIOR)
    }
}

impl Silence {
    /// Factor on the willingness to post critically in a climate.
    pub fn willingness(&self, climate: &Climate) -> f64 {
        (1.0 + self.slope * (climate.share(self) - self.usual)).max(0.0)
    }
}

/// Whether somebody says yes when asked for support: the truth, unless a critic keeps silent.
pub fn says_yes(support: f64, keeps_silent: bool) -> bool {
    support >= 0.5 || keeps_silent
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SILENCE: Silence = Silence { slope: 2.0, usual: 0.25, memory: 10 };

    #[test]
    fn willingness_rises_with_the_critical_share_of_what_is_heard() {
        let mut climate = Climate::default();
        assert!((climate.share(&SILENCE) - 0.25).abs() < 1e-12, "nothing heard: as usual");
        assert!((SILENCE.willingness(&climate) - 1.0).abs() < 1e-12);
        for _ in 0..20 {
            climate.hear(true);
        }
        // 20 posts remembered at 0.25 and 20 critical ones: 25 of 40.
        assert!((climate.share(&SILENCE) - 0.625).abs() < 1e-12);
        assert!((SILENCE.willingness(&climate) - 1.75).abs() < 1e-12);
    }

    #[test]
    fn without_a_slope_the_climate_moves_nobody() {
        let deaf = Silence { slope: 0.0, ..SILENCE };
        let mut climate = Climate::default();
        climate.hear(false);
        assert_eq!(deaf.willingness(&climate), 1.0);
    }

    #[test]
    fn only_a_critic_can_hide_what_he_thinks() {
        assert!(says_yes(0.5, false) && says_yes(0.9, true) && says_yes(0.1, true));
        assert!(!says_yes(0.49, false));
    }

    proptest! {
        #[test]
        fn a_share_is_a_share(heard in proptest::collection::vec(any::<bool>(), 0..200), slope in 0.0f64..50.0) {
            let silence = Silence { slope, ..SILENCE };
            let mut climate = Climate::default();
            for critical in heard {
                climate.hear(critical);
                climate.fade(&silence);
                prop_assert!((0.0..=1.0).contains(&climate.share(&silence)));
                prop_assert!(silence.willingness(&climate) >= 0.0);
            }
        }
    }
}
