//! The institution: whether what it reads into purchases is there, what it takes from a company, whom it enrols and whom it checks.
//!
//! Model: counts of the period, and a count of persons. Symbols: with each measure. Source(s): our definitions.
//! Leaves out: what an institution believes of itself.

use crate::reading::{Kind, Measure, Moment, Reading, Value, ratio};
use demerit_kernel::LANES;
use demerit_regime::Trait;
use demerit_society::Chunk;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure {
        name: "proxy-validity",
        definition: "Of the entries in the period under a rule that reads a trait into them, the share that is about somebody who has the \
                     trait.",
        unit: "share",
        source: "positive predictive value",
        moment: Moment::Period,
        kind: Kind::Rate,
        take: |reading, out| {
            for one in Trait::ALL {
                let place = one.index();
                let share = ratio(reading.tally.inferred_rightly[place], reading.tally.inferred[place]);
                out.extend(share.map(|share| Value::of_group(format!("trait:{}", one.name()), share)));
            }
            let (right, all): (u64, u64) =
                (reading.tally.inferred_rightly.iter().sum(), reading.tally.inferred.iter().sum());
            out.extend(ratio(right, all).map(Value::whole));
        },
    },
    Measure {
        name: "public-from-private",
        definition: "Of all points by which the public score was moved in the period, up or down and before any wall of the scale stopped \
                     them, the share that a company's score brought.",
        unit: "share",
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Rate,
        take: |reading, out| {
            let lost: u64 = reading.tally.points_lost.as_flattened().iter().sum();
            let moved = lost + reading.tally.points_gained.iter().sum::<u64>();
            out.extend(ratio(reading.tally.fed, moved).map(Value::whole));
        },
    },
    Measure {
        name: "enrolled",
        definition: "Persons who have a score at the end of the year, as a share of all persons: those under a regime that keeps one and, \
                     where it asks for consent, has theirs.",
        unit: "share",
        source: "our definition",
        moment: Moment::Year,
        kind: Kind::State,
        take: |reading, out| {
            let enrolled = reading.each(|chunk| enrolled(reading, chunk)).into_iter().sum();
            out.push(Value::whole(reading.share(enrolled)));
        },
    },
    Measure {
        name: "checks",
        definition: "Persons checked for undeclared income in the period, each time they were.",
        unit: "persons",
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Flow,
        take: |reading, out| out.push(Value::whole(reading.tally.checks as f64)),
    },
    Measure {
        name: "checks-wrong",
        definition: "Persons of whom a check in the period found an undeclared income that was not there.",
        unit: "persons",
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Flow,
        take: |reading, out| out.push(Value::whole(reading.tally.checks_wrong as f64)),
    },
];

/// Persons of a chunk who have a score.
fn enrolled(reading: &Reading<'_>, chunk: &Chunk) -> u64 {
    let mut count = 0;
    for (place, born) in chunk.born.chunks(LANES as usize).enumerate() {
        let number = chunk.first_block.0 + place as u32;
        let regime = reading.regime(number);
        if regime.scale.is_none() {
            continue;
        }
        let Some(consent) = &regime.consent else {
            count += born.len() as u64;
            continue;
        };
        let agrees = |&(person, &born): &(u32, &i16)| {
            demerit_society::watching::consent::enrolled(&reading.society.draws, consent.share, person, born)
        };
        count += (number * LANES..).zip(born).filter(agrees).count() as u64;
    }
    count
}
