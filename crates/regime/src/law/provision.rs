//! Provisions of European law that are about a regime, by its own features.
//!
//! Model: a rule for each provision, on what the regime's files say it does. Its score *treats* somebody
//! badly where a tier is a sanction or a gate refuses a tier. A list that an official keeps is no score.
//!
//! Sources: Regulation (EU) 2024/1689 (AI Act), art. 5(1)(c), annex III no. 3(a), 4(a), 5(a) and 5(b);
//! Regulation (EU) 2016/679 (GDPR), art. 22(1). Which feature brings a provision in is our reading. Leaves
//! out: whether the regime is an AI system at all (art. 3(1)), exceptions, consent, whether the law holds in
//! the place, and every judgment.

use crate::law::yardstick::Distance;
use crate::{Gravity, Matter, Regime, Request};

demerit_kernel::named! {
    /// What a provision of law says of a kind of system.
    Provision {
        /// Social scoring that treats somebody badly in a context unrelated to that of the conduct:
        /// prohibited, AI Act art. 5(1)(c)(i).
        UnrelatedTreatment = "unrelated-treatment",
        /// Social scoring that treats somebody badly for what the law allows: prohibited, AI Act art.
        /// 5(1)(c)(ii).
        UnjustifiedTreatment = "unjustified-treatment",
        /// Access to education: high risk, AI Act annex III no. 3(a).
        Education = "education",
        /// Recruitment: high risk, AI Act annex III no. 4(a).
        Recruitment = "recruitment",
        /// Public benefits: high risk, AI Act annex III no. 5(a).
        PublicBenefits = "public-benefits",
        /// Creditworthiness: high risk, AI Act annex III no. 5(b).
        Creditworthiness = "creditworthiness",
        /// Decisions that rest on automated processing alone: GDPR art. 22.
        AutomatedDecision = "automated-decision",
    }
}

impl Provision {
    /// Those that are about a regime; `is_reviewed` where a human looks at each sanction before it begins.
    #[must_use]
    pub fn of(regime: &Regime, is_reviewed: bool) -> Vec<Self> {
        Self::ALL.into_iter().filter(|one| one.is_about(regime, is_reviewed)).collect()
    }

    /// Whether it forbids what it is about.
    #[must_use]
    pub const fn prohibits(self) -> bool {
        matches!(self, Self::UnrelatedTreatment | Self::UnjustifiedTreatment)
    }

    /// Whether what it is about is a use of high risk, for which art. 27 asks for an assessment.
    #[must_use]
    pub const fn is_high_risk(self) -> bool {
        matches!(self, Self::Education | Self::Recruitment | Self::PublicBenefits | Self::Creditworthiness)
    }

    fn is_about(self, regime: &Regime, is_reviewed: bool) -> bool {
        match self {
            Self::UnrelatedTreatment => punished(regime).any(|matter| {
                let mut refusing = regime.gates.iter().filter(|gate| gate.refuses.0 != 0);
                refusing.any(|gate| Distance::between(matter.domain(), gate.domain) == Distance::Unrelated)
            }),
            Self::UnjustifiedTreatment => {
                treats(regime) && punished(regime).any(|matter| matter.gravity() == Gravity::Lawful)
            }
            Self::Education => asks_score(regime, Request::SchoolPlace),
            Self::Recruitment => asks_score(regime, Request::StateJob),
            Self::PublicBenefits => regime.checks.is_some() || regime.lists(Matter::UndeclaredIncome),
            Self::Creditworthiness => asks_score(regime, Request::Loan),
            Self::AutomatedDecision => treats(regime) && !is_reviewed,
        }
    }
}

/// The matters for which a rule of the regime, or of a company whose score feeds it, takes points.
fn punished(regime: &Regime) -> impl Iterator<Item = Matter> {
    let company = regime.feed.as_ref().map(|feed| &feed.company);
    let takes = move |matter| regime.punishes(matter) || company.is_some_and(|other| other.punishes(matter));
    Matter::ALL.into_iter().filter(move |matter| takes(*matter))
}

/// Whether a low score shuts anything.
fn treats(regime: &Regime) -> bool {
    regime.tiers.all().iter().any(|tier| tier.sanction) || regime.gates.iter().any(|gate| gate.refuses.0 != 0)
}

/// Whether the gate of a request looks at the score.
fn asks_score(regime: &Regime, request: Request) -> bool {
    regime.gate(request).is_some_and(|gate| gate.refuses.0 != 0 || gate.grants.0 != 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Claim, Domain, Gate, Parts, Provenance, Rule, Scale, Tier, TierSet, Tiers};
    use demerit_kernel::Points;

    /// A score from one rule, whose lowest tier of two is refused something.
    fn scoring(matter: Matter, request: Request) -> Regime {
        let provenance = || Provenance { claim: Claim::Hypothetical, source: "a test".into() };
        let tier = |name: &str, from| Tier { name: name.into(), from: Points(from), sanction: false };
        let gate = Gate {
            name: "gate".into(),
            request,
            domain: request.domain(),
            refuses: TierSet(1),
            refuses_listed: false,
            grants: TierSet(0),
            saves: 0.0,
            provenance: provenance(),
        };
        let parts = Parts {
            scale: Some(Scale { start: Points(600), floor: Points(0), ceiling: Points(800) }),
            rules: vec![Rule::plain(matter, Points(-5), provenance())],
            tiers: Tiers::new(vec![tier("low", 0), tier("high", 500)]).unwrap(),
            gates: vec![gate],
            ..Parts::default()
        };
        Regime::new("r", "R", parts).unwrap()
    }

    #[test]
    fn a_lender_that_asks_about_debts_is_no_social_scoring() {
        let lender = scoring(Matter::LoanDefault, Request::Loan);
        assert_eq!(Provision::of(&lender, true), [Provision::Creditworthiness]);
        assert_eq!(
            Provision::of(&lender, false),
            [Provision::Creditworthiness, Provision::AutomatedDecision]
        );
    }

    #[test]
    fn an_unrelated_door_is_prohibited_and_so_is_one_for_what_the_law_allows() {
        let unrelated = scoring(Matter::LateBill, Request::RailTrip);
        assert_eq!(Provision::of(&unrelated, true), [Provision::UnrelatedTreatment]);
        let lawful = scoring(Matter::MissedCheckup, Request::SchoolPlace);
        assert_eq!(Provision::of(&lawful, true), [Provision::UnjustifiedTreatment, Provision::Education]);
        assert_eq!(Matter::MissedCheckup.domain(), Domain::Health, "which neighbours school");
        assert!(Provision::ALL.iter().all(|one| !(one.prohibits() && one.is_high_risk())));
    }

    #[test]
    fn law_and_courts_alone_fall_under_none() {
        let courts = Regime::new("null", "None", Parts::default()).unwrap();
        assert_eq!(Provision::of(&courts, false), []);
    }
}
