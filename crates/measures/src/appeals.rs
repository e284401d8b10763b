//! Appeals: what is asked for, what is answered, and what it is worth to be right.

use crate::measure::{Kind, Measure, Moment, Value};
use crate::reading::ratio;
use crate::unit::Unit;
use demerit_society::TICKS_PER_YEAR;

const PERIOD: Moment = Moment::Period;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure {
        name: "appeals-filed",
        title: "Appeals filed in the last year",
        definition: "Appeals filed in the period against a sanction.",
        unit: Unit::Appeals,
        source: "our definition",
        moment: PERIOD,
        kind: Kind::Sum,
        take: |reading, out| out.push(Value::whole(reading.tally.filed as f64)),
    },
    Measure {
        name: "appeals-upheld",
        title: "Appeals upheld in the last year",
        definition: "Appeals upheld in the period: points that errors took were given back, a wrong listing ended.",
        unit: Unit::Appeals,
        source: "our definition",
        moment: PERIOD,
        kind: Kind::Sum,
        take: |reading, out| out.push(Value::whole(reading.tally.upheld as f64)),
    },
    Measure {
        name: "appeals-rejected",
        title: "Appeals rejected",
        definition: "Appeals answered and rejected in the period.",
        unit: Unit::Appeals,
        source: "our definition",
        moment: PERIOD,
        kind: Kind::Sum,
        take: |reading, out| out.push(Value::whole(reading.tally.rejected as f64)),
    },
    Measure {
        name: "appeals-silent",
        title: "Appeals silent",
        definition: "Appeals taken up in the period and never answered.",
        unit: Unit::Appeals,
        source: "our definition",
        moment: PERIOD,
        kind: Kind::Sum,
        take: |reading, out| out.push(Value::whole(reading.tally.silent as f64)),
    },
    Measure {
        name: "appeals-lapsed",
        title: "Appeals lapsed",
        definition: "Appeals taken up in the period when the sanction was over already: there was nothing left to decide.",
        unit: Unit::Appeals,
        source: "our definition",
        moment: PERIOD,
        kind: Kind::Sum,
        take: |reading, out| out.push(Value::whole(reading.tally.lapsed as f64)),
    },
    Measure {
        name: "appeals-waiting",
        title: "Appeals waiting",
        definition: "Appeals filed and not yet taken up at the end of the period.",
        unit: Unit::Appeals,
        source: "our definition",
        moment: PERIOD,
        kind: Kind::End,
        take: |reading, out| out.push(Value::whole(reading.stock.waiting as f64)),
    },
    Measure {
        name: "appeal-delay",
        title: "Time until an appeal is taken up",
        definition: "Mean time between filing and being taken up, of the appeals taken up in the period.",
        unit: Unit::Years,
        source: "our definition",
        moment: PERIOD,
        kind: Kind::Mean,
        take: |reading, out| {
            let tally = reading.tally;
            let taken = tally.upheld + tally.rejected + tally.silent + tally.lapsed;
            out.extend(
                ratio(tally.waited, taken).map(|ticks| Value::whole(ticks / f64::from(TICKS_PER_YEAR))),
            );
        },
    },
    Measure {
        name: "appeals-known",
        title: "Of those wrongly sanctioned: know that they may appeal",
        definition: "Of the persons wrongly under a sanction of a regime that hears appeals, the share who know that they may appeal.",
        unit: Unit::Share,
        source: "our definition",
        moment: PERIOD,
        kind: Kind::Mean,
        take: |reading, out| {
            out.extend(ratio(reading.stock.wronged_knowing, reading.stock.wronged_heard).map(Value::whole));
        },
    },
    Measure {
        name: "appeals-dared",
        title: "Of those wrongly sanctioned: know that they may appeal, dare to, and can pay",
        definition: "Of the same, the share who know that they may appeal, dare to and can pay for it.",
        unit: Unit::Share,
        source: "our definition",
        moment: PERIOD,
        kind: Kind::Mean,
        take: |reading, out| {
            out.extend(ratio(reading.stock.wronged_able, reading.stock.wronged_heard).map(Value::whole));
        },
    },
    Measure {
        name: "delay-to-remedy",
        title: "Time until a wrong was put right, where it was",
        definition: "Mean time from the week in which a sanction was wrong first to the week in which an appeal against it was upheld, of the \
                     wrongs put right so in the period.",
        unit: Unit::Weeks,
        source: "International Covenant on Civil and Political Rights, art. 2(3): an effective remedy",
        moment: PERIOD,
        kind: Kind::Mean,
        take: |reading, out| {
            out.extend(ratio(reading.tally.remedy_weeks, reading.tally.upheld_wrong).map(Value::whole));
        },
    },
    Measure {
        name: "corrections-undone",
        title: "Corrections that an old copy undid",
        definition: "Corrections that a stale copy undid in the period: the points were lost again, the listing stood again.",
        unit: Unit::Entries,
        source: "our definition",
        moment: PERIOD,
        kind: Kind::Sum,
        take: |reading, out| out.push(Value::whole(reading.tally.corrections_undone as f64)),
    },
    Measure {
        name: "sanctions-stopped",
        title: "Sanctions that a human stopped before they began",
        definition: "Sanctions that a human stopped in the period before they began: those that would have been wrong, and those that \
                     would have been right.",
        unit: Unit::Persons,
        source: "our definition",
        moment: PERIOD,
        kind: Kind::Sum,
        take: |reading, out| {
            let (all, wrong) = (reading.tally.stopped, reading.tally.stopped_wrong);
            out.push(Value::whole(all as f64));
            out.push(Value::of_group("stopped:wrong", wrong as f64));
            out.push(Value::of_group("stopped:right", (all - wrong) as f64));
        },
    },
    Measure {
        name: "appeal-success-given-innocence",
        title: "Appeals upheld, of those filed by persons wrongly sanctioned",
        definition: "Of the appeals of persons wrongly under a sanction that were taken up in the period, the share that was upheld.",
        unit: Unit::Share,
        source: "our definition",
        moment: PERIOD,
        kind: Kind::Mean,
        take: |reading, out| {
            out.extend(ratio(reading.tally.upheld_wrong, reading.tally.taken_wrong).map(Value::whole));
        },
    },
];
