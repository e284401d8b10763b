//! Worlds: the schedules of a study's worlds, made for a society of a given size.

use demerit_engine::{Change, Schedule};
use demerit_kernel::Tick;
use demerit_regime::{Checks, Mechanism, Mechanisms, Regime, RegimeError};
use demerit_scenario::load::Scenario;
use demerit_scenario::notes::PhaseNote;
use demerit_scenario::study::{RolloutFile, WorldFile};
use demerit_society::Society;
use std::sync::Arc;

/// The schedules of the worlds, and the phases of the first.
pub struct Schedules {
    /// The schedule of each world, and the society with the world's switches.
    pub schedules: Vec<(Schedule, Arc<Society>)>,
    /// Phases of the first world.
    pub phases: Vec<PhaseNote>,
    /// Whether each city is among the first to come under another regime than the rest.
    pub pilot: Vec<bool>,
}

/// Makes the schedules; the scenario has been checked.
///
/// # Errors
/// A regime that cannot be put together with the switches of a world.
pub fn schedules(scenario: &Scenario, society: &Society) -> Result<Schedules, RegimeError> {
    let count = society.cities.all().len();
    let mut schedules = Vec::new();
    let mut phases = Vec::new();
    let mut pilot = vec![false; count];
    for (number, world) in scenario.worlds().iter().enumerate() {
        let (schedule, society) = schedule(scenario, world, society)?;
        if number == 0 {
            let names = in_force(world, scenario.study.mechanisms_in(world)).map(|rollout| &rollout.phase);
            phases = names.zip(&schedule.changes).map(|(name, change)| note(name, change, count)).collect();
            // The first cities chosen are the pilot; later waves are not.
            let first = schedule.changes.iter().find_map(|change| change.cities.as_ref());
            for &city in first.into_iter().flatten() {
                pilot[usize::from(city)] = true;
            }
        }
        schedules.push((schedule, Arc::new(society)));
    }
    Ok(Schedules { schedules, phases, pilot })
}

/// The schedule of a world with its mechanisms, safeguards and sources of error, and the society with them.
///
/// # Errors
/// A regime that cannot be put together with these switches.
pub fn schedule(
    scenario: &Scenario,
    world: &WorldFile,
    society: &Society,
) -> Result<(Schedule, Society), RegimeError> {
    let cities = &society.cities;
    let (mechanisms, errors) = (scenario.study.mechanisms_in(world), world.error_sources());
    let safeguards = scenario.study.safeguards_in(world);
    let everywhere = !mechanisms.on(Mechanism::Rollout);
    let mut names: Vec<&str> = Vec::new();
    let mut regimes: Vec<Regime> = Vec::new();
    let mut changes = Vec::new();
    for rollout in in_force(world, mechanisms) {
        let known = names.iter().position(|name| *name == rollout.regime);
        let regime = known.unwrap_or(names.len());
        if known.is_none() {
            names.push(&rollout.regime);
            if let Some(regime) = scenario.resolved.get(&rollout.regime) {
                let evened = |checks: &Checks| checks.mean_factor(&society.shown_of_adults());
                regimes.push(regime.switched(mechanisms, &safeguards)?.freed_of(errors, evened)?);
            }
        }
        let chosen = if everywhere {
            None
        } else if let Some(named) = &rollout.cities {
            Some(named.iter().filter_map(|name| cities.named(name)).map(|city| city as u16).collect())
        } else {
            rollout.pilots.map(|pilots| spread(pilots as usize, cities.all().len()))
        };
        let from = Tick(if everywhere { 0 } else { rollout.from() });
        changes.push(Change { from, cities: chosen, regime: regime as u8 });
    }
    let schedule = Schedule { world: world.name.clone(), regimes, changes };
    Ok((schedule, society.switched(mechanisms, &safeguards).freed_of(errors)))
}

/// The changes of a world that are taken: the last alone where nothing is rolled out step by step.
fn in_force(world: &WorldFile, mechanisms: Mechanisms) -> impl Iterator<Item = &RolloutFile> {
    let skipped = if mechanisms.on(Mechanism::Rollout) { 0 } else { world.rollout.len().saturating_sub(1) };
    world.rollout.iter().skip(skipped)
}

fn note(name: &str, change: &Change, cities: usize) -> PhaseNote {
    let here = change.cities.as_ref().map_or(cities, Vec::len);
    PhaseNote { name: name.to_owned(), from_tick: change.from.0, cities: here as u32 }
}

/// Places of `pilots` cities, evenly spread over the ranks of `count` cities.
fn spread(pilots: usize, count: usize) -> Vec<u16> {
    let pilots = pilots.min(count);
    (0..pilots).map(|place| ((2 * place + 1) * count / (2 * pilots)) as u16).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pilots_are_spread_over_the_ranks() {
        assert_eq!(spread(2, 8), [2, 6]);
        assert_eq!(spread(5, 3), [0, 1, 2]);
        assert_eq!(spread(1, 1), [0]);
    }
}
