//! Hardship: the income that sanctions cost, during and after them, and the loans that are not paid back.

use crate::reading::{Kind, Measure, Moment, Reading, Value};
use crate::stock::{GROUPS, sanction};
use demerit_kernel::LANES;
use demerit_regime::Matter;
use demerit_society::Chunk;
use demerit_society::population::income::{mean_of_bytes, of_byte};

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure {
        name: "income-lost",
        definition: "Income that adults lack because of a sanction or a refused request, at the end of the period, as a share of the \
                     income that all adults would have without.",
        unit: "share",
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::State,
        take: |reading, out| lost(reading, false, out),
    },
    Measure {
        name: "income-lost-after-exit",
        definition: "The part of the income lost that those lack who are no longer under a sanction, as a share of the income that all \
                     adults would have without: what stays when the sanction is over.",
        unit: "share",
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::State,
        take: |reading, out| lost(reading, true, out),
    },
    Measure {
        name: "defaults",
        definition: "Loans that were not paid back in the period, for each 1,000 persons and year.",
        unit: "per 1,000 person-years",
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Rate,
        take: |reading, out| {
            let count = reading.tally.deeds[Matter::LoanDefault.index()];
            out.push(Value::whole(1000.0 * count as f64 / reading.person_years()));
        },
    },
];

fn lost(reading: &Reading<'_>, after_exit: bool, out: &mut Vec<Value>) {
    let sigma = reading.society.traits.income_sigma;
    // Shares lost, in 1/255, summed by place in the distribution of income: whole numbers, so that the order is free.
    let find = |chunk: &Chunk| {
        let mut lost = [0u64; 256];
        for (block, tables) in chunk.tables.iter().enumerate() {
            let number = chunk.first_block.0 + block as u32;
            let (regime, pattern) = (reading.regime(number), reading.society.pattern(number));
            for (lane, share) in tables.marks.hardship.all() {
                let at = block * LANES as usize + usize::from(lane);
                if after_exit && sanction(regime, chunk, at).is_some() {
                    continue;
                }
                let person = chunk.first_person() + at as u32;
                let person = reading.society.person(person, chunk.born[at], chunk.habits_of(at));
                let rank = reading.society.income_rank(&person, pattern, &tables.marks, reading.tick);
                lost[usize::from((rank * 256.0) as u8)] += u64::from(share);
            }
        }
        lost
    };
    let mut lost = [0u64; 256];
    for here in reading.each(find) {
        lost.iter_mut().zip(here).for_each(|(sum, here)| *sum += here);
    }
    let gone: f64 =
        (0..=255u8).zip(lost).map(|(byte, lost)| of_byte(sigma, byte) * lost as f64 / 255.0).sum();
    let minors =
        GROUPS.iter().position(|group| *group == "age:0-17").map_or(0, |place| reading.population[place]);
    let adults = reading.population[0].saturating_sub(minors);
    if adults > 0 {
        out.push(Value::whole(gone / (adults as f64 * mean_of_bytes(sigma))));
    }
}
