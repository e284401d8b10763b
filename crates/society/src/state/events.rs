//! Events: what is told of the sampled cohort, one by one.
//!
//! Model: the cohort is an even sample of places, one from each of as many equal stretches of the society.
//! For its members every event is kept; for all others only totals. Names are given when the tables are
//! written.

use crate::{Deed, Origin};
use demerit_kernel::{Draws, LANES, saved};
use demerit_regime::{Channel, Matter, Request};

demerit_kernel::stream! {
    /// The sampled cohort.
    pub COHORT = 15;
}

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
    /// Died.
    Died,
    /// Parted from the partner.
    Parted,
    /// Found a partner.
    Paired,
    /// A regime comes into force: whatever a standing is made of begins anew.
    Began,
    /// Was born into the place: a life with a standing of its own begins.
    Born,
    /// The score moved a step towards the start.
    Forgot,
    /// Points came back that a rule had taken for a time.
    Regained,
    /// Took in the points of a company's score.
    Fed,
    /// A true deed moved the deserved score.
    Deserved {
        /// The rule by which it did.
        rule: u16,
    },
    /// A sanction begins, or becomes wrong or right.
    Sanctioned {
        /// Whether the person's own true deeds would not have brought it.
        wrong: bool,
    },
    /// No sanction is left.
    Released,
    /// Was checked for undeclared income.
    Checked {
        /// Whether something was found, rightly or not.
        found: bool,
    },
    /// Lost the work, and income with it.
    JobLost {
        /// Share of the income that is lacking then, in 1/255.
        lacks: u8,
    },
    /// Has work again.
    JobFound {
        /// Share of the income that is lacking then, in 1/255.
        lacks: u8,
    },
    /// Lost income by a refusal.
    IncomeLost {
        /// Share of the income that is lacking then, in 1/255.
        lacks: u8,
    },
    /// Some of the lost income came back.
    IncomeBack {
        /// Share of the income that is lacking then, in 1/255.
        lacks: u8,
    },
    /// Moved out of the regime's reach.
    Left,
    /// Moved back, or the regime came after.
    CameBack,
    /// The sanction was gone before the appeal was decided.
    Lapsed,
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
    pub fn new(size: u32, persons: u32, draws: &Draws) -> Self {
        let size = size.min(persons);
        let members = (0..size)
            .map(|stretch| {
                let edge = |number: u32| (u64::from(number) * u64::from(persons) / u64::from(size)) as u32;
                let (from, to) = (edge(stretch), edge(stretch + 1));
                from + draws.luck(COHORT, stretch, 0, 0).below(0, to - from)
            })
            .collect();
        Self { members }
    }

    /// Just these persons, however they are ordered.
    pub fn of(mut persons: Vec<u32>) -> Self {
        persons.sort_unstable();
        persons.dedup();
        Self { members: persons }
    }

    /// All members.
    pub fn members(&self) -> &[u32] {
        &self.members
    }

    /// The members who live in a neighbourhood.
    pub fn of_block(&self, block: u32) -> &[u32] {
        let first = self.members.partition_point(|&member| member < block * LANES);
        let end = self
            .members
            .partition_point(|&member| u64::from(member) < (u64::from(block) + 1) * u64::from(LANES));
        &self.members[first..end]
    }
}

saved!(Event { tick, person, kind, points, score, deserved, other, regime });

saved!(enum EventKind {
    0 = Did(deed),
    1 = Entered { matter, channel, origin, rule },
    2 = Spilled { rule },
    3 = Tier(tier),
    4 = Listed(origin),
    5 = Refused(request),
    6 = Privileged(request),
    7 = Withheld(matter),
    8 = Removed(matter),
    9 = Unlisted,
    10 = AccountClosed,
    11 = AccountReopened,
    12 = Filed,
    13 = Upheld,
    14 = Undone,
    15 = Spared,
    16 = Rejected,
    17 = Unanswered,
    18 = Died,
    19 = Parted,
    20 = Paired,
    21 = Began,
    22 = Born,
    23 = Forgot,
    24 = Regained,
    25 = Fed,
    26 = Deserved { rule },
    27 = Sanctioned { wrong },
    28 = Released,
    29 = Checked { found },
    30 = JobLost { lacks },
    31 = JobFound { lacks },
    32 = IncomeLost { lacks },
    33 = IncomeBack { lacks },
    34 = Left,
    35 = CameBack,
    36 = Lapsed,
});

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
