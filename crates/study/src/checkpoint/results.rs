//! Results: whether a program comes to the same as another one, found out by a small society.
//!
//! Model: the worlds of the study, with at most 1,024 persons, live some weeks, with its regimes coming into
//! force everywhere, one after the other, four weeks apart. The digest of their states stands for the
//! program's way of computing.
//!
//! Leaves out: what so few do not do in so short a time. The version, and the number of the format, are
//! looked at besides.

use demerit_engine::{Change, World, step};
use demerit_kernel::{Digest, Draws, LANES, Seed, Tick};
use demerit_scenario::load::Scenario;
use demerit_society::state::events::Cohort;
use demerit_worlds::LiveError;
use demerit_worlds::schedules::schedules;
use std::sync::Arc;

/// Weeks between two regimes.
const APART: u32 = 4;
/// Worlds that live; each further one costs as much again.
const MOST_WORLDS: usize = 8;

/// The digest, for the threads of the current pool.
pub(super) fn of(scenario: &Scenario) -> Result<String, LiveError> {
    let mut small = scenario.clone();
    small.study.persons = small.study.persons.min(LANES);
    let draws = Draws::new(Seed(small.study.seed));
    let society = small.society(draws)?;
    let cohort = Arc::new(Cohort::new(0, small.study.persons, &draws));
    let mut digest = Digest::new();
    let schedules = schedules(&small, &society)?.schedules;
    for (mut schedule, society) in schedules.into_iter().take(MOST_WORLDS) {
        let changes = (0..schedule.regimes.len() as u8).zip((0..).step_by(APART as usize));
        schedule.changes =
            changes.map(|(regime, from)| Change { from: Tick(from), cities: None, regime }).collect();
        let ticks = schedule.regimes.len() as u32 * APART;
        let mut world = World::new(society, schedule, Arc::clone(&cohort));
        (0..ticks).for_each(|_| step(&mut world));
        digest.str(&world.digest());
    }
    Ok(digest.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outside::Disk;
    use demerit_scenario::load;
    use demerit_worlds::in_memory::sized;

    #[test]
    fn the_same_study_comes_to_the_same_and_another_does_not() {
        let scenario = |study: &str, persons, seed| {
            sized(&load::study(study, &Disk).unwrap(), persons, None, seed).unwrap()
        };
        let first = of(&scenario("no-dark-corner", 3000, 5)).unwrap();
        assert_eq!(of(&scenario("no-dark-corner", 50_000, 5)).unwrap(), first, "however large");
        assert_ne!(of(&scenario("no-dark-corner", 3000, 6)).unwrap(), first);
        assert_ne!(of(&scenario("suining", 3000, 5)).unwrap(), first);
        assert!(of(&scenario("nation", 1, 5)).is_ok(), "one person");
    }
}
