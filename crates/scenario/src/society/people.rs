//! Traits of persons: education, income, work, apps.

use crate::diagnostics::Diagnostics;
use crate::figure::Figure;
use demerit_kernel::Chance;
use demerit_society::population::income::sigma_of_gini;
use demerit_society::population::person::TraitPlan;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Traits: see `demerit_society::population::person`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PeopleFile {
    /// Males per 100 females.
    #[schemars(range(min = 10.0, max = 1000.0))]
    pub sex_ratio: Figure,
    /// Persons with college education per 100,000 persons.
    #[schemars(range(min = 0.0, max = 100000.0))]
    pub college: Figure,
    /// Gini coefficient of income.
    #[schemars(range(min = 0.0, max = 0.95))]
    pub gini: Figure,
    /// Share of persons who use apps that a regime can read.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub uses_apps: Figure,
    /// Shares of those of working age by sector; the rest have no work.
    pub sectors: SectorsFile,
}

/// Shares of those from 18 to 59 by sector of work.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SectorsFile {
    /// Farming.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub farm: Figure,
    /// Industry and building.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub industry: Figure,
    /// Services.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub services: Figure,
    /// The state's service.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub state: Figure,
    /// Press and publishing.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub press: Figure,
}

/// Resolves the traits; `children` is the share of persons under 15.
pub(super) fn resolve(file: &PeopleFile, children: f64, diagnostics: &mut Diagnostics<'_>) -> TraitPlan {
    let sectors = &file.sectors;
    let shares = [&sectors.farm, &sectors.industry, &sectors.services, &sectors.state, &sectors.press]
        .map(|one| one.value);
    diagnostics.at_most_one("people.sectors", &shares, "the sectors");
    // The census counts college education among all persons; a trait is one of adults.
    let adults = 1.0 - children * 18.0 / 15.0;
    TraitPlan {
        college: Chance::from_share(file.college.value / 100_000.0 / adults.max(0.01)),
        sectors: shares,
        income_sigma: sigma_of_gini(file.gini.value),
        uses_apps: file.uses_apps.chance(),
    }
}
