//! Tally: counts of what happened in a world, summed over everybody and exact.
//!
//! All counters are whole numbers, so that adding the tallies of parts in any order gives the same. A tally
//! belongs to a period and is emptied when the measures of the period have been taken.

use crate::{Deed, GRAVITIES, LOOKS, Origin};
use demerit_kernel::{Loader, Saved, Saver, Unfit};
use demerit_regime::{Channel, Domain, Matter, Request, Trait};

/// Counters by cause: the domains, and beyond them "no rule".
pub const CAUSES: usize = Domain::COUNT + 1;

/// Size classes of cities that are counted apart; the last counts all beyond.
pub const CLASSES: usize = 12;

/// Ages in weeks that are counted apart, up to ten years; the last counts all beyond.
pub const AGES: usize = 521;

demerit_kernel::named! {
    /// What lasts for some weeks.
    Lasting {
        /// That somebody is under a sanction.
        Sanction = "sanction",
        /// That a sanction is wrong.
        Wrong = "wrong",
        /// That an appeal waits.
        Appeal = "appeal",
    }
}

demerit_kernel::named! {
    /// The stance of a post on public affairs.
    Stance {
        /// None.
        Neutral = "neutral",
        /// It supports the authorities.
        Supportive = "supportive",
        /// It criticises them.
        Critical = "critical",
        /// It reveals something about them.
        Investigative = "investigative",
    }
}

impl Stance {
    /// The stance of a kind of conduct; `None` where it is no post.
    pub const fn of(matter: Matter) -> Option<Self> {
        match matter {
            Matter::NeutralPost => Some(Self::Neutral),
            Matter::SupportivePost => Some(Self::Supportive),
            Matter::CriticalPost => Some(Self::Critical),
            Matter::InvestigativePost => Some(Self::Investigative),
            _ => None,
        }
    }

    /// Whether the authorities would rather not read it.
    pub const fn is_critical(self) -> bool {
        matches!(self, Self::Critical | Self::Investigative)
    }
}

/// Makes the tally and the functions that go over all its counters, so that none can be forgotten. The order
/// is that in which they are saved.
macro_rules! counters {
    ($($(#[$doc:meta])* $name:ident: $kind:ty,)+) => {
        /// Counts of a period.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct Tally { $($(#[$doc])* pub $name: $kind,)+ }

        impl Tally {
            /// Goes over all counters in a row.
            fn visit(&mut self, mut change: impl FnMut(&mut u64)) {
                $(self.$name.visit(&mut change);)+
            }
        }

        impl Default for Tally {
            fn default() -> Self {
                Self { $($name: <$kind>::NONE,)+ }
            }
        }
    };
}

counters! {
    /// Deeds done, by kind.
    deeds: [u64; Deed::COUNT],
    /// Deeds that reached somebody's record, by matter.
    seen: [u64; Matter::COUNT],
    /// Points gained, by domain of the cause.
    points_gained: [u64; Domain::COUNT],
    /// Requests made.
    requests: [u64; Request::COUNT],
    /// Requests refused to country people, by request.
    refused_rural: [u64; Request::COUNT],
    /// Requests refused to persons whose deserved record would not have been refused, by request.
    refused_wrongly: [u64; Request::COUNT],
    /// Requests met of persons whose deserved record would have been refused, by request.
    met_wrongly: [u64; Request::COUNT],
    /// Requests met with a privilege.
    privileged: [u64; Request::COUNT],
    /// Posts published, in the order of the matters of posts.
    published: [u64; Stance::COUNT],
    /// Posts withheld.
    withheld: [u64; Stance::COUNT],
    /// Posts removed.
    removed: [u64; Stance::COUNT],
    /// Acts left undone because they are punished, by matter.
    deterred: [u64; Matter::COUNT],
    /// Deeds put down by a camera to a wrong person and false alarms, by looks group of the victim.
    mistaken_by_looks: [u64; LOOKS],
    /// The same by sex of the victim: women, men.
    mistaken_by_sex: [u64; 2],
    /// Deeds that cameras look at, by size class of the city.
    camera_done: [u64; CLASSES],
    /// Those of them that cameras saw.
    camera_seen: [u64; CLASSES],
    /// Deeds that channels which follow attention look at: outside and inside the tenth of neighbourhoods
    /// most watched.
    patrolled: [u64; 2],
    /// Those of them that they saw.
    patrol_seen: [u64; 2],
    /// Entries under a rule that reads a trait into them, by trait.
    inferred: [u64; Trait::COUNT],
    /// Those of them about a person who has the trait.
    inferred_rightly: [u64; Trait::COUNT],
    /// Posts withheld for the sake of others.
    withheld_for_others: [u64; Stance::COUNT],
    /// Posts that private opinion alone would bring; the same in every twin.
    meant: [u64; Stance::COUNT],
    /// Those of them left unsaid because few say the like.
    muted: [u64; Stance::COUNT],
    /// Posts beyond them, for which somebody made up his mind because many say the like.
    roused: [u64; Stance::COUNT],
    /// Posts beyond them, for which somebody made up his mind because they bring points.
    played: [u64; Stance::COUNT],
    /// Posts that a closed account kept from being published.
    silenced: [u64; Stance::COUNT],
    /// Readers reached, by stance.
    reach: [u64; Stance::COUNT],
    /// Readers not reached, in the order of [`crate::reactions::account::Loss`].
    reach_lost: [u64; 3],
    /// Requests met with a privilege, by request and fifth of income.
    privileged_by_income: [[u64; 5]; Request::COUNT],
    /// Entries written, by channel and origin, whatever a regime made of them.
    entries: [[u64; Origin::COUNT]; Channel::COUNT],
    /// Points lost, by domain of the cause and origin.
    points_lost: [[u64; Origin::COUNT]; Domain::COUNT],
    /// Requests refused, by request and domain of the cause.
    refused: [[u64; CAUSES]; Request::COUNT],
    /// Requests refused, by request and fifth of income.
    refused_by_income: [[u64; 5]; Request::COUNT],
    /// Person-ticks under a sanction, by its origin and the gravity of its cause; the last is "no cause
    /// known".
    sanction_weeks: [[u64; GRAVITIES]; Origin::COUNT],
    /// Points by which a company's score moved the public one.
    fed: u64,
    /// Checks made.
    checks: u64,
    /// Checks that found what is not there.
    checks_wrong: u64,
    /// Violations by those whose tier opens doors.
    violations_trusted: u64,
    /// Accounts closed.
    accounts_closed: u64,
    /// Entries onto the list.
    listed: u64,
    /// Exits from the list.
    unlisted: u64,
    /// Appeals filed.
    filed: u64,
    /// Appeals filed against a wrong sanction.
    filed_wrong: u64,
    /// Appeals upheld.
    upheld: u64,
    /// Appeals upheld against a wrong sanction.
    upheld_wrong: u64,
    /// Appeals rejected.
    rejected: u64,
    /// Appeals taken up and never answered.
    silent: u64,
    /// Appeals taken up when the sanction was over.
    lapsed: u64,
    /// Appeals taken up against a wrong sanction.
    taken_wrong: u64,
    /// Deaths; as many births.
    deaths: u64,
    /// Couples parted.
    parted: u64,
    /// Couples paired.
    paired: u64,
    /// Ties cut when a sanction fell.
    ties_cut: u64,
    /// Trips not made for want of a seat or a room.
    trips_lost: u64,
    /// Persons who moved out of the regime's reach.
    left: u64,
    /// Jobs lost to a sanction.
    jobs_lost: u64,
    /// Sanctions that began.
    sanctions_begun: u64,
    /// Ticks of what lasts and went on in the tick, by its age: sanctions, wrongs of sanctions, appeals that
    /// wait while a regime hears them.
    went_on: [[u64; AGES]; Lasting::COUNT],
    /// What ended, by its age: by death too, and a wrong also where the sanction ceased to be wrong.
    ended: [[u64; AGES]; Lasting::COUNT],
    /// Ticks from the deed to the sanctions that began, summed.
    consequence_weeks: u64,
    /// Sanctions that began and that no human looked at.
    unreviewed: u64,
    /// Person-ticks on the list.
    listed_weeks: u64,
    /// Requests refused because of the list.
    refused_listed: u64,
    /// Ticks from the beginning of a wrong to an appeal upheld against it, summed.
    remedy_weeks: u64,
    /// Corrections that a stale copy undid.
    corrections_undone: u64,
    /// Sanctions that a human stopped before they began.
    stopped: u64,
    /// Those of them that would have been wrong.
    stopped_wrong: u64,
}

impl Tally {
    /// Adds another tally.
    pub fn add(&mut self, other: &Self) {
        let numbers = other.numbers();
        let mut numbers = numbers.iter();
        self.visit(|mine| *mine += numbers.next().unwrap_or(&0));
    }

    /// Something that lasts goes on in this tick, so many weeks after it began.
    #[inline]
    pub fn goes_on(&mut self, what: Lasting, weeks: u32) {
        self.went_on[what.index()][age(weeks)] += 1;
    }

    /// Something ends in this tick, so many weeks after it began.
    #[inline]
    pub fn ends(&mut self, what: Lasting, weeks: u32) {
        self.ended[what.index()][age(weeks)] += 1;
    }

    /// How many ended.
    #[must_use]
    pub fn ended_all(&self, what: Lasting) -> u64 {
        self.ended[what.index()].iter().sum()
    }

    /// Weeks that those had lasted, summed; too few where one lasted beyond the last age.
    #[must_use]
    pub fn ended_weeks(&self, what: Lasting) -> u64 {
        (0..).zip(&self.ended[what.index()]).map(|(weeks, count)| weeks * count).sum()
    }

    /// Sets every counter to zero.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    fn numbers(&self) -> Vec<u64> {
        let mut all = Vec::new();
        self.clone().visit(|number| all.push(*number));
        all
    }
}

/// The place of an age.
const fn age(weeks: u32) -> usize {
    if weeks < AGES as u32 { weeks as usize } else { AGES - 1 }
}

/// A number, or numbers by some order.
trait Counter {
    /// Nothing counted.
    const NONE: Self;

    fn visit(&mut self, change: &mut impl FnMut(&mut u64));
}

impl Counter for u64 {
    const NONE: Self = 0;

    fn visit(&mut self, change: &mut impl FnMut(&mut u64)) {
        change(self);
    }
}

impl<T: Counter, const N: usize> Counter for [T; N] {
    const NONE: Self = [T::NONE; N];

    fn visit(&mut self, change: &mut impl FnMut(&mut u64)) {
        self.iter_mut().for_each(|one| one.visit(change));
    }
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
        let mut numbers = numbers.into_iter();
        tally.visit(|counter| *counter = numbers.next().unwrap_or(0));
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
