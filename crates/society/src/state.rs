//! State: what changes about a person, in columns, and what few have at a time, in side tables.
//!
//! A chunk owns the columns of a run of neighbourhoods, so that one thread works on it without asking another.
//!
//! | column | bytes | what |
//! |---|---|---|
//! | born | 2 | week of birth |
//! | habits | 9/8 | classes of habit, and who uses apps, bit by bit for a neighbourhood (fixed, kept because every deed asks for them) |
//! | score, deserved | 4 | points by the record, points by the person's true deeds |
//! | second | 2 | score of the company, only in a world where a regime takes it in |
//! | flags | 2 | tier, listed, due to be listed, parted, appealing, origin of the listing, matter behind the sanction |
//! | uses | 1/4 to 1 for each capped rule | uses of the rule in this window, a bit of everybody's counter in each mask |
//! | planes | 5/8 | a bit each: aware, account closed, hiding, shunned, away |
//!
//! What few have at a time is in side tables, one of each for a neighbourhood: see [`Tables`].

use crate::attribution::{LossTable, Origin};
use crate::consequences::Marks;
use crate::delay::DelayTable;
use crate::dues::Dues;
pub use crate::dues::{Appeal, Listing};
use crate::habit::{HabitPlanes, Habits};
use crate::life::BirthWeek;
use crate::redress::Redress;
use crate::silence::Climate;
use crate::smoothed::Smoothed;
use crate::spell::SpellTable;
use demerit_kernel::{BlockId, Digest, LANES, Mask, Sparse};
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

    /// Whether a flag is set.
    #[must_use]
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
    #[must_use]
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
    #[must_use]
    pub fn cause(self) -> Option<Matter> {
        Matter::ALL.get(usize::from(self.0 >> 11).wrapping_sub(1)).copied()
    }

    /// Sets the matter of the rule that last took points.
    pub fn put_cause(&mut self, cause: Option<Matter>) {
        let number = cause.map_or(0, |matter| matter as u16 + 1);
        self.0 = self.0 & 0x7ff | number << 11;
    }

    /// The origin of the listing.
    #[must_use]
    pub const fn listing_origin(self) -> Origin {
        Origin::at((self.0 >> 8 & 7) as usize)
    }

    /// Sets the origin of the listing.
    pub const fn put_listing_origin(&mut self, origin: Origin) {
        self.0 = self.0 & !(7 << 8) | (origin as u16) << 8;
    }
}

/// What is yes or no about a person and changes: a mask of lanes each, for a neighbourhood.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Planes {
    /// Knows the rules of the regime.
    pub aware: Mask,
    /// Account closed: nothing can be published.
    pub closed: Mask,
    /// Hides from apps: pays in cash, leaves the telephone at home.
    pub hiding: Mask,
    /// Shunned: some ties were cut when a sanction fell.
    pub shunned: Mask,
    /// Moved out of the regime's reach.
    pub away: Mask,
}

impl Planes {
    /// Clears every bit of a lane: somebody new lives there.
    pub fn clear(&mut self, lane: u16) {
        for plane in self.each_mut() {
            plane.remove(lane);
        }
    }

    /// The planes in the order above.
    #[must_use]
    pub const fn each(&self) -> [&Mask; 5] {
        [&self.aware, &self.closed, &self.hiding, &self.shunned, &self.away]
    }

    const fn each_mut(&mut self) -> [&mut Mask; 5] {
        [&mut self.aware, &mut self.closed, &mut self.hiding, &mut self.shunned, &mut self.away]
    }
}

/// Makes room for one more in a side table. Tables grow for years and one by one: doubling would leave half of the room empty.
pub(crate) fn grow<T>(table: &mut Vec<T>) {
    if table.len() == table.capacity() {
        table.reserve_exact(8.max(table.len() / 16));
    }
}

/// The side tables of a neighbourhood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tables {
    /// Points lost to errors, by lane.
    pub losses: LossTable,
    /// Fear, 0 to 255, by lane: most people have none.
    pub fear: Sparse,
    /// Listings.
    pub listings: Vec<Listing>,
    /// Waiting appeals, oldest first.
    pub appeals: Vec<Appeal>,
    /// What consequences left behind.
    pub marks: Marks,
    /// Spells under a sanction.
    pub spells: SpellTable,
    /// First deeds since the last review.
    pub delays: DelayTable,
    /// Past entries of the neighbourhood, smoothed, in 1/256 of an entry: what attention follows.
    pub past: u32,
    /// What has been heard lately.
    pub climate: Climate,
    /// Violations lately.
    pub violations: Smoothed,
    /// Corrections and reviews.
    pub redress: Redress,
    /// What is open with an institution.
    pub dues: Dues,
}

impl Tables {
    /// Takes out whatever is about a lane: somebody new lives there.
    pub fn clear(&mut self, lane: u16) {
        self.losses.clear(lane);
        self.fear.clear(lane);
        self.listings.retain(|one| one.lane != lane);
        self.appeals.retain(|one| one.lane != lane);
        self.marks.clear(lane);
        self.spells.clear(lane);
        self.delays.clear(lane);
        self.redress.clear(lane);
        self.dues.clear(lane);
    }

    /// Bytes that the tables hold.
    #[must_use]
    pub fn bytes(&self) -> usize {
        size_of::<Self>()
            + self.losses.bytes()
            + self.fear.memory()
            + self.listings.capacity() * size_of::<Listing>()
            + self.appeals.capacity() * size_of::<Appeal>()
            + self.marks.bytes()
            + self.spells.bytes()
            + self.delays.bytes()
            + self.redress.bytes()
            + self.dues.bytes()
    }

    fn digest(&self, digest: &mut Digest) {
        digest.u32(self.past);
        self.losses.digest(digest);
        self.fear.digest(digest);
        digest.u32(self.listings.len() as u32);
        for listing in &self.listings {
            digest.u32(u32::from(listing.lane) << 1 | u32::from(listing.on_record));
            digest.u32(listing.until);
        }
        digest.u32(self.appeals.len() as u32);
        for appeal in &self.appeals {
            digest.u32(u32::from(appeal.lane));
            digest.u32(appeal.filed);
        }
        self.marks.digest(digest);
        self.spells.digest(digest);
        self.delays.digest(digest);
        for count in [self.climate.critical, self.climate.all, self.violations] {
            digest.u32(count.0);
        }
        self.redress.digest(digest);
        self.dues.digest(digest);
    }
}

/// The columns and side tables of a run of neighbourhoods.
#[derive(Clone, Debug)]
pub struct Chunk {
    /// First neighbourhood.
    pub first_block: BlockId,
    /// Weeks of birth.
    pub born: Vec<BirthWeek>,
    /// Habits, by neighbourhood.
    pub habits: Vec<HabitPlanes>,
    /// Scores by the record, points.
    pub score: Vec<i16>,
    /// Deserved scores, points.
    pub deserved: Vec<i16>,
    /// Scores of the company, points; empty where no regime of the world takes one in.
    pub second: Vec<i16>,
    /// Flags.
    pub flags: Vec<Flags>,
    /// Counters of capped rules: some masks for each neighbourhood, one for each bit.
    pub uses: Vec<Mask>,
    /// Bits of uses for each person.
    pub caps: usize,
    /// Bits that change, by neighbourhood.
    pub planes: Vec<Planes>,
    /// Side tables, by neighbourhood.
    pub tables: Vec<Tables>,
}

impl Chunk {
    /// Columns for the persons `first_block·1024 ..` of `blocks` neighbourhoods, `persons` in all, with `caps` bits of uses each.
    #[must_use]
    pub fn new(first_block: BlockId, blocks: u32, persons: u32, caps: usize) -> Self {
        let n = persons as usize;
        Self {
            first_block,
            born: vec![0; n],
            habits: vec![HabitPlanes::default(); blocks as usize],
            score: vec![0; n],
            deserved: vec![0; n],
            second: Vec::new(),
            flags: vec![Flags(0); n],
            uses: vec![Mask::EMPTY; blocks as usize * caps],
            caps,
            planes: vec![Planes::default(); blocks as usize],
            tables: vec![Tables::default(); blocks as usize],
        }
    }

    /// Persons in the chunk.
    #[must_use]
    pub fn persons(&self) -> usize {
        self.born.len()
    }

    /// Habits of a person of the chunk.
    #[must_use]
    #[inline]
    pub fn habits_of(&self, at: usize) -> Habits {
        self.habits[at / LANES as usize].of(at % LANES as usize)
    }

    /// Fear of a person of the chunk, 0 to 255.
    #[must_use]
    #[inline]
    pub fn fear(&self, at: usize) -> u8 {
        self.tables[at / LANES as usize].fear[at % LANES as usize]
    }

    /// Number of the first person.
    #[must_use]
    pub const fn first_person(&self) -> u32 {
        self.first_block.0 * LANES
    }

    /// Bytes of the columns and side tables.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        let columns = self.persons() * (2 + 2 + 2 + size_of::<Flags>()) + self.second.len() * 2;
        let blocks = self.habits.len() * (size_of::<HabitPlanes>() + size_of::<Planes>());
        let tables: usize = self.tables.iter().map(Tables::bytes).sum();
        (columns + blocks + self.uses.len() * size_of::<Mask>() + tables) as u64
    }

    /// Adds the whole state to a digest, neighbourhood by neighbourhood, so that it does not depend on the cut into chunks.
    pub fn digest(&self, digest: &mut Digest) {
        for block in 0..self.tables.len() {
            let first = block * LANES as usize;
            let end = (first + LANES as usize).min(self.persons());
            for person in first..end {
                for value in [
                    self.born[person],
                    self.score[person],
                    self.deserved[person],
                    self.second.get(person).copied().unwrap_or(0),
                    self.flags[person].0 as i16,
                ] {
                    digest.bytes(&value.to_le_bytes());
                }
                digest.bytes(&[self.habits_of(person).0]);
            }
            let uses = &self.uses[block * self.caps..(block + 1) * self.caps];
            for plane in self.planes[block].each().into_iter().chain(uses) {
                for word in plane.0 {
                    digest.bytes(&word.to_le_bytes());
                }
            }
            self.tables[block].digest(digest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn bytes_are_those_of_the_table_above() {
        let chunk = Chunk::new(BlockId(0), 1, 1024, 16);
        assert_eq!(chunk.bytes(), 1024 * (9 + 2) + 6 * 128 + size_of::<Tables>() as u64);
    }

    #[test]
    fn a_digest_sees_every_column() {
        let whole = |chunk: &Chunk| {
            let mut digest = Digest::new();
            chunk.digest(&mut digest);
            digest.finish()
        };
        let plain = Chunk::new(BlockId(0), 1, 10, 1);
        let changes: [fn(&mut Chunk); 10] = [
            |c| c.born[3] = 1,
            |c| c.habits[0].put(3, Habits(1)),
            |c| c.score[3] = 1,
            |c| c.deserved[3] = 1,
            |c| c.tables[0].losses.count(3, Origin::Tie, -1),
            |c| c.planes[0].hiding.insert(3),
            |c| c.flags[3] = Flags(1),
            |c| c.tables[0].fear.add(3, 1),
            |c| c.uses[0].insert(3),
            |c| c.tables[0].listings.push(Listing { lane: 1, on_record: true, until: 9 }),
        ];
        let mut seen = vec![whole(&plain)];
        for change in changes {
            let mut other = plain.clone();
            change(&mut other);
            seen.push(whole(&other));
        }
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 11);
    }
}
