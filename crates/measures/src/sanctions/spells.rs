//! Spells: how many sanctions begin and end, how long they last, and how soon after the deed they come.

use crate::measure::{Measure, Value};
use crate::sanctions::sanctioned::errors;
use crate::unit::Unit;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure::sum("sanctions-begun", Unit::Persons)
        .titled("Persons who came under a sanction")
        .defined(
            "Persons who came under a sanction in the period, by tier or by list, counted anew each time.",
        )
        .count(|reading| reading.tally.sanctions_begun),
    Measure::sum("sanctions-ended", Unit::Persons)
        .titled("Persons whose sanction ended")
        .defined("Persons whose sanction ended in the period, for whatever reason, death included.")
        .count(|reading| reading.tally.sanctions_ended),
    Measure::mean("mean-spell", Unit::Weeks)
        .titled("How long a sanction lasts")
        .defined("Mean length of the sanctions that ended in the period, from beginning to end.")
        .ratio(|reading| (reading.tally.spell_weeks, reading.tally.sanctions_ended)),
    Measure::sum("sanctioned-weeks", Unit::PersonWeeks)
        .titled("Weeks under a sanction")
        .defined(
            "Weeks that persons spent under a sanction in the period, summed over the persons and counted \
             week by week.",
        )
        .count(|reading| reading.tally.sanction_weeks.as_flattened().iter().sum()),
    Measure::sum("wrongly-sanctioned-weeks", Unit::PersonWeeks)
        .titled("Weeks wrongly under a sanction")
        .defined(
            "Weeks that persons spent in the period under a sanction that their own true deeds would not \
             have brought, by the error that took most of their points or put them on the list.",
        )
        .values(|reading| {
            let by_origin = reading.tally.sanction_weeks.map(|weeks| weeks.iter().sum::<u64>());
            let all = Value::whole(by_origin[1..].iter().sum::<u64>() as f64);
            [all].into_iter().chain(errors(&by_origin)).collect()
        }),
    Measure::mean("wrong-stay", Unit::Weeks)
        .titled("How long a sanction stays wrong")
        .defined(
            "Mean time that sanctions had been wrong when they ended, or ceased to be wrong, in the period, \
             for whatever reason.",
        )
        .ratio(|reading| (reading.tally.wrong_weeks, reading.tally.wrongs_ended)),
    Measure::mean("deed-to-consequence", Unit::Weeks)
        .titled("Time from deed to sanction")
        .defined(
            "Mean time from the first deed since the last review that cost points, or from the order that \
             led onto the list, to the sanction, of the sanctions that began in the period; an entry put \
             down to another takes a week.",
        )
        .ratio(|reading| (reading.tally.consequence_weeks, reading.tally.sanctions_begun)),
];
