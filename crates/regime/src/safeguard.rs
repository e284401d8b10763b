//! Safeguards: what a reformer would ask of a regime, each a switch.
//!
//! Model: a safeguard is a change to a regime before it runs (an answer in time, expiry, no spillover,
//! purpose limits; see `switches`), to a channel (a match threshold), or to what happens to a person (human
//! review, notice, a correction that reaches all copies; see `human_review`, `filing` and `correction` of the
//! society). Its strength is a figure of its own, below. Where a regime has nothing that it could guard,
//! [`Regime::can_have`] says so, and a study that asks for it is refused.
//!
//! Symbols and our assumptions: weeks to an answer 4 (1 to 26); error of a human review 0.2 (0.05 to 0.5);
//! expiry 52 weeks (13 to 104); a threshold divides false matches by 10 (2 to 100) and adds 0.1 (0.02 to 0.3)
//! to the misses. Source: the law names each of them (list of judgment defaulters 2017, art. 12: answers in
//! 15 days); no source gives their strength.

use crate::{Channel, Regime};
use demerit_kernel::{Chance, named};

named! {
    /// A safeguard.
    Safeguard {
        /// Every appeal is answered within some weeks.
        AnswerInTime = "answer-in-time",
        /// A human looks at each sanction before it begins, and errs with a stated chance.
        HumanReview = "human-review",
        /// What is on record and listings end after a year.
        Expiry = "expiry",
        /// Nobody loses points for somebody else's.
        NoSpillover = "no-spillover",
        /// A gate refuses only for what belongs to its own domain of life.
        PurposeLimits = "purpose-limits",
        /// A face counts as known only above a higher threshold: fewer false matches, more misses.
        MatchThreshold = "match-threshold",
        /// Whoever is sanctioned is told, and told how to appeal.
        Notice = "notice",
        /// A correction reaches every copy of a record.
        CorrectionsReachAll = "corrections-reach-all",
    }
}

impl Safeguard {
    /// What it does, in a sentence.
    #[must_use]
    pub const fn says(self) -> &'static str {
        match self {
            Self::AnswerInTime => "Every appeal is taken up and answered within some weeks.",
            Self::HumanReview => {
                "A human looks at each sanction before it begins, and errs with a stated chance."
            }
            Self::Expiry => "Points lost are forgotten and listings end within a year.",
            Self::NoSpillover => "Nobody loses points for somebody else's deed.",
            Self::PurposeLimits => "A gate refuses only for what belongs to its own domain of life.",
            Self::MatchThreshold => "A face counts as known only above a higher threshold.",
            Self::Notice => "Whoever is sanctioned is told, and told how to appeal.",
            Self::CorrectionsReachAll => "A correction reaches every copy of a record.",
        }
    }
}

/// The safeguards in force and their strengths.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Safeguards {
    on: u8,
    /// Weeks within which an appeal is answered.
    pub answer_weeks: u32,
    /// Chance that a human review decides wrongly.
    pub review_error: Chance,
    /// Weeks after which points and listings are over.
    pub expiry_weeks: u32,
    /// What a higher threshold divides the rate of false matches by.
    pub threshold_divides: f64,
    /// What it adds to the share of misses.
    pub threshold_misses: f64,
}

impl Default for Safeguards {
    fn default() -> Self {
        Self {
            on: 0,
            answer_weeks: 4,
            review_error: Chance::from_share(0.2),
            expiry_weeks: 52,
            threshold_divides: 10.0,
            threshold_misses: 0.1,
        }
    }
}

impl Safeguards {
    /// Whether one is in force.
    #[must_use]
    #[inline]
    pub const fn on(&self, one: Safeguard) -> bool {
        self.on >> one.index() & 1 == 1
    }

    /// The same with one more in force.
    #[must_use]
    pub const fn with(mut self, one: Safeguard) -> Self {
        self.on |= 1 << one.index();
        self
    }

    /// Those in force.
    pub fn all(&self) -> impl Iterator<Item = Safeguard> + '_ {
        Safeguard::ALL.into_iter().filter(|one| self.on(*one))
    }
}

impl Regime {
    /// Whether there is anything for a safeguard to guard.
    ///
    /// # Errors
    /// Why there is not, in words that end a sentence about the regime.
    pub fn can_have(&self, safeguard: Safeguard) -> Result<(), &'static str> {
        let sanctions = self.list.is_some() || self.tiers.all().iter().any(|tier| tier.sanction);
        let (can, why) = match safeguard {
            Safeguard::AnswerInTime => (self.appeals.is_some(), "hears no appeals"),
            Safeguard::CorrectionsReachAll => {
                (self.appeals.is_some(), "hears no appeals, so it corrects nothing")
            }
            Safeguard::HumanReview | Safeguard::Notice => (sanctions, "sanctions nobody"),
            Safeguard::Expiry => {
                (self.scale.is_some() || self.list.is_some(), "keeps neither a score nor a list")
            }
            Safeguard::NoSpillover => (self.spillover.is_some(), "passes no points on along ties"),
            Safeguard::PurposeLimits => (
                self.gates.iter().any(|gate| gate.refuses_listed || gate.refuses.0 != 0),
                "refuses nobody anything",
            ),
            Safeguard::MatchThreshold => (self.reads(Channel::Camera), "does not read cameras"),
        };
        if can { Ok(()) } else { Err(why) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_null_regime_has_nothing_to_guard() {
        let null = Regime::new("null", "None", crate::Parts::default()).unwrap();
        for safeguard in Safeguard::ALL {
            assert!(null.can_have(safeguard).is_err(), "{safeguard}");
        }
        let reads = vec![Channel::Camera];
        let watching = Regime::new("w", "W", crate::Parts { reads, ..crate::Parts::default() }).unwrap();
        assert_eq!(watching.can_have(Safeguard::MatchThreshold), Ok(()));
    }

    #[test]
    fn each_part_is_enough_for_the_safeguards_of_it() {
        use crate::{CourtList, Gate, Parts, Request, Scale, Tier, TierSet, Tiers};
        use demerit_kernel::Points;
        let provenance = || crate::Provenance { claim: crate::Claim::Hypothetical, source: "a test".into() };
        let can = |parts: Parts| -> Vec<Safeguard> {
            let regime = Regime::new("r", "R", parts).unwrap();
            Safeguard::ALL.into_iter().filter(|one| regime.can_have(*one).is_ok()).collect()
        };
        let (enter, repair) = (Chance::ONE, Chance::ZERO);
        let list = CourtList { name: "l".into(), enter, term: None, repair, provenance: provenance() };
        let sanctions = vec![Safeguard::HumanReview, Safeguard::Expiry, Safeguard::Notice];
        assert_eq!(can(Parts { list: Some(list), ..Parts::default() }), sanctions);
        let scale = Some(Scale { start: Points(5), floor: Points(0), ceiling: Points(9) });
        let tiers = |second| {
            let tier = |name: &str, from, sanction| Tier { name: name.into(), from: Points(from), sanction };
            Tiers::new(vec![tier("a", 0, false), tier("b", 5, second)]).unwrap()
        };
        assert_eq!(can(Parts { scale, tiers: tiers(true), ..Parts::default() }), sanctions);
        assert_eq!(can(Parts { scale, tiers: tiers(false), ..Parts::default() }), [Safeguard::Expiry]);
        let gate = |refuses, refuses_listed, grants| Gate {
            name: "train".into(),
            request: Request::RailTrip,
            domain: Request::RailTrip.domain(),
            refuses: TierSet(refuses),
            refuses_listed,
            grants: TierSet(grants),
            saves: 0.0,
            provenance: provenance(),
        };
        let gated = |gate: Gate| can(Parts { gates: vec![gate], ..Parts::default() });
        assert_eq!(gated(gate(1, false, 0)), [Safeguard::PurposeLimits]);
        assert_eq!(gated(gate(0, true, 0)), [Safeguard::PurposeLimits]);
        assert_eq!(gated(gate(0, false, 1)), []);
    }

    #[test]
    fn none_unless_named() {
        let none = Safeguards::default();
        assert_eq!(none.all().count(), 0);
        let some = none.with(Safeguard::Notice).with(Safeguard::Expiry);
        assert_eq!(some.all().collect::<Vec<_>>(), [Safeguard::Expiry, Safeguard::Notice]);
    }
}
