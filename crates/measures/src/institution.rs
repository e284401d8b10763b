//! The institution: whether what it reads into purchases is there, what it takes from a company, whom it enrols and whom it checks.
//!
//! Model: counts of the period, and a count of persons. Symbols: with each measure. Source(s): our definitions.
//! Leaves out: what an institution believes of itself.

use crate::reading::{Measure, Moment, Value, ratio};
use demerit_kernel::LANES;
use demerit_regime::Trait;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure {
        name: "proxy-validity",
        definition: "Of the entries in the period under a rule that reads a trait into them, the share that is about somebody who has the \
                     trait.",
        unit: "share",
        source: "positive predictive value",
        moment: Moment::Period,
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
        take: |reading, out| {
            let mut enrolled = 0;
            for chunk in reading.chunks {
                for at in 0..chunk.persons() {
                    let block = chunk.first_block.0 + at as u32 / LANES;
                    let city = usize::from(reading.society.cities.index_of_block(block));
                    let regime = &reading.regimes[usize::from(reading.in_force[city])];
                    let person = chunk.first_person() + at as u32;
                    let agrees = regime.consent.is_none_or(|share| {
                        demerit_society::consent::enrolled(
                            &reading.society.draws,
                            share,
                            person,
                            chunk.born[at],
                        )
                    });
                    enrolled += u64::from(regime.scale.is_some() && agrees);
                }
            }
            out.push(Value::whole(reading.share(enrolled)));
        },
    },
    Measure {
        name: "checks",
        definition: "Persons checked for undeclared income in the period, each time they were.",
        unit: "persons",
        source: "our definition",
        moment: Moment::Period,
        take: |reading, out| out.push(Value::whole(reading.tally.checks as f64)),
    },
    Measure {
        name: "checks-wrong",
        definition: "Persons of whom a check in the period found an undeclared income that was not there.",
        unit: "persons",
        source: "our definition",
        moment: Moment::Period,
        take: |reading, out| out.push(Value::whole(reading.tally.checks_wrong as f64)),
    },
];
