//! Cities: how many persons live where, in town and country.
//!
//! Model. The published counts of cities by size class give the urban cores: within a class, core sizes are
//! the quantiles of a Pareto law with the published exponent between the class bounds. Everybody else lives
//! in a hinterland, the same number round each core (our assumption: a Chinese city is a territory with
//! county towns and villages). All of a core and a part of each hinterland is urban, so that the whole has
//! the published urban share. A city is a run of whole neighbourhoods of 1,024 persons. In a society too
//! small for all cities each neighbourhood stands for as many persons of the country, ranked by the size of
//! their city, and lies in the city of the one in their middle: persons live in large cities as often as they
//! do in a society that has them all. Where all cities fit, neighbourhoods are shared out by core and
//! hinterland together, at least one a city: with b of them, a share below one is raised to one, and what the
//! others have above one is cut in proportion; whole numbers by largest remainders. Within a class of n cores
//! from l to h, with exponent a, the core of quantile q = (i + 1/2)/n has (l^−a − q(l^−a − h^−a))^(−1/a)
//! persons.
//!
//! How many cameras a city has is said in [`crate::watching::cameras`].
//!
//! Symbols: core sizes in persons; exponent > 0; urban share 0 to 1. Sources: census 2020 (classes, urban
//! share).

use crate::Cameras;
use demerit_kernel::{Chance, Draws, LANES};

/// A size class of urban cores.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SizeClass {
    /// Number of cities.
    pub count: u32,
    /// Smallest core, persons.
    pub low: f64,
    /// Largest core, persons.
    pub high: f64,
}

/// What the cities are built from.
#[derive(Clone, Debug, PartialEq)]
pub struct CityPlan {
    /// Persons in the real country, of which the society is a sample.
    pub country: f64,
    /// Size classes, largest first.
    pub classes: Vec<SizeClass>,
    /// Pareto exponent within a class.
    pub exponent: f64,
    /// Urban share of all persons.
    pub urban: f64,
    /// Cameras.
    pub cameras: Cameras,
}

/// A city of the society.
#[derive(Clone, Debug, PartialEq)]
pub struct City {
    /// Name: `c` and its rank by size.
    pub name: String,
    /// Place of its size class among the classes.
    pub class: u32,
    /// First neighbourhood.
    pub first_block: u32,
    /// Neighbourhoods.
    pub blocks: u32,
    /// Persons.
    pub persons: u32,
    /// How many of them, the first ones, live in town.
    pub urban_persons: u32,
    /// Residents of the real city that it stands for: core and hinterland.
    pub residents: f64,
    /// Cameras per 1,000 residents.
    pub cameras: f64,
    /// Chance that a deed in public is in view of a camera.
    pub in_view: Chance,
}

impl City {
    /// Number of the first person.
    pub const fn first_person(&self) -> u32 {
        self.first_block * LANES
    }

    /// Whether the person with this number, who lives here, lives in town.
    pub const fn is_urban(&self, person: u32) -> bool {
        person - self.first_person() < self.urban_persons
    }
}

/// All cities, largest first, and which neighbourhood belongs to which.
#[derive(Clone, Debug, PartialEq)]
pub struct Cities {
    cities: Vec<City>,
    of_block: Vec<u16>,
}

impl Cities {
    /// Lays out `persons` persons in cities.
    pub fn new(plan: &CityPlan, persons: u32, draws: &Draws) -> Self {
        let blocks = persons.div_ceil(LANES);
        let cores = core_sizes(plan);
        let hinterland =
            (plan.country - cores.iter().map(|core| core.1).sum::<f64>()).max(0.0) / cores.len() as f64;
        let of =
            |cores: &[(u32, f64)]| -> Vec<f64> { cores.iter().map(|core| core.1 + hinterland).collect() };
        let (chosen, shares) = if (blocks as usize) < cores.len() {
            let sampled = sampled(&of(&cores), blocks);
            sampled.into_iter().map(|(city, blocks)| (cores[city], blocks)).unzip()
        } else {
            let shares = apportion(&of(&cores), blocks);
            (cores, shares)
        };
        let territory = of(&chosen);
        let persons_of = |first_block: u32, blocks: u32| (blocks * LANES).min(persons - first_block * LANES);
        // What part of the hinterlands is urban follows from the persons who came out, not from the
        // territories: in a small society whole neighbourhoods give the small cities too many.
        let (mut in_cores, mut outside, mut first_block) = (0.0, 0.0, 0);
        for (&(_, core), &blocks_here) in chosen.iter().zip(&shares) {
            let here = f64::from(persons_of(first_block, blocks_here));
            in_cores += here * core / (core + hinterland);
            outside += here * hinterland / (core + hinterland);
            first_block += blocks_here;
        }
        let urban_outside = (f64::from(persons) * plan.urban - in_cores).max(0.0) / outside.max(1.0);
        let mut cities = Vec::with_capacity(chosen.len());
        let mut of_block = Vec::with_capacity(blocks as usize);
        let mut first_block = 0;
        let mut debt = 0.0;
        for (place, (&(class, core), &blocks_here)) in chosen.iter().zip(&shares).enumerate() {
            let persons_here = persons_of(first_block, blocks_here);
            let urban = (core + hinterland * urban_outside.min(1.0)) / (core + hinterland);
            // What rounding takes from one city is given to the next, so that the urban share is exact.
            let wanted = urban * f64::from(persons_here) + debt;
            let urban_persons = wanted.clamp(0.0, f64::from(persons_here)) as u32;
            debt = wanted - f64::from(urban_persons);
            let cameras = plan.cameras.per_1000(draws, place as u32);
            cities.push(City {
                name: format!("c{:03}", place + 1),
                class,
                first_block,
                blocks: blocks_here,
                persons: persons_here,
                urban_persons,
                residents: territory[place],
                cameras,
                in_view: plan.cameras.in_view(cameras),
            });
            of_block.extend(std::iter::repeat_n(place as u16, blocks_here as usize));
            first_block += blocks_here;
        }
        Self { cities, of_block }
    }

    /// All cities, largest first.
    pub fn all(&self) -> &[City] {
        &self.cities
    }

    /// The city of a neighbourhood.
    #[inline]
    pub fn of_block(&self, block: u32) -> &City {
        &self.cities[usize::from(self.of_block[block as usize])]
    }

    /// Place of the city of a neighbourhood among all cities.
    #[inline]
    pub fn index_of_block(&self, block: u32) -> u16 {
        self.of_block[block as usize]
    }

    /// Places of the cities, evenly spread over the ranks of size, that hold this share of all persons as
    /// nearly as whole cities can: one city at least.
    ///
    /// Every number of cities is tried, each from every rank that leaves it evenly spread: n² additions for n
    /// cities. Where several come as near, the most cities are taken, and of as many the largest. No luck is
    /// in it.
    ///
    /// ```
    /// # use demerit_kernel::{Draws, Seed};
    /// # use demerit_society::Cameras;
    /// # use demerit_society::population::city::{Cities, CityPlan, SizeClass};
    /// let cameras = Cameras { median: 85.0, spread: 0.8, scale: 300.0 };
    /// let classes = vec![SizeClass { count: 8, low: 1e5, high: 1e6 }];
    /// let plan = CityPlan { country: 1e7, classes, exponent: 1.0, urban: 0.6, cameras };
    /// let cities = Cities::new(&plan, 8 * 1024, &Draws::new(Seed(1)));
    /// assert_eq!(cities.holding(0.25), [0, 4]);
    /// ```
    pub fn holding(&self, share: f64) -> Vec<u16> {
        let count = self.cities.len();
        let all: u64 = self.cities.iter().map(|city| u64::from(city.persons)).sum();
        let ranks = |number: usize, first: usize| (0..number).map(move |one| one * count / number + first);
        let (mut nearest, mut best) = (f64::INFINITY, (0, 0));
        for number in (1..=count).rev() {
            for first in 0..count / number {
                let held: u64 = ranks(number, first).map(|rank| u64::from(self.cities[rank].persons)).sum();
                let miss = (held as f64 - share * all as f64).abs();
                if miss < nearest {
                    (nearest, best) = (miss, (number, first));
                }
            }
        }
        ranks(best.0, best.1).map(|rank| rank as u16).collect()
    }

    /// Place of the city with this name.
    pub fn named(&self, name: &str) -> Option<usize> {
        self.cities.iter().position(|city| city.name == name)
    }
}

/// Class and size of each urban core, largest first.
fn core_sizes(plan: &CityPlan) -> Vec<(u32, f64)> {
    let mut cores = Vec::new();
    for (number, class) in plan.classes.iter().enumerate() {
        let power = |x: f64| libm::pow(x, -plan.exponent);
        let (low, high) = (power(class.low), power(class.high));
        for place in (0..class.count).rev() {
            let quantile = (f64::from(place) + 0.5) / f64::from(class.count);
            cores.push((number as u32, libm::pow(low - quantile * (low - high), -1.0 / plan.exponent)));
        }
    }
    cores
}

/// The places of these territories that so many units lie in, each unit in the middle of its part of the
/// whole, with the number of units in each.
fn sampled(territories: &[f64], units: u32) -> Vec<(usize, u32)> {
    let whole: f64 = territories.iter().sum();
    let mut found: Vec<(usize, u32)> = Vec::new();
    let (mut place, mut end) = (0, territories[0]);
    for unit in 0..units {
        let middle = (f64::from(unit) + 0.5) / f64::from(units) * whole;
        while end < middle && place + 1 < territories.len() {
            place += 1;
            end += territories[place];
        }
        match found.last_mut().filter(|last| last.0 == place) {
            Some(last) => last.1 += 1,
            None => found.push((place, 1)),
        }
    }
    found
}

/// Shares `whole` units in proportion to `weights` by largest remainders, at least one each; there are as
/// many units as weights or more.
pub fn apportion(weights: &[f64], whole: u32) -> Vec<u32> {
    let total: f64 = weights.iter().sum();
    let spare = f64::from(whole) - weights.len() as f64;
    let exact: Vec<f64> = weights.iter().map(|weight| (weight / total * f64::from(whole)).max(1.0)).collect();
    // Those raised to one unit are paid for by the others, in proportion to what they have above one.
    let above: f64 = exact.iter().map(|share| share - 1.0).sum();
    let exact: Vec<f64> = exact
        .iter()
        .map(|share| if above > 0.0 { 1.0 + (share - 1.0) * spare / above } else { 1.0 })
        .collect();
    let mut units: Vec<u32> = exact.iter().map(|share| *share as u32).collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by(|&a, &b| exact[b].fract().total_cmp(&exact[a].fract()).then(a.cmp(&b)));
    let mut missing = i64::from(whole) - units.iter().map(|&unit| i64::from(unit)).sum::<i64>();
    for &place in order.iter().cycle() {
        if missing <= 0 {
            break;
        }
        units[place] += 1;
        missing -= 1;
    }
    units
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_kernel::Seed;

    fn plan() -> CityPlan {
        let class = |count, low, high| SizeClass { count, low, high };
        CityPlan {
            country: 1.0e7,
            classes: vec![class(1, 2.0e6, 4.0e6), class(4, 1.0e5, 1.0e6)],
            exponent: 1.0,
            urban: 0.6,
            cameras: Cameras { median: 85.0, spread: 0.8, scale: 300.0 },
        }
    }

    #[test]
    fn shares_are_met_as_nearly_as_whole_numbers_allow_and_nobody_gets_none() {
        assert_eq!(apportion(&[3.0, 1.0], 8), [6, 2]);
        assert_eq!(apportion(&[1000.0, 1.0, 1.0], 5), [3, 1, 1]);
        assert_eq!(apportion(&[1.0], 7), [7]);
        assert_eq!(apportion(&[1.0, 1.0, 1.0], 3), [1, 1, 1]);
    }

    #[test]
    fn everybody_lives_somewhere() {
        for persons in [1, 1023, 1024, 1025, 5000, 300_000] {
            let cities = Cities::new(&plan(), persons, &Draws::new(Seed(1)));
            assert_eq!(cities.all().iter().map(|city| city.persons).sum::<u32>(), persons);
            for (place, city) in cities.all().iter().enumerate() {
                assert!(city.persons > 0);
                assert_eq!(usize::from(cities.index_of_block(city.first_block)), place);
                assert_eq!(cities.named(&city.name), Some(place));
            }
        }
    }

    #[test]
    fn real_residents_do_not_depend_on_the_size_of_the_society() {
        let residents = |persons| -> Vec<f64> {
            Cities::new(&plan(), persons, &Draws::new(Seed(1)))
                .all()
                .iter()
                .map(|city| city.residents)
                .collect()
        };
        let (few, many) = (residents(5 * 1024), residents(300_000));
        assert_eq!(few, many);
        assert!((few.iter().sum::<f64>() / 1.0e7 - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_share_of_persons_is_met_as_nearly_as_whole_cities_allow() {
        let cities = Cities::new(&plan(), 300_000, &Draws::new(Seed(1)));
        let persons = |chosen: &[u16]| -> f64 {
            chosen.iter().map(|&city| f64::from(cities.all()[usize::from(city)].persons)).sum()
        };
        // The last of five is the smallest; all are taken where all are wanted.
        assert_eq!(cities.holding(1e-4), [4]);
        assert_eq!(cities.holding(1.0), [0, 1, 2, 3, 4]);
        let nearest = |share: f64| (persons(&cities.holding(share)) / 300_000.0 - share).abs();
        // Nothing that is evenly spread comes nearer: one city, or the first three of every second.
        for share in [0.1, 0.2, 0.4, 0.6] {
            let alone = (0..5).map(|city| (persons(&[city]) / 300_000.0 - share).abs());
            assert!(alone.fold(f64::INFINITY, f64::min) >= nearest(share), "{share}");
            assert!((persons(&[0, 1, 3]) / 300_000.0 - share).abs() >= nearest(share), "{share}");
        }
    }

    #[test]
    fn persons_live_in_cities_as_large_however_many_they_are() {
        let class = |count, low, high| SizeClass { count, low, high };
        let classes = vec![class(4, 5.0e6, 2.0e7), class(30, 1.0e6, 5.0e6), class(200, 1.0e5, 1.0e6)];
        let plan = CityPlan { country: 5.0e8, classes, ..plan() };
        let mean = |persons: u32| {
            let cities = Cities::new(&plan, persons, &Draws::new(Seed(1)));
            let weighed = cities.all().iter().map(|city| f64::from(city.persons) * city.residents);
            weighed.sum::<f64>() / f64::from(persons)
        };
        let large = mean(2_000_000);
        for persons in [20_480, 51_200, 102_400] {
            assert!((mean(persons) / large - 1.0).abs() < 0.05, "{} of {large} at {persons}", mean(persons));
        }
        assert_eq!(sampled(&[6.0, 3.0, 1.0], 5), [(0, 3), (1, 2)]);
    }

    #[test]
    fn the_urban_share_comes_out() {
        let cities = Cities::new(&plan(), 300_000, &Draws::new(Seed(1)));
        let urban: u32 = cities.all().iter().map(|city| city.urban_persons).sum();
        assert!((f64::from(urban) / 300_000.0 - 0.6).abs() < 0.01, "{urban}");
        assert!(cities.all()[0].persons > cities.all()[4].persons);
    }

    #[test]
    fn a_core_of_one_city_is_the_median_of_its_class() {
        let sizes = core_sizes(&plan());
        assert!((sizes[0].1 - 8.0e6 / 3.0).abs() < 1.0, "harmonic mean of 2 and 4 million");
        assert!(sizes.windows(2).all(|pair| pair[0].1 > pair[1].1));
    }
}
