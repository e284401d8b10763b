//! Home town: trips that were not made, who cannot leave, who left, and the ties that were cut.

use crate::measure::Measure;
use crate::unit::Unit;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure::sum("trips-lost", Unit::Trips)
        .titled("Journeys not made because of a refusal")
        .defined(
            "Trips by fast train or air that were refused in the period and not made by slow train either, \
             for want of a room or of patience.",
        )
        .count(|reading| reading.tally.trips_lost),
    Measure::end("held-at-home", Unit::Share)
        .titled("Persons whom refusals held in their home town")
        .defined(
            "Persons under a sanction whom their standing shuts out of fast trains, of flights and of rooms, \
             as a share of all persons.",
        )
        .share(|reading| reading.stock.held),
    Measure::end("moved-away", Unit::Share)
        .titled("Persons who moved away")
        .defined(
            "Persons who have moved out of the regime's reach and not come back, as a share of all persons.",
        )
        .share(|reading| reading.stock.away),
    Measure::mean("ties-cut", Unit::PerThousandPersonYears)
        .titled("Friendships cut")
        .defined(
            "Ties to friends and colleagues that were cut in the period when a sanction fell, for each 1,000 \
             persons and year.",
        )
        .rate(|reading| reading.tally.ties_cut),
];
