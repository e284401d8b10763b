//! Life: how many there are, are born, die, part and pair.

use crate::measure::{Measure, Value};
use crate::unit::Unit;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure::end("population", Unit::Persons)
        .titled("Population")
        .defined("Persons in each group at the end of the year.")
        .yearly()
        .values(|reading| {
            let groups = reading.population.all();
            groups.map(|(group, persons)| Value::of_group(group.name(), persons as f64)).collect()
        }),
    Measure::sum("deaths", Unit::Persons)
        .titled("Deaths")
        .defined("Persons who died in the period; each was followed by a newborn in the same place.")
        .count(|reading| reading.tally.deaths),
    Measure::sum("couples-parted", Unit::Couples)
        .titled("Couples that parted")
        .defined("Couples that parted in the period.")
        .count(|reading| reading.tally.parted),
    Measure::sum("couples-paired", Unit::Couples)
        .titled("Couples paired")
        .defined("Couples that were formed anew in the period.")
        .count(|reading| reading.tally.paired),
];
