//! Sanctions: who is under one, who wrongly, whence, and for whose deeds.

use crate::groups::{ByGroup, Group};
use crate::measure::{Kind, Measure, Moment, Value};
use crate::reading::{Reading, ratio};
use crate::unit::Unit;
use demerit_regime::Domain;
use demerit_society::state::attribution::Origin;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure {
        name: "sanctioned",
        title: "Under a sanction at the end",
        definition: "Persons in a sanctioning tier or on the court's list, as a share of all persons of the group; groups are counted once a \
                     year.",
        unit: Unit::Share,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::End,
        take: |reading, out| by_group(reading, &reading.stock.sanctioned, out),
    },
    Measure {
        name: "wrongly-sanctioned",
        title: "Wrongly under a sanction at the end",
        definition: "Persons under a sanction that the regime's own rules, put to their own true deeds, would not have brought, \
                     as a share of all persons of the group.",
        unit: Unit::Share,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::End,
        take: |reading, out| by_group(reading, &reading.stock.wrongly, out),
    },
    Measure {
        name: "wrongly-sanctioned-by-origin",
        title: "Wrongly under a sanction at the end",
        definition: "Persons wrongly under a sanction, by the error that took most of their points or put them on the list.",
        unit: Unit::Persons,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::End,
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
        title: "Sanctioned by cause",
        definition: "Persons under a sanction, by the domain of life of the rule that last took points before it, or the court.",
        unit: Unit::Persons,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::End,
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
        title: "Sanctioned for another’s deed, for each sanctioned for an own one",
        definition: "Persons sanctioned because of somebody else's deed (a tie's, or one wrongly put down to them, by a false match with \
                     nobody behind it too) for each person \
                     whose own true deeds would have brought the sanction.",
        unit: Unit::Ratio,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::End,
        take: |reading, out| {
            let others: u64 = Origin::ALL
                .into_iter()
                .filter(|origin| origin.is_another_s())
                .map(|origin| reading.stock.by_origin[origin.index()])
                .sum();
            let own = reading.stock.sanctioned[Group::All] - reading.stock.wrongly[Group::All];
            out.extend(ratio(others, own).map(Value::whole));
        },
    },
];

/// A share of each group that has anybody in it.
pub(crate) fn by_group(reading: &Reading<'_>, counts: &ByGroup, out: &mut Vec<Value>) {
    for (group, persons) in reading.population.all() {
        // Ages are counted once a year: a group may have gained somebody since.
        out.extend(
            ratio(counts[group].min(persons), persons).map(|share| Value::of_group(group.name(), share)),
        );
    }
}
