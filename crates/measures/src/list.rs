//! The court's list: stock and flow.

use crate::reading::{Kind, Measure, Moment, Value};
use crate::sanctions::by_group;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure {
        name: "listed",
        definition: "Persons on the court's list, as a share of all persons of the group.",
        unit: "share",
        source: "counts of the Supreme People's Court, as a share",
        moment: Moment::Period,
        kind: Kind::State,
        take: |reading, out| by_group(reading, &reading.stock.listed, out),
    },
    Measure {
        name: "wrongly-listed",
        definition: "Persons on the court's list whose own true deeds would not have put them there, as a share of all persons.",
        unit: "share",
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::State,
        take: |reading, out| out.push(Value::whole(reading.share(reading.stock.wrongly_listed))),
    },
    Measure {
        name: "list-entries",
        definition: "Persons put on the court's list in the period.",
        unit: "persons",
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Flow,
        take: |reading, out| out.push(Value::whole(reading.tally.listed as f64)),
    },
    Measure {
        name: "list-exits",
        definition: "Persons taken off the court's list in the period, by term, repair or appeal; not by death.",
        unit: "persons",
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Flow,
        take: |reading, out| out.push(Value::whole(reading.tally.unlisted as f64)),
    },
];
