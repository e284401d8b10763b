//! Switches: a regime as it is with some mechanisms off and some safeguards in force.
//!
//! Model: each switch takes a part away or changes its figures, once, before anything runs; the tick knows
//! nothing of it. What a part is without a mechanism, or under a safeguard, stands in the part's own file.
//! What cannot be said of the regime alone (who is mistaken for whom, who is afraid) is switched in the
//! society.

pub(crate) mod error_source;
#[cfg(test)]
mod tests;

use crate::{
    Appeals, Channel, Checks, CourtList, ErrorSource, ErrorSources, Forgetting, Gate, Mechanism, Mechanisms,
    Parts, Regime, RegimeError, Safeguard, Safeguards, Tiers,
};
use std::sync::Arc;

/// Ticks between two reviews where the score is not live: a quarter.
const QUARTER: u32 = 13;

/// Takes a mechanism away.
type Without = fn(&mut Parts);
/// Puts a safeguard in force.
type Guard = fn(&mut Parts, &Safeguards);

/// What a regime is without a mechanism, in the order in which the mechanisms are taken away: a regime that
/// keeps no score is asked for before the score goes.
const WITHOUT: &[(Mechanism, Without)] = &[
    (Mechanism::Courts, |parts| {
        if parts.scale.is_none() {
            parts.list = None;
            parts.gates.clear();
        }
    }),
    (Mechanism::Scores, |parts| {
        parts.scale = None;
        parts.rules.clear();
        parts.tiers = Tiers::default();
        parts.forgetting = None;
        parts.spillover = None;
        parts.consent = None;
        parts.feed = None;
        parts.gates.iter_mut().for_each(Gate::without_tiers);
    }),
    (Mechanism::CommercialScore, |parts| parts.feed = None),
    (Mechanism::Attention, |parts| parts.checks = parts.checks.take().map(Checks::without_attention)),
    (Mechanism::Proxies, |parts| parts.rules.retain(|rule| rule.infers.is_none())),
    (Mechanism::LiveScore, |parts| parts.review_every = parts.review_every.max(QUARTER)),
    (Mechanism::Spillover, |parts| parts.spillover = None),
    (Mechanism::Sanctions, |parts| parts.tiers = std::mem::take(&mut parts.tiers).without_sanctions()),
    (Mechanism::CourtList, |parts| parts.list = None),
    (Mechanism::Privileges, |parts| parts.gates.iter_mut().for_each(Gate::without_privileges)),
    (Mechanism::Refusals, |parts| parts.gates.iter_mut().for_each(Gate::without_refusals)),
    (Mechanism::Booking, |parts| parts.gates.iter_mut().for_each(Gate::without_booking)),
    (Mechanism::Accounts, |parts| parts.removal = None),
    (Mechanism::Appeals, |parts| parts.appeals = None),
    (Mechanism::Cameras, |parts| parts.reads.retain(|channel| *channel != Channel::Camera)),
    (Mechanism::Apps, |parts| parts.reads.retain(|channel| *channel != Channel::App)),
];

/// What a regime is under a safeguard.
const GUARDED: &[(Safeguard, Guard)] = &[
    (Safeguard::NoSpillover, |parts, _| parts.spillover = None),
    (Safeguard::AnswerInTime, |parts, figures| {
        parts.appeals =
            parts.appeals.take().map(|appeals| Appeals::answered_within(appeals, figures.answer_weeks));
    }),
    (Safeguard::Expiry, |parts, figures| {
        let weeks = figures.expiry_weeks.max(1);
        parts.list = parts.list.take().map(|list| CourtList::expiring(list, weeks));
        if parts.scale.is_some() {
            parts.forgetting = Some(Forgetting::expiring(parts.forgetting, weeks));
        }
    }),
    (Safeguard::PurposeLimits, |parts, _| parts.purpose_limits = true),
];

impl Regime {
    /// The regime with these mechanisms and safeguards.
    ///
    /// # Errors
    /// What the regime has too much of, or lacks, once it is switched.
    pub fn switched(&self, mechanisms: Mechanisms, safeguards: &Safeguards) -> Result<Self, RegimeError> {
        let mut parts = self.clone().into_parts();
        for (_, without) in WITHOUT.iter().filter(|one| !mechanisms.on(one.0)) {
            without(&mut parts);
        }
        let guarded = |one: Safeguard| mechanisms.on(Mechanism::Safeguards) && safeguards.on(one);
        for (_, guard) in GUARDED.iter().filter(|one| guarded(one.0)) {
            guard(&mut parts, safeguards);
        }
        if let Some(feed) = &mut parts.feed {
            feed.company = Arc::new(feed.company.switched(mechanisms, safeguards)?);
        }
        if parts.list.is_none() {
            parts.gates.iter_mut().for_each(Gate::without_booking);
        }
        parts.gates.retain(Gate::does_anything);
        Self::new(&self.name, &self.title, parts)
    }

    /// The regime without the errors of some sources, and with all its rules; `evened` is by how much even
    /// checks are more frequent than those of somebody whom no indicator points to.
    ///
    /// # Errors
    /// What the regime lacks once it is put together again.
    pub fn freed_of(
        self,
        errors: ErrorSources,
        evened: impl Fn(&Checks) -> f64 + Copy,
    ) -> Result<Self, RegimeError> {
        if errors == ErrorSources::ALL {
            return Ok(self);
        }
        let (name, title) = (self.name.clone(), self.title.clone());
        let mut parts = self.into_parts();
        for off in errors.off() {
            match off {
                ErrorSource::WrongInference => {
                    parts.rules.iter_mut().for_each(|rule| rule.infers_rightly = rule.infers.is_some());
                    parts.checks = parts.checks.take().map(Checks::without_findings_of_nothing);
                }
                ErrorSource::Tie => parts.spillover = None,
                ErrorSource::UnevenAttention => {
                    parts.checks = parts.checks.take().map(|checks| {
                        let more = evened(&checks);
                        checks.even(more)
                    });
                }
                // These belong to watching.
                ErrorSource::WrongPerson | ErrorSource::WrongJoin | ErrorSource::Clerk => {}
            }
        }
        if let Some(feed) = &mut parts.feed {
            feed.company = Arc::new(feed.company.as_ref().clone().freed_of(errors, evened)?);
        }
        Self::new(&name, &title, parts)
    }
}
