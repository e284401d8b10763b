//! Appeals: what is asked for, what is answered, and what it is worth to be right.

use crate::reading::{Measure, Moment, Value, ratio};
use demerit_society::TICKS_PER_YEAR;

const PERIOD: Moment = Moment::Period;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure {
        name: "appeals-filed",
        definition: "Appeals filed in the period against a sanction.",
        unit: "appeals",
        source: "our definition",
        moment: PERIOD,
        take: |reading, out| out.push(Value::whole(reading.tally.filed as f64)),
    },
    Measure {
        name: "appeals-upheld",
        definition: "Appeals upheld in the period: points that errors took were given back, a wrong listing ended.",
        unit: "appeals",
        source: "our definition",
        moment: PERIOD,
        take: |reading, out| out.push(Value::whole(reading.tally.upheld as f64)),
    },
    Measure {
        name: "appeals-rejected",
        definition: "Appeals answered and rejected in the period.",
        unit: "appeals",
        source: "our definition",
        moment: PERIOD,
        take: |reading, out| out.push(Value::whole(reading.tally.rejected as f64)),
    },
    Measure {
        name: "appeals-silent",
        definition: "Appeals taken up in the period and never answered.",
        unit: "appeals",
        source: "our definition",
        moment: PERIOD,
        take: |reading, out| out.push(Value::whole(reading.tally.silent as f64)),
    },
    Measure {
        name: "appeals-lapsed",
        definition: "Appeals taken up in the period when the sanction was over already: there was nothing left to decide.",
        unit: "appeals",
        source: "our definition",
        moment: PERIOD,
        take: |reading, out| out.push(Value::whole(reading.tally.lapsed as f64)),
    },
    Measure {
        name: "appeals-waiting",
        definition: "Appeals filed and not yet taken up at the end of the period.",
        unit: "appeals",
        source: "our definition",
        moment: PERIOD,
        take: |reading, out| out.push(Value::whole(reading.stock.waiting as f64)),
    },
    Measure {
        name: "appeal-delay",
        definition: "Mean time between filing and being taken up, of the appeals taken up in the period.",
        unit: "years",
        source: "our definition",
        moment: PERIOD,
        take: |reading, out| {
            let tally = reading.tally;
            let taken = tally.upheld + tally.rejected + tally.silent + tally.lapsed;
            out.extend(
                ratio(tally.waited, taken).map(|ticks| Value::whole(ticks / f64::from(TICKS_PER_YEAR))),
            );
        },
    },
    Measure {
        name: "appeal-success-given-innocence",
        definition: "Of the appeals of persons wrongly under a sanction that were taken up in the period, the share that was upheld.",
        unit: "share",
        source: "our definition",
        moment: PERIOD,
        take: |reading, out| {
            out.extend(ratio(reading.tally.upheld_wrong, reading.tally.taken_wrong).map(Value::whole));
        },
    },
];
