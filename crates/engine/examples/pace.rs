//! How fast a tick is: two worlds of the same people, on one thread and on two, against a plain copy of their
//! state.
//!
//! Usage: `pace [PERSONS] [TICKS]`, 200,000 persons and 104 ticks unless said otherwise. One world is under a
//! court's list alone, the other under rules, spillover, gates and appeals too. Rates, ties and weights are
//! of the size of those in the catalogue (alcohol 40 times a year among weekly drinkers, 16 of 20 posts by
//! one writer in twenty, 50 ties a person that carry something). Prints nanoseconds a person-week, bytes a
//! person, and how many times as long a person-week takes as to copy a person's columns.

use demerit_engine::{Schedule, World, step};
use demerit_fixtures::{census, rich, worlds};
use demerit_kernel::{Chance, Draws, Seed, vector};
use demerit_regime::{Channel, Forgetting, Matter, Parts, Spillover, Tie};
use demerit_society::conduct::ConductPlan;
use demerit_society::population::ties::Scope;
use demerit_society::society::SocietyPlan;
use demerit_society::state::events::Cohort;
use demerit_society::watching::Watch;
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
    let plan = Schedule::new(name, vec![regime], Vec::new());
    let cohort = Arc::new(Cohort::new(200, society.persons, &society.draws));
    World::new(society.clone(), plan, cohort)
}

/// The tests' rich society with the rates, habits and ties of the catalogue, rounded.
fn society_plan() -> SocietyPlan {
    let mut plan = rich::rich_society();
    let drinks = [0.0, 6.0, 40.0, 75.0];
    let writes = [0.0, 0.53, 16.7, 16.7];
    let lapses = [0.2, 0.83, 2.0, 7.0];
    for (matter, rate, factors, most) in [
        (Matter::AlcoholPurchase, 1.0, drinks, 1.25),
        (Matter::NappyPurchase, 12.0, [1.0; 4], 1.25),
        (Matter::GamePurchase, 1.5, [1.0; 4], 1.25),
        (Matter::LateBill, 0.3, lapses, 1.25),
        (Matter::LateLoan, 0.08, lapses, 1.25),
        (Matter::LoanDefault, 0.006, lapses, 1.25),
        (Matter::TrafficOffence, 0.8, lapses, 1.25),
        (Matter::CivicAct, 0.4, [1.0; 4], 1.25),
        (Matter::Truancy, 0.3, [1.0; 4], 1.25),
        (Matter::MissedCheckup, 0.1, [1.0; 4], 1.25),
        (Matter::Petition, 0.005, [1.0; 4], 1.25),
        (Matter::NeutralPost, 1.2, writes, 1.25),
        (Matter::SupportivePost, 0.4, writes, 2.5),
        (Matter::CriticalPost, 0.2, writes, 2.5),
        (Matter::InvestigativePost, 0.01, writes, 2.5),
        (Matter::Lawsuit, 0.012, lapses, 1.25),
        (Matter::UnpaidOrder, 0.0052, lapses, 1.25),
    ] {
        let conduct = &mut plan.conduct[matter.index()];
        *conduct = ConductPlan { rate, factors, most, ..conduct.clone() };
    }
    for watch in &mut plan.watching {
        (watch.false_match, watch.clerk) = (Watch::per_tick(0.002), Watch::per_tick(0.0005));
    }
    plan.layers = vec![
        census::layer(Tie::Kin, Scope::City, 6, 1, 1.0),
        census::layer(Tie::Friend, Scope::City, 6, 2, 1.0),
        census::layer(Tie::Colleague, Scope::Neighbourhood, 18, 2, 1.0),
        census::layer(Tie::Acquaintance, Scope::City, 51, 2, 1.0),
    ];
    plan.response.fade = worlds::of(0.02);
    plan
}

/// The tests' rich regime; only grave matters spill, one step, to fifty ties.
fn rules_and_all() -> Parts {
    let mut parts = rich::rich_parts();
    for rule in &mut parts.rules {
        rule.spills = rule.spills && !matches!(rule.matter, Matter::LateBill | Matter::LateLoan);
    }
    let ties =
        [(Tie::Partner, 0.5), (Tie::Parent, 0.3), (Tie::Child, 0.3), (Tie::Housemate, 0.1), (Tie::Kin, 0.1)];
    let mut weights = [Chance::ZERO; Tie::COUNT];
    for (tie, weight) in ties.into_iter().chain([(Tie::Friend, 0.15), (Tie::Colleague, 0.02)]) {
        weights[tie.index()] = worlds::of(weight);
    }
    parts.spillover = parts.spillover.map(|spillover| Spillover { weights, reach: 1, ..spillover });
    parts.tiers = worlds::tiers(&[0, 500, 560, 640], 500);
    parts.forgetting = Some(Forgetting { every: 52, share: worlds::of(0.25) });
    parts
}

/// The court's list and its gates alone.
fn list_alone() -> Parts {
    let whole = rules_and_all();
    Parts { list: whole.list, reads: vec![Channel::Court], ..Parts::default() }
}

fn measure(persons: u32, ticks: u32, threads: usize) {
    let draws = Draws::new(Seed(1));
    let society = Arc::new(Society::new(&society_plan(), persons, draws).expect("a society"));
    let mut worlds = [
        world(&society, "list alone", worlds::regime(list_alone())),
        world(&society, "the whole", worlds::regime(rules_and_all())),
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
            world.schedule.world,
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
            copy.gaps.copy_from_slice(&chunk.gaps);
            copy.standing.copy_from_slice(&chunk.standing);
            copy.uses.clone_from(&chunk.uses);
        }
        black_box(&copies);
        best = best.min(begin.elapsed().as_secs_f64() * 1e9 / f64::from(world.society.persons));
    }
    best
}
