//! Appeals: what is asked for, what is answered, and what it is worth to be right.

use crate::counting::reading::ratio;
use crate::measure::{Measure, Take, Value};
use crate::unit::Unit;
use demerit_society::TICKS_PER_YEAR;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure::sum(
        "appeals-filed",
        Unit::Appeals,
        "Appeals filed in the last year",
        "Appeals filed in the period against a sanction.",
        Take::Count(|reading| reading.tally.filed),
    ),
    Measure::sum(
        "appeals-upheld",
        Unit::Appeals,
        "Appeals upheld in the last year",
        "Appeals upheld in the period: points that errors took were given back, a wrong listing ended.",
        Take::Count(|reading| reading.tally.upheld),
    ),
    Measure::sum(
        "appeals-rejected",
        Unit::Appeals,
        "Appeals rejected",
        "Appeals answered and rejected in the period.",
        Take::Count(|reading| reading.tally.rejected),
    ),
    Measure::sum(
        "appeals-silent",
        Unit::Appeals,
        "Appeals silent",
        "Appeals taken up in the period and never answered.",
        Take::Count(|reading| reading.tally.silent),
    ),
    Measure::sum(
        "appeals-lapsed",
        Unit::Appeals,
        "Appeals lapsed",
        "Appeals taken up in the period when the sanction was over already: there was nothing left to \
         decide.",
        Take::Count(|reading| reading.tally.lapsed),
    ),
    Measure::end(
        "appeals-waiting",
        Unit::Appeals,
        "Appeals waiting",
        "Appeals filed and not yet taken up at the end of the period.",
        Take::Count(|reading| reading.stock.waiting),
    ),
    Measure::mean(
        "appeal-delay",
        Unit::Years,
        "Time until an appeal is taken up",
        "Mean time between filing and being taken up, of the appeals taken up in the period.",
        Take::Number(|reading| {
            let tally = reading.tally;
            let taken = tally.upheld + tally.rejected + tally.silent + tally.lapsed;
            Some(ratio(tally.waited, taken)? / f64::from(TICKS_PER_YEAR))
        }),
    ),
    Measure::mean(
        "appeals-known",
        Unit::Share,
        "Of those wrongly sanctioned: know that they may appeal",
        "Of the persons wrongly under a sanction of a regime that hears appeals, the share who know that \
         they may appeal.",
        Take::Ratio(|reading| (reading.stock.wronged_knowing, reading.stock.wronged_heard)),
    ),
    Measure::mean(
        "appeals-dared",
        Unit::Share,
        "Of those wrongly sanctioned: know that they may appeal, dare to, and can pay",
        "Of the same, the share who know that they may appeal, dare to and can pay for it.",
        Take::Ratio(|reading| (reading.stock.wronged_able, reading.stock.wronged_heard)),
    ),
    Measure::mean(
        "delay-to-remedy",
        Unit::Weeks,
        "Time until a wrong was put right, where it was",
        "Mean time from the week in which a sanction was wrong first to the week in which an appeal against \
         it was upheld, of the wrongs put right so in the period.",
        Take::Ratio(|reading| (reading.tally.remedy_weeks, reading.tally.upheld_wrong)),
    )
    .after("International Covenant on Civil and Political Rights, art. 2(3): an effective remedy"),
    Measure::sum(
        "corrections-undone",
        Unit::Entries,
        "Corrections that an old copy undid",
        "Corrections that a stale copy undid in the period: the points were lost again, the listing stood \
         again.",
        Take::Count(|reading| reading.tally.corrections_undone),
    ),
    Measure::sum(
        "sanctions-stopped",
        Unit::Persons,
        "Sanctions that a human stopped before they began",
        "Sanctions that a human stopped in the period before they began: those that would have been wrong, \
         and those that would have been right.",
        Take::Values(|reading| {
            let (all, wrong) = (reading.tally.stopped, reading.tally.stopped_wrong);
            let [wrong, right] = [("wrong", wrong), ("right", all - wrong)]
                .map(|(name, count)| Value::of_category("stopped", name, count));
            vec![Value::whole(all as f64), wrong, right]
        }),
    ),
    Measure::mean(
        "appeal-success-given-innocence",
        Unit::Share,
        "Appeals upheld, of those filed by persons wrongly sanctioned",
        "Of the appeals of persons wrongly under a sanction that were taken up in the period, the share that \
         was upheld.",
        Take::Ratio(|reading| (reading.tally.upheld_wrong, reading.tally.taken_wrong)),
    ),
];
