//! Figures that can be set: those of the society, and of the regimes that the first world comes under.

use demerit_scenario::load::Scenario;
use demerit_scenario::notes::ParameterNote;
use demerit_scenario::parameters::note;
use demerit_scenario::parameters::{Found, figures};
use demerit_scenario::place::{item, steps};
use serde_json::Value;

/// What the name of a society's figure begins with.
pub(super) const SOCIETY: &str = "society";

/// A figure that can be set.
pub(super) struct Known {
    /// Its name: `society: PLACE` or `regime NAME: PLACE`.
    pub(super) key: String,
    /// The regime that it belongs to; `None` for the society.
    pub(super) regime: Option<String>,
    /// Place in the written bundle, as a JSON pointer.
    pub(super) pointer: String,
    /// The name of the rule, tier, gate or other item that it belongs to.
    pub(super) item: Option<String>,
    pub(super) about: String,
    /// Lowest and highest value: the declared range, else what the file allows.
    pub(super) bounds: [Option<f64>; 2],
    pub(super) free_text: Option<String>,
    pub(super) note: ParameterNote,
}

/// The regimes that the first world comes under, and those whose scores feed them, in the order of the rollout.
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
pub(super) fn all(scenario: &Scenario, written: &Value) -> Vec<Known> {
    let mut all = Vec::new();
    let mut add = |regime: Option<&String>, at: String, found: Vec<Found>, sources: &_| {
        let file = regime.map_or_else(|| SOCIETY.to_owned(), |name| format!("regime {name}"));
        all.extend(found.into_iter().map(|one| {
            let pointer = format!("{at}/{}", steps(&one.key).join("/"));
            let declared = one.figure.range.filter(|[low, high]| low < high);
            Known {
                key: format!("{file}: {}", one.key),
                regime: regime.cloned(),
                item: item(written, &pointer),
                pointer,
                bounds: declared.map_or(one.limits, |range| range.map(Some)),
                about: one.about.clone(),
                free_text: one.figure.note.clone(),
                note: note(&file, one, sources),
            }
        }));
    };
    let society = &scenario.society;
    add(None, "/society".to_owned(), figures(society), &society.sources);
    for name in regimes_of(scenario, 0) {
        if let Some(regime) = scenario.regimes.get(&name) {
            let at = format!("/regimes/{}", name.replace('~', "~0").replace('/', "~1"));
            add(Some(&name), at, figures(regime), &regime.sources);
        }
    }
    all
}

/// Sets the value of a figure, which is a number, or a table where more is said of it.
pub(super) fn set(written: &mut Value, pointer: &str, value: f64) {
    if let Some(place) = written.pointer_mut(pointer) {
        match place.as_object_mut() {
            Some(table) => _ = table.insert("value".to_owned(), value.into()),
            None => *place = value.into(),
        }
    }
}
