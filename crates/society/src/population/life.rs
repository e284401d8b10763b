//! Life and death: ages at the start, deaths, births, partners.
//!
//! Model. Ages at the start follow the place in the household: children 0 to 14, elders 60 and over (a share
//! 60 to 64, the others 65 plus an exponential tail, at most 100), grown children 15 to 29, heads so old that
//! they could be the parents of the children and so young that they could be the children of the elders. In
//! years, with an even draw u of [0, 1) for each place and y the age of the household's oldest child:
//!
//! | place | elders in the household | no elders |
//! |---|---|---|
//! | child | 15u | 15u |
//! | head with grown children | 38 + 4u | 44 + 16u |
//! | other head with children | y + 20 + 7u | y + 20 + 18u, at most 59.9 |
//! | head without children | 22 + 20u | 18 + 42u |
//! | partner of an adult | age of the head − 6 + 8u, 18 to 59.9 | the same |
//! | grown child | 15 + 7u | 15 + 15u |
//! | elder, 65 and over | 65 − t·ln(1 − u), at most 100 | |
//! | other elder | 60 + 5u | |
//!
//! t are the mean years beyond 65, and of the elders the share of those of 65 and over is drawn apart. Ages
//! are kept in whole weeks, rounded down, at least one.
//!
//! The hazard of death in a year is h·e^(b·age) (Gompertz), at most 1, with the age in whole years (127 at
//! the most) and h such that the society at the start, in an even sample of at most 256 neighbourhoods, has
//! the published death rate. Who dies is followed at once by a newborn in the same place: the number of
//! persons is constant, and each death is a birth. Whoever loses a partner by death looks for nobody.
//! Couples part at the published divorce rate d: with c the share of persons coupled at the start, a couple
//! parts at the rate d/(c/2)/0.9 a year. The parted look for somebody new at a rate that leaves a tenth
//! parted in the long run where everybody finds somebody, and no faster than the published marriage rate m
//! allows: each of two at half of the weekly chance at the rate min(d, m)/(c/2)/0.1 (see
//! [`crate::consequences::partner`]); at the start nobody is parted. A rate r a year is the chance
//! 1 − e^(−r/52) in a tick, here and in every file.
//!
//! Symbols: age in years, stored as birth week; rates per person and year.
//! Sources: census 2020, statistical communiqué 2020, Ministry of Civil Affairs 2020; b, the tenth and the
//! years between parents and children are our assumption.
//! Leaves out: births beyond the replacement of deaths, so the society ages; moves; children of a new couple.

use crate::{Place, Role};
use demerit_kernel::{Chance, Tick};

demerit_kernel::stream! {
    /// Ages at the start.
    pub AGE = 4;
    /// Deaths.
    pub DEATH = 7;
}

/// Ticks in a year: a tick is a week.
pub const TICKS_PER_YEAR: u32 = 52;

/// Whole ticks nearest to a number of years, none for less: the one rule for lengths and moments.
#[must_use]
pub fn ticks_of(years: f64) -> u32 {
    libm::round(years * f64::from(TICKS_PER_YEAR)) as u32
}

/// What life and death are built from.
#[derive(Clone, Debug, PartialEq)]
pub struct LifePlan {
    /// Of those of 60 and over, the share of 65 and over.
    pub elders_over_65: f64,
    /// Mean years beyond 65 of those of 65 and over.
    pub elders_tail: f64,
    /// Deaths per person and year.
    pub deaths: f64,
    /// Growth of the hazard of death with age, per year.
    pub ageing: f64,
    /// Divorces per person and year.
    pub divorces: f64,
    /// Marriages per person and year.
    pub marriages: f64,
}

/// Week of birth, counted from the first tick; negative for all who live at the start.
pub type BirthWeek = i16;

/// Oldest age at the start, in years.
const OLDEST: f64 = 100.0;
/// Ages at which the hazard of death is tabled, in years.
const HAZARD_AGES: usize = 128;

/// The key that tells the persons who follow one another in the same place apart.
#[inline]
pub const fn generation(born: BirthWeek) -> u32 {
    if born >= 0 { born as u32 + 1 } else { 0 }
}

/// Age in whole weeks at a tick.
#[inline]
pub fn age_weeks(born: BirthWeek, tick: Tick) -> u32 {
    (tick.0 as i32 - born as i32).max(0) as u32
}

/// Age in whole years at a tick.
#[inline]
pub fn age_years(born: BirthWeek, tick: Tick) -> u32 {
    age_weeks(born, tick) / TICKS_PER_YEAR
}

/// Puts the birth weeks of a household at the start into `born`, one for each place of it. The luck of a
/// place is two even numbers of [0, 1), from the stream [`crate::AGE`].
pub fn births_at_start(
    plan: &LifePlan,
    luck: impl Fn(usize) -> [f64; 2],
    household: &[Place],
    born: &mut [BirthWeek],
) {
    let Some(first) = household.first() else { return };
    let composition = first.composition;
    let unit = |within: usize| luck(within)[0];
    let adults = usize::from(composition.adults());
    let elders_from = adults;
    let children_from = adults + usize::from(composition.elders);
    let mut ages = [0.0_f64; 8];
    for (within, place) in household.iter().enumerate() {
        if place.role == Role::Child || within >= children_from {
            ages[within] = 15.0 * unit(within);
        }
    }
    let eldest_child = ages[children_from.min(7)..].iter().copied().fold(0.0, f64::max);
    let has_children = composition.children > 0;
    let has_grown = adults > 2;
    // Whoever lives with parents of 60 and over is young enough to be their child.
    let has_elders = composition.elders > 0;
    for (within, place) in household.iter().enumerate().take(adults) {
        let u = unit(within);
        ages[within] = match place.role {
            Role::GrownChild if has_elders => 15.0 + 7.0 * u,
            Role::GrownChild => 15.0 + 15.0 * u,
            Role::Head if has_grown && has_elders => 38.0 + 4.0 * u,
            Role::Head if has_grown => 44.0 + 16.0 * u,
            Role::Head if has_children && has_elders => eldest_child + 20.0 + 7.0 * u,
            Role::Head if has_children => (eldest_child + 20.0 + 18.0 * u).min(59.9),
            Role::Head if has_elders => 22.0 + 20.0 * u,
            Role::Head => 18.0 + 42.0 * u,
            Role::Partner | Role::Elder | Role::Child => (ages[0] - 6.0 + 8.0 * u).clamp(18.0, 59.9),
        };
    }
    let elders = ages.iter_mut().enumerate().take(children_from.min(household.len())).skip(elders_from);
    for (within, age) in elders {
        let [place, older] = luck(within);
        *age = if older < plan.elders_over_65 {
            (65.0 - plan.elders_tail * libm::log1p(-place)).min(OLDEST)
        } else {
            60.0 + 5.0 * place
        };
    }
    for (born, age) in born.iter_mut().zip(ages) {
        // Born at least one week before the start: those born at the first tick are newcomers.
        *born = -((age * f64::from(TICKS_PER_YEAR)) as i16).max(1);
    }
}

/// Hazards of death by age, and of parting and pairing, per tick.
#[derive(Clone, Debug, PartialEq)]
pub struct Hazards {
    /// Chance of death in a tick, by age in years; the last for all above.
    death: [Chance; HAZARD_AGES],
    /// Highest chance of death.
    pub death_ceiling: Chance,
    /// Chance in a tick that a couple parts.
    pub part: Chance,
    /// Chance in a tick that a parted couple would pair again.
    pub pair: Chance,
}

impl Hazards {
    /// Sets the level of the hazard from the ages at the start (`persons_by_age`, in years) and the shares
    /// coupled.
    pub fn new(plan: &LifePlan, persons_by_age: &[u64], coupled: f64) -> Self {
        let ticks = f64::from(TICKS_PER_YEAR);
        let persons: u64 = persons_by_age.iter().sum();
        let weighted: f64 = persons_by_age
            .iter()
            .enumerate()
            .map(|(age, &count)| count as f64 * libm::exp(plan.ageing * age as f64))
            .sum();
        let level = if weighted > 0.0 { plan.deaths * persons as f64 / weighted } else { 0.0 };
        let death = std::array::from_fn(|age| {
            let hazard = (level * libm::exp(plan.ageing * age as f64)).min(1.0);
            demerit_kernel::Rate::per_year(hazard).chance_in(ticks)
        });
        // A divorce parts two persons; couples are keyed by their first person.
        let per_couple = |events: f64| if coupled > 0.0 { events / (coupled / 2.0) } else { 0.0 };
        let rate = |events: f64| demerit_kernel::Rate::per_year(events).chance_in(ticks);
        // Parted couples settle where partings equal pairings; a tenth parted is the assumed standing share.
        let (part, pair) = (
            rate(per_couple(plan.divorces) / 0.9),
            rate(per_couple(plan.divorces.min(plan.marriages)) / 0.1),
        );
        Self { death_ceiling: death.into_iter().max().unwrap_or_default(), death, part, pair }
    }

    /// Chance of death in a tick at an age in years.
    #[inline]
    pub fn death(&self, age: u32) -> Chance {
        self.death[(age as usize).min(HAZARD_AGES - 1)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_kernel::Draws;

    fn plan() -> LifePlan {
        LifePlan {
            elders_over_65: 0.722,
            elders_tail: 9.0,
            deaths: 0.0071,
            ageing: 0.09,
            divorces: 0.0031,
            marriages: 0.0058,
        }
    }

    #[test]
    fn ages_count_from_the_week_of_birth() {
        assert_eq!(age_years(-52, Tick(0)), 1);
        assert_eq!(age_years(-53, Tick(51)), 2);
        assert_eq!(age_weeks(10, Tick(12)), 2);
        assert_eq!(
            (age_weeks(12, Tick(12)), age_weeks(13, Tick(12))),
            (0, 0),
            "nobody is younger than nothing"
        );
        assert_eq!((generation(-5), generation(0), generation(7)), (0, 1, 8));
    }

    /// Ages in weeks of a household whose places all have the same luck.
    fn weeks(size: u8, children: u8, elders: u8, luck: [f64; 2]) -> Vec<i16> {
        let composition = crate::population::household::Composition { size, children, elders };
        let household: Vec<Place> = composition.places(0).collect();
        let mut born = vec![0; usize::from(size)];
        births_at_start(&plan(), |_| luck, &household, &mut born);
        born.into_iter().map(|born| -born).collect()
    }

    #[test]
    fn parents_and_elders_stand_their_years_apart_at_the_start() {
        let middle = |size, children, elders| weeks(size, children, elders, [0.5, 0.9]);
        let years = |ages: &[f64]| ages.iter().map(|age| (age * 52.0) as i16).collect::<Vec<_>>();
        assert_eq!(middle(1, 0, 0), years(&[39.0]));
        assert_eq!(middle(2, 0, 0), years(&[39.0, 37.0]));
        assert_eq!(middle(3, 0, 0), years(&[52.0, 50.0, 22.5]), "a grown child");
        assert_eq!(middle(3, 1, 0), years(&[36.5, 34.5, 7.5]));
        assert_eq!(middle(2, 0, 1), years(&[32.0, 62.5]), "an elder of 60 to 64");
        assert_eq!(middle(4, 0, 1), years(&[40.0, 38.0, 18.5, 62.5]));
        assert_eq!(middle(4, 1, 1), years(&[31.0, 29.0, 62.5, 7.5]));
        // 65 and nine times ln 2 years, and no more than a hundred.
        let older = weeks(1, 0, 1, [0.5, 0.1]);
        assert_eq!(older, years(&[65.0 + 9.0 * std::f64::consts::LN_2]));
        assert_eq!(weeks(1, 0, 1, [0.999, 0.1]), years(&[100.0]));
        // Partners are adults under 60, and nobody is born in the first tick.
        assert_eq!(weeks(2, 0, 0, [0.0, 0.9]), years(&[18.0, 18.0]));
        assert_eq!(weeks(2, 0, 0, [0.999, 0.9])[1], (59.9 * 52.0) as i16);
        assert_eq!(weeks(3, 1, 0, [0.0, 0.9]), [20 * 52, 18 * 52, 1]);
        births_at_start(&plan(), |_| [0.5; 2], &[], &mut []);
    }

    #[test]
    fn hazards_are_the_published_rates_for_those_at_risk() {
        use demerit_kernel::Rate;
        let hazards = Hazards::new(&plan(), &[10; 80], 0.5);
        // A divorce parts two of the half that is coupled; a tenth stands parted where nine tenths part and
        // one tenth pairs.
        assert_eq!(hazards.part, Rate::per_year(0.0031 / 0.25 / 0.9).chance_in(52.0));
        assert_eq!(hazards.pair, Rate::per_year(0.0031 / 0.25 / 0.1).chance_in(52.0));
        let few = Hazards::new(&LifePlan { marriages: 0.001, ..plan() }, &[10; 80], 0.5);
        assert_eq!(few.pair, Rate::per_year(0.001 / 0.25 / 0.1).chance_in(52.0));
        // A single age: its hazard is the rate, and grows from there by e^b a year.
        let mut ages = [0; 60];
        ages[50] = 7;
        let hazards = Hazards::new(&plan(), &ages, 0.5);
        assert!(hazards.death(50).raw().abs_diff(Rate::per_year(0.0071).chance_in(52.0).raw()) <= 1);
        let later = Rate::per_year(0.0071 * f64::exp(0.9)).chance_in(52.0);
        assert!(hazards.death(60).raw().abs_diff(later.raw()) <= 1);
        assert_eq!(hazards.death_ceiling, hazards.death(127));
        assert_eq!(hazards.death_ceiling, Rate::per_year(1.0).chance_in(52.0), "a hazard of one at the most");
    }

    #[test]
    fn three_generations_are_a_generation_apart() {
        use crate::population::household::Composition;
        let draws = Draws::new(demerit_kernel::Seed(4));
        for (number, composition) in [(5, 1, 2), (5, 2, 1), (5, 1, 1), (6, 2, 2), (4, 0, 2), (3, 0, 1)]
            .into_iter()
            .cycle()
            .take(600)
            .enumerate()
        {
            let (size, children, elders) = composition;
            let household: Vec<Place> = Composition { size, children, elders }.places(0).collect();
            let mut born = vec![0; usize::from(size)];
            let luck = |within| {
                let luck = draws.luck(AGE, (10 * number + within) as u32, 0, 0);
                [luck.unit(0), luck.unit(1)]
            };
            births_at_start(&plan(), luck, &household, &mut born);
            let age = |within: usize| age_years(born[within], Tick(0));
            for (within, place) in household.iter().enumerate() {
                match place.role {
                    Role::Elder => assert!(age(within) >= age(0) + 15, "{composition:?}"),
                    Role::Child | Role::GrownChild => assert!(age(0) >= age(within) + 14, "{composition:?}"),
                    Role::Head | Role::Partner => {}
                }
            }
        }
    }

    #[test]
    fn the_death_rate_comes_out() {
        let ages: Vec<u64> = (0..100).map(|age| 1000 - 8 * age).collect();
        let hazards = Hazards::new(&plan(), &ages, 0.5);
        let persons: u64 = ages.iter().sum();
        let deaths: f64 = ages
            .iter()
            .enumerate()
            .map(|(age, &n)| hazards.death(age as u32).value() * 52.0 * n as f64)
            .sum();
        assert!((deaths / persons as f64 - 0.0071).abs() < 1e-4);
        assert!(hazards.death(200) == hazards.death(127) && hazards.death(127) <= hazards.death_ceiling);
    }

    #[test]
    fn every_length_in_whole_weeks_is_that_many_weeks() {
        for weeks in 0..=31_200 {
            assert_eq!(ticks_of(f64::from(weeks) / f64::from(TICKS_PER_YEAR)), weeks);
        }
        assert_eq!([ticks_of(0.001), ticks_of(-1.0), ticks_of(f64::NAN)], [0; 3]);
    }

    #[test]
    fn nobody_dies_or_parts_where_rates_are_zero() {
        let still = LifePlan { deaths: 0.0, divorces: 0.0, marriages: 0.0, ..plan() };
        let hazards = Hazards::new(&still, &[10; 80], 0.5);
        assert_eq!(
            (hazards.death_ceiling, hazards.part, hazards.pair),
            (Chance::ZERO, Chance::ZERO, Chance::ZERO)
        );
        assert_eq!(Hazards::new(&plan(), &[], 0.0).part, Chance::ZERO);
    }
}
