//! The groups that persons are counted by: everybody, and parts by sex, residence, age, income, looks and
//! when their city came under the regime.

use crate::counting::view::View;
use demerit_kernel::LANES;
use demerit_society::conduct::habit::Sex;
use demerit_society::watching::identification::LOOKS;
use demerit_society::{Chunk, Society, TICKS_PER_YEAR};
use std::ops::{Index, IndexMut};

demerit_kernel::named! {
    /// A group of persons; tables have them in this order.
    Group {
        /// Everybody.
        All = "all",
        /// Women and girls.
        Female = "sex:female",
        /// Men and boys.
        Male = "sex:male",
        /// Residents of the urban part of a city.
        Urban = "residence:urban",
        /// Residents of the rural part of a city.
        Rural = "residence:rural",
        /// Younger than 18 years.
        Minor = "age:0-17",
        /// From 18 to 39.
        Young = "age:18-39",
        /// From 40 to 59.
        Middle = "age:40-59",
        /// From 60 on.
        Old = "age:60+",
        /// The poorest fifth of income.
        Poorest = "income:1",
        /// The second fifth.
        Second = "income:2",
        /// The third fifth.
        Third = "income:3",
        /// The fourth fifth.
        Fourth = "income:4",
        /// The richest fifth.
        Richest = "income:5",
        /// Of the first looks group, as face recognition has them; nobody is, where there is none.
        LooksOne = "looks:1",
        /// Of the second.
        LooksTwo = "looks:2",
        /// Of the third.
        LooksThree = "looks:3",
        /// Residents of the cities that come first under the regime.
        Pilot = "wave:pilot",
        /// Residents of all other cities.
        Later = "wave:later",
    }
}

impl Group {
    const FIFTHS: [Self; 5] = [Self::Poorest, Self::Second, Self::Third, Self::Fourth, Self::Richest];

    const LOOKS: [Self; LOOKS] = [Self::LooksOne, Self::LooksTwo, Self::LooksThree];

    const fn of_sex(sex: Sex) -> Self {
        match sex {
            Sex::Female => Self::Female,
            Sex::Male => Self::Male,
        }
    }

    const fn of_residence(is_urban: bool) -> Self {
        if is_urban { Self::Urban } else { Self::Rural }
    }

    const fn of_age(years: u32) -> Self {
        match years {
            0..=17 => Self::Minor,
            18..=39 => Self::Young,
            40..=59 => Self::Middle,
            _ => Self::Old,
        }
    }

    const fn of_wave(is_pilot: bool) -> Self {
        if is_pilot { Self::Pilot } else { Self::Later }
    }
}

/// A count for each group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ByGroup([u64; Group::COUNT]);

impl ByGroup {
    /// The groups with their counts.
    pub fn all(&self) -> impl Iterator<Item = (Group, u64)> {
        Group::ALL.into_iter().zip(self.0)
    }

    /// Adds the counts of other persons.
    pub fn add(&mut self, other: &Self) {
        self.0.iter_mut().zip(other.0).for_each(|(mine, theirs)| *mine += theirs);
    }
}

impl Index<Group> for ByGroup {
    type Output = u64;

    fn index(&self, group: Group) -> &u64 {
        &self.0[group.index()]
    }
}

impl IndexMut<Group> for ByGroup {
    fn index_mut(&mut self, group: Group) -> &mut u64 {
        &mut self.0[group.index()]
    }
}

/// The groups that a person belongs to.
pub(crate) fn groups_of(
    view: &View<'_>,
    chunk: &Chunk,
    at: usize,
    block: u32,
) -> impl Iterator<Item = Group> + use<> {
    let number = chunk.first_person() + at as u32;
    let person = view.society.person(number, chunk.born[at], chunk.habits_of(at));
    let marks = &chunk.tables[at / LANES as usize].marks;
    let fifth = view.society.income_fifth(&person, view.society.pattern(block), marks, view.tick);
    let looks = view.society.recognition.as_ref().map(|one| one.looks_of(view.society, number));
    let groups = [
        Group::All,
        Group::of_sex(person.sex()),
        Group::of_residence(view.society.cities.of_block(block).is_urban(number)),
        Group::of_age(person.age(view.tick)),
        Group::FIFTHS[usize::from(fifth)],
        Group::of_wave(view.is_pilot(block)),
    ];
    groups.into_iter().chain(looks.map(|looks| Group::LOOKS[looks]))
}

/// Persons in each group, but for those of looks: see [`population_by_looks`].
#[must_use]
pub fn population(view: &View<'_>, chunks: &[&Chunk]) -> ByGroup {
    let mut whole = ByGroup::default();
    for chunk in chunks {
        for block in 0..chunk.tables.len() {
            count_block(view, chunk, block, &mut whole);
        }
    }
    whole
}

/// Counts a neighbourhood's persons by group: those of [`groups_of`], without asking each person for all of
/// them.
fn count_block(view: &View<'_>, chunk: &Chunk, block: usize, whole: &mut ByGroup) {
    let number = chunk.first_block.0 + block as u32;
    let from = block * LANES as usize;
    let born = &chunk.born[from..(from + LANES as usize).min(chunk.persons())];
    let here = born.len() as u64;
    let males = u64::from(chunk.habits[block].males().count());
    let city = view.society.cities.of_block(number);
    let beyond = (number - city.first_block) * LANES;
    let urban = u64::from(city.urban_persons.saturating_sub(beyond)).min(here);
    // Whoever is younger than these years is born after a week.
    let younger = |years: u32| {
        let week = i64::from(view.tick.0) - i64::from(years * TICKS_PER_YEAR);
        born.iter().filter(|&&born| i64::from(born) > week).count() as u64
    };
    let (minor, young, older) = (younger(18), younger(40), younger(60));
    let (pattern, marks) = (view.society.pattern(number), &chunk.tables[block].marks);
    let fifths = view.society.income_fifths(number * LANES, born, pattern, marks, view.tick);
    let counts = [
        (Group::All, here),
        (Group::Female, here - males),
        (Group::Male, males),
        (Group::Urban, urban),
        (Group::Rural, here - urban),
        (Group::Minor, minor),
        (Group::Young, young - minor),
        (Group::Middle, older - young),
        (Group::Old, here - older),
        (Group::of_wave(view.is_pilot(number)), here),
    ];
    for (group, count) in counts.into_iter().chain(Group::FIFTHS.into_iter().zip(fifths)) {
        whole[group] += count;
    }
}

/// Persons in each looks group, and in no other. Who looks how follows from where they live, and stays.
#[must_use]
pub fn population_by_looks(society: &Society) -> ByGroup {
    let mut whole = ByGroup::default();
    let Some(recognition) = &society.recognition else { return whole };
    for block in 0..society.blocks() {
        let (first, pattern) = (block * LANES, society.pattern(block));
        let here = (society.persons - first).min(LANES);
        let mut lane = 0;
        while lane < here {
            // Those of a household look alike.
            let place = pattern[lane as usize];
            let looks = recognition.looks(&society.draws, first + u32::from(place.start));
            let next = (lane + u32::from(place.size).max(1)).min(here);
            whole[Group::LOOKS[looks]] += u64::from(next - lane);
            lane = next;
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_of_its_group_and_every_count_in_its_place() {
        for (place, group) in Group::ALL.into_iter().enumerate() {
            assert_eq!(Group::named(group.name()), Some(group));
            assert_eq!(group as usize, place);
        }
        assert_eq!(Group::named("sex:none"), None);
    }
}
