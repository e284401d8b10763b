//! Fear: how much of it there is.

use crate::reading::{Kind, Measure, Moment, Value};
use crate::stock::GROUPS;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[Measure {
    name: "fear",
    definition: "Mean fear of all persons of the group, from 0 (none) to 1 (the highest that the model knows).",
    unit: "share",
    source: "our definition",
    moment: Moment::Period,
    kind: Kind::State,
    take: |reading, out| {
        let (pilot, later) = (GROUPS.len() - 2, GROUPS.len() - 1);
        let all = reading.stock.fear;
        let in_pilot = reading.stock.fear_pilot;
        for (group, fear) in [(0, all), (pilot, in_pilot), (later, all - in_pilot)] {
            let persons = reading.population[group];
            if persons > 0 {
                out.push(Value::of_group(GROUPS[group], fear as f64 / 255.0 / persons as f64));
            }
        }
    },
}];
