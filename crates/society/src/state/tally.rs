//! Tally: counts of what happened in a world, summed over everybody and exact.
//!
//! All counters are whole numbers, so that adding the tallies of parts in any order gives the same. A tally
//! belongs to a period and is emptied when the measures of the period have been taken.

use crate::conduct::deed::Deed;
use crate::state::attribution::Origin;
use crate::state::spell::GRAVITIES;
use crate::watching::identification::LOOKS;
use demerit_kernel::{Loader, Saved, Saver, Unfit};
use demerit_regime::{Channel, Domain, Matter, Request, Trait};

/// Counters by cause: the domains, and beyond them "no rule".
pub const CAUSES: usize = Domain::COUNT + 1;

/// Size classes of cities that are counted apart; the last counts all beyond.
pub const CLASSES: usize = 12;

/// Counts of a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Deeds done, by kind.
    pub deeds: [u64; Deed::COUNT],
    /// Deeds that reached somebody's record, by matter.
    pub seen: [u64; Matter::COUNT],
    /// Entries written, by channel and origin, whatever a regime made of them.
    pub entries: [[u64; Origin::COUNT]; Channel::COUNT],
    /// Points lost, by domain of the cause and origin.
    pub points_lost: [[u64; Origin::COUNT]; Domain::COUNT],
    /// Points gained, by domain of the cause.
    pub points_gained: [u64; Domain::COUNT],
    /// Requests made.
    pub requests: [u64; Request::COUNT],
    /// Requests refused, by request and domain of the cause.
    pub refused: [[u64; CAUSES]; Request::COUNT],
    /// Requests refused, by request and fifth of income.
    pub refused_by_income: [[u64; 5]; Request::COUNT],
    /// Requests refused to country people, by request.
    pub refused_rural: [u64; Request::COUNT],
    /// Requests refused to persons whose deserved record would not have been refused, by request.
    pub refused_wrongly: [u64; Request::COUNT],
    /// Requests met with a privilege.
    pub privileged: [u64; Request::COUNT],
    /// Posts published, in the order of the matters of posts.
    pub published: [u64; 4],
    /// Posts withheld.
    pub withheld: [u64; 4],
    /// Posts removed.
    pub removed: [u64; 4],
    /// Posts withheld for the sake of others.
    pub withheld_for_others: [u64; 4],
    /// Posts left unsaid because few say the like.
    pub muted: [u64; 4],
    /// Posts that a closed account kept from being published.
    pub silenced: [u64; 4],
    /// Readers reached, by stance.
    pub reach: [u64; 4],
    /// Readers not reached, in the order of [`crate::reactions::account::Loss`].
    pub reach_lost: [u64; 3],
    /// Entries under a rule that reads a trait into them, by trait.
    pub inferred: [u64; Trait::COUNT],
    /// Those of them about a person who has the trait.
    pub inferred_rightly: [u64; Trait::COUNT],
    /// Requests met with a privilege, by request and fifth of income.
    pub privileged_by_income: [[u64; 5]; Request::COUNT],
    /// Points by which a company's score moved the public one.
    pub fed: u64,
    /// Checks made.
    pub checks: u64,
    /// Checks that found what is not there.
    pub checks_wrong: u64,
    /// Violations by those whose tier opens doors.
    pub violations_trusted: u64,
    /// Acts left undone because they are punished, by matter.
    pub deterred: [u64; Matter::COUNT],
    /// Deeds put down by a camera to a wrong person and false alarms, by looks group of the victim.
    pub mistaken_by_looks: [u64; LOOKS],
    /// The same by sex of the victim: women, men.
    pub mistaken_by_sex: [u64; 2],
    /// Deeds that cameras look at, by size class of the city.
    pub camera_done: [u64; CLASSES],
    /// Those of them that cameras saw.
    pub camera_seen: [u64; CLASSES],
    /// Deeds that channels which follow attention look at: outside and inside the tenth of neighbourhoods
    /// most watched.
    pub patrolled: [u64; 2],
    /// Those of them that they saw.
    pub patrol_seen: [u64; 2],
    /// Entries onto the list.
    pub listed: u64,
    /// Exits from the list.
    pub unlisted: u64,
    /// Appeals filed.
    pub filed: u64,
    /// Appeals filed against a wrong sanction.
    pub filed_wrong: u64,
    /// Appeals upheld.
    pub upheld: u64,
    /// Appeals upheld against a wrong sanction.
    pub upheld_wrong: u64,
    /// Appeals rejected.
    pub rejected: u64,
    /// Appeals taken up and never answered.
    pub silent: u64,
    /// Appeals taken up when the sanction was over.
    pub lapsed: u64,
    /// Appeals taken up against a wrong sanction.
    pub taken_wrong: u64,
    /// Ticks that the appeals taken up had waited, summed.
    pub waited: u64,
    /// Sanctions that began.
    pub sanctions_begun: u64,
    /// Sanctions that ended, by death too.
    pub sanctions_ended: u64,
    /// Ticks that the sanctions that ended had lasted, summed.
    pub spell_weeks: u64,
    /// Sanctions that ended while wrong, or ceased to be wrong.
    pub wrongs_ended: u64,
    /// Ticks that they had been wrong, summed.
    pub wrong_weeks: u64,
    /// Person-ticks under a sanction, by its origin and the gravity of its cause; the last is "no cause
    /// known".
    pub sanction_weeks: [[u64; GRAVITIES]; Origin::COUNT],
    /// Ticks from the deed to the sanctions that began, summed.
    pub consequence_weeks: u64,
    /// Sanctions that began and that no human looked at.
    pub unreviewed: u64,
    /// Person-ticks on the list.
    pub listed_weeks: u64,
    /// Ticks from the beginning of a wrong to an appeal upheld against it, summed.
    pub remedy_weeks: u64,
    /// Corrections that a stale copy undid.
    pub corrections_undone: u64,
    /// Sanctions that a human stopped before they began.
    pub stopped: u64,
    /// Those of them that would have been wrong.
    pub stopped_wrong: u64,
    /// Requests refused because of the list.
    pub refused_listed: u64,
    /// Accounts closed.
    pub accounts_closed: u64,
    /// Deaths; as many births.
    pub deaths: u64,
    /// Ties cut when a sanction fell.
    pub ties_cut: u64,
    /// Trips not made for want of a seat or a room.
    pub trips_lost: u64,
    /// Persons who moved out of the regime's reach.
    pub left: u64,
    /// Jobs lost to a sanction.
    pub jobs_lost: u64,
    /// Couples parted.
    pub parted: u64,
    /// Couples paired.
    pub paired: u64,
}

/// Place of a matter among the kinds of posts: neutral, supportive, critical, investigative.
#[must_use]
pub const fn stance(matter: Matter) -> Option<usize> {
    match matter {
        Matter::NeutralPost => Some(0),
        Matter::SupportivePost => Some(1),
        Matter::CriticalPost => Some(2),
        Matter::InvestigativePost => Some(3),
        _ => None,
    }
}

/// Names of the kinds of posts.
pub const STANCES: [&str; 4] = ["neutral", "supportive", "critical", "investigative"];

/// Makes the functions that go over all counters, so that none can be forgotten.
macro_rules! counters {
    (flat: $($flat:ident),+; nested: $($nested:ident),+; single: $($single:ident),+) => {
        impl Default for Tally {
            fn default() -> Self {
                Self {
                    $($flat: std::array::from_fn(|_| 0),)+
                    $($nested: std::array::from_fn(|_| std::array::from_fn(|_| 0)),)+
                    $($single: 0),+
                }
            }
        }

        impl Tally {
            /// Adds another tally.
            pub fn add(&mut self, other: &Self) {
                let Self { $($flat,)+ $($nested,)+ $($single),+ } = other;
                $(for (mine, theirs) in self.$flat.iter_mut().zip($flat) { *mine += theirs; })+
                $(for (mine, theirs) in self.$nested.as_flattened_mut().iter_mut().zip($nested.as_flattened()) {
                    *mine += theirs;
                })+
                $(self.$single += $single;)+
            }

            /// All counters in a row.
            fn numbers(&self) -> Vec<u64> {
                let mut all = Vec::new();
                $(all.extend(&self.$flat);)+
                $(all.extend(self.$nested.as_flattened());)+
                all.extend([$(self.$single),+]);
                all
            }

            /// Sets all counters from such a row.
            fn put_numbers(&mut self, all: &[u64]) {
                let mut all = all.iter().copied();
                let mut put = |mine: &mut u64| *mine = all.next().unwrap_or(0);
                $(self.$flat.iter_mut().for_each(&mut put);)+
                $(self.$nested.as_flattened_mut().iter_mut().for_each(&mut put);)+
                $(put(&mut self.$single);)+
            }

            /// Sets every counter to zero.
            pub fn clear(&mut self) {
                $(self.$flat.fill(0);)+
                $(self.$nested.as_flattened_mut().fill(0);)+
                $(self.$single = 0;)+
            }
        }
    };
}

counters! {
    flat: deeds, seen, points_gained, requests, refused_rural, refused_wrongly, privileged, published, withheld,
        removed, deterred, mistaken_by_looks, mistaken_by_sex, camera_done, camera_seen, patrolled, patrol_seen,
        inferred, inferred_rightly,
        withheld_for_others, muted, silenced, reach, reach_lost;
    nested: privileged_by_income, entries, points_lost, refused, refused_by_income, sanction_weeks;
    single: fed, checks, checks_wrong, violations_trusted, accounts_closed, listed, unlisted, filed, filed_wrong, upheld, upheld_wrong, rejected, silent, lapsed, taken_wrong, waited, deaths, parted, paired, ties_cut, trips_lost, left, jobs_lost, sanctions_begun, sanctions_ended, spell_weeks, wrongs_ended, wrong_weeks, consequence_weeks, unreviewed, listed_weeks, refused_listed, remedy_weeks, corrections_undone, stopped, stopped_wrong
}

impl Saved for Tally {
    fn save(&self, to: &mut Saver) {
        let numbers = self.numbers();
        to.len(numbers.len()).all(&numbers);
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        let (mut tally, numbers) = (Self::default(), from.take::<Vec<u64>>()?);
        let wanted = tally.numbers().len();
        let told = || (format!("{} counters", numbers.len()), wanted.to_string());
        from.check(numbers.len() == wanted, told)?;
        tally.put_numbers(&numbers);
        Ok(tally)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tallies_add_counter_by_counter() {
        let mut one = Tally::default();
        one.deeds[3] = 2;
        one.entries[1][2] = 5;
        one.silent = 7;
        let mut both = one.clone();
        both.add(&one);
        assert_eq!((both.deeds[3], both.entries[1][2], both.silent), (4, 10, 14));
        both.add(&Tally::default());
        assert_eq!(both.deeds[3], 4);
        both.clear();
        assert_eq!(both, Tally::default());
    }
}
