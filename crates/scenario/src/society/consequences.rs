//! What sanctions do to lives. Each table is a mechanism; a table that is left out does nothing.

use crate::faults::diagnostics::Diagnostics;
use crate::figure::{Figure, Share, Within, Yearly, values, written};
use demerit_kernel::Chance;
use demerit_regime::{Matter, Request};
use demerit_society::TICKS_PER_YEAR;
use demerit_society::consequences::Consequences;
use demerit_society::consequences::hardship::{Hardship, STEP, of_money};
use demerit_society::consequences::home_town::HomeTown;
use demerit_society::consequences::migration::Migration;
use demerit_society::consequences::partner::Partners;
use demerit_society::consequences::shunning::Shunning;
use demerit_society::consequences::upbringing::Upbringing;

written! {
    /// Consequences of sanctions: see `demerit_society::consequences`.
    #[derive(Default)]
    pub struct ConsequencesFile {
        /// Income lost.
        pub hardship: Option<HardshipFile>,
        /// What a childhood leaves.
        pub upbringing: Option<UpbringingFile>,
        /// How standing counts with couples.
        pub partners: Option<PartnersFile>,
        /// What a refused seat leads to.
        pub home_town: Option<HomeTownFile>,
        /// How ties are cut and heal.
        pub shunning: Option<ShunningFile>,
        /// How often people move away and come back.
        pub leaving: Option<LeavingFile>,
    }

    /// Hardship: see `demerit_society::consequences::hardship`.
    pub struct HardshipFile {
        /// Chance that the beginning of a sanction costs whoever is in work the job.
        pub job: Share,
        /// Jobs lost per year of a sanction.
        pub job_later: Yearly,
        /// Share of the income that goes with the job.
        pub with_job: Share,
        /// Share of the income that a refused post costs.
        pub refused_post: Share,
        /// Share of the income that a refused home costs.
        pub refused_home: Share,
        /// Share of the income that a refused loan costs.
        pub refused_loan: Share,
        /// Highest share of the income that can be lost.
        pub most: Share,
        /// Years after the sanction in which half of the loss comes back.
        #[schemars(range(min = 0.1, max = 100.0))]
        pub half_back: Figure,
        /// Growth of the lapses with money at a loss of everything: 1 is twice as many.
        pub lapses: Within<0, 10>,
        /// Factor of each fifth of income on the lapses with money, the poorest first; their mean is 1.
        #[schemars(length(min = 5, max = 5))]
        pub by_fifth: Vec<Within<0, 5>>,
    }

    /// Upbringing: see `demerit_society::consequences::upbringing`.
    pub struct UpbringingFile {
        /// Elasticity of income between parents and children.
        pub elasticity: Share,
        /// Standard deviations of the logarithm of income that a place at a better school is worth.
        pub school: Within<0, 2>,
        /// Most places that count, up or down.
        pub most: Within<0, 100>,
    }

    /// Partners: see `demerit_society::consequences::partner`.
    pub struct PartnersFile {
        /// Factor on parting if exactly one of a couple is under a sanction.
        pub parting: Within<1, 100>,
        /// Others whom somebody alone looks at.
        pub looks_at: Within<1, 8>,
        /// Chance that somebody accepts whoever stands lower.
        pub accepts: Share,
        /// Most years between partners.
        pub apart: Within<0, 100>,
    }

    /// Home town: see `demerit_society::consequences::home_town`.
    pub struct HomeTownFile {
        /// Chance that somebody refused a fast train or a flight takes a slow train.
        pub slow: Share,
    }

    /// Shunning: see `demerit_society::consequences::shunning`.
    pub struct ShunningFile {
        /// Chance that a friend or colleague cuts the tie when a sanction falls.
        pub cut: Share,
        /// Times a year that cut ties heal once the sanction is over.
        pub heals: Yearly,
    }

    /// Leaving: see `demerit_society::consequences::migration`.
    pub struct LeavingFile {
        /// Moves away per year of a sanction by tier, by those who know the rules.
        pub leaves: Yearly,
        /// Returns per year of being away.
        pub returns: Yearly,
    }
}

/// How far the mean of factors that ought to be one may be from it.
const SLACK: f64 = 0.005;

/// Resolves what sanctions do to lives.
pub(super) fn resolve(file: Option<&ConsequencesFile>, diagnostics: &mut Diagnostics<'_>) -> Consequences {
    let Some(ConsequencesFile { hardship, upbringing, partners, home_town, shunning, leaving }) = file else {
        return Consequences::default();
    };
    let standing = |one: &PartnersFile, diagnostics: &mut Diagnostics<'_>| Partners {
        parting: one.parting.value,
        looks_at: diagnostics.whole("consequences.partners.looks_at", &one.looks_at).clamp(1, 8) as u8,
        accepts: one.accepts.chance(),
        apart: diagnostics.whole("consequences.partners.apart", &one.apart).max(0) as u32,
        regard: true,
    };
    let childhood = |one: &UpbringingFile, diagnostics: &mut Diagnostics<'_>| Upbringing {
        beta: one.elasticity.value,
        gain: one.school.value,
        most: diagnostics.whole("consequences.upbringing.most", &one.most).clamp(0, 100) as i8,
        standing: true,
    };
    Consequences {
        hardship: hardship.as_ref().map(|one| income_lost(one, diagnostics)),
        partners: partners.as_ref().map(|one| standing(one, diagnostics)),
        home_town: home_town.as_ref().map(|one| HomeTown { slow: one.slow.chance() }),
        shunning: shunning
            .as_ref()
            .map(|one| Shunning { cut: one.cut.chance(), heals: one.heals.per_tick() }),
        migration: leaving
            .as_ref()
            .map(|one| Migration { leaves: one.leaves.per_tick(), returns: one.returns.per_tick() }),
        upbringing: upbringing.as_ref().map(|one| childhood(one, diagnostics)),
    }
}

/// Resolves the income lost to a sanction.
fn income_lost(file: &HardshipFile, diagnostics: &mut Diagnostics<'_>) -> Hardship {
    let by_fifth: [f64; 5] = values(&file.by_fifth);
    let mean = by_fifth.iter().sum::<f64>() / 5.0;
    if (mean - 1.0).abs() > SLACK {
        let message = format!("the mean of the factors is {mean:.4}, not 1");
        let hint = "the fifths are of one size, so their factors must have the mean 1";
        diagnostics.fault("consequences.hardship.by_fifth", message, hint);
    }
    let mut refused = [0; Request::COUNT];
    refused[Request::StateJob.index()] = file.refused_post.byte();
    refused[Request::Home.index()] = file.refused_home.byte();
    refused[Request::Loan.index()] = file.refused_loan.byte();
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
pub(super) fn most(matter: Matter, file: Option<&ConsequencesFile>) -> f64 {
    match file.and_then(|file| file.hardship.as_ref()) {
        Some(hardship) if of_money(matter) => {
            let fifths = hardship.by_fifth.iter().map(|one| one.value).fold(0.0, f64::max);
            fifths * (1.0 + hardship.lapses.value * hardship.most.value)
        }
        _ => 1.0,
    }
}
