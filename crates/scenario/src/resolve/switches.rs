//! The mechanisms and safeguards of a world, from the words of a study.

use crate::written::{StudyFile, WorldFile};
use demerit_kernel::Chance;
use demerit_regime::{Mechanism, Mechanisms, Safeguard, Safeguards};

/// The mechanisms that are on in a world: what the study switches, then what the world does.
pub fn mechanisms(study: &StudyFile, world: &WorldFile) -> Mechanisms {
    let written = study.mechanisms.iter().chain(&world.mechanisms);
    written
        .filter_map(|(name, &on)| Mechanism::named(name).map(|one| (one, on)))
        .fold(Mechanisms::ALL, |all, (one, on)| all.with(one, on))
}

/// The safeguards in force in a world, with the study's strengths.
pub fn safeguards(study: &StudyFile, world: &WorldFile) -> Safeguards {
    let mut safeguards = Safeguards::default();
    if let Some(file) = &study.safeguards {
        let whole = |figure: &Option<crate::figure::Figure>, usual: u32| {
            figure.as_ref().map_or(usual, |one| libm::round(one.value) as u32)
        };
        let number = |figure: &Option<crate::figure::Figure>, usual: f64| {
            figure.as_ref().map_or(usual, |one| one.value)
        };
        safeguards.answer_weeks = whole(&file.answer_weeks, safeguards.answer_weeks);
        safeguards.expiry_weeks = whole(&file.expiry_weeks, safeguards.expiry_weeks);
        safeguards.review_error =
            Chance::from_share(number(&file.review_error, safeguards.review_error.value()));
        safeguards.threshold_divides = number(&file.threshold_divides, safeguards.threshold_divides);
        safeguards.threshold_misses = number(&file.threshold_misses, safeguards.threshold_misses);
    }
    world.safeguards.iter().filter_map(|name| Safeguard::named(name)).fold(safeguards, Safeguards::with)
}
