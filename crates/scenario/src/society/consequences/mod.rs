//! What sanctions do to lives. Each table is a mechanism; a table that is left out does nothing.

mod hardship;
mod home_town;
mod leaving;
mod partners;
mod shunning;
mod upbringing;

pub use hardship::HardshipFile;
pub use home_town::HomeTownFile;
pub use leaving::LeavingFile;
pub use partners::PartnersFile;
pub use shunning::ShunningFile;
pub use upbringing::UpbringingFile;

use crate::diagnostics::Diagnostics;
use demerit_regime::Matter;
use demerit_society::consequences::Consequences;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Consequences of sanctions: see `demerit_society::consequences`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsequencesFile {
    /// Income lost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hardship: Option<HardshipFile>,
    /// What a childhood leaves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upbringing: Option<UpbringingFile>,
    /// How standing counts with couples.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partners: Option<PartnersFile>,
    /// What a refused seat leads to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub home_town: Option<HomeTownFile>,
    /// How ties are cut and heal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shunning: Option<ShunningFile>,
    /// How often people move away and come back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leaving: Option<LeavingFile>,
}

/// Resolves what sanctions do to lives.
pub(super) fn resolve(file: Option<&ConsequencesFile>, diagnostics: &mut Diagnostics<'_>) -> Consequences {
    let Some(file) = file else { return Consequences::default() };
    Consequences {
        hardship: file.hardship.as_ref().map(|one| hardship::resolve(one, diagnostics)),
        partners: file.partners.as_ref().map(|one| partners::resolve(one, diagnostics)),
        home_town: file.home_town.as_ref().map(home_town::resolve),
        shunning: file.shunning.as_ref().map(shunning::resolve),
        migration: file.leaving.as_ref().map(leaving::resolve),
        upbringing: file.upbringing.as_ref().map(|one| upbringing::resolve(one, diagnostics)),
    }
}

/// The highest factor that income and its loss can put on a matter.
pub(super) fn most(matter: Matter, file: Option<&ConsequencesFile>) -> f64 {
    hardship::most(matter, file.and_then(|file| file.hardship.as_ref()))
}
