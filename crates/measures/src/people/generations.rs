//! Generations: how much of the parents' income and standing the children have who grew up within the run.

use crate::measure::Measure;
use crate::unit::Unit;
use demerit_regime::Request;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure::mean("income-persistence", Unit::Elasticity)
        .titled("How far income follows the parents’ income")
        .defined(
            "Slope of the logarithm of income on the logarithm of the parents' income, among adults who came \
             of age within the run, with what sanctions cost them taken off; left out while there are fewer \
             than 100.",
        )
        .yearly()
        .after("Fan and Zhang 2021")
        .number(|reading| reading.lineage().slope()),
    Measure::mean("sanction-persistence", Unit::Ratio)
        .titled("How far a parent’s sanction follows the child")
        .defined(
            "Share under a sanction among adults who came of age within the run and had a parent under a \
             sanction in their childhood, over that share among those who had none; left out while either \
             are fewer than 100 or nobody of the latter is under a sanction.",
        )
        .yearly()
        .number(|reading| reading.lineage().times_as_often()),
    Measure::sum("school-places-refused", Unit::Requests)
        .titled("Places at better schools refused because of a parent’s standing")
        .defined(
            "Places at better schools asked for a child and refused in the period because of the standing of \
             whoever asked.",
        )
        .count(|reading| reading.tally.refused[Request::SchoolPlace.index()].iter().sum()),
];
