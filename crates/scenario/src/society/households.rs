//! Households: their sizes, and the ages of those who live in them.

use crate::faults::diagnostics::Diagnostics;
use crate::figure::{Share, values, written};
use demerit_society::population::household::{HouseholdPlan, Households};

written! {
    /// Households and ages: see `demerit_society::population::household`.
    pub struct HouseholdsFile {
        /// Shares of households of 1, 2, …, 6, and 7 and more persons.
        #[schemars(length(min = 7, max = 7))]
        pub sizes: Vec<Share>,
        /// Share of persons under 15.
        pub children: Share,
        /// Share of persons of 60 and over.
        pub elders: Share,
    }
}

/// Resolves households and ages.
pub(super) fn resolve(file: &HouseholdsFile, diagnostics: &mut Diagnostics<'_>) -> HouseholdPlan {
    let sizes: [f64; 7] = values(&file.sizes);
    diagnostics.sums_to_one("households.sizes", &sizes);
    let total: f64 = sizes.iter().sum();
    let plan = HouseholdPlan {
        sizes: sizes.map(|size| if total > 0.0 { size / total } else { 0.0 }),
        children: file.children.value,
        elders: file.elders.value,
    };
    if total > 0.0
        && let Err((children, elders)) = Households::try_plan(&plan)
    {
        let message = format!(
            "{} children and {} elders do not fit into households of these sizes",
            plan.children, plan.elders
        );
        let hint = format!("the nearest that fit are {children:.3} and {elders:.3}");
        diagnostics.fault("households.children", message, hint.as_str());
    }
    plan
}
