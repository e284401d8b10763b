//! Speech: what is said, what is not, and what is taken down.
//!
//! Model: what people would post by their private opinion alone is the same in twins (`posts-meant`). Each
//! post of these that does not stay up is lost for one reason, and each beyond them was won for one, so that
//! for every stance and period
//!
//! ```text
//! posts-meant − (posts − posts-removed) = posts-lost
//!   = posts-withheld + posts-withheld-for-others + posts-muted + posts-silenced + posts-removed
//!     − posts-for-points
//! ```
//!
//! and the difference of `posts-lost` to the twin is what stays up there and not here. Symbols: posts.
//! Source: our definition. Leaves out: posts that nobody would have made by opinion in either world.

use crate::counting::reading::Reading;
use crate::measure::{Measure, Value};
use crate::unit::Unit;
use demerit_society::Chunk;
use demerit_society::reactions::account::Loss;
use demerit_society::state::Planes;
use demerit_society::state::tally::{Stance, Tally};

/// The measures of this family.
pub(crate) const MEASURES: &[Measure] = &[
    Measure::sum("posts", Unit::Posts)
        .titled("Posts")
        .defined("Posts on public affairs published in the period, by stance.")
        .values(|reading| by_stance(&reading.tally.published)),
    Measure::sum("posts-meant", Unit::Posts)
        .titled("Posts that opinion alone would bring")
        .defined(
            "Posts that people would publish in the period by their private opinion, if nothing else moved \
             them; the same in every twin.",
        )
        .values(|reading| by_stance(&reading.tally.meant)),
    Measure::sum("posts-lost", Unit::Posts)
        .titled("Posts lost to the public")
        .defined(
            "Posts that opinion alone would bring in the period, less those that were published and stayed \
             up. It is the sum of those withheld out of own fear (`posts-withheld`) or for others \
             (`posts-withheld-for-others`), left unsaid because few others spoke (`posts-muted`), kept back \
             by a closed account (`posts-silenced`) and taken down (`posts-removed`), less those written for \
             points (`posts-for-points`). Its difference to the twin is what can be read there and not here.",
        )
        .values(|reading| {
            let Tally { meant, published, removed, .. } = reading.tally;
            by_balance(|stance| meant[stance] as f64 - published[stance] as f64 + removed[stance] as f64)
        }),
    Measure::sum("posts-for-points", Unit::Posts)
        .titled("Posts written for points")
        .defined(
            "Posts beyond what opinion alone would bring, written in the period because they bring points.",
        )
        .values(|reading| by_stance(&reading.tally.played)),
    Measure::sum("posts-withheld", Unit::Posts)
        .titled("Posts withheld out of own fear")
        .defined(
            "Posts that would have been published in the period and were not, out of fear or because they \
             are watched and punished.",
        )
        .values(|reading| by_stance(&reading.tally.withheld)),
    Measure::sum("posts-removed", Unit::Posts)
        .titled("Posts taken down")
        .defined("Published posts that were taken down in the period.")
        .values(|reading| by_stance(&reading.tally.removed)),
    Measure::sum("posts-withheld-for-others", Unit::Posts)
        .titled("Posts withheld for the sake of others")
        .defined(
            "Posts that would have been published in the period and were not because they would have cost \
             the author's household or friends points; what was withheld out of own fear is not among them.",
        )
        .values(|reading| by_stance(&reading.tally.withheld_for_others)),
    Measure::sum("posts-muted", Unit::Posts)
        .titled("Critical posts left unsaid because few others spoke")
        .defined(
            "Critical and revealing posts left unsaid in the period because fewer such posts than usual were \
             heard in the neighbourhood, less those that were said because more were heard.",
        )
        .values(|reading| {
            let Tally { muted, roused, .. } = reading.tally;
            by_balance(|stance| muted[stance] as f64 - roused[stance] as f64)
        }),
    Measure::sum("posts-silenced", Unit::Posts)
        .titled("Posts not written because the account was closed")
        .defined(
            "Posts that would have been published in the period and were not because the account was closed.",
        )
        .values(|reading| by_stance(&reading.tally.silenced)),
    Measure::sum("reach", Unit::Readers)
        .titled("Readers reached")
        .defined(
            "Readers of all posts that were published in the period and not taken down, by stance; who reads \
             several posts counts several times.",
        )
        .values(|reading| if has_readers(reading) { by_stance(&reading.tally.reach) } else { Vec::new() }),
    Measure::sum("reach-lost", Unit::Readers)
        .titled("Readers not reached")
        .defined(
            "Readers whom posts of the period did not reach because they were taken down (removal), because \
             the account was closed (closed), or because the author withheld them out of fear or for the \
             sake of others (withheld).",
        )
        .values(|reading| {
            let lost = Loss::ALL
                .iter()
                .map(|loss| loss.name())
                .zip(reading.tally.reach_lost)
                .filter(|_| has_readers(reading));
            lost.map(|(name, lost)| Value::whole(lost as f64).in_domain(name)).collect()
        }),
    Measure::end("accounts-closed", Unit::Share)
        .titled("Persons whose account is closed")
        .defined("Persons whose account is closed at the end of the period, as a share of all persons.")
        .share(|reading| planes(reading, |planes| planes.closed.count())),
];

/// Persons counted in the planes of all neighbourhoods.
pub(crate) fn planes(reading: &Reading<'_>, count: impl Fn(&Planes) -> u32 + Sync + Send) -> u64 {
    let find = |chunk: &Chunk| chunk.planes.iter().map(|planes| u64::from(count(planes))).sum::<u64>();
    reading.each(find).into_iter().sum()
}

fn by_stance(counts: &[u64; Stance::COUNT]) -> Vec<Value> {
    Stance::ALL
        .iter()
        .zip(counts)
        .map(|(stance, &count)| Value::of_category("stance", stance, count))
        .collect()
}

/// Counts that may be below nothing, by stance.
fn by_balance(count: impl Fn(usize) -> f64) -> Vec<Value> {
    let of = |stance: Stance| Value::of_group(format!("stance:{stance}"), count(stance.index()));
    Stance::ALL.into_iter().map(of).collect()
}

/// Whether readers are counted at all.
fn has_readers(reading: &Reading<'_>) -> bool {
    reading.view.society.reactions.audience.is_some()
}
