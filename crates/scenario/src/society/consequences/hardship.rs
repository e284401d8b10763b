//! Hardship: income lost to a sanction, and the lapses that follow.

use crate::diagnostics::Diagnostics;
use crate::figure::{Figure, values};
use demerit_kernel::Chance;
use demerit_regime::{Matter, Request};
use demerit_society::TICKS_PER_YEAR;
use demerit_society::consequences::hardship::{Hardship, STEP, of_money};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Hardship: see `demerit_society::consequences::hardship`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HardshipFile {
    /// Chance that the beginning of a sanction costs whoever is in work the job.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub job: Figure,
    /// Jobs lost per year of a sanction.
    #[schemars(range(min = 0.0, max = 52.0))]
    pub job_later: Figure,
    /// Share of the income that goes with the job.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub with_job: Figure,
    /// Share of the income that a refused post costs.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub refused_post: Figure,
    /// Share of the income that a refused home costs.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub refused_home: Figure,
    /// Share of the income that a refused loan costs.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub refused_loan: Figure,
    /// Highest share of the income that can be lost.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub most: Figure,
    /// Years after the sanction in which half of the loss comes back.
    #[schemars(range(min = 0.1, max = 100.0))]
    pub half_back: Figure,
    /// Growth of the lapses with money at a loss of everything: 1 is twice as many.
    #[schemars(range(min = 0.0, max = 10.0))]
    pub lapses: Figure,
    /// Factor of each fifth of income on the lapses with money, the poorest first; their mean is 1.
    #[schemars(length(min = 5, max = 5), inner(range(min = 0.0, max = 5.0)))]
    pub by_fifth: Vec<Figure>,
}

/// How far the mean of factors that ought to be one may be from it.
const SLACK: f64 = 0.005;

/// Resolves it.
pub(super) fn resolve(file: &HardshipFile, diagnostics: &mut Diagnostics<'_>) -> Hardship {
    let by_fifth: [f64; 5] = values(&file.by_fifth);
    let mean = by_fifth.iter().sum::<f64>() / 5.0;
    if (mean - 1.0).abs() > SLACK {
        diagnostics.fault(
            "consequences.hardship.by_fifth",
            format!("the mean of the factors is {mean:.4}, not 1"),
            "the fifths are of one size, so their factors must have the mean 1",
        );
    }
    let mut refused = [0; Request::COUNT];
    for (request, share) in [
        (Request::StateJob, &file.refused_post),
        (Request::Home, &file.refused_home),
        (Request::Loan, &file.refused_loan),
    ] {
        refused[request.index()] = share.byte();
    }
    let steps = file.half_back.value * f64::from(TICKS_PER_YEAR) / f64::from(STEP);
    Hardship {
        job: file.job.chance(),
        job_later: file.job_later.per_tick(),
        with_job: file.with_job.byte(),
        refused,
        most: file.most.byte(),
        fade: Chance::from_share(1.0 - libm::exp2(-1.0 / steps)),
        lapses: file.lapses.value,
        by_fifth,
    }
}

/// The highest factor that income and its loss can put on a matter.
pub(super) fn most(matter: Matter, file: Option<&HardshipFile>) -> f64 {
    match file {
        Some(hardship) if of_money(matter) => {
            let fifths = hardship.by_fifth.iter().map(|one| one.value).fold(0.0, f64::max);
            fifths * (1.0 + hardship.lapses.value * hardship.most.value)
        }
        _ => 1.0,
    }
}
