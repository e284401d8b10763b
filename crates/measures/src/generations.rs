//! Generations: how much of the parents' income and standing the children have who grew up within the run.

use crate::reading::{Measure, Moment, Reading, Value};
use crate::stock::sanction;
use demerit_kernel::LANES;
use demerit_regime::Request;
use demerit_society::TICKS_PER_YEAR;
use demerit_society::income::{log_left, normal_nearly, normal_of_byte};
use demerit_society::person::ADULT;
use demerit_society::upbringing::grows_up;

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
        take: |reading, out| {
            let sums = Sums::of(reading);
            let spread = sums.square - sums.parents * sums.parents / sums.persons as f64;
            if sums.persons >= FEWEST && spread > 0.0 {
                let joint = sums.cross - sums.parents * sums.children / sums.persons as f64;
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
        take: |reading, out| {
            let [light, shadow] = Sums::of(reading).sanctioned;
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
        take: |reading, out| {
            let refused: u64 = reading.tally.refused[Request::SchoolPlace.index()].iter().sum();
            out.push(Value::whole(refused as f64));
        },
    },
];

/// Sums over adults who came of age within the run; incomes as logarithms in units of their spread.
#[derive(Default)]
struct Sums {
    persons: u64,
    parents: f64,
    children: f64,
    square: f64,
    cross: f64,
    /// Persons, and of them under a sanction: without and with a parent under one in childhood.
    sanctioned: [(u64, u64); 2],
}

impl Sums {
    fn of(reading: &Reading<'_>) -> Self {
        let mut sums = Self::default();
        if reading.society.consequences.upbringing.is_none() {
            return sums;
        }
        let come_of_age = reading.tick.0 as i32 - (ADULT * TICKS_PER_YEAR) as i32;
        for chunk in reading.chunks {
            for (at, &born) in chunk.born.iter().enumerate() {
                if grows_up(born) && i32::from(born) <= come_of_age {
                    sums.add(reading, chunk, at);
                }
            }
        }
        sums
    }

    fn add(&mut self, reading: &Reading<'_>, chunk: &demerit_society::Chunk, at: usize) {
        let (society, sigma) = (reading.society, reading.society.traits.income_sigma);
        let number = chunk.first_person() + at as u32;
        let (block, lane) = (number / LANES, (number % LANES) as u16);
        let marks = &chunk.tables[at / LANES as usize].marks;
        let pattern = society.pattern(block);
        let known = marks.upbringing.of(lane);
        let parents = known.map_or_else(|| society.parents_at_start(number, pattern), |one| one.parents);
        let person = society.person(number, chunk.born[at], chunk.habits_of(at));
        let gone = log_left(sigma, marks.hardship.of(lane));
        let (x, y) = (
            normal_of_byte(parents),
            normal_nearly(society.income_rank(&person, pattern, marks, reading.tick)) + gone,
        );
        self.persons += 1;
        self.parents += x;
        self.children += y;
        self.square += x * x;
        self.cross += x * y;
        let city = usize::from(society.cities.index_of_block(block));
        let regime = &reading.regimes[usize::from(reading.in_force[city])];
        let group = &mut self.sanctioned[usize::from(known.is_some_and(|one| one.shadow()))];
        group.0 += 1;
        group.1 += u64::from(sanction(regime, chunk, at).is_some());
    }
}
