//! Spells: how many sanctions begin and end, how long they last, and how soon after the deed they come.

use crate::counting::groups::Group;
use crate::counting::reading::Reading;
use crate::counting::survival::Survival;
use crate::measure::{Measure, Value};
use crate::sanctions::sanctioned::errors;
use crate::unit::Unit;
use demerit_society::Lasting;

/// How lengths are told from what ended and what goes on.
pub(super) const KAPLAN_MEIER: &str = "Kaplan and Meier 1958, with delayed entry";

/// Of what ended in a period or is on at its end, what is on.
pub(super) fn still_on(reading: &Reading<'_>, what: Lasting, on: u64) -> (u64, u64) {
    (on, on + reading.tally.ended_all(what))
}

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
        .count(|reading| reading.tally.ended_all(Lasting::Sanction)),
    Measure::mean("spell-median", Unit::Weeks)
        .titled("Weeks by which half of the sanctions are over")
        .defined(
            "The weeks by which half of the sanctions are over, from those that ended in the year and those \
             still on at its end; no value where more than half last longer than was seen.",
        )
        .after(KAPLAN_MEIER)
        .yearly()
        .number(|reading| Survival::of(reading.tally, Lasting::Sanction).median()),
    Measure::mean("spell-mean", Unit::Weeks)
        .titled("Weeks that a sanction lasts, of its first 104")
        .defined(
            "Mean length of the sanctions, each counted up to 104 weeks, from those that ended in the year \
             and those still on at its end; no value where none was seen at some age before.",
        )
        .after(KAPLAN_MEIER)
        .yearly()
        .number(|reading| Survival::of(reading.tally, Lasting::Sanction).mean()),
    Measure::mean("spell-still-on", Unit::Share)
        .titled("Of the sanctions of a year: still on at its end")
        .defined(
            "Of the sanctions that ended in the year or were on at its end, the share still on: how long \
             those last in all cannot be told (they are censored).",
        )
        .yearly()
        .ratio(|reading| still_on(reading, Lasting::Sanction, reading.stock.sanctioned[Group::All])),
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
    Measure::mean("wrong-stay-median", Unit::Weeks)
        .titled("Weeks by which half of the wrong sanctions are over or right")
        .defined(
            "The weeks by which half of the sanctions that are wrong are over, or are no longer wrong, from \
             those of which that is so in the year and those still wrong at its end; no value where more \
             than half stay wrong longer than was seen.",
        )
        .after(KAPLAN_MEIER)
        .yearly()
        .number(|reading| Survival::of(reading.tally, Lasting::Wrong).median()),
    Measure::mean("wrong-stay-mean", Unit::Weeks)
        .titled("Weeks that a sanction stays wrong, of the first 104")
        .defined(
            "Mean time that sanctions stay wrong, each counted up to 104 weeks, from those that ended or \
             ceased to be wrong in the year and those still wrong at its end; no value where none was seen \
             at some age before.",
        )
        .after(KAPLAN_MEIER)
        .yearly()
        .number(|reading| Survival::of(reading.tally, Lasting::Wrong).mean()),
    Measure::mean("wrong-stay-still-on", Unit::Share)
        .titled("Of the wrong sanctions of a year: still wrong at its end")
        .defined(
            "Of the sanctions that ended while wrong or ceased to be wrong in the year, or were wrong at its \
             end, the share still wrong: how long those stay so in all cannot be told (they are censored).",
        )
        .yearly()
        .ratio(|reading| still_on(reading, Lasting::Wrong, reading.stock.wrongly[Group::All])),
    Measure::mean("deed-to-consequence", Unit::Weeks)
        .titled("Time from deed to sanction")
        .defined(
            "Mean time from the first deed since the last review that cost points, or from the order that \
             led onto the list, to the sanction, of the sanctions that began in the period; an entry put \
             down to another takes a week.",
        )
        .ratio(|reading| (reading.tally.consequence_weeks, reading.tally.sanctions_begun)),
];
