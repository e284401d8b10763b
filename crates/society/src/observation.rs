//! Observation: the one place where truth becomes record.
//!
//! Model. (1) A channel that looks at the matter sees the deed with chance coverage × (1 − miss). (2) What is seen is ascribed: to somebody
//! mistaken for the person with chance `wrong_person`, to somebody with a file joined by error with chance `wrong_join`, else to the
//! person. The other is anybody else of the same city, evenly. (3) Of what is ascribed rightly, a rule that reads a trait
//! into the matter infers wrongly where the person does not have the trait.
//!
//! An [`Entry`] is all that goes on to the regime, less its origin, which only the laboratory knows.

use crate::attribution::Origin;
use crate::city::City;
use crate::watching::{Coverage, Watch};
use demerit_kernel::Luck;
use demerit_regime::{Channel, Matter};

/// What is written into a person's record, with the origin that the institution does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it says was done.
    pub matter: Matter,
    /// The channel that wrote it.
    pub channel: Channel,
    /// Whose deed it really was.
    pub origin: Origin,
}

/// Whom a deed that was seen is ascribed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ascribed {
    /// The one who did it.
    Rightly,
    /// Somebody else, by the error of this origin.
    To(u32, Origin),
}

/// Whether the channel sees a deed done in a city by a person who does or does not use apps that can be read.
#[must_use]
#[inline]
pub fn sees(watch: &Watch, city: &City, uses_apps: impl FnOnce() -> bool, luck: Luck) -> bool {
    let covered = match watch.coverage {
        Coverage::Deeds(share) => share.hits(luck.word(0)),
        Coverage::AppUsers => uses_apps(),
        Coverage::CityCameras => city.in_view.hits(luck.word(0)),
    };
    covered && !watch.miss.hits(luck.word(1))
}

/// Whom the channel ascribes a deed of `person` to.
#[must_use]
#[inline]
pub fn ascribe(watch: &Watch, city: &City, person: u32, luck: Luck) -> Ascribed {
    let word = u64::from(luck.word(2));
    let mistaken = watch.wrong_person.raw();
    let origin = if word < mistaken {
        Origin::WrongPerson
    } else if word < mistaken + watch.wrong_join.raw() {
        Origin::WrongJoin
    } else {
        return Ascribed::Rightly;
    };
    if city.persons < 2 {
        return Ascribed::Rightly;
    }
    // Anybody of the city but the person: the places after the person's move down by one.
    let place = luck.below(3, city.persons - 1);
    let other = city.first_person() + place;
    Ascribed::To(if other >= person { other + 1 } else { other }, origin)
}

#[cfg(test)]
mod tests {
    use super::*;
    use demerit_kernel::Chance;

    fn city(persons: u32) -> City {
        City {
            name: "c001".into(),
            class: 0,
            first_block: 1,
            blocks: 1,
            persons,
            urban_persons: persons,
            cameras: 100.0,
            in_view: Chance::from_share(0.5),
        }
    }

    fn watch() -> Watch {
        let mut watch = Watch::blind(Channel::Camera);
        watch.coverage = Coverage::CityCameras;
        watch.miss = Chance::from_share(0.25);
        watch.wrong_person = Chance::from_share(0.25);
        watch.wrong_join = Chance::from_share(0.25);
        watch
    }

    #[test]
    fn seen_by_hand() {
        let (low, high) = (0, u32::MAX);
        let not_asked = || unreachable!("cameras do not ask for apps");
        assert!(sees(&watch(), &city(10), not_asked, Luck([low, high, 0, 0])));
        assert!(!sees(&watch(), &city(10), not_asked, Luck([high, high, 0, 0])), "out of view");
        assert!(!sees(&watch(), &city(10), not_asked, Luck([low, low, 0, 0])), "missed");
        let app = Watch { coverage: Coverage::AppUsers, miss: Chance::ZERO, ..watch() };
        assert!(
            sees(&app, &city(10), || true, Luck([high, 0, 0, 0]))
                && !sees(&app, &city(10), || false, Luck([0; 4]))
        );
    }

    #[test]
    fn ascribed_by_hand() {
        let first = city(10).first_person();
        let quarter = 1u32 << 30;
        assert_eq!(
            ascribe(&watch(), &city(10), first, Luck([0, 0, 0, 0])),
            Ascribed::To(first + 1, Origin::WrongPerson)
        );
        assert_eq!(
            ascribe(&watch(), &city(10), first + 3, Luck([0, 0, quarter, 0])),
            Ascribed::To(first, Origin::WrongJoin)
        );
        assert_eq!(ascribe(&watch(), &city(10), first, Luck([0, 0, 2 * quarter, 0])), Ascribed::Rightly);
        let last = Luck([0, 0, 0, u32::MAX]);
        assert_eq!(ascribe(&watch(), &city(10), first, last), Ascribed::To(first + 9, Origin::WrongPerson));
        assert_eq!(
            ascribe(&watch(), &city(10), first + 9, last),
            Ascribed::To(first + 8, Origin::WrongPerson)
        );
    }

    #[test]
    fn whoever_is_alone_is_never_mistaken() {
        assert_eq!(ascribe(&watch(), &city(1), 1024, Luck([0; 4])), Ascribed::Rightly);
    }
}
