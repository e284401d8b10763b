//! Fear: how much of it there is.

use crate::groups::Group;
use crate::measure::{Kind, Measure, Moment, Value};
use crate::unit::Unit;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[Measure {
    name: "fear",
    title: "Mean fear, from none to the highest",
    definition: "Mean fear of all persons of the group, from 0 (none) to 1 (the highest that the model knows).",
    unit: Unit::Share,
    source: "our definition",
    moment: Moment::Period,
    kind: Kind::End,
    take: |reading, out| {
        let all = reading.stock.fear;
        let in_pilot = reading.stock.fear_pilot;
        for (group, fear) in [(Group::All, all), (Group::Pilot, in_pilot), (Group::Later, all - in_pilot)] {
            let persons = reading.population[group];
            if persons > 0 {
                out.push(Value::of_group(group.name(), fear as f64 / 255.0 / persons as f64));
            }
        }
    },
}];
