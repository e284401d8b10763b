//! Worlds: the schedules of a study's worlds, made for a society of a given size.

use demerit_engine::{Change, Schedule};
use demerit_kernel::Tick;
use demerit_regime::{Checks, Regime, RegimeError};
use demerit_scenario::load::Scenario;
use demerit_scenario::notes::PhaseNote;
use demerit_scenario::study::{WorldFile, steps};
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
    let mut schedules = Vec::new();
    let mut phases = Vec::new();
    let mut pilot = vec![false; society.cities.all().len()];
    for (number, world) in scenario.worlds().iter().enumerate() {
        let (schedule, society) = schedule(scenario, world, society)?;
        if number == 0 {
            phases = scenario.study.phases_in(world, &society.cities);
            // The first cities chosen are the pilot; later waves are not.
            let first = schedule.changes.iter().find_map(|change| change.cities.as_ref());
            for &city in first.into_iter().flatten() {
                pilot[usize::from(city)] = true;
            }
        }
        schedules.push((schedule, Arc::new(society)));
    }
    // What people do in the twin is put to the rules of the first world, too.
    if let [(first, _), (twin, _), ..] = &mut *schedules {
        *twin = std::mem::take(twin).assessed_by(first);
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
    let (mechanisms, errors) = (scenario.study.mechanisms_in(world), world.error_sources());
    let safeguards = scenario.study.safeguards_in(world);
    let mut names: Vec<&str> = Vec::new();
    let mut regimes: Vec<Regime> = Vec::new();
    let mut changes = Vec::new();
    for step in steps(world, mechanisms, &society.cities) {
        let rollout = step.file;
        let known = names.iter().position(|name| *name == rollout.regime);
        let regime = known.unwrap_or(names.len());
        if known.is_none() {
            names.push(&rollout.regime);
            if let Some(regime) = scenario.resolved.get(&rollout.regime) {
                let evened = |checks: &Checks| checks.mean_factor(&society.shown_of_adults());
                regimes.push(regime.switched(mechanisms, &safeguards)?.freed_of(errors, evened)?);
            }
        }
        changes.push(Change { from: Tick(step.from), cities: step.cities, regime: regime as u8 });
    }
    let schedule = Schedule::new(&*world.name, regimes, changes);
    Ok((schedule, society.switched(mechanisms, &safeguards).freed_of(errors)))
}
