//! Lineage: sums over those who came of age within the run, of their income and standing beside their
//! parents'.
//!
//! Model: the slope is that of the least squares, of log income on the parents' log income, what sanctions
//! cost taken off. Source(s): our definitions. Leaves out: those who were grown up when the run began, since
//! their parents are not known.

use crate::counting::view::{View, sanction};
use demerit_kernel::LANES;
use demerit_society::consequences::upbringing::grows_up;
use demerit_society::population::income::{log_left, normal_nearly, normal_of_byte};
use demerit_society::population::person::ADULT;
use demerit_society::{Chunk, TICKS_PER_YEAR};

/// Fewest persons for whom a slope or a ratio says something.
const FEWEST: u64 = 100;
/// Binary digits after the point of what is summed.
const BITS: u32 = 32;

/// A number in whole 2⁻³².
fn fixed(number: f64) -> i128 {
    i128::from((number * (1u64 << BITS) as f64) as i64)
}

/// A sum of such numbers.
fn unfixed(sum: i128) -> f64 {
    sum as f64 / (1u64 << BITS) as f64
}

/// Sums over adults who came of age within the run; incomes as logarithms in units of their spread, in whole
/// 2⁻³² and their products in 2⁻⁶⁴, so that the order of adding is free.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lineage {
    persons: u64,
    parents: i128,
    children: i128,
    square: i128,
    cross: i128,
    /// Persons, and of them under a sanction: without and with a parent under one in childhood.
    sanctioned: [(u64, u64); 2],
}

impl Lineage {
    /// Over the persons of these chunks; chunks are looked through in parallel.
    pub(crate) fn of(view: &View<'_>, chunks: &[&Chunk]) -> Self {
        if view.society.consequences.upbringing.is_none() {
            return Self::default();
        }
        let come_of_age = i64::from(view.tick.0) - i64::from(ADULT * TICKS_PER_YEAR);
        let find = |chunk: &&Chunk| {
            let mut sums = Self::default();
            for (at, &born) in chunk.born.iter().enumerate() {
                if grows_up(born) && i64::from(born) <= come_of_age {
                    sums.count(view, chunk, at);
                }
            }
            sums
        };
        demerit_kernel::map_ordered(chunks, find).into_iter().fold(Self::default(), Self::and)
    }

    /// Slope of the children's income on the parents'; `None` where they are too few or all parents have one
    /// income.
    pub(crate) fn slope(&self) -> Option<f64> {
        let persons = self.persons as f64;
        let (parents, children) = (unfixed(self.parents), unfixed(self.children));
        let spread = unfixed(self.square >> BITS) - parents * parents / persons;
        (self.persons >= FEWEST && spread > 0.0).then(|| {
            let joint = unfixed(self.cross >> BITS) - parents * children / persons;
            joint / spread
        })
    }

    /// How much more often those are under a sanction whose parents were; `None` where either are too few.
    pub(crate) fn times_as_often(&self) -> Option<f64> {
        let [light, shadow] = self.sanctioned;
        let share = |(persons, under): (u64, u64)| under as f64 / persons as f64;
        (light.0 >= FEWEST && shadow.0 >= FEWEST && light.1 > 0).then(|| share(shadow) / share(light))
    }

    fn and(mut self, other: Self) -> Self {
        self.persons += other.persons;
        self.parents += other.parents;
        self.children += other.children;
        self.square += other.square;
        self.cross += other.cross;
        for (mine, theirs) in self.sanctioned.iter_mut().zip(other.sanctioned) {
            mine.0 += theirs.0;
            mine.1 += theirs.1;
        }
        self
    }

    fn count(&mut self, view: &View<'_>, chunk: &Chunk, at: usize) {
        let (society, sigma) = (view.society, view.society.traits.income_sigma);
        let number = chunk.first_person() + at as u32;
        let (block, lane) = (number / LANES, (number % LANES) as u16);
        let marks = &chunk.tables[at / LANES as usize].marks;
        let pattern = society.pattern(block);
        let known = marks.upbringing.get(lane);
        let parents = known.map_or_else(|| society.parents_at_start(number, pattern), |one| one.parents);
        let person = society.person(number, chunk.born[at], chunk.habits_of(at));
        let gone = log_left(sigma, marks.hardship.of(lane));
        let x = fixed(normal_of_byte(parents));
        let y = fixed(normal_nearly(society.income_rank(&person, pattern, marks, view.tick)) + gone);
        self.persons += 1;
        self.parents += x;
        self.children += y;
        self.square += x * x;
        self.cross += x * y;
        let group = &mut self.sanctioned[usize::from(known.is_some_and(|one| one.shadow()))];
        group.0 += 1;
        group.1 += u64::from(sanction(view.regime(block), chunk, at).is_some());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_whole_and_their_order_is_free() {
        let of = |x: f64, y: f64| {
            let (x, y) = (fixed(x), fixed(y));
            let (square, cross) = (x * x, x * y);
            Lineage { persons: 1, parents: x, children: y, square, cross, sanctioned: [(1, 0), (0, 1)] }
        };
        let [one, two, three] = [of(0.1, -2.5), of(-7.3, 0.0), of(1.0 / 3.0, 2.0)];
        let sums = one.and(two).and(three);
        assert_eq!(sums, three.and(one).and(two));
        assert_eq!((sums.persons, sums.sanctioned), (3, [(3, 0), (0, 3)]));
        assert!((unfixed(sums.parents) - (0.1 - 7.3 + 1.0 / 3.0)).abs() < 1e-8);
        assert!((unfixed(sums.cross >> BITS) - (-0.25 + 2.0 / 3.0)).abs() < 1e-8);
        assert_eq!(Lineage::default().and(one), one);
    }
}
