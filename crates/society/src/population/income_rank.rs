//! Income rank: the place of a person in the distribution of income, with what the childhood left.
//!
//! Model: that of [`crate::consequences::upbringing`], for a person, for a neighbourhood at once, and for a
//! birth.
//!
//! Symbols: places in [0, 1), or in 1/256; fifths from 0, the poorest. Source: see there. Leaves out:
//! hardship of one's own.

use crate::consequences::upbringing::{UPBRINGING, below, byte, grows_up};
use crate::population::income::{log_left, normal_of_byte};
use crate::population::person::TRAIT;
use crate::{ADULT, BirthWeek, Habits, Marks, Person, Place, Role, Society, age_years, generation};
use demerit_kernel::{LANES, Tick};
use std::sync::LazyLock;

/// A fifth of [0, 1).
fn fifth(rank: f64) -> u8 {
    (rank * 5.0).min(4.0) as u8
}

/// The place of a couple whose own places are these two bytes, in 1/256: a look at a table, since every child
/// has parents.
fn couple(one: u8, other: u8) -> u8 {
    static TABLE: LazyLock<Vec<u8>> = LazyLock::new(|| {
        let of = |pair: u16| {
            let [one, other] = pair.to_le_bytes().map(normal_of_byte);
            byte(below((one + other) / std::f64::consts::SQRT_2))
        };
        (0..=u16::MAX).map(of).collect()
    });
    TABLE[usize::from(u16::from_le_bytes([one, other]))]
}

/// The place, in 1/256, of the first couple of the household of a lane, from the own places at the start.
fn of_first_couple(pattern: &[Place], lane: u32, own: impl Fn(u32) -> u8) -> u8 {
    let place = pattern[lane as usize];
    let first = u32::from(place.start);
    if place.size > 1 && pattern[usize::from(place.start) + 1].role == Role::Partner {
        couple(own(first), own(first + 1))
    } else {
        byte(below(normal_of_byte(own(first))))
    }
}

impl Society {
    /// Place in the distribution of income of a person of a neighbourhood, 0 to 1.
    pub fn income_rank(&self, person: &Person<'_>, pattern: &[Place], marks: &Marks, tick: Tick) -> f64 {
        match &self.consequences.upbringing {
            Some(figures) if grows_up(person.born) => {
                let lane = (person.number % LANES) as u16;
                let known = marks.upbringing.get(lane);
                let parents =
                    known.map_or_else(|| self.parents_at_start(person.number, pattern), |one| one.parents);
                if person.age(tick) < ADULT {
                    return (f64::from(parents) + 0.5) / 256.0;
                }
                figures.rank(parents, byte(person.income_rank()), known.map_or(0, |one| one.schooling))
            }
            _ => person.income_rank(),
        }
    }

    /// Fifth of the distribution of income of a person of a neighbourhood, 0 the poorest.
    #[inline]
    pub fn income_fifth(&self, person: &Person<'_>, pattern: &[Place], marks: &Marks, tick: Tick) -> u8 {
        if self.consequences.upbringing.is_none() || !grows_up(person.born) {
            return person.income_fifth();
        }
        fifth(self.income_rank(person, pattern, marks, tick))
    }

    /// The parents' place in the distribution of income, in 1/256, of whoever was a child at the start: that
    /// of the first couple then.
    pub fn parents_at_start(&self, child: u32, pattern: &[Place]) -> u8 {
        let at_start = |lane: u32| {
            byte(Person::of_start(&self.traits, &self.draws, child / LANES * LANES + lane).income_rank())
        };
        of_first_couple(pattern, child % LANES, at_start)
    }

    /// Persons of a neighbourhood by fifth of the distribution of income, the poorest first: those of
    /// [`Society::income_fifth`].
    pub fn income_fifths(
        &self,
        first_person: u32,
        born: &[BirthWeek],
        pattern: &[Place],
        marks: &Marks,
        tick: Tick,
    ) -> [u64; 5] {
        let mut words = [[0; LANES as usize]; 4];
        self.draws.luck_of_run(TRAIT, first_person, [0, 0], words.each_mut().map(|words| &mut words[..]));
        let own = &words[0];
        let runs = self.consequences.upbringing.is_some();
        let mut fifths = [0; 5];
        for (lane, &born) in born.iter().enumerate() {
            let fifth = if born < 0 && !(runs && grows_up(born)) {
                ((u64::from(own[lane]) * 5) >> 32) as u8
            } else if born < 0 && age_years(born, tick) < ADULT && marks.upbringing.get(lane as u16).is_none()
            {
                let parents = of_first_couple(pattern, lane as u32, |lane| (own[lane as usize] >> 24) as u8);
                fifth((f64::from(parents) + 0.5) / 256.0)
            } else {
                let person = self.person(first_person + lane as u32, born, Habits::default());
                self.income_fifth(&person, pattern, marks, tick)
            };
            fifths[usize::from(fifth)] += 1;
        }
        fifths
    }

    /// The parents' place of whoever is born into a household in which these persons, with the share of
    /// income that each lost, in 1/255, are the parents, at most two; drawn where there are none.
    pub fn parents_at_birth(&self, child: u32, born: BirthWeek, parents: &[(f64, u8)]) -> u8 {
        let counts = self.consequences.upbringing.is_some_and(|figures| figures.standing);
        let sigma = self.traits.income_sigma;
        let z = |&(rank, lost): &(f64, u8)| {
            let gone = if counts { log_left(sigma, lost) } else { 0.0 };
            normal_of_byte(byte(rank)) + gone
        };
        match parents {
            [] => (self.draws.luck(UPBRINGING, child, 0, generation(born)).word(0) >> 24) as u8,
            [one] => byte(below(z(one)).min(0.999)),
            [one, other, ..] => byte(below((z(one) + z(other)) / std::f64::consts::SQRT_2).min(0.999)),
        }
    }
}
