//! Conduct: how often whom does what.
//!
//! Model. A deed of a kind happens to a person at most once in a tick, with chance p = 1 − e^(−r/52): r is the yearly rate of
//! those whom it concerns, times the factor of the person's class of the habit that the kind follows. For a block,
//! candidates are drawn at the kind's ceiling, the highest p of any person under any response; each candidate is kept
//! with chance p/ceiling (thinning, Lewis & Shedler 1979). Candidates never depend on the regime.
//!
//! Symbols: r in deeds per person and year; factors relative to the mean.
//! Sources: in the society file, number by number. Leaves out: seasons; several deeds of one kind in a week.

use crate::TICKS_PER_YEAR;
use crate::habit::Habits;
use crate::person::ADULT;
use demerit_kernel::{Chance, Rate};

/// Whom a kind of deed concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Everybody.
    Everyone,
    /// Persons of 18 and over.
    Adults,
    /// Adults who drive.
    Drivers,
    /// Persons from 6 to 17.
    Pupils,
    /// Adults who live with a child under 3.
    WithInfant,
    /// Adults who live with a child from 6 to 17.
    WithPupil,
}

impl Who {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Everyone, Self::Adults, Self::Drivers, Self::Pupils, Self::WithInfant, Self::WithPupil];

    /// The name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Everyone => "everyone",
            Self::Adults => "adults",
            Self::Drivers => "drivers",
            Self::Pupils => "pupils",
            Self::WithInfant => "with-infant",
            Self::WithPupil => "with-pupil",
        }
    }

    /// Whether it concerns somebody of this age and these habits; `lives_with` tells whether the household has a
    /// member whose age in years lies in a range.
    #[must_use]
    #[inline]
    pub fn concerns(
        self,
        age: u32,
        habits: Habits,
        lives_with: impl Fn(std::ops::Range<u32>) -> bool,
    ) -> bool {
        match self {
            Self::Everyone => true,
            Self::Adults => age >= ADULT,
            Self::Drivers => age >= ADULT && habits.drives(),
            Self::Pupils => (6..ADULT).contains(&age),
            Self::WithInfant => age >= ADULT && lives_with(0..3),
            Self::WithPupil => age >= ADULT && lives_with(6..ADULT),
        }
    }
}

/// Which habit makes some do more of a kind than others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follows {
    /// None: all alike.
    Nothing,
    /// Drinking.
    Drinking,
    /// Writing in public.
    Writing,
    /// Care with rules and money.
    Care,
}

impl Follows {
    /// The person's class of the habit, 0 to 3.
    #[must_use]
    #[inline]
    pub const fn class(self, habits: Habits) -> u8 {
        match self {
            Self::Nothing => 0,
            Self::Drinking => habits.drinking(),
            Self::Writing => habits.writing(),
            Self::Care => habits.care(),
        }
    }
}

/// How often a kind of deed is done.
#[derive(Clone, Debug, PartialEq)]
pub struct ConductPlan {
    /// Whom it concerns.
    pub who: Who,
    /// Deeds per person and year among them, for a factor of 1.
    pub rate: f64,
    /// The habit that it follows.
    pub follows: Follows,
    /// Factor of each class of that habit.
    pub factors: [f64; 4],
    /// Highest factor that a response or an opinion can add.
    pub most: f64,
}

/// Conduct of one kind, ready for the tick.
#[derive(Clone, Debug, PartialEq)]
pub struct Conduct {
    /// Whom it concerns.
    pub who: Who,
    /// Chance in a tick at which candidates are drawn.
    pub ceiling: Chance,
    follows: Follows,
    kept: [Chance; 4],
}

impl Conduct {
    /// Gets a plan ready.
    #[must_use]
    pub fn new(plan: &ConductPlan) -> Self {
        let ticks = f64::from(TICKS_PER_YEAR);
        let chance = |factor: f64| Rate::per_year((plan.rate * factor).max(0.0)).chance_in(ticks);
        let highest = plan.factors.iter().copied().fold(0.0, f64::max);
        let ceiling = Chance::from_share((chance(highest).value() * plan.most).min(1.0));
        Self {
            who: plan.who,
            ceiling,
            follows: plan.follows,
            kept: plan.factors.map(|factor| chance(factor).over(ceiling)),
        }
    }

    /// Chance that a candidate with these habits is kept, before any response.
    #[must_use]
    #[inline]
    pub fn kept(&self, habits: Habits) -> Chance {
        self.kept[usize::from(self.follows.class(habits))]
    }
}

/// The chance `kept` times a factor, at most one.
#[must_use]
#[inline]
pub fn scaled(kept: Chance, factor: f64) -> Chance {
    Chance::from_share(kept.value() * factor)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan() -> ConductPlan {
        ConductPlan {
            who: Who::Adults,
            rate: 5.2,
            follows: Follows::Care,
            factors: [0.0, 1.0, 2.0, 4.0],
            most: 1.5,
        }
    }

    #[test]
    fn thinning_gives_each_class_its_own_rate() {
        let conduct = Conduct::new(&plan());
        for (care, factor) in [0.0, 1.0, 2.0, 4.0].into_iter().enumerate() {
            let kept = conduct.kept(Habits((care as u8) << 6));
            let chance = kept.value() * conduct.ceiling.value();
            assert!((chance - (1.0 - f64::exp(-0.1 * factor))).abs() < 1e-8, "class {care}");
        }
    }

    #[test]
    fn a_rate_of_zero_has_no_candidates() {
        let never = Conduct::new(&ConductPlan { rate: 0.0, ..plan() });
        assert_eq!((never.ceiling, never.kept(Habits(255))), (Chance::ZERO, Chance::ZERO));
    }

    #[test]
    fn whom_it_concerns() {
        let alone = |_: std::ops::Range<u32>| false;
        let with_baby = |ages: std::ops::Range<u32>| ages.contains(&1);
        assert!(!Who::Adults.concerns(17, Habits(0), alone) && Who::Adults.concerns(18, Habits(0), alone));
        assert!(
            Who::WithInfant.concerns(30, Habits(0), with_baby)
                && !Who::WithPupil.concerns(30, Habits(0), with_baby)
        );
        assert!(
            Who::Drivers.concerns(30, Habits(1 << 5), alone) && !Who::Drivers.concerns(30, Habits(0), alone)
        );
        assert!(!Who::Pupils.concerns(18, Habits(0), alone) && Who::Everyone.concerns(0, Habits(0), alone));
    }
}
