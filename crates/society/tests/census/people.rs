//! Households, ages, sexes and cities at the start against the census.
//!
//! The demand is 1 % of each published figure for any society of 200,000 persons or more. Household patterns
//! are dealt out, so that sizes and ages are no samples; sexes of persons outside couples are drawn, with a
//! standard error of 0.28 % of the sex ratio.

use demerit_fixtures::census::{CITIES, OVER_60, OVER_65, SEX_RATIO, SIZES, UNDER_15, URBAN, built, quiet};
use demerit_kernel::{BlockId, Draws, LANES, Seed, Tick};
use demerit_society::conduct::habit::{Habits, Sex};
use demerit_society::population::city::Cities;
use demerit_society::population::life::{AGE, age_years, births_at_start};
use demerit_society::{Chunk, Society};

const PERSONS: u32 = 204_800;
const TOLERANCE: f64 = 0.01;
const SEEDS: [u64; 3] = [1, 2, 3];

/// All persons of the start.
fn populated(society: &Society) -> Chunk {
    let mut chunk = Chunk::new(BlockId(0), society.blocks(), society.persons, &[]);
    society.populate(&mut chunk);
    chunk
}

#[track_caller]
fn within(what: &str, got: f64, wanted: f64) {
    assert!((got / wanted - 1.0).abs() < TOLERANCE, "{what}: {got:.5} for {wanted:.5}");
}

#[test]
fn a_neighbourhood_drawn_at_once_is_its_persons_drawn_one_by_one() {
    // The last neighbourhood is not full; all shares of habits are other than 0, ½ and 1.
    for (seed, persons) in [(1, 5 * LANES + 77), (2, 1), (3, LANES)] {
        let society = built(&quiet(), persons, seed);
        let chunk = populated(&society);
        let luck = |person: u32| {
            let luck = society.draws.luck(AGE, person, 0, 0);
            [luck.unit(0), luck.unit(1)]
        };
        for number in 0..persons {
            let pattern = society.pattern(number / LANES);
            let place = pattern[(number % LANES) as usize];
            assert_eq!(chunk.habits_of(number as usize), society.habits_of(number, place, -1), "{number}");
            let uses = chunk.habits[(number / LANES) as usize].app_users().contains((number % LANES) as u16);
            assert_eq!(uses, society.person(number, -1, Habits::default()).uses_apps());
            let first = number / LANES * LANES + u32::from(place.start);
            if number == first {
                let end = (first + u32::from(place.size)).min(persons).min((number / LANES + 1) * LANES);
                let mut born = vec![0; (end - first) as usize];
                let here = (first % LANES) as usize;
                births_at_start(
                    &society.life,
                    |within| luck(first + within as u32),
                    &pattern[here..here + born.len()],
                    &mut born,
                );
                assert_eq!(chunk.born[first as usize..end as usize], born);
            }
        }
    }
}

#[test]
fn household_sizes_are_those_of_the_census() {
    for seed in SEEDS {
        let society = built(&quiet(), PERSONS, seed);
        let mut sizes = [0u32; 8];
        for block in 0..society.blocks() {
            for (lane, place) in society.pattern(block).iter().enumerate() {
                sizes[usize::from(place.size)] += u32::from(usize::from(place.start) == lane);
            }
        }
        let households = f64::from(sizes.iter().sum::<u32>());
        for (place, share) in SIZES.iter().enumerate() {
            within(
                &format!("seed {seed}, size {}", place + 1),
                f64::from(sizes[place + 1]) / households,
                *share,
            );
        }
        within("mean size", f64::from(PERSONS) / households, 2.62);
    }
}

#[test]
fn ages_are_those_of_the_census() {
    for seed in SEEDS {
        let chunk = populated(&built(&quiet(), PERSONS, seed));
        let share = |ages: std::ops::Range<u32>| {
            let here = chunk.born.iter().filter(|&&born| ages.contains(&age_years(born, Tick(0)))).count();
            here as f64 / f64::from(PERSONS)
        };
        within(&format!("seed {seed}, under 15"), share(0..15), UNDER_15);
        within(&format!("seed {seed}, 15 to 59"), share(15..60), 1.0 - UNDER_15 - OVER_60);
        within(&format!("seed {seed}, 60 and over"), share(60..200), OVER_60);
        // Drawn: four standard errors of the share are 0.0023 · 0.135, another 1.7 %.
        let over_65 = share(65..200);
        assert!((over_65 / OVER_65 - 1.0).abs() < TOLERANCE + 0.017, "seed {seed}: {over_65}");
        assert!(chunk.born.iter().all(|&born| born < 0), "all who live at the start were born before it");
    }
}

#[test]
fn sexes_are_those_of_the_census() {
    for seed in SEEDS {
        let chunk = populated(&built(&quiet(), PERSONS, seed));
        let men = (0..chunk.persons()).filter(|&at| chunk.habits_of(at).sex() == Sex::Male).count();
        within("sex ratio", 100.0 * men as f64 / (chunk.persons() - men) as f64, SEX_RATIO);
    }
}

#[test]
fn the_urban_share_is_that_of_the_census() {
    // The last size has fewer neighbourhoods than there are cities, the first the same people as the large
    // study.
    for persons in [1_000_000, 700_000, PERSONS] {
        let society = built(&quiet(), persons, 1);
        let urban = (0..persons).filter(|&person| society.city(person / LANES).is_urban(person)).count();
        within(&format!("{persons} persons"), urban as f64 / f64::from(persons), URBAN);
    }
}

#[test]
fn cities_are_those_of_the_census_by_class() {
    let society = built(&quiet(), 1_000_000, 1);
    let mut classes = [0u32; 5];
    for city in society.cities.all() {
        classes[city.class as usize] += 1;
    }
    assert_eq!(classes, CITIES);
    assert!(society.cities.all().windows(2).all(|pair| pair[0].persons >= pair[1].persons), "largest first");
    // The largest territory: its core and an even part of what lives outside the cores, to within one
    // neighbourhood.
    let largest = &society.cities.all()[0];
    let core: f64 = 1.0e7 / (1.0 - 0.5 / 7.0 * (1.0 - 1.0e7 / 2.2e7));
    assert!(f64::from(largest.persons) > 0.9 * core / 1.411_78e9 * 1.0e6, "{}", largest.persons);
}

#[test]
fn a_small_society_keeps_the_classes_in_proportion() {
    let draws = Draws::new(Seed(1));
    let shares = |blocks: u32| {
        let mut classes = [0.0; 5];
        for city in Cities::new(&quiet().cities, blocks * LANES, &draws).all() {
            classes[city.class as usize] += f64::from(city.blocks) / f64::from(blocks);
        }
        classes
    };
    // A neighbourhood of a hundred is a hundredth of all persons.
    for (small, large) in shares(100).into_iter().zip(shares(50_000)) {
        assert!((small - large).abs() <= 0.011, "{small} for {large}");
    }
}

#[test]
fn chunks_hold_the_same_people_however_they_are_cut() {
    let society = built(&quiet(), 5000, 4);
    let whole = populated(&society);
    let (mut born, mut habits) = (Vec::new(), Vec::new());
    for block in 0..society.blocks() {
        let mut part = Chunk::new(BlockId(block), 1, society.persons_of(block), &[]);
        society.populate(&mut part);
        born.extend(part.born);
        habits.extend(part.habits);
    }
    assert_eq!((born, habits), (whole.born, whole.habits));
}
