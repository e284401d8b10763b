//! Deeds: how often whom does what, and which habit it follows.

use super::habits::{HabitsFile, factors};
use crate::figure::{Within, written};
use crate::word::{Word, vocabulary};
use demerit_regime::Matter;
use demerit_society::Deed;
use demerit_society::conduct::{ConductPlan, Follows, Who};
use std::collections::BTreeMap;

vocabulary! {
    /// A habit that a kind of deed follows.
    Habit("habit") {
        /// Drinking.
        Drinking = "drinking",
        /// Writing in public.
        Writing = "writing",
        /// Care with money, traffic and appointments.
        Care = "care",
    }
}

written! {
    /// How often a kind of deed is done: see `demerit_society::conduct`.
    pub struct DeedFile {
        /// Whom it concerns: `everyone`, `adults`, `drivers`, `pupils`, `with-infant` or `with-pupil`.
        pub who: Word<Who>,
        #[doc = "Deeds per person and year among them; with `follows = \"drinking\"` a factor on the purchases of the habit."]
        pub rate: Within<0, 1000>,
        /// The habit by which some do more than others: `drinking`, `writing` or `care`.
        pub follows: Option<Word<Habit>>,
    }
}

/// Resolves how often each kind of deed is done. `gaming` is the share by which rewarded acts grow, `hardest`
/// the highest factor that income and its loss, or the climate of opinion, can put on a matter.
pub(super) fn resolve(
    written: &BTreeMap<Word<Deed>, DeedFile>,
    habits: &HabitsFile,
    gaming: f64,
    hardest: impl Fn(Matter) -> f64,
) -> Vec<ConductPlan> {
    let still = ConductPlan {
        who: Who::Everyone,
        rate: 0.0,
        follows: Follows::Nothing,
        factors: [0.0; 4],
        most: 1.0,
    };
    let mut plans = vec![still; Deed::COUNT];
    for (&Word(deed), file) in written {
        let follows = match file.follows.map(|word| word.0) {
            None => Follows::Nothing,
            Some(Habit::Drinking) => Follows::Drinking,
            Some(Habit::Writing) => Follows::Writing,
            Some(Habit::Care) => Follows::Care,
        };
        let hardest = match deed {
            Deed::Act(matter) => hardest(matter),
            Deed::Ask(_) => 1.0,
        };
        plans[deed.index()] = ConductPlan {
            who: file.who.0,
            rate: file.rate.value,
            follows,
            factors: factors(habits, follows),
            most: most(deed, gaming) * hardest,
        };
    }
    plans
}

/// The highest factor that opinion and play for points can put on a kind of deed.
fn most(deed: Deed, gaming: f64) -> f64 {
    let opinion = match deed {
        Deed::Act(Matter::SupportivePost | Matter::CriticalPost | Matter::InvestigativePost) => 2.0,
        _ => 1.0,
    };
    match deed {
        Deed::Act(_) => opinion * (1.0 + gaming),
        Deed::Ask(_) => 1.0,
    }
}
