//! Conduct: how often whom does what.
//!
//! Model. A deed of a kind happens to a person at most once in a tick, with chance p = 1 − e^(−r/52): r is
//! the yearly rate of those whom it concerns, times the factor of the person's class of the habit that the
//! kind follows. For a block, candidates are drawn at the ceiling of each class, the highest p of the class
//! under any response (of rare kinds, at the highest of all classes); each candidate is kept with chance
//! p/ceiling (thinning, Lewis & Shedler 1979). Candidates never depend on the regime. Acts that no regime of
//! a study has a rule or a list for, and that are neither posts nor violations of law, are not drawn.
//!
//! Whom a kind concerns: everyone; adults (18 and over); adults who drive; pupils (6 to 17); adults in whose
//! household somebody is under 3, or from 6 to 17. What moves p: whoever knows the rules does a rewarded act
//! (all of whose rules give points) more often by the factor 1 + `gaming`, and leaves undone a share
//! `deterrence` of what is then left of a punished one (some rule about which may take points); posts have
//! rules of their own ([`crate::reactions::silence`]), and money those of
//! [`crate::consequences::hardship`].
//!
//! Symbols: r in deeds per person and year; factors relative to the mean.
//! Sources: in the society file, number by number. Leaves out: seasons; several deeds of one kind in a week.

pub mod deed;
pub mod habit;

use crate::{ADULT, BirthWeek, HabitPlanes, Habits, Place, SCHOOL, TICKS_PER_YEAR};
use demerit_kernel::{BlockId, Chance, Draws, Few, Mask, Rate, Stream, Tick};

demerit_kernel::named! {
    /// Whom a kind of deed concerns.
    Who {
        /// Everybody.
        Everyone = "everyone",
        /// Persons of 18 and over.
        Adults = "adults",
        /// Adults who drive.
        Drivers = "drivers",
        /// Persons from 6 to 17.
        Pupils = "pupils",
        /// Adults who live with a child under 3.
        WithInfant = "with-infant",
        /// Adults who live with a child from 6 to 17.
        WithPupil = "with-pupil",
    }
}

impl Who {
    /// The lanes of a neighbourhood whom it concerns, or may concern.
    pub fn lanes(self, present: &Present, habits: &HabitPlanes) -> Mask {
        match self {
            Self::Everyone => present.everyone,
            Self::Adults => present.adults,
            Self::Drivers => present.adults.and(habits.drivers()),
            Self::Pupils => present.pupils,
            Self::WithInfant => present.with_infant,
            // Whether there is a pupil is asked of the few candidates only.
            Self::WithPupil => present.adults,
        }
    }
}

/// Who is there in a neighbourhood at a tick, by age and by whom they live with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Present {
    /// All lanes that hold a person.
    pub everyone: Mask,
    /// Persons of 18 and over.
    pub adults: Mask,
    /// Persons from 6 to 17.
    pub pupils: Mask,
    /// Adults who live with a child under 3.
    pub with_infant: Mask,
}

impl Present {
    /// Finds them from the weeks of birth and the pattern of households.
    pub fn of(born: &[BirthWeek], pattern: &[Place], tick: Tick) -> Self {
        // A birth week that makes somebody so old, cut to what a birth week can be.
        let turned = |years: u32| {
            (tick.0 as i32 - (years * TICKS_PER_YEAR) as i32).clamp(i32::from(i16::MIN), i32::from(i16::MAX))
                as i16
        };
        let between =
            |from: u32, below: u32| Mask::of_range(born, turned(below).saturating_add(1)..=turned(from));
        let adults = Mask::of_range(born, i16::MIN..=turned(ADULT));
        let pupils = between(SCHOOL, ADULT);
        let mut with_infant = Mask::EMPTY;
        for lane in between(0, INFANT).lanes() {
            let home = household(pattern, lane);
            with_infant.insert_run(home.start, home.end - home.start);
        }
        Self {
            everyone: Mask::first(born.len() as u32),
            adults,
            pupils,
            with_infant: with_infant.and(adults),
        }
    }

    /// Whether a lane lives with a child from 6 to 17.
    pub fn lives_with_pupil(&self, pattern: &[Place], lane: u16) -> bool {
        household(pattern, lane).any(|other| self.pupils.contains(other))
    }
}

/// Lanes of the household of a lane.
fn household(pattern: &[Place], lane: u16) -> std::ops::Range<u16> {
    let place = pattern[usize::from(lane)];
    place.start..place.start + u16::from(place.size)
}

/// Age in years below which a child is an infant here.
const INFANT: u32 = 3;

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
    /// The lanes of a class of the habit.
    #[inline]
    pub fn class(self, habits: &HabitPlanes, class: usize) -> Mask {
        match self {
            Self::Nothing if class == 0 => Mask::FULL,
            Self::Nothing => Mask::EMPTY,
            Self::Drinking => habits.drinking(class as u8),
            Self::Writing => habits.writing(class as u8),
            Self::Care => habits.care(class as u8),
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

/// Below this chance in a tick a deed is rare: so few are candidates that to draw them class by class is not
/// worth the while.
const RARE: f64 = 1.0 / 128.0;

/// How the candidates for a kind are drawn.
#[derive(Clone, Debug, PartialEq)]
enum Drawing {
    /// There are none.
    Never,
    /// One by one, at a chance that is small and the same for all.
    Few(Few),
    /// All at once, at a chance that is the same for all.
    Even(Chance),
    /// All at once, each class at its own chance.
    ByClass,
}

/// Conduct of one kind, ready for the tick.
#[derive(Clone, Debug, PartialEq)]
#[must_use]
pub struct Conduct {
    /// What it was made from.
    pub plan: ConductPlan,
    /// How candidates are drawn.
    drawing: Drawing,
    /// Chance in a tick at which candidates of each class are drawn.
    pub ceilings: [Chance; 4],
    /// Chance that a candidate of each class is kept, before any response.
    pub kept: [Chance; 4],
    /// The chance of all classes, where it is the same: nobody's habits need to be looked up then.
    pub kept_by_all: Option<Chance>,
}

impl Conduct {
    /// Gets a plan ready.
    pub fn new(plan: &ConductPlan) -> Self {
        let ticks = f64::from(TICKS_PER_YEAR);
        let own = plan.factors.map(|factor| Rate::per_year((plan.rate * factor).max(0.0)).chance_in(ticks));
        let raised = own.map(|chance| Chance::from_share((chance.value() * plan.most).min(1.0)));
        let highest = raised.into_iter().max().unwrap_or_default();
        let rare = highest.value() < RARE;
        let ceilings = raised.map(|chance| if rare { highest } else { chance });
        let kept: [Chance; 4] = std::array::from_fn(|class| own[class].over(ceilings[class]));
        let mut there = kept.iter().zip(ceilings).filter(|one| one.1 != Chance::ZERO).map(|one| *one.0);
        let first = there.next();
        let kept_by_all = first.filter(|first| there.all(|kept| kept == *first));
        let even = rare || plan.follows == Follows::Nothing;
        let drawing = match ceilings[0] {
            _ if highest == Chance::ZERO => Drawing::Never,
            chance if even && chance <= Few::MOST => Drawing::Few(Few::new(chance)),
            chance if even => Drawing::Even(chance),
            _ => Drawing::ByClass,
        };
        Self { plan: plan.clone(), drawing, ceilings, kept, kept_by_all }
    }

    /// The same where the highest factor that responses and opinions can add is `divides` times smaller.
    pub fn with_less(&self, divides: f64) -> Self {
        Self::new(&ConductPlan { most: (self.plan.most / divides).max(1.0), ..self.plan.clone() })
    }

    /// Conduct that never happens.
    pub fn never() -> Self {
        let plan = ConductPlan {
            who: Who::Everyone,
            rate: 0.0,
            follows: Follows::Nothing,
            factors: [0.0; 4],
            most: 1.0,
        };
        Self::new(&plan)
    }

    /// The candidates of a neighbourhood, each class at its own ceiling.
    pub fn candidates(
        &self,
        draws: Draws,
        kind: Stream,
        block: BlockId,
        tick: Tick,
        present: &Present,
        habits: &HabitPlanes,
    ) -> Mask {
        match &self.drawing {
            Drawing::Never => Mask::EMPTY,
            Drawing::Few(few) => {
                let found = draws.candidates_few(kind, block, tick, few);
                if found.is_empty() { found } else { found.and(self.plan.who.lanes(present, habits)) }
            }
            Drawing::Even(chance) => {
                draws.candidates(kind, block, tick, *chance).and(self.plan.who.lanes(present, habits))
            }
            Drawing::ByClass => {
                let concerned = self.plan.who.lanes(present, habits);
                let mut classes = [(Mask::EMPTY, Chance::ZERO); 4];
                for (number, (class, chance)) in classes.iter_mut().enumerate() {
                    *class = self.plan.follows.class(habits, number).and(concerned);
                    *chance = self.ceilings[number];
                }
                draws.candidates_of(kind, block, tick, &classes)
            }
        }
    }

    /// Class of these habits, of those that the kind follows.
    #[inline]
    pub fn class(&self, habits: Habits) -> usize {
        usize::from(match self.plan.follows {
            Follows::Nothing => 0,
            Follows::Drinking => habits.drinking(),
            Follows::Writing => habits.writing(),
            Follows::Care => habits.care(),
        })
    }

    /// The first class that has candidates at all.
    #[inline]
    pub fn first_class(&self) -> usize {
        self.ceilings.iter().position(|ceiling| *ceiling != Chance::ZERO).unwrap_or(0)
    }

    /// Chance that the candidate in a lane is kept, before any response; habits are looked up only where it
    /// hangs on them.
    #[inline]
    pub fn kept_in(&self, habits: &HabitPlanes, lane: u16) -> Chance {
        self.kept_by_all.unwrap_or_else(|| self.kept(habits.of(usize::from(lane))))
    }

    /// Chance that a candidate with these habits is kept, before any response.
    #[inline]
    pub fn kept(&self, habits: Habits) -> Chance {
        self.kept[self.class(habits)]
    }
}

/// The chance `kept` times a factor, at most one.
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
            let chance = kept.value() * conduct.ceilings[care].value();
            assert!((chance - (1.0 - f64::exp(-0.1 * factor))).abs() < 1e-8, "class {care}");
        }
    }

    #[test]
    fn a_rate_of_zero_has_no_candidates() {
        let never = Conduct::new(&ConductPlan { rate: 0.0, ..plan() });
        assert_eq!((never.ceilings, never.kept(Habits(255))), ([Chance::ZERO; 4], Chance::ZERO));
    }

    #[test]
    fn whom_it_concerns() {
        use crate::population::household::{Composition, Role};
        let composition = Composition { size: 3, children: 1, elders: 0 };
        let place = |start, size| Place { start, size, role: Role::Head, composition };
        // A couple with a baby, somebody of 17 alone, somebody of 18 alone, a mother with a pupil.
        let mut pattern =
            vec![place(0, 3), place(0, 3), place(0, 3), place(3, 1), place(4, 1), place(5, 2), place(5, 2)];
        pattern.resize(1024, place(7, 1));
        let born = [-1500, -1500, -60, -17 * 52 - 51, -18 * 52, -1500, -400];
        let present = Present::of(&born, &pattern, Tick(0));
        let mut habits = HabitPlanes::default();
        habits.put(4, Habits(1 << 5));
        habits.put(3, Habits(1 << 5));
        let lanes = |who: Who| who.lanes(&present, &habits).lanes().collect::<Vec<_>>();
        assert_eq!(lanes(Who::Everyone), [0, 1, 2, 3, 4, 5, 6]);
        assert_eq!(lanes(Who::Adults), [0, 1, 4, 5]);
        assert_eq!(lanes(Who::Drivers), [4]);
        assert_eq!(lanes(Who::Pupils), [3, 6]);
        assert_eq!(lanes(Who::WithInfant), [0, 1]);
        let with_pupil =
            lanes(Who::WithPupil).into_iter().filter(|&lane| present.lives_with_pupil(&pattern, lane));
        assert_eq!(with_pupil.collect::<Vec<_>>(), [5]);
    }

    #[test]
    fn candidates_are_of_their_class() {
        let conduct = Conduct::new(&ConductPlan { factors: [0.0, 0.0, 0.0, 1e9], most: 1.0, ..plan() });
        let mut habits = HabitPlanes::default();
        habits.put(9, Habits(3 << 6));
        let present = Present { everyone: Mask::FULL, adults: Mask::FULL, ..Present::of(&[], &[], Tick(0)) };
        let draws = Draws::new(demerit_kernel::Seed(1));
        let found = conduct.candidates(draws, Stream(1), BlockId(0), Tick(0), &present, &habits);
        assert_eq!(found.lanes().collect::<Vec<_>>(), [9]);
    }
}
