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
        let there = sums.into_iter().filter(|(group, _)| reading.population[*group] > 0);
        let mean = |(group, fear)| fear as f64 / 255.0 / reading.population[group] as f64;
        there.map(|one| Value::of_group(one.0.name(), mean(one))).collect()
    })];
