//! Spells: how long somebody is under a sanction, and how long wrongly.
//!
//! Model. A spell begins in the tick in which a person comes under a sanction (by tier or by list) and ends
//! in the tick in which there is none any more, or at death. It is wrong in every tick in which neither the
//! deserved score nor a due listing would have brought a sanction. What is counted at the end of each tick
//! are the spells that run, so that over any stretch of time
//!
//! ```text
//! sum of the stock over the ticks = weeks of the spells that ended + weeks so far of those that run
//! ```
//!
//! and in a steady state stock = begun in a tick × mean spell (Little 1961).
//!
//! Symbols: ticks are weeks; a run has fewer than 32,768 of them.
//! Source: our definition. Leaves out: a sanction that ends in the tick in which it began.

use crate::state::attribution::{Layer, origin_of};
use crate::{Flags, Losses, Origin};
use demerit_kernel::{LaneMap, Loader, Points, Saved, Saver, SideTable, Tick, Unfit, of_lane};
use demerit_regime::{Gravity, Matter, Regime};

/// Places for the gravity of a cause: those of [`Gravity`], and "no cause known".
pub const GRAVITIES: usize = Gravity::COUNT + 1;

/// Whether true deeds, by the score that they deserve and by whether a listing is due, bring a sanction.
#[inline]
pub fn deserves(regime: &Regime, deserved: i16, due: bool) -> bool {
    regime.sanctioned(regime.tiers.of(Points(deserved)), due)
}

/// The standing of a person under a sanction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sanction {
    /// Where it comes from: [`Origin::OwnDeed`] where it is not wrong.
    pub origin: Origin,
    /// How much has to be taken back until it ends; `None` where it is not wrong.
    pub layer: Option<Layer>,
    /// The matter behind it, as the record has it.
    pub cause: Option<Matter>,
    /// Whether the tier sanctions, not the list alone.
    pub by_tier: bool,
}

impl Sanction {
    /// The sanction that somebody with this score is under; `None` where there is none.
    #[inline]
    pub fn of(
        regime: &Regime,
        flags: Flags,
        (score, deserved): (i16, i16),
        losses: impl FnOnce() -> Losses,
    ) -> Option<Self> {
        let listed = flags.has(Flags::LISTED);
        if !regime.sanctioned(flags.tier(), listed) {
            return None;
        }
        let by_tier = regime.tiers.sanctions(flags.tier());
        let cause = flags.cause().filter(|_| by_tier).or(listed.then_some(Matter::UnpaidOrder));
        if deserves(regime, deserved, flags.has(Flags::DUE)) {
            return Some(Self { origin: Origin::OwnDeed, layer: None, cause, by_tier });
        }
        let losses = losses();
        let listing = listed.then(|| match flags.listing_origin() {
            // Listed for an own order that is no longer due: it ended by truth but not on record.
            Origin::OwnDeed => Origin::Mixed,
            origin => origin,
        });
        let origin = if by_tier { origin_of(&losses) } else { listing.unwrap_or(Origin::Mixed) };
        let sanctions_with =
            |back: i16| regime.tiers.sanctions(regime.tiers.of(Points(score.saturating_add(back))));
        let layer = Layer::of(&losses, listing, by_tier, sanctions_with);
        Some(Self { origin, layer: Some(layer), cause, by_tier })
    }

    /// Whether the person's own true deeds would not have brought it.
    pub const fn is_wrong(&self) -> bool {
        !matches!(self.origin, Origin::OwnDeed)
    }

    /// Place of its cause's gravity, the last for no cause.
    pub fn gravity(&self) -> usize {
        self.cause.map_or(GRAVITIES - 1, |matter| matter.gravity().index())
    }
}

/// A spell that runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spell {
    /// Whose.
    pub lane: u16,
    /// Tick in which it began.
    pub since: u16,
    /// Tick since which it is wrong, where it is.
    wrong_since: u16,
    /// Where the sanction comes from now.
    pub origin: Origin,
    gravity: u8,
}

impl Spell {
    /// Tick since which it is wrong; `None` where it is not.
    pub fn wrong_since(&self) -> Option<u32> {
        (self.origin != Origin::OwnDeed).then_some(u32::from(self.wrong_since))
    }

    /// Place of the gravity of its cause.
    pub const fn gravity(&self) -> usize {
        self.gravity as usize
    }
}

/// What became of a spell in a tick.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Turn {
    /// It began.
    pub begun: bool,
    /// It ended after this number of weeks.
    pub ended: Option<u32>,
    /// It was wrong for this number of weeks, and is so no more.
    pub wrong_ended: Option<u32>,
}

of_lane!(Spell, one => [
    u32::from(one.lane) << 16 | u32::from(one.since),
    u32::from(one.wrong_since) << 16 | (one.origin as u32) << 8 | u32::from(one.gravity)
]);

impl Saved for Spell {
    const LEAST: usize = 8;

    fn save(&self, to: &mut Saver) {
        let Self { lane, since, wrong_since, origin, gravity } = self;
        to.put(lane).put(since).put(wrong_since).put(origin).put(gravity);
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        let (lane, since, wrong_since, origin) = (from.take()?, from.take()?, from.take()?, from.take()?);
        Ok(Self { lane, since, wrong_since, origin, gravity: from.below(GRAVITIES)? as u8 })
    }
}

/// The spells that run in a neighbourhood.
pub type SpellTable = LaneMap<Spell>;

/// Takes note of what a lane is under now.
pub fn follow(spells: &mut SpellTable, lane: u16, tick: Tick, now: Option<Sanction>) -> Turn {
    let mut turn = Turn::default();
    let today = tick.0 as u16;
    let weeks = |since: u16| u32::from(today.wrapping_sub(since));
    match (spells.find_mut(lane), now) {
        (Some(spell), Some(sanction)) => {
            if spell.wrong_since().is_none() {
                spell.wrong_since = today;
            } else if !sanction.is_wrong() {
                turn.wrong_ended = Some(weeks(spell.wrong_since));
            }
            spell.origin = sanction.origin;
            spell.gravity = sanction.gravity() as u8;
        }
        (None, Some(sanction)) => {
            turn.begun = true;
            let (origin, gravity) = (sanction.origin, sanction.gravity() as u8);
            spells.insert(Spell { lane, since: today, wrong_since: today, origin, gravity });
        }
        (Some(spell), None) => {
            turn.ended = Some(weeks(spell.since));
            turn.wrong_ended = spell.wrong_since().map(|_| weeks(spell.wrong_since));
            spells.clear(lane);
        }
        (None, None) => {}
    }
    turn
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn under(origin: Origin) -> Option<Sanction> {
        let layer = origin.layer();
        Some(Sanction { origin, layer, cause: Some(Matter::LateBill), by_tier: true })
    }

    #[test]
    fn a_spell_becomes_wrong_and_right_again_and_its_weeks_are_counted() {
        let mut table = SpellTable::default();
        assert!(follow(&mut table, 7, Tick(10), under(Origin::OwnDeed)).begun);
        assert_eq!(follow(&mut table, 7, Tick(12), under(Origin::Tie)), Turn::default(), "it becomes wrong");
        assert_eq!(table.get(7).and_then(Spell::wrong_since), Some(12));
        assert_eq!(
            follow(&mut table, 7, Tick(13), under(Origin::Clerk)).wrong_ended,
            None,
            "wrong by another error"
        );
        let right = follow(&mut table, 7, Tick(15), under(Origin::OwnDeed));
        assert_eq!(right, Turn { wrong_ended: Some(3), ..Turn::default() });
        let over = follow(&mut table, 7, Tick(20), None);
        assert_eq!(over, Turn { begun: false, ended: Some(10), wrong_ended: None });
        assert!(table.all().is_empty());
    }

    #[test]
    fn a_free_person_has_no_spell() {
        let mut table = SpellTable::default();
        assert_eq!(follow(&mut table, 3, Tick(1), None), Turn::default());
        assert!(table.all().is_empty() && table.memory() == 0);
    }

    proptest! {
        #[test]
        fn the_stock_summed_is_the_weeks_of_the_spells(steps in proptest::collection::vec((0u16..8, 0usize..4), 1..200)) {
            let mut table = SpellTable::default();
            let (mut stock, mut wrong, mut ended, mut wrong_ended) = (0, 0, 0, 0);
            for (tick, (lane, what)) in steps.iter().enumerate() {
                let now = [None, under(Origin::OwnDeed), under(Origin::Tie), under(Origin::Clerk)][*what];
                let turn = follow(&mut table, *lane, Tick(tick as u32), now);
                ended += turn.ended.unwrap_or(0);
                wrong_ended += turn.wrong_ended.unwrap_or(0);
                stock += table.all().len() as u32;
                wrong += table.all().iter().filter(|spell| spell.wrong_since().is_some()).count() as u32;
            }
            let end = steps.len() as u32;
            let so_far: u32 = table.all().iter().map(|spell| end - u32::from(spell.since)).sum();
            let wrong_so_far: u32 = table.all().iter().filter_map(Spell::wrong_since).map(|since| end - since).sum();
            prop_assert_eq!(stock, ended + so_far);
            prop_assert_eq!(wrong, wrong_ended + wrong_so_far);
        }
    }
}
