//! Worlds: the plans of a study's worlds, made for a society of a given size.

use crate::load::Scenario;
use crate::manifest::PhaseNote;
use demerit_engine::{Plan, Step};
use demerit_kernel::Tick;
use demerit_regime::Regime;
use demerit_society::TICKS_PER_YEAR;
use demerit_society::city::Cities;

/// The plans of the worlds, and the phases of the first.
pub(crate) struct Plans {
    pub(crate) plans: Vec<Plan>,
    pub(crate) phases: Vec<PhaseNote>,
    /// Whether each city is among the first to come under another regime than the rest.
    pub(crate) pilot: Vec<bool>,
}

/// Makes the plans; the scenario has been checked.
pub(crate) fn plans(scenario: &Scenario, cities: &Cities) -> Plans {
    let count = cities.all().len();
    let mut plans = Vec::new();
    let mut phases = Vec::new();
    let mut pilot = vec![false; count];
    for (number, world) in scenario.study.worlds.iter().enumerate() {
        let mut names: Vec<&str> = Vec::new();
        let mut regimes: Vec<Regime> = Vec::new();
        let mut steps = Vec::new();
        for rollout in &world.rollout {
            let regime = names.iter().position(|name| *name == rollout.regime).unwrap_or_else(|| {
                names.push(&rollout.regime);
                regimes.extend(scenario.resolved.get(&rollout.regime).cloned());
                names.len() - 1
            });
            let chosen = if let Some(named) = &rollout.cities {
                Some(named.iter().filter_map(|name| cities.named(name)).map(|city| city as u16).collect())
            } else {
                rollout.pilots.map(|pilots| spread(pilots as usize, count))
            };
            let from = Tick(libm::round(rollout.from_year * f64::from(TICKS_PER_YEAR)) as u32);
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
        plans.push(Plan { world: world.name.clone(), regimes, steps });
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
