//! A world of a study: what is switched in it, and which regimes come into force.

use super::rollout::RolloutFile;
use crate::notes::{TierNote, WorldNote};
use crate::word::{ByWord, Word};
use demerit_regime::{Mechanism, Mechanisms, Regime, Safeguard};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A world.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WorldFile {
    /// Name.
    #[schemars(length(min = 1, max = 40), pattern("^[a-z0-9][a-z0-9-]*$"))]
    pub name: String,
    /// Title for people; the name unless it is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 120))]
    pub title: Option<String>,
    /// Mechanisms switched off or on in this world alone.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(with = "ByWord<Mechanism, bool>")]
    pub mechanisms: BTreeMap<Word<Mechanism>, bool>,
    /// Safeguards in force in this world, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub safeguards: Vec<Word<Safeguard>>,
    /// Persons, which have to be those of the study: twins are the same persons.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 1500000000))]
    pub persons: Option<u32>,
    /// Which regime comes into force where and when.
    #[schemars(length(min = 1, max = 50))]
    pub rollout: Vec<RolloutFile>,
}

/// What a report says of a world with these mechanisms under this regime.
pub(super) fn note(world: &WorldFile, mechanisms: Mechanisms, regime: &Regime) -> WorldNote {
    let in_force: &[_] = if mechanisms.on(Mechanism::Safeguards) { &world.safeguards } else { &[] };
    let tier = |tier: &demerit_regime::Tier| TierNote {
        name: tier.name.clone(),
        from: i32::from(tier.from.0),
        sanction: tier.sanction,
    };
    WorldNote {
        name: world.name.clone(),
        title: world.title.clone().unwrap_or_else(|| world.name.clone()),
        off: mechanisms.off().map(|one| one.name().to_owned()).collect(),
        safeguards: in_force.iter().map(Word::to_string).collect(),
        regime: regime.title.clone(),
        scale: regime.scale.map(|scale| [i32::from(scale.floor.0), i32::from(scale.ceiling.0)]),
        start: regime.scale.map(|scale| i32::from(scale.start.0)),
        tiers: regime.tiers.all().iter().map(tier).collect(),
    }
}
