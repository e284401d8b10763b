//! The court's list: stock and flow.

use crate::measure::{Kind, Measure, Moment, Value};
use crate::sanctions::by_group;
use crate::unit::Unit;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure {
        name: "listed",
        title: "On the court’s list",
        definition: "Persons on the court's list, as a share of all persons of the group.",
        unit: Unit::Share,
        source: "counts of the Supreme People's Court, as a share",
        moment: Moment::Period,
        kind: Kind::End,
        take: |reading, out| by_group(reading, &reading.stock.listed, out),
    },
    Measure {
        name: "wrongly-listed",
        title: "Wrongly on the court’s list",
        definition: "Persons on the court's list whose own true deeds would not have put them there, as a share of all persons.",
        unit: Unit::Share,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::End,
        take: |reading, out| out.push(Value::whole(reading.share(reading.stock.wrongly_listed))),
    },
    Measure {
        name: "list-entries",
        title: "Persons put on the court’s list in the last year",
        definition: "Persons put on the court's list in the period.",
        unit: Unit::Persons,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Sum,
        take: |reading, out| out.push(Value::whole(reading.tally.listed as f64)),
    },
    Measure {
        name: "list-exits",
        title: "Persons taken off the court’s list in the last year",
        definition: "Persons taken off the court's list in the period, by term, repair or appeal; not by death.",
        unit: Unit::Persons,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Sum,
        take: |reading, out| out.push(Value::whole(reading.tally.unlisted as f64)),
    },
];
