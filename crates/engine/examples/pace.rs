//! How fast a tick is: two worlds of the same people, on one thread and on two, against a plain copy of their state.
//!
//! Usage: `pace [PERSONS] [TICKS]`, 200,000 persons and 104 ticks unless told otherwise. One world is under the null regime, the other under
//! one with every mechanism on; rates are those of the tests' rich society (alcohol ten times a year, and so on).
//! Prints nanoseconds a person-week, bytes a person, and how many times as long a person-week takes as to copy a person's columns.

#[allow(dead_code, reason = "the tests use the rest")]
#[path = "../../society/tests/census/figures.rs"]
mod figures;
#[allow(dead_code, reason = "the tests use the rest")]
#[path = "../tests/worlds/support.rs"]
mod support;

use demerit_engine::{Plan, World, step};
use demerit_kernel::{Draws, Seed, vector};
use demerit_society::events::Cohort;
use demerit_society::{Chunk, Society};
use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let mut number =
        |otherwise: u32| arguments.next().and_then(|text| text.parse().ok()).unwrap_or(otherwise);
    let (persons, ticks) = (number(200_000), number(104));
    println!("{persons} persons, {ticks} weeks, vector path {}", vector::path().name());
    for threads in [1, 2] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
        pool.install(|| measure(persons, ticks, threads));
    }
}

/// A world of the rich society under one regime, with a cohort of some hundred.
fn world(society: &Arc<Society>, name: &str, regime: demerit_regime::Regime) -> World {
    let plan = Plan { world: name.into(), regimes: vec![regime], steps: Vec::new() };
    let cohort = Arc::new(Cohort::new(200, society.persons, &society.draws));
    World::new(society.clone(), plan, cohort)
}

fn measure(persons: u32, ticks: u32, threads: usize) {
    let draws = Draws::new(Seed(1));
    let society = Arc::new(Society::new(&support::rich_society(), persons, draws).expect("a society"));
    let mut worlds = [
        world(&society, "null", support::null()),
        world(&society, "rich", support::regime(support::rich_parts())),
    ];
    let person_weeks = f64::from(persons) * f64::from(ticks);
    let mut whole = 0.0;
    for world in &mut worlds {
        let begin = Instant::now();
        for _ in 0..ticks {
            step(world);
        }
        let nanoseconds = begin.elapsed().as_secs_f64() * 1e9 / person_weeks;
        whole += nanoseconds;
        let tally = world.take_tally();
        let per_year = |count: u64| count as f64 * 52.0 / person_weeks;
        println!(
            "  {} on {threads}: {nanoseconds:6.2} ns a person-week; {:.1} deeds, {:.2} entries a person-year; {:.1} bytes a person",
            world.plan.world,
            per_year(tally.deeds.iter().sum()),
            per_year(tally.entries.as_flattened().iter().sum()),
            world.bytes() as f64 / f64::from(persons),
        );
    }
    let copy = copy_time(&worlds[1]);
    let mean = whole / 2.0;
    println!("  mean on {threads}: {mean:.2} ns a person-week, {:.0} million a second", 1e3 / mean);
    println!(
        "  a plain copy on one thread: {copy:.2} ns a person; a person-week is {:.1} copies",
        mean / copy
    );
    println!("  1.25 billion person-weeks would take {:.1} s", 1.25 * mean);
}

/// Nanoseconds to copy one person's columns, the best of ten.
fn copy_time(world: &World) -> f64 {
    let mut copies: Vec<Chunk> = world.chunks().cloned().collect();
    let mut best = f64::MAX;
    for _ in 0..10 {
        let begin = Instant::now();
        for (copy, chunk) in copies.iter_mut().zip(world.chunks()) {
            copy.born.copy_from_slice(&chunk.born);
            copy.habits.copy_from_slice(&chunk.habits);
            copy.score.copy_from_slice(&chunk.score);
            copy.deserved.copy_from_slice(&chunk.deserved);
            copy.losses.copy_from_slice(&chunk.losses);
            copy.cause.copy_from_slice(&chunk.cause);
            copy.flags.copy_from_slice(&chunk.flags);
            copy.fear.copy_from_slice(&chunk.fear);
            copy.uses.copy_from_slice(&chunk.uses);
        }
        black_box(&copies);
        best = best.min(begin.elapsed().as_secs_f64() * 1e9 / f64::from(world.society.persons));
    }
    best
}
