//! Spells: how many sanctions begin and end, how long they last, and how soon after the deed they come.

use crate::reading::{Kind, Measure, Moment, Value, ratio};
use demerit_society::state::attribution::Origin;

const PERIOD: Moment = Moment::Period;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure {
        name: "sanctions-begun",
        definition: "Persons who came under a sanction in the period, by tier or by list, counted anew each time.",
        unit: "persons",
        source: "our definition",
        moment: PERIOD,
        kind: Kind::Flow,
        take: |reading, out| out.push(Value::whole(reading.tally.sanctions_begun as f64)),
    },
    Measure {
        name: "sanctions-ended",
        definition: "Persons whose sanction ended in the period, for whatever reason, death included.",
        unit: "persons",
        source: "our definition",
        moment: PERIOD,
        kind: Kind::Flow,
        take: |reading, out| out.push(Value::whole(reading.tally.sanctions_ended as f64)),
    },
    Measure {
        name: "mean-spell",
        definition: "Mean length of the sanctions that ended in the period, from beginning to end.",
        unit: "weeks",
        source: "our definition",
        moment: PERIOD,
        kind: Kind::Rate,
        take: |reading, out| {
            out.extend(ratio(reading.tally.spell_weeks, reading.tally.sanctions_ended).map(Value::whole));
        },
    },
    Measure {
        name: "sanctioned-weeks",
        definition: "Weeks that persons spent under a sanction in the period, summed over the persons and counted week by week.",
        unit: "person-weeks",
        source: "our definition",
        moment: PERIOD,
        kind: Kind::Flow,
        take: |reading, out| {
            let weeks = reading.tally.sanction_weeks.as_flattened().iter().sum::<u64>();
            out.push(Value::whole(weeks as f64));
        },
    },
    Measure {
        name: "wrongly-sanctioned-weeks",
        definition: "Weeks that persons spent in the period under a sanction that their own true deeds would not have brought, \
                     by the error that took most of their points or put them on the list.",
        unit: "person-weeks",
        source: "our definition",
        moment: PERIOD,
        kind: Kind::Flow,
        take: |reading, out| {
            let by_origin = reading.tally.sanction_weeks.map(|weeks| weeks.iter().sum::<u64>());
            out.push(Value::whole(by_origin[1..].iter().sum::<u64>() as f64));
            for origin in Origin::ALL.into_iter().skip(1) {
                let weeks = by_origin[origin.index()] as f64;
                out.push(Value::of_group(format!("origin:{}", origin.name()), weeks));
            }
        },
    },
    Measure {
        name: "wrong-stay",
        definition: "Mean time that sanctions had been wrong when they ended, or ceased to be wrong, in the period, for whatever reason.",
        unit: "weeks",
        source: "our definition",
        moment: PERIOD,
        kind: Kind::Rate,
        take: |reading, out| {
            out.extend(ratio(reading.tally.wrong_weeks, reading.tally.wrongs_ended).map(Value::whole));
        },
    },
    Measure {
        name: "deed-to-consequence",
        definition: "Mean time from the first deed since the last review that cost points, or from the order that led onto the list, \
                     to the sanction, of the sanctions that began in the period; an entry put down to another takes a week.",
        unit: "weeks",
        source: "our definition",
        moment: PERIOD,
        kind: Kind::Rate,
        take: |reading, out| {
            out.extend(
                ratio(reading.tally.consequence_weeks, reading.tally.sanctions_begun).map(Value::whole),
            );
        },
    },
];
