//! Home town: trips that were not made, who cannot leave, who left, and the ties that were cut.

use crate::reading::{Kind, Measure, Moment, Value};

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure {
        name: "trips-lost",
        definition: "Trips by fast train or air that were refused in the period and not made by slow train either, for want of a room or of \
                     patience.",
        unit: "trips",
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Flow,
        take: |reading, out| out.push(Value::whole(reading.tally.trips_lost as f64)),
    },
    Measure {
        name: "held-at-home",
        definition: "Persons under a sanction whom their standing shuts out of fast trains, of flights and of rooms, as a share of all \
                     persons.",
        unit: "share",
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::State,
        take: |reading, out| out.push(Value::whole(reading.share(reading.stock.held))),
    },
    Measure {
        name: "moved-away",
        definition: "Persons who have moved out of the regime's reach and not come back, as a share of all persons.",
        unit: "share",
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::State,
        take: |reading, out| out.push(Value::whole(reading.share(reading.stock.away))),
    },
    Measure {
        name: "ties-cut",
        definition: "Ties to friends and colleagues that were cut in the period when a sanction fell, for each 1,000 persons and year.",
        unit: "per 1,000 person-years",
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Rate,
        take: |reading, out| {
            out.push(Value::whole(1000.0 * reading.tally.ties_cut as f64 / reading.person_years()));
        },
    },
];
