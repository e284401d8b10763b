//! Home town: trips that were not made, who cannot leave, who left, and the ties that were cut.

use crate::measure::{Kind, Measure, Moment, Value};
use crate::unit::Unit;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure {
        name: "trips-lost",
        title: "Journeys not made because of a refusal in the last year",
        definition: "Trips by fast train or air that were refused in the period and not made by slow train either, for want of a room or of \
                     patience.",
        unit: Unit::Trips,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Sum,
        take: |reading, out| out.push(Value::whole(reading.tally.trips_lost as f64)),
    },
    Measure {
        name: "held-at-home",
        title: "Persons whom refusals held in their home town",
        definition: "Persons under a sanction whom their standing shuts out of fast trains, of flights and of rooms, as a share of all \
                     persons.",
        unit: Unit::Share,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::End,
        take: |reading, out| out.push(Value::whole(reading.share(reading.stock.held))),
    },
    Measure {
        name: "moved-away",
        title: "Persons who moved away",
        definition: "Persons who have moved out of the regime's reach and not come back, as a share of all persons.",
        unit: Unit::Share,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::End,
        take: |reading, out| out.push(Value::whole(reading.share(reading.stock.away))),
    },
    Measure {
        name: "ties-cut",
        title: "Friendships cut",
        definition: "Ties to friends and colleagues that were cut in the period when a sanction fell, for each 1,000 persons and year.",
        unit: Unit::PerThousandPersonYears,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Mean,
        take: |reading, out| {
            out.push(Value::whole(1000.0 * reading.tally.ties_cut as f64 / reading.person_years()));
        },
    },
];
