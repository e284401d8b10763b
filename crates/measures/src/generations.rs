//! Generations: how much of the parents' income and standing the children have who grew up within the run.

use crate::measure::{Kind, Measure, Moment, Value};
use crate::unit::Unit;
use demerit_regime::Request;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure {
        name: "income-persistence",
        title: "How far income follows the parents’ income",
        definition: "Slope of the logarithm of income on the logarithm of the parents' income, among adults who came of age within the run, \
                     with what sanctions cost them taken off; left out while there are fewer than 100.",
        unit: Unit::Elasticity,
        source: "Fan and Zhang 2021",
        moment: Moment::Year,
        kind: Kind::Mean,
        take: |reading, out| out.extend(reading.lineage().slope().map(Value::whole)),
    },
    Measure {
        name: "sanction-persistence",
        title: "How far a parent’s sanction follows the child",
        definition: "Share under a sanction among adults who came of age within the run and had a parent under a sanction in their \
                     childhood, over that share among those who had none; left out while either are fewer than 100 or nobody of the latter \
                     is under a sanction.",
        unit: Unit::Ratio,
        source: "our definition",
        moment: Moment::Year,
        kind: Kind::Mean,
        take: |reading, out| out.extend(reading.lineage().times_as_often().map(Value::whole)),
    },
    Measure {
        name: "school-places-refused",
        title: "Places at better schools refused because of a parent’s standing",
        definition: "Places at better schools asked for a child and refused in the period because of the standing of whoever asked.",
        unit: Unit::Requests,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Sum,
        take: |reading, out| {
            let refused: u64 = reading.tally.refused[Request::SchoolPlace.index()].iter().sum();
            out.push(Value::whole(refused as f64));
        },
    },
];
