//! Sanctions: who is under one, who wrongly, whence, and for whose deeds.

use crate::reading::{Kind, Measure, Moment, Reading, Value, ratio};
use crate::stock::{GROUPS, Groups};
use demerit_regime::Domain;
use demerit_society::state::attribution::Origin;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure {
        name: "sanctioned",
        definition: "Persons in a sanctioning tier or on the court's list, as a share of all persons of the group; groups are counted once a \
                     year.",
        unit: "share",
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::State,
        take: |reading, out| by_group(reading, &reading.stock.sanctioned, out),
    },
    Measure {
        name: "wrongly-sanctioned",
        definition: "Persons under a sanction that the regime's own rules, put to their own true deeds, would not have brought, \
                     as a share of all persons of the group.",
        unit: "share",
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::State,
        take: |reading, out| by_group(reading, &reading.stock.wrongly, out),
    },
    Measure {
        name: "wrongly-sanctioned-by-origin",
        definition: "Persons wrongly under a sanction, by the error that took most of their points or put them on the list.",
        unit: "persons",
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::State,
        take: |reading, out| {
            for origin in Origin::ALL.into_iter().skip(1) {
                out.push(Value::of_group(
                    format!("origin:{}", origin.name()),
                    reading.stock.by_origin[origin.index()] as f64,
                ));
            }
        },
    },
    Measure {
        name: "sanctioned-by-cause",
        definition: "Persons under a sanction, by the domain of life of the rule that last took points before it, or the court.",
        unit: "persons",
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::State,
        take: |reading, out| {
            for (cause, &count) in reading.stock.by_cause.iter().enumerate() {
                if count > 0 {
                    out.push(Value::in_domain(
                        Domain::ALL.get(cause).map_or("none", |one| one.name()),
                        count as f64,
                    ));
                }
            }
        },
    },
    Measure {
        name: "collateral-ratio",
        definition: "Persons sanctioned because of somebody else's deed (a tie's, or one wrongly put down to them, by a false match with \
                     nobody behind it too) for each person \
                     whose own true deeds would have brought the sanction.",
        unit: "ratio",
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::State,
        take: |reading, out| {
            let others: u64 = Origin::ALL
                .into_iter()
                .filter(|origin| origin.is_another_s())
                .map(|origin| reading.stock.by_origin[origin.index()])
                .sum();
            let own = reading.stock.sanctioned[0] - reading.stock.wrongly[0];
            out.extend(ratio(others, own).map(Value::whole));
        },
    },
];

/// A share of each group that has anybody in it.
pub(crate) fn by_group(reading: &Reading<'_>, counts: &Groups, out: &mut Vec<Value>) {
    for ((name, &count), &persons) in GROUPS.iter().zip(counts).zip(reading.population) {
        // Ages are counted once a year: a group may have gained somebody since.
        out.extend(ratio(count.min(persons), persons).map(|share| Value::of_group(*name, share)));
    }
}
