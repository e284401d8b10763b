//! Looks: shares of households, who is taken for whom, and how often in a city.

use demerit_fixtures::census::{built, quiet};
use demerit_fixtures::chi_square::{hold, z_even, z_of_law};
use demerit_kernel::{Chance, LANES};
use demerit_society::Society;
use demerit_society::conduct::habit::Sex;
use demerit_society::watching::identification::{Identification, LOOKS, Recognition};

const PERSONS: u32 = 40_000;

fn plan() -> Identification {
    Identification {
        false_match: 1e-7,
        looks: [0.6, 0.3, 0.1],
        looks_ratio: 4.0,
        women_ratio: 1.5,
        false_alarms: 0.02,
    }
}

/// A society of two cities that recognises faces.
fn seeing() -> (Society, Recognition) {
    let mut plan_of_all = quiet();
    plan_of_all.identification = Some(plan());
    plan_of_all.cities.classes.truncate(1);
    plan_of_all.cities.classes[0].count = 2;
    let society = built(&plan_of_all, PERSONS, 7);
    let recognition = society.recognition.clone().expect("faces are recognised");
    (society, recognition)
}

#[test]
fn a_household_looks_alike_and_shares_are_those_of_the_plan() {
    let (society, recognition) = seeing();
    let mut counts = [0; LOOKS];
    for person in 0..PERSONS {
        let place = society.pattern(person / LANES)[(person % LANES) as usize];
        let first = person / LANES * LANES + u32::from(place.start);
        let looks = recognition.looks_of(&society, person);
        assert_eq!(looks, recognition.looks_of(&society, first), "{person} and the first of the household");
        counts[looks] += u64::from(person == first);
    }
    hold("looks of households", z_of_law(&counts, &plan().looks));
    // Shares count for one another: twice as much of each is the same.
    let doubled = Identification { looks: [1.2, 0.6, 0.2], ..plan() };
    let doubled = Recognition::new(doubled, 0.5, society.cities.all());
    assert!(
        (0..5000).all(|first| {
            doubled.looks(&society.draws, first) == recognition.looks(&society.draws, first)
        })
    );
}

#[test]
fn whoever_is_taken_for_another_is_any_of_those_alike_in_the_city() {
    let (society, recognition) = seeing();
    // Of the second city, so that numbers do not begin at none.
    let city = &society.cities.all()[1];
    let persons = city.first_person()..city.first_person() + city.persons;
    let person = city.first_person() + 5;
    let (looks, sex) = (1, Sex::Female);
    let alike: Vec<u32> = persons
        .filter(|&other| {
            other != person
                && recognition.looks_of(&society, other) == looks
                && society.sex_at_start(other) == sex
        })
        .collect();
    let mut cells = [0; 20];
    for tick in 0..4000 {
        let found = recognition.look_alike(&society, city, person, looks, sex, (tick, tick % 3));
        let found = found.expect("one of six is alike, so 128 tries find one");
        let place = alike.binary_search(&found).expect("somebody alike in the city");
        cells[place * 20 / alike.len()] += 1;
    }
    hold("who is taken for the person", z_even(&cells));
}

#[test]
fn kinds_of_deed_have_their_own_look_alikes() {
    let (society, recognition) = seeing();
    let city = &society.cities.all()[0];
    let found = |tick, matter| recognition.look_alike(&society, city, 9, 0, Sex::Male, (tick, matter));
    let same = (0..200).filter(|&tick| found(tick, 0) == found(tick, 1)).count();
    assert!(same < 3, "{same} of 200 alike by chance, of thousands");
}

#[test]
fn chances_of_a_city_are_those_of_its_residents() {
    let (society, recognition) = seeing();
    let women = (0..PERSONS).filter(|&person| society.sex_at_start(person) == Sex::Female).count();
    // The share of women of the plan: 100 of 205.07.
    let women = (women as f64 / f64::from(PERSONS) - 100.0 / 205.07).abs();
    assert!(women < 0.01, "{women} from the census");
    let factors = plan().factors(100.0 / 205.07);
    for (number, city) in (0..).zip(society.cities.all()) {
        let mut highest = Chance::ZERO;
        for (looks, sexes) in factors.iter().enumerate() {
            for (sex, factor) in [Sex::Female, Sex::Male].into_iter().zip(sexes) {
                let wanted = Chance::from_share(plan().wrong(*factor, city.residents));
                assert!(recognition.wrong(number, looks, sex).raw().abs_diff(wanted.raw()) <= 1, "{looks}");
                assert!((recognition.factor(looks, sex) - factor).abs() < 1e-9);
                highest = highest.max(recognition.wrong(number, looks, sex));
            }
        }
        assert_eq!(recognition.most(number), highest);
    }
    let guarded = recognition.with_threshold(10.0, society.cities.all());
    assert_eq!(guarded.plan().false_match, 1e-8);
    assert_eq!(guarded.plan().false_alarms, 0.002);
    assert_eq!(recognition.with_threshold(0.5, society.cities.all()), recognition, "none makes it worse");
}
