//! The institution: whether what it reads into purchases is there, what it takes from a company, whom it
//! enrols and whom it checks.
//!
//! Model: counts of the period, and a count of persons. Symbols: with each measure. Source(s): our
//! definitions. Leaves out: what an institution believes of itself.

use crate::counting::reading::Reading;
use crate::measure::{Measure, Value};
use crate::unit::Unit;
use demerit_kernel::LANES;
use demerit_regime::Trait;
use demerit_society::Chunk;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure::mean("proxy-validity", Unit::Share)
        .titled("Entries whose reading of a trait is true")
        .defined(
            "Of the entries in the period under a rule that reads a trait into them, the share that is about \
             somebody who has the trait.",
        )
        .after("positive predictive value")
        .values(|reading| {
            let (right, all) = (&reading.tally.inferred_rightly, &reading.tally.inferred);
            let of_trait = |one: Trait| {
                let share = Value::ratio((right[one.index()], all[one.index()]))?;
                Some(share.grouped(format!("trait:{}", one.name())))
            };
            let whole = Value::ratio((right.iter().sum(), all.iter().sum()));
            Trait::ALL.into_iter().filter_map(of_trait).chain(whole).collect()
        }),
    Measure::mean("public-from-private", Unit::Share)
        .titled("Points of the public score that came from a company’s score")
        .defined(
            "Of all points by which the public score was moved in the period, up or down and before any wall \
             of the scale stopped them, the share that a company's score brought.",
        )
        .ratio(|reading| {
            let lost: u64 = reading.tally.points_lost.as_flattened().iter().sum();
            let moved = lost + reading.tally.points_gained.iter().sum::<u64>();
            (reading.tally.fed, moved)
        }),
    Measure::end("enrolled", Unit::Share)
        .titled("Persons who joined")
        .defined(
            "Persons who have a score at the end of the year, as a share of all persons: those under a \
             regime that keeps one and, where it asks for consent, has theirs.",
        )
        .yearly()
        .share(|reading| reading.each(|chunk| enrolled(reading, chunk)).into_iter().sum()),
    Measure::sum("checks", Unit::Persons)
        .titled("Checks made")
        .defined("Persons checked for undeclared income in the period, each time they were.")
        .count(|reading| reading.tally.checks),
    Measure::sum("checks-wrong", Unit::Persons)
        .titled("Checks of persons who had done nothing")
        .defined("Persons of whom a check in the period found an undeclared income that was not there.")
        .count(|reading| reading.tally.checks_wrong),
];

/// Persons of a chunk who have a score.
fn enrolled(reading: &Reading<'_>, chunk: &Chunk) -> u64 {
    let mut count = 0;
    for (place, born) in chunk.born.chunks(LANES as usize).enumerate() {
        let number = chunk.first_block.0 + place as u32;
        let regime = reading.view.regime(number);
        let is_enrolled = |&(person, &born): &(u32, &i16)| reading.view.is_enrolled(regime, person, born);
        if regime.scale.is_some() {
            count += (number * LANES..).zip(born).filter(is_enrolled).count() as u64;
        }
    }
    count
}
