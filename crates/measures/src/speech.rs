//! Speech: what is said, what is not, and what is taken down.

use crate::measure::{Kind, Measure, Moment, Value};
use crate::reading::Reading;
use crate::unit::Unit;
use demerit_society::Chunk;
use demerit_society::reactions::account::Loss;
use demerit_society::state::Planes;
use demerit_society::state::tally::Stance;

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure {
        name: "posts",
        title: "Posts",
        definition: "Posts on public affairs published in the period, by stance.",
        unit: Unit::Posts,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Sum,
        take: |reading, out| by_stance(reading, |tally| &tally.published, out),
    },
    Measure {
        name: "posts-withheld",
        title: "Posts withheld out of own fear in the last year",
        definition: "Posts that would have been published in the period and were not, out of fear or because they are watched and punished.",
        unit: Unit::Posts,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Sum,
        take: |reading, out| by_stance(reading, |tally| &tally.withheld, out),
    },
    Measure {
        name: "posts-removed",
        title: "Posts taken down in the last year",
        definition: "Published posts that were taken down in the period.",
        unit: Unit::Posts,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Sum,
        take: |reading, out| by_stance(reading, |tally| &tally.removed, out),
    },
    Measure {
        name: "posts-withheld-for-others",
        title: "Posts withheld for the sake of others in the last year",
        definition: "Posts that would have been published in the period and were not because they would have cost the author's household or friends points; what was withheld out of own fear is not among them.",
        unit: Unit::Posts,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Sum,
        take: |reading, out| by_stance(reading, |tally| &tally.withheld_for_others, out),
    },
    Measure {
        name: "posts-muted",
        title: "Critical posts left unsaid because few others spoke",
        definition: "Critical and revealing posts left unsaid in the period because fewer such posts than usual were heard in the neighbourhood; the extra posts where more were heard are not set against them.",
        unit: Unit::Posts,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Sum,
        take: |reading, out| by_stance(reading, |tally| &tally.muted, out),
    },
    Measure {
        name: "posts-silenced",
        title: "Posts not written because the account was closed",
        definition: "Posts that would have been published in the period and were not because the account was closed.",
        unit: Unit::Posts,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Sum,
        take: |reading, out| by_stance(reading, |tally| &tally.silenced, out),
    },
    Measure {
        name: "reach",
        title: "Readers reached in the last year",
        definition: "Readers of all posts that were published in the period and not taken down, by stance; who reads several posts counts several times.",
        unit: Unit::Readers,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Sum,
        take: |reading, out| {
            if reading.view.society.reactions.audience.is_some() {
                by_stance(reading, |tally| &tally.reach, out);
            }
        },
    },
    Measure {
        name: "reach-lost",
        title: "Readers not reached in the last year",
        definition: "Readers whom posts of the period did not reach because they were taken down (removal), because the account was closed (closed), or because the author withheld them out of fear or for the sake of others (withheld).",
        unit: Unit::Readers,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::Sum,
        take: |reading, out| {
            if reading.view.society.reactions.audience.is_some() {
                for (loss, &lost) in Loss::ALL.iter().zip(&reading.tally.reach_lost) {
                    out.push(Value::in_domain(loss.name(), lost as f64));
                }
            }
        },
    },
    Measure {
        name: "accounts-closed",
        title: "Persons whose account is closed",
        definition: "Persons whose account is closed at the end of the period, as a share of all persons.",
        unit: Unit::Share,
        source: "our definition",
        moment: Moment::Period,
        kind: Kind::End,
        take: |reading, out| {
            let closed = planes(reading, |planes| planes.closed.count());
            out.push(Value::whole(reading.share(closed)));
        },
    },
];

/// Persons counted in the planes of all neighbourhoods.
pub(crate) fn planes(reading: &Reading<'_>, count: impl Fn(&Planes) -> u32 + Sync + Send) -> u64 {
    let find = |chunk: &Chunk| chunk.planes.iter().map(|planes| u64::from(count(planes))).sum::<u64>();
    reading.each(find).into_iter().sum()
}

fn by_stance(
    reading: &Reading<'_>,
    counts: impl Fn(&demerit_society::Tally) -> &[u64; Stance::COUNT],
    out: &mut Vec<Value>,
) {
    for (stance, &count) in Stance::ALL.iter().zip(counts(reading.tally)) {
        out.push(Value::of_group(format!("stance:{stance}"), count as f64));
    }
}
