//! Events: what is told of the sampled cohort, one by one.
//!
//! Model: the cohort is an even sample of places, one from each of as many equal stretches of the society. For its members every event is kept;
//! for all others only totals. Names are given when the tables are written.

use crate::conduct::deed::Deed;
use crate::state::attribution::Origin;
use crate::stream;
use demerit_kernel::{Draws, LANES, Loader, Saved, Saver, Unfit};
use demerit_regime::{Channel, Matter, Request};

/// What happened to a member of the cohort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventKind {
    /// Did something, whoever saw it.
    Did(Deed),
    /// Something was written into the record.
    Entered {
        /// What it says.
        matter: Matter,
        /// Who wrote it.
        channel: Channel,
        /// The truth behind it.
        origin: Origin,
        /// The rule that gave points.
        rule: Option<u16>,
    },
    /// Points lost because of a tie.
    Spilled {
        /// The rule that took them from the tie.
        rule: u16,
    },
    /// Moved into a tier.
    Tier(u8),
    /// Put on the list.
    Listed(Origin),
    /// Taken off the list.
    Unlisted,
    /// A request was refused.
    Refused(Request),
    /// A request was met with a privilege.
    Privileged(Request),
    /// Something was not said.
    Withheld(Matter),
    /// A post was removed.
    Removed(Matter),
    /// The account was closed.
    AccountClosed,
    /// The account was opened again.
    AccountReopened,
    /// An appeal was filed.
    Filed,
    /// An appeal was upheld.
    Upheld,
    /// A stale copy undid a correction.
    Undone,
    /// A human stopped a sanction before it began.
    Spared,
    /// An appeal was rejected.
    Rejected,
    /// An appeal was taken up and never answered.
    Unanswered,
    /// Died; a newborn took the place.
    Died,
    /// Parted from the partner.
    Parted,
    /// Found a partner.
    Paired,
}

/// An event in the life of a member of the cohort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// When.
    pub tick: u32,
    /// To whom.
    pub person: u32,
    /// What.
    pub kind: EventKind,
    /// Points that it gave or took.
    pub points: i16,
    /// Score after it.
    pub score: i16,
    /// Deserved score after it.
    pub deserved: i16,
    /// Whose life it came from, where it was not the person's own.
    pub other: Option<u32>,
    /// Number of the regime in force among those of the world.
    pub regime: u8,
}

/// The sampled persons, in ascending order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cohort {
    members: Vec<u32>,
}

impl Cohort {
    /// A sample of `size` of `persons` persons; all of them where there are fewer.
    #[must_use]
    pub fn new(size: u32, persons: u32, draws: &Draws) -> Self {
        let size = size.min(persons);
        let members = (0..size)
            .map(|stretch| {
                let edge = |number: u32| (u64::from(number) * u64::from(persons) / u64::from(size)) as u32;
                let (from, to) = (edge(stretch), edge(stretch + 1));
                from + draws.luck(stream::COHORT, stretch, 0, 0).below(0, to - from)
            })
            .collect();
        Self { members }
    }

    /// Just these persons, however they are ordered.
    #[must_use]
    pub fn of(mut persons: Vec<u32>) -> Self {
        persons.sort_unstable();
        persons.dedup();
        Self { members: persons }
    }

    /// All members.
    #[must_use]
    pub fn members(&self) -> &[u32] {
        &self.members
    }

    /// The members who live in a neighbourhood.
    #[must_use]
    pub fn of_block(&self, block: u32) -> &[u32] {
        let first = self.members.partition_point(|&member| member < block * LANES);
        let end = self
            .members
            .partition_point(|&member| u64::from(member) < (u64::from(block) + 1) * u64::from(LANES));
        &self.members[first..end]
    }
}

impl Saved for Event {
    const LEAST: usize = 17;

    fn save(&self, to: &mut Saver) {
        let Self { tick, person, kind, points, score, deserved, other, regime } = self;
        to.put(tick).put(person).put(kind).put(points).put(score).put(deserved).put(other).put(regime);
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        Ok(Self {
            tick: from.take()?,
            person: from.take()?,
            kind: from.take()?,
            points: from.take()?,
            score: from.take()?,
            deserved: from.take()?,
            other: from.take()?,
            regime: from.take()?,
        })
    }
}

impl Saved for EventKind {
    fn save(&self, to: &mut Saver) {
        let mut kind = |number: u8| _ = to.put(&number);
        match *self {
            Self::Did(deed) => {
                kind(0);
                to.put(&(deed.index() as u8));
            }
            Self::Entered { matter, channel, origin, rule } => {
                kind(1);
                to.put(&(matter as u8)).put(&(channel as u8)).put(&origin).put(&rule);
            }
            Self::Spilled { rule } => {
                kind(2);
                to.put(&rule);
            }
            Self::Tier(tier) => {
                kind(3);
                to.put(&tier);
            }
            Self::Listed(origin) => {
                kind(4);
                to.put(&origin);
            }
            Self::Refused(request) => {
                kind(5);
                to.put(&(request as u8));
            }
            Self::Privileged(request) => {
                kind(6);
                to.put(&(request as u8));
            }
            Self::Withheld(matter) => {
                kind(7);
                to.put(&(matter as u8));
            }
            Self::Removed(matter) => {
                kind(8);
                to.put(&(matter as u8));
            }
            Self::Unlisted => kind(9),
            Self::AccountClosed => kind(10),
            Self::AccountReopened => kind(11),
            Self::Filed => kind(12),
            Self::Upheld => kind(13),
            Self::Undone => kind(14),
            Self::Spared => kind(15),
            Self::Rejected => kind(16),
            Self::Unanswered => kind(17),
            Self::Died => kind(18),
            Self::Parted => kind(19),
            Self::Paired => kind(20),
        }
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        Ok(match from.below(21)? {
            0 => Self::Did(Deed::at(from.below(Deed::COUNT)?)),
            1 => Self::Entered {
                matter: from.one_of(&Matter::ALL)?,
                channel: from.one_of(&Channel::ALL)?,
                origin: from.take()?,
                rule: from.take()?,
            },
            2 => Self::Spilled { rule: from.take()? },
            3 => Self::Tier(from.take()?),
            4 => Self::Listed(from.take()?),
            5 => Self::Refused(from.one_of(&Request::ALL)?),
            6 => Self::Privileged(from.one_of(&Request::ALL)?),
            7 => Self::Withheld(from.one_of(&Matter::ALL)?),
            8 => Self::Removed(from.one_of(&Matter::ALL)?),
            9 => Self::Unlisted,
            10 => Self::AccountClosed,
            11 => Self::AccountReopened,
            12 => Self::Filed,
            13 => Self::Upheld,
            14 => Self::Undone,
            15 => Self::Spared,
            16 => Self::Rejected,
            17 => Self::Unanswered,
            18 => Self::Died,
            19 => Self::Parted,
            _ => Self::Paired,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_kernel::Seed;

    #[test]
    fn one_from_each_stretch() {
        let cohort = Cohort::new(100, 10_000, &Draws::new(Seed(2)));
        assert_eq!(cohort.members().len(), 100);
        assert!(cohort.members().iter().enumerate().all(|(place, member)| *member as usize / 100 == place));
        let by_block: usize = (0..10).map(|block| cohort.of_block(block).len()).sum();
        assert_eq!(by_block, 100);
    }

    #[test]
    fn no_more_than_there_are() {
        let draws = Draws::new(Seed(2));
        assert_eq!(Cohort::new(1000, 3, &draws).members(), [0, 1, 2]);
        assert!(Cohort::new(0, 3, &draws).members().is_empty());
    }
}
