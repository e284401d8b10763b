//! Identification: a camera tells who it was by comparing faces, and sometimes takes one person for another.
//!
//! Model. (1) A face is compared with all N faces of the gallery, the residents of the real city. Each
//! comparison matches falsely with chance f·g, so that the wrong person is named with chance 1 − (1 − f·g)^N.
//! (2) g = l·s over its mean among all persons: l grows from the first to the last looks group in equal
//! ratios, up to a given ratio; s is the ratio of women to men. Looks are a trait of the household, kept over
//! generations. (3) Whoever is named lives in the same city, is of the same looks group and the sex of
//! whoever did it (a place's sex at the start stands for its sex now), and is drawn evenly; after 128 tries
//! in vain nobody is. (4) Besides, false alarms with nothing behind them name somebody at a rate per person
//! and year times g.
//!
//! Symbols: f per comparison, 0 to 0.001; N persons; shares of looks groups 0 to 1; ratios 1 to 100; alarms
//! per person and year. Sources: f from one false identification in 6,000 faces at a gallery of 10,000
//! (National Physical Laboratory 2023); ratios from NISTIR 8280 (2019), lower ends. That f holds for
//! galleries of millions, the shares of looks groups and the rate of alarms are our assumptions. Leaves out:
//! galleries beyond the city; light, masks and age; likeness within families.

use crate::population::person::in_shares;
use crate::watching::attention::Factor;
use crate::watching::clerk::Errors;
use crate::{City, Sex, Watch};
use demerit_kernel::{Chance, Draws};

demerit_kernel::stream! {
    /// The looks group of a household.
    pub LOOKS_GROUP = 20;
    /// False alarms of face recognition.
    pub FALSE_ALARM = 23;
}

/// Looks groups.
pub const LOOKS: usize = 3;
/// How faces are recognised.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Identification {
    /// Chance f of a false match in one comparison, over all persons.
    pub false_match: f64,
    /// Share of households in each looks group.
    pub looks: [f64; LOOKS],
    /// False matches of the last looks group for each of the first.
    pub looks_ratio: f64,
    /// False matches of women for each of men.
    pub women_ratio: f64,
    /// False alarms per person and year, over all persons.
    pub false_alarms: f64,
}

impl Identification {
    /// Factor g of each looks group and sex (women, men), where a share of all persons are women.
    pub fn factors(&self, women: f64) -> [[f64; 2]; LOOKS] {
        let looks: [f64; LOOKS] =
            std::array::from_fn(|group| libm::pow(self.looks_ratio, group as f64 / (LOOKS - 1) as f64));
        let of_looks: f64 = looks.iter().zip(self.looks).map(|(factor, share)| factor * share).sum();
        let mean = of_looks / self.looks.iter().sum::<f64>() * (women * self.women_ratio + (1.0 - women));
        looks.map(|factor| [factor * self.women_ratio / mean, factor / mean])
    }

    /// Chance that somebody with factor g is taken for one of `gallery` others.
    pub fn wrong(&self, factor: f64, gallery: f64) -> f64 {
        -libm::expm1(gallery * libm::log1p(-(self.false_match * factor).min(1.0)))
    }
}

/// Recognition, made ready for the cities of a society.
#[derive(Clone, Debug, PartialEq)]
pub struct Recognition {
    plan: Identification,
    women: f64,
    factors: [[f64; 2]; LOOKS],
    wrong: Vec<[[Chance; 2]; LOOKS]>,
    most: Vec<Chance>,
    worst: f64,
    alarms: Errors,
}

impl Recognition {
    /// Makes it ready: a share of all persons are women.
    pub fn new(plan: Identification, women: f64, cities: &[City]) -> Self {
        let factors = plan.factors(women);
        let of = |city: &City| {
            factors.map(|sexes| sexes.map(|factor| Chance::from_share(plan.wrong(factor, city.residents))))
        };
        let wrong: Vec<_> = cities.iter().map(of).collect();
        let highest =
            |chances: &[[Chance; 2]; LOOKS]| chances.iter().flatten().copied().max().unwrap_or_default();
        let most = wrong.iter().map(highest).collect();
        let worst = factors.iter().flatten().copied().fold(1.0, f64::max);
        let alarms = Errors::new(Watch::per_tick(plan.false_alarms), worst);
        Self { plan, women, factors, wrong, most, worst, alarms }
    }

    /// The same with a higher threshold, which divides false matches and false alarms.
    pub fn with_threshold(&self, divides: f64, cities: &[City]) -> Self {
        let divides = divides.max(1.0);
        let (false_match, false_alarms) = (self.plan.false_match / divides, self.plan.false_alarms / divides);
        Self::new(Identification { false_match, false_alarms, ..self.plan }, self.women, cities)
    }

    /// The same where no face is mistaken more readily than another, and as many are in all. Candidates for a
    /// false alarm stay those of its twins.
    pub fn even(&self, cities: &[City]) -> Self {
        let plan = Identification { looks_ratio: 1.0, women_ratio: 1.0, ..self.plan };
        Self { worst: self.worst, alarms: self.alarms, ..Self::new(plan, self.women, cities) }
    }

    /// How faces are recognised.
    pub const fn plan(&self) -> &Identification {
        &self.plan
    }

    /// False alarms, of somebody with factor 1 as often as the mean.
    pub const fn false_alarms(&self) -> Errors {
        self.alarms
    }

    /// The factor g of a looks group and sex.
    pub fn factor(&self, looks: usize, sex: Sex) -> f64 {
        self.factors[looks][sex as usize]
    }

    /// The highest chance, among those of a city, of being taken for somebody else.
    #[inline]
    pub fn most(&self, city: u16) -> Chance {
        self.most[usize::from(city)]
    }

    /// The chance, in a city, that somebody of a looks group and sex is taken for somebody else.
    pub fn wrong(&self, city: u16, looks: usize, sex: Sex) -> Chance {
        self.wrong[usize::from(city)][looks][sex as usize]
    }

    /// The looks group of a household, by its first person.
    pub fn looks(&self, draws: &Draws, first: u32) -> usize {
        let all: f64 = self.plan.looks.iter().sum();
        let place = draws.luck(LOOKS_GROUP, first, 0, 0).unit(0) * all;
        in_shares(&self.plan.looks, place).unwrap_or(LOOKS - 1)
    }

    /// Whether a candidate for a false alarm could be named whatever their looks: the cheap test before
    /// [`Self::alarmed`].
    pub fn may_be_alarmed(&self, attention: Factor, word: u32) -> bool {
        self.alarms.befall(self.worst, attention, word)
    }

    /// Whether a candidate for a false alarm is named, where attention has this factor; judged by a word.
    pub fn alarmed(&self, looks: usize, sex: Sex, attention: Factor, word: u32) -> bool {
        self.alarms.befall(self.factor(looks, sex), attention, word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan() -> Identification {
        Identification {
            false_match: 1.0 / 6000.0 / 10_000.0,
            looks: [0.7, 0.2, 0.1],
            looks_ratio: 9.0,
            women_ratio: 2.0,
            false_alarms: 0.02,
        }
    }

    #[test]
    fn factors_of_looks_and_sex_have_a_mean_of_one() {
        // Looks 1, 3, 9: mean 0.7 + 0.6 + 0.9 = 2.2; half of all are women: mean 1.5.
        let factors = plan().factors(0.5);
        for (group, looks) in [1.0, 3.0, 9.0].into_iter().enumerate() {
            assert!((factors[group][0] - looks * 2.0 / 3.3).abs() < 1e-12);
            assert!((factors[group][1] - looks / 3.3).abs() < 1e-12);
        }
    }

    #[test]
    fn the_gallery_of_the_trial_gives_the_error_of_the_trial() {
        // 1 − (1 − f)^10,000 ≈ 10,000·f, less one part in 12,000.
        let wrong = plan().wrong(1.0, 10_000.0);
        assert!((wrong * 6000.0 - 1.0).abs() < 1e-4, "{wrong}");
        assert!((plan().wrong(1.0, 2.0e6) - (1.0 - f64::exp(-2.0e6 / 6.0e7))).abs() < 1e-9);
    }

    #[test]
    fn without_false_matches_nobody_is_mistaken() {
        let none = Identification { false_match: 0.0, false_alarms: 0.0, ..plan() };
        assert_eq!(none.wrong(10.0, 1e9), 0.0);
        assert_eq!(Recognition::new(none, 0.5, &[]).false_alarms().ceiling, Chance::ZERO);
    }

    #[test]
    fn whoever_is_alarmed_may_be() {
        let recognition = Recognition::new(plan(), 0.5, &[]);
        let factor = Factor::of_mean(0.5, 900, 400);
        let mut named = [0; LOOKS];
        for word in (0..=u32::MAX).step_by(1 << 16) {
            for (looks, count) in named.iter_mut().enumerate() {
                let alarmed = recognition.alarmed(looks, Sex::Female, factor, word);
                assert!(!alarmed || recognition.may_be_alarmed(factor, word));
                *count += u32::from(alarmed);
            }
        }
        assert!(0 < named[0] && named[0] < named[1] && named[1] < named[2], "{named:?}");
        assert!((f64::from(named[2]) / f64::from(named[0]) - 9.0).abs() < 0.01);
    }

    proptest::proptest! {
        #[test]
        fn factors_have_mean_one_and_chances_grow(
            one in 0.01..1.0f64, two in 0.01..1.0f64, three in 0.01..1.0f64, ratio in 1.0..100.0f64,
            women_ratio in 1.0..10.0f64, women in 0.0..1.0f64, gallery in 1.0..1e8f64,
        ) {
            let sum = one + two + three;
            let looks = [one / sum, two / sum, three / sum];
            let plan = Identification { looks, looks_ratio: ratio, women_ratio, ..plan() };
            let factors = plan.factors(women);
            let mean: f64 = factors.iter().zip(looks)
                .map(|(sexes, share)| share * (women * sexes[0] + (1.0 - women) * sexes[1])).sum();
            proptest::prop_assert!((mean - 1.0).abs() < 1e-9);
            let wrong = plan.wrong(factors[0][1], gallery);
            proptest::prop_assert!((0.0..=1.0).contains(&wrong));
            proptest::prop_assert!(wrong <= plan.wrong(factors[2][0], gallery));
            proptest::prop_assert!(wrong <= plan.wrong(factors[0][1], gallery * 2.0));
        }
    }
}
