//! Ties: whom a person knows, without a byte of memory.
//!
//! Model. Household ties follow from the pattern of the neighbourhood. Every other layer puts the persons of
//! a scope (a neighbourhood or a city) on a line by a keyed bijection and cuts the line into groups, the last
//! of which may be smaller; the members of a group are tied. Several overlaid rounds of a layer give
//! overlapping groups; whoever is met in two of them is tied twice, and what is passed on comes twice. A tie
//! is switched off with chance 1 − keep by a draw keyed by the pair, so that persons differ in degree. Ties
//! are symmetric by construction, and clustered because groups are cliques.
//!
//! A tie of the household is named as whoever causes something would name the other, by the roles of the two;
//! whoever was born after the start is a child of the head's couple. A partner is named as one while the
//! couple stands: that of the start while both live, are adults and have not parted, or a new one after a
//! parting. Towards a child, grown or not, head and partner are parents, and so is an elder towards the head;
//! all others are housemates.
//!
//! Symbols: group 2 to 64 persons; rounds 1 to 4; keep 0 to 1. Mean degree of a layer ≈ rounds × (group − 1)
//! × keep. Sources: Dunbar (2020) for sizes of circles; scopes and groups are assumptions of the society
//! file.

use crate::{ADULT, BirthWeek, City, Couples, FlagTable, Flags, Place, Role, age_years};
use demerit_kernel::{Bijection, Chance, Draws, Groups, LANES, LARGEST_GROUP, Stream, Tick};
use demerit_regime::Tie;

demerit_kernel::stream! {
    /// Ties, two for each layer.
    TIES = 400, for 2 * Layer::MOST
}

/// The stream that puts the people of a layer in order, or (`switch`) says which ties are switched off.
pub const fn luck(layer: usize, switch: bool) -> Stream {
    TIES.of(2 * layer + switch as usize)
}

/// How far the ties of a layer reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The 1,024 persons of a neighbourhood.
    Neighbourhood,
    /// The whole city.
    City,
}

/// A layer of ties outside the household.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layer {
    /// The type of its ties.
    pub tie: Tie,
    /// How far it reaches.
    pub scope: Scope,
    /// Persons in a group.
    pub group: u32,
    /// Overlaid groupings.
    pub rounds: u32,
    /// Chance that a tie is not switched off.
    pub keep: Chance,
}

impl Layer {
    /// Most layers, counting rounds.
    pub const MOST: usize = 16;

    /// Largest number of ties of a person.
    pub const fn most_ties(&self) -> u32 {
        self.rounds * self.group.saturating_sub(1)
    }
}

/// All layers outside the household.
#[derive(Clone, Debug, PartialEq)]
pub struct Ties {
    layers: Vec<Layer>,
    draws: Draws,
}

impl Ties {
    /// The ties of these layers.
    pub fn new(layers: Vec<Layer>, draws: Draws) -> Self {
        Self { layers, draws }
    }

    /// All layers.
    pub fn layers(&self) -> &[Layer] {
        &self.layers
    }

    /// Calls `each` with everybody tied to `person`, who lives in `city`, in the layers of type `tie`.
    ///
    /// Somebody met in two rounds is told twice.
    pub fn each(&self, city: &City, person: u32, tie: Tie, mut each: impl FnMut(u32)) {
        let mut number = 0;
        for layer in &self.layers {
            for _ in 0..layer.rounds {
                if layer.tie == tie {
                    self.each_of_round(layer, number, city, person, &mut each);
                }
                number += 1;
            }
        }
    }

    fn each_of_round(
        &self,
        layer: &Layer,
        number: usize,
        city: &City,
        person: u32,
        each: &mut impl FnMut(u32),
    ) {
        let (first, size) = match layer.scope {
            Scope::City => (city.first_person(), city.persons),
            Scope::Neighbourhood => {
                let first = person / LANES * LANES;
                (first, LANES.min(city.first_person() + city.persons - first))
            }
        };
        let order = Bijection::new(self.draws, luck(number, false), first, size);
        let groups = Groups::new(order, layer.group);
        let group = groups.group(groups.group_of(person - first));
        let mut others = [0; LARGEST_GROUP as usize];
        let others = &mut others[..group.as_slice().len()];
        others.iter_mut().zip(group.as_slice()).for_each(|(other, number)| *other = first + number);
        let mut kept = match layer.keep {
            Chance::ONE => u64::MAX >> (u64::BITS - others.len() as u32),
            keep => self.draws.pairs(luck(number, true), person, others, keep),
        };
        while kept != 0 {
            let other = others[kept.trailing_zeros() as usize];
            kept &= kept - 1;
            if other != person {
                each(other);
            }
        }
    }
}

/// The members of a household as far as ties need them.
pub struct Home<'a> {
    /// Pattern of the neighbourhood.
    pub pattern: &'a [Place],
    /// Birth weeks in the neighbourhood.
    pub born: &'a [BirthWeek],
    /// Flags that few have in the neighbourhood.
    pub flags: &'a FlagTable,
    /// Couples formed within the run in the neighbourhood.
    pub couples: &'a Couples,
    /// Number of the neighbourhood's first person.
    pub first_person: u32,
    /// Now.
    pub tick: Tick,
}

impl Home<'_> {
    /// Lanes of the household of a lane.
    pub fn lanes(&self, lane: u16) -> std::ops::Range<usize> {
        let place = self.pattern[usize::from(lane)];
        let start = usize::from(place.start);
        start..(start + usize::from(place.size)).min(self.born.len())
    }

    /// Lane of the partner, if the person is coupled: of the first one, or after a parting of a new one.
    /// Whoever was born after the start is a child of the house and belongs to no couple of it.
    pub fn partner(&self, lane: u16) -> Option<u16> {
        if self.flags.has(lane, Flags::PARTED) {
            return self.couples.of(lane);
        }
        let place = self.pattern[usize::from(lane)];
        if !place.is_coupled() {
            return None;
        }
        let other = place.start + u16::from(place.partner_of((lane - place.start) as u8));
        let both = [usize::from(lane), usize::from(other)];
        let whole = both.iter().all(|&one| {
            one < self.born.len()
                && self.born[one] < 0
                && age_years(self.born[one], self.tick) >= ADULT
                && !self.flags.has(one as u16, Flags::PARTED)
        });
        whole.then_some(other)
    }

    /// Whether the person is a parent of somebody in the household whose age lies in the range.
    pub fn is_parent_of(&self, lane: u16, ages: &std::ops::Range<u32>) -> bool {
        self.lanes(lane).any(|other| {
            ages.contains(&age_years(self.born[other], self.tick))
                && self.tie_to(lane, other as u16) == Tie::Child
        })
    }

    /// The tie of `lane` to another place of the same household, as `lane` would name it.
    ///
    /// Who was born after the start is a child of the head's couple, whatever the place was meant for before.
    pub fn tie_to(&self, lane: u16, other: u16) -> Tie {
        let role = |lane: u16| {
            let place = self.pattern[usize::from(lane)];
            if self.born[usize::from(lane)] >= 0 { Role::Child } else { place.role }
        };
        let of_couple = |role: Role| matches!(role, Role::Head | Role::Partner);
        let of_children = |role: Role| matches!(role, Role::Child | Role::GrownChild);
        let (mine, theirs) = (role(lane), role(other));
        if self.partner(lane) == Some(other) {
            Tie::Partner
        } else if (of_couple(mine) && of_children(theirs)) || (mine == Role::Elder && theirs == Role::Head) {
            Tie::Child
        } else if (of_children(mine) && of_couple(theirs)) || (mine == Role::Head && theirs == Role::Elder) {
            Tie::Parent
        } else {
            Tie::Housemate
        }
    }

    /// Calls `each` with the tie and the number of everybody else in the household, and of a partner who
    /// lives in another.
    pub fn each(&self, lane: u16, mut each: impl FnMut(Tie, u32)) {
        for other in self.lanes(lane) {
            if other != usize::from(lane) {
                each(self.tie_to(lane, other as u16), self.first_person + other as u32);
            }
        }
        if let Some(other) =
            self.couples.of(lane).filter(|&other| !self.lanes(lane).contains(&usize::from(other)))
        {
            each(Tie::Partner, self.first_person + u32::from(other));
        }
    }
}
