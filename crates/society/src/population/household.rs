//! Households: who lives with whom, without a byte of memory a person.
//!
//! Model. There are 64 patterns of a neighbourhood: 1,024 places in a row, cut into households. Together they
//! hold each household size in exactly its published share, and compositions (how many children under 15,
//! adults of 15 to 59 and elders of 60 and over) in shares that are the closest to our assumed ones (maximum
//! entropy: weight × e^(a·children + b·elders)) among all that give the census's age groups. The patterns are
//! dealt out: each 64 neighbourhoods in a row have all 64, in an order of their own, so that the shares hold
//! in any large society. The household of a person is found by one look at a small table.
//!
//! Weights before tilting, of the compositions of a size (c children, a adults, e elders; what is not named
//! has none):
//!
//! | size | weights |
//! |---|---|
//! | 1 | a 0.60, e 0.40 |
//! | 2 | 2a 0.45, 2e 0.35, a+e 0.12, c+a 0.08 |
//! | 3 | c+2a 0.50, 3a 0.30, 2a+e 0.10, a+2e 0.10 |
//! | 4 | 2c+2a 0.35, c+2a+e 0.30, 2a+2e 0.15, 4a 0.15, c+a+2e 0.05 |
//! | 5 | c+2a+2e 0.40, 2c+2a+e 0.30, c+3a+e 0.15, 2c+3a 0.15 |
//! | 6 | 2c+2a+2e 0.60, c+3a+2e 0.25, 3c+2a+e 0.15 |
//! | 7 | 2c+3a+2e 0.60, 3c+2a+2e 0.40 |
//!
//! Households are put into the patterns from a shuffled deck, which holds each composition as often as its
//! share of 65,536 places gives, by largest remainders: one after the other whichever is next and fits into
//! what is left of the 1,024 places, and a single adult where none does. The last neighbourhood of a society
//! holds the first places of its pattern; the household that it cuts is smaller.
//!
//! Places within a household: adults first, then elders, then children. The first two adults are a couple,
//! a man and a woman; further adults are their grown children; elders are the parents of the first adult, and
//! two of them are a couple; children are the couple's. Where there is no adult, the elders are the heads.
//!
//! Source: census 2020 for sizes and ages; the weights before tilting are our assumption. Leaves out:
//! collective households, moves from one household to another.
//!
//! Long because the tiles, the ages laid into them and the check that the ages can be had are one argument.

use demerit_kernel::{Bijection, Draws, LANES};

demerit_kernel::stream! {
    /// Which pattern of households a neighbourhood has.
    pub TILE = 1;
    /// The order of households in the patterns.
    pub TILE_ORDER = 2;
}

/// What a place in a household is meant for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Role {
    /// First adult, or first elder where there is no adult.
    Head,
    /// The head's partner.
    Partner,
    /// Grown child of head and partner.
    GrownChild,
    /// Parent of the head.
    Elder,
    /// Child of head and partner.
    Child,
}

/// A place in a household pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Lane of the household's first place.
    pub start: u16,
    /// Places in the household.
    pub size: u8,
    /// What this place is for.
    pub role: Role,
    /// Children, adults and elders at the start.
    pub composition: Composition,
}

/// Children under 15 and elders of 60 and over in a household; the rest are adults.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Composition {
    /// Persons.
    pub size: u8,
    /// Children under 15.
    pub children: u8,
    /// Persons of 60 and over.
    pub elders: u8,
}

impl Composition {
    /// Persons of 15 to 59.
    pub const fn adults(self) -> u8 {
        self.size - self.children - self.elders
    }

    /// The places of such a household that begins at a lane.
    pub fn places(self, start: u16) -> impl Iterator<Item = Place> {
        (0..self.size).map(move |within| Place {
            start,
            size: self.size,
            role: self.role(within),
            composition: self,
        })
    }

    const fn role(self, place: u8) -> Role {
        let adults = self.adults();
        if place < adults {
            match place {
                0 => Role::Head,
                1 => Role::Partner,
                _ => Role::GrownChild,
            }
        } else if place < adults + self.elders {
            match (adults, place) {
                (0, 0) => Role::Head,
                (0, 1) => Role::Partner,
                _ => Role::Elder,
            }
        } else {
            Role::Child
        }
    }
}

/// A composition and its weight before tilting, among households of its size.
pub const COMPOSITIONS: [(Composition, f64); 24] = {
    const fn of(size: u8, children: u8, elders: u8) -> Composition {
        Composition { size, children, elders }
    }
    [
        (of(1, 0, 0), 0.60),
        (of(1, 0, 1), 0.40),
        (of(2, 0, 0), 0.45),
        (of(2, 0, 2), 0.35),
        (of(2, 0, 1), 0.12),
        (of(2, 1, 0), 0.08),
        (of(3, 1, 0), 0.50),
        (of(3, 0, 0), 0.30),
        (of(3, 0, 1), 0.10),
        (of(3, 0, 2), 0.10),
        (of(4, 2, 0), 0.35),
        (of(4, 1, 1), 0.30),
        (of(4, 0, 2), 0.15),
        (of(4, 0, 0), 0.15),
        (of(4, 1, 2), 0.05),
        (of(5, 1, 2), 0.40),
        (of(5, 2, 1), 0.30),
        (of(5, 1, 1), 0.15),
        (of(5, 2, 0), 0.15),
        (of(6, 2, 2), 0.60),
        (of(6, 1, 2), 0.25),
        (of(6, 3, 1), 0.15),
        (of(7, 2, 2), 0.60),
        (of(7, 3, 2), 0.40),
    ]
};

/// What households are built from.
#[derive(Clone, Debug, PartialEq)]
pub struct HouseholdPlan {
    /// Shares of households of 1, 2, …, 7 and more persons.
    pub sizes: [f64; 7],
    /// Share of persons under 15.
    pub children: f64,
    /// Share of persons of 60 and over.
    pub elders: f64,
}

const PATTERNS: usize = 64;
const PLACES: usize = PATTERNS * LANES as usize;

/// The patterns of neighbourhoods.
#[derive(Clone, Debug, PartialEq)]
pub struct Households {
    places: Vec<Place>,
}

impl Households {
    /// Whether the patterns can be built, without building them.
    ///
    /// # Errors
    /// As for [`Households::new`].
    pub fn try_plan(plan: &HouseholdPlan) -> Result<(), (f64, f64)> {
        tilt(plan).map(drop)
    }

    /// Builds the patterns.
    ///
    /// # Errors
    /// The age shares that the household sizes cannot give, as (children, elders) nearest to those asked for.
    pub fn new(plan: &HouseholdPlan, draws: &Draws) -> Result<Self, (f64, f64)> {
        let weights = tilt(plan)?;
        let mean: f64 =
            COMPOSITIONS.iter().zip(&weights).map(|((one, _), weight)| f64::from(one.size) * weight).sum();
        let mut owed: Vec<f64> = weights.iter().map(|weight| weight * PLACES as f64 / mean).collect();
        let mut deck = Vec::new();
        // Largest remainders over the whole deck: every composition gets its share to within one household.
        let mut whole: Vec<u32> = owed.iter().map(|count| *count as u32).collect();
        let missing =
            (PLACES as f64 / mean - whole.iter().map(|&count| f64::from(count)).sum::<f64>()) as usize;
        for _ in 0..missing {
            let next = (0..owed.len())
                .max_by(|&a, &b| owed[a].fract().total_cmp(&owed[b].fract()).then(b.cmp(&a)))
                .unwrap_or(0);
            whole[next] += 1;
            owed[next] = 0.0;
        }
        for ((composition, _), count) in COMPOSITIONS.iter().zip(&whole) {
            deck.extend(std::iter::repeat_n(*composition, *count as usize));
        }
        for last in (1..deck.len()).rev() {
            let luck = draws.luck(TILE_ORDER, last as u32, 0, 0);
            deck.swap(last, luck.below(0, last as u32 + 1) as usize);
        }
        Ok(Self { places: lay_out(deck) })
    }

    /// The tile of each of `blocks` neighbourhoods: every 64 in a row hold each tile once.
    pub fn deal(blocks: u32, draws: &Draws) -> Vec<u8> {
        let deals = 0..blocks.div_ceil(PATTERNS as u32);
        let tiles = deals.flat_map(|deal| {
            let order = Bijection::new(*draws, TILE, deal, PATTERNS as u32);
            (0..PATTERNS as u32).map(move |place| order.forward(place) as u8)
        });
        tiles.take(blocks as usize).collect()
    }

    /// The pattern of a tile.
    #[inline]
    pub fn pattern(&self, tile: u8) -> &[Place] {
        &self.places[usize::from(tile) * LANES as usize..][..LANES as usize]
    }

    /// Share of persons in all patterns who belong to a couple at the start.
    pub fn coupled(&self) -> f64 {
        let coupled = self.places.iter().filter(|place| place.is_coupled()).count();
        coupled as f64 / self.places.len() as f64
    }
}

impl Place {
    /// Whether the place belongs to the first couple of the household, or to the couple of elders.
    #[inline]
    pub const fn is_coupled(&self) -> bool {
        match self.role {
            Role::Head => self.composition.adults() != 1 && self.size > 1 && self.couple_stands(),
            Role::Partner => true,
            Role::Elder => self.composition.elders == 2,
            Role::GrownChild | Role::Child => false,
        }
    }

    const fn couple_stands(&self) -> bool {
        if self.composition.adults() > 0 {
            self.composition.adults() >= 2
        } else {
            self.composition.elders >= 2
        }
    }

    /// Place within the household of the partner of `within`, who is coupled.
    pub const fn partner_of(&self, within: u8) -> u8 {
        match self.role {
            Role::Elder => {
                let first = self.composition.adults();
                if within == first { first + 1 } else { first }
            }
            _ => 1 - within,
        }
    }
}

/// Weights of the compositions, over all households, that give sizes exactly and age shares by the smallest
/// tilt.
fn tilt(plan: &HouseholdPlan) -> Result<Vec<f64>, (f64, f64)> {
    let (mut a, mut b) = (0.0_f64, 0.0_f64);
    let mut shares = (0.0, 0.0);
    let mut weights = Vec::new();
    let mean: f64 = plan.sizes.iter().enumerate().map(|(place, share)| (place as f64 + 1.0) * share).sum();
    for _ in 0..200 {
        let mut raw = [0.0; COMPOSITIONS.len()];
        let mut norm = [0.0; 8];
        for (place, (one, weight)) in COMPOSITIONS.iter().enumerate() {
            raw[place] = weight * libm::exp(a * f64::from(one.children) + b * f64::from(one.elders));
            norm[usize::from(one.size)] += raw[place];
        }
        weights = COMPOSITIONS
            .iter()
            .zip(raw)
            .map(|((one, _), raw)| plan.sizes[usize::from(one.size) - 1] * raw / norm[usize::from(one.size)])
            .collect();
        // Means, and their derivatives by the tilt: covariances within each size.
        let (mut kids, mut elders) = (0.0, 0.0);
        let (mut kk, mut ee, mut ke) = (0.0, 0.0, 0.0);
        for size in 1..=7u8 {
            let mut sums = [0.0; 6];
            for ((one, _), weight) in
                COMPOSITIONS.iter().zip(&weights).filter(|((one, _), _)| one.size == size)
            {
                let (c, o) = (f64::from(one.children), f64::from(one.elders));
                let more = [*weight, weight * c, weight * o, weight * c * c, weight * o * o, weight * c * o];
                sums.iter_mut().zip(more).for_each(|(sum, more)| *sum += more);
            }
            let [w, k, e, k2, e2, cross] = sums;
            kids += k;
            elders += e;
            if w > 0.0 {
                kk += k2 - k * k / w;
                ee += e2 - e * e / w;
                ke += cross - k * e / w;
            }
        }
        shares = (kids / mean, elders / mean);
        let (dk, de) = (plan.children * mean - kids, plan.elders * mean - elders);
        if dk.abs() < 1e-12 && de.abs() < 1e-12 {
            return Ok(weights);
        }
        let determinant = kk * ee - ke * ke;
        if determinant.abs() < 1e-14 {
            break;
        }
        a += ((dk * ee - de * ke) / determinant).clamp(-2.0, 2.0);
        b += ((de * kk - dk * ke) / determinant).clamp(-2.0, 2.0);
        if !(a.abs() < 60.0 && b.abs() < 60.0) {
            break;
        }
    }
    if (shares.0 - plan.children).abs() < 1e-6 && (shares.1 - plan.elders).abs() < 1e-6 {
        Ok(weights)
    } else {
        Err(shares)
    }
}

/// Puts the households of a deck into patterns that each end exactly at the last lane.
fn lay_out(mut deck: Vec<Composition>) -> Vec<Place> {
    let mut places = Vec::with_capacity(PLACES);
    while places.len() < PLACES {
        let lane = places.len() % LANES as usize;
        let room = LANES as usize - lane;
        // The first household from the end of the deck that fits; near the end of a pattern large ones have
        // to wait.
        let pick = deck.iter().rposition(|one| usize::from(one.size) <= room);
        let composition = match pick {
            Some(place) => deck.remove(place),
            None => Composition { size: 1, children: 0, elders: 0 },
        };
        places.extend(composition.places(lane as u16));
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_kernel::Seed;

    fn census() -> HouseholdPlan {
        HouseholdPlan {
            sizes: [0.254, 0.297, 0.210, 0.132, 0.062, 0.031, 0.014],
            children: 0.1795,
            elders: 0.1870,
        }
    }

    #[test]
    fn sizes_and_ages_come_out_within_one_percent() {
        let households = Households::new(&census(), &Draws::new(Seed(7))).unwrap();
        let mut sizes = [0.0; 8];
        let (mut children, mut elders) = (0.0, 0.0);
        for place in &households.places {
            sizes[usize::from(place.size)] += 1.0 / f64::from(place.size);
            children += f64::from(place.composition.children) / f64::from(place.size);
            elders += f64::from(place.composition.elders) / f64::from(place.size);
        }
        let all: f64 = sizes.iter().sum();
        for (place, share) in census().sizes.iter().enumerate() {
            assert!((sizes[place + 1] / all - share).abs() < 0.01 * share, "size {}", place + 1);
        }
        assert!((children / PLACES as f64 - 0.1795).abs() < 0.01 * 0.1795);
        assert!((elders / PLACES as f64 - 0.1870).abs() < 0.01 * 0.1870);
    }

    #[test]
    fn every_pattern_is_whole() {
        let households = Households::new(&census(), &Draws::new(Seed(7))).unwrap();
        for pattern in households.places.chunks(LANES as usize) {
            let mut lane = 0;
            while lane < LANES as usize {
                let place = pattern[lane];
                assert_eq!(usize::from(place.start), lane);
                assert_eq!(place.role, Role::Head);
                assert!(
                    pattern[lane..lane + usize::from(place.size)]
                        .iter()
                        .all(|other| other.start == place.start)
                );
                lane += usize::from(place.size);
            }
            assert_eq!(lane, LANES as usize);
        }
    }

    #[test]
    fn couples_point_at_each_other() {
        let households = Households::new(&census(), &Draws::new(Seed(9))).unwrap();
        for pattern in households.places.chunks(LANES as usize).take(8) {
            for (lane, place) in pattern.iter().enumerate().filter(|(_, place)| place.is_coupled()) {
                let within = (lane - usize::from(place.start)) as u8;
                let other = &pattern[usize::from(place.start) + usize::from(place.partner_of(within))];
                assert!(other.is_coupled() && other.start == place.start);
                assert_eq!(other.partner_of(place.partner_of(within)), within);
            }
        }
        assert!((0.3..0.8).contains(&households.coupled()));
    }

    #[test]
    fn ages_that_cannot_be_are_refused() {
        let impossible = HouseholdPlan { children: 0.9, ..census() };
        assert!(Households::new(&impossible, &Draws::new(Seed(7))).is_err());
    }
}
