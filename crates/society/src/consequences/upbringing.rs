//! Upbringing: what a childhood leaves for life, from parents' income, from schools, and in whose shadow.
//!
//! Model. Whoever was a child at the start or was born since has, once grown up, the place in the distribution of income Φ(z) with
//! z = β·z_parents + √(1 − β²)·e + gain·schooling; e is the person's own standard normal draw, and z_parents = (z₁ + z₂)/√2 that of the
//! household's first couple, at the start or at the birth (of one of them, or of any adult there, where no more live; drawn where none
//! does). Income that the parents had lost by then counts as lost, if the parents' standing matters. Until then a child's place is the
//! parents'. A place at a better school that is refused to an adult of the household takes one step of schooling from every pupil
//! there, a privilege gives one. A childhood lies in the shadow if a parent was under a sanction in it.
//!
//! Symbols: places in 1/256; β and gain in standard deviations of log income, gain per step; schooling in steps, `most` at the most.
//! Sources: Fan and Zhang (2021) for β; gain and most are our assumption. Leaves out: wealth, health, the neighbourhood.

use crate::conduct::habit::Habits;
use crate::consequences::Marks;
use crate::population::household::{Place, Role};
use crate::population::income::{log_left, normal_of_byte};
use crate::population::life::{BirthWeek, age_years, generation};
use crate::population::person::{ADULT, Person};
use crate::state::grow;
use crate::{Society, TICKS_PER_YEAR, stream};
use demerit_kernel::{Digest, LANES, Loader, Saved, Saver, Tick, Unfit};
use std::sync::LazyLock;

/// How much a childhood counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Upbringing {
    /// Elasticity of income between parents and children.
    pub beta: f64,
    /// Standard deviations of log income that a step of schooling is worth.
    pub gain: f64,
    /// Most steps of schooling, up or down.
    pub most: i8,
    /// Whether the parents' standing matters: their schools and their hardship.
    pub standing: bool,
}

impl Upbringing {
    /// The same where the parents' standing does not matter; that incomes run in families is no matter of a regime.
    #[must_use]
    pub const fn without_standing(self) -> Self {
        Self { standing: false, ..self }
    }

    /// Place in the distribution of income of somebody grown up.
    #[must_use]
    pub fn rank(&self, parents: u8, own: u8, schooling: i8) -> f64 {
        let rest = libm::sqrt(1.0 - self.beta * self.beta);
        let z = self.beta * normal_of_byte(parents)
            + rest * normal_of_byte(own)
            + self.gain * f64::from(schooling);
        below(z)
    }
}

/// Share of the standard normal law below `z`.
fn below(z: f64) -> f64 {
    0.5 * libm::erfc(-z / std::f64::consts::SQRT_2)
}

/// A place of [0, 1) in 1/256.
fn byte(rank: f64) -> u8 {
    (rank * 256.0) as u8
}

/// A fifth of [0, 1).
fn fifth(rank: f64) -> u8 {
    (rank * 5.0).min(4.0) as u8
}

/// The place of a couple whose own places are these two bytes, in 1/256: a look at a table, since every child has parents.
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

/// Whether whoever was born then was a child at the start or was born since.
#[must_use]
#[inline]
pub const fn grows_up(born: BirthWeek) -> bool {
    (born as i32) > -((ADULT * TICKS_PER_YEAR) as i32)
}

/// What a childhood left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Childhood {
    /// Whose, and above the ten bits of a lane whether a parent was under a sanction in it.
    whose: u16,
    /// The parents' place in the distribution of income, in 1/256.
    pub parents: u8,
    /// Steps of schooling.
    pub schooling: i8,
}

/// The bit of a childhood in the shadow.
const SHADOW: u16 = 1 << 15;

impl Childhood {
    /// A childhood without schooling and shadow as yet.
    #[must_use]
    pub const fn new(lane: u16, parents: u8) -> Self {
        Self { whose: lane, parents, schooling: 0 }
    }

    /// Whose.
    #[must_use]
    pub const fn lane(&self) -> u16 {
        self.whose & !SHADOW
    }

    /// Whether a parent was under a sanction in it.
    #[must_use]
    pub const fn shadow(&self) -> bool {
        self.whose & SHADOW != 0
    }

    /// Says whether a parent was under a sanction in it.
    pub const fn put_shadow(&mut self, shadow: bool) {
        self.whose = if shadow { self.whose | SHADOW } else { self.whose & !SHADOW };
    }
}

/// The childhoods of a neighbourhood that nothing else tells, in ascending order of lanes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UpbringingTable(Vec<Childhood>);

impl UpbringingTable {
    /// The childhood of a lane, if it is there.
    #[must_use]
    pub fn of(&self, lane: u16) -> Option<&Childhood> {
        self.place(lane).ok().map(|place| &self.0[place])
    }

    /// The childhood of a lane, to be changed; made with these parents where it is not there yet.
    pub fn of_mut(&mut self, lane: u16, parents: impl FnOnce() -> u8) -> &mut Childhood {
        let place = self.place(lane).unwrap_or_else(|place| {
            let parents = parents();
            grow(&mut self.0);
            self.0.insert(place, Childhood::new(lane, parents));
            place
        });
        &mut self.0[place]
    }

    /// Forgets the childhood of a lane.
    pub fn clear(&mut self, lane: u16) {
        if let Ok(place) = self.place(lane) {
            self.0.remove(place);
        }
    }

    /// Bytes that it holds.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.0.capacity() * size_of::<Childhood>()
    }

    /// Adds it to a digest.
    pub fn digest(&self, digest: &mut Digest) {
        digest.u32(self.0.len() as u32);
        for one in &self.0 {
            digest.u32(u32::from(one.whose));
            digest.bytes(&[one.parents, one.schooling as u8]);
        }
    }

    fn place(&self, lane: u16) -> Result<usize, usize> {
        self.0.binary_search_by_key(&lane, Childhood::lane)
    }
}

impl Society {
    /// Place in the distribution of income of a person of a neighbourhood, 0 to 1.
    #[must_use]
    pub fn income_rank(&self, person: &Person<'_>, pattern: &[Place], marks: &Marks, tick: Tick) -> f64 {
        match &self.consequences.upbringing {
            Some(figures) if grows_up(person.born) => {
                let lane = (person.number % LANES) as u16;
                let known = marks.upbringing.of(lane);
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
    #[must_use]
    #[inline]
    pub fn income_fifth(&self, person: &Person<'_>, pattern: &[Place], marks: &Marks, tick: Tick) -> u8 {
        if self.consequences.upbringing.is_none() || !grows_up(person.born) {
            return person.income_fifth();
        }
        fifth(self.income_rank(person, pattern, marks, tick))
    }

    /// The parents' place in the distribution of income, in 1/256, of whoever was a child at the start: that of the first couple then.
    #[must_use]
    pub fn parents_at_start(&self, child: u32, pattern: &[Place]) -> u8 {
        let at_start = |lane: u32| {
            byte(Person::of_start(&self.traits, &self.draws, child / LANES * LANES + lane).income_rank())
        };
        of_first_couple(pattern, child % LANES, at_start)
    }

    /// Persons of a neighbourhood by fifth of the distribution of income, the poorest first: those of [`Society::income_fifth`].
    #[must_use]
    pub fn income_fifths(
        &self,
        first_person: u32,
        born: &[BirthWeek],
        pattern: &[Place],
        marks: &Marks,
        tick: Tick,
    ) -> [u64; 5] {
        let mut words = [[0; LANES as usize]; 4];
        self.draws.luck_of_run(
            stream::TRAIT,
            first_person,
            [0, 0],
            words.each_mut().map(|words| &mut words[..]),
        );
        let own = &words[0];
        let runs = self.consequences.upbringing.is_some();
        let mut fifths = [0; 5];
        for (lane, &born) in born.iter().enumerate() {
            let fifth = if born < 0 && !(runs && grows_up(born)) {
                ((u64::from(own[lane]) * 5) >> 32) as u8
            } else if born < 0 && age_years(born, tick) < ADULT && marks.upbringing.of(lane as u16).is_none()
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

    /// The parents' place of whoever is born into a household in which these persons, with the share of income that each lost, in 1/255,
    /// are the parents, at most two; drawn where there are none.
    #[must_use]
    pub fn parents_at_birth(&self, child: u32, born: BirthWeek, parents: &[(f64, u8)]) -> u8 {
        let counts = self.consequences.upbringing.is_some_and(|figures| figures.standing);
        let sigma = self.traits.income_sigma;
        let z = |&(rank, lost): &(f64, u8)| {
            let gone = if counts { log_left(sigma, lost) } else { 0.0 };
            normal_of_byte(byte(rank)) + gone
        };
        match parents {
            [] => (self.draws.luck(stream::UPBRINGING, child, 0, generation(born)).word(0) >> 24) as u8,
            [one] => byte(below(z(one)).min(0.999)),
            [one, other, ..] => byte(below((z(one) + z(other)) / std::f64::consts::SQRT_2).min(0.999)),
        }
    }
}

impl Saved for UpbringingTable {
    fn save(&self, to: &mut Saver) {
        to.len(self.0.len());
        for one in &self.0 {
            to.put(&one.lane()).put(&one.shadow()).put(&one.parents).put(&one.schooling);
        }
    }

    fn load(from: &mut Loader<'_>) -> Result<Self, Unfit> {
        let childhoods = from.by_lane(|lane, from| {
            let shadow = from.take()?;
            let mut one = Childhood { whose: lane, parents: from.take()?, schooling: from.take()? };
            one.put_shadow(shadow);
            Ok(one)
        });
        childhoods.map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn figures() -> Upbringing {
        Upbringing { beta: 0.39, gain: 0.1, most: 5, standing: true }
    }

    #[test]
    fn by_hand() {
        assert!((figures().rank(128, 127, 0) - 0.5).abs() < 0.01);
        let independent = Upbringing { beta: 0.0, ..figures() };
        assert!((independent.rank(3, 64, 0) - 64.5 / 256.0).abs() < 1e-9, "without β the own draw decides");
        let inherited = Upbringing { beta: 1.0, ..figures() };
        assert!((inherited.rank(200, 9, 0) - 200.5 / 256.0).abs() < 1e-9, "with β = 1 the parents' does");
        assert!(figures().rank(128, 128, 3) > figures().rank(128, 128, 0));
    }

    #[test]
    fn who_grows_up_was_under_eighteen_at_the_start() {
        assert_eq!([-936, -935, -1, 5].map(grows_up), [false, true, true, true]);
        assert!(!figures().without_standing().standing);
    }

    #[test]
    fn the_table_keeps_what_it_is_told() {
        let mut table = UpbringingTable::default();
        table.of_mut(7, || 40).schooling -= 1;
        table.of_mut(3, || 50).put_shadow(true);
        table.of_mut(7, || 99).schooling -= 1;
        let seven = Childhood { schooling: -2, ..Childhood::new(7, 40) };
        assert_eq!((table.of(7), table.of(4)), (Some(&seven), None));
        table.clear(7);
        table.clear(3);
        assert_eq!(table, UpbringingTable::default());
    }

    #[test]
    fn the_slope_of_children_on_parents_is_beta() {
        let figures = figures();
        let (mut cross, mut square) = (0.0, 0.0);
        for parents in 0..=255 {
            for own in 0..=255 {
                let rank = figures.rank(parents, own, 0);
                let (x, y) = (normal_of_byte(parents), crate::population::income::normal(rank));
                cross += x * y;
                square += x * x;
            }
        }
        assert!((cross / square - 0.39).abs() < 1e-6, "{}", cross / square);
    }

    proptest! {
        #[test]
        fn a_rank_is_a_share_and_schooling_never_lowers_it(parents: u8, own: u8, schooling in -5i8..5) {
            let (less, more) = (figures().rank(parents, own, schooling), figures().rank(parents, own, schooling + 1));
            prop_assert!((0.0..=1.0).contains(&less) && less <= more);
        }
    }
}
