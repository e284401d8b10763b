//! Life: how many there are, are born, die, part and pair.

use crate::reading::{Kind, Measure, Moment, Value};
use crate::stock::GROUPS;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure {
        name: "population",
        definition: "Persons in each group at the end of the year.",
        unit: "persons",
        source: "our definition",
        moment: Moment::Year,
        kind: Kind::State,
        take: |reading, out| {
            for (name, &persons) in GROUPS.iter().zip(reading.population) {
                out.push(Value::of_group(*name, persons as f64));
            }
        },
    },
    Measure {
        name: "deaths",
        definition: "Persons who died in the period; each was followed by a newborn in the same place.",
        unit: "persons",
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Flow,
        take: |reading, out| out.push(Value::whole(reading.tally.deaths as f64)),
    },
    Measure {
        name: "couples-parted",
        definition: "Couples that parted in the period.",
        unit: "couples",
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Flow,
        take: |reading, out| out.push(Value::whole(reading.tally.parted as f64)),
    },
    Measure {
        name: "couples-paired",
        definition: "Couples that were formed anew in the period.",
        unit: "couples",
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Flow,
        take: |reading, out| out.push(Value::whole(reading.tally.paired as f64)),
    },
];
