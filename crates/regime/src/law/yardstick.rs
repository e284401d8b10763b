//! Yardsticks of law, graded: how far apart two parts of life lie, what a shut door weighs, and what the
//! gravity of a deed bears.
//!
//! Model: three tables, each row with its reason, so that whoever disagrees can say with what. A deed in one
//! domain that is answered in another has a [`Distance`] of 0 (same context), ½ (neighbouring) or 1
//! (unrelated); two domains of one name are the same, and a pair without a row is unrelated. A person's
//! treatment is as severe as the doors that are shut to them together, at most 1. Conduct that the law allows
//! bears none of it, a minor wrong half, a crime all.
//!
//! Symbols: distances in halves; severity and what is borne in eighths of [`WHOLE`]. Source: the questions
//! are those of Regulation (EU) 2024/1689 (AI Act), art. 5(1)(c)(i) (a context unrelated to that of the data)
//! and (ii) (treatment out of proportion to the conduct); the grades are our assumption. Leaves out: closed
//! accounts, removed posts, lost work and lost ties, which are not doors; and what a court would say.

use crate::{Domain, Gravity, Request};
use Distance::{Neighbouring, Same, Unrelated};
use Domain::{Civic, Court, Finance, Health, Housing, Purchases, School, Speech, Traffic, Travel, Work};

/// The most that a treatment can weigh, in eighths.
pub const WHOLE: u64 = 8;

demerit_kernel::named! {
    /// How far the part of life in which something was done lies from the one in which it is answered.
    Distance {
        /// One context.
        Same = "same",
        /// The one bears on the other, in part.
        Neighbouring = "neighbouring",
        /// The one has nothing to do with the other.
        Unrelated = "unrelated",
    }
}

impl Distance {
    /// From the domain of a cause to the domain of what is refused for it.
    ///
    /// ```
    /// use demerit_regime::{Distance, Domain};
    /// assert_eq!(Distance::between(Domain::Speech, Domain::Travel), Distance::Unrelated);
    /// assert_eq!(Distance::between(Domain::Finance, Domain::Housing).halves(), 1);
    /// ```
    #[must_use]
    pub fn between(cause: Domain, answer: Domain) -> Self {
        let row = DISTANCES.iter().find(|row| (row.0, row.1) == (cause, answer));
        row.map_or(if cause == answer { Same } else { Unrelated }, |row| row.2)
    }

    /// In halves: 0, 1 or 2.
    #[must_use]
    pub const fn halves(self) -> u64 {
        self as u64
    }
}

/// Domain of the cause, domain of the answer, distance, reason.
pub const DISTANCES: [(Domain, Domain, Distance, &str); 46] = [
    (Purchases, Travel, Unrelated, "what somebody buys says nothing about a seat that is paid for"),
    (Purchases, Finance, Unrelated, "a purchase that is paid for is no debt"),
    (Purchases, Work, Unrelated, "private spending is no part of the duties of a post"),
    (Purchases, School, Unrelated, "what a household buys is no ground for or against a child's schooling"),
    (Purchases, Housing, Unrelated, "what somebody buys says nothing about keeping a home"),
    (Finance, Travel, Unrelated, "a fare is paid at once; a debt is no danger on a train"),
    (Finance, Work, Neighbouring, "some posts of trust ask about debts, most do not"),
    (Finance, School, Unrelated, "the debt is the parent's, the place the child's"),
    (Finance, Housing, Neighbouring, "whether bills are paid bears on rent and deposits"),
    (Traffic, Travel, Neighbouring, "an offence on the road bears on driving, not on sitting in a train"),
    (Traffic, Finance, Unrelated, "the offence says nothing about paying debts"),
    (Traffic, Work, Unrelated, "few posts are at a wheel"),
    (Traffic, School, Unrelated, "the offence is the parent's, the place the child's"),
    (Traffic, Housing, Unrelated, "driving says nothing about keeping a home"),
    (Civic, Travel, Neighbouring, "a threat bears on flights; a petition or a helping hand does not"),
    (Civic, Finance, Unrelated, "neither a petition nor help says anything about paying debts"),
    (Civic, Work, Unrelated, "a petition is a right, and help is no duty of a post"),
    (Civic, School, Unrelated, "what parents do in public is no ground for or against a child's schooling"),
    (Civic, Housing, Unrelated, "neither a petition nor help says anything about keeping a home"),
    (School, Travel, Unrelated, "a day missed at school says nothing about a seat"),
    (School, Finance, Unrelated, "a day missed at school says nothing about paying debts"),
    (School, Work, Neighbouring, "schooling qualifies for a post; a missed day hardly does"),
    (School, Housing, Unrelated, "a day missed at school says nothing about keeping a home"),
    (Health, Travel, Neighbouring, "a vaccination may bear on crowds; a missed appointment does not"),
    (Health, Finance, Unrelated, "a medical file is not a lender's business"),
    (Health, Work, Unrelated, "a medical file is not an employer's business"),
    (Health, School, Neighbouring, "a vaccination may be asked of a pupil, an appointment may not"),
    (Health, Housing, Unrelated, "a medical file is not a landlord's business"),
    (Speech, Travel, Unrelated, "an opinion is no ground for refusing a seat"),
    (Speech, Finance, Unrelated, "an opinion says nothing about paying debts"),
    (Speech, Work, Unrelated, "the state's service may ask for discretion in office, not for opinions"),
    (Speech, School, Unrelated, "a parent's opinion is no ground for or against a child's schooling"),
    (Speech, Housing, Unrelated, "an opinion says nothing about keeping a home"),
    (
        Court,
        Travel,
        Neighbouring,
        "who owes by judgment may be told not to spend; an ordinary seat is no luxury",
    ),
    (Court, Finance, Same, "an unpaid judgment is an unpaid debt, which is what a lender asks about"),
    (Court, Work, Unrelated, "an order to pay is enforced on money; a living helps to pay it"),
    (Court, School, Unrelated, "the order is against the parent, the place is the child's"),
    (Court, Housing, Neighbouring, "rent is a debt to come, on which a judgment bears"),
    (Work, Travel, Unrelated, "income that was not declared says nothing about a seat"),
    (
        Work,
        Finance,
        Neighbouring,
        "income bears on what a loan can cost; a declaration to an office hardly does",
    ),
    (Work, School, Unrelated, "what a parent declared is no ground for or against a child's schooling"),
    (Work, Housing, Neighbouring, "income bears on rent, and a subsidised home is itself a benefit"),
    (Housing, Travel, Unrelated, "a utility's meter says nothing about a seat"),
    (Housing, Finance, Neighbouring, "a utility's bill is a debt like others"),
    (Housing, Work, Unrelated, "a utility's meter says nothing about a post"),
    (Housing, School, Unrelated, "the meter is the parent's, the place the child's"),
];

/// What is asked for, what a refusal weighs in eighths, reason.
pub const SEVERITIES: [(Request, u64, &str); Request::COUNT] = [
    (Request::RailTrip, 2, "the slow train and the bus are left"),
    (Request::AirTrip, 1, "the train is left"),
    (Request::Loan, 2, "what was planned with the money waits"),
    (Request::StateJob, 4, "a living in the state's service is out of reach; other work is left"),
    (Request::Home, 4, "a home is a basic need; other homes are left"),
    (Request::SchoolPlace, 4, "it falls on a child, and lasts"),
    (Request::Deposit, 1, "the deposit can be paid"),
];

/// Gravity by the law that holds for everybody, what it bears in eighths, reason.
pub const BORNE: [(Gravity, u64, &str); Gravity::COUNT] = [
    (Gravity::Lawful, 0, "nobody may be punished for what the law allows"),
    (Gravity::Minor, WHOLE / 2, "a fine or damages are what the law has for it"),
    (Gravity::Serious, WHOLE, "the law has prison for it"),
];

impl Request {
    /// What a refusal weighs, in eighths of [`WHOLE`].
    #[must_use]
    pub const fn severity(self) -> u64 {
        SEVERITIES[self.index()].1
    }
}

impl Gravity {
    /// How severe a treatment it bears, in eighths of [`WHOLE`].
    #[must_use]
    pub const fn bears(self) -> u64 {
        BORNE[self.index()].1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Matter;

    #[test]
    fn every_cause_and_every_door_has_one_row_with_a_reason() {
        for cause in Matter::ALL.map(Matter::domain) {
            for answer in Request::ALL.map(Request::domain).into_iter().filter(|answer| *answer != cause) {
                let rows = DISTANCES.iter().filter(|row| (row.0, row.1) == (cause, answer));
                assert_eq!(rows.count(), 1, "{cause} to {answer}");
            }
        }
        let reasons = DISTANCES.iter().map(|row| row.3).chain(SEVERITIES.iter().map(|row| row.2));
        assert!(reasons.chain(BORNE.iter().map(|row| row.2)).all(|reason| reason.len() > 12));
        for (index, row) in DISTANCES.iter().enumerate() {
            assert!(DISTANCES[..index].iter().all(|other| (other.0, other.1) != (row.0, row.1)), "{row:?}");
        }
    }

    #[test]
    fn tables_stand_in_the_order_of_their_words() {
        assert_eq!(SEVERITIES.map(|row| row.0), Request::ALL);
        assert_eq!(BORNE.map(|row| row.0), Gravity::ALL);
        assert!(Gravity::ALL.is_sorted_by_key(|gravity| gravity.bears()));
        assert!(Request::ALL.iter().all(|request| (1..=WHOLE).contains(&request.severity())));
    }

    #[test]
    fn each_distance_is_that_of_some_pair_and_one_name_is_one_context() {
        for distance in Distance::ALL {
            assert!(DISTANCES.iter().any(|row| row.2 == distance), "{distance}");
        }
        for domain in Domain::ALL {
            assert_eq!(Distance::between(domain, domain), Distance::Same);
        }
        assert_eq!(Distance::between(Domain::Travel, Domain::Speech), Distance::Unrelated, "no row");
    }
}
