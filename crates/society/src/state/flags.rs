//! Flags: what an institution, and a partner, hold a person for.
//!
//! Model: the tier and the matter behind a loss take a byte of everybody. Few are listed, due to be listed,
//! parted, appealing or under a sanction at a time: that and the origin of a listing are in a table of the
//! neighbourhood, with a bit for every four lanes that says whether there is anything of them in it.
//! [`Flags`] are all of them put together. Symbols: none. Source: our definition. Leaves out: the origin of a
//! listing that is over.

use crate::Origin;
use demerit_kernel::{Digest, Loader, Saved, Saver, SideTable, Sparse, Unfit};
use demerit_regime::Matter;

/// Flags of a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags(pub u16);

impl Flags {
    /// On the list, by the record.
    pub const LISTED: u16 = 1 << 3;
    /// Would be on the list, by the person's true deeds.
    pub const DUE: u16 = 1 << 4;
    /// Parted from the partner.
    pub const PARTED: u16 = 1 << 5;
    /// Has an appeal waiting.
    pub const APPEALING: u16 = 1 << 6;
    /// Was under a sanction at the end of the last tick.
    pub const SANCTIONED: u16 = 1 << 7;

    /// All of the above, which few have.
    pub const KEPT_BY_FEW: u16 = 31 << 3;

    /// Put together from what is kept of everybody and what is kept of few.
    #[inline]
    pub const fn of(standing: Standing, few: Self) -> Self {
        Self(few.0 | standing.tier() as u16 | (standing.0 as u16 >> 3) << 11)
    }

    /// The part that is kept of everybody.
    #[inline]
    pub const fn standing(self) -> Standing {
        Standing(self.tier() | (self.0 >> 11 << 3) as u8)
    }

    /// Whether a flag is set.
    #[inline]
    pub const fn has(self, flag: u16) -> bool {
        self.0 & flag != 0
    }

    /// Sets or clears a flag.
    #[inline]
    pub const fn put(&mut self, flag: u16, on: bool) {
        self.0 = if on { self.0 | flag } else { self.0 & !flag };
    }

    /// The tier.
    #[inline]
    pub const fn tier(self) -> u8 {
        (self.0 & 7) as u8
    }

    /// Sets the tier.
    #[inline]
    pub const fn put_tier(&mut self, tier: u8) {
        self.0 = self.0 & !7 | tier as u16 & 7;
    }

    /// The matter of the rule that last took points before the sanction; `None` where nothing was ever taken.
    pub fn cause(self) -> Option<Matter> {
        Matter::ALL.get(usize::from(self.0 >> 11).wrapping_sub(1)).copied()
    }

    /// Sets the matter of the rule that last took points.
    pub fn put_cause(&mut self, cause: Option<Matter>) {
        let number = cause.map_or(0, |matter| matter as u16 + 1);
        self.0 = self.0 & 0x7ff | number << 11;
    }

    /// The origin of the listing.
    pub const fn listing_origin(self) -> Origin {
        Origin::ALL[(self.0 >> 8 & 7) as usize]
    }

    /// Sets the origin of the listing.
    pub const fn put_listing_origin(&mut self, origin: Origin) {
        self.0 = self.0 & !(7 << 8) | (origin as u16) << 8;
    }
}

/// The byte that everybody has: the tier, and above its three bits the matter behind the last loss.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing(pub u8);

impl Standing {
    /// The tier.
    #[inline]
    pub const fn tier(self) -> u8 {
        self.0 & 7
    }

    /// Sets the tier.
    #[inline]
    pub const fn put_tier(&mut self, tier: u8) {
        self.0 = self.0 & !7 | tier & 7;
    }

    /// The matter of the rule that last took points before the sanction; `None` where nothing was ever taken.
    #[inline]
    pub fn cause(self) -> Option<Matter> {
        Matter::ALL.get(usize::from(self.0 >> 3).wrapping_sub(1)).copied()
    }

    /// Sets the matter of the rule that last took points.
    #[inline]
    pub fn put_cause(&mut self, cause: Option<Matter>) {
        self.0 = self.0 & 7 | cause.map_or(0, |matter| matter as u8 + 1) << 3;
    }
}

impl Saved for Standing {
    fn save(&self, to: &mut Saver) {
        to.put(&self.0);
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        let standing = Self(from.take()?);
        let fits = usize::from(standing.0 >> 3) <= Matter::COUNT;
        from.check(fits, || (format!("matter {}", standing.0 >> 3), "one that there is".to_owned()))?;
        Ok(standing)
    }
}

/// The flags of a neighbourhood that few have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FlagTable {
    /// Whether there is anything of each four lanes.
    some: [u64; 4],
    bytes: Sparse,
}

impl FlagTable {
    /// Whether a lane may have a flag; most have none, and are told from the others at once.
    #[inline]
    const fn may(&self, lane: u16) -> bool {
        self.some[lane as usize / 256] >> (lane / 4 % 64) & 1 == 1
    }

    /// Whether a lane has this flag, or one of these.
    #[inline]
    pub fn has(&self, lane: u16, flag: u16) -> bool {
        self.may(lane) && self.flags(lane).has(flag)
    }

    /// Lanes that have this flag, or one of these, ascending.
    pub fn with(&self, flag: u16) -> impl Iterator<Item = u16> + '_ {
        let has = move |one: &(u16, u8)| u16::from(one.1) << 3 & flag != 0;
        self.bytes.iter().filter(has).map(|one| one.0)
    }

    /// Sets or clears a flag of a lane. The origin of a listing goes with the last flag.
    pub fn put(&mut self, lane: u16, flag: u16, on: bool) {
        if on || self.may(lane) {
            let mut flags = self.flags(lane);
            flags.put(flag, on);
            self.put_all(lane, flags);
        }
    }

    /// The origin of a lane's listing.
    pub fn listing_origin(&self, lane: u16) -> Origin {
        self.flags(lane).listing_origin()
    }

    /// All that is kept here of a lane: flags without tier and cause.
    #[inline]
    pub fn flags(&self, lane: u16) -> Flags {
        Flags(if self.may(lane) { u16::from(self.bytes[usize::from(lane)]) << 3 } else { 0 })
    }

    /// Sets all that is kept here of a lane; tier and cause are kept elsewhere.
    pub fn put_all(&mut self, lane: u16, flags: Flags) {
        if flags.has(Flags::KEPT_BY_FEW) {
            self.some[usize::from(lane) / 256] |= 1 << (lane / 4 % 64);
            self.bytes.put(lane, (flags.0 >> 3) as u8);
        } else if self.may(lane) {
            self.bytes.clear(lane);
            let four = lane & !3;
            if (four..four + 4).all(|one| self.bytes[usize::from(one)] == 0) {
                self.some[usize::from(lane) / 256] &= !(1 << (lane / 4 % 64));
            }
        }
    }

    /// Bytes that it holds beside its own.
    pub fn bytes(&self) -> usize {
        self.bytes.memory()
    }

    /// Adds it to a digest.
    pub fn digest(&self, digest: &mut Digest) {
        self.bytes.digest(digest);
    }
}

impl Saved for FlagTable {
    fn save(&self, to: &mut Saver) {
        to.put(&self.bytes);
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        let mut table = Self::default();
        for (lane, byte) in from.take::<Sparse>()?.iter() {
            let flags = Flags(u16::from(byte) << 3);
            let fits = flags.has(Flags::KEPT_BY_FEW) && usize::from(byte >> 5) < Origin::COUNT;
            from.check(fits, || {
                (format!("flags {byte:#x}"), "flags with an origin that there is".to_owned())
            })?;
            table.put_all(lane, flags);
        }
        Ok(table)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_apart_comes_back_together() {
        let (mut standing, mut table) = (Standing::default(), FlagTable::default());
        for cause in Matter::ALL {
            standing.put_cause(Some(cause));
            standing.put_tier(5);
            assert_eq!((standing.cause(), standing.tier()), (Some(cause), 5));
        }
        table.put(9, Flags::LISTED, true);
        let mut flags = table.flags(9);
        flags.put_listing_origin(Origin::Clerk);
        table.put_all(9, flags);
        table.put(9, Flags::PARTED | Flags::SANCTIONED, true);
        table.put(7, Flags::DUE, false);
        let whole = Flags::of(standing, table.flags(9));
        assert_eq!(
            (whole.tier(), whole.cause(), whole.listing_origin()),
            (5, standing.cause(), Origin::Clerk)
        );
        assert!(whole.has(Flags::LISTED) && whole.has(Flags::PARTED) && !whole.has(Flags::DUE));
        assert_eq!(table.with(Flags::PARTED).collect::<Vec<_>>(), [9]);
        table.put(10, Flags::DUE, true);
        table.put(10, Flags::DUE, false);
        assert!(table.has(9, Flags::PARTED) && !table.has(10, Flags::DUE) && !table.has(11, Flags::PARTED));
        table.put(9, Flags::KEPT_BY_FEW, false);
        assert_eq!(table, FlagTable::default(), "the origin goes with the last flag");
    }

    #[test]
    fn flags_do_not_disturb_each_other() {
        let mut flags = Flags::default();
        flags.put_tier(5);
        flags.put_listing_origin(Origin::WrongJoin);
        flags.put(Flags::LISTED, true);
        for cause in [None, Some(Matter::ALL[0]), Some(Matter::ALL[Matter::COUNT - 1])] {
            flags.put_cause(cause);
            assert_eq!(flags.cause(), cause);
        }
        assert_eq!(
            (flags.tier(), flags.listing_origin(), flags.has(Flags::LISTED)),
            (5, Origin::WrongJoin, true)
        );
        flags.put(Flags::LISTED, false);
        flags.put_tier(0);
        assert_eq!(
            (flags.tier(), flags.listing_origin(), flags.has(Flags::LISTED)),
            (0, Origin::WrongJoin, false)
        );
        assert!(!flags.has(Flags::DUE | Flags::PARTED | Flags::APPEALING | Flags::SANCTIONED));
    }
}
