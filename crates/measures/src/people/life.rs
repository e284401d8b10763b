//! Life: how many there are, are born, die, part and pair.

use crate::measure::{Measure, Take, Value};
use crate::unit::Unit;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure::end(
        "population",
        Unit::Persons,
        "Population",
        "Persons in each group at the end of the year.",
        Take::Values(|reading| {
            let groups = reading.population.all();
            groups.map(|(group, persons)| Value::of_group(group.name(), persons as f64)).collect()
        }),
    )
    .yearly(),
    Measure::sum(
        "deaths",
        Unit::Persons,
        "Deaths",
        "Persons who died in the period; each was followed by a newborn in the same place.",
        Take::Count(|reading| reading.tally.deaths),
    ),
    Measure::sum(
        "couples-parted",
        Unit::Couples,
        "Couples that parted in the last year",
        "Couples that parted in the period.",
        Take::Count(|reading| reading.tally.parted),
    ),
    Measure::sum(
        "couples-paired",
        Unit::Couples,
        "Couples paired",
        "Couples that were formed anew in the period.",
        Take::Count(|reading| reading.tally.paired),
    ),
];
