//! Lives: births replace deaths, nobody is younger than nothing, couples stay couples of two, and a newborn
//! owes nothing.

use demerit_engine::World;
use demerit_fixtures::census::living;
use demerit_fixtures::rich::{rich_parts, rich_society};
use demerit_fixtures::worlds::{erring, events, of, regime, run, scale, spillover, tiers, world};
use demerit_kernel::LANES;
use demerit_regime::{Matter, Parts, Tie};
use demerit_society::conduct::Who;
use demerit_society::population::life::age_years;
use demerit_society::population::ties::Home;
use demerit_society::society::{SocietyPlan, home};
use demerit_society::state::events::EventKind;
use demerit_society::watching::Watch;
use demerit_society::{Flags, TICKS_PER_YEAR};

const PERSONS: u32 = 10_001;

fn each_home(world: &World, mut each: impl FnMut(&Home<'_>)) {
    for chunk in world.chunks() {
        for place in 0..chunk.tables.len() as u32 {
            let block = chunk.first_block.0 + place;
            let from = (place * LANES) as usize;
            let to = from + world.society.persons_of(block) as usize;
            let (born, flags) = (&chunk.born[from..to], &chunk.tables[place as usize].flags);
            let couples = &chunk.tables[place as usize].marks.couples;
            each(&home(world.society.pattern(block), born, flags, couples, block * LANES, world.tick));
        }
    }
}

fn born(world: &World) -> Vec<i16> {
    world.chunks().flat_map(|chunk| chunk.born.iter().copied()).collect()
}

#[test]
fn every_death_is_a_birth_and_nobody_is_younger_than_nothing() {
    let mut plan = living();
    plan.life.deaths *= 10.0;
    let mut world = world(&plan, PERSONS, regime(Parts::default()), true);
    let mut before = born(&world);
    for tick in 0..100u32 {
        let tally = run(&mut world, 1);
        let now = born(&world);
        let changed: Vec<usize> = (0..now.len()).filter(|&person| now[person] != before[person]).collect();
        assert_eq!(changed.len() as u64, tally.deaths);
        assert!(changed.iter().all(|&person| i32::from(now[person]) == tick as i32));
        assert!(now.iter().all(|&week| i32::from(week) <= tick as i32));
        let told = events(&mut world);
        let died: Vec<usize> = told
            .iter()
            .filter(|event| event.kind == EventKind::Died)
            .map(|event| event.person as usize)
            .collect();
        assert_eq!(died, changed);
        before = now;
    }
    assert_eq!(before.len(), PERSONS as usize);
}

#[test]
fn as_many_die_as_the_published_rate_says() {
    let mut world = world(&living(), 100_000, regime(Parts::default()), false);
    let deaths = run(&mut world, TICKS_PER_YEAR).deaths as f64;
    // 7.1 a thousand: 710 expected, with a standard error of 27. The hazard is set on the ages of the first
    // tick; a year older, a closed society has a hazard higher by up to 9 %, half of that in the mean of the
    // year.
    assert!((deaths - 710.0 * 1.02).abs() < 4.0 * 27.0 + 710.0 * 0.02, "{deaths}");
}

#[test]
fn couples_and_parents_stay_mutual_through_deaths_and_partings() {
    let mut plan = living();
    plan.life.deaths *= 10.0;
    plan.life.divorces *= 20.0;
    plan.life.marriages *= 20.0;
    let mut world = world(&plan, PERSONS, regime(Parts::default()), false);
    for _ in 0..4 {
        let tally = run(&mut world, 26);
        assert!(tally.parted > 0 && tally.paired > 0 && tally.deaths > 0);
        let mut couples = 0;
        each_home(&world, |home| {
            for lane in 0..home.born.len() as u16 {
                if let Some(other) = home.partner(lane) {
                    assert_eq!(home.partner(other), Some(lane));
                    assert!(
                        [lane, other]
                            .iter()
                            .all(|&one| age_years(home.born[usize::from(one)], home.tick) >= 18)
                    );
                    couples += 1;
                }
                for other in home.lanes(lane).map(|other| other as u16).filter(|&other| other != lane) {
                    let (there, back) = (home.tie_to(lane, other), home.tie_to(other, lane));
                    let mirrored = match there {
                        Tie::Parent => Tie::Child,
                        Tie::Child => Tie::Parent,
                        same => same,
                    };
                    assert_eq!(back, mirrored);
                }
            }
        });
        assert!(couples > 0 && couples % 2 == 0);
    }
}

#[test]
fn parted_flags_come_in_pairs_and_count_up() {
    let mut plan = living();
    plan.life.deaths = 0.0;
    plan.life.divorces *= 20.0;
    plan.life.marriages *= 20.0;
    let mut world = world(&plan, PERSONS, regime(Parts::default()), false);
    let tally = run(&mut world, 52);
    let mut alone = 0;
    each_home(&world, |home| {
        let parted = |lane: &u16| home.flags.has(*lane, Flags::PARTED);
        alone +=
            (0..home.born.len() as u16).filter(parted).filter(|&lane| home.partner(lane).is_none()).count();
    });
    assert_eq!(alone as u64, 2 * (tally.parted - tally.paired));
    assert!(tally.paired > 0);
}

#[test]
fn couples_part_at_the_published_rate() {
    let mut plan = living();
    plan.life.deaths = 0.0;
    // Ten times the rate for a year in which nobody pairs: 31 a thousand persons.
    plan.life.divorces *= 10.0;
    plan.life.marriages = 0.0;
    let persons = 50_000;
    let tally = run(&mut world(&plan, persons, regime(Parts::default()), false), TICKS_PER_YEAR);
    // Each couple parts at the rate h = divorces / (couples · 0.9), since a tenth of them is assumed to be
    // parted already: here none is. Over a year a share 1 − e^(−h) of the couples parts; the standard error
    // is √n.
    let couples = f64::from(persons) * 0.5 * share_coupled(&plan, persons);
    let expected = couples * -f64::exp_m1(-0.031 * f64::from(persons) / couples / 0.9);
    assert!(
        (tally.parted as f64 - expected).abs() < 4.0 * expected.sqrt(),
        "{} for {expected}",
        tally.parted
    );
}

/// Share of persons who have a partner at the start.
fn share_coupled(plan: &SocietyPlan, persons: u32) -> f64 {
    let mut coupled = 0u32;
    each_home(&world(plan, persons, regime(Parts::default()), false), |home| {
        coupled += (0..home.born.len() as u16).filter(|&lane| home.partner(lane).is_some()).count() as u32;
    });
    f64::from(coupled) / f64::from(persons)
}

#[test]
fn a_newborn_takes_over_nothing_from_the_dead() {
    // One in fifty dies in a tick. Only adults do anything, but what they do costs all their ties the same,
    // and many are taken for somebody else.
    let mut plan = rich_society();
    plan.life.deaths = 1.0;
    plan.life.ageing = 0.0;
    for conduct in plan.conduct.iter_mut().filter(|conduct| conduct.who == Who::Everyone) {
        conduct.who = Who::Adults;
    }
    plan.conduct[Matter::LateBill.index()].rate = 20.0;
    // A false alarm may name somebody in the week of birth.
    plan.identification = None;
    plan.watching =
        plan.watching.into_iter().map(|watch| Watch { clerk: of(0.0), ..erring(watch, 0.2, 0.0) }).collect();
    let carried = spillover(&Tie::ALL, 1.0);
    let parts = Parts { scale: scale(-9999, 600, 9999), tiers: tiers(&[-9999, 500], 500), ..rich_parts() };
    let mut world = world(&plan, PERSONS, regime(Parts { spillover: carried, ..parts }), false);
    for _ in 0..30 {
        let tally = run(&mut world, 1);
        assert!(tally.deaths > 50);
        let week = world.tick.0 as i16 - 1;
        for chunk in world.chunks() {
            for person in (0..chunk.persons()).filter(|&person| chunk.born[person] == week) {
                assert_eq!((chunk.score[person], chunk.deserved(person)), (600, 600));
                assert_eq!(
                    (
                        chunk.tables[person / 1024].losses.of(person % 1024),
                        chunk.flags(person).cause(),
                        chunk.fear(person)
                    ),
                    ([0; 5], None, 0)
                );
                let flags = Flags::LISTED | Flags::DUE | Flags::APPEALING | Flags::PARTED | Flags::SANCTIONED;
                assert!(!chunk.flags(person).has(flags));
            }
        }
    }
}
