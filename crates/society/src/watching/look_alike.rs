//! Look-alikes: whom a camera takes somebody for.
//!
//! Model: persons of a household look alike in the sense of [`crate::watching::identification`]; whoever is
//! taken for somebody is drawn among persons of the same city, looks group and sex at the start.
//!
//! Symbols: none. Source: our assumption, see there. Leaves out: resemblance beyond the group.

use crate::{City, Recognition, Sex, Society};
use demerit_kernel::LANES;

demerit_kernel::stream! {
    /// Who is taken for somebody who looks alike.
    pub LOOK_ALIKE = 21;
}

/// Words that a search for somebody alike may use up.
const TRIES: u32 = 128;

impl Recognition {
    /// The looks group of a person.
    pub fn looks_of(&self, society: &Society, person: u32) -> usize {
        let place = society.pattern(person / LANES)[(person % LANES) as usize];
        self.looks(&society.draws, person / LANES * LANES + u32::from(place.start))
    }

    /// Somebody else of the city who looks alike and is of this sex, for the `matter`-th kind of deed at a
    /// tick.
    pub fn look_alike(
        &self,
        society: &Society,
        city: &City,
        person: u32,
        looks: usize,
        sex: Sex,
        (tick, matter): (u32, u32),
    ) -> Option<u32> {
        (0..TRIES).find_map(|number| {
            let index = matter * TRIES + number / 4;
            let luck = society.draws.luck(LOOK_ALIKE, person, tick, index);
            let other = city.first_person() + luck.below((number % 4) as usize, city.persons);
            (other != person && self.looks_of(society, other) == looks && society.sex_at_start(other) == sex)
                .then_some(other)
        })
    }
}
