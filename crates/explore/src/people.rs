//! People: who lives where at the beginning of each year, so that a cell can be asked who it is.
//!
//! Model: age, sex, occupation and fifth of the income distribution are kept once a year, of the first world.
//! Whoever is born during a year is told of from the next one on.

use super::map::Map;
use demerit_engine::World;
use demerit_kernel::{LANES, Tick};
use demerit_society::conduct::habit::Sex;
use demerit_society::population::person::Occupation;
use demerit_society::{Chunk, TICKS_PER_YEAR};
use rayon::prelude::*;
use serde::Serialize;

/// Who a person is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Portrait {
    /// Age in years.
    pub age: u32,
    /// `female` or `male`.
    pub sex: &'static str,
    /// Persons in the household.
    pub household: u32,
    /// Occupation.
    pub occupation: &'static str,
    /// Name of the city.
    pub city: String,
    /// `urban` or `rural`.
    pub residence: &'static str,
    /// Fifth of the income distribution, 1 the poorest to 5 the richest.
    pub income_fifth: u32,
}

/// Traits of a person that fit a word: the week of birth, and the rest in a byte each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Traits {
    born: i16,
    sex: Sex,
    occupation: Occupation,
    fifth: u8,
}

/// Everybody at the beginning of a year.
pub(super) struct Year(Vec<Traits>);

/// Everybody, year by year.
pub(super) struct People {
    /// Who lives where at the beginning of each year.
    pub(super) years: Vec<Year>,
    /// Persons in the household of everybody, which stay what they are.
    pub(super) households: Vec<u8>,
}

impl Year {
    /// Bytes for this many persons.
    pub(super) fn bytes(persons: u32) -> u64 {
        size_of::<Traits>() as u64 * u64::from(persons)
    }

    /// Those who live in a world at the end of a week.
    pub(super) fn of(world: &World, tick: Tick) -> Self {
        let chunks: Vec<&Chunk> = world.chunks().collect();
        let parts: Vec<Vec<Traits>> = chunks.par_iter().map(|chunk| traits(world, chunk, tick)).collect();
        Self(parts.concat())
    }
}

fn traits(world: &World, chunk: &Chunk, tick: Tick) -> Vec<Traits> {
    let society = &world.society;
    let of = |at: usize| {
        let number = chunk.first_person() + at as u32;
        let person = society.person(number, chunk.born[at], chunk.habits_of(at));
        let marks = &chunk.tables[at / LANES as usize].marks;
        let fifth = society.income_fifth(&person, society.pattern(number / LANES), marks, tick);
        Traits { born: chunk.born[at], sex: person.sex(), occupation: person.occupation(tick), fifth }
    };
    (0..chunk.persons()).map(of).collect()
}

/// Persons in the household of everybody.
pub(super) fn households(world: &World) -> Vec<u8> {
    let society = &world.society;
    let size = |number: u32| society.pattern(number / LANES)[(number % LANES) as usize].size;
    (0..society.persons).map(size).collect()
}

impl People {
    /// Who a person is in a week.
    pub(super) fn person(&self, map: &Map, number: u32, tick: u32) -> Option<Portrait> {
        let year = ((tick / TICKS_PER_YEAR) as usize).min(self.years.len().checked_sub(1)?);
        let traits = self.years[year].0.get(number as usize)?;
        let city = map.cities.get(map.neighbourhoods.get((number / LANES) as usize)?.city as usize)?;
        let first = city.first_neighbourhood * LANES;
        let weeks = demerit_society::population::life::age_weeks(traits.born, Tick(tick));
        Some(Portrait {
            age: weeks / TICKS_PER_YEAR,
            sex: traits.sex.name(),
            household: self.households.get(number as usize).copied().unwrap_or(1).into(),
            occupation: traits.occupation.name(),
            city: city.name.clone(),
            residence: if number - first < city.urban_persons { "urban" } else { "rural" },
            income_fifth: u32::from(traits.fifth) + 1,
        })
    }
}
