//! What sanctions do to lives, resolved.
//!
//! Model: shares become chances and bytes, rates per year chances per tick, half-lives shares per step. Symbols: see the written form.
//! Source(s): the file. Leaves out: nothing.

use super::Pen;
use crate::figure::Figure;
use crate::written::{ConsequencesFile, HardshipFile, PartnersFile, UpbringingFile};
use demerit_kernel::{Chance, Rate};
use demerit_regime::{Matter, Request};
use demerit_society::TICKS_PER_YEAR;
use demerit_society::consequences::Consequences;
use demerit_society::consequences::hardship::{Hardship, STEP, of_money};
use demerit_society::consequences::home_town::HomeTown;
use demerit_society::consequences::migration::Leaving;
use demerit_society::consequences::partner::Partners;
use demerit_society::consequences::shunning::Shunning;
use demerit_society::consequences::upbringing::Upbringing;

/// How far the mean of factors that ought to be one may be from it.
const SLACK: f64 = 0.005;

/// Resolves what sanctions do to lives.
pub(super) fn consequences(file: Option<&ConsequencesFile>, pen: &mut Pen<'_>) -> Consequences {
    let Some(file) = file else { return Consequences::default() };
    Consequences {
        hardship: file.hardship.as_ref().map(|one| hardship(one, pen)),
        partners: file.partners.as_ref().map(|one| partners(one, pen)),
        home_town: file.home_town.as_ref().map(|one| HomeTown { slow: Chance::from_share(one.slow.value) }),
        shunning: file
            .shunning
            .as_ref()
            .map(|one| Shunning { cut: Chance::from_share(one.cut.value), heals: per_tick(&one.heals) }),
        leaving: file
            .leaving
            .as_ref()
            .map(|one| Leaving { leaves: per_tick(&one.leaves), returns: per_tick(&one.returns) }),
        upbringing: file.upbringing.as_ref().map(|one| upbringing(one, pen)),
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

fn partners(file: &PartnersFile, pen: &mut Pen<'_>) -> Partners {
    let looks_at = pen.whole("consequences.partners.looks_at", &file.looks_at).clamp(1, 8) as u8;
    let apart = pen.whole("consequences.partners.apart", &file.apart).max(0) as u32;
    let accepts = Chance::from_share(file.accepts.value);
    Partners { parting: file.parting.value, looks_at, accepts, apart, regard: true }
}

fn upbringing(file: &UpbringingFile, pen: &mut Pen<'_>) -> Upbringing {
    let most = pen.whole("consequences.upbringing.most", &file.most).clamp(0, 100) as i8;
    Upbringing { beta: file.elasticity.value, gain: file.school.value, most, standing: true }
}

/// A share of one in 1/255.
fn byte(share: &Figure) -> u8 {
    libm::round(share.value * 255.0) as u8
}

/// The chance in a tick of what happens so often a year.
fn per_tick(rate: &Figure) -> Chance {
    Rate::per_year(rate.value).chance_in(f64::from(TICKS_PER_YEAR))
}

fn hardship(file: &HardshipFile, pen: &mut Pen<'_>) -> Hardship {
    let mut by_fifth = [1.0; 5];
    for (factor, figure) in by_fifth.iter_mut().zip(&file.by_fifth) {
        *factor = figure.value;
    }
    let mean = by_fifth.iter().sum::<f64>() / 5.0;
    if (mean - 1.0).abs() > SLACK {
        let hint = "the fifths are of one size, so their factors must have the mean 1".to_owned();
        pen.fault(
            "consequences.hardship.by_fifth",
            format!("the mean of the factors is {mean:.4}, not 1"),
            Some(hint),
        );
    }
    let mut refused = [0; Request::COUNT];
    for (request, share) in [
        (Request::StateJob, &file.refused_post),
        (Request::Home, &file.refused_home),
        (Request::Loan, &file.refused_loan),
    ] {
        refused[request.index()] = byte(share);
    }
    let steps = file.half_back.value * f64::from(TICKS_PER_YEAR) / f64::from(STEP);
    Hardship {
        job: Chance::from_share(file.job.value),
        job_later: per_tick(&file.job_later),
        with_job: byte(&file.with_job),
        refused,
        most: byte(&file.most),
        fade: Chance::from_share(1.0 - libm::exp2(-1.0 / steps)),
        lapses: file.lapses.value,
        by_fifth,
    }
}
