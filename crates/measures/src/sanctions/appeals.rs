//! Appeals: what is asked for, what is answered, and what it is worth to be right.

use crate::counting::survival::Survival;
use crate::measure::{Measure, Value};
use crate::sanctions::spells::{KAPLAN_MEIER, still_on};
use crate::unit::Unit;
use demerit_society::Lasting;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure::sum("appeals-filed", Unit::Appeals)
        .titled("Appeals filed")
        .defined("Appeals filed in the period against a sanction.")
        .count(|reading| reading.tally.filed),
    Measure::sum("appeals-upheld", Unit::Appeals)
        .titled("Appeals upheld")
        .defined(
            "Appeals upheld in the period: points that errors took were given back, a wrong listing ended.",
        )
        .count(|reading| reading.tally.upheld),
    Measure::sum("appeals-rejected", Unit::Appeals)
        .titled("Appeals rejected")
        .defined("Appeals answered and rejected in the period.")
        .count(|reading| reading.tally.rejected),
    Measure::sum("appeals-silent", Unit::Appeals)
        .titled("Appeals silent")
        .defined("Appeals taken up in the period and never answered.")
        .count(|reading| reading.tally.silent),
    Measure::sum("appeals-lapsed", Unit::Appeals)
        .titled("Appeals lapsed")
        .defined(
            "Appeals taken up in the period when the sanction was over already: there was nothing left to \
             decide.",
        )
        .count(|reading| reading.tally.lapsed),
    Measure::end("appeals-waiting", Unit::Appeals)
        .titled("Appeals waiting")
        .defined("Appeals filed and not yet taken up at the end of the period.")
        .count(|reading| reading.stock.waiting),
    Measure::mean("appeal-delay-median", Unit::Weeks)
        .titled("Weeks by which half of the appeals are taken up")
        .defined(
            "The weeks after filing by which half of the appeals are taken up, from those taken up in the \
             year and those that wait at its end; no value where more than half wait longer than was seen.",
        )
        .after(KAPLAN_MEIER)
        .yearly()
        .number(|reading| Survival::of(reading.tally, Lasting::Appeal).median()),
    Measure::mean("appeal-delay-mean", Unit::Weeks)
        .titled("Weeks that an appeal waits, of its first 104")
        .defined(
            "Mean time between filing and being taken up, each counted up to 104 weeks, from the appeals \
             taken up in the year and those that wait at its end; no value where none was seen at some age \
             before.",
        )
        .after(KAPLAN_MEIER)
        .yearly()
        .number(|reading| Survival::of(reading.tally, Lasting::Appeal).mean()),
    Measure::mean("appeal-delay-still-on", Unit::Share)
        .titled("Of the appeals of a year: still waiting at its end")
        .defined(
            "Of the appeals that were taken up in the year or wait at its end, the share that waits: how \
             long those wait in all cannot be told (they are censored).",
        )
        .yearly()
        .ratio(|reading| still_on(reading, Lasting::Appeal, reading.stock.waiting)),
    Measure::end("appeals-known", Unit::Share)
        .titled("Of those wrongly sanctioned: know that they may appeal")
        .defined(
            "Of the persons wrongly under a sanction of a regime that hears appeals, the share who know that \
             they may appeal.",
        )
        .ratio(|reading| reading.weeks((reading.stock.wronged_knowing, reading.stock.wronged_heard))),
    Measure::end("appeals-dared", Unit::Share)
        .titled("Of those wrongly sanctioned: know that they may appeal, dare to, and can pay")
        .defined("Of the same, the share who know that they may appeal, dare to and can pay for it.")
        .ratio(|reading| reading.weeks((reading.stock.wronged_able, reading.stock.wronged_heard))),
    Measure::mean("delay-to-remedy", Unit::Weeks)
        .titled("Time until a wrong was put right, where it was")
        .defined(
            "Mean time from the week in which a sanction was wrong first to the week in which an appeal \
             against it was upheld, of the wrongs put right so in the period.",
        )
        .after("International Covenant on Civil and Political Rights, art. 2(3): an effective remedy")
        .ratio(|reading| (reading.tally.remedy_weeks, reading.tally.upheld_wrong)),
    Measure::sum("corrections-undone", Unit::Entries)
        .titled("Corrections that an old copy undid")
        .defined(
            "Corrections that a stale copy undid in the period: the points were lost again, the listing \
             stood again.",
        )
        .count(|reading| reading.tally.corrections_undone),
    Measure::sum("sanctions-stopped", Unit::Persons)
        .titled("Sanctions that a human stopped before they began")
        .defined(
            "Sanctions that a human stopped in the period before they began: those that would have been \
             wrong, and those that would have been right.",
        )
        .values(|reading| {
            let (all, wrong) = (reading.tally.stopped, reading.tally.stopped_wrong);
            let [wrong, right] = [("wrong", wrong), ("right", all - wrong)]
                .map(|(name, count)| Value::of_category("stopped", name, count));
            vec![Value::whole(all as f64), wrong, right]
        }),
    Measure::mean("appeal-success-given-innocence", Unit::Share)
        .titled("Appeals upheld, of those filed by persons wrongly sanctioned")
        .defined(
            "Of the appeals of persons wrongly under a sanction that were taken up in the period, the share \
             that was upheld.",
        )
        .ratio(|reading| (reading.tally.upheld_wrong, reading.tally.taken_wrong)),
];
