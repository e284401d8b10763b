//! Life: how many there are, are born, die, part and pair.

use crate::measure::{Kind, Measure, Moment, Value};
use crate::unit::Unit;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure {
        name: "population",
        title: "Population",
        definition: "Persons in each group at the end of the year.",
        unit: Unit::Persons,
        source: "our definition",
        moment: Moment::Year,
        kind: Kind::End,
        take: |reading, out| {
            let groups = reading.population.all();
            out.extend(groups.map(|(group, persons)| Value::of_group(group.name(), persons as f64)));
        },
    },
    Measure {
        name: "deaths",
        title: "Deaths",
        definition: "Persons who died in the period; each was followed by a newborn in the same place.",
        unit: Unit::Persons,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Sum,
        take: |reading, out| out.push(Value::whole(reading.tally.deaths as f64)),
    },
    Measure {
        name: "couples-parted",
        title: "Couples that parted in the last year",
        definition: "Couples that parted in the period.",
        unit: Unit::Couples,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Sum,
        take: |reading, out| out.push(Value::whole(reading.tally.parted as f64)),
    },
    Measure {
        name: "couples-paired",
        title: "Couples paired",
        definition: "Couples that were formed anew in the period.",
        unit: Unit::Couples,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Sum,
        take: |reading, out| out.push(Value::whole(reading.tally.paired as f64)),
    },
];
