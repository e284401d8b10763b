//! The groups that persons are counted by: everybody, and parts by sex, residence, age, income and when their city came under the regime.

use crate::view::View;
use demerit_kernel::LANES;
use demerit_society::conduct::habit::Sex;
use demerit_society::{Chunk, TICKS_PER_YEAR};
use std::ops::{Index, IndexMut};

/// A group of persons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Everybody.
    All,
    /// Women and girls.
    Female,
    /// Men and boys.
    Male,
    /// Residents of the urban part of a city.
    Urban,
    /// Residents of the rural part of a city.
    Rural,
    /// Younger than 18 years.
    Minor,
    /// From 18 to 39.
    Young,
    /// From 40 to 59.
    Middle,
    /// From 60 on.
    Old,
    /// The poorest fifth of income.
    Poorest,
    /// The second fifth.
    Second,
    /// The third fifth.
    Third,
    /// The fourth fifth.
    Fourth,
    /// The richest fifth.
    Richest,
    /// Residents of the cities that come first under the regime.
    Pilot,
    /// Residents of all other cities.
    Later,
}

impl Group {
    /// All groups, in the order in which tables have them.
    pub const ALL: [Self; 16] = [
        Self::All,
        Self::Female,
        Self::Male,
        Self::Urban,
        Self::Rural,
        Self::Minor,
        Self::Young,
        Self::Middle,
        Self::Old,
        Self::Poorest,
        Self::Second,
        Self::Third,
        Self::Fourth,
        Self::Richest,
        Self::Pilot,
        Self::Later,
    ];
    const FIFTHS: [Self; 5] = [Self::Poorest, Self::Second, Self::Third, Self::Fourth, Self::Richest];

    /// Its name in tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Female => "sex:female",
            Self::Male => "sex:male",
            Self::Urban => "residence:urban",
            Self::Rural => "residence:rural",
            Self::Minor => "age:0-17",
            Self::Young => "age:18-39",
            Self::Middle => "age:40-59",
            Self::Old => "age:60+",
            Self::Poorest => "income:1",
            Self::Second => "income:2",
            Self::Third => "income:3",
            Self::Fourth => "income:4",
            Self::Richest => "income:5",
            Self::Pilot => "wave:pilot",
            Self::Later => "wave:later",
        }
    }

    /// The group of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.name() == name)
    }

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
pub struct ByGroup([u64; Group::ALL.len()]);

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
        &self.0[group as usize]
    }
}

impl IndexMut<Group> for ByGroup {
    fn index_mut(&mut self, group: Group) -> &mut u64 {
        &mut self.0[group as usize]
    }
}

/// The groups that a person belongs to.
pub(crate) fn groups_of(view: &View<'_>, chunk: &Chunk, at: usize, block: u32) -> [Group; 6] {
    let number = chunk.first_person() + at as u32;
    let person = view.society.person(number, chunk.born[at], chunk.habits_of(at));
    let marks = &chunk.tables[at / LANES as usize].marks;
    let fifth = view.society.income_fifth(&person, view.society.pattern(block), marks, view.tick);
    [
        Group::All,
        Group::of_sex(person.sex()),
        Group::of_residence(view.society.cities.of_block(block).is_urban(number)),
        Group::of_age(person.age(view.tick)),
        Group::FIFTHS[usize::from(fifth)],
        Group::of_wave(view.is_pilot(block)),
    ]
}

/// Persons in each group.
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

/// Counts a neighbourhood's persons by group: those of [`groups_of`], without asking each person for all of them.
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
