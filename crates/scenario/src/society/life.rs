//! Life and death: how long people live, marry and part.

use crate::faults::diagnostics::Diagnostics;
use crate::figure::{Figure, Share, Within, written};
use demerit_society::population::life::LifePlan;

written! {
    /// Life and death: see `demerit_society::population::life`.
    pub struct LifeFile {
        /// Share of persons of 65 and over.
        pub over_65: Share,
        /// Mean years beyond 65 of those of 65 and over.
        #[schemars(range(min = 0.5, max = 30.0))]
        pub years_beyond_65: Figure,
        /// Deaths per 1,000 persons and year.
        pub deaths: Within<0, 1000>,
        /// Growth of the hazard of death with each year of age.
        #[schemars(range(min = 0.0, max = 0.3))]
        pub ageing: Figure,
        /// Divorces per 1,000 persons and year.
        pub divorces: Within<0, 1000>,
        /// Marriages per 1,000 persons and year.
        pub marriages: Within<0, 1000>,
    }
}

/// Resolves life and death; `elders` is the share of persons of 60 and over.
pub(super) fn resolve(file: &LifeFile, elders: f64, diagnostics: &mut Diagnostics<'_>) -> LifePlan {
    let over_65 = file.over_65.value;
    if over_65 > elders {
        let message = format!("{over_65} of 65 and over are more than the {elders} of 60 and over");
        diagnostics.fault("life.over_65", message, format!("allowed is 0 to {elders}").as_str());
    }
    LifePlan {
        elders_over_65: if elders > 0.0 { (over_65 / elders).min(1.0) } else { 0.0 },
        elders_tail: file.years_beyond_65.value,
        deaths: file.deaths.value / 1000.0,
        ageing: file.ageing.value,
        divorces: file.divorces.value / 1000.0,
        marriages: file.marriages.value / 1000.0,
    }
}
