//! A regime as a whole, resolved: what the tick asks of it.

use crate::{
    Appeals, Channel, Checks, Consent, CourtList, Feed, Forgetting, Gate, Matter, Removal, Request, Rule,
    Scale, Slot, Spillover, Tiers,
};
use demerit_kernel::{Points, Tick};
use std::ops::Deref;
use thiserror::Error;

/// A fault in the make-up of a regime.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RegimeError {
    /// Too many rules, or too many with a cap.
    #[error("{count} {what} are more than a regime may have ({most})")]
    TooMany {
        /// What there is too much of.
        what: &'static str,
        /// How many there are.
        count: usize,
        /// How many there may be.
        most: usize,
    },
    /// Rules or tiers without a scale to count on.
    #[error("the regime has {what} but no scale to count on")]
    NoScale {
        /// What would need the scale.
        what: &'static str,
    },
}

/// The parts that a regime is made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parts {
    /// The scale of the score; `None`: no score is kept.
    pub scale: Option<Scale>,
    /// Rules.
    pub rules: Vec<Rule>,
    /// Tiers, lowest first.
    pub tiers: Tiers,
    /// Points passed on along ties.
    pub spillover: Option<Spillover>,
    /// The court's list, or another.
    pub list: Option<CourtList>,
    /// The matter that leads onto the list; an unpaid order unless another is named.
    pub list_matter: Option<Matter>,
    /// Gates, at most one for a request.
    pub gates: Vec<Gate>,
    /// Ticks between two reviews of the tiers; 1: at once. 0 counts as 1.
    pub review_every: u32,
    /// How the score forgets.
    pub forgetting: Option<Forgetting>,
    /// Appeals; `None`: there are none.
    pub appeals: Option<Appeals>,
    /// Removal of posts.
    pub removal: Option<Removal>,
    /// Whether gates refuse only for what belongs to their own domain of life.
    pub purpose_limits: bool,
    /// Who is enrolled by consent; `None`: everybody, without being asked.
    pub consent: Option<Consent>,
    /// Checks for undeclared income.
    pub checks: Option<Checks>,
    /// A company's score that feeds this one.
    pub feed: Option<Feed<Regime>>,
    /// The channels that it reads.
    pub reads: Vec<Channel>,
}

/// An institution: everything that it does with what is on record. It reads as its parts do.
#[derive(Clone, Debug, PartialEq)]
pub struct Regime {
    /// Name in the catalogue.
    pub name: String,
    /// Title for people.
    pub title: String,
    pub(crate) parts: Parts,
    reads: [bool; Channel::COUNT],
    about: [Vec<u16>; Matter::COUNT],
    capped: Vec<u16>,
    slots: Vec<Slot>,
    at: [Option<u8>; Request::COUNT],
    punishes: [bool; Matter::COUNT],
    rewards: [bool; Matter::COUNT],
}

impl Deref for Regime {
    type Target = Parts;

    #[inline]
    fn deref(&self) -> &Parts {
        &self.parts
    }
}

impl Regime {
    /// Most rules of a regime.
    pub const MOST_RULES: usize = 512;
    /// Most rules with a cap.
    pub const MOST_CAPS: usize = 16;
    /// Most bits a person that the counters of capped rules may take.
    pub const MOST_CAP_BITS: usize = 64;

    /// Puts a regime together.
    ///
    /// # Errors
    /// Too many rules or capped rules; rules or tiers without a scale.
    pub fn new(name: &str, title: &str, mut parts: Parts) -> Result<Self, RegimeError> {
        let too_many = |what, count, most| {
            if count > most { Err(RegimeError::TooMany { what, count, most }) } else { Ok(()) }
        };
        let mut about = [const { Vec::new() }; Matter::COUNT];
        let (mut capped, mut caps) = (Vec::new(), Vec::new());
        too_many("rules", parts.rules.len(), Self::MOST_RULES)?;
        for (number, rule) in parts.rules.iter().enumerate() {
            about[rule.matter.index()].push(number as u16);
            if let Some(cap) = rule.cap {
                capped.push(number as u16);
                caps.push(cap);
            }
        }
        too_many("rules with a cap", capped.len(), Self::MOST_CAPS)?;
        let (slots, bits) = Slot::side_by_side(&caps);
        too_many("bits of caps", bits, Self::MOST_CAP_BITS)?;
        if parts.scale.is_none() {
            for (what, some) in [("rules", !parts.rules.is_empty()), ("tiers", !parts.tiers.all().is_empty())]
            {
                if some {
                    return Err(RegimeError::NoScale { what });
                }
            }
        }
        let mut at = [None; Request::COUNT];
        for (number, gate) in parts.gates.iter().enumerate() {
            at[gate.request.index()] = Some(number as u8);
        }
        let low = |number: &u16| parts.rules[usize::from(*number)].low;
        let punishes =
            Matter::ALL.map(|matter| about[matter.index()].iter().any(|rule| low(rule) < Points(0)));
        let rewards = Matter::ALL.map(|matter| {
            let rules: &Vec<u16> = &about[matter.index()];
            !rules.is_empty() && rules.iter().all(|rule| low(rule) > Points(0))
        });
        let reads = Channel::ALL.map(|channel| parts.reads.contains(&channel));
        parts.reads = Channel::ALL.into_iter().filter(|channel| reads[channel.index()]).collect();
        parts.list_matter.get_or_insert(Matter::UnpaidOrder);
        parts.review_every = parts.review_every.max(1);
        Ok(Self {
            name: name.into(),
            title: title.into(),
            parts,
            reads,
            about,
            capped,
            slots,
            at,
            punishes,
            rewards,
        })
    }

    /// The parts that it is made of.
    pub fn into_parts(self) -> Parts {
        self.parts
    }

    /// All rules, by their number.
    pub fn rules(&self) -> &[Rule] {
        &self.parts.rules
    }

    /// The numbers of the rules about a matter.
    #[inline]
    pub fn about(&self, matter: Matter) -> &[u16] {
        &self.about[matter.index()]
    }

    /// Where the counters of the capped rules lie.
    pub fn slots(&self) -> &[Slot] {
        &self.slots
    }

    /// Bits a person that the counters of capped rules take.
    pub fn cap_bits(&self) -> usize {
        self.slots.iter().map(|slot| 2 * usize::from(slot.cap.bits())).sum()
    }

    /// Whether it has any use for a matter: a rule about it, or the list that it leads to.
    #[inline]
    pub fn uses(&self, matter: Matter) -> bool {
        !self.about(matter).is_empty() || self.lists(matter)
    }

    /// Whether a matter leads onto the list.
    #[inline]
    pub fn lists(&self, matter: Matter) -> bool {
        self.list.is_some() && self.list_matter == Some(matter)
    }

    /// The matter that a listing answers.
    #[inline]
    pub fn listed_for(&self) -> Matter {
        self.list_matter.unwrap_or(Matter::UnpaidOrder)
    }

    /// Whether being in a tier opens any door.
    pub fn privileges(&self, tier: u8) -> bool {
        self.gates.iter().any(|gate| gate.grants.contains(tier))
    }

    /// Whether a rule takes points for a matter.
    #[inline]
    pub const fn punishes(&self, matter: Matter) -> bool {
        self.punishes[matter.index()]
    }

    /// Whether a rule gives points for a matter and none takes any.
    #[inline]
    pub const fn rewards(&self, matter: Matter) -> bool {
        self.rewards[matter.index()]
    }

    /// Where the counters of a capped rule lie.
    #[inline]
    pub fn slot(&self, rule: u16) -> Option<Slot> {
        self.capped.binary_search(&rule).ok().map(|place| self.slots[place])
    }

    /// Whether it reads a channel.
    #[inline]
    pub fn reads(&self, channel: Channel) -> bool {
        self.reads[channel.index()]
    }

    /// The gate at which a request is made.
    #[inline]
    pub fn gate(&self, request: Request) -> Option<&Gate> {
        self.at[request.index()].map(|number| &self.parts.gates[number as usize])
    }

    /// The score of somebody who comes under the regime; 0 where no score is kept.
    pub fn start(&self) -> Points {
        self.scale.map_or(Points(0), |scale| scale.start)
    }

    /// Whether tiers are set at `tick`.
    pub fn reviews(&self, tick: Tick) -> bool {
        tick.0.is_multiple_of(self.review_every)
    }

    /// Whether a tier, or a listing, is a sanction.
    #[inline]
    pub fn sanctioned(&self, tier: u8, listed: bool) -> bool {
        listed || self.tiers.sanctions(tier)
    }
}

#[cfg(test)]
mod tests;
