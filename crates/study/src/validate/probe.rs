//! Probes: what is counted in a run person by person, and is no measure.
//!
//! Model: the first world of a study is run, and every person's events are kept. The posts of each person are counted.
//!
//! | probe | what it gives |
//! |---|---|
//! | `posted-never` | share of persons who wrote no post in the run |
//! | `posts-by-the-most` | smallest share of persons who together wrote 80 % of the posts |

use crate::load::Scenario;
use crate::run::RunError;
use crate::worlds::{Plans, plans};
use demerit_engine::{World, step};
use demerit_kernel::{Draws, Seed};
use demerit_society::events::{Cohort, Happening};
use demerit_society::{Society, deed::Deed};
use std::sync::Arc;

/// The names.
pub(super) const NAMES: [&str; 2] = ["posted-never", "posts-by-the-most"];

/// Share of the posts that the probe's most prolific persons wrote.
const MOST: f64 = 0.8;

/// The values of the probes that were asked for.
pub(super) fn values(
    wanted: &[&str],
    scenario: &Scenario,
    pool: &rayon::ThreadPool,
) -> Result<Vec<(&'static str, f64)>, RunError> {
    let draws = Draws::new(Seed(scenario.study.seed));
    let persons = scenario.study.persons;
    let society = Society::new(&scenario.plan, persons, draws)?;
    let Plans { plans, .. } = plans(scenario, &society);
    let Some((plan, society)) = plans.into_iter().next() else { return Ok(Vec::new()) };
    let cohort = Arc::new(Cohort::new(persons, persons, &draws));
    let mut world = pool.install(|| World::new(society, plan, cohort));
    let mut posts = vec![0u32; persons as usize];
    let mut events = Vec::new();
    for _ in 0..scenario.ticks() {
        pool.install(|| step(&mut world));
        world.take_events(&mut events);
        for event in events.drain(..) {
            if matches!(event.happening, Happening::Did(Deed::Act(matter)) if matter.name().ends_with("-post"))
            {
                posts[event.person as usize] += 1;
            }
        }
    }
    let value = |name: &&'static str| match *name {
        "posted-never" => posts.iter().filter(|posts| **posts == 0).count() as f64 / posts.len() as f64,
        _ => by_the_most(&posts),
    };
    Ok(NAMES.iter().filter(|name| wanted.contains(*name)).map(|name| (*name, value(name))).collect())
}

/// Smallest share of persons who together wrote most of the posts; 0 where there are none.
fn by_the_most(posts: &[u32]) -> f64 {
    let mut sorted = posts.to_vec();
    sorted.sort_unstable_by(|one, other| other.cmp(one));
    let all: u64 = sorted.iter().map(|posts| u64::from(*posts)).sum();
    let mut written = 0;
    let few = sorted.iter().take_while(|posts| {
        let more = (written as f64) < MOST * all as f64;
        written += u64::from(**posts);
        more
    });
    few.count() as f64 / sorted.len().max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_prolific_by_hand() {
        // 8 of 10 posts come from one in five.
        assert!((by_the_most(&[0, 1, 8, 1, 0]) - 0.2).abs() < 1e-12);
        assert!((by_the_most(&[1; 10]) - 0.8).abs() < 1e-12);
        assert!(by_the_most(&[0, 0]).abs() < 1e-12);
        assert!(by_the_most(&[]).abs() < 1e-12);
    }
}
