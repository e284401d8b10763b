//! Traits of persons: education, income, work, apps.

use crate::faults::diagnostics::Diagnostics;
use crate::figure::{Figure, Share, Within, written};
use demerit_kernel::Chance;
use demerit_society::population::income::sigma_of_gini;
use demerit_society::population::person::TraitPlan;

written! {
    /// Traits: see `demerit_society::population::person`.
    pub struct PeopleFile {
        /// Males per 100 females.
        pub sex_ratio: Within<10, 1000>,
        /// Persons with college education per 100,000 persons.
        pub college: Within<0, 100_000>,
        /// Gini coefficient of income.
        #[schemars(range(min = 0.0, max = 0.95))]
        pub gini: Figure,
        /// Share of persons who use apps that a regime can read.
        pub uses_apps: Share,
        /// Shares of those of working age by sector; the rest have no work.
        pub sectors: SectorsFile,
    }

    /// Shares of those from 18 to 59 by sector of work.
    pub struct SectorsFile {
        /// Farming.
        pub farm: Share,
        /// Industry and building.
        pub industry: Share,
        /// Services.
        pub services: Share,
        /// The state's service.
        pub state: Share,
        /// Press and publishing.
        pub press: Share,
    }
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
