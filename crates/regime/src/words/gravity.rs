//! Gravity: how bad a kind of conduct is outside the regime, by the law that holds for everybody.
//!
//! Model: each matter is lawful, minor (an administrative offence, or a wrong that a civil court settles) or
//! serious (a crime). So that a reader can ask whether a sanction is in proportion to what it answers.
//!
//! Sources: Constitution of China, art. 35 and 41 (speech, petitions), Criminal Law of China, art. 118
//! (damage to power equipment), 133-1 (drunk driving), 176 (illegal fund-raising), 264 (theft); what no
//! article names is our assumption. An unpaid order is minor, though art. 313 makes a crime of it where
//! somebody able to pay refuses. Leaves out: degrees within a matter.

use demerit_kernel::named;

named! {
    /// How bad a kind of conduct is by the law that holds for everybody.
    Gravity {
        /// Nobody may be punished for it.
        Lawful = "lawful",
        /// An administrative offence, or a matter between private parties.
        Minor = "minor",
        /// A crime.
        Serious = "serious",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Matter;

    #[test]
    fn speech_is_lawful_and_drunk_driving_is_not() {
        assert_eq!(Matter::CriticalPost.gravity(), Gravity::Lawful);
        assert_eq!(Matter::LateBill.gravity(), Gravity::Minor);
        assert_eq!(Matter::DrunkDriving.gravity(), Gravity::Serious);
    }

    #[test]
    fn each_gravity_is_that_of_some_matter() {
        for gravity in Gravity::ALL {
            assert!(Matter::ALL.iter().any(|matter| matter.gravity() == gravity), "{gravity}");
        }
    }
}
