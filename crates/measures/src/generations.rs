//! Generations: how much of the parents' income and standing the children have who grew up within the run.

use crate::reading::{Kind, Measure, Moment, Reading, Value};
use crate::stock::sanction;
use demerit_kernel::LANES;
use demerit_regime::Request;
use demerit_society::consequences::upbringing::grows_up;
use demerit_society::population::income::{log_left, normal_nearly, normal_of_byte};
use demerit_society::population::person::ADULT;
use demerit_society::{Chunk, TICKS_PER_YEAR};

/// Fewest persons for whom a slope or a ratio says something.
const FEWEST: u64 = 100;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure {
        name: "income-persistence",
        definition: "Slope of the logarithm of income on the logarithm of the parents' income, among adults who came of age within the run, \
                     with what sanctions cost them taken off; left out while there are fewer than 100.",
        unit: "elasticity",
        source: "Fan and Zhang 2021",
        moment: Moment::Year,
        kind: Kind::Rate,
        take: |reading, out| {
            let sums = Generations::of(reading);
            let persons = sums.persons as f64;
            let (parents, children) = (unfixed(sums.parents), unfixed(sums.children));
            let spread = unfixed(sums.square >> BITS) - parents * parents / persons;
            if sums.persons >= FEWEST && spread > 0.0 {
                let joint = unfixed(sums.cross >> BITS) - parents * children / persons;
                out.push(Value::whole(joint / spread));
            }
        },
    },
    Measure {
        name: "sanction-persistence",
        definition: "Share under a sanction among adults who came of age within the run and had a parent under a sanction in their \
                     childhood, over that share among those who had none; left out while either are fewer than 100 or nobody of the latter \
                     is under a sanction.",
        unit: "ratio",
        source: "our definition",
        moment: Moment::Year,
        kind: Kind::Rate,
        take: |reading, out| {
            let [light, shadow] = Generations::of(reading).sanctioned;
            if light.0 >= FEWEST && shadow.0 >= FEWEST && light.1 > 0 {
                let share = |(persons, under): (u64, u64)| under as f64 / persons as f64;
                out.push(Value::whole(share(shadow) / share(light)));
            }
        },
    },
    Measure {
        name: "school-places-refused",
        definition: "Places at better schools asked for a child and refused in the period because of the standing of whoever asked.",
        unit: "requests",
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Flow,
        take: |reading, out| {
            let refused: u64 = reading.tally.refused[Request::SchoolPlace.index()].iter().sum();
            out.push(Value::whole(refused as f64));
        },
    },
];

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

/// Sums over adults who came of age within the run; incomes as logarithms in units of their spread, in whole 2⁻³² and their products
/// in 2⁻⁶⁴, so that the order of adding is free.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Generations {
    persons: u64,
    parents: i128,
    children: i128,
    square: i128,
    cross: i128,
    /// Persons, and of them under a sanction: without and with a parent under one in childhood.
    sanctioned: [(u64, u64); 2],
}

impl Generations {
    /// The sums of a reading: one walk for all measures of the family.
    fn of(reading: &Reading<'_>) -> Self {
        *reading.kept.generations.get_or_init(|| Self::found(reading))
    }

    fn found(reading: &Reading<'_>) -> Self {
        if reading.society.consequences.upbringing.is_none() {
            return Self::default();
        }
        let come_of_age = i64::from(reading.tick.0) - i64::from(ADULT * TICKS_PER_YEAR);
        let find = |chunk: &Chunk| {
            let mut sums = Self::default();
            for (at, &born) in chunk.born.iter().enumerate() {
                if grows_up(born) && i64::from(born) <= come_of_age {
                    sums.count(reading, chunk, at);
                }
            }
            sums
        };
        reading.each(find).into_iter().fold(Self::default(), Self::and)
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

    fn count(&mut self, reading: &Reading<'_>, chunk: &Chunk, at: usize) {
        let (society, sigma) = (reading.society, reading.society.traits.income_sigma);
        let number = chunk.first_person() + at as u32;
        let (block, lane) = (number / LANES, (number % LANES) as u16);
        let marks = &chunk.tables[at / LANES as usize].marks;
        let pattern = society.pattern(block);
        let known = marks.upbringing.of(lane);
        let parents = known.map_or_else(|| society.parents_at_start(number, pattern), |one| one.parents);
        let person = society.person(number, chunk.born[at], chunk.habits_of(at));
        let gone = log_left(sigma, marks.hardship.of(lane));
        let x = fixed(normal_of_byte(parents));
        let y = fixed(normal_nearly(society.income_rank(&person, pattern, marks, reading.tick)) + gone);
        self.persons += 1;
        self.parents += x;
        self.children += y;
        self.square += x * x;
        self.cross += x * y;
        let group = &mut self.sanctioned[usize::from(known.is_some_and(|one| one.shadow()))];
        group.0 += 1;
        group.1 += u64::from(sanction(reading.regime(block), chunk, at).is_some());
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
            Generations { persons: 1, parents: x, children: y, square, cross, sanctioned: [(1, 0), (0, 1)] }
        };
        let [one, two, three] = [of(0.1, -2.5), of(-7.3, 0.0), of(1.0 / 3.0, 2.0)];
        let sums = one.and(two).and(three);
        assert_eq!(sums, three.and(one).and(two));
        assert_eq!((sums.persons, sums.sanctioned), (3, [(3, 0), (0, 3)]));
        assert!((unfixed(sums.parents) - (0.1 - 7.3 + 1.0 / 3.0)).abs() < 1e-8);
        assert!((unfixed(sums.cross >> BITS) - (-0.25 + 2.0 / 3.0)).abs() < 1e-8);
        assert_eq!(Generations::default().and(one), one);
    }
}
