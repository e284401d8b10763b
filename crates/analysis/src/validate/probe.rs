//! Probes: what is counted in a run person by person, and is no measure.
//!
//! Model: the first world of a study is run, and every person's events are kept. The posts of each person are
//! counted. At the end each adult's climate of opinion is set beside the factor with which own opinion and
//! climate together scale critical posts.
//!
//! | probe | what it gives |
//! |---|---|
//! | `posted-never` | share of persons who wrote no post in the run |
//! | `posts-by-the-most` | smallest share of persons who together wrote 80 % of the posts |
//! | `climate-and-willingness` | correlation over adults of the perceived climate of opinion and the willingness to speak critically |

use demerit_engine::{World, step};
use demerit_kernel::{Draws, LANES, Seed};
use demerit_scenario::load::Scenario;
use demerit_society::population::person::ADULT;
use demerit_society::state::events::{Cohort, EventKind};
use demerit_society::{Deed, Society};
use demerit_worlds::LiveError;
use demerit_worlds::schedules::{Schedules, schedules};
use std::sync::Arc;

/// The names.
pub(super) const NAMES: [&str; 3] = ["posted-never", "posts-by-the-most", "climate-and-willingness"];

/// Share of the posts that the probe's most prolific persons wrote.
const MOST: f64 = 0.8;

/// The values of the probes that were asked for.
pub(super) fn values(
    wanted: &[&str],
    scenario: &Scenario,
    go_on: &mut dyn FnMut() -> bool,
) -> Result<Option<Vec<(&'static str, f64)>>, LiveError> {
    let draws = Draws::new(Seed(scenario.study.seed));
    let persons = scenario.study.persons;
    let society = Society::new(&scenario.plan, persons, draws)?;
    let Schedules { schedules, .. } = schedules(scenario, &society)?;
    let Some((schedule, society)) = schedules.into_iter().next() else { return Ok(Some(Vec::new())) };
    let cohort = Arc::new(Cohort::new(persons, persons, &draws));
    let mut world = World::new(society, schedule, cohort);
    let mut posts = vec![0u32; persons as usize];
    let mut events = Vec::new();
    for _ in 0..scenario.ticks() {
        step(&mut world);
        if !go_on() {
            return Ok(None);
        }
        world.take_events(&mut events);
        for event in events.drain(..) {
            if matches!(event.kind, EventKind::Did(Deed::Act(matter)) if matter.name().ends_with("-post")) {
                posts[event.person as usize] += 1;
            }
        }
    }
    let value = |name: &&'static str| match *name {
        "posted-never" => posts.iter().filter(|posts| **posts == 0).count() as f64 / posts.len() as f64,
        "posts-by-the-most" => by_the_most(&posts),
        _ => correlation(&climates(&world)),
    };
    Ok(Some(NAMES.iter().filter(|name| wanted.contains(*name)).map(|name| (*name, value(name))).collect()))
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

/// Climate and willingness of every adult; nobody where the society knows no climate of opinion.
fn climates(world: &World) -> Vec<(f64, f64)> {
    let society = &world.society;
    let Some(silence) = &society.reactions.silence else { return Vec::new() };
    let mut found = Vec::new();
    for chunk in world.chunks() {
        for at in 0..chunk.persons() {
            let number = chunk.first_person() + at as u32;
            let person = society.person(number, chunk.born[at], chunk.habits_of(at));
            if person.age(world.tick) >= ADULT {
                let climate = &chunk.tables[at / LANES as usize].climate;
                found.push((climate.share(silence), (1.0 - person.support()) * silence.willingness(climate)));
            }
        }
    }
    found
}

/// Pearson's correlation; not a number where either does not vary.
fn correlation(pairs: &[(f64, f64)]) -> f64 {
    let count = pairs.len() as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / count;
    let (x, y) = (mean(|pair| pair.0), mean(|pair| pair.1));
    let (mut xx, mut yy, mut xy) = (0.0, 0.0, 0.0);
    for (one, other) in pairs {
        xx += (one - x) * (one - x);
        yy += (other - y) * (other - y);
        xy += (one - x) * (other - y);
    }
    xy / libm::sqrt(xx * yy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_straight_line_correlates_and_nothing_does_not() {
        assert!((correlation(&[(0.0, 1.0), (1.0, 3.0), (2.0, 5.0)]) - 1.0).abs() < 1e-12);
        assert!((correlation(&[(0.0, 1.0), (1.0, 0.0), (2.0, 1.0)])).abs() < 1e-12);
        assert!(correlation(&[(0.0, 1.0), (0.0, 2.0)]).is_nan());
        assert!(correlation(&[]).is_nan());
    }

    #[test]
    fn the_most_prolific_are_the_fewest_who_write_four_fifths() {
        // 8 of 10 posts come from one in five.
        assert!((by_the_most(&[0, 1, 8, 1, 0]) - 0.2).abs() < 1e-12);
        assert!((by_the_most(&[1; 10]) - 0.8).abs() < 1e-12);
        assert!(by_the_most(&[0, 0]).abs() < 1e-12);
        assert!(by_the_most(&[]).abs() < 1e-12);
    }
}
