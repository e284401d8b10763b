//! Accounts: who is read by how many, and what that is worth once an account is closed.
//!
//! Model. Everybody who writes in public has a number of readers by class of writing: ordinary, prolific, or
//! a public voice; never more than all others in the world. A post that is published and stays up reaches
//! them. What is lost is counted by what took it: the post was removed, the account was closed, or the author
//! withheld it. A regime may close the account of whoever is caught with a removed post
//! ([`demerit_regime::Removal`]); a closed account publishes nothing until it is opened again.
//!
//! Symbols: readers in persons. The numbers of readers are not scaled with the world: a voice's share of all
//! persons is fixed, so that everybody follows as many voices in a small world as in a large one. Sources:
//! two million followers of a closed account (the report, 2018) for a voice; the other two are assumptions.
//! Leaves out: readers who pass a post on, overlap of readerships, new accounts under another name, readers
//! won back.

use crate::Habits;

demerit_kernel::stream! {
    /// Accounts that are closed.
    pub CLOSE = 31;
    /// Accounts that are opened again.
    pub REOPEN = 32;
}

/// Readers by class of writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub struct Audience {
    /// Readers of somebody who never writes (0), writes as others do (1), is prolific (2), is a public voice
    /// (3).
    pub readers: [u32; 4],
}

demerit_kernel::named! {
    /// What keeps a post from its readers.
    Loss {
        /// It was taken down.
        Removal = "removal",
        /// The account is closed.
        Closed = "closed",
        /// The author withheld it.
        Withheld = "withheld",
    }
}

impl Audience {
    /// The readers in a world of `persons` persons.
    pub fn within(self, persons: u32) -> Self {
        Self { readers: self.readers.map(|readers| readers.min(persons.saturating_sub(1))) }
    }

    /// Readers of somebody with these habits.
    #[inline]
    pub fn of(&self, habits: Habits) -> u64 {
        u64::from(self.readers[usize::from(habits.writing())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const AUDIENCE: Audience = Audience { readers: [0, 100, 2000, 2_000_000] };

    #[test]
    fn an_account_is_read_by_its_class_and_never_by_more_than_there_are() {
        let of = |class: u8| AUDIENCE.of(Habits(class << 3));
        assert_eq!([0, 1, 2, 3].map(of), [0, 100, 2000, 2_000_000]);
        assert_eq!(AUDIENCE.within(1001).readers, [0, 100, 1000, 1000]);
    }

    #[test]
    fn alone_in_the_world_nobody_reads() {
        assert_eq!(AUDIENCE.within(1).readers, [0; 4]);
        assert_eq!(AUDIENCE.within(0).readers, [0; 4]);
    }

    proptest! {
        #[test]
        fn never_more_readers_than_others(persons in any::<u32>(), habits in any::<u8>()) {
            prop_assert!(AUDIENCE.within(persons).of(Habits(habits)) <= u64::from(persons.saturating_sub(1)));
        }
    }
}
