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

use crate::{Channel, Gate, Regime};
use demerit_kernel::{Chance, named};

/// What the table of safeguards says of one.
struct SafeguardRow {
    title: &'static str,
    says: &'static str,
    guards: fn(&Regime) -> bool,
    otherwise: &'static str,
}

/// Makes the list of safeguards from its table: name, title as a clause, what it does, whether a regime has
/// something for it to guard, and what such a regime is that has not, in words that end a sentence about it.
macro_rules! safeguards {
    ($($variant:ident = $name:literal, $title:literal, $says:literal, $guards:expr, $otherwise:literal;)+) => {
        named! {
            /// A safeguard.
            Safeguard: SafeguardRow {
                $(#[doc = $says]
                $variant = $name => SafeguardRow { title: $title, says: $says, guards: $guards, otherwise: $otherwise },)+
            }
        }
    };
}

safeguards! {
    AnswerInTime = "answer-in-time", "appeals answered in time",
        "Every appeal is taken up and answered within some weeks.",
        |regime| regime.appeals.is_some(), "hears no appeals";
    HumanReview = "human-review", "a human looks at each sanction",
        "A human looks at each sanction before it begins, and errs with a stated chance.",
        sanctions, "sanctions nobody";
    Expiry = "expiry", "points and listings expire",
        "Points lost are forgotten and listings end within a year.",
        |regime| regime.scale.is_some() || regime.list.is_some(), "keeps neither a score nor a list";
    NoSpillover = "no-spillover", "no points for the deeds of others",
        "Nobody loses points for somebody else's deed.",
        |regime| regime.spillover.is_some(), "passes no points on along ties";
    PurposeLimits = "purpose-limits", "gates keep to their own part of life",
        "A gate refuses only for what belongs to its own domain of life.",
        |regime| regime.gates.iter().any(Gate::refuses_anybody), "refuses nobody anything";
    MatchThreshold = "match-threshold", "a higher threshold for faces",
        "A face counts as known only above a higher threshold.",
        |regime| regime.reads(Channel::Camera), "does not read cameras";
    Notice = "notice", "whoever is sanctioned is told",
        "Whoever is sanctioned is told, and told how to appeal.",
        sanctions, "sanctions nobody";
    CorrectionsReachAll = "corrections-reach-all", "corrections reach every copy",
        "A correction reaches every copy of a record.",
        |regime| regime.appeals.is_some(), "hears no appeals, so it corrects nothing";
}

/// Whether a regime sanctions anybody.
fn sanctions(regime: &Regime) -> bool {
    regime.list.is_some() || regime.tiers.all().iter().any(|tier| tier.sanction)
}

impl Safeguard {
    /// What it is called, as a clause.
    pub const fn title(self) -> &'static str {
        self.row().title
    }

    /// What it does, in a sentence.
    pub const fn says(self) -> &'static str {
        self.row().says
    }
}

/// The safeguards in force and their strengths.
#[derive(Clone, Copy, Debug, PartialEq)]
#[must_use]
pub struct Safeguards {
    on: u32,
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
    #[inline]
    pub const fn on(&self, one: Safeguard) -> bool {
        self.on >> one.index() & 1 == 1
    }

    /// The same with one more in force.
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
        let SafeguardRow { guards, otherwise, .. } = safeguard.row();
        if guards(self) { Ok(()) } else { Err(otherwise) }
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
