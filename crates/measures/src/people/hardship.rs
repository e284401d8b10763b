//! Hardship: the income that sanctions cost, during and after them, and the loans that are not paid back.

use crate::counting::groups::Group;
use crate::counting::reading::Reading;
use crate::counting::view::sanction;
use crate::measure::Measure;
use crate::unit::Unit;
use demerit_kernel::LANES;
use demerit_regime::Matter;
use demerit_society::Chunk;
use demerit_society::population::income::{mean_of_bytes, of_byte};

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure::end("income-lost", Unit::Share)
        .titled("Income lost to sanctions and refusals, of all income")
        .defined(
            "Income that adults lack because of a sanction or a refused request, at the end of the period, \
             as a share of the income that all adults would have without.",
        )
        .number(|reading| lost(reading, false)),
    Measure::end("income-lost-after-exit", Unit::Share)
        .titled("Income lost by those whose sanction is over, of all income")
        .defined(
            "The part of the income lost that those lack who are no longer under a sanction, as a share of \
             the income that all adults would have without: what stays when the sanction is over.",
        )
        .number(|reading| lost(reading, true)),
    Measure::mean("defaults", Unit::PerThousandPersonYears)
        .titled("Loans not paid back")
        .defined("Loans that were not paid back in the period, for each 1,000 persons and year.")
        .rate(|reading| reading.tally.deeds[Matter::LoanDefault.index()]),
];

fn lost(reading: &Reading<'_>, after_exit: bool) -> Option<f64> {
    let sigma = reading.view.society.traits.income_sigma;
    // Shares lost, in 1/255, summed by place in the distribution of income: whole numbers, so that the order
    // is free.
    let find = |chunk: &Chunk| {
        let mut lost = [0u64; 256];
        for (block, tables) in chunk.tables.iter().enumerate() {
            let number = chunk.first_block.0 + block as u32;
            let (regime, pattern) = (reading.view.regime(number), reading.view.society.pattern(number));
            for &(lane, share) in tables.marks.hardship.all() {
                let at = block * LANES as usize + usize::from(lane);
                if after_exit && sanction(regime, chunk, at).is_some() {
                    continue;
                }
                let person = chunk.first_person() + at as u32;
                let person = reading.view.society.person(person, chunk.born[at], chunk.habits_of(at));
                let rank =
                    reading.view.society.income_rank(&person, pattern, &tables.marks, reading.view.tick);
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
    let adults = reading.population[Group::All].saturating_sub(reading.population[Group::Minor]);
    (adults > 0).then(|| gone / (adults as f64 * mean_of_bytes(sigma)))
}
