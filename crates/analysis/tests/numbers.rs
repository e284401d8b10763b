//! What every number of a run has to be: of the window that its label names, and a whole that is the sum of
//! its parts.

use demerit_measures::estimate::Window;
use demerit_measures::{Kind, all, named};
use demerit_scenario::catalogue;
use demerit_scenario::load::{NoFiles, Scenario, study};
use demerit_worlds::in_memory::lived;
use demerit_worlds::readings::{Key, Readings, everybody, key};
use demerit_worlds::tables::MeasureRow;

const SEED: u64 = 2018;

/// A small run of the default study, read every so many weeks.
fn run(persons: u32, years: f64, every: u32) -> (Scenario, Vec<MeasureRow>) {
    let mut scenario = study("no-dark-corner", &NoFiles).unwrap();
    scenario.study.persons = persons;
    (scenario.study.years, scenario.study.seed, scenario.study.measure_every) = (years, SEED, every);
    // The regime comes early, so that there is something to count.
    for (step, year) in scenario.study.worlds[0].rollout.iter_mut().zip([0.0, 0.3, 0.5]) {
        step.from_year = year;
    }
    let rows = lived(&scenario, &mut || true).unwrap().unwrap();
    (scenario, rows)
}

#[test]
fn the_last_year_is_the_last_52_weeks_however_often_is_read() {
    let runs = [1, 4, 52].map(|every| run(1_500, 1.5, every).1);
    let readings = runs.each_ref().map(|rows| Readings::new(rows));
    let window = Window::last_year(77, 52);
    let mut told = 0;
    for of in readings[0].keys() {
        let measure = named(of.measure).unwrap();
        // What is asked of a sample, or holds at a moment, is another question at another moment.
        let is_flow = measure.kind == Kind::Sum || ["record-precision", "violations"].contains(&measure.name);
        for world in ["regime", "twin"].into_iter().filter(|_| is_flow) {
            let numbers = readings.each_ref().map(|one| {
                one.number(measure.kind, world, SEED, of, window).map_or(0.0, |sample| sample.value)
            });
            for other in &numbers[1..] {
                assert!(
                    (numbers[0] - other).abs() <= 1e-9 * numbers[0].abs(),
                    "{of:?} in {world}: {numbers:?}"
                );
            }
            told += usize::from(numbers[0] > 0.0);
        }
    }
    assert!(told > 100, "only {told} numbers are anything but zero");
}

#[test]
fn parts_of_a_whole_sum_to_it() {
    let (scenario, rows) = run(3_000, 1.0, 13);
    let readings = Readings::new(&rows);
    let last = Window::at(readings.last_tick());
    for world in scenario.worlds() {
        let of = |of: Key<'_>| {
            let kind = named(of.measure).unwrap().kind;
            readings.number(kind, &world.name, SEED, of, last).map_or(0.0, |sample| sample.value)
        };
        let parts = |measure: &str, is_part: &dyn Fn(&Key<'_>) -> bool| -> f64 {
            readings.keys().filter(|one| one.measure == measure && is_part(one)).map(of).sum()
        };
        let persons = f64::from(scenario.study.persons);
        for family in ["sex:", "residence:", "age:", "income:", "wave:"] {
            let sum = parts("population", &|one| one.group.starts_with(family));
            assert_eq!(sum, persons, "persons by {family} in {}", world.name);
        }
        for measure in ["requests", "refusals", "refused-wrongly", "privileges"] {
            let sum = parts(measure, &|one| one.domain != "all" && one.group == "all");
            assert_eq!(sum, of(everybody(measure)), "{measure} by domain in {}", world.name);
        }
        for domain in ["travel", "work", "finance"] {
            let sum = parts("refusals", &|one| one.domain == domain && one.group != "all");
            assert_eq!(sum, of(key("refusals", domain, "all")), "refusals of {domain} by cause");
        }
        let sanctioned = persons * of(everybody("sanctioned"));
        let by_cause = parts("sanctioned-by-cause", &|_| true);
        assert!((by_cause - sanctioned).abs() < 1e-6, "{by_cause} by cause, {sanctioned} in all");
        let wrongly = persons * of(everybody("wrongly-sanctioned"));
        let by_origin = parts("wrongly-sanctioned-by-origin", &|_| true);
        assert!((by_origin - wrongly).abs() < 1e-6, "{by_origin} by origin, {wrongly} in all");
    }
    assert!(all().iter().filter(|one| one.is_sparse).count() >= 6);
}

#[test]
fn what_fell_silent_adds_up_to_the_difference_to_the_twin_in_every_study() {
    const REASONS: [(&str, f64); 6] = [
        ("posts-withheld", 1.0),
        ("posts-withheld-for-others", 1.0),
        ("posts-muted", 1.0),
        ("posts-silenced", 1.0),
        ("posts-removed", 1.0),
        ("posts-for-points", -1.0),
    ];
    let mut lost_in_all = 0.0;
    for name in catalogue::names(catalogue::Kind::Study) {
        let mut scenario = study(name, &NoFiles).unwrap();
        scenario.study.measures.clear();
        (scenario.study.persons, scenario.study.years, scenario.study.measure_every) = (1_500, 1.0, 26);
        for world in &mut scenario.study.worlds {
            let steps = world.rollout.iter_mut().enumerate();
            steps.for_each(|(number, step)| step.from_year = 0.1 * number as f64);
        }
        let rows = lived(&scenario, &mut || true).unwrap().unwrap();
        let readings = Readings::new(&rows);
        for stance in ["neutral", "supportive", "critical", "investigative"] {
            let group = format!("stance:{stance}");
            let of = |world: &str, measure: &str| {
                let key = key(measure, "all", &group);
                readings
                    .number(Kind::Sum, world, scenario.study.seed, key, Window::ALL)
                    .map_or(0.0, |one| one.value)
            };
            let twin = &scenario.worlds().last().unwrap().name;
            let read = |world: &str| of(world, "posts") - of(world, "posts-removed");
            for world in scenario.worlds() {
                let world = &world.name;
                let what = format!("{stance} posts of {name}, {world}");
                assert_eq!(of(world, "posts-meant"), of(twin, "posts-meant"), "{what}: luck and opinion");
                let by_reason = |world: &str| -> f64 {
                    REASONS.iter().map(|(reason, sign)| sign * of(world, reason)).sum()
                };
                assert_eq!(of(world, "posts-lost"), by_reason(world), "{what}: the whole");
                assert_eq!(
                    by_reason(world) - by_reason(twin),
                    read(twin) - read(world),
                    "{what}: to the twin"
                );
                lost_in_all += by_reason(world);
            }
        }
    }
    assert!(lost_in_all > 100.0, "{lost_in_all}");
}

#[test]
fn every_world_has_its_own_population() {
    let mut scenario = study("generations", &NoFiles).unwrap();
    (scenario.study.persons, scenario.study.years, scenario.study.measure_every) = (2_048, 40.0, 52);
    let rows = lived(&scenario, &mut || true).unwrap().unwrap();
    let readings = Readings::new(&rows);
    let fifths = |world: usize| {
        let world = &scenario.study.worlds[world].name;
        [1, 2, 3, 4, 5].map(|fifth| {
            let (group, last) = (format!("income:{fifth}"), Window::at(readings.last_tick()));
            let of = key("population", "all", &group);
            readings.number(Kind::End, world, scenario.study.seed, of, last).unwrap().value
        })
    };
    assert_ne!(fifths(0), fifths(1), "incomes that sanctions lessen are handed on in the one world alone");
}
