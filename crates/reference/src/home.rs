//! Who lives with whom, who is whose partner, parent or child, and what follows for incomes and traits.

use crate::person::Childhood;
use crate::week::Week;
use demerit_regime::{Rule, Tie, Trait};
use demerit_society::consequences::upbringing::grows_up;
use demerit_society::{ADULT, Occupation, Origin, Person as Traits, Role};
use std::ops::Range;

impl Week<'_> {
    /// Places of the household, as far as somebody lives there.
    pub(crate) fn household(&self, at: usize) -> Range<usize> {
        let start = usize::from(self.pattern[at].start);
        start..(start + usize::from(self.pattern[at].size)).min(self.count())
    }

    /// The partner: the first one of the household, or after a parting a new one.
    pub(crate) fn partner(&self, at: usize) -> Option<usize> {
        if self.one(at).parted {
            return self.one(at).partner;
        }
        let place = self.pattern[at];
        if !place.is_coupled() {
            return None;
        }
        let start = usize::from(place.start);
        let other = start + usize::from(place.partner_of((at - start) as u8));
        let stands = |one: usize| {
            one < self.count() && self.one(one).born < 0 && self.age(one) >= ADULT && !self.one(one).parted
        };
        (stands(at) && stands(other)).then_some(other)
    }

    fn role(&self, at: usize) -> Role {
        if self.one(at).born >= 0 { Role::Child } else { self.pattern[at].role }
    }

    /// What another of the household is to a person.
    pub(crate) fn tie_to(&self, at: usize, other: usize) -> Tie {
        use Role::{Child, Elder, GrownChild, Head, Partner};
        if self.partner(at) == Some(other) {
            return Tie::Partner;
        }
        match (self.role(at), self.role(other)) {
            (Head | Partner, Child | GrownChild) | (Elder, Head) => Tie::Child,
            (Child | GrownChild, Head | Partner) | (Head, Elder) => Tie::Parent,
            _ => Tie::Housemate,
        }
    }

    /// Everybody else of the household, and a partner who lives in another, each with the tie.
    pub(crate) fn close(&self, at: usize) -> Vec<(Tie, u32)> {
        let mut all = Vec::new();
        for other in self.household(at).filter(|&other| other != at) {
            all.push((self.tie_to(at, other), self.number(other)));
        }
        if let Some(other) = self.one(at).partner.filter(|other| !self.household(at).contains(other)) {
            all.push((Tie::Partner, self.number(other)));
        }
        all
    }

    /// Ties of a type outside the household, in their order.
    pub(crate) fn tied(&self, at: usize, tie: Tie) -> Vec<u32> {
        let mut all = Vec::new();
        self.society.ties.each(self.city, self.number(at), tie, |other| all.push(other));
        all
    }

    /// Whether a friend or colleague cut the tie to somebody.
    pub(crate) fn is_cut(&self, at: usize, tie: Tie, other: u32) -> bool {
        matches!(tie, Tie::Friend | Tie::Colleague) && self.one(at).shunned && self.cuts(at, other)
    }

    /// Whether the other would cut the tie if the person is shunned.
    pub(crate) fn cuts(&self, at: usize, other: u32) -> bool {
        let shunning = self.society.consequences.shunning;
        shunning.is_some_and(|one| one.cuts(&self.draws, self.number(at), self.one(at).born, other))
    }

    /// The fixed traits of a person.
    pub(crate) fn traits(&self, at: usize) -> Traits<'_> {
        self.society.person(self.number(at), self.one(at).born, self.one(at).habits)
    }

    /// Whether somebody has a trait in truth.
    pub(crate) fn has(&self, at: usize, trait_: Trait) -> bool {
        match trait_ {
            Trait::Dependency => self.one(at).habits.drinking() == 3,
            Trait::Parenthood => {
                self.household(at).any(|other| self.age(other) < 3 && self.tie_to(at, other) == Tie::Child)
            }
            Trait::Idleness => self.traits(at).occupation(self.tick) == Occupation::None,
        }
    }

    /// The origin of an entry under a rule that reads a trait into it.
    pub(crate) fn origin_under(&self, at: usize, infers: Option<Trait>, origin: Origin) -> Origin {
        let lacks = infers.is_some_and(|trait_| !self.has(at, trait_));
        if origin == Origin::OwnDeed && lacks { Origin::WrongInference } else { origin }
    }

    /// Whether a rule counts for somebody: one that infers without errors only where the trait is there.
    pub(crate) fn is_meant(&self, at: usize, rule: &Rule) -> bool {
        !rule.infers_rightly || rule.infers.is_none_or(|trait_| self.has(at, trait_))
    }

    /// Place in the distribution of income, 0 to 1.
    pub(crate) fn income_rank(&self, at: usize) -> f64 {
        let traits = self.traits(at);
        let Some(figures) = self.society.consequences.upbringing.filter(|_| grows_up(traits.born)) else {
            return traits.income_rank();
        };
        let Childhood { parents, schooling, .. } = self.childhood(at);
        if self.age(at) < ADULT {
            (f64::from(parents) + 0.5) / 256.0
        } else {
            figures.rank(parents, (traits.income_rank() * 256.0) as u8, schooling)
        }
    }

    /// Fifth of the distribution of income, 0 the poorest.
    pub(crate) fn income_fifth(&self, at: usize) -> u8 {
        (self.income_rank(at) * 5.0).min(4.0) as u8
    }

    /// What a childhood left: what is kept of it, or what the first couple at the start tells.
    pub(crate) fn childhood(&self, at: usize) -> Childhood {
        self.one(at).childhood.unwrap_or_else(|| {
            let parents = self.society.parents_at_start(self.number(at), self.pattern);
            Childhood { parents, schooling: 0, shadow: false }
        })
    }
}
