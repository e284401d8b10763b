//! Speech: what is said, what is not, and what is taken down.

use crate::reading::{Measure, Moment, Reading, Value};
use demerit_society::tally::STANCES;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure {
        name: "posts",
        definition: "Posts on public affairs published in the period, by stance.",
        unit: "posts",
        source: "our definition",
        moment: Moment::Period,
        take: |reading, out| by_stance(reading, |tally| &tally.published, out),
    },
    Measure {
        name: "posts-withheld",
        definition: "Posts that would have been published in the period and were not, out of fear or because they are watched and punished.",
        unit: "posts",
        source: "our definition",
        moment: Moment::Period,
        take: |reading, out| by_stance(reading, |tally| &tally.withheld, out),
    },
    Measure {
        name: "posts-removed",
        definition: "Published posts that were taken down in the period.",
        unit: "posts",
        source: "our definition",
        moment: Moment::Period,
        take: |reading, out| by_stance(reading, |tally| &tally.removed, out),
    },
];

fn by_stance(
    reading: &Reading<'_>,
    counts: impl Fn(&demerit_society::Tally) -> &[u64; 4],
    out: &mut Vec<Value>,
) {
    for (name, &count) in STANCES.iter().zip(counts(reading.tally)) {
        out.push(Value::of_group(format!("stance:{name}"), count as f64));
    }
}
