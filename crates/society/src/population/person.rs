//! A person: the fixed traits that are computed from keyed draws whenever they are asked for.
//!
//! Model: income rank, schooling, occupation and private opinion are even draws keyed by the person's number
//! and generation. Schooling beyond school has the published share of adults: `college` per 100,000 of all,
//! over 1 − 1.2·c of them, with c the share under 15. Occupation follows age: an infant under 6, a pupil from
//! 6 to 17, retired from 60 on. An adult is 18 or over, in every part of the model; so whoever is 15 to 17 is
//! a pupil and no adult, though the place in the household may be that of a grown child. Those of 18 to 59
//! work in one of five sectors, at the sectors' shares, or not at all. Support of the authorities is even
//! from 0 to 1.
//!
//! Source: census 2020 (college); the sectors' shares are assumptions of the society file; the three ages and
//! the even opinion are our assumption. Leaves out: careers.

use crate::{BirthWeek, Habits, Sex, age_years, generation};
use demerit_kernel::{Chance, Draws, Tick};

demerit_kernel::stream! {
    /// Income, schooling, occupation, opinion.
    pub TRAIT = 6;
}

demerit_kernel::named! {
    /// What a person's days are filled with.
    Occupation {
        /// Under 6.
        Infant = "infant",
        /// 6 to 17.
        Pupil = "pupil",
        /// Farming.
        Farm = "farm",
        /// Industry and building.
        Industry = "industry",
        /// Services.
        Services = "services",
        /// The state's service.
        State = "state service",
        /// Press and publishing.
        Press = "press",
        /// Of working age, without work.
        None = "without work",
        /// 60 and over.
        Retired = "retired",
    }
}

impl Occupation {
    /// Whether it is work that earns an income.
    pub const fn is_work(self) -> bool {
        matches!(self, Self::Farm | Self::Industry | Self::Services | Self::State | Self::Press)
    }
}

/// Shares that traits are drawn with.
#[derive(Clone, Debug, PartialEq)]
pub struct TraitPlan {
    /// Share of adults with college education.
    pub college: Chance,
    /// Shares of those of working age in farming, industry, services, the state's service, the press; the
    /// rest have no work.
    pub sectors: [f64; 5],
    /// Spread of the logarithm of income.
    pub income_sigma: f64,
    /// Share of persons who use apps that a regime can read.
    pub uses_apps: Chance,
}

/// Age of majority in years.
pub const ADULT: u32 = 18;
/// Age of retirement in years.
pub const RETIRED: u32 = 60;
/// Age at which school begins, in years.
pub const SCHOOL: u32 = 6;

/// A person, as far as number, birth and habits tell; traits are drawn on demand.
#[derive(Clone, Copy, Debug)]
pub struct Person<'a> {
    /// Number of the place that the person holds.
    pub number: u32,
    /// Week of birth.
    pub born: BirthWeek,
    /// Habits.
    pub habits: Habits,
    plan: &'a TraitPlan,
    draws: &'a Draws,
}

impl<'a> Person<'a> {
    /// The person with this number, birth and habits.
    pub const fn new(
        plan: &'a TraitPlan,
        draws: &'a Draws,
        number: u32,
        born: BirthWeek,
        habits: Habits,
    ) -> Self {
        Self { number, born, habits, plan, draws }
    }

    /// Whoever held a place at the start, as far as the place alone tells: habits are left out.
    pub const fn of_start(plan: &'a TraitPlan, draws: &'a Draws, number: u32) -> Self {
        Self::new(plan, draws, number, -1, Habits(0))
    }

    /// Age in whole years.
    pub fn age(&self, tick: Tick) -> u32 {
        age_years(self.born, tick)
    }

    /// Sex.
    pub const fn sex(&self) -> Sex {
        self.habits.sex()
    }

    fn luck(&self) -> demerit_kernel::Luck {
        self.draws.luck(TRAIT, self.number, 0, generation(self.born))
    }

    /// The person's own draw of a place in the distribution of income, 0 to 1: the place itself for whoever
    /// was grown up at the start; see [`crate::consequences::upbringing`] for the others.
    pub fn income_rank(&self) -> f64 {
        self.luck().unit(0)
    }

    /// Income in units of the median.
    pub fn income(&self) -> f64 {
        crate::population::income::income(self.plan.income_sigma, self.income_rank())
    }

    /// Fifth of the own draw, 0 the poorest.
    pub fn income_fifth(&self) -> u8 {
        self.luck().below(0, 5) as u8
    }

    /// Whether the person, once grown up, has college education.
    pub fn college(&self) -> bool {
        self.plan.college.hits(self.luck().word(1))
    }

    /// Private support of the authorities, 0 to 1, even among persons (our assumption).
    pub fn support(&self) -> f64 {
        self.luck().unit(3)
    }

    /// Occupation at a tick.
    pub fn occupation(&self, tick: Tick) -> Occupation {
        let age = self.age(tick);
        if age < SCHOOL {
            return Occupation::Infant;
        }
        if age < ADULT {
            return Occupation::Pupil;
        }
        if age >= RETIRED {
            return Occupation::Retired;
        }
        let sector = in_shares(&self.plan.sectors, self.luck().unit(2));
        sector.map_or(Occupation::None, |sector| Occupation::ALL[2 + sector])
    }

    /// Whether the person uses apps that can be read.
    pub fn uses_apps(&self) -> bool {
        crate::watching::apps::uses(self.plan.uses_apps, self.draws, self.number, generation(self.born))
    }
}

/// The first of some shares up to whose end a place lies, where they stand one after the other.
pub(crate) fn in_shares(shares: &[f64], place: f64) -> Option<usize> {
    let mut end = 0.0;
    shares.iter().position(|share| {
        end += share;
        place < end
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_kernel::Seed;

    fn plan() -> TraitPlan {
        TraitPlan {
            college: Chance::from_share(0.19),
            sectors: [0.2, 0.2, 0.3, 0.05, 0.01],
            income_sigma: 0.88,
            uses_apps: Chance::from_share(0.7),
        }
    }

    #[test]
    fn occupation_follows_age() {
        let draws = Draws::new(Seed(5));
        let (shares, habits) = (plan(), Habits(0));
        let at = |years: i16| Person::new(&shares, &draws, 8, -52 * years - 1, habits).occupation(Tick(0));
        assert_eq!(at(3), Occupation::Infant);
        assert_eq!(at(10), Occupation::Pupil);
        assert_eq!(at(70), Occupation::Retired);
        assert!(!matches!(at(40), Occupation::Infant | Occupation::Pupil | Occupation::Retired));
    }

    #[test]
    fn shares_come_out() {
        let (draws, shares) = (Draws::new(Seed(5)), plan());
        let n = 50_000;
        let people = (0..n).map(|number| Person::new(&shares, &draws, number, -2000, Habits(0)));
        let none = people.clone().filter(|one| one.occupation(Tick(0)) == Occupation::None).count();
        let poorest = people.clone().filter(|one| one.income_fifth() == 0).count();
        let apps = people.filter(Person::uses_apps).count();
        // Four standard errors are at most 0.009.
        for (count, share) in [(none, 0.24), (poorest, 0.2), (apps, 0.7)] {
            assert!((count as f64 / f64::from(n) - share).abs() < 0.009);
        }
    }

    #[test]
    fn the_next_in_the_same_place_is_somebody_else() {
        let (draws, shares) = (Draws::new(Seed(5)), plan());
        let first = Person::new(&shares, &draws, 8, -100, Habits(0));
        let next = Person::new(&shares, &draws, 8, 100, Habits(0));
        assert!((first.income_rank() - next.income_rank()).abs() > 1e-9);
        assert_eq!(first.income_rank(), Person::new(&shares, &draws, 8, -999, Habits(0)).income_rank());
    }
}
