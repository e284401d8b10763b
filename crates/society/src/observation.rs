//! Observation: the one place where truth becomes record.
//!
//! Model. (1) A channel that looks at the matter sees the deed with chance coverage × attention × (1 − miss).
//! (2) What is seen is ascribed: to somebody mistaken for the person, to a namesake with a file joined by
//! error, else to the person. Chances of error come from the channel, and for cameras from the recognition of
//! faces besides; at most one error befalls a deed. By `wrong_person` of a channel it is anybody else of the
//! same city, evenly; by a face somebody who looks alike ([`crate::watching::identification`]); by
//! `wrong_join` a namesake, evenly ([`crate::watching::joined_files`]), or anybody else of the same city
//! where the society joins no files; if there is nobody such, the person. (3) Of what is ascribed rightly, a
//! rule that reads a trait into the matter infers wrongly where the person does not have the trait. The
//! origin of an entry is that under the first rule about its matter.
//!
//! The traits: *dependency* is the fourth class of drinking; *parenthood* is being, in the household, the
//! parent of somebody under 3; *idleness* is being from 18 to 59 and without work.
//!
//! An [`Entry`] is all that goes on to the regime, less its origin, which only the laboratory knows.

use crate::watching::attention::{Factor, follows};
use crate::{City, Coverage, Origin, Sex, Society, Watch};
use demerit_kernel::{Chance, Luck};
use demerit_regime::{Channel, Matter};
use std::ops::Range;

demerit_kernel::stream! {
    /// What a channel sees, by channel.
    pub SEEN = 200, for Channel::COUNT
}

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
    /// Somebody of the same looks group and sex, taken for the person by a camera.
    ToLookAlike(u32, usize),
}

/// Where a deed is seen: the city and how much is watched there.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The city.
    pub city: &'a City,
    /// Place of the city among all.
    pub number: u16,
    /// How many times as much is watched here by channels that follow past records.
    pub attention: Factor,
}

impl Scene<'_> {
    /// The share of what is done here that a channel looks at: of those who use an app all, as far as they do
    /// not hide.
    pub fn share(&self, watch: &Watch) -> Chance {
        let watched =
            |chance: Chance| if follows(watch.channel) { self.attention.of(chance) } else { chance };
        match watch.coverage {
            Coverage::Deeds(share) => watched(share),
            Coverage::AppUsers => Chance::ONE,
            Coverage::CityCameras => watched(self.city.in_view),
        }
    }
}

/// What goes wrong when a deed is ascribed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Error {
    /// The channel takes anybody of the city for the person.
    Person,
    /// A face is taken for another.
    Face,
    /// The file of a namesake is taken for the person's.
    File,
}

/// What goes wrong, by an even word: faces with the chance `face`, which is asked for only below its highest.
///
/// Wrong persons and faces are at the low end of the word, wrong joins are at its high end: neither moves the
/// other.
#[inline]
fn error(watch: &Watch, most: Chance, face: impl FnOnce() -> Chance, word: u32) -> Option<Error> {
    let (word, person) = (u64::from(word), watch.wrong_person.raw());
    if word < person {
        Some(Error::Person)
    } else if word < person + most.raw() && word < person + face().raw() {
        Some(Error::Face)
    } else if word >= Chance::ONE.raw() - watch.wrong_join.raw() {
        Some(Error::File)
    } else {
        None
    }
}

/// The words by which a deed is surely ascribed to the right person, whoever did it: for any other see
/// [`ascribe`].
pub fn surely_right(society: &Society, watch: &Watch, scene: Scene<'_>) -> Range<u64> {
    let recognition = society.recognition.as_ref().filter(|_| watch.recognises_faces());
    let face = recognition.map_or(Chance::ZERO, |one| one.most(scene.number));
    watch.wrong_person.raw() + face.raw()..Chance::ONE.raw() - watch.wrong_join.raw()
}

/// Whom the channel ascribes a deed of `person`, of this sex and the kind `matter`, at a tick to.
#[inline]
pub fn ascribe(
    society: &Society,
    watch: &Watch,
    scene: Scene<'_>,
    (person, sex): (u32, Sex),
    (tick, matter): (u32, Matter),
    luck: Luck,
) -> Ascribed {
    let recognition = society.recognition.as_ref().filter(|_| watch.recognises_faces());
    let most = recognition.map_or(Chance::ZERO, |one| one.most(scene.number));
    let looks = || recognition.map_or(0, |one| one.looks_of(society, person));
    let face = || recognition.map_or(Chance::ZERO, |one| one.wrong(scene.number, looks(), sex));
    let other = match error(watch, most, face, luck.word(2)) {
        None => None,
        Some(Error::Person) => {
            anybody_else(scene.city, person, luck).map(|other| Ascribed::To(other, Origin::WrongPerson))
        }
        Some(Error::Face) => recognition.and_then(|one| {
            let (looks, when) = (looks(), (tick, matter as u32));
            let other = one.look_alike(society, scene.city, person, looks, sex, when);
            other.map(|other| Ascribed::ToLookAlike(other, looks))
        }),
        Some(Error::File) => {
            let namesake = match &society.namesakes {
                Some(namesakes) => namesakes.of(person, luck.word(3)),
                None => anybody_else(scene.city, person, luck),
            };
            namesake.map(|other| Ascribed::To(other, Origin::WrongJoin))
        }
    };
    other.unwrap_or(Ascribed::Rightly)
}

/// Anybody of the city but the person, evenly.
fn anybody_else(city: &City, person: u32, luck: Luck) -> Option<u32> {
    let others = city.persons.checked_sub(1).filter(|&others| others > 0)?;
    // The places after the person's move down by one.
    let other = city.first_person() + luck.below(3, others);
    Some(if other >= person { other + 1 } else { other })
}

#[cfg(test)]
mod tests {
    use super::*;

    const QUARTER: u32 = 1 << 30;

    fn city(persons: u32) -> City {
        City {
            name: "c001".into(),
            class: 0,
            first_block: 1,
            blocks: 1,
            persons,
            urban_persons: persons,
            residents: 1e6,
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
    fn a_channel_looks_at_its_share_of_the_scene() {
        let city = city(10);
        let scene = Scene { city: &city, number: 0, attention: Factor::ONE };
        assert_eq!(scene.share(&watch()), Chance::from_share(0.5));
        let app = Watch { coverage: Coverage::AppUsers, ..watch() };
        assert_eq!(scene.share(&app), Chance::ONE);
        assert_eq!(scene.share(&Watch::blind(Channel::Court)), Chance::ZERO);
    }

    #[test]
    fn attention_moves_what_follows_it_and_nothing_else() {
        let city = city(10);
        let scene = Scene { city: &city, number: 0, attention: Factor::of_mean(0.5, 0, u32::MAX) };
        assert!(scene.share(&watch()) < Chance::from_share(0.26));
        let half = Coverage::Deeds(Chance::from_share(0.5));
        let school = Watch { coverage: half, ..Watch::blind(Channel::School) };
        assert_eq!(scene.share(&school), Chance::from_share(0.5));
    }

    #[test]
    fn the_word_of_luck_tells_which_error_befalls() {
        let error_at = |word| error(&watch(), QUARTERS[1], || Chance::from_share(0.125), word);
        assert_eq!(error_at(QUARTER - 1), Some(Error::Person));
        assert_eq!(error_at(QUARTER), Some(Error::Face));
        assert_eq!(
            error_at(QUARTER + QUARTER / 2),
            None,
            "below the city's highest chance, above the person's own"
        );
        assert_eq!(error_at(3 * QUARTER - 1), None);
        assert_eq!(error_at(3 * QUARTER), Some(Error::File));
        let not_asked = || unreachable!("above the highest chance nobody's looks are asked for");
        assert_eq!(error(&watch(), QUARTERS[0], not_asked, 2 * QUARTER), None);
        assert_eq!(error(&Watch::blind(Channel::App), Chance::ZERO, not_asked, 0), None);
    }

    const QUARTERS: [Chance; 2] = match (Chance::from_raw(0), Chance::from_raw(1 << 30)) {
        (Some(none), Some(quarter)) => [none, quarter],
        _ => [Chance::ZERO; 2],
    };

    #[test]
    fn anybody_else_is_anybody_but_the_person() {
        let (city, last) = (city(10), Luck([0, 0, 0, u32::MAX]));
        let first = city.first_person();
        assert_eq!(anybody_else(&city, first, Luck([0; 4])), Some(first + 1));
        assert_eq!(anybody_else(&city, first + 3, Luck([0; 4])), Some(first));
        assert_eq!(anybody_else(&city, first, last), Some(first + 9));
        assert_eq!(anybody_else(&city, first + 9, last), Some(first + 8));
    }

    #[test]
    fn whoever_is_alone_is_never_mistaken() {
        assert_eq!(anybody_else(&city(1), 1024, Luck([0; 4])), None);
    }

    proptest::proptest! {
        #[test]
        fn an_error_of_one_kind_moves_no_other(person in 0.0..0.3f64, face in 0.0..0.3f64, join in 0.0..0.3f64, word: u32) {
            let chance = Chance::from_share;
            let of = |person, face, join| {
                let watch = Watch { wrong_person: chance(person), wrong_join: chance(join), ..watch() };
                error(&watch, chance(face), || chance(face), word)
            };
            let whole = of(person, face, join);
            proptest::prop_assert_eq!(whole == Some(Error::File), of(0.0, 0.0, join) == Some(Error::File));
            proptest::prop_assert_eq!(whole == Some(Error::Person), of(person, 0.0, 0.0) == Some(Error::Person));
            proptest::prop_assert_eq!(whole == Some(Error::Face), of(person, face, 0.0) == Some(Error::Face));
        }
    }
}
