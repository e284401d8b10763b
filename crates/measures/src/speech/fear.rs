//! Fear: how much of it there is.

use crate::counting::groups::Group;
use crate::measure::{Measure, Value};
use crate::unit::Unit;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[Measure::end("fear", Unit::Share)
    .titled("Mean fear, from none to the highest")
    .defined("Mean fear of all persons of the group, from 0 (none) to 1 (the highest that the model knows).")
    .values(|reading| {
        let (all, in_pilot) = (reading.stock.fear, reading.stock.fear_pilot);
        let sums = [(Group::All, all), (Group::Pilot, in_pilot), (Group::Later, all - in_pilot)];
        let mean = |(group, fear): (Group, u64)| {
            let weeks = reading.weeks((fear, 255 * reading.population[group]));
            Some(Value::ratio(weeks)?.grouped(group.name()))
        };
        sums.into_iter().filter_map(mean).collect()
    })];
