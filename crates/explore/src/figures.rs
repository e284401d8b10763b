//! Figures that can be set: those of the society, and of the regimes that the first world comes under.

use demerit_scenario::figures::{Located, Part};
use demerit_scenario::load::Scenario;

/// The regimes that a world comes under, and those whose scores feed them, in the order of the rollout.
pub(super) fn regimes_of(scenario: &Scenario, world: usize) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let rollout = scenario.study.worlds.get(world).into_iter().flat_map(|world| &world.rollout);
    for step in rollout {
        let fed = scenario.regimes.get(&step.regime).and_then(|regime| regime.feed.as_ref());
        for name in [Some(&step.regime), fed.map(|feed| &feed.regime)].into_iter().flatten() {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
    }
    names
}

/// All that can be set, the society's figures first.
pub(super) fn all(scenario: &Scenario) -> Vec<Located> {
    let regimes = regimes_of(scenario, 0).into_iter().filter(|name| scenario.regimes.contains_key(name));
    let parts = [Part::Society].into_iter().chain(regimes.map(Part::Regime));
    parts.flat_map(|part| scenario.figures_of(&part)).filter(|one| one.is_figure).collect()
}

/// The name of a figure in settings: `society: KEY` or `regime NAME: KEY`. Links that people keep hold it.
pub(super) fn key(one: &Located) -> String {
    if one.part == Part::Society { format!("society: {}", one.key) } else { one.name() }
}
