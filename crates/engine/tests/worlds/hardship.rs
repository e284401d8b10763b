//! Hardship in whole worlds: who loses income, how it comes back, and whose lapses it brings.

use demerit_engine::{Change, Schedule, World};
use demerit_fixtures::census::{by_all, quiet};
use demerit_fixtures::rich::rich_consequences;
use demerit_fixtures::worlds::{
    all_do, events, null, regime, rule, run, scale, tiers, watch, world, world_under,
};
use demerit_kernel::{Chance, Tick};
use demerit_regime::{Channel, Matter, Mechanism, Mechanisms, Parts, Regime, Safeguards};
use demerit_society::EventKind;
use demerit_society::conduct::ConductPlan;
use demerit_society::consequences::hardship::Hardship;
use demerit_society::society::SocietyPlan;
use std::sync::Arc;

const PERSONS: u32 = 4_000;

fn figures() -> Hardship {
    rich_consequences().hardship.expect("the rich society has hardship")
}

/// Everybody is late with a bill in every tick.
fn late(hardship: Hardship) -> SocietyPlan {
    let mut plan = quiet();
    all_do(&mut plan, Matter::LateBill, 1.0 - 1e-12);
    plan.watching = vec![watch(Channel::Finance, &[Matter::LateBill], 1.0)];
    plan.consequences.hardship = Some(hardship);
    plan
}

/// One late bill brings a sanction.
fn harsh() -> Regime {
    regime(Parts {
        scale: scale(0, 600, 800),
        rules: vec![rule(Matter::LateBill, -100)],
        tiers: tiers(&[0, 550], 550),
        reads: vec![Channel::Finance],
        ..Parts::default()
    })
}

/// Share lost by each person, in 1/255.
fn lost(world: &World) -> Vec<u8> {
    let of = |chunk: &demerit_society::Chunk| {
        (0..chunk.persons())
            .map(|at| chunk.tables[at / 1024].marks.hardship.of((at % 1024) as u16))
            .collect::<Vec<_>>()
    };
    world.chunks().flat_map(of).collect()
}

fn works(world: &World) -> Vec<bool> {
    let chunks = world.chunks();
    chunks
        .flat_map(|chunk| {
            (0..chunk.persons()).map(|at| {
                let number = chunk.first_person() + at as u32;
                world
                    .society
                    .person(number, chunk.born[at], chunk.habits_of(at))
                    .occupation(world.tick)
                    .is_work()
            })
        })
        .collect()
}

#[test]
fn a_sanction_costs_those_in_work_their_share_and_nobody_else() {
    let certain = Hardship { job: Chance::ONE, by_fifth: [1.0; 5], lapses: 0.0, ..figures() };
    let mut world = world(&late(certain), PERSONS, harsh(), false);
    let works = works(&world);
    let tally = run(&mut world, 1);
    let lost = lost(&world);
    assert_eq!(tally.jobs_lost as usize, works.iter().filter(|&&one| one).count());
    assert!(lost.iter().zip(works).all(|(&lost, works)| lost == if works { certain.with_job } else { 0 }));
}

#[test]
fn without_scars_nobody_loses_anything_and_everybody_lapses_as_before() {
    let certain = Hardship { job: Chance::ONE, ..figures() };
    let plain = world(&late(certain), PERSONS, harsh(), false);
    let off = Mechanisms::ALL.with(Mechanism::Scarring, false);
    let society = plain.society.switched(off, &Safeguards::default());
    let mut still = World::new(Arc::new(society), plain.schedule.clone(), plain.cohort.clone());
    let tally = run(&mut still, 30);
    assert_eq!((tally.jobs_lost, lost(&still).iter().max()), (0, Some(&0)));
}

#[test]
fn what_is_lost_comes_back_by_half_when_the_sanction_is_over() {
    let fade = Chance::from_share(0.5);
    let certain = Hardship {
        job: Chance::ONE,
        job_later: Chance::ZERO,
        with_job: 128,
        fade,
        by_fifth: [1.0; 5],
        lapses: 0.0,
        ..figures()
    };
    let changes = vec![Change { from: Tick(10), cities: None, regime: 1 }];
    let plan = Schedule::new("w", vec![harsh(), null()], changes);
    let mut world = world_under(&late(certain), PERSONS, plan, 0);
    for (ticks, left) in [(10, 128), (2, 64), (4, 32), (4, 16), (16, 1), (4, 0)] {
        run(&mut world, ticks);
        assert_eq!(lost(&world).into_iter().max(), Some(left), "at {:?}", world.tick);
    }
}

#[test]
fn lapses_follow_income_and_what_was_lost_of_it() {
    let mut plan = quiet();
    let figures = Hardship { by_fifth: [1.5, 1.2, 1.0, 0.8, 0.5], lapses: 2.0, ..figures() };
    let most = figures.highest_factor();
    plan.conduct[Matter::LateBill.index()] = ConductPlan { most, ..by_all(0.02) };
    plan.consequences.hardship = Some(figures);
    let mut world = world(&plan, 20_000, null(), true);
    let ticks = 50;
    run(&mut world, ticks);
    let mut persons = [0u32; 5];
    for chunk in world.chunks() {
        for at in 0..chunk.persons() {
            let number = chunk.first_person() + at as u32;
            let person = world.society.person(number, chunk.born[at], chunk.habits_of(at));
            persons[usize::from(person.income_fifth())] += 1;
        }
    }
    let mut done = [0.0; 5];
    for event in events(&mut world).into_iter().filter(|event| matches!(event.kind, EventKind::Did(_))) {
        let (chunk, at) = world.find(event.person).expect("the person is there");
        let person = world.society.person(event.person, chunk.born[at], chunk.habits_of(at));
        done[usize::from(person.income_fifth())] += 1.0;
    }
    for fifth in 0..5 {
        let expected = f64::from(persons[fifth] * ticks) * 0.02 * figures.by_fifth[fifth];
        assert!(
            (done[fifth] - expected).abs() < 4.0 * f64::sqrt(expected),
            "{fifth}: {} for {expected}",
            done[fifth]
        );
    }
}
