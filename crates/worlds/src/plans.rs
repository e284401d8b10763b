//! Worlds: the plans of a study's worlds, made for a society of a given size.

use demerit_engine::{Plan, Step};
use demerit_kernel::Tick;
use demerit_regime::{Mechanism, Mechanisms, Regime};
use demerit_scenario::load::Scenario;
use demerit_scenario::notes::PhaseNote;
use demerit_scenario::study::{RolloutFile, WorldFile};
use demerit_society::{Society, TICKS_PER_YEAR};
use std::sync::Arc;

/// The plans of the worlds, and the phases of the first.
pub struct Plans {
    /// The plan of each world, and the society with the world's switches.
    pub plans: Vec<(Plan, Arc<Society>)>,
    /// Phases of the first world.
    pub phases: Vec<PhaseNote>,
    /// Whether each city is among the first to come under another regime than the rest.
    pub pilot: Vec<bool>,
}

/// Makes the plans; the scenario has been checked.
pub fn plans(scenario: &Scenario, society: &Society) -> Plans {
    let count = society.cities.all().len();
    let mut plans = Vec::new();
    let mut phases = Vec::new();
    let mut pilot = vec![false; count];
    for (number, world) in scenario.worlds().iter().enumerate() {
        let mechanisms = scenario.study.mechanisms_in(world);
        let (plan, society) = plan(scenario, world, mechanisms, society);
        if number == 0 {
            let names = in_force(world, mechanisms).map(|rollout| &rollout.phase);
            phases = names.zip(&plan.steps).map(|(name, step)| note(name, step, count)).collect();
            // The first cities chosen are the pilot; later waves are not.
            let first = plan.steps.iter().find_map(|step| step.cities.as_ref());
            for &city in first.into_iter().flatten() {
                pilot[usize::from(city)] = true;
            }
        }
        plans.push((plan, Arc::new(society)));
    }
    Plans { plans, phases, pilot }
}

/// The plan of a world with these mechanisms, and the society with them and the world's safeguards.
pub fn plan(
    scenario: &Scenario,
    world: &WorldFile,
    mechanisms: Mechanisms,
    society: &Society,
) -> (Plan, Society) {
    let cities = &society.cities;
    let safeguards = scenario.study.safeguards_in(world);
    let everywhere = !mechanisms.on(Mechanism::Rollout);
    let mut names: Vec<&str> = Vec::new();
    let mut regimes: Vec<Regime> = Vec::new();
    let mut steps = Vec::new();
    for rollout in in_force(world, mechanisms) {
        let regime = names.iter().position(|name| *name == rollout.regime).unwrap_or_else(|| {
            names.push(&rollout.regime);
            let regime = scenario.resolved.get(&rollout.regime);
            regimes.extend(regime.map(|regime| regime.switched(mechanisms, &safeguards)));
            names.len() - 1
        });
        let chosen = if everywhere {
            None
        } else if let Some(named) = &rollout.cities {
            Some(named.iter().filter_map(|name| cities.named(name)).map(|city| city as u16).collect())
        } else {
            rollout.pilots.map(|pilots| spread(pilots as usize, cities.all().len()))
        };
        let year = if everywhere { 0.0 } else { rollout.from_year };
        let from = Tick(libm::round(year * f64::from(TICKS_PER_YEAR)) as u32);
        steps.push(Step { from, cities: chosen, regime: regime as u8 });
    }
    let plan = Plan { world: world.name.clone(), regimes, steps };
    (plan, society.switched(mechanisms, &safeguards))
}

/// The steps of a world that are taken: the last alone where nothing is rolled out step by step.
fn in_force(world: &WorldFile, mechanisms: Mechanisms) -> impl Iterator<Item = &RolloutFile> {
    let skipped = if mechanisms.on(Mechanism::Rollout) { 0 } else { world.rollout.len().saturating_sub(1) };
    world.rollout.iter().skip(skipped)
}

fn note(name: &str, step: &Step, cities: usize) -> PhaseNote {
    let here = step.cities.as_ref().map_or(cities, Vec::len);
    PhaseNote { name: name.to_owned(), from_tick: step.from.0, cities: here as u32 }
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
