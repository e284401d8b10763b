//! Ties outside the household, layer by layer.

use crate::faults::diagnostics::Diagnostics;
use crate::figure::{Share, usual, written};
use crate::word::{Word, vocabulary};
use demerit_regime::Tie;
use demerit_society::population::ties::{Layer, Scope};

vocabulary! {
    /// A tie outside the household.
    LayerTie("tie") of Tie { Kin, Friend, Colleague, Acquaintance }
}

vocabulary! {
    /// How far a layer reaches.
    Reach("scope") {
        /// The neighbourhood.
        Neighbourhood = "neighbourhood",
        /// The city.
        City = "city",
    }
}

written! {
    /// A layer of ties: see `demerit_society::population::ties`.
    pub struct TiesFile {
        /// Type of the ties: `kin`, `friend`, `colleague` or `acquaintance`.
        pub tie: Word<LayerTie>,
        /// How far it reaches: `neighbourhood` or `city`.
        pub scope: Word<Reach>,
        /// Persons in a group.
        #[schemars(range(min = 2, max = 64))]
        pub group: u32,
        /// Overlaid groupings.
        #[serde(default = "usual::<1>")]
        #[schemars(range(min = 1, max = 4))]
        pub rounds: u32,
        /// Share of ties that are not switched off.
        pub keep: Share,
    }
}

/// Resolves the layers.
pub(super) fn resolve(written: &[TiesFile], diagnostics: &mut Diagnostics<'_>) -> Vec<Layer> {
    let rounds: u32 = written.iter().map(|one| one.rounds).sum();
    if rounds as usize > Layer::MOST {
        let message = format!("{rounds} rounds over all layers are more than {}", Layer::MOST);
        diagnostics.fault("ties", message, None);
    }
    let layer = |one: &TiesFile| Layer {
        tie: one.tie.0.0,
        scope: match one.scope.0 {
            Reach::Neighbourhood => Scope::Neighbourhood,
            Reach::City => Scope::City,
        },
        group: one.group,
        rounds: one.rounds,
        keep: one.keep.chance(),
    };
    written.iter().map(layer).collect()
}
