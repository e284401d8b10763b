//! Which provisions of European law are about the regime, as sentences.
//!
//! Which they are, the regime's own features say (see [`Provision`]); the sentences say what each provision
//! does. What article 5 of the AI Act prohibits is not assessed under article 27.

use crate::numbers::Run;
use demerit_regime::Provision;
use demerit_words::{Words, say};
use maud::{Markup, html};

/// The sentences as a list.
pub(super) fn list(run: &Run<'_>) -> Markup {
    let words = run.words;
    let Some(world) = run.data.manifest.worlds.first() else { return html! {} };
    let about: Vec<Provision> = world.provisions.iter().filter_map(|name| Provision::named(name)).collect();
    let sentences =
        [scoring(words, &about, world.scale.is_some()), assessment(words, &about), automated(words, &about)];
    html! {
        h3 { (say!(words, "law-which")) }
        ul class="limits" { @for sentence in sentences { li { (sentence) } } }
    }
}

fn scoring(words: Words, about: &[Provision], is_scored: bool) -> String {
    let how: Vec<String> = about
        .iter()
        .filter_map(|one| match one {
            Provision::UnrelatedTreatment => Some(say!(words, "law-unrelated")),
            Provision::UnjustifiedTreatment => Some(say!(words, "law-unjustified")),
            _ => None,
        })
        .collect();
    match (how.is_empty(), is_scored) {
        (false, _) => say!(words, "law-scoring", how = how.join(&say!(words, "law-also"))),
        (true, true) => say!(words, "law-scoring-harmless"),
        (true, false) => say!(words, "law-scoring-none"),
    }
}

fn assessment(words: Words, about: &[Provision]) -> String {
    let use_of = |one: &Provision| match one {
        Provision::Education => Some(say!(words, "law-use-education")),
        Provision::Recruitment => Some(say!(words, "law-use-recruitment")),
        Provision::PublicBenefits => Some(say!(words, "law-use-benefits")),
        Provision::Creditworthiness => Some(say!(words, "law-use-credit")),
        _ => None,
    };
    let uses: Vec<String> = about.iter().filter(|one| one.is_high_risk()).filter_map(use_of).collect();
    if about.iter().any(|one| one.prohibits()) {
        say!(words, "law-assessment-prohibited")
    } else if uses.is_empty() {
        say!(words, "law-assessment-none")
    } else {
        say!(words, "law-assessment", uses = uses.join("; "))
    }
}

fn automated(words: Words, about: &[Provision]) -> String {
    if about.contains(&Provision::AutomatedDecision) {
        say!(words, "law-automated")
    } else {
        say!(words, "law-automated-none")
    }
}
