//! A regime file: the institution, part by part, each with its claim status and source.
//!
//! A part is one file here: how it is written, what is checked of it, what it resolves to, and what a report
//! says of it.

pub mod appeals;
pub mod checks;
pub mod consent;
pub mod feed;
pub mod gate;
pub mod list;
pub mod removal;
pub mod rule;
pub mod score;
pub mod spillover;

use crate::faults::diagnostics::Diagnostics;
use crate::figure::{usual, written};
use crate::notes::ClaimNote;
use crate::word::Word;
use demerit_regime::{Channel, Forgetting, Matter, Parts, Provenance, Regime, Tie};
use std::collections::BTreeMap;

written! {
    /// A regime.
    pub struct RegimeFile {
        /// Title for people.
        #[schemars(length(min = 1, max = 200))]
        pub title: String,
        /// What it is, in a few sentences.
        #[schemars(length(min = 1, max = 4000))]
        pub about: String,
        /// Sources beyond the list of facts: a short name and what a reader would cite.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        pub sources: BTreeMap<String, String>,
        /// Channels of watching that it reads.
        #[serde(default)]
        pub channels: Vec<Word<Channel>>,
        /// Weeks between two reviews of the tiers; 1: every change acts at once.
        #[serde(default = "usual::<1>")]
        #[schemars(range(min = 1, max = 520))]
        pub review_every: u32,
        /// The scale of the score; without it no score is kept.
        pub scale: Option<score::ScaleFile>,
        /// How the score forgets.
        pub forgetting: Option<score::ForgettingFile>,
        /// Rules: a matter on record gives or takes points.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[schemars(length(max = 512))]
        pub rules: Vec<rule::RuleFile>,
        /// Tiers, lowest first.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        #[schemars(length(max = 8))]
        pub tiers: Vec<score::TierFile>,
        /// Points passed on along ties.
        pub spillover: Option<spillover::SpilloverFile>,
        /// The court's list.
        pub list: Option<list::ListFile>,
        /// Gates: where a standing opens or closes a door.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub gates: Vec<gate::GateFile>,
        /// Appeals; without it there are none.
        pub appeals: Option<appeals::AppealsFile>,
        /// Removal of posts.
        pub removal: Option<removal::RemovalFile>,
        /// Consent; without it everybody is under the regime.
        pub consent: Option<consent::ConsentFile>,
        /// Checks for undeclared income.
        pub checks: Option<checks::ChecksFile>,
        /// A company's score that feeds this one.
        pub feed: Option<feed::FeedFile>,
    }
}

/// Resolves a regime file; `None` only where there is a fault. A company whose score feeds it is one of
/// `companies`; `most_ties` bounds the degree of each type of tie.
pub(crate) fn resolve(
    name: &str,
    file: &RegimeFile,
    most_ties: Option<&[u32; Tie::COUNT]>,
    companies: &BTreeMap<String, Regime>,
    diagnostics: &mut Diagnostics<'_>,
) -> Option<Regime> {
    let scale = file.scale.as_ref().map(|one| score::scale(one, diagnostics));
    let tiers = score::tiers(&file.tiers, scale, diagnostics);
    let has_list = file.list.is_some();
    let sanctions = has_list || file.tiers.iter().any(|tier| tier.sanction);
    let parts = Parts {
        rules: rule::resolve(&file.rules, diagnostics),
        spillover: file.spillover.as_ref().map(|one| spillover::resolve(one, most_ties, diagnostics)),
        list: file.list.as_ref().map(|one| list::resolve(one, diagnostics)),
        list_matter: file.list.as_ref().and_then(|one| one.matter).map(|word| word.0),
        gates: gate::resolve(&file.gates, &tiers, has_list, diagnostics),
        review_every: file.review_every,
        forgetting: file
            .forgetting
            .as_ref()
            .map(|one| Forgetting { every: one.every, share: one.share.chance() }),
        appeals: file.appeals.as_ref().map(|one| appeals::resolve(one, sanctions, diagnostics)),
        removal: file.removal.as_ref().map(|one| removal::resolve(one, diagnostics)),
        purpose_limits: false,
        consent: file.consent.as_ref().map(|one| consent::resolve(one, scale, &tiers, diagnostics)),
        checks: file.checks.as_ref().map(|one| checks::resolve(one, diagnostics)),
        feed: file.feed.as_ref().and_then(|one| feed::resolve(one, scale.is_some(), companies, diagnostics)),
        reads: file.channels.iter().map(|word| word.0).collect(),
        tiers,
        scale,
    };
    if parts.scale.is_none() {
        let needs = [("rules", !file.rules.is_empty()), ("tiers", !file.tiers.is_empty())];
        for (what, _) in needs.into_iter().filter(|one| one.1) {
            let message = format!("there are {what}, but no scale to count on");
            diagnostics.fault(what, message, "add [scale] with start, floor and ceiling");
        }
    }
    if !diagnostics.faults.is_empty() {
        return None;
    }
    Regime::new(name, &file.title, parts)
        .map_err(|error| diagnostics.fault("rules", error.to_string(), None))
        .ok()
}

/// Every part of a regime that makes a claim, with what it does.
pub(crate) fn claims(name: &str, regime: &Regime) -> Vec<ClaimNote> {
    let mut notes = Vec::new();
    let mut add = |part: &str, title: &str, says: String, provenance: &Provenance| {
        notes.push(ClaimNote {
            regime: name.to_owned(),
            part: part.to_owned(),
            name: title.to_owned(),
            says,
            claim: provenance.claim.name().to_owned(),
            source: provenance.source.clone(),
        });
    };
    let matter = regime.list_matter.unwrap_or(Matter::UnpaidOrder);
    regime.rules().iter().for_each(|one| add("rule", &one.name, rule::says(one), &one.provenance));
    regime.spillover.iter().for_each(|one| add("spillover", "ties", spillover::says(one), &one.provenance));
    regime.list.iter().for_each(|one| add("list", &one.name, list::says(one, matter), &one.provenance));
    let gates = regime.gates.iter();
    gates.for_each(|one| add("gate", &one.name, gate::says(one, &regime.tiers), &one.provenance));
    regime.appeals.iter().for_each(|one| add("appeals", "appeals", appeals::says(one), &one.provenance));
    regime
        .removal
        .iter()
        .for_each(|one| add("removal", "removal of posts", removal::says(one), &one.provenance));
    regime.feed.iter().for_each(|one| add("feed", &one.company.title, feed::says(one), &one.provenance));
    let undeclared = "checks for undeclared income";
    regime.checks.iter().for_each(|one| add("checks", undeclared, checks::says(one), &one.provenance));
    regime.consent.iter().for_each(|one| add("consent", "consent", consent::says(one), &one.provenance));
    notes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load;

    /// What is said of the parts of a kind in a regime of the catalogue, each after its name.
    pub(super) fn said(regime: &str, part: &str) -> Vec<String> {
        let (_, resolved) = load::regime(regime, &load::NoFiles).expect("a regime");
        let all = claims(regime, &resolved).into_iter().filter(|note| note.part == part);
        all.map(|note| format!("{}: {}", note.name, note.says)).collect()
    }

    #[test]
    fn every_table_that_makes_a_claim_is_among_the_claims() {
        let mut told = std::collections::BTreeSet::new();
        for entry in crate::catalogue::entries(crate::catalogue::Kind::Regime) {
            let (file, resolved) = load::regime(entry.name, &load::NoFiles).expect("a regime");
            let notes = claims(entry.name, &resolved);
            let written = serde_json::to_value(&file).expect("a tree");
            for (part, table) in written.as_object().expect("a table") {
                let makes = |one: &serde_json::Value| one.get("claim").is_some();
                let wanted = if makes(table) {
                    1
                } else {
                    table.as_array().map_or(0, |all| all.iter().filter(|one| makes(one)).count())
                };
                let found =
                    notes.iter().filter(|note| note.part == part.trim_end_matches('s') || note.part == *part);
                assert_eq!(found.count(), wanted, "{} {part}", entry.name);
                if wanted > 0 {
                    told.insert(part.clone());
                }
            }
        }
        assert_eq!(told.len(), 9, "the catalogue has every part that makes a claim: {told:?}");
    }
}
