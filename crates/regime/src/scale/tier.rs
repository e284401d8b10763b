//! Tiers: bands of the score with a name.
//!
//! Model: tiers are ordered by their lowest score; a score belongs to the highest tier whose lowest score it
//! reaches. The lowest tier begins at the floor. A tier may be a sanction in itself.

use demerit_kernel::Points;

/// A band of the score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tier {
    /// Name, unique in the regime.
    pub name: String,
    /// Lowest score of the tier.
    pub from: Points,
    /// Whether being in it is a sanction.
    pub sanction: bool,
}

/// A set of tiers, one bit each; at most 8.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TierSet(pub u8);

impl TierSet {
    /// Whether the tier is in the set.
    #[inline]
    pub const fn contains(self, tier: u8) -> bool {
        self.0 >> tier & 1 == 1
    }
}

/// The tiers of a regime, lowest first.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct Tiers {
    tiers: Vec<Tier>,
    /// Lowest scores of the tiers above the lowest one; beyond the last tier, more than any score.
    floors: [i32; Self::MOST - 1],
    sanctions: TierSet,
}

impl Default for Tiers {
    fn default() -> Self {
        Self { tiers: Vec::new(), floors: [i32::MAX; Self::MOST - 1], sanctions: TierSet::default() }
    }
}

impl Tiers {
    /// Most tiers that a regime may have.
    pub const MOST: usize = 8;

    /// Tiers in ascending order of their lowest score.
    ///
    /// # Errors
    /// The name of the tier that is one too many or does not lie above the one before it.
    pub fn new(tiers: Vec<Tier>) -> Result<Self, String> {
        for (place, tier) in tiers.iter().enumerate() {
            if place >= Self::MOST || (place > 0 && tiers[place - 1].from >= tier.from) {
                return Err(tier.name.clone());
            }
        }
        let sanctions =
            tiers.iter().enumerate().fold(0u8, |set, (place, tier)| set | u8::from(tier.sanction) << place);
        let mut floors = [i32::MAX; Self::MOST - 1];
        floors.iter_mut().zip(tiers.iter().skip(1)).for_each(|(floor, tier)| *floor = tier.from.0.into());
        Ok(Self { tiers, floors, sanctions: TierSet(sanctions) })
    }

    /// The same tiers, none of them a sanction.
    pub fn without_sanctions(mut self) -> Self {
        self.tiers.iter_mut().for_each(|tier| tier.sanction = false);
        Self { sanctions: TierSet::default(), ..self }
    }

    /// The tier that a score belongs to; 0 where there are no tiers or the score lies below them all.
    #[inline]
    pub fn of(&self, score: Points) -> u8 {
        let score = i32::from(score.0);
        self.floors.iter().map(|&floor| u8::from(floor <= score)).sum()
    }

    /// Whether being in the tier is a sanction.
    #[inline]
    pub const fn sanctions(&self, tier: u8) -> bool {
        self.sanctions.contains(tier)
    }

    /// The score from which on no tier is a sanction.
    pub fn free_from(&self) -> i32 {
        let highest = (0..Self::MOST).rev().find(|&tier| self.sanctions(tier as u8));
        highest.map_or(i32::MIN, |tier| self.floors.get(tier).copied().unwrap_or(i32::MAX))
    }

    /// All tiers, lowest first.
    pub fn all(&self) -> &[Tier] {
        &self.tiers
    }

    /// The set of the tiers with these names.
    ///
    /// # Errors
    /// The first name that no tier has.
    pub fn set(&self, names: &[String]) -> Result<TierSet, String> {
        names.iter().try_fold(TierSet(0), |set, name| {
            let place = self.tiers.iter().position(|tier| tier.name == *name).ok_or_else(|| name.clone())?;
            Ok(TierSet(set.0 | 1 << place))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tier(name: &str, from: i16, sanction: bool) -> Tier {
        Tier { name: name.into(), from: Points(from), sanction }
    }

    #[test]
    fn a_tier_begins_at_its_lowest_score() {
        let tiers =
            Tiers::new(vec![tier("low", 0, true), tier("middle", 400, false), tier("high", 700, false)])
                .unwrap();
        assert_eq!([0, 399, 400, 699, 700, 800].map(|score| tiers.of(Points(score))), [0, 0, 1, 1, 2, 2]);
        assert!(tiers.sanctions(0) && !tiers.sanctions(1));
        assert_eq!(tiers.set(&["high".into(), "low".into()]), Ok(TierSet(0b101)));
        assert_eq!(tiers.set(&["low".into(), "low".into()]), Ok(TierSet(1)));
        assert_eq!(tiers.set(&["hihg".into()]), Err("hihg".into()));
    }

    #[test]
    fn eight_tiers_at_most_and_each_may_be_a_sanction() {
        let some = |count: i16| -> Vec<Tier> {
            (0..count).map(|one| tier(&one.to_string(), 10 * one, one % 3 == 1)).collect()
        };
        let tiers = Tiers::new(some(8)).unwrap();
        assert_eq!((0..8).filter(|&one| tiers.sanctions(one)).collect::<Vec<_>>(), [1, 4, 7]);
        assert_eq!([9, 10, 69, 70, 100].map(|score| tiers.of(Points(score))), [0, 1, 6, 7, 7]);
        assert_eq!(tiers.all(), some(8));
        assert_eq!(Tiers::new(some(9)), Err("8".into()));
    }

    #[test]
    fn no_tiers_no_sanction() {
        let none = Tiers::default();
        assert_eq!(none.of(Points(-5)), 0);
        assert!(!none.sanctions(0));
    }

    #[test]
    fn order_is_demanded() {
        assert_eq!(Tiers::new(vec![tier("a", 5, false), tier("b", 5, false)]), Err("b".into()));
    }
}
