//! A society of the census of 2020 in which nothing happens, to be filled in by a test.
//!
//! Households, ages, sexes and cities are those of the published figures. Nobody does, asks, sees or fears anything, nobody
//! dies, and there is no tie outside the household, until a test says so.
//!
//! Sources: census of China 2020 (households, ages, sexes, cities, urban share); China Kadoorie Biobank (drinking); Fu & Chau 2013
//! (writing). Chances of care, driving and sectors are assumptions of the tests.

use demerit_kernel::{Chance, Draws, Seed};
use demerit_regime::Tie;
use demerit_society::conduct::habit::HabitPlan;
use demerit_society::conduct::{ConductPlan, Follows, Who};
use demerit_society::consequences::Consequences;
use demerit_society::population::city::{CityPlan, SizeClass};
use demerit_society::population::household::HouseholdPlan;
use demerit_society::population::life::LifePlan;
use demerit_society::population::person::TraitPlan;
use demerit_society::population::ties::{Layer, Scope};
use demerit_society::reactions::Reactions;
use demerit_society::reactions::response::Response;
use demerit_society::remedies::Remedies;
use demerit_society::society::SocietyPlan;
use demerit_society::watching::cameras::Cameras;
use demerit_society::{Deed, Society, TICKS_PER_YEAR};

/// Shares of households of 1 to 7 and more persons.
pub(crate) const SIZES: [f64; 7] = [0.254, 0.297, 0.210, 0.132, 0.062, 0.031, 0.014];
/// Share of persons under 15.
pub(crate) const UNDER_15: f64 = 0.1795;
/// Share of persons of 60 and over.
pub(crate) const OVER_60: f64 = 0.1870;
/// Share of persons of 65 and over.
pub(crate) const OVER_65: f64 = 0.1350;
/// Males per 100 females.
pub(crate) const SEX_RATIO: f64 = 105.07;
/// Urban share.
pub(crate) const URBAN: f64 = 0.6389;
/// Cities by size class, largest first: more than 10 million, 5 to 10, 1 to 5, 0.5 to 1, fewer.
pub(crate) const CITIES: [u32; 5] = [7, 14, 84, 135, 443];

/// The society in which nothing happens.
pub(crate) fn quiet() -> SocietyPlan {
    let of = Chance::from_share;
    let bounds = [(1.0e7, 2.2e7), (5.0e6, 1.0e7), (1.0e6, 5.0e6), (5.0e5, 1.0e6), (1.0e5, 5.0e5)];
    let class = |(&count, (low, high))| SizeClass { count, low, high };
    SocietyPlan {
        name: "census".into(),
        title: "A society of the census".into(),
        cities: CityPlan {
            country: 1.411_78e9,
            classes: CITIES.iter().zip(bounds).map(class).collect(),
            exponent: 1.0,
            urban: URBAN,
            cameras: Cameras { median: 85.0, spread: 0.8, scale: 300.0 },
        },
        households: HouseholdPlan { sizes: SIZES, children: UNDER_15, elders: OVER_60 },
        life: LifePlan {
            elders_over_65: OVER_65 / OVER_60,
            elders_tail: 9.0,
            deaths: 0.0,
            ageing: 0.09,
            divorces: 0.0,
            marriages: 0.0,
        },
        sex_ratio: SEX_RATIO,
        habits: HabitPlan {
            male_outside_couples: of(0.5),
            drinks: [of(0.18), of(0.635)],
            drinks_weekly: [of(0.02), of(0.33)],
            dependent: of(0.1),
            never_writes: of(0.574),
            prolific: of(0.048),
            voice: of(0.01),
            drives: of(0.4),
            care: [0.5, 0.3, 0.15, 0.05],
        },
        traits: TraitPlan {
            college: of(0.19),
            sectors: [0.2, 0.22, 0.33, 0.05, 0.01],
            income_sigma: 0.88,
            uses_apps: of(0.7),
        },
        layers: Vec::new(),
        conduct: Deed::all().map(|_| by_all(0.0)).collect(),
        watching: Vec::new(),
        identification: None,
        joined_files: None,
        attention: None,
        response: Response {
            own: 0,
            tie: 0,
            fade: Chance::ZERO,
            chill: 0.0,
            silence: 0.0,
            deterrence: 0.0,
            gaming: 0.0,
        },
        consequences: Consequences::default(),
        reactions: Reactions::default(),
        remedies: Remedies::default(),
        office_file: None,
    }
}

/// The same with deaths, divorces and marriages at the published rates.
pub(crate) fn living() -> SocietyPlan {
    let mut plan = quiet();
    plan.life = LifePlan { deaths: 0.0071, divorces: 0.0031, marriages: 0.0058, ..plan.life };
    plan
}

/// Conduct of everybody alike, with this chance in a tick.
pub(crate) fn by_all(chance: f64) -> ConductPlan {
    ConductPlan {
        who: Who::Everyone,
        rate: -(1.0 - chance).ln() * f64::from(TICKS_PER_YEAR),
        follows: Follows::Nothing,
        factors: [1.0; 4],
        most: 1.0,
    }
}

/// A layer of ties.
pub(crate) fn layer(tie: Tie, scope: Scope, group: u32, rounds: u32, keep: f64) -> Layer {
    Layer { tie, scope, group, rounds, keep: Chance::from_share(keep) }
}

/// Builds the society.
pub(crate) fn built(plan: &SocietyPlan, persons: u32, seed: u64) -> Society {
    Society::new(plan, persons, Draws::new(Seed(seed))).expect("a plan that can be built")
}
