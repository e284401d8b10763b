//! Gates: where somebody asks for something and the standing answers.
//!
//! Model: a request that no gate watches is met. A gate refuses the tiers and listed persons that it names,
//! and grants a privilege to the tiers that it names. Demand comes first: who does not ask is not refused.
//!
//! Leaves out: scarcity. A refusal does not free a place for anybody else.

use crate::{Domain, Provenance, Request, TierSet};

/// The answer of a gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Met, as for everybody.
    Met,
    /// Met with a privilege.
    Privileged,
    /// Refused because of the tier.
    RefusedForTier,
    /// Refused because of the court's list.
    RefusedForList,
}

impl Answer {
    /// Whether it is a refusal.
    #[inline]
    pub const fn is_refusal(self) -> bool {
        matches!(self, Self::RefusedForTier | Self::RefusedForList)
    }
}

/// A gate of a regime.
#[derive(Clone, Debug, PartialEq)]
pub struct Gate {
    /// Name, unique in the regime.
    pub name: String,
    /// What is asked for.
    pub request: Request,
    /// The domain of life that it touches.
    pub domain: Domain,
    /// Tiers that are refused.
    pub refuses: TierSet,
    /// Whether listed persons are refused.
    pub refuses_listed: bool,
    /// Tiers that are given a privilege.
    pub grants: TierSet,
    /// What a privilege saves whoever is granted it, in median weekly incomes.
    pub saves: f64,
    /// Claim status and source.
    pub provenance: Provenance,
}

impl Gate {
    /// Takes away what it grants to tiers.
    pub const fn without_privileges(&mut self) {
        self.grants = TierSet(0);
    }

    /// Takes away what it refuses to tiers.
    pub const fn without_refusals(&mut self) {
        self.refuses = TierSet(0);
    }

    /// Takes away whatever it asks of tiers.
    pub const fn without_tiers(&mut self) {
        self.without_privileges();
        self.without_refusals();
    }

    /// Lets it not look at the list.
    pub const fn without_booking(&mut self) {
        self.refuses_listed = false;
    }

    /// Whether it refuses anybody anything.
    pub const fn refuses_anybody(&self) -> bool {
        self.refuses_listed || self.refuses.0 != 0
    }

    /// Whether it refuses or grants anything.
    pub const fn does_anything(&self) -> bool {
        self.refuses_anybody() || self.grants.0 != 0
    }

    /// What the gate answers to a standing.
    pub fn answer(&self, tier: u8, listed: bool) -> Answer {
        if listed && self.refuses_listed {
            Answer::RefusedForList
        } else if self.refuses.contains(tier) {
            Answer::RefusedForTier
        } else if self.grants.contains(tier) {
            Answer::Privileged
        } else {
            Answer::Met
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Claim;

    #[test]
    fn a_list_refuses_before_a_tier_and_a_tier_before_a_privilege() {
        let gate = Gate {
            name: "fast train".into(),
            request: Request::RailTrip,
            domain: Domain::Travel,
            refuses: TierSet(0b01),
            refuses_listed: true,
            grants: TierSet(0b100),
            saves: 0.0,
            provenance: Provenance { claim: Claim::Reported, source: "a test".into() },
        };
        assert_eq!(gate.answer(0, false), Answer::RefusedForTier);
        assert_eq!(gate.answer(0, true), Answer::RefusedForList);
        assert_eq!(gate.answer(1, false), Answer::Met);
        assert_eq!(gate.answer(2, false), Answer::Privileged);
        assert_eq!(gate.answer(2, true), Answer::RefusedForList);
    }
}
