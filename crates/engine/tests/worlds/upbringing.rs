//! Upbringing in whole worlds: parents at birth, schools, the shadow of a sanction, and incomes that run in
//! families.

use crate::forms::{SEED, seeded};
use demerit_engine::World;
use demerit_fixtures::census::{by_all, living, quiet};
use demerit_fixtures::rich::rich_consequences;
use demerit_fixtures::worlds::{all_do, gate, null, regime, rule, run, scale, tiers, watch, world};
use demerit_regime::{Channel, Matter, Mechanism, Mechanisms, Parts, Regime, Request, Safeguards};
use demerit_society::consequences::upbringing::{Childhood, Upbringing, grows_up};
use demerit_society::population::income::{normal, normal_of_byte};
use demerit_society::society::SocietyPlan;
use demerit_society::{Chunk, Deed};
use std::sync::Arc;

const PERSONS: u32 = 4_000;

pub(crate) fn figures() -> Upbringing {
    rich_consequences().upbringing.expect("the rich society has an upbringing")
}

/// Everybody asks for a place at a better school in every tick, and everybody is late with a bill at first.
fn asking() -> SocietyPlan {
    let mut plan = quiet();
    all_do(&mut plan, Matter::LateBill, 1.0 - 1e-12);
    plan.conduct[Deed::Ask(Request::SchoolPlace).index()] = by_all(1.0 - 1e-12);
    plan.watching = vec![watch(Channel::Finance, &[Matter::LateBill], 1.0)];
    plan.consequences.upbringing = Some(figures());
    plan
}

/// One late bill brings a sanction, and no place at a better school.
fn harsh() -> Regime {
    regime(Parts {
        scale: scale(0, 600, 800),
        rules: vec![rule(Matter::LateBill, -100)],
        tiers: tiers(&[0, 550], 550),
        gates: vec![gate(Request::SchoolPlace, 0b1, false, 0)],
        reads: vec![Channel::Finance],
        ..Parts::default()
    })
}

fn childhoods(world: &World) -> Vec<Childhood> {
    let of = |chunk: &Chunk| {
        (0..chunk.persons())
            .filter_map(|at| chunk.tables[at / 1024].marks.upbringing.get((at % 1024) as u16).copied())
            .collect::<Vec<_>>()
    };
    world.chunks().flat_map(of).collect()
}

#[test]
fn refused_schools_cost_pupils_their_steps_and_sanctions_shade_children() {
    let mut world = world(&asking(), PERSONS, harsh(), false);
    run(&mut world, 1);
    let children = childhoods(&world);
    assert!(children.iter().any(|one| one.shadow()) && children.iter().any(|one| one.schooling == -4));
    assert!(children.iter().all(|one| one.schooling <= 0 && one.schooling >= -figures().most));
    // Infants go to no school, and yet grow up in the shadow.
    assert!(children.iter().any(|one| one.shadow() && one.schooling == 0));
}

#[test]
fn without_generations_no_school_counts() {
    let plain = world(&asking(), PERSONS, harsh(), false);
    let off = Mechanisms::ALL.with(Mechanism::Generations, false);
    let society = plain.society.switched(off, &Safeguards::default());
    let mut still = World::new(Arc::new(society), plain.schedule.clone(), plain.cohort.clone());
    run(&mut still, 5);
    assert!(childhoods(&still).iter().all(|one| one.schooling == 0));
}

#[test]
fn where_nothing_is_known_of_childhoods_nothing_is_kept() {
    let mut plan = asking();
    plan.consequences.upbringing = None;
    plan.life.deaths = 0.5;
    let mut world = world(&plan, PERSONS, harsh(), false);
    run(&mut world, 5);
    assert!(childhoods(&world).is_empty());
}

/// Places of parents and of their grown children in the distribution of income, in standard deviations, after
/// nineteen years in which one in twenty dies in a year, at any age.
pub(crate) fn families(persons: u32, seed: u64) -> Vec<(f64, f64)> {
    let mut plan = living();
    plan.life.deaths = 0.05;
    plan.life.ageing = 0.0;
    plan.consequences.upbringing = Some(figures());
    let mut world = seeded(&plan, persons, null(), false, seed);
    run(&mut world, 19 * 52);
    let mut families = Vec::new();
    for chunk in world.chunks() {
        for at in 0..chunk.persons() {
            let number = chunk.first_person() + at as u32;
            let (pattern, marks) = (world.society.pattern(number / 1024), &chunk.tables[at / 1024].marks);
            let known = marks.upbringing.get((at % 1024) as u16);
            assert!(chunk.born[at] < 0 || known.is_some(), "everybody born has parents");
            let person = world.society.person(number, chunk.born[at], chunk.habits_of(at));
            if grows_up(chunk.born[at]) && person.age(world.tick) >= 18 {
                let parents =
                    known.map_or_else(|| world.society.parents_at_start(number, pattern), |one| one.parents);
                let rank = world.society.income_rank(&person, pattern, marks, world.tick);
                families.push((normal_of_byte(parents), normal(rank)));
            }
        }
    }
    families
}

/// Slope of the second on the first, and variance of the first.
pub(crate) fn slope(pairs: &[(f64, f64)]) -> (f64, f64) {
    let n = pairs.len() as f64;
    let (x, y) = pairs.iter().fold((0.0, 0.0), |sum, pair| (sum.0 + pair.0, sum.1 + pair.1));
    let square: f64 = pairs.iter().map(|pair| pair.0 * pair.0).sum::<f64>() - x * x / n;
    let cross = pairs.iter().map(|pair| pair.0 * pair.1).sum::<f64>() - x * y / n;
    (cross / square, square / n)
}

#[test]
fn everybody_born_has_parents_and_incomes_run_in_families() {
    let families = families(PERSONS, SEED);
    let n = families.len() as f64;
    let (slope, variance) = slope(&families);
    // The standard error of a slope is √((1 − β²)/n) at a spread of 1.
    let error = f64::sqrt((1.0 - 0.39 * 0.39) / n);
    assert!(n > 300.0 && (slope - 0.39).abs() < 4.0 * error, "{slope} ± {error} of {n}");
    assert!((variance - 1.0).abs() < 0.25, "the parents' places spread as incomes do");
}
