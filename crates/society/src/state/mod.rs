//! State: what changes about a person, in columns, and what few have at a time, in side tables.
//!
//! A chunk owns the columns of a run of neighbourhoods, so that one thread works on it without asking
//! another.
//!
//! | column | bytes | what |
//! |---|---|---|
//! | born | 2 | week of birth |
//! | habits | 9/8 | classes of habit, and who uses apps, bit by bit for a neighbourhood (fixed, kept because every deed asks for them) |
//! | score | 2 | points by the record |
//! | gaps | 1 | points by the person's true deeds, as the gap to the score: see [`gap`](crate::state::deserved) |
//! | standing | 1 | tier, and matter behind the sanction; what few are, as listed or parted, is in a side table: see [`flags`](crate::state::flags) |
//! | uses | up to 1/4 to 1 for each capped rule | uses of the rule in this window, of few or of all: see [`uses`](crate::state::rule_uses) |
//! | planes | 1/4 | a bit each: aware, hiding; with lists of the few whose account is closed, who are shunned, or away |
//!
//! What few have at a time is in side tables, one of each for a neighbourhood: see [`Tables`]. A world
//! without a score of its own may have two bytes more: see
//! [`Assessment`](crate::state::deserved::Assessment).

pub mod attribution;
pub mod company_scores;
pub mod delay;
pub mod deserved;
pub mod events;
pub mod flags;
pub mod message;
pub mod pending;
pub mod rare;
pub mod rule_uses;
mod saved;
pub mod smoothed;
pub mod spell;
pub mod tally;

use crate::state::deserved::Assessment;
pub use crate::state::flags::{FlagTable, Flags, Standing};
pub use crate::state::pending::{Appeal, Listing};
use crate::state::rare::Rare;
use crate::{
    BirthWeek, Climate, CompanyScores, DelayTable, FarTable, Gap, HabitPlanes, Habits, LossTable, Marks,
    Pending, RemedyTables, Smoothed, SpellTable, Uses,
};
use demerit_kernel::{BlockId, Digest, FewLanes, LANES, LaneRows, Mask, SideTable, Sparse};
use demerit_regime::Regime;

/// What is yes or no about a person and changes: a mask of lanes each, for a neighbourhood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Planes {
    /// Knows the rules of the regime.
    pub aware: Mask,
    /// Hides from apps: pays in cash, leaves the telephone at home.
    pub hiding: Mask,
    /// Account closed: nothing can be published.
    pub closed: FewLanes,
    /// Shunned: some ties were cut when a sanction fell.
    pub shunned: FewLanes,
    /// Moved out of the regime's reach; nobody can where it is in force everywhere.
    pub away: Rare<Mask>,
}

impl Planes {
    /// Clears every bit of a lane: somebody new lives there.
    pub fn clear(&mut self, lane: u16) {
        self.aware.remove(lane);
        self.hiding.remove(lane);
        self.closed.remove(lane);
        self.shunned.remove(lane);
        if let Some(away) = self.away.there_mut() {
            away.remove(lane);
        }
    }

    /// The planes in the order above.
    pub fn each(&self) -> [Mask; 5] {
        [self.aware, self.hiding, self.closed.mask(), self.shunned.mask(), *self.away]
    }

    /// Bytes that it holds beside its own.
    pub fn bytes(&self) -> usize {
        self.closed.memory() + self.shunned.memory() + self.away.there().map_or(0, size_of_val)
    }
}

/// The side tables of a neighbourhood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tables {
    /// Flags that few have.
    pub flags: FlagTable,
    /// Gaps that do not fit into their byte.
    pub far: FarTable,
    /// Scores of the company; all alike where no regime takes them in.
    pub company: CompanyScores,
    /// Points lost to errors, by lane.
    pub losses: LossTable,
    /// Fear, 0 to 255, by lane: most people have none.
    pub fear: Sparse,
    /// Listings.
    pub listings: LaneRows<Listing>,
    /// Waiting appeals, oldest first.
    pub appeals: LaneRows<Appeal>,
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
    pub remedies: Rare<RemedyTables>,
    /// What is open with an institution.
    pub pending: Rare<Pending>,
}

impl Tables {
    /// Takes out whatever is about a lane: somebody new lives there.
    pub fn clear(&mut self, lane: u16) {
        self.losses.clear(lane);
        self.fear.clear(lane);
        self.listings.clear(lane);
        self.appeals.clear(lane);
        self.marks.clear(lane);
        self.spells.clear(lane);
        self.delays.clear(lane);
        self.company.clear(lane);
        self.remedies.clear(lane);
        self.pending.clear(lane);
    }

    /// Takes out whatever a lane's standing under a regime is about.
    pub fn clear_standing(&mut self, lane: u16) {
        self.losses.clear(lane);
        self.company.clear(lane);
        self.pending.there_mut().into_iter().for_each(|pending| pending.regain.clear(lane));
    }

    /// Takes out whatever anybody's standing under a regime is about, but for the company's scores.
    pub fn clear_all_standing(&mut self) {
        self.losses.clear_all();
        self.pending.there_mut().into_iter().for_each(|pending| pending.regain.clear_all());
    }

    /// Bytes that the tables hold.
    pub fn bytes(&self) -> usize {
        size_of::<Self>()
            + self.losses.memory()
            + self.fear.memory()
            + self.listings.memory()
            + self.appeals.memory()
            + self.marks.memory()
            + self.spells.memory()
            + self.delays.memory()
            + self.remedies.memory()
            + self.pending.memory()
            + self.flags.bytes()
            + self.far.memory()
            + self.company.memory()
    }

    fn digest(&self, digest: &mut Digest) {
        digest.u32(self.past);
        self.losses.digest(digest);
        self.fear.digest(digest);
        self.listings.digest(digest);
        self.appeals.digest(digest);
        self.marks.digest(digest);
        self.spells.digest(digest);
        self.delays.digest(digest);
        for count in [self.climate.critical, self.climate.all, self.violations] {
            digest.u32(count.0);
        }
        self.remedies.digest(digest);
        self.pending.digest(digest);
        self.flags.digest(digest);
        self.company.digest(digest);
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
    /// Deserved scores, as their gaps to those by the record.
    pub gaps: Vec<Gap>,
    /// Tiers, and matters behind sanctions.
    pub standing: Vec<Standing>,
    /// Counters of capped rules.
    pub uses: Uses,
    /// Bits that change, by neighbourhood.
    pub planes: Vec<Planes>,
    /// Side tables, by neighbourhood.
    pub tables: Vec<Tables>,
    /// What another regime, without effect here, would have made of what is truly done.
    pub assessment: Option<Assessment>,
}

impl Chunk {
    /// Columns for the persons `first_block·1024 ..` of `blocks` neighbourhoods, `persons` in all, with
    /// counters of so many binary digits for each capped rule.
    pub fn new(first_block: BlockId, blocks: u32, persons: u32, caps: &[u8]) -> Self {
        let n = persons as usize;
        Self {
            first_block,
            born: vec![0; n],
            habits: vec![HabitPlanes::default(); blocks as usize],
            score: vec![0; n],
            gaps: vec![Gap::default(); n],
            standing: vec![Standing::default(); n],
            uses: Uses::new(caps, blocks),
            planes: vec![Planes::default(); blocks as usize],
            tables: vec![Tables::default(); blocks as usize],
            assessment: None,
        }
    }

    /// Makes room for what a regime without effect makes of true deeds.
    pub fn open_assessment(&mut self) {
        self.assessment = Some(Assessment::new(self.persons(), self.tables.len()));
    }

    /// Whether a regime without effect would sanction a person of the chunk for what is truly done here;
    /// `None` where none assesses.
    pub fn assessed_as_deserving(&self, regime: &Regime, at: usize) -> Option<bool> {
        let assessment = self.assessment.as_ref()?;
        let (block, lane) = (at / LANES as usize, (at % LANES as usize) as u16);
        let due = assessment.due[block].iter().any(|one| one.lane == lane);
        Some(spell::deserves(regime, assessment.scores[at], due))
    }

    /// Persons in the chunk.
    pub fn persons(&self) -> usize {
        self.born.len()
    }

    /// Habits of a person of the chunk.
    #[inline]
    pub fn habits_of(&self, at: usize) -> Habits {
        self.habits[at / LANES as usize].of(at % LANES as usize)
    }

    /// Deserved score of a person of the chunk, points.
    #[inline]
    pub fn deserved(&self, at: usize) -> i16 {
        let (far, lane) = (&self.tables[at / LANES as usize].far, (at % LANES as usize) as u16);
        self.gaps[at].deserved(self.score[at], far, lane)
    }

    /// Deserved scores of all persons of the chunk, in order.
    pub fn all_deserved(&self) -> impl Iterator<Item = i16> + '_ {
        (0..self.persons()).map(|at| self.deserved(at))
    }

    /// Flags of a person of the chunk.
    #[inline]
    pub fn flags(&self, at: usize) -> Flags {
        let few = self.tables[at / LANES as usize].flags.flags((at % LANES as usize) as u16);
        Flags::of(self.standing[at], few)
    }

    /// Flags of all persons of the chunk, in order.
    pub fn all_flags(&self) -> impl Iterator<Item = Flags> + '_ {
        (0..self.persons()).map(|at| self.flags(at))
    }

    /// Fear of a person of the chunk, 0 to 255.
    #[inline]
    pub fn fear(&self, at: usize) -> u8 {
        self.tables[at / LANES as usize].fear[at % LANES as usize]
    }

    /// Number of the first person.
    pub const fn first_person(&self) -> u32 {
        self.first_block.0 * LANES
    }

    /// Bytes of the columns and side tables.
    pub fn bytes(&self) -> u64 {
        let columns = self.persons() * (2 + 2 + size_of::<Gap>() + size_of::<Standing>());
        let blocks = self.habits.len() * (size_of::<HabitPlanes>() + size_of::<Planes>())
            + self.planes.iter().map(Planes::bytes).sum::<usize>();
        let tables: usize = self.tables.iter().map(Tables::bytes).sum();
        let assessment = self.assessment.as_ref().map_or(0, Assessment::bytes);
        (columns + blocks + self.uses.bytes() + tables + assessment) as u64
    }

    /// Adds the whole state to a digest, neighbourhood by neighbourhood, so that it does not depend on the
    /// cut into chunks.
    pub fn digest(&self, digest: &mut Digest) {
        for block in 0..self.tables.len() {
            let first = block * LANES as usize;
            let end = (first + LANES as usize).min(self.persons());
            for person in first..end {
                for value in [self.born[person], self.score[person], self.deserved(person)] {
                    digest.bytes(&value.to_le_bytes());
                }
                digest.bytes(&[self.standing[person].0, self.habits_of(person).0]);
            }
            self.uses.digest(block, digest);
            for plane in self.planes[block].each() {
                for word in plane.0 {
                    digest.bytes(&word.to_le_bytes());
                }
            }
            self.tables[block].digest(digest);
            if let Some(assessment) = &self.assessment {
                for score in &assessment.scores[first..end] {
                    digest.bytes(&score.to_le_bytes());
                }
                assessment.due[block].digest(digest);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::attribution::Origin;

    #[test]
    fn bytes_are_those_of_the_table_above() {
        let chunk = Chunk::new(BlockId(0), 1, 1024, &[]);
        assert_eq!(chunk.bytes(), 1024 * 7 + 3 * 128 + 40 + size_of::<Tables>() as u64);
    }

    #[test]
    fn all_are_cleared_as_each_is() {
        let (mut one, mut uses) = (Tables::default(), Uses::new(&[2, 1], 1));
        for lane in [0, 3, 1023] {
            one.losses.count(lane, Origin::Tie, -1);
            one.losses.count(lane, Origin::Clerk, -7);
        }
        let (mut each, mut uses_each) = (one.clone(), uses.clone());
        assert_ne!(one, Tables::default());
        one.clear_all_standing();
        uses.clear_all(0);
        for lane in 0..1024 {
            each.clear_standing(lane);
            uses_each.clear(0, lane);
        }
        assert_eq!((&one, &one), (&each, &Tables::default()));
        assert_eq!(uses, uses_each);
    }
}
