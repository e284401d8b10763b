//! Worlds: the plans of a study's worlds, made for a society of a given size.

use crate::load::Scenario;
use crate::manifest::PhaseNote;
use crate::resolve::switches;
use demerit_engine::{Plan, Step};
use demerit_kernel::Tick;
use demerit_regime::{Mechanism, Regime};
use demerit_society::{Society, TICKS_PER_YEAR};
use std::sync::Arc;

/// The plans of the worlds, and the phases of the first.
pub(crate) struct Plans {
    /// The plan of each world, and the society with the world's switches.
    pub(crate) plans: Vec<(Plan, Arc<Society>)>,
    pub(crate) phases: Vec<PhaseNote>,
    /// Whether each city is among the first to come under another regime than the rest.
    pub(crate) pilot: Vec<bool>,
}

/// Makes the plans; the scenario has been checked.
pub(crate) fn plans(scenario: &Scenario, society: &Society) -> Plans {
    let cities = &society.cities;
    let count = cities.all().len();
    let mut plans = Vec::new();
    let mut phases = Vec::new();
    let mut pilot = vec![false; count];
    for (number, world) in scenario.worlds().iter().enumerate() {
        let mechanisms = switches::mechanisms(&scenario.study, world);
        let safeguards = switches::safeguards(&scenario.study, world);
        let mut names: Vec<&str> = Vec::new();
        let mut regimes: Vec<Regime> = Vec::new();
        let mut steps = Vec::new();
        let last = world.rollout.len().saturating_sub(1);
        let everywhere = !mechanisms.on(Mechanism::Rollout);
        for (step, rollout) in world.rollout.iter().enumerate() {
            if everywhere && step != last {
                continue;
            }
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
                rollout.pilots.map(|pilots| spread(pilots as usize, count))
            };
            let year = if everywhere { 0.0 } else { rollout.from_year };
            let from = Tick(libm::round(year * f64::from(TICKS_PER_YEAR)) as u32);
            let here = chosen.as_ref().map_or(count, Vec::len);
            if number == 0 {
                phases.push(PhaseNote {
                    name: rollout.phase.clone(),
                    from_tick: from.0,
                    cities: here as u32,
                });
                // The first cities chosen are the pilot; later waves are not.
                if !pilot.contains(&true) {
                    for &city in chosen.iter().flatten() {
                        pilot[usize::from(city)] = true;
                    }
                }
            }
            steps.push(Step { from, cities: chosen, regime: regime as u8 });
        }
        let plan = Plan { world: world.name.clone(), regimes, steps };
        plans.push((plan, Arc::new(society.switched(mechanisms, &safeguards))));
    }
    Plans { plans, phases, pilot }
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
